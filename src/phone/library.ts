/**
 * The phone library with as much of its metadata as has been fetched; the only module that imports it. By far the biggest
 * chunk, so it holds nothing else: what a number means to the widget is for core.ts and the modules behind it.
 */
import type { MetadataJson } from 'libphonenumber-js/core';
// From `core/es6`, which is 3 kB (brotli) smaller than `core` and runs wherever modules do.
import { AsYouType, PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/core/es6';
import { callingCodeOf, countriesOf, type CountryCode } from './countries.js';
import { loadZone, zoneOf, type Shard, type Zone } from './zones.js';

export { AsYouType, PhoneNumber, parsePhoneNumberFromString };

/** The library's own shape. Without `version` it takes it for its oldest format, and throws. */
export interface PhoneMetadata extends MetadataJson {
  version: 4;
  country_calling_codes: Record<string, CountryCode[]>;
  /** The library's tuples: [0] calling code, [1] international prefix, [3] lengths, [5] trunk prefix, [11][1][1] mobile lengths. */
  countries: Record<string, unknown[]>;
  nonGeographic: Record<string, never>;
}

/** The plans fetched so far. It grows in place: the library reads it anew at every call. */
export const metadata: PhoneMetadata = {
  version: 4,
  country_calling_codes: {},
  countries: {},
  nonGeographic: {},
};

/** Country → a mobile number as the field shows it ("7400 123456"), for the plans fetched so far. */
export const examples: Record<string, string> = {};

/** The zones whose plans are there. */
export const zones = new Set<Zone>();

/** Whole calling codes only: the library throws on a code whose main plan is absent. */
export function addShard({ plans, examples: numbers }: Shard): void {
  const countries = Object.keys(plans) as CountryCode[];
  const national = numbers.split(',');
  countries.forEach((country, i) => {
    const code = callingCodeOf(country);
    metadata.countries[country] = plans[country]!;
    metadata.country_calling_codes[code] = [...countriesOf(code)];
    examples[country] = national[i]!;
    zones.add(zoneOf(country));
  });
}

export async function fetchZone(zone: Zone): Promise<void> {
  if (!zones.has(zone)) addShard(await loadZone(zone));
}
