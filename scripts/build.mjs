/**
 * `npm run build`: the package (dist/, with types), its CDN files (dist/cdn/), and the demo as static files (dist-demo/).
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { buildCdn, withoutDescriptions } from './build-cdn.mjs';

const root = resolve(import.meta.dirname, '..');

/** Entry points of the package: where they are in dist/, and what they are made of. */
const entries = {
  index: 'src/index.ts',
  define: 'src/define.ts',
  'backends/http': 'src/backends/http.ts',
  'server/index': 'src/server/index.ts',
  'server/connectors/index': 'src/server/connectors/index.ts',
  'server/node': 'src/server/node.ts',
  'server/bin': 'src/server/bin.ts',
};

rmSync(resolve(root, 'dist'), { recursive: true, force: true });

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [withoutDescriptions],
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
      // Of what we depend on, only @lit/localize is inside: a page's own copy must not be disturbed by ours.
      external: id =>
        !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0') && !id.startsWith('@lit/localize'),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});

execFileSync(
  process.execPath,
  [resolve(root, 'node_modules/typescript/bin/tsc'), '-p', resolve(root, 'scripts/tsconfig.types.json')],
  { stdio: 'inherit' },
);

await buildCdn();

await build({ root, logLevel: 'warn' });

console.log('Built dist/ (the package), dist/cdn/ and dist-demo/');
