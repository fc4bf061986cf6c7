import { join } from 'node:path';
import { build } from 'vite';

export const root = join(import.meta.dirname, '../../..');

/** Bundles `phone-sign-in-server`, and answers its file. Below the repository it finds its packages. */
export async function bundleCommand(outDir: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['ioredis', 'pg'] },
    build: {
      ssr: 'src/server/bin.ts',
      outDir,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'bin.mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  return join(outDir, 'bin.mjs');
}
