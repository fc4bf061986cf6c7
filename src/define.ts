/** Registers the elements under their names; a name that is taken stays as it is. */
import { defineElement } from './elements/define-element.js';
import { loadNumberCore } from './elements/load-number-core.js';
import type { PhoneCodeField } from './elements/phone-code-field.js';
import type { PhoneCountryPicker } from './elements/phone-country-picker.js';
import { PhoneNumberField } from './elements/phone-number-field.js';
import type { PhoneResendButton } from './elements/phone-resend-button.js';
import { PhoneSignIn } from './elements/phone-sign-in.js';

// What reads numbers is fetched while the page is still being put together.
if (typeof document !== 'undefined') loadNumberCore().catch(() => undefined);

defineElement('phone-number-field', PhoneNumberField);
defineElement('phone-sign-in', PhoneSignIn);

// The code step's elements come with the sign-in when it is touched, or now where a page has them of its own.
if (typeof document !== 'undefined') {
  const loadIfUsed = () => {
    if (document.querySelector('phone-code-field, phone-resend-button'))
      void import('./elements/later-steps.js');
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', loadIfUsed);
  else loadIfUsed();
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-sign-in': PhoneSignIn;
    'phone-number-field': PhoneNumberField;
    'phone-country-picker': PhoneCountryPicker;
    'phone-code-field': PhoneCodeField;
    'phone-resend-button': PhoneResendButton;
  }
}
