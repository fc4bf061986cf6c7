/** The number with its password: whether it is offered, its screen, and the ways between it and the code. */
import { nothing, type TemplateResult } from 'lit';
import type { SignIn } from '../../../flow/sign-in.js';
import type { CodeState, FlowState, PasswordState, VerifyingState } from '../../../flow/state.js';
import { PhoneCodeRequestEvent } from '../events.js';
import type { SignInHost } from '../host.js';
import type * as WithPassword from '../with-password/index.js';
import { changeNumberText } from './code-step.js';
import { LaterScreen } from './later-screen.js';

export class PasswordStep {
  readonly #host: SignInHost;
  readonly #screen: LaterScreen<typeof WithPassword>;
  #signIn: SignIn | undefined;
  #prepared: Promise<void> | undefined;

  constructor(host: SignInHost) {
    this.#host = host;
    this.#screen = new LaterScreen(host, () => import('../with-password/index.js'));
  }

  /** Another flow begins. */
  begin(signIn: SignIn): void {
    this.#signIn = signIn;
    this.#prepared = undefined;
    this.follow(signIn.state);
  }

  /** The backend says what there is, the first time that a person touches the element. */
  prepare(): Promise<void> {
    return (this.#prepared ??= this.#prepare());
  }

  follow({ step }: FlowState): void {
    if (step === 'password') void this.#screen.load();
  }

  /** What the number step says of what comes next, as far as it is known. */
  get isFirst(): boolean {
    return this.#signIn?.firstFactors[0] === 'password';
  }

  /** Waits for the backend's own word. A flow that began after the last touch has not asked for it yet. */
  async comesFirst(): Promise<boolean> {
    await this.prepare();
    return this.isFirst;
  }

  /** `error`: in words, or empty. */
  render(state: PasswordState, error: string): TemplateResult {
    const { texts } = this.#host;
    return this.#screen.render(({ renderPasswordStep }) =>
      renderPasswordStep(this.#host, this.#signIn!, state, error, changeNumberText(texts), purpose =>
        this.#requestCode(state, purpose),
      ),
    );
  }

  /** Under a code to sign in with. */
  renderWayBack({ step, asked, phone, challenge }: CodeState | VerifyingState): unknown {
    const { screens } = this.#screen;
    const signIn = this.#signIn;
    if (!screens || !signIn?.firstFactors.includes('password')) return nothing;
    if (step !== 'code' || asked || !phone || challenge.purpose !== 'sign-in') return nothing;
    return screens.renderUsePassword(this.#host.texts, () => signIn.usePassword());
  }

  #requestCode({ phone }: PasswordState, purpose?: 'forgot-password'): void {
    const event = new PhoneCodeRequestEvent(phone, purpose ?? this.#host.purpose, false, undefined);
    if (this.#host.dispatchEvent(event)) this.#signIn?.requestCode(phone, purpose);
  }

  async #prepare(): Promise<void> {
    await this.#signIn?.prepare();
    this.#host.requestUpdate();
    if (this.#signIn?.firstFactors.includes('password')) await this.#screen.load();
  }
}
