/** THIRD-PARTY-LICENSES names what is bundled, with its texts. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundledPackages, licences, packagesIn } from '../../../scripts/licences.mjs';

test('the file is what scripts/licences.mjs writes', async () => {
  const packages = await bundledPackages();
  expect(packages).toEqual(expect.arrayContaining(['@lit/localize', 'libphonenumber-js', 'lit']));
  expect(readFileSync('THIRD-PARTY-LICENSES', 'utf8')).toBe(licences(packages));
});

test('packages are read from the ids of modules', () => {
  const ids = [
    '/a/node_modules/lit-html/lit-html.js?commonjs',
    '/a/node_modules/x/node_modules/@scope/name/index.js',
    'C:\\a\\node_modules\\lit\\index.js',
    '/a/src/index.ts',
    '\0vite/preload-helper.js',
  ];
  expect(packagesIn(ids)).toEqual(['@scope/name', 'lit', 'lit-html']);
});
