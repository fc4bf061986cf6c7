/**
 * `npm run size`: what the CDN build costs a visitor, in bytes of brotli, beside intl-tel-input as Vite builds it in the
 * same run. Fails where a number is over its ceiling below, so that nothing grows unseen.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { buildCdn } from './build-cdn.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * The one table of what is allowed. `ceiling`: no more than this, or the build fails; lower it whenever something gets
 * smaller. `wanted`: where it is to go.
 *
 * @type {Record<string, { ceiling: number, wanted: number }>}
 */
export const budgets = {
  'first payload': { ceiling: 12_800, wanted: 12_800 },
  'English sign-in, British number': { ceiling: 45_000, wanted: 45_000 },
  'English sign-in, US number': { ceiling: 45_590, wanted: 46_000 },
  // Not in the two above: who signs in need not open it. Fetched in idle time once the field has been touched.
  'list of countries': { ceiling: 6_850, wanted: 7_000 },
  'largest language': { ceiling: 1_600, wanted: 1_600 },
  'largest adapter': { ceiling: 1_970, wanted: 2_000 },
};

/**
 * Numbers, typed key by key as they are written at home, and the plans that are fetched on the way: on its way a number can
 * look like another country's without its plus. A test types them into the CDN build.
 */
export const typedNumbers = {
  GB: { typed: '07400127001', zones: ['44', '7'] },
  US: { typed: '2015550123', zones: ['1'] },
};

/** What is fetched on the way to being signed in, beside plans: with the country guessed, over our own contract. */
const signInModules = [
  'src/elements/number-field/after-paint/number-editor.ts',
  'src/elements/number-field/without-country/index.ts',
  'src/elements/sign-in/on-touch/index.ts',
  'src/backends/http.ts',
];

/** @typedef {Awaited<ReturnType<typeof buildCdn>>[number]} Chunk */

/** @param {Chunk[]} chunks @param {string} module @returns {Chunk | undefined} */
function chunkWith(chunks, module) {
  return chunks.find(({ modules }) => modules.some(({ id }) => id === resolve(root, module)));
}

/** A chunk with all that it imports. @param {Chunk[]} chunks @param {Chunk[]} from @returns {Set<Chunk>} */
function closure(chunks, from) {
  const found = new Set(from);
  for (const { imports } of found)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return found;
}

/** @param {Iterable<Chunk>} chunks */
const sum = chunks => [...chunks].reduce((total, { bytes }) => total + bytes, 0);

/** @param {Chunk[]} chunks @returns {{ first: Set<Chunk>, signIn: Record<'GB' | 'US', Set<Chunk>> }} the files of each */
export function loadedFiles(chunks) {
  const entry = chunks.find(({ fileName }) => fileName === 'phone-sign-in.js');
  if (!entry) throw new Error('The CDN build has no phone-sign-in.js');
  const withNumber = (/** @type {string[]} */ zones) => {
    const modules = [...signInModules, ...zones.map(zone => `src/phone/generated/zone-${zone}.ts`)];
    const later = modules.map(module => {
      const chunk = chunkWith(chunks, module);
      if (!chunk) throw new Error(`${module} is in no chunk any more; see scripts/size.mjs`);
      return chunk;
    });
    return closure(chunks, [entry, ...later]);
  };
  return {
    first: closure(chunks, [entry]),
    signIn: { GB: withNumber(typedNumbers.GB.zones), US: withNumber(typedNumbers.US.zones) },
  };
}

/** @param {Chunk[]} [chunks] @returns {Promise<Record<string, number>>} each name of `budgets` → bytes */
export async function measureSizes(chunks) {
  chunks ??= await buildCdn({ write: false });
  const { first, signIn } = loadedFiles(chunks);
  const largest = (/** @type {RegExp} */ modules) =>
    Math.max(
      ...chunks
        .filter(chunk => !signIn.GB.has(chunk) || /http/.test(chunk.name))
        .filter(chunk => chunk.modules.some(({ id }) => modules.test(id)))
        .map(({ bytes }) => bytes),
    );
  return {
    'first payload': sum(first),
    'English sign-in, British number': sum(signIn.GB),
    'English sign-in, US number': sum(signIn.US),
    'list of countries': chunkWith(chunks, 'src/elements/country-picker/on-open/index.ts')?.bytes ?? NaN,
    'largest language': largest(/\/src\/localization\/generated\/(?!locale-codes|import-)/),
    'largest adapter': largest(/\/src\/backends\/(?!index|backend|call)/),
  };
}

/** @param {string} utils how the page loads what formats and checks @returns {Promise<number[]>} */
async function peerScripts(utils) {
  const folder = resolve(root, 'node_modules/intl-tel-input/dist');
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      {
        name: 'page',
        enforce: 'pre',
        resolveId: id => (id === 'page' ? id : null),
        load: id =>
          id === 'page'
            ? `import intlTelInput from '${folder}/js/${utils}';
               intlTelInput(document.querySelector('input'), { initialCountry: 'gb', strictMode: true });`
            : null,
      },
    ],
    build: { write: false, target: 'es2022', modulePreload: false, rollupOptions: { input: 'page' } },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    Array.isArray(built) ? built[0] : built
  );
  return output.flatMap(file => (file.type === 'chunk' ? [brotliCompressSync(file.code).length] : []));
}

/**
 * intl-tel-input, built and weighed in the same way.
 *
 * @returns {Promise<Record<string, number>>}
 */
export async function measurePeer() {
  const folder = resolve(root, 'node_modules/intl-tel-input/dist');
  const [plain = 0, withUtils = 0] = (
    await Promise.all([peerScripts('intlTelInput.mjs'), peerScripts('intlTelInputWithUtils.mjs')])
  ).map(sizes => sizes.reduce((total, bytes) => total + bytes, 0));
  const style = brotliCompressSync(readFileSync(resolve(folder, 'css/intlTelInput.min.css'))).length;
  const flags = (/** @type {string} */ name) => readFileSync(resolve(folder, 'img', name)).length;
  return {
    'script and style, without utils': plain + style,
    'script and style, with utils': withUtils + style,
    'its flags': flags('flags.webp'),
    'its flags, sharp screens': flags('flags@2x.webp'),
  };
}

/** @param {Record<string, number>} sizes @returns {string[]} names of what is over its ceiling */
export function overCeiling(sizes) {
  return Object.keys(budgets).filter(name => !((sizes[name] ?? Infinity) <= (budgets[name]?.ceiling ?? 0)));
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  const sizes = await measureSizes();
  const peer = await measurePeer();
  const json = readFileSync(resolve(root, 'node_modules/intl-tel-input/package.json'), 'utf8');
  const [, version = ''] = /"version": "([^"]+)"/.exec(json) ?? [];
  const over = overCeiling(sizes);
  console.table(
    Object.fromEntries(
      Object.entries(budgets).map(([name, { ceiling, wanted }]) => [
        name,
        { bytes: sizes[name], ceiling, wanted, '': over.includes(name) ? 'OVER THE CEILING' : '' },
      ]),
    ),
  );
  console.log(`intl-tel-input ${version}: a field, and no sign-in`);
  console.table(Object.fromEntries(Object.entries(peer).map(([name, bytes]) => [name, { bytes }])));
  if (over.length > 0) {
    console.error(`Over the ceiling: ${over.join(', ')}. The table is in scripts/size.mjs.`);
    process.exitCode = 1;
  }
}
