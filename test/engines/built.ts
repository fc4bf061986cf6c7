/** The CDN files as a page gets them, built into a folder of their own; tests may hand on changed ones. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildCdn } from '../../scripts/build-cdn.mjs';

/** Path below the folder → contents. */
export type Files = ReadonlyMap<string, string>;

const root = resolve(import.meta.dirname, '../..');

export async function buildFiles(): Promise<Files> {
  const folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-engines-'));
  try {
    await buildCdn({ outDir: folder });
    return filesIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A second copy of Lit, as a page of its own may have one beside ours. */
export async function buildLit(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-lit-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      build: {
        outDir: folder,
        target: 'es2022',
        rollupOptions: {
          input: resolve(import.meta.dirname, 'pages/own-lit.ts'),
          output: { entryFileNames: 'own-lit.js', format: 'es' },
        },
      },
    });
    return readFileSync(join(folder, 'own-lit.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  return new Map(
    names.map(path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
