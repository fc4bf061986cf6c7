/** Numbers as two other readers have them, beside ours with only the plans that it asks for itself. */
import google from 'google-libphonenumber';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { loadMetadata, readNumber } from '../../src/phone/core.js';
import { callingCodeOf, type CountryCode } from '../../src/phone/countries.js';
import { exampleNumbers, forgetPlans } from '../unit/phone/plans.js';

const { PhoneNumberFormat, PhoneNumberUtil } = google;
const util = PhoneNumberUtil.getInstance();

export type Oracle = 'google-libphonenumber' | 'libphonenumber-js';

/** The number, if it is a valid one; else nothing. */
export const oracles: Readonly<Record<Oracle, (text: string, chosen: CountryCode) => string>> = {
  'google-libphonenumber': (text, chosen) => {
    try {
      const number = util.parse(text, chosen);
      return util.isValidNumber(number) ? util.format(number, PhoneNumberFormat.E164) : '';
    } catch {
      return '';
    }
  },
  // With all that there is to know, not only what the browser gets.
  'libphonenumber-js': (text, chosen) => {
    const number = parsePhoneNumberFromString(text, chosen);
    return number?.isValid() ? number.number : '';
  },
};

export interface OurReading {
  /** What would be sent to with no further question. */
  e164: string;
  /** What is asked or warned of instead. */
  offers: readonly string[];
}

/** As a page that has just been opened reads it. */
export async function ours(text: string, chosen: CountryCode): Promise<OurReading> {
  forgetPlans();
  await loadMetadata(text, chosen);
  const reading = readNumber(text, chosen);
  const isSilent = !reading.problem && !reading.warning;
  return { e164: (isSilent && reading.e164) || '', offers: reading.offers.map(({ e164 }) => e164) };
}

export const exampleOf = (country: CountryCode) => `+${callingCodeOf(country)}${exampleNumbers[country]}`;

const digitsFrom = (zero: string) => (text: string) =>
  text.replace(/\d/g, digit => String.fromCodePoint(zero.codePointAt(0)! + Number(digit)));

/** A country's example as people there and elsewhere write it. */
export function writtenForms(country: CountryCode): Record<string, string> {
  const number = util.parse(exampleOf(country), country);
  const format = (as: keyof typeof PhoneNumberFormat) => util.format(number, PhoneNumberFormat[as]);
  const code = callingCodeOf(country);
  const rest = exampleNumbers[country];
  return {
    'digits alone': rest,
    national: format('NATIONAL'),
    international: format('INTERNATIONAL'),
    'E.164': format('E164'),
    'RFC 3966': format('RFC3966'),
    'without its plus': code + rest,
    'behind 00': `00${code}${rest}`,
    'behind 011': `011 ${code} ${rest}`,
    'with (0)': `+${code} (0) ${rest}`,
    'in brackets': `(+${code}) ${rest}`,
    dotted: format('INTERNATIONAL').replace(/[ -]/g, '.'),
    'full-width': digitsFrom('０')(format('INTERNATIONAL')),
    'Arabic-Indic': digitsFrom('٠')(format('NATIONAL')),
  };
}
