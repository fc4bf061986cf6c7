import { beforeAll, describe, expect, test } from 'vitest';
import { edit, loadMetadata, readNumber, startField } from '../../../src/phone/core.js';
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
    ['7400 1234 5', 'GB', 'too-short'],
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

  test.each([
    ['7400 12345', 'GB', 1],
    ['07400 12345', 'GB', 1],
    ['+44 7400 12345', 'US', 1],
    ['7400 1234', 'GB', 2],
    ['212 555 012', 'US', 1],
    ['6 12 34 56 7', 'FR', 1],
    ['0151 2345678', 'DE', 1],
    ['131 2345 678', 'CN', 1],
    ['131 2345 67', 'CN', 2],
    ['090-1234-567', 'JP', 1],
    ['0412 345 67', 'AU', 1],
    ['11 9612 3456', 'BR', 1],
    ['098123 4567', 'IN', 1],
    // With a trunk prefix it is as long as a mobile number.
    ['8 964 534 35 4', 'RU', 1],
    ['', 'GB', undefined],
    ['+4', 'GB', undefined],
    ['7400 123456', 'GB', undefined],
    ['7400 1234567', 'GB', undefined],
  ] as const)('%s in %s: %s digits are missing', (text, country, missingDigits) => {
    const reading = readNumber(text, country);
    expect(reading.missingDigits).toBe(missingDigits);
    // Nothing is said of a number that nobody can be texted at.
    if (missingDigits)
      expect(reading).toMatchObject({ e164: undefined, problem: 'too-short', international: '' });
  });

  test.each([
    ['020 7946 095', 'GB'],
    ['030 123456', 'DE'],
    ['010 1234 5678', 'CN'],
    ['11 2345 6789', 'BR'],
    ['04 221 12 34', 'BE'],
    ['03-1234-5678', 'JP'],
    ['2 123 4567', 'TH'],
  ] as const)('%s in %s begins like no mobile number: nothing is missing', (text, country) => {
    expect(readNumber(text, country)).toMatchObject({
      warning: 'not-mobile',
      missingDigits: undefined,
      offers: [],
    });
  });

  test.each([
    // Too long for the chosen country, and possible where its first digits are a calling code.
    ['442079460958', 'US', 'too-long', '+442079460958', 'GB'],
    ['390645678901', 'GB', 'too-long', '+390645678901', 'IT'],
    ['+0207 946 0958', 'GB', 'invalid-country-code', '+442079460958', 'GB'],
    // As it is written in Russia, and no country's.
    ['+8 (912) 345-67-89', 'US', 'invalid-country-code', '+79123456789', 'RU'],
    ['8 912 345-67-89', 'US', 'too-long', '+79123456789', 'RU'],
    ['+8 (701) 234-56-78', 'US', 'invalid-country-code', '+77012345678', 'KZ'],
    // Numbers before their plan changed that may be new ones half-typed.
    ['11 9612-3456', 'BR', 'too-short', '+5511996123456', 'BR'],
    ['+55 11 9612-3456', 'US', 'too-short', '+5511996123456', 'BR'],
    ['07 08 09 10', 'CI', 'too-short', '+2250707080910', 'CI'],
    ['+225 05 01 02 03', 'FR', 'too-short', '+2250505010203', 'CI'],
    ['41 02 03 04', 'CI', 'too-short', '+2250141020304', 'CI'],
    ['6123 4567', 'CL', 'too-short', '+56961234567', 'CL'],
  ] as const)('%s in %s is %s, and offers %s', (text, chosen, problem, e164, country) => {
    const reading = readNumber(text, chosen);
    expect(reading).toMatchObject({ e164: undefined, problem, offers: [{ e164, country }] });
    expect(readNumber(reading.offers[0]!.international, chosen)).toMatchObject({
      e164,
      country,
      problem: undefined,
    });
  });

  test.each([
    ['212 555 01234', 'US'],
    ['+999 123 4567', 'GB'],
    ['+870 773 111 632', 'KZ'],
    ['+881 631 511 234', 'ID'],
    ['7400 123456', 'GB'],
    ['7400 12', 'GB'],
  ] as const)('%s in %s offers nothing', (text, country) => {
    expect(readNumber(text, country).offers).toEqual([]);
  });

  test.each([
    ['0081 90 1234 5678', 'TH', '+819012345678', 'JP', '+19012345678', 'US'],
    ['0091 81234 56789', 'SG', '+918123456789', 'IN', '+18123456789', 'US'],
    ['0052 222 123 4567', 'CO', '+522221234567', 'MX', '+22221234567', 'MR'],
    ['001 959 212 3456', 'TH', '+19592123456', 'US', '+9592123456', 'MM'],
    ['011 248 2510123', 'SC', '+2482510123', 'SC', '+12482510123', 'US'],
    ['00 690 7290', 'TJ', '+6907290', 'TK', '+992006907290', 'TJ'],
  ] as const)(
    '%s in %s may be two numbers, and is neither until the person says',
    (text, chosen, ...both) => {
      const reading = readNumber(text, chosen);
      expect(reading).toMatchObject({
        problem: 'ambiguous',
        e164: undefined,
        international: '',
        country: chosen,
      });
      expect(reading.offers.flatMap(({ e164, country }) => [e164, country])).toEqual(both);
      // Pasting it or leaving the field decides nothing.
      const field = startField(lineOf(text), chosen);
      expect(readNumber(field.line.text, field.country)).toEqual({
        ...reading,
        written: text.replaceAll(' ', ''),
      });
      for (const offer of reading.offers) {
        const taken = edit(field, lineOf(offer.e164));
        expect(readNumber(taken.line.text, taken.country)).toMatchObject({ ...offer, problem: undefined });
      }
    },
  );

  test.each([
    ['001 1 212 555 0123', 'TH', '+12125550123'],
    ['0066 81 234 5678', 'TH', '+66812345678'],
    ['0066 081 234 5678', 'TH', '+66812345678'],
    ['001 66 81 234 5678', 'SG', '+66812345678'],
    ['0057 321 1234567', 'CO', '+573211234567'],
    ['0044 (0) 7400 123456', 'HK', '+447400123456'],
    ['00290 51234', 'US', '+29051234'],
    ['011 238 9911234', 'CV', '+2389911234'],
    ['011 2474 0123', 'EG', '+201124740123'],
    ['011 96123 4567', 'BR', '+5511961234567'],
    ['011-234-5678', 'KR', '+82112345678'],
    ['+225 (0) 01 23 45 67 89', 'CI', '+2250123456789'],
    ['+354 (0) 611 1234', 'IS', '+3546111234'],
    ['8 964 534 35 44', 'RU', '+79645343544'],
    ['812 123 45 67', 'RU', '+78121234567'],
  ] as const)('%s in %s is one number alone: %s', (text, country, e164) => {
    expect(readNumber(text, country)).toMatchObject({ e164, problem: undefined, offers: [] });
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
