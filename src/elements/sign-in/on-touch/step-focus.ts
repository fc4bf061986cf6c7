import type { FlowState } from '../../../flow/state.js';
import type { PhoneElement } from '../../shared/phone-element.js';
import type { SignInHost } from '../host.js';

/** Which steps share a screen: going from one screen to another moves the focus. */
const screens = { number: 1, sending: 1, password: 5, code: 2, verifying: 2, next: 3, done: 4 };

/** Where the focus goes on each screen; else to its heading. */
const fields = 'phone-code-field, phone-number-field, phone-password-field';

/** Moves the focus with the screens, and only for who is here: not out of another field of the page. */
export class StepFocus {
  readonly #host: SignInHost;
  #isDue = false;

  constructor(host: SignInHost) {
    this.#host = host;
  }

  /** What is to be entered on this screen, or its heading. */
  get target(): Pick<HTMLElement, 'focus'> | null {
    const { shadowRoot, heading } = this.#host;
    const field = shadowRoot?.querySelector<PhoneElement>(fields);
    // A field that is new on the screen has nothing to focus before its own first render.
    return field ? { focus: options => void field.updateComplete.then(() => field.focus(options)) } : heading;
  }

  /** Whether the person is in the sign-in, or nowhere. */
  get isHere(): boolean {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return activeElement === this.#host || document.activeElement === document.body;
  }

  get isInField(): boolean {
    return !!this.#host.shadowRoot?.activeElement?.matches(fields);
  }

  follow({ step }: FlowState, previous: FlowState): void {
    if (screens[step] !== screens[previous.step]) this.#isDue = this.isHere;
  }

  /** The screen has been drawn. */
  settle(state: FlowState): void {
    const { step } = state;
    const { codeField, heading } = this.#host;
    if (!this.#isDue || !(screens[step] === screens.code ? codeField : heading)) return;
    this.#isDue = false;
    this.#host.focus();
    // With the focus in a field its label is read, and not what the screen is for.
    const isAsked = step === 'next' || (step === 'password' && state.awaiting === undefined);
    if (isAsked) this.#host.announce(heading?.textContent?.trim() ?? '');
  }
}
