import type { E164 } from '../../protocol.js';

/** The number changed: `value` is E.164, or empty while it cannot be a number. */
export class PhoneNumberChangeEvent extends Event {
  readonly value: E164 | '';
  /** ISO 3166-1 alpha-2, or `undefined` while none is chosen. */
  readonly country: string | undefined;
  constructor(value: E164 | '', country: string | undefined) {
    super('phone-number-change', { bubbles: true, composed: true });
    this.value = value;
    this.country = country;
  }
}

declare global {
  interface HTMLElementEventMap {
    'phone-number-change': PhoneNumberChangeEvent;
  }
}
