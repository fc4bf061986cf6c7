/** `npm run i18n:add -- xx`, run for real in a copy: what it asks for, what it makes, and what it says to translate. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = process.cwd();

/** It reads the code with a TypeScript compiler. */
const toolMs = 180_000;

/** A language that is not here, and is neither one of Latin letters nor read from left to right. */
const tag = 'ug';

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'i18n-add-'));
  for (const part of ['locales', 'scripts', 'src', 'demo/generated', 'docs/languages.md', 'package.json']) {
    mkdirSync(join(copy, part, '..'), { recursive: true });
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true }));

const npm = (...command: string[]) =>
  spawnSync('npm', ['run', '-s', ...command], { cwd: copy, encoding: 'utf8' });
const read = (path: string) => readFileSync(join(copy, path), 'utf8');
const made = (path: string) => existsSync(join(copy, path));

describe('a language that is added', () => {
  test('has to have a row, and is given one to begin with', { timeout: toolMs }, () => {
    const { status, stderr } = npm('i18n:add', '--', tag);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^First give the language its row, in one of the files of scripts\/languages:\n/);
    expect(stderr).toContain(`'${tag}': {`);
    expect(stderr).toContain("english: 'Uyghur'");
    expect(stderr).toContain('isRightToLeft: true');
    expect(made(`locales/${tag}.xlf`)).toBe(false);

    // That very row goes into the table, as it stands.
    const row = stderr.slice(stderr.indexOf(`  '${tag}'`)).trimEnd();
    const table = 'scripts/languages/middle-eastern.mjs';
    writeFileSync(join(copy, table), read(table).replace(/\};\s*$/, `${row}\n};\n`));
  });

  test('has all that names a language made, and its texts listed', { timeout: toolMs }, () => {
    const { status, stdout, stderr } = npm('i18n:add', '--', tag);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });

    const ids = [...read('locales/de.xlf').matchAll(/<trans-unit id="([^"]+)"/g)].map(([, id]) => id);
    const said = stdout.split('\n\n')[0]!.split('\n');
    expect(said.map(line => line.split(': ')[0]).sort()).toEqual(ids.sort());
    expect(said).toContain('send: Text me a code');
    expect(said).toContain('country-button: Country: {0}, {1}');
    expect(said).toContain('sms-sign-in: {{code}} is your sign-in code.');
    expect(stdout).toContain(`\n${ids.length} to translate in locales/${tag}.xlf. Then: npm run i18n, `);

    expect(read(`locales/${tag}.xlf`)).toContain(
      '<trans-unit id="send">\n  <source>Text me a code</source>\n  <note ',
    );
    for (const folder of ['', 'rest/']) {
      expect(made(`src/localization/generated/${folder}${tag}.ts`)).toBe(true);
      expect(read(`src/localization/generated/import-${folder ? 'rest' : 'locale'}.ts`)).toContain(
        `'${tag}': () => import('./${folder}${tag}.js')`,
      );
    }
    const codes = read('src/localization/generated/locale-codes.ts');
    expect(codes).toMatch(new RegExp(`'en,[^']*,${tag},`));
    expect(codes).toMatch(new RegExp(`rightToLeft = /\\^\\([^)]*\\b${tag}\\b`));
    expect(read('src/server/messages/generated/translations.ts')).toContain(`  '${tag}': {`);
    expect(read('src/ssr/generated/first-texts.ts')).toContain(`  '${tag}': {`);
    expect(read('demo/generated/locale-names.ts')).toContain(`  '${tag}': 'ئۇيغۇرچە'`);
  });

  test('is held to be unfinished, text by text, until it is translated', { timeout: toolMs }, () => {
    const { status, stderr } = npm('i18n:check');
    expect(status).toBe(1);
    expect(stderr).toContain(`${tag}: send: has no translation\n`);
    expect(stderr).toContain(`${tag}: is not in the list of docs/languages.md\n`);
    const others = stderr.split('\n').filter(line => line && !line.startsWith(`${tag}: `));
    expect(others).toEqual([expect.stringMatching(/^\d+ to mend in the texts\.$/)]);
  });
});
