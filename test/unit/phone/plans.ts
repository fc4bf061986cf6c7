/** What the tests of numbers share: all plans, some plans, and chance that can be repeated. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { allCountries, type CountryCode } from '../../../src/phone/countries.js';
import { examples, fetchZone, metadata, zones, type PhoneMetadata } from '../../../src/phone/library.js';
import { zoneOf } from '../../../src/phone/zones.js';

const require = createRequire(import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(require.resolve(name), 'utf8'));

/** All that the library has, but for the codes that are of no country (+800, +870 …), which the shards leave out. */
export const fullMetadata: PhoneMetadata = {
  ...(read('libphonenumber-js/metadata.mobile.json') as PhoneMetadata),
  nonGeographic: {},
};

export const exampleNumbers = read('libphonenumber-js/examples.mobile.json') as Record<CountryCode, string>;

/** As if the page had just been opened. */
export function forgetPlans(): void {
  zones.clear();
  for (const table of [metadata.countries, metadata.country_calling_codes, examples]) {
    for (const key of Object.keys(table)) Reflect.deleteProperty(table, key);
  }
}

export async function fetchAllPlans(): Promise<void> {
  await Promise.all(allCountries.map(country => fetchZone(zoneOf(country))));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
