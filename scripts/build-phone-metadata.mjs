/**
 * Cuts the phone library's data into what src/phone loads: `node scripts/build-phone-metadata.mjs`.
 *
 * Writes src/phone/generated: nine shards of numbering plans, one a world zone (the first digit of the calling code),
 * the packed table calling code → countries, and the time zones of each country. The files are committed, so that a
 * build needs nothing but them; a test regenerates them and compares the bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AsYouType } from 'libphonenumber-js/core';

/** @type {(id: string) => unknown} */
const require = createRequire(import.meta.url);
const directory = resolve(dirname(fileURLToPath(import.meta.url)), '../src/phone/generated');
const banner = '// Written by scripts/build-phone-metadata.mjs; do not edit.\n';

/**
 * @typedef {{
 *   country_calling_codes: Record<string, string[]>,
 *   countries: Record<string, unknown[]>,
 * }} Metadata
 */

const readMetadata = () => /** @type {Metadata} */ (require('libphonenumber-js/metadata.mobile.json'));

const readExamples = () =>
  /** @type {Record<string, string>} */ (require('libphonenumber-js/examples.mobile.json'));

/**
 * "7400 123456", as the field shows it: so a placeholder costs a visitor no formatting. A test compares each with the
 * field.
 *
 * @param {Metadata} metadata
 * @param {string} country
 * @param {string} digits
 */
function formatExample(metadata, country, digits) {
  const plans = /** @type {import('libphonenumber-js/core').MetadataJson} */ (
    /** @type {unknown} */ (metadata)
  );
  const callingCode = `+${String(metadata.countries[country]?.[0])}`;
  /** As if typed: at once some numbers are formatted otherwise. @param {AsYouType} formatter @param {string} number */
  const typeIn = (formatter, number) => [...number].map(digit => formatter.input(digit)).at(-1) ?? '';
  const national = new AsYouType(
    /** @type {import('libphonenumber-js/core').CountryCode} */ (country),
    plans,
  );
  const text = typeIn(national, digits);
  if (callingCode === '+1' || national.getNumberValue() !== callingCode + digits) return text;
  // Elsewhere with no trunk prefix and no brackets.
  const rest = typeIn(new AsYouType(undefined, plans), callingCode + digits).slice(callingCode.length);
  return rest.startsWith(' ') ? rest.slice(1) : digits;
}

/**
 * One world zone. A calling code is never cut apart: formats live in its main country, which comes first, and the order
 * of countries decides how the library resolves a number that fits several.
 *
 * @param {Metadata} metadata
 * @param {Record<string, string>} examples
 * @param {string} zone
 */
function buildShard(metadata, examples, zone) {
  const codes = Object.entries(metadata.country_calling_codes).filter(([code]) => code.startsWith(zone));
  const countries = codes.flatMap(([, list]) => list);
  // The library's table of calling codes is put together again from calling-codes.ts.
  const shard = {
    // Without the last two entries, the prefixes that people elsewhere dial and the word for an extension: nothing asks.
    plans: Object.fromEntries(countries.map(country => [country, metadata.countries[country]?.slice(0, 12)])),
    // In the order of the plans: the names need not be written twice.
    examples: countries.map(country => formatExample(metadata, country, examples[country] ?? '')).join(),
  };
  const json = JSON.stringify(shard);
  if (/[~']/.test(json)) throw new Error(`Zone ${zone} holds a "~" or a "'" of its own`);
  // JSON is parsed faster than a script; "~" stands for the most frequent sign of all, a digit in a pattern.
  return `${banner}export default '${json.replaceAll('\\\\d', '~').replaceAll('\\', '\\\\')}';\n`;
}

/**
 * "1USAGAI…7RUKZ20EG27ZA211SS.MAEH.DZ216TN…": every calling code, followed by its countries, the main one first. A dot
 * stands for the code after the one before it.
 *
 * @param {Metadata} metadata
 */
function buildCallingCodes(metadata) {
  let packed = '';
  let last = 0;
  for (const [code, countries] of Object.entries(metadata.country_calling_codes)) {
    packed += (Number(code) === last + 1 && last > 0 ? '.' : code) + countries.join('');
    last = Number(code);
  }
  return `${banner}export const packedCallingCodes =\n  '${packed}';\n`;
}

/**
 * "FREurope/Paris,GBEurope/London, …": the time zones of each country as CLDR has them. The list is the one of the
 * Node.js that froze it, because browsers differ: it is only rewritten when asked for with `--time-zones`.
 *
 * @param {Metadata} metadata
 */
function buildTimeZones(metadata) {
  /** @type {Record<string, string[]>} */
  const byArea = {};
  for (const country of Object.keys(metadata.countries)) {
    /** @type {Intl.Locale & { getTimeZones?: () => string[], timeZones?: string[] }} */
    const locale = new Intl.Locale(`und-${country}`);
    for (const timeZone of locale.getTimeZones?.() ?? locale.timeZones ?? []) {
      const [area = '', ...rest] = timeZone.split('/');
      (byArea[area] ??= []).push(country + rest.join('/'));
    }
  }
  const lines = Object.entries(byArea).map(([area, places]) => `  ${area}:\n    '${places.join()}',\n`);
  return (
    `${banner}// ICU ${process.versions.icu}, time zones ${process.versions.tz}.\n` +
    `export const packedTimeZones: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`
  );
}

/**
 * File name → content of everything that depends on the phone library alone.
 *
 * @returns {Record<string, string>}
 */
export function generate() {
  const metadata = readMetadata();
  const examples = readExamples();
  /** @type {Record<string, string>} */
  const files = { 'calling-codes.ts': buildCallingCodes(metadata) };
  for (const zone of '123456789') files[`zone-${zone}.ts`] = buildShard(metadata, examples, zone);
  return files;
}

/** @param {string} name */
export const readGenerated = name => readFileSync(resolve(directory, name), 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = generate();
  if (process.argv.includes('--time-zones')) files['time-zones.ts'] = buildTimeZones(readMetadata());
  mkdirSync(directory, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(resolve(directory, name), content);
}
