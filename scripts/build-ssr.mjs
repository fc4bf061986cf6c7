/** How `phone-sign-in/ssr` is built: all of it inside, and Lit's tag for style sheets alone of what the elements are made with. */
import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { withoutDescriptions, withoutWhiteSpace } from './build-cdn.mjs';

const root = resolve(import.meta.dirname, '..');

/** Writes the modules and the style sheets. @param {string} outDir @returns {Promise<string[]>} the modules that are in it */
export async function buildSsr(outDir) {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    // Lit itself wants a DOM, or Node.
    resolve: { alias: [{ find: /^lit$/, replacement: '@lit/reactive-element/css-tag.js' }] },
    plugins: [
      withoutDescriptions,
      { name: 'phone-sign-in:tight-styles', enforce: 'pre', transform: withoutWhiteSpace.transform },
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      lib: {
        entry: { index: resolve(root, 'src/ssr/index.ts'), css: resolve(root, 'src/ssr/styles.ts') },
        formats: ['es'],
      },
      rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
  });
  const entry = resolve(root, outDir, 'css.js');
  /** @type {unknown} */
  const module = await import(pathToFileURL(entry).href);
  const { styles } = /** @type {{ styles: Record<string, string> }} */ (module);
  rmSync(entry);
  for (const [name, text] of Object.entries(styles))
    writeFileSync(resolve(root, outDir, `${name}.css`), text);
  return (Array.isArray(built) ? built : [])
    .flatMap(({ output }) => output)
    .flatMap(file => (file.type === 'chunk' ? Object.keys(file.modules) : []));
}
