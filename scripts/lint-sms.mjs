/**
 * Counts the SMS segments of every message, with and without the bound last line and a site's name, and fails where one
 * costs more than its language allows: `sms` in scripts/languages.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { languages } from './languages/index.mjs';

/** Longer than most: a host with more characters than this one can take another segment. */
const sampleHost = 'accounts.example.com';
const sampleCode = '123456';
/** Each language has room for a name as long as this one within the one segment. */
const sampleBrand = 'Example Shop';

/**
 * `sms`: what the language is made of. `allowed`: segments.
 *
 * @typedef {{ locale: string, purpose: string, form: 'plain' | 'named' | 'bound', encoding: string, units: number, segments: number, allowed: number }} Row
 */

/** Loads a module of the source, which is TypeScript. @param {string} path @returns {Promise<unknown>} */
const load = async path => {
  const file = fileURLToPath(new URL(`../src/server/${path}`, import.meta.url));
  /** @type {{ module: unknown }} */
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'silent' });
  return module;
};

/** What each message costs, and what is wrong with it. */
export async function lintMessages() {
  const [{ countSegments }, { fillTemplate, messageLocales, messageTemplate }, { beginnings }] =
    /** @type {[typeof import('../src/server/messages/segments.js'), typeof import('../src/server/message-texts.js'), typeof import('../src/server/messages/texts.js')]} */ (
      await Promise.all([load('messages/segments.ts'), load('message-texts.ts'), load('messages/texts.ts')])
    );
  const forms = /** @type {const} */ ({
    plain: {},
    named: { brand: sampleBrand },
    bound: { boundHost: sampleHost },
  });
  /** @type {Row[]} */
  const rows = [];
  for (const locale of messageLocales) {
    const sms = locale === 'en' ? 'GSM-7' : languages[locale]?.sms;
    for (const purpose of /** @type {(keyof typeof beginnings)[]} */ (Object.keys(beginnings))) {
      for (const [form, wording] of /** @type {[keyof typeof forms, object][]} */ (Object.entries(forms))) {
        const text = fillTemplate(messageTemplate(purpose, locale, wording), sampleCode);
        // A language of 70 characters has none for another line.
        const allowed = form === 'bound' && sms === 'UCS-2' ? 2 : 1;
        rows.push({ locale, purpose, form, allowed, ...countSegments(text) });
      }
    }
  }
  return { rows, problems: findProblems(rows) };
}

/** @param {Row[]} rows @returns {string[]} */
export function findProblems(rows) {
  const problems = rows
    .filter(({ segments, allowed }) => segments > allowed)
    .map(
      ({ locale, purpose, form, units, encoding, segments, allowed }) =>
        `${locale} ${purpose} (${form}): ${units} units of ${encoding}, segments: ${segments} of ${allowed}`,
    );
  for (const locale of new Set(rows.map(({ locale }) => locale))) {
    const sms = locale === 'en' ? 'GSM-7' : languages[locale]?.sms;
    const made = rows.some(row => row.locale === locale && row.encoding === 'UCS-2') ? 'UCS-2' : 'GSM-7';
    if (made !== sms) problems.push(`${locale}: is made of ${made}, and marked with ${sms}`);
  }
  return problems;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rows, problems } = await lintMessages();
  console.log(
    `${'language'.padEnd(9)}${'purpose'.padEnd(28)}${'form'.padEnd(7)}${'alphabet'.padEnd(10)}units  segments`,
  );
  for (const { locale, purpose, form, encoding, units, segments } of rows) {
    const count = `${String(units).padStart(5)}  ${String(segments).padStart(8)}`;
    console.log(`${locale.padEnd(9)}${purpose.padEnd(28)}${form.padEnd(7)}${encoding.padEnd(10)}${count}`);
  }
  for (const problem of problems) console.error(problem);
  console.log(
    `${rows.length} counted, ${problems.length} wrong; the name is ${sampleBrand}, the bound line ${sampleHost}.`,
  );
  process.exitCode = problems.length ? 1 : 0;
}
