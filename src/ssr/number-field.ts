/** The number's field and the country in it, as they are drawn before anything is typed. */
import { callingCodeOf, isCountry, type CountryCode } from '../phone/countries.js';
import { exampleNumbers } from '../phone/generated/examples.js';
import { element, escape, textOf, type Attributes } from './html.js';
import { styleTag, type StyleOptions } from './styles.js';
import type { Speech } from './texts.js';

export interface NumberFieldView {
  speech: Speech;
  country: CountryCode | undefined;
  /** The number to begin with. */
  phone: string;
  isDisabled: boolean;
  hasFocus: boolean;
  styles: StyleOptions;
}

const chevron =
  '<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M4 6l4 4 4-4"></path></svg>';

/** The country to begin with, of what the page says; none where only the browser can tell. */
export function firstCountry(attributes: Attributes): CountryCode | undefined {
  const listOf = (name: string): CountryCode[] => {
    const codes: string[] =
      textOf(attributes[name])
        .toUpperCase()
        .match(/[^\s,]+/g) ?? [];
    return codes.filter((code): code is CountryCode => isCountry(code));
  };
  const allowed = listOf('countries');
  const named = listOf('default-country')[0] ?? (allowed.length === 1 ? allowed[0] : undefined);
  if (!named || listOf('exclude-countries').includes(named)) return undefined;
  return allowed.length === 0 || allowed.includes(named) ? named : undefined;
}

export function numberField(attributes: Attributes, view: NumberFieldView): string {
  const { speech, country, phone, isDisabled, hasFocus } = view;
  const input = [
    'id="number" part="input" type="tel" autocomplete="tel" enterkeyhint="go"',
    `placeholder="${(country && exampleNumbers[country]) ?? ''}"`,
    'aria-describedby="message" aria-invalid="false" aria-required="true"',
    phone && `value="${escape(phone)}"`,
    isDisabled && 'disabled',
    hasFocus && 'autofocus',
  ];
  return element(
    'phone-number-field',
    { ...attributes, required: true, 'default-country': country },
    `${styleTag('phone-number-field', view.styles)}<div class="root" lang="${speech.locale}" dir="${speech.direction}">` +
      `<label for="number" part="label">${speech.say('number-label')}</label>` +
      `<div class="box number-box" part="box">` +
      (country ? countryPicker(country, view) : '<span class="country"></span>') +
      `<input ${input.filter(Boolean).join(' ')}></div>` +
      `<div class="message" id="message" part="message hint"><span>${speech.say('number-hint')} ` +
      `<slot name="action"></slot></span></div><div class="visually-hidden" role="alert"></div></div>`,
  );
}

function countryPicker(country: CountryCode, { speech, phone, isDisabled, styles }: NumberFieldView): string {
  const code = `+${callingCodeOf(country)}`;
  const name = new Intl.DisplayNames(speech.locale, { type: 'region' }).of(country) ?? country;
  const letters = [...country].map(letter => String.fromCodePoint(0x1f1a5 + letter.charCodeAt(0)));
  return element(
    'phone-country-picker',
    {
      exportparts:
        'button: country-button, popup: country-popup, search: country-search, option: country-option',
      value: country,
      disabled: isDisabled,
    },
    `${styleTag('phone-country-picker', styles)}<button type="button" class="country" part="button" ` +
      `aria-label="${speech.say('country-button', escape(name), code)}" aria-haspopup="dialog" aria-expanded="false" ` +
      `aria-disabled="${isDisabled}"><span class="flag" translate="no" aria-hidden="true">${letters.join('')}</span>` +
      `<span class="code" translate="no">${phone.startsWith('+') ? '' : code}</span>${chevron}</button>`,
  );
}
