/** How the CDN files are built: one small entry, and chunks beside it that load from wherever it was served. All of a version are in one folder. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { minify } from 'terser';
import { build } from 'vite';
import { libraryNames } from './library-names.mjs';
import { shortNames } from './short-names.mjs';
import { withoutUnused } from './unused-code.mjs';

const root = resolve(import.meta.dirname, '..');
/** @type {unknown} */
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const { version } = /** @type {{ version: string }} */ (manifest);

/** What a translator is told of a text is in the XLIFF files; no visitor need fetch it. @type {import('vite').Plugin} */
export const withoutDescriptions = {
  name: 'phone-sign-in:descriptions',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/(elements|localization|ssr)\/[\w/-]+\.ts$/.test(id)) return null;
    return { code: code.replace(/\s*desc:\s*'(?:[^'\\]|\\.)*',?/g, ''), map: null };
  },
};

/** The style sheets' own variables, which the CDN files number. */
const variables = [
  ...new Set(
    readFileSync(resolve(root, 'src/elements/shared/tokens.styles.ts'), 'utf8').match(/--_[a-z-]+/g),
  ),
];

/**
 * White space is for those who read the source: in style sheets it goes, and with it the names of private variables; in templates one
 * space says as much as a line.
 *
 * @type {import('vite').Plugin}
 */
export const withoutWhiteSpace = {
  name: 'phone-sign-in:white-space',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/(elements|ssr)\/[\w./-]+\.ts$/.test(id) || !code.includes('css`')) return null;
    const tight = code
      .replace(/--_[a-z-]+/g, name => `--_${variables.indexOf(name).toString(36)}`)
      .replace(/(?<=\bcss`)\n[^`]*/g, sheet =>
        transform({ filename: id, code: Buffer.from(sheet), minify: true }).code.toString(),
      );
    return { code: tight, map: null };
  },
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const chunks = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? [file] : []));
      const names = shortNames(chunks.map(({ code }) => code));
      for (const file of chunks) {
        const shortened = [...names.keys(), ...libraryNames(Object.keys(file.modules))];
        const regex = new RegExp(`^(?:${shortened.map(name => name.replaceAll('$', '\\$')).join('|')})$`);
        const props = Object.fromEntries([...names].map(([name, short]) => [`$${name}`, short]));
        // Vite leaves the white space of a library to others.
        const { code } = await minify(file.code, {
          module: true,
          ecma: 2020,
          compress: { passes: 3, pure_getters: true, keep_fargs: false },
          // The minifier's own list of what browsers have is of other times: `isOpen` is on it.
          mangle: { properties: { regex, builtins: true } },
          // Of its own for each file: the minifier writes into it.
          nameCache: { props: { props } },
        });
        const made = makePaths(code ?? file.code);
        const whole = [...names.keys()].find(name => made.split(/[^\w$]/).includes(name));
        if (whole) throw new Error(`${whole} is not short in ${file.fileName}`);
        // There the other paths pack better where they are written as the made ones are; elsewhere they do not.
        file.code = (file.isEntry ? made.replace(/\bimport\("([^"]*)"\)/g, 'import(`$1`)') : made)
          // Minified code has line breaks within templates alone.
          .replace(/\s*\n\s*/g, ' ')
          .replace(/(?<=`) (?=<)|(?<=>) (?=`)/g, '');
      }
    },
  },
};

/** Modules of src/ that several of the later chunks share: in the first file they are no requests of their own. */
const sharedInFirst = ['e164.ts', 'phone/digits.ts'];

