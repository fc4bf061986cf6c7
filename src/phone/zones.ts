/**
 * Fetches numbering plans, those of a few neighbouring calling codes at a time. Shards are modules and not JSON files, so
 * that a page's Content-Security-Policy needs no `connect-src` for them.
 */
import { callingCodeOf, type CountryCode } from './countries.js';
import { importZone, starts } from './generated/zones.js';

/** The calling codes of one shard, by the first two digits of the lowest: "1", "20", "44", "7". */
export type Zone = string;

/** What a generated shard holds, as JSON in which `~` stands for `\\d`. */
export interface Shard {
  /** The library's own tuples, in the order of calling codes and the main country of each first. */
  plans: Readonly<Partial<Record<CountryCode, unknown[]>>>;
  /** An example mobile number a plan, as the field shows it ("7400 123456"), in their order, comma-separated. */
  examples: string;
}

/** The zone that a calling code ("44", without a plus) is in: the last that begins no later. */
export const zoneOfCode = (callingCode: string): Zone => starts.filter(start => start <= callingCode).at(-1)!;

export const zoneOf = (country: CountryCode): Zone => zoneOfCode(callingCodeOf(country));

const loading = new Map<Zone, Promise<Shard>>();

/** The shard of a zone; one request however often it is asked for, and a new one after a failure. */
export function loadZone(zone: Zone): Promise<Shard> {
  let shard = loading.get(zone);
  if (!shard) {
    shard = importZone(zone).then(module => JSON.parse(module.default.replaceAll('~', '\\\\d')) as Shard);
    loading.set(zone, shard);
    shard.catch(() => loading.delete(zone));
  }
  return shard;
}
