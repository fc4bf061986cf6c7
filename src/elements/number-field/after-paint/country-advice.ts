/** What a page says of countries: where the number begins when that changes, and what its author is told to mend. */
import type { CountryCode } from '../../../phone/countries.js';
import type { PhoneNumberField } from '../phone-number-field.js';

/** Codes that people take for ISO 3166-1's. */
const meant: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

const told = new Set<string>();

function warn(advice: string): void {
  if (told.has(advice)) return;
  told.add(advice);
  console.warn(`phone-sign-in: ${advice}`); // eslint-disable-line no-console -- for the page's author
}

/** "UK" is no ISO code. */
export function warnOfCode(code: string): void {
  const instead = meant[code] ? `say "${meant[code]}"` : 'it is left out';
  warn(`"${code}" is not an ISO 3166-1 alpha-2 code of a country; ${instead}.`);
}

/** The page's rules are other ones now: who has entered nothing begins where they say. */
export function countryOnceMore(field: PhoneNumberField): CountryCode | undefined {
  const { country, countries, defaultCountry } = field;
  if (defaultCountry && !field.isAllowed(defaultCountry))
    warn(`default-country "${defaultCountry}" is not one of the countries that are offered; it is left out.`);
  if (field.isDirty) return undefined;
  return [defaultCountry, country, ...(country ? countries : [])].find(
    country => country && field.isAllowed(country),
  );
}
