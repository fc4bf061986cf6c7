/** The names that are short in the CDN files must be nobody else's: there is no other there by which a page could say them. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ownNames, shortNames } from '../../../scripts/short-names.mjs';

const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);
const wordsOf = (files: readonly string[]) =>
  new Set(files.flatMap(file => readFileSync(file, 'utf8').match(/[\w$]+/g) ?? []));
const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => pattern.test(name))
    .map(name => join(folder, name));

const all = [...ownNames.lit, ...ownNames.ours];
const libraries = dirname(require.resolve('typescript'));
/** What adapters send, get and are asked for; what is kept for a reload; what elements say of themselves. */
const contract = ['errors.ts', 'protocol.ts', 'flow/state.ts', 'flow/snapshot.ts'];

test.each([
  ['the platform', filesIn(libraries, /^lib\..*\.d\.ts$/)],
  ['what is documented of the elements', [join(root, 'docs/api.md')]],
  ['a backend', filesIn(join(root, 'src/backends'), /\.ts$/)],
  ['what is sent or kept', contract.map(file => join(root, 'src', file))],
])('none is a word of %s', (_, files) => {
  const words = wordsOf(files);
  expect(words.size).toBeGreaterThan(50);
  expect(all.filter(name => words.has(name))).toEqual([]);
});

test('each is listed once, and in use', () => {
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  const lit = ['@lit/reactive-element', 'lit-html', 'lit-element'].map(name => require.resolve(name));
  const ofLit = wordsOf(lit.flatMap(file => filesIn(dirname(file), /^[\w-]+\.js$/)));
  const ofOurs = wordsOf(filesIn(join(root, 'src'), /\.ts$/));
  expect(ownNames.lit.filter(name => !ofLit.has(name))).toEqual([]);
  expect(ownNames.ours.filter(name => !ofOurs.has(name))).toEqual([]);
});

test('a name has the same short one in every file, which none of them has already', () => {
  const names = shortNames(['a.isShaking = b.e', 'let { isShaking } = a; a._$AH = b.isOther']);
  expect([...names.keys()]).toEqual(['isShaking', '_$AH']);
  expect([...names.values()].filter(short => short === 'e')).toEqual([]);
  expect(new Set(names.values()).size).toBe(2);
});

test.each([
  ['looked up by a text', "'isShaking' in a; a.isShaking"],
  ['bound in a template', 'html`<a .isShaking=${1}></a>`; a.isShaking'],
  ['exported', 'let b = a.isShaking; export { b as isShaking }'],
])('a name that is %s cannot be short', (_, code) => {
  expect(() => shortNames([code])).toThrow('isShaking can be looked up by name now');
});
