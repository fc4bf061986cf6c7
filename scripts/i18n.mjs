/**
 * `npm run i18n`: takes the texts of the code into `locales/*.xlf`, and what is made of the translations into
 * `generated` folders. The languages are those of `scripts/languages`, and nothing else has a list of them.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { languages } from './languages/index.mjs';

const sourceLocale = 'en';
/** Units whose id begins so are said in messages: they are the server's, and no browser's. */
const ofMessages = 'sms-';
/** And these are said in a form that a server draws, and nowhere else. */
const ofDrawn = 'drawn-';
/** What else such a form says: everything of the first step, before anything is done. */
const first =
  /^(?:heading-(?!code|new|password|register-|sign-in-)|number-(?:description|hint|label)$|message-rates$|send$|continue$|skip$|country-(?:button|choose)$|will-text$)/;

/** What is said in here seldom is: its translations are files of their own, fetched when they are wanted. */
const restFolder = 'src/localization/rest';

/** @typedef {import('@lit/localize-tools/lib/types/locale.js').Locale} Locale */

/** @param {string} root @param {string} xliffDir @param {string} outputDir @param {readonly string[]} locales */
function localizerOf(root, xliffDir, outputDir, locales) {
  return new RuntimeLitLocalizer({
    sourceLocale: /** @type {Locale} */ (sourceLocale),
    targetLocales: /** @type {Locale[]} */ ([...locales]),
    inputFiles: [
      'src/elements/**/*.ts',
      'src/localization/*.ts',
      `${restFolder}/*.ts`,
      'src/server/messages/english.ts',
      'src/ssr/*.ts',
    ],
    output: { mode: 'runtime', language: 'ts', outputDir },
    interchange: { format: 'xliff', xliffDir, placeholderStyle: 'x' },
    baseDir: root,
    resolve: path => resolve(root, path),
  });
}

/** Whether the texts of a language are those of another one in other letters. @param {string} locale */
export const isMade = locale => languages[locale]?.madeFrom !== undefined;

/**
 * The translations of a language, as XLIFF: its file, or what is made of another language's.
 *
 * @param {string} root
 * @param {string} locale
 */
export function readXliff(root, locale) {
  const { madeFrom } = languages[locale] ?? {};
  const path = join(root, `locales/${madeFrom?.locale ?? locale}.xlf`);
  if (!existsSync(path)) return undefined;
  const content = readFileSync(path, 'utf8');
  return madeFrom
    ? madeFrom.write(content).replace(/target-language="[^"]*"/, `target-language="${locale}"`)
    : content;
}

/**
 * What the texts of the code and the translations make together.
 *
 * @param {string} root
 * @param {readonly string[]} [locales]
 * @returns {Promise<{ complaints: string[], files: Record<string, string> }>} the tool's complaints, or path → content
 */
