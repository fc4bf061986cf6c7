/** Lists of countries in attributes: "GB, US" → codes. */
import { isCountry, type CountryCode } from '../phone/countries.js';

/** Attribute converter for ISO 3166-1 alpha-2 codes between commas or spaces; what is none is left out. */
export function countryList(value: string | null): CountryCode[] {
  return (value ?? '')
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(isCountry);
}

/** Attribute converter for one ISO code. */
export function oneCountry(value: string | null): CountryCode | undefined {
  return countryList(value)[0];
}
