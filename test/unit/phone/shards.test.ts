/** The shards say what the library's whole metadata says: every example, compared throughout. */
import { beforeEach, expect, test } from 'vitest';
import { generate, readGenerated } from '../../../scripts/build-phone-metadata.mjs';
import { allCountries, callingCodeOf } from '../../../src/phone/countries.js';
import { expectEqual } from './compare-plans.js';
import { exampleNumbers, forgetPlans, fullMetadata } from './plans.js';

beforeEach(forgetPlans);

test('the generated files are what the generator makes of the installed library', () => {
  for (const [name, content] of Object.entries(generate())) {
    expect(readGenerated(name) === content, `${name}: run scripts/build-phone-metadata.mjs`).toBe(true);
  }
});

test('the countries are the ones the library has', () => {
  expect([...allCountries].sort()).toEqual(Object.keys(fullMetadata.countries).sort());
});

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
