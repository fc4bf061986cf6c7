import type { TemplateResult } from 'lit';
import type { SignIn } from '../../../flow/sign-in.js';
import type { FlowState, NextState } from '../../../flow/state.js';
import type * as AfterCode from '../after-code/index.js';
import type { SignInHost } from '../host.js';
import type { NumberStepView } from '../number-step.js';
import { changeNumberText } from './code-step.js';
import { LaterScreen } from './later-screen.js';

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

  /** `error`: in words, or empty. `renderNumber`: draws the number step, with what is of its own on it. */
  render(
    state: NextState,
    signIn: SignIn,
    error: string,
    renderNumber: (own: Partial<NumberStepView>) => TemplateResult,
  ): TemplateResult {
    return this.#screen.render(({ renderNextStep }) =>
      renderNextStep(this.#host, signIn, state, error, changeNumberText(this.#host.texts), renderNumber),
    );
  }

  /** Our own contract asks for nothing after the code. */
  get #mayAskMore(): boolean {
    const { backend } = this.#host;
    return typeof backend === 'string' ? backend !== 'http' : backend.continueWith !== undefined;
  }
}
