/** Names that libphonenumber-js has among itself: they can be short in the CDN files, where nobody else sees them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../src');

/** What the language itself has. */
const builtIn = new Set(
  [Array, Error, Function, Map, Math, Number, Object, RegExp, Set, String, Symbol].flatMap(one =>
    [one, 'prototype' in one ? one.prototype : {}].flatMap(has => Object.getOwnPropertyNames(has)),
  ),
);

/**
 * Properties that the library's modules use, and neither a text of theirs nor a word of our own source names.
 *
 * @param {readonly string[]} modules files of a chunk @returns {string[]} none where the library is not in it
 */
export function libraryNames(modules) {
  const whole = readAll(modules.filter(id => id.includes('libphonenumber-js')));
  const library = whole.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
  if (!library) return [];
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  const ours = words(readAll(files.map(name => join(source, name))));
  const quoted = words((library.match(/(['"`])(?:(?!\1)[^\\\n])*\1/g) ?? []).join(' '));
  const used = new Set([...library.matchAll(/\.([a-z_]\w{3,})\b/gi)].map(([, name = '']) => name));
  return [...used].filter(name => !builtIn.has(name) && !ours.has(name) && !quoted.has(name));
}

/** @param {readonly string[]} files */
const readAll = files => files.map(file => readFileSync(file, 'utf8')).join('\n');

/** @param {string} text */
const words = text => new Set(text.match(/\w+/g));
