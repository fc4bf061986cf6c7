/**
 * Holds the texts to their rules: `node scripts/i18n-check.mjs` lists what breaks one, and fails.
 *
 * Each text of the code is in each language, as new as its source, with its placeholders, in the language's own script,
 * with the words of its glossary and in the length its note allows; what `npm run i18n` writes is up to date; nothing is
 * shown to a person past `msg`.
 *
 * `npm run i18n` renews the English of a unit and keeps the translation that was made for the old one. So each
 * unit carries a mark of the English it was written for. Who has read a translation again against the new English says
 * so with `node scripts/i18n-check.mjs --reviewed id …`; without an id that marks new translations only.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import ts from 'typescript';
import { isMade, makeFiles, readXliff } from './i18n.mjs';
import { concepts, languages, sameAsSource } from './languages/index.mjs';
import { halfWidth, typewriter } from './languages/rules.mjs';

/**
 * @typedef {object} Unit
 * @property {string} source - With `{0}` for each placeholder, as is `target`.
 * @property {string | undefined} target
 * @property {readonly string[]} sourceMarks - The placeholders, in order of their ids.
 * @property {readonly string[]} targetMarks
 * @property {string} note
 * @property {string} writtenFor - The mark of the English that the translation was written for.
 */

/**
 * Everything that the rules are about.
 *
 * @typedef {object} Texts
 * @property {readonly string[]} locales
 * @property {Record<string, string | undefined>} xliff - Locale → content of its file.
 * @property {Record<string, string>} sources - Path → code that may show texts.
 * @property {string} list - `docs/languages.md`, which names them all.
 */

const listPath = 'docs/languages.md';

/** @param {string} root @returns {Texts} */
export function readTexts(root) {
  const locales = Object.keys(languages);
  /** @type {Texts['xliff']} */
  const xliff = {};
  for (const locale of locales) xliff[locale] = readXliff(root, locale);
  /** @type {Texts['sources']} */
  const sources = {};
  for (const folder of ['src/elements', 'src/localization', 'src/server/messages', 'src/ssr']) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter(name => name.endsWith('.ts') && !name.startsWith('generated'))) {
      sources[`${folder}/${name}`] = readFileSync(join(root, folder, name), 'utf8');
    }
  }
  return { locales, xliff, sources, list: read(join(root, listPath)) ?? '' };
}

/** What the texts break of the rules. @param {Texts} texts @returns {string[]} */
export function findTextProblems({ locales, xliff, sources, list }) {
  const { calls, problems: found } = codeOf(sources);
  const problems = [...found];
  for (const locale of locales) {
    const rules = languages[locale];
    const content = xliff[locale];
    if (!rules) problems.push(`${locale}: has no row in scripts/languages`);
    if (content === undefined) problems.push(`${locale}: has no file of translations`);
    if (!rules || content === undefined) continue;
    if (!list.includes(`| \`${locale}\` `)) problems.push(`${locale}: is not in the list of ${listPath}`);
    const { units, repeated } = parseXliff(content);
    for (const id of repeated) problems.push(`${locale}: ${id}: is there twice`);
    for (const id of calls.keys()) if (!units.has(id)) problems.push(`${locale}: ${id}: is missing`);
    for (const [id, unit] of units) {
      const found = calls.has(id) ? judge(unit, id, locale, rules) : ['is in no code any more'];
      problems.push(...found.map(what => `${locale}: ${id}: ${what}`));
    }
  }
  return problems;
}

/**
 * What `npm run i18n` would write anew, or cannot.
 *
 * @param {string} root
 * @returns {Promise<string[]>}
 */
export async function findStaleFiles(root) {
  const { complaints, files } = await makeFiles(root);
  if (complaints.length) return complaints.map(complaint => `lit-localize: ${complaint}`);
  return Object.entries(files).flatMap(([path, fresh]) => {
    const now = read(join(root, path));
    if (now === fresh) return [];
    const what = path.endsWith('.xlf') ? ` (${staleUnits(now ?? '', fresh) || 'in its form'})` : '';
    return [`${path}: is stale${what}; run npm run i18n`];
  });
}

