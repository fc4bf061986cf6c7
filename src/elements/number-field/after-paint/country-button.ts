import { html, type TemplateResult } from 'lit';
import type { CountryCode } from '../../../phone/countries.js';
import { PhoneCountryPicker } from '../../country-picker/phone-country-picker.js';
import { defineElement } from '../../shared/define-element.js';
import type { NumberFieldHost } from '../host.js';

// The number can be entered before its country is shown.
defineElement('phone-country-picker', PhoneCountryPicker);

/** `isCodeWritten`: the calling code is a part of what was entered. */
export function renderCountryPicker(
  field: NumberFieldHost,
  country: CountryCode | undefined,
  isCodeWritten: boolean,
  choose: (country: CountryCode | undefined) => void,
): TemplateResult {
  const onChange = (event: Event) => {
    event.stopPropagation();
    choose((event.target as PhoneCountryPicker).value);
  };
  return html`<phone-country-picker
    exportparts="button: country-button, popup: country-popup, search: country-search, option: country-option"
    .anchor=${field.shadowRoot?.querySelector('.box')}
    .texts=${field.texts}
    .value=${country}
    .codeless=${isCodeWritten}
    .isAllowed=${field.isAllowed}
    .preferredCountries=${field.preferredCountries}
    .disabled=${field.isDisabled || field.busy}
    @change=${onChange}
  ></phone-country-picker>`;
}
