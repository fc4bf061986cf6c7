/** `npx vite build -c demo/backends/logto.config.ts --outDir ~/logto-ui`: the page as Logto takes it, to be zipped. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  // The page stands at paths of any depth.
  base: '/',
  build: { outDir: '../../dist-demo/logto-ui', emptyOutDir: true, rollupOptions: { input: 'logto.html' } },
  plugins: [
    {
      name: 'logto-ui',
      enforce: 'post',
      transformIndexHtml: {
        order: 'pre',
        handler: html => html.replace(/\s*<!-- demo -->[\s\S]*?<!-- \/demo -->/g, ''),
      },
      // Every path that is no file is answered with this one.
      generateBundle(_, bundle) {
        const page = bundle['logto.html'];
        if (page) page.fileName = 'index.html';
      },
    },
  ],
});
