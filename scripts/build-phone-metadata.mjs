/**
 * Cuts the phone library's data into what src/phone loads: `node scripts/build-phone-metadata.mjs`.
 *
 * Writes src/phone/generated: shards of numbering plans, by the first two digits of the calling code, and their list,
 * the packed table calling code → countries, and what the time zones of each country begin with. The files are committed,
 * so that a build needs nothing but them; a test regenerates them and compares the bytes. With `--time-zones`, names that
 * the running Node.js knows are first added to scripts/time-zones.json.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { AsYouType } from 'libphonenumber-js/core';

/** @type {(id: string) => unknown} */
const require = createRequire(import.meta.url);
const directory = resolve(dirname(fileURLToPath(import.meta.url)), '../src/phone/generated');
const timeZonesFile = resolve(import.meta.dirname, 'time-zones.json');
/** The most that zones may weigh together (brotli) to share a file. */
const sharedBytes = 900;
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
 * The plans of some calling codes. A code is never cut apart: formats live in its main country, which comes first, and the
 * order of countries decides how the library resolves a number that fits several.
 *
 * @param {Metadata} metadata
 * @param {Record<string, string>} examples
 * @param {string[]} codes
 */
function buildShard(metadata, examples, codes) {
  const countries = codes.flatMap(code => metadata.country_calling_codes[code] ?? []);
  // The library's table of calling codes is put together again from calling-codes.ts.
  const shard = {
    // Without the last two entries, the prefixes that people elsewhere dial and the word for an extension: nothing asks.
    plans: Object.fromEntries(countries.map(country => [country, metadata.countries[country]?.slice(0, 12)])),
    // In the order of the plans: the names need not be written twice.
    examples: countries.map(country => formatExample(metadata, country, examples[country] ?? '')).join(),
  };
  const json = JSON.stringify(shard);
  if (/[~']/.test(json)) throw new Error(`The plans of ${codes.join()} hold a "~" or a "'" of its own`);
  // JSON is parsed faster than a script; "~" stands for the most frequent sign of all, a digit in a pattern.
  return `${banner}export default '${json.replaceAll('\\\\d', '~').replaceAll('\\', '\\\\')}';\n`;
}

/**
 * Zone → what its file holds. A zone is the first two digits of calling codes, and those that follow while together they are
 * small: a file more costs every visitor its line in the list, and a file that is larger those who need a part of it.
 *
 * @param {Metadata} metadata
 * @param {Record<string, string>} examples
 */
function buildShards(metadata, examples) {
  const codes = Object.keys(metadata.country_calling_codes);
  /** @type {Record<string, string[]>} */
  const zones = {};
  let zone = '';
  for (const start of [...new Set(codes.map(code => code.slice(0, 2)))].sort()) {
    const added = codes.filter(code => code.startsWith(start) && (start.length > 1 || code === start));
    const together = [...(zones[zone] ?? []), ...added];
    const weight = brotliCompressSync(buildShard(metadata, examples, together)).length;
    if (start.charAt(0) !== zone.charAt(0) || weight > sharedBytes) zone = start;
    zones[zone] = [...(zones[zone] ?? []), ...added];
  }
  return Object.fromEntries(
    Object.entries(zones).map(([zone, codes]) => [zone, buildShard(metadata, examples, codes)]),
  );
}

/** Literal paths, because bundlers follow no others. @param {string[]} zones */
function buildZoneImports(zones) {
  const lines = zones.map(zone => `  ${zone}: () => import('./zone-${zone}.js'),\n`);
  return (
    `${banner}export const starts = '${zones.toSorted().join()}'.split(',');\n\n` +
    `const imports: Readonly<Record<string, () => Promise<{ default: string }>>> = {\n${lines.join('')}};\n\n` +
    `export const importZone = (zone: string) => imports[zone]!();\n`
  );
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

/** Country → an example, for who draws the field where no plan is. @param {Metadata} metadata @param {Record<string, string>} examples */
function buildExamples(metadata, examples) {
  const rows = Object.keys(metadata.countries).map(country => {
    const number = formatExample(metadata, country, examples[country] ?? '');
    return `  ${country}: '${number}',\n`;
  });
  return `${banner}export const exampleNumbers: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`;
}

/** Country → its time zones, space-separated; under "" those of no country that has numbers. */
export const readTimeZones = () => /** @type {Record<string, string>} */ (require('./time-zones.json'));

/**
 * Adds to the list what this Node.js knows beyond it. Names are only ever added, because browsers differ in which of a
 * place's names they say.
 *
 * @param {Metadata} metadata
 */
function extendTimeZones(metadata) {
  const list = readTimeZones();
  const known = new Set(Object.values(list).join(' ').split(' '));
  /** @param {string} country @param {string[]} names */
  const add = (country, names) => {
    const added = names.filter(name => name.includes('/') && !known.has(name));
    for (const name of added) known.add(name);
    if (added.length > 0) list[country] = [list[country] ?? [], added].flat().join(' ');
  };
  for (const country of Object.keys(metadata.countries)) {
    /** @type {Intl.Locale & { getTimeZones?: () => string[], timeZones?: string[] }} */
    const locale = new Intl.Locale(`und-${country}`);
    add(country, locale.getTimeZones?.() ?? locale.timeZones ?? []);
  }
  add('', Intl.supportedValuesOf('timeZone'));
  writeFileSync(timeZonesFile, `${JSON.stringify(list, null, 2)}\n`);
}

/**
 * The shortest beginnings that tell countries apart, of three letters at least: with fewer, names that are newer than the
 * list would often be taken for a neighbour's.
 *
 * @param {Record<string, string>} list
 * @returns {Record<string, string[]>} country → beginnings
 */
function distinguishingPrefixes(list) {
  const entries = Object.entries(list).flatMap(([country, names]) =>
    names.split(' ').map(name => ({ country, name })),
  );
  /** @type {Record<string, string[]>} */
  const prefixes = {};
  for (const { country, name } of entries) {
    const others = entries.filter(other => other.country !== country);
    let length = Math.min(name.indexOf('/') + 4, name.length);
    while (length < name.length && others.some(other => other.name.startsWith(name.slice(0, length))))
      length++;
    (prefixes[country] ??= []).push(name.slice(0, length));
  }
  return prefixes;
}

/**
 * "America/Ada|Anc|…,America/Ant,…": for each country, in the order of calling-codes.ts, what the names of its time zones
 * begin with. An area holds until another is named.
 *
 * @param {Metadata} metadata
 */
function buildTimeZones(metadata) {
  const prefixes = distinguishingPrefixes(readTimeZones());
  let last = '';
  const countries = Object.values(metadata.country_calling_codes).flatMap(list =>
    list.map(country => {
      /** @param {string} prefix 0 for the area that holds already */
      const change = prefix => Number(!prefix.startsWith(`${last}/`));
      return [...new Set(prefixes[country])]
        .sort((a, b) => change(a) - change(b) || (a < b ? -1 : 1))
        .map(prefix => {
          const [area = '', place = ''] = prefix.split('/');
          const text = area === last ? place : prefix;
          last = area;
          return text;
        })
        .join('|');
    }),
  );
  return `${banner}export const packedTimeZones =\n  '${countries.join()}';\n`;
}

/**
 * File name → content of everything that is made from the phone library and the list of time zones.
 *
 * @returns {Record<string, string>}
 */
export function generate() {
  const metadata = readMetadata();
  const examples = readExamples();
  /** @type {Record<string, string>} */
  const files = {
    'calling-codes.ts': buildCallingCodes(metadata),
    'time-zones.ts': buildTimeZones(metadata),
    'examples.ts': buildExamples(metadata, examples),
  };
  const shards = buildShards(metadata, examples);
  files['zones.ts'] = buildZoneImports(Object.keys(shards));
  for (const [zone, shard] of Object.entries(shards)) files[`zone-${zone}.ts`] = shard;
  return files;
}

/** @param {string} name */
export const readGenerated = name => readFileSync(resolve(directory, name), 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--time-zones')) extendTimeZones(readMetadata());
  const files = generate();
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory)) if (!(name in files)) rmSync(resolve(directory, name));
  for (const [name, content] of Object.entries(files)) writeFileSync(resolve(directory, name), content);
}
