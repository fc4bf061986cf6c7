/**
 * Fetches what reads and formats numbers, when the page has better things to do first. Small, because it ships at the
 * start; everything it names is a chunk of its own.
 */
import type { CountryCode } from './countries.js';
import type * as core from './core.js';
import { loadZone, zoneOf } from './zones.js';

/**
 * Makes what fetches a module that reads and formats numbers: core.js, or one that holds more beside it. With a country,
 * its numbering plans are fetched in the same round trip, and are there when it resolves unless fetching them failed (then
 * `hasMetadata` says so and `loadMetadata` tries again).
 *
 * One fetch however often it is called. Rejects when the network does; the next call tries again. That reaches the network
 * in Chromium (156 tried) and WebKit; Firefox before 155 remembers a failed import for the life of the page, as the HTML
 * standard used to ask, and only a reload helps. (whatwg/html#10327)
 */
export function createLoader<Core extends Pick<typeof core, 'loadMetadata'>>(
  fetchCore: () => Promise<Core>,
): (country?: CountryCode) => Promise<Core> {
  let loading: Promise<Core> | undefined;
  return async country => {
    const shard = country && loadZone(zoneOf(country)).catch(() => undefined);
    loading ??= fetchCore().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const core = await loading;
    if (await shard) await core.loadMetadata('', country);
    return core;
  };
}
