import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { controls, isVariable } from '../../../demo/controls.js';
import { densities, places, themes } from '../../../demo/themes.js';
import { loadBackend } from '../../../src/backends/index.js';
import { locales } from '../../../src/localization/locales.js';
import { purposes } from '../../../src/protocol.js';

const root = join(import.meta.dirname, '../../..');
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => join(folder, file));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const optionsOf = (name: string) => controls.find(control => control.name === name)?.options;

describe('the playground’s table', () => {
  const variables = controls.filter(isVariable).map(({ name }) => name);

  test('has every CSS variable that the elements read, and no other', () => {
    const read = filesIn('src/elements').flatMap(file => textOf(file).match(/var\(--phone-[\w-]+/g) ?? []);
    expect(variables.toSorted()).toEqual([...new Set(read)].map(use => use.slice(4)).sort());
  });

  test('has no name twice', () => {
    expect(new Set(controls.map(({ name }) => name)).size).toBe(controls.length);
  });

  test('offers every purpose and every language', () => {
    expect(optionsOf('purpose')).toEqual(purposes);
    expect(optionsOf('locale')?.toSorted()).toEqual(locales.toSorted());
  });

  test('offers every adapter', async () => {
    await expect(loadBackend('none', { endpoint: '/' })).rejects.toThrow(
      `There are: ${optionsOf('backend')?.join(', ')}.`,
    );
  });

  const looks = Object.entries(themes).map(([name, { variables }]) => [name, variables] as const);

  test.each([...looks, ...Object.entries({ ...densities, ...places })])(
    '%s sets only what there is',
    (_name, look) => {
      expect(variables).toEqual(expect.arrayContaining(Object.keys(look)));
    },
  );
});

test('the demo uses the widget and its server through their public entries only', () => {
  const { exports } = JSON.parse(textOf('package.json')) as { exports: Record<string, string | object> };
  // And by the widget's own rule it chooses the page's language, as the widget does; and it says what the senders of calls say,
  // whose own entry wants Node.
  const own = ['language-tags', 'server/connectors/spoken'];
  const entries = [...Object.keys(exports).map(name => name.slice(2) || 'index'), ...own];
  const strangers = filesIn('demo')
    .filter(file => !file.startsWith(join('demo', 'console')))
    .flatMap(file =>
      [...textOf(file).matchAll(/from '[./]*\/src\/([^']+)\.js'|import '[./]*\/src\/([^']+)\.js'/g)].map(
        ([, named, bare]) => ({ file, entry: (named ?? bare ?? '').replace(/(.)\/index$/, '$1') }),
      ),
    );
  expect(strangers.length).toBeGreaterThan(10);
  expect(strangers.filter(({ entry }) => !entries.includes(entry))).toEqual([]);
});
