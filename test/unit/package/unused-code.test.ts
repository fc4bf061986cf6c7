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
  ['a tag that is an expression', /html`[^`]*<\/?\$\{/],
  ['an expression before the end of a tag without a body', /\}\/>/],
  ['an expression in a style sheet', /css`[^`]*\$\{/],
  ['an attribute that is left as it is', /="?\$\{[^}]*noChange/],
  ['a listener that is passive, or hears once', /handleEvent[^}]*(?:passive|once)/],
  [
    'a property with a rule of its own for what is a change, or for its first value',
    /\b(?:hasChanged[:(]|useDefault)/,
  ],
  ['a converter that is no function', /\b(?:from|to)Attribute\b/],
  ['a property that is a list in JSON', /type: Array/],
  [
    'a property that goes to its attribute and is no text',
    /\{[^{}]*(?:reflect: true[^{}]*type:|type:[^{}]*reflect: true)/,
  ],
  [
    'a step of an element’s life that is left out',
    /\b(?:shouldUpdate|getUpdateComplete|removeController|enableUpdating|finalizeStyles)\b/,
  ],
])('no module has %s', (_, pattern) => {
  expect(sources.filter(({ code }) => pattern.test(code)).map(({ name }) => name)).toEqual([]);
});
