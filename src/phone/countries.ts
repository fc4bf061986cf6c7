/**
 * Countries and their calling codes: all of the numbering plans that ships at the start. Owns no number and no name;
 * reading numbers is core.ts, names are search.ts, both loaded later.
 */
import type { CountryCode } from 'libphonenumber-js/core';
import { packedCallingCodes } from './generated/calling-codes.js';

/** ISO 3166-1 alpha-2, and AC, TA and XK, which have numbering plans without being in it. */
export type { CountryCode };

const countriesByCode = new Map<string, readonly CountryCode[]>();
const codesByCountry = new Map<string, string>();

let code = '';
for (const [, next = '', list = ''] of packedCallingCodes.matchAll(/(\d+|\.)([A-Z]+)/g)) {
  code = next === '.' ? String(Number(code) + 1) : next;
  const countries = list.match(/../g) as CountryCode[];
  countriesByCode.set(code, countries);
  for (const country of countries) codesByCountry.set(country, code);
}

/** Every country with a numbering plan, in the order of their calling codes. */
export const allCountries: readonly CountryCode[] = [...codesByCountry.keys()] as CountryCode[];

export function isCountry(value: unknown): value is CountryCode {
  return codesByCountry.has(value as string);
}

/** "44" for GB; without a plus. */
export function callingCodeOf(country: CountryCode): string {
  return codesByCountry.get(country)!;
}

/** The countries that share a calling code ("44", without a plus), the main one first; none for an unknown code. */
export function countriesOf(callingCode: string): readonly CountryCode[] {
  return countriesByCode.get(callingCode) ?? [];
}

/** The calling code that international digits ("447400…", no plus, ASCII) begin with. No code begins another. */
export function matchCallingCode(digits: string): string | undefined {
  return [1, 2, 3].map(length => digits.slice(0, length)).find(code => countriesByCode.has(code));
}
