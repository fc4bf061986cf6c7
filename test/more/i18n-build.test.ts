/** What `npm run i18n` writes is the code's and the translators' of now: the check sees each way in which it is not. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isMade } from '../../scripts/i18n.mjs';
import { findStaleFiles, findTextProblems, markReviewed, readTexts } from '../../scripts/i18n-check.mjs';

const root = process.cwd();
const texts = readTexts(root);

/** `lit-localize` reads the code with a TypeScript compiler. */
const toolMs = 180_000;

type Edit = (content: string) => string;

/** Replaces the translation of one unit. */
const say =
  (id: string, target: string): Edit =>
  content =>
    content.replace(
      new RegExp(`(<trans-unit id="${id}"[^>]*>[^]*?<target>)[^]*?(</target>)`),
      (_, before: string, after: string) => before + target + after,
    );

describe('what npm run i18n writes', () => {
  const copies: string[] = [];
  afterEach(() => copies.splice(0).forEach(copy => rmSync(copy, { recursive: true })));

  /** A copy of all that the tool reads, with one file changed. */
  function copyWith(path: string, edit: Edit): string {
    const copy = mkdtempSync(join(tmpdir(), 'i18n-seeded-'));
    copies.push(copy);
    for (const part of ['locales', 'src', 'demo/generated', 'docs/languages.md']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const content = readFileSync(join(copy, path), 'utf8');
    const edited = edit(content);
    expect(edited, 'the seeded defect is there').not.toBe(content);
    writeFileSync(join(copy, path), edited);
    return copy;
  }

  test('is up to date', { timeout: toolMs }, async () => {
    expect(await findStaleFiles(root)).toEqual([]);
  });

  test('is stale where a text has changed in the code', { timeout: toolMs }, async () => {
    const copy = copyWith('src/elements/country-picker/on-open/country-popup.ts', code =>
      code.replace("'Close'", "'Shut'"),
    );
    expect(await findStaleFiles(copy)).toEqual(
      texts.locales
        .filter(locale => !isMade(locale))
        .map(locale => `locales/${locale}.xlf: is stale (close); run npm run i18n`),
    );
  });

  test('is stale where a translation was changed and not built', { timeout: toolMs }, async () => {
    const copy = copyWith('locales/ru.xlf', say('close', 'Убрать'));
    expect(await findStaleFiles(copy)).toEqual([
      'src/localization/generated/ru.ts: is stale; run npm run i18n',
    ]);
  });

  test('cannot be made from an id with two texts', { timeout: toolMs }, async () => {
    const copy = copyWith('src/elements/country-picker/on-open/country-popup.ts', code =>
      code.replace("id: 'close'", "id: 'send'"),
    );
    expect(await findStaleFiles(copy)).toEqual([expect.stringMatching(/ID send was defined in 2 places/)]);
  });

  test('is marked where it is new, or named as read again', () => {
    const copy = copyWith('locales/ru.xlf', xml =>
      xml
        .replace(/(id="close") extradata="\w+"/, '$1')
        .replaceAll(/(id="sen[dt]" extradata)="\w+"/g, '$1="0"'),
    );
    const unread = () => findTextProblems(readTexts(copy)).map(problem => problem.split(': ')[1]);
    expect(unread().sort()).toEqual(['close', 'send', 'sent']);
    markReviewed(copy, []);
    expect(unread().sort()).toEqual(['send', 'sent']);
    markReviewed(copy, ['send']);
    expect(unread()).toEqual(['sent']);
    markReviewed(copy, ['sent']);
    expect(readTexts(copy).xliff).toEqual(texts.xliff);
  });
});
