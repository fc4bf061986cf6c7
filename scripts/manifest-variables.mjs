/** The public CSS variables, read from the style sheets. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../src/elements');

/** What their `@cssprop` says, and the default that the style sheets give them. @returns {import('./manifest.mjs').CssProperty[]} */
export function readVariables() {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.ts'),
  );
  const sources = files.map(name => readFileSync(join(folder, name), 'utf8'));
  const text = sources.join('\n');
  return [...text.matchAll(/@cssprop (--phone-[\w-]+) - ((?:(?!\*\/).)*)/g)]
    .map(([, name = '', description = '']) => ({
      name,
      description: description.trim(),
      default: defaultOf(text, name),
    }))
    .sort((a, b) => Number(b.name.includes('color')) - Number(a.name.includes('color')));
}

/** @param {string} css @param {string} name */
function defaultOf(css, name) {
  const start = css.indexOf(`var(${name}, `);
  if (start < 0) throw new Error(`${name} is documented, and no style sheet reads it`);
  const from = start + `var(${name}, `.length;
  let depth = 1;
  let end = from;
  while (depth > 0) depth += { '(': 1, ')': -1 }[css[end++] ?? ')'] ?? 0;
  const own = css.slice(from, end - 1).trim();
  // Names of the style sheets' own are nothing to a page.
  const shown = own.replace(/var\(--_([\w-]+)\)/g, (all, /** @type {string} */ inner) =>
    css.includes(`--_${inner}: var(--phone-color-${inner}`) ? `var(--phone-color-${inner})` : all,
  );
  return shown.includes('--_') ? undefined : shown;
}
