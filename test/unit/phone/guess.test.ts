import { describe, expect, test } from 'vitest';
import { readTimeZones } from '../../../scripts/build-phone-metadata.mjs';
import { guessCountry } from '../../../src/phone/guess.js';

describe('guessing the country', () => {
  test.each([
    ['Europe/London', [], 'GB'],
    ['Europe/Paris', ['en-US'], 'FR'],
    ['America/New_York', ['es-MX'], 'US'],
    ['America/Toronto', ['en-US'], 'CA'],
    ['Asia/Bangkok', ['th'], 'TH'],
    ['Europe/Moscow', ['ru'], 'RU'],
    ['Asia/Almaty', ['ru'], 'KZ'],
    ['Asia/Taipei', ['zh-TW'], 'TW'],
    ['Europe/Isle_of_Man', ['en-GB'], 'IM'],
    ['Europe/Mariehamn', ['sv'], 'AX'],
    ['UTC', ['de-AT', 'en-US'], 'AT'],
    ['Etc/GMT+5', ['pt-BR'], 'BR'],
    ['Mars/Olympus_Mons', ['ja'], 'JP'],
    ['Antarctica/McMurdo', ['en-NZ'], 'NZ'],
    ['America/Bahia', [], 'BR'],
    ['America/Bahia_Banderas', [], 'MX'],
    [undefined, ['en', 'de'], 'DE'],
    [undefined, ['zh-Hant-HK'], 'HK'],
    [undefined, ['not a tag', 'fr-CA'], 'CA'],
    [undefined, ['en'], undefined],
    [undefined, ['es-419'], undefined],
    [undefined, [], undefined],
    ['', undefined, undefined],
  ] as const)('%s and %j: %s', (timeZone, languages, country) => {
    expect(guessCountry({ timeZone, languages })).toBe(country);
  });

  // The same places under the names that different engines give them.
  test.each([
    ['Asia/Kolkata', 'Asia/Calcutta', 'IN'],
    ['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'VN'],
    ['Europe/Kyiv', 'Europe/Kiev', 'UA'],
    ['America/Argentina/Buenos_Aires', 'America/Buenos_Aires', 'AR'],
    ['America/Indiana/Indianapolis', 'America/Indianapolis', 'US'],
    ['America/Nuuk', 'America/Godthab', 'GL'],
    ['Asia/Yangon', 'Asia/Rangoon', 'MM'],
    ['Pacific/Kanton', 'Pacific/Enderbury', 'KI'],
  ] as const)('%s is %s', (now, before, country) => {
    expect(guessCountry({ timeZone: now })).toBe(country);
    expect(guessCountry({ timeZone: before })).toBe(country);
  });

  test('knows the time zones that a browser can be in, but for those of places without numbers', () => {
    const places = /^Etc\/|^UTC$|^Antarctica\/|\/(South_Georgia|Kerguelen|Midway|Pitcairn|Wake)$/;
    const timeZones = Intl.supportedValuesOf('timeZone').filter(timeZone => !places.test(timeZone));
    expect(timeZones.filter(timeZone => !guessCountry({ timeZone }))).toEqual([]);
  });

  test('every name that the list of time zones has is its own country’s', () => {
    const list = Object.entries(readTimeZones()).flatMap(([country, names]) =>
      names.split(' ').map(timeZone => [timeZone, country || undefined]),
    );
    expect(list.length).toBeGreaterThan(480);
    expect(list.map(([timeZone]) => [timeZone, guessCountry({ timeZone })])).toEqual(list);
  });

  test('a name newer than the list is a neighbour’s where it begins like one, and else nobody’s', () => {
    expect(guessCountry({ timeZone: 'America/Indiana/Gary' })).toBe('US');
    expect(guessCountry({ timeZone: 'Europe/Londinium' })).toBe('GB');
    expect(guessCountry({ timeZone: 'Europe/Lo' })).toBe(undefined);
    expect(guessCountry({ timeZone: 'America/London' })).toBe(undefined);
    expect(guessCountry({ timeZone: 'Asia/Xanadu' })).toBe(undefined);
  });
});