/** @type {import('vite').Plugin} */
export const cdnPlugin = {
  name: 'phone-sign-in:cdn',
  enforce: 'pre',
  load(id) {
    // Each of our texts has an id of its own (a test sees to it): none is made from the text at run time.
    return id.endsWith('@lit/localize/internal/id-generation.js')
      ? 'export const generateMsgId = null;'
      : null;
  },
  transform(code, id) {
    if (id === resolve(root, 'src/cdn.ts')) {
      const kept = sharedInFirst.map(name => `export * from './${name}';`);
      return { code: [code, ...kept].join('\n'), map: null };
    }
    const shorter = withoutUnused(code, id, code => this.parse(code));
    if (shorter === undefined) return null;
    code = shorter;
    // Where a page lists its Trusted Types policies, a second Lit cannot make another "lit-html": ours has its own name.
    if (!id.includes('lit-html.js')) return { code, map: null };
    const renamed = code.replace(/createPolicy\((["'])lit-html\1/, 'createPolicy("phone-sign-in"');
    if (renamed === code)
      throw new Error('lit-html makes its policy in another way now; see scripts/build-cdn.mjs');
    return { code: renamed, map: null };
  },
};

/**
 * Makes the path of a language and of a zone from its name. The source lists them for bundlers, `ar: () => import('…/ar.js')`,
 * and such a line for each would weigh more than all else that the first file says of them.
 *
 * @param {string} code
 */
function makePaths(code) {
  const list = /\b(\w+)=\{(?:"?([\w-]+)"?:\(\)=>import\("([^"]*)\2\.js"\),?){9,}\}/g;
  const names = new Set();
  const made = code.replace(list, (_, name, _key, start) => {
    names.add(name);
    return `${name}=t=>import(\`${start}\${t}.js\`)`;
  });
  return (
    made
      .replace(/\b(\w+)\[(\w+)\]\(\)/g, (call, name, key) => (names.has(name) ? `${name}(${key})` : call))
      // The function that only hands on: “await(t=>name(t))(locale)”.
      .replace(/\((\w+)=>(\w+)\(\1\)\)\(/g, (call, _, name) => (names.has(name) ? ` ${name}(` : call))
  );
}

/**
 * `source`: another entry than the package's own, built in the same way.
 *
 * @param {{ write?: boolean, outDir?: string, source?: string }} [options]
 */
export async function buildCdn({ write = true, outDir = `dist/cdn/${version}`, source } = {}) {
  // Lit's development build would be taken otherwise, where a test sets it.
  process.env.NODE_ENV = 'production';
  const given = resolve(root, 'src/source.ts');
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    base: './',
    // A language needs no more of it, and the whole would be a chunk of its own: one more round trip.
    resolve: { alias: [{ find: /^@lit\/localize$/, replacement: '@lit/localize/internal/str-tag.js' }] },
    plugins: [
      withoutDescriptions,
      withoutWhiteSpace,
      cdnPlugin,
      {
        name: 'phone-sign-in:source',
        enforce: 'pre',
        resolveId: id => (id === given ? id : null),
        load: id => (id === given ? source : null),
      },
    ],
    build: {
      write,
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      // Without `lib` each import() would be wrapped to preload style sheets, of which there are none.
      lib: {
        entry: { 'phone-sign-in': source === undefined ? resolve(root, 'src/cdn.ts') : given },
        formats: ['es'],
      },
      rollupOptions: {
        // What the chunks share is exported from the entry: one file at the start, and no others beside it.
        preserveEntrySignatures: 'allow-extension',
        // Kept apart from another version's by the folder of all: a hash in forty names would weigh a quarter of a kilobyte.
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: ({ name, facadeModuleId }) => {
            // A folder is a chunk, and named after when it loads.
            const folder = /\/([\w-]+)\/index\.ts$/.exec(facadeModuleId ?? '')?.[1];
            // The two files of a language have one name in two folders.
            const rest = facadeModuleId?.includes('/generated/rest/') ? 'rest-' : '';
            return `${rest}${folder ?? name}.js`;
          },
          format: 'es',
        },
      },
    },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    Array.isArray(built) ? built[0] : built
  );
  return output
    .flatMap(file => (file.type === 'chunk' ? [file] : []))
    .map(file => ({
      fileName: file.fileName,
      name: file.name,
      code: file.code,
      bytes: brotliCompressSync(file.code).length,
      imports: file.imports,
      dynamicImports: file.dynamicImports,
      modules: Object.entries(file.modules).map(([id, { renderedLength }]) => ({ id, renderedLength })),
    }));
}
