/** The shards say what the library's whole metadata says: every example, compared throughout. */
import { beforeEach, expect, test } from 'vitest';
import { generate, readGenerated } from '../../../scripts/build-phone-metadata.mjs';
import { typedNumbers } from '../../../scripts/size.mjs';
import { hasMetadata, loadMetadata } from '../../../src/phone/core.js';
import { allCountries, callingCodeOf } from '../../../src/phone/countries.js';
import { formatNumber } from '../../../src/phone/format.js';
import { zones } from '../../../src/phone/library.js';
import { zonesBehindPrefix } from '../../../src/phone/plan.js';
import { zoneOf } from '../../../src/phone/zones.js';
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

test('an international prefix that two lengths are read as asks for the plans behind both', async () => {
  // Of Hong Kong's "0030" a formatter takes "00" for the prefix first, and then 30 for Greece.
  for (const text of ['003069123', '00302012345678', '0080901234567', '001512025550123']) {
    await expectEqual(text, 'HK');
  }
  expect([...zonesBehindPrefix('00306912345678', 'HK')]).toContain(zoneOf('GR'));
});

test.each(['GB', 'US'] as const)(
  'what is weighed is what a number asks for key by key, in %s',
  async country => {
    const { typed, zones: weighed } = typedNumbers[country];
    for (let length = 0; length <= typed.length; length++)
      await loadMetadata(typed.slice(0, length), country);
    expect([...zones]).toEqual(weighed);
  },
);

test('a calling code is formatted once its own plans are there, and waits for no neighbour’s', async () => {
  expect(formatNumber('+447400123456', undefined)).toBe('+447400123456');
  // No calling code yet, or none at all: nothing to wait for.
  expect(hasMetadata('+4', undefined)).toBe(true);
  expect(hasMetadata('+0', undefined)).toBe(true);
  await loadMetadata('+447400123456', undefined);
  expect([...zones]).toEqual(['44']);
  expect(formatNumber('+447400123456', undefined)).toBe('+44 7400 123456');
});
