import { describe, expect, test } from 'vitest';
import {
  allCountries,
  callingCodeOf,
  countriesOf,
  isCountry,
  matchCallingCode,
} from '../../../src/phone/countries.js';
import { fullMetadata } from './plans.js';

describe('countries and calling codes', () => {
  test('are the library’s, the main country of a shared code first', () => {
    for (const [code, countries] of Object.entries(fullMetadata.country_calling_codes)) {
      expect(countriesOf(code)).toEqual(countries);
      for (const country of countries) expect(callingCodeOf(country)).toBe(code);
    }
    expect(allCountries.length).toBe(Object.keys(fullMetadata.countries).length);
  });

  test('tells countries from other values', () => {
    expect(['GB', 'XK', 'AC'].every(isCountry)).toBe(true);
    expect(['gb', 'UK', 'EU', '', 'AQ', undefined, null, 44, 'toString'].some(isCountry)).toBe(false);
  });

  test('finds the calling code that digits begin with', () => {
    expect(matchCallingCode('447400123456')).toBe('44');
    expect(matchCallingCode('12125550123')).toBe('1');
    expect(matchCallingCode('35')).toBeUndefined();
    expect(matchCallingCode('999')).toBeUndefined();
    expect(matchCallingCode('')).toBeUndefined();
    expect(countriesOf('999')).toEqual([]);
  });
});
