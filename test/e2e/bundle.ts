/** A page's own script, as its bundler makes it. */
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** One file. `source`: a module at the root of this repository; libraries that tell of mistakes do so. */
export async function bundle(source: string): Promise<string> {
  const entry = join(root, 'entry.js');
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      {
        name: 'entry',
        resolveId: id => (id === entry ? id : null),
        load: id => (id === entry ? source : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'entry' },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  expect(output).toHaveLength(1);
  return output[0].code;
}
