/** The CDN files leave out much of the phone library: what is left must read and format as the whole of it does. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCdn } from '../../scripts/build-cdn.mjs';
import * as whole from '../../src/phone/core.js';
import { allCountries, type CountryCode } from '../../src/phone/countries.js';
import { exampleOf, writtenForms } from './oracles.js';

let folder: string;
let cut: typeof whole;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cdn-numbers-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await buildCdn({ outDir: join(folder, 'cdn'), source: `export * from './phone/core.js';` });
  cut = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'cdn/phone-sign-in.js')).href
  )) as typeof whole;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a field makes of a text that is typed into it, key by key for the first ones. */
async function made(core: typeof whole, text: string, chosen: CountryCode): Promise<string> {
  await core.loadMetadata(text, chosen);
  const field = core.edit(core.startField(core.lineOf(''), chosen), {
    ...core.lineOf(text),
    inputType: 'insertText',
  });
  return JSON.stringify([core.readNumber(text, chosen), field.line.text]);
}

/** A country's example as it is written, begun, one digit too short or too long, and with one digit another. */
function textsOf(country: CountryCode, at: number): string[] {
  const e164 = exampleOf(country);
  const national = writtenForms(country).national!;
  const digits = national.replace(/\D/g, '');
  const changed = [...e164].map(
    (_, i) => i && e164.slice(0, i) + String((Number(e164[i]) + at) % 10) + e164.slice(i + 1),
  );
  const begun = [e164, digits].flatMap(text => [...text].map((_, i) => text.slice(0, i + 1)));
  const mutated = changed.filter(text => text !== 0);
  return [
    ...Object.values(writtenForms(country)),
    ...begun,
    ...mutated,
    `${e164}0`,
    `${digits}00`,
    `0${digits}`,
  ];
}

test('numbers of all countries, whole, begun and mistyped', { timeout: 300_000 }, async () => {
  let count = 0;
  const others: string[] = [];
  for (const [at, country] of allCountries.entries()) {
    const neighbour = allCountries[(at * 7 + 3) % allCountries.length]!;
    for (const chosen of [country, neighbour]) {
      for (const text of textsOf(country, (at % 9) + 1)) {
        count++;
        const [ours, theirs] = [await made(cut, text, chosen), await made(whole, text, chosen)];
        if (ours !== theirs) others.push(`${text} in ${chosen}: ${ours}, and not ${theirs}`);
      }
    }
  }
  expect(others).toEqual([]);
  expect(count).toBeGreaterThan(20_000);
});
