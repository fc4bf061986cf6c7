/** Lists of countries in attributes: "GB, US" ↔ codes. */
import { isCountry, type CountryCode } from '../phone/countries.js';

/** Attribute converter for ISO 3166-1 alpha-2 codes between commas or spaces; what is none is left out. */
export const countryList = {
  fromAttribute: (value: string | null): CountryCode[] =>
    (value ?? '')
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(isCountry),
  toAttribute: (value: readonly CountryCode[]): string => value.join(' '),
};

/** Attribute converter for one ISO code. */
export const oneCountry = {
  fromAttribute: (value: string | null): CountryCode | undefined => countryList.fromAttribute(value)[0],
};
