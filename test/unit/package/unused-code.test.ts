/** What the CDN files leave out of Lit is there for others: ours must not come to need it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../../src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !/generated|^(?:ssr|react|server)/.test(name))
  .map(name => ({ name, code: readFileSync(join(root, name), 'utf8') }));

test.each([
  ['a directive', /lit\/(?:async-)?directive/],
  ['a comment in a template', /html`[^`]*<!--/],
  ['an element whose text is raw', /html`[^`]*<(?:style|script|textarea|title)\b/],
  ['an expression for an element as a whole', /html`[^`]*<[\w-]+\s+\$\{/],
  ['MathML', /\bmathml`/],
])('no module has %s', (_, pattern) => {
  expect(sources.filter(({ code }) => pattern.test(code)).map(({ name }) => name)).toEqual([]);
});
