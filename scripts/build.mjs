/**
 * `npm run build`: the package (dist/, with types), its CDN files (dist/cdn/), and the demo as static files (dist-demo/).
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { build as buildDocs } from 'vitepress';
import { buildCdn, withoutDescriptions } from './build-cdn.mjs';
import { writeIntegrity } from './integrity.mjs';
import { buildSsr } from './build-ssr.mjs';
import { checkLicences, packagesIn } from './licences.mjs';
import { pruneTypes, writeManifest } from './manifest-write.mjs';

// Lit's development build would be taken otherwise, where a test sets it.
process.env.NODE_ENV = 'production';

const root = resolve(import.meta.dirname, '..');

/** Entry points of the package: where they are in dist/, and what they are made of. */
const entries = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  'backends/http': 'src/backends/http.ts',
  'backends/logto': 'src/backends/logto.ts',
  'backends/logto-account': 'src/backends/logto-account.ts',
  'backends/better-auth': 'src/backends/better-auth.ts',
  'backends/supabase': 'src/backends/supabase.ts',
  'backends/firebase': 'src/backends/firebase.ts',
  'react/client': 'src/react/client.ts',
  'react/node': 'src/react/node.ts',
  'react/drawn': 'src/react/drawn.ts',
  'server/index': 'src/server/index.ts',
  'server/connectors/index': 'src/server/connectors/index.ts',
  'server/node': 'src/server/node.ts',
  'server/stores/redis': 'src/server/stores/redis.ts',
  'server/stores/postgres': 'src/server/stores/postgres.ts',
  'server/bin': 'src/server/bin.ts',
};

/** @type {unknown} */
const json = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const declared = /** @type {Record<'dependencies' | 'peerDependencies', Record<string, string>>} */ (json);
const { version } = /** @type {{ version: string }} */ (json);
/** What a consumer installs beside the package. Of what we depend on, only @lit/localize is inside. */
const outside = Object.keys({ ...declared.dependencies, ...declared.peerDependencies }).filter(
  name => name !== '@lit/localize',
);

/**
 * React's components take these by their names: what draws knows no Lit and is built apart, and what registers the elements
 * must not become a chunk, which would have no side effects for a bundler.
 *
 * @type {import('vite').Plugin}
 */
const byName = {
  name: 'phone-sign-in:by-name',
  enforce: 'pre',
  resolveId(id, importer) {
    const [, name] = /\/(define|ssr)(\/index)?\.js$/.exec(id) ?? [];
    return name && importer?.includes('/src/react/') ? { id: `phone-sign-in/${name}`, external: true } : null;
  },
};

rmSync(resolve(root, 'dist'), { recursive: true, force: true });

const built = await build({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [withoutDescriptions, byName],
  build: {
    outDir: 'dist',
    target: 'es2022',
    minify: false,
    modulePreload: false,
    lib: {
      entry: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, resolve(root, file)])),
      formats: ['es'],
    },
    rollupOptions: {
      // A page's own @lit/localize must not be disturbed by ours, so that one is inside.
      external: new RegExp(`^(node:|${outside.join('|')})`),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        banner: ({ name }) => (name.startsWith('react/') ? `'use client';` : ''),
      },
    },
  },
});

execFileSync(
  process.execPath,
  [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', resolve(root, 'scripts/tsconfig.types.json')],
  { stdio: 'inherit' },
);

writeManifest(resolve(root, 'dist'));
pruneTypes(root);

const chunks = (Array.isArray(built) ? built : [])
  .flatMap(({ output }) => output)
  .flatMap(file => (file.type === 'chunk' ? Object.keys(file.modules) : []));
const cdn = await buildCdn();
const ssr = await buildSsr('dist/ssr');
for (const folder of ['dist', 'dist/cdn', `dist/cdn/${version}`])
  copyFileSync(resolve(root, 'src/before.css'), resolve(root, folder, 'before.css'));
// The address that stays, whichever version is here.
writeFileSync(resolve(root, 'dist/cdn/phone-sign-in.js'), `import './${version}/phone-sign-in.js';\n`);
writeIntegrity(resolve(root, 'dist/cdn'));
checkLicences(packagesIn([...chunks, ...ssr, ...cdn.flatMap(({ modules }) => modules.map(({ id }) => id))]));

await build({ root, logLevel: 'warn' });
await buildDocs(resolve(root, 'docs'));

console.log('Built dist/ (the package), dist/cdn/ and dist-demo/');
