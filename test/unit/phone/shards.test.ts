/** The shards say what the library's whole metadata says: examples and 20,000 mutations of them, compared throughout. */
import { beforeEach, expect, test } from 'vitest';
import { generate, readGenerated } from '../../../scripts/build-phone-metadata.mjs';
import { hasMetadata, loadMetadata } from '../../../src/phone/core.js';
import { allCountries, callingCodeOf, type CountryCode } from '../../../src/phone/countries.js';
import {
  AsYouType,
  metadata,
  parsePhoneNumberFromString,
  type PhoneMetadata,
} from '../../../src/phone/library.js';
import { chance, exampleNumbers, forgetPlans, fullMetadata } from './plans.js';

beforeEach(forgetPlans);

test('the generated files are what the generator makes of the installed library', () => {
  for (const [name, content] of Object.entries(generate())) {
    expect(readGenerated(name) === content, `${name}: run scripts/build-phone-metadata.mjs`).toBe(true);
  }
});

test('the countries are the ones the library has', () => {
  expect([...allCountries].sort()).toEqual(Object.keys(fullMetadata.countries).sort());
});

function parsed(text: string, country: CountryCode, from: PhoneMetadata) {
  const number = parsePhoneNumberFromString(text, { defaultCountry: country }, from);
  return (
    number && [
      number.number,
      number.country,
      number.nationalNumber,
      number.isPossible(),
      number.isValid(),
      number.getType(),
      number.formatNational(),
      number.formatInternational(),
      number.getURI(),
    ]
  );
}

/** Every state on the way, or the error that the library throws in it. */
function typed(text: string, country: CountryCode, from: PhoneMetadata) {
  const states: unknown[] = [];
  try {
    const formatter = new AsYouType(country, from);
    for (const character of text) {
      states.push(formatter.input(character), formatter.getCountry(), formatter.getNumberValue());
    }
  } catch (error) {
    states.push(String(error));
  }
  return states;
}

async function expectEqual(text: string, country: CountryCode): Promise<void> {
  forgetPlans();
  await loadMetadata(text, country);
  expect(hasMetadata(text, country)).toBe(true);
  const differ = (what: string) => `${what} of "${text}" in ${country}`;
  expect(parsed(text, country, metadata), differ('parse')).toEqual(parsed(text, country, fullMetadata));
  expect(typed(text, country, metadata), differ('typing')).toEqual(typed(text, country, fullMetadata));
}

test('every country’s example, national and international, reads and types alike', async () => {
  for (const country of allCountries) {
    const national = exampleNumbers[country];
    const code = callingCodeOf(country);
    for (const text of [
      national,
      `0${national}`,
      `+${code}${national}`,
      `00${code}${national}`,
      code + national,
    ]) {
      await expectEqual(text, country);
      await expectEqual(text, 'US');
    }
  }
});

test('20,000 mutations of them do', { timeout: 30_000 }, async () => {
  const next = chance(20_250_101);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const digit = () => pick([...'0123456789']);
  const prefixes = ['', '', '', '+', '00', '011', '0', '1', '8', '0011', '810', '+0', '000'];
  const mutate = (number: string) => {
    const at = Math.floor(next() * number.length);
    const [head, tail] = [number.slice(0, at), number.slice(at)];
    return pick([
      () => head + digit() + tail.slice(1),
      () => head + digit() + tail,
      () => head + tail.slice(1),
      () => head,
      () => tail,
      () => `${head} (${digit()}) ${tail}`,
      () => `${head}-${tail}`,
      () => number.repeat(2).slice(0, number.length + 2),
    ])();
  };
  for (let i = 0; i < 20_000; i++) {
    const of = pick(allCountries);
    const start = exampleNumbers[of];
    let number = mutate(next() < 0.5 ? callingCodeOf(of) + start : start);
    if (next() < 0.4) number = mutate(number);
    // As find.ts completes `;phone-context=`. The library's own reading of it (1.13.16) keeps a regular expression's
    // `lastIndex`, so that it fails every other time.
    const context = next() < 0.03 ? `+${callingCodeOf(pick(allCountries))}` : pick(prefixes);
    await expectEqual(context + number, next() < 0.5 ? of : pick(allCountries));
  }
});