/**
 * Marks translations as written for the English of today: those of the units named, and all that had no mark yet.
 *
 * @param {string} root
 * @param {readonly string[]} ids
 */
export function markReviewed(root, ids) {
  for (const locale of Object.keys(languages).filter(locale => !isMade(locale))) {
    const path = join(root, `locales/${locale}.xlf`);
    const content = readFileSync(path, 'utf8');
    const { units } = parseXliff(content);
    writeFileSync(
      path,
      content.replace(/<trans-unit id="([^"]+)"[^>]*>/g, (tag, /** @type {string} */ id) => {
        const unit = units.get(id);
        const isMeant = unit?.target && (!unit.writtenFor || ids.includes(id));
        return isMeant ? `<trans-unit id="${id}" extradata="${markOf(unit.source)}">` : tag;
      }),
    );
  }
}

/** @param {Unit} unit @param {string} id @param {string} locale @param {import('./languages/index.mjs').Language} rules @returns {string[]} */
function judge({ source, target, sourceMarks, targetMarks, note, writtenFor }, id, locale, rules) {
  if (!target?.trim()) return ['has no translation'];
  const problems = [];
  if (writtenFor !== markOf(source)) {
    problems.push(
      `was written for another English text than “${source}”; read it again, then --reviewed ${id}`,
    );
  }
  if (sourceMarks.join('\n') !== targetMarks.join('\n')) {
    problems.push(`placeholders differ: ${sourceMarks.join(' ')} became ${targetMarks.join(' ') || 'none'}`);
  }
  const named = namesIn(target);
  if (namesIn(source) !== named)
    problems.push(`placeholders differ: ${namesIn(source)} became ${named || 'none'}`);
  const words = wordsOf(target, rules);
  if (!/\p{L}/u.test(wordsOf(source, rules))) {
    // Signs alone, that stand around a name.
  } else if (target === source) {
    if (!sameAsSource[locale]?.includes(id)) problems.push('is the English text');
  } else {
    if (!rules.letter.test(words)) problems.push(`is not in its own script: “${target}”`);
    const strange = strangeLetters(words, rules);
    if (strange) problems.push(`has letters of another script, “${strange}”: “${target}”`);
  }
  if (target !== target.trim() || / {2}/.test(target)) problems.push(`has a space too many: “${target}”`);
  // A list of names is no sentence; and a typographic quote would make a message of GSM-7 one of UCS-2.
  const isList = id === 'country-aliases';
  const isSms = id.startsWith('sms-');
  for (const [wrong, right] of rules.avoid) {
    if (isList || (isSms && (wrong === typewriter[0] || wrong === halfWidth[0]))) continue;
    const found = wrong.exec(target);
    if (found) problems.push(`“${found[0]}” should be otherwise (${right}): “${target}”`);
  }
  for (const [concept, ids] of Object.entries(concepts)) {
    const term = rules.terms[/** @type {keyof typeof concepts} */ (concept)];
    if (ids.includes(id) && !term.test(target)) problems.push(`lacks the term ${term.source}: “${target}”`);
  }
  if (isList && !/^(?:[A-Z]{2}: [^:;]+(?:; |$)){10,}$/.test(target)) {
    problems.push(`is no list of ten countries or more: “${target}”`);
  }
  const limit = Number(/Up to (\d+) characters/.exec(note)?.[1] ?? Infinity);
  const length = [...graphemes.segment(target.replace(/\{\d\}/g, ''))].length;
  if (length > limit) problems.push(`has ${length} characters of ${limit}: “${target}”`);
  return problems;
}

/** What the server puts into a message: `{{code}}`. @param {string} text */
const namesIn = text => [...text.matchAll(/\{\{\w+\}\}/g)].sort().join(' ');

