/**
 * Prints what reading numbers costs a page: each chunk as Vite builds it, in bytes of brotli (`node
 * scripts/measure-phone.mjs`), and fails where one is over its budget. docs/numbers.md quotes the output.
 */
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const phone = resolve(import.meta.dirname, '../src/phone');

/** Chunk → the most it may weigh. */
const budgets = { library: 11_200, zone: 1_800 };

/** A page that uses all of it the way the elements do; this module is what numbers add to the first payload. */
const page = `
  import * as countries from '${phone}/countries.ts';
  import { loadPhoneCore } from '${phone}/load.ts';
  import { toAscii } from '${phone}/digits.ts';
  import { countryOfLanguages } from '${phone}/guess-language.ts';
  const loadSearch = () => import('${phone}/search.ts');
  const loadGuess = () => import('${phone}/guess.ts');
  globalThis.page = { ...countries, loadPhoneCore, countryOfLanguages, toAscii, loadSearch, loadGuess };
`;

// `build.lib` would leave white space in the output, so the entry is a plain input.
const built = await build({
  configFile: false,
  logLevel: 'error',
  root: resolve(phone, '../..'),
  plugins: [
    {
      name: 'page',
      enforce: 'pre',
      resolveId: id => (id === 'start' ? id : null),
      load(id) {
        if (id === 'start') return page;
        // Vite wraps each import() to preload style sheets, of which there are none: 0.6 kB at the start for nothing.
        return id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = load => load();' : null;
      },
    },
  ],
  build: {
    write: false,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: 'start',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
      },
    },
  },
});

const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
  Array.isArray(built) ? built[0] : built
);
const sizes = output
  .flatMap(file => (file.type === 'chunk' ? [file] : []))
  .map(file => ({
    name: file.fileName.replace(/\.js$/, ''),
    bytes: brotliCompressSync(file.code).length,
    entry: file.isEntry,
    imports: file.imports,
  }))
  .sort((a, b) => a.name.localeCompare(b.name));

for (const { name, bytes, imports } of sizes) {
  const budget = name.startsWith('zone-') ? budgets.zone : name === 'library' ? budgets.library : undefined;
  const over = budget !== undefined && bytes > budget;
  if (over) process.exitCode = 1;
  console.log(
    name.padEnd(16),
    String(bytes).padStart(6),
    budget === undefined ? '' : `of ${budget}${over ? '  OVER' : ''}`,
    imports.length > 0 ? `with ${imports.join(' ').replaceAll('.js', '')}` : '',
  );
}