export async function makeFiles(root, locales = Object.keys(languages)) {
  const folder = mkdtempSync(join(tmpdir(), 'i18n-'));
  try {
    const [xliffDir, outputDir] = [join(folder, 'locales'), join(folder, 'generated')];
    if (existsSync(join(root, 'locales'))) cpSync(join(root, 'locales'), xliffDir, { recursive: true });
    for (const locale of locales.filter(isMade)) {
      writeFileSync(join(xliffDir, `${locale}.xlf`), readXliff(root, locale) ?? '');
    }
    const localizer = localizerOf(root, xliffDir, outputDir, locales);
    const { messages: english, errors } = localizer.extractSourceMessages();
    const complaints = [...errors.map(inWords), ...localizer.validateTranslations().errors];
    if (complaints.length) return { complaints, files: {} };
    await quietly(() => localizer.build());
    await localizer.writeInterchangeFiles();
    /** @type {Record<string, string>} */
    const files = {};
    /** @type {Record<string, string>} */
    const messages = {};
    /** @type {Record<string, Record<string, string>>} */
    const drawn = {
      [sourceLocale]: Object.fromEntries(english.map(({ name, contents }) => [name, plain(contents)])),
    };
    const seldom = new Set(
      english.filter(({ file }) => file.fileName.includes(restFolder)).map(({ name }) => name),
    );
    const ofLocalization = 'src/localization/generated';
    for (const locale of locales) {
      if (!isMade(locale)) {
        files[`locales/${locale}.xlf`] = readFileSync(join(xliffDir, `${locale}.xlf`), 'utf8');
      }
      const module = readFileSync(join(outputDir, `${locale}.ts`), 'utf8').split('\n');
      const isOfMessages = (/** @type {string} */ line) => idOf(line).startsWith(ofMessages);
      const isOfServers = (/** @type {string} */ line) =>
        isOfMessages(line) || idOf(line).startsWith(ofDrawn);
      const isSeldom = (/** @type {string} */ line) => seldom.has(idOf(line));
      const ours = module.filter(line => !isOfServers(line));
      files[`${ofLocalization}/${locale}.ts`] = ours.filter(line => !isSeldom(line)).join('\n');
      files[`${ofLocalization}/rest/${locale}.ts`] = ours
        .filter(line => !idOf(line) || isSeldom(line))
        .map(line => (idOf(line) === 'country-aliases' ? inBothScripts(line, locale) : line))
        .join('\n');
      drawn[locale] = textsIn(module);
      messages[locale] = module.filter(isOfMessages).join('\n');
    }
    files[`${ofLocalization}/locale-codes.ts`] = codesModule(locales);
    files[`${ofLocalization}/import-locale.ts`] = importModule('importLocale', '.', locales);
    files[`${ofLocalization}/import-rest.ts`] = importModule('importRest', './rest', locales);
    files['src/server/messages/generated/translations.ts'] = messagesModule(messages);
    files['src/ssr/generated/first-texts.ts'] = firstTextsModule(drawn);
    files['demo/generated/locale-names.ts'] = namesModule(locales);
    return { complaints, files };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Who reads a language in one script may type it in the other: what people call countries is there in both.
 *
 * @param {string} line "US: Америка, САД; NL: …"
 * @param {string} locale
 */
function inBothScripts(line, locale) {
  const { madeFrom } = Object.values(languages).find(({ madeFrom }) => madeFrom?.locale === locale) ?? {};
  return line.replace(/(?<=[A-Z]{2}: )[^;`]+/g, names =>
    madeFrom ? `${names}, ${madeFrom.write(names)}` : names,
  );
}

const head = '// Made by `npm run i18n` from scripts/languages and locales/*.xlf: change those.\n';

/** The tool warns of each text without a translation; `i18n-check.mjs` does, and more to the point. @param {() => Promise<void>} work */
async function quietly(work) {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    await work();
  } finally {
    console.warn = warn;
  }
}

/** @param {readonly string[]} locales */
const mirrored = locales => locales.filter(locale => languages[locale]?.isRightToLeft);

/** @param {readonly string[]} locales */
function codesModule(locales) {
  const bare = mirrored(locales).map(locale => locale.split('-')[0]);
  return `${head}
export const sourceLocale = '${sourceLocale}';

export type TargetLocale =
${locales.map(locale => `  | '${locale}'`).join('\n')};

export type Locale = typeof sourceLocale | TargetLocale;

// One text weighs less than a list of texts.
export const locales = '${[sourceLocale, ...locales].join()}'.split(',') as readonly Locale[];

/** Those that are read from right to left. */
export const rightToLeft = /^(${bare.join('|')})/;
`;
}

/**
 * Literal paths, because bundlers follow no others; the CDN files make the path.
 *
 * @param {string} name
 * @param {string} folder
 * @param {readonly string[]} locales
 */
function importModule(name, folder, locales) {
  return `${head}import type { LocaleModule } from '@lit/localize';
import type { TargetLocale } from './locale-codes.js';

const imports: Record<TargetLocale, () => Promise<LocaleModule>> = {
${locales.map(locale => `  '${locale}': () => import('${folder}/${locale}.js'),`).join('\n')}
};

export const ${name} = (locale: TargetLocale): Promise<LocaleModule> => imports[locale]();
`;
}

/** @param {Record<string, string>} messages */
function messagesModule(messages) {
  const rows = Object.entries(messages).map(([locale, lines]) => `  '${locale}': {\n${lines}\n  },`);
  return `${head}
/* eslint-disable no-irregular-whitespace */

export const translations = {
${rows.join('\n')}
};
`;
}

/** A text with `{0}` for each of its values, and what stands around them. @param {readonly (string | { untranslatable: string })[]} contents */
function plain(contents) {
  let at = 0;
  return contents
    .map(part => (typeof part === 'string' ? part : part.untranslatable))
    .join('')
    .replace(/\$\{[^}]*\}/g, () => `{${at++}}`);
}

/** The id of the text in a line of a language's module; empty where there is none. @param {string} line */
const idOf = line => /^\s*'([\w-]+)': /.exec(line)?.[1] ?? '';

/** Id → text, of the lines of a language's module. @param {readonly string[]} lines */
function textsIn(lines) {
  const rows = lines.flatMap(line => {
    const [, id = '', text = ''] = /'([\w-]+)': (?:str|html)?`(.*)`,$/.exec(line) ?? [];
    return id ? [/** @type {const} */ ([id, text.replace(/\$\{(\d)\}/g, '{$1}')])] : [];
  });
  return Object.fromEntries(rows);
}

/** @param {Record<string, Record<string, string>>} texts locale → id → text */
function firstTextsModule(texts) {
  const ids = Object.keys(texts[sourceLocale] ?? {})
    .filter(id => first.test(id) || id.startsWith(ofDrawn))
    .sort();
  const rows = Object.entries(texts).map(
    ([locale, all]) => `  '${locale}': {\n${ids.map(id => `    '${id}': \`${all[id]}\`,\n`).join('')}  },`,
  );
  return `${head}
/* eslint-disable no-irregular-whitespace */

export const firstTexts = {
${rows.join('\n')}
};
`;
}

/** @param {readonly string[]} locales */
function namesModule(locales) {
  const names = locales.map(locale => `  '${locale}': '${languages[locale]?.name ?? locale}',`);
  return `${head}
/** What each of the widget's languages calls itself. */
export const localeNames = {
  en: 'English',
${names.join('\n')}
};

export const rightToLeft: readonly string[] = ['${mirrored(locales).join("', '")}'];
`;
}

/** A complaint of the tool's own TypeScript. @param {{ file?: { fileName: string } | undefined, messageText: string | { messageText: string } }} diagnostic */
function inWords({ file, messageText }) {
  const text = typeof messageText === 'string' ? messageText : messageText.messageText;
  return file ? `${file.fileName}: ${text}` : text;
}

/** @param {string} root @returns {Promise<string[]>} complaints */
export async function writeAll(root) {
  const { complaints, files } = await makeFiles(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return complaints;
}

/**
 * A row for scripts/languages, with what `Intl` knows of a language.
 *
 * @param {string} locale
 */
export function rowFor(locale) {
  const { language, script = '' } = new Intl.Locale(locale).maximize();
  const name = (/** @type {string} */ at) =>
    new Intl.DisplayNames(at, { type: 'language' }).of(language) ?? '';
  const isRightToLeft = /^(?:Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg)$/.test(script);
  return `  '${locale}': {
    name: '${name(locale)}',
    english: '${name('en')}',
    sms: 'UCS-2', // or 'GSM-7', if 160 of its characters fit into a message
${isRightToLeft ? '    isRightToLeft: true,\n' : ''}    letter: /\\p{Script=${script}}/u, // fewer, where its script has letters that it does not use
    terms: { code: /verification code/iu, phone: /phone number/iu, sms: /SMS/u }, // in its own words
    avoid: [typewriter],
  },`;
}

/** What is to be translated in a language. @param {string} xliff @returns {string[]} */
export function untranslated(xliff) {
  const units = xliff.match(/<trans-unit [^]*?<\/trans-unit>/g) ?? [];
  return units
    .filter(unit => !unit.includes('<target>'))
    .map(unit => {
      const [, id, source] = /id="([^"]+)"[^]*?<source>([^]*?)<\/source>/.exec(unit) ?? [];
      return `${id}: ${source?.replace(/<x id="(\d)"[^>]*>/g, '{$1}')}`;
    });
}

/** @param {string} root @param {string | undefined} locale @returns {number} the exit code */
function add(root, locale) {
  if (!locale || !languages[locale]) {
    console.error(`First give the language its row, in one of the files of scripts/languages:\n`);
    console.error(rowFor(locale ?? 'sv'));
    return 1;
  }
  const todo = untranslated(readXliff(root, locale) ?? '');
  const file = `locales/${languages[locale].madeFrom?.locale ?? locale}.xlf`;
  for (const text of todo) console.log(text);
  console.log(
    `\n${todo.length} to translate in ${file}. Then: npm run i18n, npm run i18n:check -- --reviewed, npm run lint:sms.`,
  );
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option, locale] = process.argv.slice(2);
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  const complaints = await writeAll(root);
  for (const complaint of complaints) console.error(`lit-localize: ${complaint}`);
  process.exitCode = complaints.length ? 1 : option === '--add' ? add(root, locale) : 0;
}