/** What a reader counts as one character, in every language. */
const graphemes = new Intl.Segmenter('en');

/** @param {string} text @param {import('./languages/index.mjs').Language} rules */
function wordsOf(text, { foreign = [] }) {
  const words = text.replace(/\{\d\}|\{\{\w+\}\}|\b[A-Z]{2}:/g, ' ');
  // Names in every language.
  return ['JavaScript', 'WhatsApp', ...foreign].reduce((rest, word) => rest.replaceAll(word, ' '), words);
}

/** @param {string} words @param {import('./languages/index.mjs').Language} rules */
function strangeLetters(words, { letter, characters }) {
  const own = characters?.();
  return [...words]
    .filter(sign => /\p{L}/u.test(sign) && (!letter.test(sign) || own?.has(sign) === false))
    .join('');
}

/** @param {string} source */
function markOf(source) {
  return createHash('sha256').update(source).digest('hex').slice(0, 8);
}

/** Parsed once: most files are the same from one test to the next. @type {Map<string, ReturnType<typeof parse>>} */
const parsed = new Map();

/** @param {string} content */
function parseXliff(content) {
  const known = parsed.get(content) ?? parse(content);
  parsed.set(content, known);
  return known;
}

/** @param {string} content */
function parse(content) {
  /** @type {Map<string, Unit>} */
  const units = new Map();
  /** @type {string[]} */
  const repeated = [];
  const elements = new DOMParser().parseFromString(content, 'text/xml').getElementsByTagName('trans-unit');
  for (const element of Array.from(elements)) {
    const id = element.getAttribute('id') ?? '';
    const [source, target] = [readText(element, 'source'), readText(element, 'target')];
    if (units.has(id)) repeated.push(id);
    units.set(id, {
      source: source?.text ?? '',
      sourceMarks: source?.marks ?? [],
      target: target?.text,
      targetMarks: target?.marks ?? [],
      note: element.getElementsByTagName('note')[0]?.textContent ?? '',
      writtenFor: element.getAttribute('extradata') ?? '',
    });
  }
  return { units, repeated };
}

/** @param {import('@xmldom/xmldom').Element} unit @param {string} name */
function readText(unit, name) {
  const element = unit.getElementsByTagName(name)[0];
  if (!element) return undefined;
  let text = '';
  /** @type {string[]} */
  const marks = [];
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === 1) {
      const placeholder = /** @type {import('@xmldom/xmldom').Element} */ (node);
      const id = placeholder.getAttribute('id') ?? '';
      text += `{${id}}`;
      marks.push(`{${id}}=${placeholder.getAttribute('equiv-text') ?? ''}`);
    } else {
      text += node.nodeValue ?? '';
    }
  }
  return { text, marks: marks.sort() };
}

/** Attributes that are read out or shown. */
const shownAttribute =
  /\s(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)\s*=\s*(?:"([^"]*\p{L}[^"]*)"|([^\s"<>\0]*\p{L}[^\s"<>\0]*))/u;
/** Calls whose string arguments are read out or shown. */
const showingCalls = ['announce', 'setValidity', 'setCustomValidity', 'alert'];

/** @type {WeakMap<Texts['sources'], ReturnType<typeof readCode>>} */
const codes = new WeakMap();

/** @param {Texts['sources']} sources */
function codeOf(sources) {
  const known = codes.get(sources) ?? readCode(sources);
  codes.set(sources, known);
  return known;
}

/**
 * The calls of `msg` in the code, and what is wrong with them or shown past them.
 *
 * @param {Texts['sources']} sources
 */
