/**
 * `node scripts/size-peers.mjs`: what other sign-ins and phone fields weigh, for docs/comparison.md. Installs them from the
 * registry into a folder of its own, bundles each as a page would (Vite), and prints bytes of brotli. Takes a minute or two.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { loadedFiles, measureSizes } from './size.mjs';
import { buildCdn } from './build-cdn.mjs';

/** Package → the least that a page writes to show it. */
const peers = {
  'intl-tel-input': `import it from 'intl-tel-input/intlTelInputWithUtils'; it(document.querySelector('input'));`,
  'react-phone-number-input': `import { createElement as h } from 'react'; import { createRoot } from 'react-dom/client';
    import Input from 'react-phone-number-input'; createRoot(document.body).render(h(Input));`,
  '@teamhanko/hanko-elements': `import { register } from '@teamhanko/hanko-elements'; register('https://x.example');`,
  firebaseui: `import firebase from 'firebase/compat/app'; import 'firebase/compat/auth'; import * as ui from 'firebaseui';
    new ui.auth.AuthUI(firebase.auth()).start('#a', { signInOptions: ['phone'] });`,
  'auth0-lock': `import { Auth0LockPasswordless } from 'auth0-lock'; new Auth0LockPasswordless('a', 'b').show();`,
};
const beside = ['react@19', 'react-dom@19', 'firebase@10'];

const folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-peers-'));
writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
execFileSync(
  'npm',
  [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--legacy-peer-deps',
    ...Object.keys(peers),
    ...beside,
  ],
  { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
);

/** @param {string} name @param {string} source */
async function weigh(name, source) {
  const page = join(folder, `${name.replace(/\W/g, '-')}.js`);
  writeFileSync(page, source);
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: { write: false, target: 'es2022', modulePreload: false, rollupOptions: { input: page } },
  });
  const { output } = /** @type {import('vite').Rolldown.RolldownOutput} */ (
    Array.isArray(built) ? built[0] : built
  );
  const chunks = output.flatMap(file =>
    file.type === 'chunk' ? [{ ...file, bytes: brotliCompressSync(file.code).length }] : [],
  );
  const first = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of first)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk);
  const sum = (/** @type {Iterable<{ bytes: number }>} */ files) =>
    [...files].reduce((total, { bytes }) => total + bytes, 0);
  const json = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return {
    version: /"version": *"([^"]+)"/.exec(json)?.[1],
    'at the start': sum(first),
    'with its chunks': sum(chunks),
  };
}

try {
  const chunks = await buildCdn({ write: false });
  const ours = await measureSizes(chunks);
  const all = loadedFiles(chunks).signIn.GB.size;
  /** @type {Record<string, object>} */
  const rows = {
    'phone-sign-in': {
      'at the start': ours['first payload'],
      'with its chunks': ours['English sign-in, British number'],
      note: `${all} files, as a sign-in fetches them`,
    },
  };
  for (const [name, source] of Object.entries(peers)) {
    try {
      rows[name] = await weigh(name, source);
    } catch (error) {
      rows[name] = { note: 'not built' };
      console.error(name, error);
    }
  }
  console.table(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
