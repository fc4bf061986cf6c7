/** All there is to reading and formatting numbers: the chunk that `loadPhoneCore` resolves to. */
import type { CountryCode } from './countries.js';
import { edit, startField } from './field.js';
import { examples, fetchZone, zones } from './library.js';
import { lineOf } from './line.js';
import { readNumber } from './read.js';
import { missingFor } from './best-reading.js';
import { whenIdle } from './when-idle.js';
import { zoneOf } from './zones.js';

export { formatNumber, formatInternational } from './format.js';
export { chooseCountry, edit, refresh, refusedKey, settle, startField, strangeKey } from './field.js';
export type { FieldState, LineChange } from './field.js';
export { lineOf, showLine, takeLine, type Line } from './line.js';
export { formatNational, readNumber } from './read.js';
export type { NumberProblem } from './number-problem.js';
export type { NumberOffer, NumberReading, ReadOptions } from './read.js';

/** The plans that reading a text would need and that are not there yet, the chosen country's among them. */
function missingZones(text: string, country: CountryCode | undefined): Set<string> {
  const own = country && !(country in examples) ? [zoneOf(country)] : [];
  return new Set([...own, ...missingFor(text, country)]);
}

/** Whether all the plans are there that reading and formatting this text needs. */
export function hasMetadata(text: string, country: CountryCode | undefined): boolean {
  return missingZones(text, country).size === 0;
}

/**
 * Fetches the plans that reading this text needs; mostly none or one. Rejects when the network does; the next call tries
 * again.
 */
export async function loadMetadata(text: string, country: CountryCode | undefined): Promise<void> {
  // What one plan says decides whether another is asked, so this can take a few rounds; each fetches something new.
  for (let zones = missingZones(text, country); zones.size > 0; zones = missingZones(text, country)) {
    await Promise.all([...zones].map(fetchZone));
  }
  if (country && !isRehearsed) whenIdle(() => rehearse(country));
}

/** How many plans are there: where that has grown, the same text may say more. */
export function plansFetched(): number {
  return zones.size;
}

/** A placeholder, written as the field would show it: "7400 123456". Empty while the country's plans are not there. */
export function exampleNumber(country: CountryCode): string {
  return examples[country] ?? '';
}

let isRehearsed = false;

/**
 * The first number takes ten times as long as the next, because the browser compiles on the way what it needs: better
 * done with an example, before a key waits for it, and a key at a time.
 */
function rehearse(country: CountryCode): void {
  const number = examples[country];
  if (isRehearsed || !number) return;
  isRehearsed = true;
  let state = startField({ ...lineOf(''), inputType: 'insertText' }, country);
  for (const key of number)
    whenIdle(() => (state = edit(state, { ...lineOf(state.line.text + key), inputType: 'insertText' })));
  whenIdle(() => readNumber(number, country));
}
