import type { TemplateResult } from 'lit';
import type { Next } from '../../../backends/backend.js';
import type { FlowState } from '../../../flow/state.js';
import type * as AfterCode from '../after-code/index.js';
import type { SignInHost } from '../host.js';
import type { NumberStepView } from '../number-step.js';
import { changeNumberText } from './code-step.js';
import { LaterScreen } from './later-screen.js';

type View = Parameters<typeof AfterCode.renderNextStep>[0];

/** What is of its own on the number step where a backend asks, after the code, for a number or to send to one. */
export function viewOf(asked: Next, host: SignInHost): Partial<NumberStepView> {
  if (asked.kind === 'send-code')
    return {
      purpose: 'mfa-verification',
      isLocked: true,
      shownPhone: asked.maskedPhone ?? '',
      skip: undefined,
    };
  if (asked.kind !== 'new-phone') return {};
  const skip = asked.canSkip ? () => void host.skip() : undefined;
  return { purpose: asked.purpose, isLocked: false, shownPhone: host.numberField?.textable ?? '', skip };
}

/** The screen of what else a backend asks for after the code. It is fetched as soon as that is likely. */
export class AskedStep {
  readonly #host: SignInHost;
  readonly #screen: LaterScreen<typeof AfterCode>;

  constructor(host: SignInHost) {
    this.#host = host;
    this.#screen = new LaterScreen(host, () => import('../after-code/index.js'));
  }

  prepare({ step }: FlowState): void {
    if (step === 'next' || (step === 'verifying' && this.#mayAskMore)) void this.#screen.load();
  }

  render(view: Omit<View, 'texts' | 'headingLevel' | 'changeNumberText'>): TemplateResult {
    const { texts, headingLevel } = this.#host;
    return this.#screen.render(({ renderNextStep }) =>
      renderNextStep({ ...view, texts, headingLevel, changeNumberText: changeNumberText(texts) }),
    );
  }

  /** Our own contract asks for nothing after the code. */
  get #mayAskMore(): boolean {
    const { backend } = this.#host;
    return typeof backend === 'string' ? backend !== 'http' : backend.continueWith !== undefined;
  }
}
