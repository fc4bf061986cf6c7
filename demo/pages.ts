/**
 * The pages of examples/, backends/ and probes/ are written as what each has of its own: its title, its script and its
 * `<main>`. What they share is put around that here, for the server and for the static build. A page that has a doctype is
 * whole as it is: logto.html, which goes to Logto alone.
 */
import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';

const ofExamples = ['../../src/before.css', '../base.css', '../examples/example.css'];

const styleSheets: Readonly<Record<string, readonly string[]>> = {
  examples: ofExamples,
  backends: [...ofExamples, './backends.css'],
  probes: ['../base.css', './probe.css'],
};

const bar = `<header class="bar">
      <p class="brand"><img src="../icon.svg" alt="" width="28" height="28" />phone-sign-in</p>
      <a href="../../index.html#examples-title">All examples</a>
    </header>`;

function framed(page: string, folder: string): string {
  const at = page.indexOf('<main');
  const sheets = (styleSheets[folder] ?? []).map(href => `<link rel="stylesheet" href="${href}" />`);
  const isProbe = folder === 'probes';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    ${page.slice(0, at)}
    <link rel="icon" type="image/svg+xml" href="../icon.svg" />
    ${sheets.join('\n    ')}
    ${isProbe ? '' : '<script type="module" src="./source.ts"></script>'}
  </head>
  <body>
    ${isProbe ? '' : bar}
    ${page.slice(at)}
  </body>
</html>`;
}

export function demoPages(): Plugin {
  return {
    name: 'phone-sign-in-pages',
    transformIndexHtml: {
      order: 'pre',
      handler: (page, { filename }) =>
        page.startsWith('<!doctype') ? page : framed(page, basename(dirname(filename))),
    },
  };
}
