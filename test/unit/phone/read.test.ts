import { beforeAll, describe, expect, test } from 'vitest';
import { loadMetadata, readNumber, startField } from '../../../src/phone/core.js';
import { lineOf } from '../../../src/phone/line.js';
import { allCountries, callingCodeOf } from '../../../src/phone/countries.js';
import { isE164 } from '../../../src/protocol.js';
import { forms } from './forms.js';
import { exampleNumbers, fetchAllPlans, forgetPlans } from './plans.js';

describe('pasted forms', () => {
  test('there are at least 150', () => expect(forms.length).toBeGreaterThanOrEqual(150));

  test.each(forms)('%j in %s is %s of %s', async (text, chosen, e164, country) => {
    // Only the plans it asks for itself.
    forgetPlans();
    await loadMetadata(text, chosen);
    const reading = readNumber(text, chosen);
    expect([reading.e164 ?? '', reading.country]).toEqual([e164, country]);
    expect(reading.missing).toEqual([]);
    // What the field shows for it reads the same again.
    const { line, country: shown } = startField(lineOf(text), chosen);
    await loadMetadata(line.text, shown);
    const again = readNumber(line.text, shown);
    expect([again.e164 ?? '', again.country]).toEqual([e164, country]);
    expect(line.start).toBe(line.text.length);
  });
});

describe('reading', () => {
  beforeAll(fetchAllPlans);

  test.each([
    ['7400 12', 'GB', 'too-short'],
    ['+44', 'GB', 'too-short'],
    ['+4', 'GB', 'too-short'],
    ['+', 'GB', 'too-short'],
    ['', 'GB', undefined],
    ['07400 1234567', 'GB', 'too-long'],
    ['+44 7400 12345678', 'GB', 'too-long'],
    ['212 555 01234', 'US', 'too-long'],
    ['1 212 555 01234', 'US', 'too-long'],
    ['+7 916 123 45 678', 'US', 'too-long'],
    ['7400 1234 5', 'GB', undefined],
    ['123456789012345678901234', 'GB', 'too-long'],
    ['+0', 'GB', 'invalid-country-code'],
    ['+999', 'GB', 'invalid-country-code'],
    ['+210 123 4567', 'GB', 'invalid-country-code'],
    ['+870 773 111 632', 'GB', 'invalid-country-code'],
    ['7400 123456', undefined, 'invalid-country-code'],
    ['hello', 'GB', 'invalid-number'],
  ] as const)('"%s" in %s: %s', (text, country, problem) => {
    expect(readNumber(text, country).problem).toBe(problem);
  });

  test('a possible number that is no mobile number is a warning, and a problem where the page wants mobile ones', () => {
    const landline = '020 7946 0958';
    expect(readNumber(landline, 'GB')).toMatchObject({
      e164: '+442079460958',
      problem: undefined,
      warning: 'not-mobile',
      mobile: false,
    });
    expect(readNumber(landline, 'GB', { validation: 'mobile' })).toMatchObject({
      e164: '+442079460958',
      problem: 'not-mobile',
      warning: undefined,
    });
    expect(readNumber('07400 123456', 'GB', { validation: 'mobile' })).toMatchObject({
      problem: undefined,
      warning: undefined,
      mobile: true,
    });
  });

  test('a number of a country that the page does not take', () => {
    const isAllowed = (country: string) => ['GB', 'CA'].includes(country);
    const problem = (text: string, country: 'GB' | 'CA') => readNumber(text, country, { isAllowed }).problem;
    expect(problem('+33 6 12 34 56 78', 'GB')).toBe('country-not-allowed');
    expect(problem('+33 6', 'GB')).toBe('country-not-allowed');
    expect(problem('+1 212 555 0123', 'CA')).toBe('country-not-allowed');
    expect(problem('+1 416 555 0123', 'GB')).toBeUndefined();
    // +1 may still become a Canadian number.
    expect(readNumber('+1 4', 'GB', { isAllowed })).toMatchObject({ problem: 'too-short', country: 'CA' });
  });

  test('shows the number in international form once it is possible', () => {
    expect(readNumber('07400 123456', 'GB').international).toBe('+44 7400 123456');
    expect(readNumber('+442', 'GB').international).toBe('');
  });

  test.each(allCountries.map(country => [country, exampleNumbers[country]] as const))(
    'the example of %s is its own mobile number, however it is entered',
    (country, national) => {
      const e164 = `+${callingCodeOf(country)}${national}`;
      expect(isE164(e164)).toBe(true);
      for (const text of [national, e164, callingCodeOf(country) + national]) {
        const { line, country: shown } = startField(lineOf(text), country);
        for (const text of [line.text, line.text.replace(/\D/g, '')]) {
          expect(readNumber(text, shown)).toMatchObject({ e164, country, mobile: true });
        }
      }
    },
  );

  // Browsers fill in whole numbers without the plus.
  test.each(allCountries)('12125550123 is a number in New York for someone in %s', country => {
    expect(readNumber('12125550123', country)).toMatchObject({ e164: '+12125550123', country: 'US' });
  });

  test('a number that is being typed does not look like another country’s on the way', () => {
    const flips: string[] = [];
    for (const country of allCountries) {
      const number = exampleNumbers[country];
      for (let length = 1; length < number.length; length++) {
        const text = number.slice(0, length);
        const reading = readNumber(text, country);
        if (callingCodeOf(reading.country!) !== callingCodeOf(country)) flips.push(`${country} ${text}`);
      }
    }
    expect(flips).toEqual([]);
  });
});
