/** The events of the fields: one class each, bubbling and composed. Listen by `type`; two copies of the package make two classes. */
/** Every event of ours bubbles, out of shadow roots too. */
export const travels = { bubbles: true, composed: true };

/** The code has all its digits: once for each distinct code. */
export class PhoneCodeCompleteEvent extends Event {
  readonly code: string;
  constructor(code: string) {
    super('phone-code-complete', travels);
    this.code = code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'phone-code-complete': PhoneCodeCompleteEvent;
  }
}
