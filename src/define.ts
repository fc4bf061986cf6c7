/** Registers the elements under their names; a name that is taken stays as it is. */
import { defineElement } from './elements/shared/define-element.js';
import { defineLater } from './elements/sign-in/define-later.js';
import { loadEditor } from './elements/number-field/load-editor.js';
// The events' types come with the tags'.
export type * from './elements/code-field/code-complete-event.js';
export type * from './elements/number-field/number-change-event.js';
export type * from './elements/sign-in/events.js';
import type { PhoneCodeField } from './elements/code-field/phone-code-field.js';
import type { PhoneCountryPicker } from './elements/country-picker/phone-country-picker.js';
import { PhoneNumberField } from './elements/number-field/phone-number-field.js';
import type { PhoneResendButton } from './elements/resend-button/phone-resend-button.js';
import { PhoneSignIn } from './elements/sign-in/phone-sign-in.js';

// What reads numbers is fetched while the page is still being put together.
if (typeof document !== 'undefined') loadEditor().catch(() => undefined);

defineElement('phone-number-field', PhoneNumberField);
defineElement('phone-sign-in', PhoneSignIn);

// The code step's come with the sign-in when it is touched, or when a page has one of its own.
defineLater('phone-code-field', ['length', 'label', 'hint', 'error', 'busy', 'dead', 'value']);
defineLater('phone-resend-button', ['resend-at', 'busy']);

declare global {
  interface HTMLElementTagNameMap {
    'phone-sign-in': PhoneSignIn;
    'phone-number-field': PhoneNumberField;
    'phone-country-picker': PhoneCountryPicker;
    'phone-code-field': PhoneCodeField;
    'phone-resend-button': PhoneResendButton;
  }
}
