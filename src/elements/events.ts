/** The events of the fields: one class each, bubbling and composed. Listen by `type`; two copies of the package make two classes. */
import type { E164 } from '../protocol.js';

/** Every event of ours bubbles, out of shadow roots too. */
export const travels = { bubbles: true, composed: true };

/** The number changed: `value` is E.164, or empty while it cannot be a number. */
export class PhoneNumberChangeEvent extends Event {
  readonly value: E164 | '';
  /** ISO 3166-1 alpha-2, or `undefined` while none is chosen. */
  readonly country: string | undefined;
  constructor(value: E164 | '', country: string | undefined) {
    super('phone-number-change', travels);
    this.value = value;
    this.country = country;
  }
}

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
    'phone-number-change': PhoneNumberChangeEvent;
    'phone-code-complete': PhoneCodeCompleteEvent;
  }
}
