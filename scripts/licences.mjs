/**
 * THIRD-PARTY-LICENSES: whose code and data is inside of what we publish, with the texts of their licences.
 * `node scripts/licences.mjs` writes it; the build and a test say when it is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildCdn } from './build-cdn.mjs';

const root = resolve(import.meta.dirname, '..');
const file = join(root, 'THIRD-PARTY-LICENSES');
const line = '-'.repeat(80);

/** What is made from others' data and committed; no module of a build names it. */
const data = [
  {
    title: 'Numbering plans, from libphonenumber (Google), through libphonenumber-js',
    license: 'Apache-2.0',
    text: 'node_modules/libphonenumber-js/LICENSE.Apache',
  },
];

/**
 * The packages whose modules are inside a bundle.
 *
 * @param {Iterable<string>} modules ids of modules, as the bundler has them @returns {string[]}
 */
export function packagesIn(modules) {
  const names = [...modules].flatMap(id => {
    const path = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '';
    const isForeign = id.replaceAll('\\', '/').includes('/node_modules/');
    return isForeign ? [/^(@[^/]+\/[^/]+|[^/]+)/.exec(path)?.[0] ?? ''] : [];
  });
  // The bundler's own helper, a line of which is in the output.
  return [...new Set(names)].filter(name => name !== 'vite').sort();
}

/** @param {string[]} packages @returns {string} the file's text */
export function licences(packages) {
  const bundled = packages.map(name => {
    const folder = join(root, 'node_modules', name);
    /** @type {unknown} */
    const json = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const { license } = /** @type {{ license?: string }} */ (json);
    const text = readdirSync(folder).find(
      entry => /^licen[cs]e(\.\w+)?$/i.test(entry) && !/apache/i.test(entry),
    );
    if (!license || !text) throw new Error(`${name} is bundled and says no licence`);
    return { title: name, license, text: join('node_modules', name, text) };
  });
  const all = [...bundled, ...data].map(({ title, license, text }) => ({
    title,
    license,
    text: readFileSync(join(root, text), 'utf8').trim(),
  }));
  const list = all.map(({ title, license }) => `${title}: ${license}`).join('\n');
  const texts = all.map(({ title, license, text }) => `${line}\n${title} (${license})\n${line}\n\n${text}`);
  return `What is inside of the files of this package (dist/ and dist/cdn/), and under which licence.
What is installed beside it has its own.

${list}

${texts.join('\n\n')}\n`;
}

/** @param {string[]} packages fails where the file is another than it has to be, or does not name one of these */
export function checkLicences(packages) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const missing = packages.filter(name => !text.includes(`\n${name}: `));
  if (missing.length > 0)
    throw new Error(
      `Bundled, and not in THIRD-PARTY-LICENSES: ${missing.join(', ')}. Run scripts/licences.mjs.`,
    );
}

/** What is in the CDN files: all that is in the package's own, and what those leave outside. */
export async function bundledPackages(chunks = buildCdn({ write: false })) {
  return packagesIn((await chunks).flatMap(({ modules }) => modules.map(({ id }) => id)));
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  writeFileSync(file, licences(await bundledPackages()));
  console.log('Wrote THIRD-PARTY-LICENSES');
}