function readCode(sources) {
  /** @type {Map<string, { text: string, desc: string, where: string }>} */
  const calls = new Map();
  /** @type {string[]} */
  const problems = [];

  /** @param {ts.SourceFile} file @param {ts.Node} node */
  const place = (file, node) =>
    `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

  /** @param {ts.SourceFile} file @param {ts.CallExpression} call */
  const readMsg = (file, call) => {
    const [template, options] = call.arguments;
    const where = place(file, call);
    const { id, desc } = readOptions(options);
    if (!template) return;
    if (!id || !desc) problems.push(`${where}: a text needs an id and a desc`);
    if (!id) return;
    const text = template.getText(file).replace(/\s+/g, ' ');
    const known = calls.get(id);
    if (known && (known.text !== text || known.desc !== desc)) {
      problems.push(`${where}: the id ${id} has another text or desc in ${known.where}`);
    } else if (!known) {
      calls.set(id, { text, desc: desc ?? '', where });
    }
  };

  for (const [path, code] of Object.entries(sources)) {
    const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
    /** @param {ts.Node} node */
    const visit = node => {
      if (ts.isCallExpression(node)) {
        const name = nameOf(node.expression);
        if (name === 'msg') {
          readMsg(file, node);
          const [template] = node.arguments;
          // What is inside of the text's own placeholders is code again.
          if (template) spansOf(template).forEach(({ expression }) => visit(expression));
          return;
        }
        if (showingCalls.includes(name)) {
          const shown = node.arguments.find(
            value => ts.isStringLiteralLike(value) && /\p{L}/u.test(value.text),
          );
          if (shown) problems.push(`${place(file, shown)}: ${shown.getText(file)} is shown, but no msg`);
        }
      }
      if (ts.isTaggedTemplateExpression(node) && nameOf(node.tag) === 'html') {
        const shown = shownText(node.template);
        if (shown) problems.push(`${place(file, node)}: “${shown}” is shown, but no msg`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { calls, problems };
}

/** @param {ts.Expression | undefined} options */
function readOptions(options) {
  /** @type {{ id?: string, desc?: string }} */
  const read = {};
  if (!options || !ts.isObjectLiteralExpression(options)) return read;
  for (const property of options.properties) {
    if (!ts.isPropertyAssignment(property) || !ts.isStringLiteralLike(property.initializer)) continue;
    const name = property.name.getText();
    if (name === 'id' || name === 'desc') read[name] = property.initializer.text;
  }
  return read;
}

/** `a.b.msg` → "msg". @param {ts.Expression} expression */
function nameOf(expression) {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

/** @param {ts.Expression} node @returns {readonly ts.TemplateSpan[]} */
function spansOf(node) {
  const template = ts.isTaggedTemplateExpression(node) ? node.template : node;
  return ts.isTemplateExpression(template) ? template.templateSpans : [];
}

/** The first words that a template shows by itself. @param {ts.TemplateLiteral} template */
function shownText(template) {
  const markup = ts.isTemplateExpression(template)
    ? [template.head.text, ...template.templateSpans.map(span => span.literal.text)].join('\0')
    : template.text;
  const [, quoted, bare] = shownAttribute.exec(markup.replace(/<!--.*?-->/gs, '')) ?? [];
  if (quoted ?? bare) return quoted ?? bare;
  const text = markup
    .replace(/<!--.*?-->|<(style|script)\b.*?<\/\1>/gs, '\0')
    .replace(/<[^>]*>|&#?\w+;/g, '\0')
    .split('\0');
  return text.find(part => /\p{L}/u.test(part))?.trim();
}

/** The ids of what differs in a file of translations. @param {string} now @param {string} fresh */
function staleUnits(now, fresh) {
  const [before, after] = [parseXliff(now).units, parseXliff(fresh).units];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(id => JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)))
    .join(', ');
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
  const [option, ...ids] = process.argv.slice(2);
  if (option === '--reviewed') markReviewed(root, ids);
  const problems = [...findTextProblems(readTexts(root)), ...(await findStaleFiles(root))];
  for (const problem of problems) console.error(problem);
  if (problems.length) console.error(`\n${problems.length} to mend in the texts.`);
  process.exitCode = problems.length ? 1 : 0;
}
