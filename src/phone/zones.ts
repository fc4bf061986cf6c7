/**
 * Fetches numbering plans, one world zone (the first digit of a calling code) at a time. Shards are modules and not
 * JSON files, so that a page's Content-Security-Policy needs no `connect-src` for them.
 */
import type { CountryCode } from 'libphonenumber-js/core';

/** "1" to "9". */
export type Zone = string;

/** What a generated shard holds, as JSON in which `~` stands for `\\d`. */
export interface Shard {
  /** The library's own tuples, in the order of calling codes and the main country of each first. */
  plans: Readonly<Partial<Record<CountryCode, unknown[]>>>;
  /** An example mobile number a plan, as the field shows it ("7400 123456"), in their order, comma-separated. */
  examples: string;
}

// Written out one by one: bundlers only follow literals.
const imports: Readonly<Record<Zone, () => Promise<{ default: string }>>> = {
  1: () => import('./generated/zone-1.js'),
  2: () => import('./generated/zone-2.js'),
  3: () => import('./generated/zone-3.js'),
  4: () => import('./generated/zone-4.js'),
  5: () => import('./generated/zone-5.js'),
  6: () => import('./generated/zone-6.js'),
  7: () => import('./generated/zone-7.js'),
  8: () => import('./generated/zone-8.js'),
  9: () => import('./generated/zone-9.js'),
};

const loading = new Map<Zone, Promise<Shard>>();

/** The shard of a zone; one request however often it is asked for, and a new one after a failure. */
export function loadZone(zone: Zone): Promise<Shard> {
  let shard = loading.get(zone);
  if (!shard) {
    shard = imports[zone]!().then(module => JSON.parse(module.default.replaceAll('~', '\\\\d')) as Shard);
    loading.set(zone, shard);
    shard.catch(() => loading.delete(zone));
  }
  return shard;
}
