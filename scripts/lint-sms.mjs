/**
 * Counts the SMS segments of every text, with and without the bound last line, and fails where a text takes more or fewer
 * than its language is marked with in src/server/messages/texts.ts.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Longer than most: a host with more characters than this one can take another segment. */
const sampleHost = 'accounts.example.com';
const sampleCode = '123456';

/**
 * @typedef {import('../src/server/messages/texts.js').MessageTexts} MessageTexts
 * @typedef {{ locale: string, kind: string, form: 'plain' | 'bound', encoding: string, units: number, segments: number, marked: number }} Row
 */

/** Loads a module of the source, which is TypeScript. @param {string} path @returns {Promise<unknown>} */
const load = async path => {
  const file = fileURLToPath(new URL(`../src/server/${path}`, import.meta.url));
  /** @type {{ module: unknown }} */
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'silent' });
  return module;
};

async function loadSource() {
  const [texts, segments, composing] = await Promise.all([
    load('messages/texts.ts'),
    load('messages/segments.ts'),
    load('message-texts.ts'),
  ]);
  return {
    .../** @type {typeof import('../src/server/messages/texts.js')} */ (texts),
    .../** @type {typeof import('../src/server/messages/segments.js')} */ (segments),
    .../** @type {typeof import('../src/server/message-texts.js')} */ (composing),
  };
}

/**
 * What each text takes, and what is wrong with it.
 *
 * @param {Readonly<Record<string, MessageTexts>>} [table] the texts of the source, where none are given
 */
export async function lintTexts(table) {
  const { messageTexts, countSegments, bindTemplate, fillTemplate } = await loadSource();
  /** @type {Row[]} */
  const rows = [];
  /** @type {string[]} */
  const problems = [];
  for (const [locale, { segments: marks, texts }] of Object.entries(table ?? messageTexts)) {
    for (const form of /** @type {const} */ (['plain', 'bound'])) {
      const marked = marks[form];
      const counted = Object.entries(texts).map(([kind, template]) => {
        if (!template.includes('{{code}}')) problems.push(`${locale} ${kind}: has no {{code}}`);
        const whole = bindTemplate(template, form === 'bound' ? sampleHost : undefined);
        return { locale, kind, form, marked, ...countSegments(fillTemplate(whole, sampleCode)) };
      });
      rows.push(...counted);
      for (const { kind, segments, units, encoding } of counted) {
        if (segments === marked) continue;
        problems.push(
          `${locale} ${kind} (${form}): ${units} units of ${encoding}, segments: ${segments}, marked with ${marked}`,
        );
      }
    }
  }
  return { rows, problems };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rows, problems } = await lintTexts();
  console.log(
    `${'language'.padEnd(9)}${'text'.padEnd(10)}${'form'.padEnd(7)}${'alphabet'.padEnd(10)}units  segments`,
  );
  for (const { locale, kind, form, encoding, units, segments } of rows) {
    const count = `${String(units).padStart(5)}  ${String(segments).padStart(8)}`;
    console.log(`${locale.padEnd(9)}${kind.padEnd(10)}${form.padEnd(7)}${encoding.padEnd(10)}${count}`);
  }
  for (const problem of problems) console.error(problem);
  console.log(
    `${rows.length} counted, ${problems.length} wrong; the bound line is counted with ${sampleHost}.`,
  );
  process.exitCode = problems.length ? 1 : 0;
}
