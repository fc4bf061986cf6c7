/** README.md and docs/*.md as pages beside the static demo, in its colours. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Marked } from 'marked';

const root = resolve(import.meta.dirname, '..');
const docs = join(root, 'docs');

/** In the order a page's author needs them; what is not named comes after. */
const order = ['README', 'embed', 'theming', 'api', 'languages', 'numbers', 'backends', 'recipes', 'server'];

const style = `
.docs { display: grid; grid-template-columns: minmax(9rem, 13rem) minmax(0, 46rem); gap: 3rem; padding: 1.5rem; }
.docs nav ul { position: sticky; inset-block-start: 1.5rem; display: grid; gap: 0.35rem; margin: 0; padding: 0; list-style: none; }
.docs nav a { color: var(--muted); text-decoration: none; }
.docs nav a:hover, .docs nav [aria-current] { color: var(--text); }
.docs nav [aria-current] { font-weight: 600; }
.docs :is(h1, h2, h3) { margin-block: 2rem 0.6rem; line-height: 1.25; }
.docs h1 { margin-block-start: 0; }
.docs :is(p, ul, ol, pre, .table) { margin-block: 0.8rem; }
.docs pre { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: 0.6rem; background: var(--surface); }
.docs code { font-family: var(--mono); font-size: 0.875em; overflow-wrap: anywhere; }
.docs pre code { overflow-wrap: normal; }
.docs img { max-inline-size: 100%; block-size: auto; }
.docs .table { overflow-x: auto; }
.docs table { border-collapse: collapse; font-size: 0.9em; }
.docs :is(td, th) { padding: 0.4rem 0.8rem 0.4rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
@media (max-width: 48rem) { .docs { display: block; } .docs nav ul { position: static; margin-block-end: 2rem; } }
`;

/** The anchor that GitHub gives a heading. @param {string} text */
function anchorOf(text) {
  return text
    .replace(/<[^>]+>|&[^;]+;|[`*]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/** What is only in the repository is no link among the pages. @param {string} href */
const isShown = href => !/^\.\.\/(?!README\.md|demo\/.*\.html)/.test(href);

/** A link of the sources, as it is among the pages. @param {string} href */
function pageLink(href) {
  const [path = '', hash] = href.split('#');
  const target = path
    .replace(/^(\.\/|docs\/|\.\.\/(?=README))/, '')
    .replace(/^README\.md$/, 'index.html')
    .replace(/\.md$/, '.html');
  return /^[a-z]+:/.test(href) ? href : target + (hash === undefined ? '' : `#${hash}`);
}

function createMarked() {
  const marked = new Marked();
  return marked.use({
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        return `<h${depth} id="${anchorOf(html)}">${html}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const html = this.parser.parseInline(tokens);
        return isShown(href) ? `<a href="${pageLink(href)}">${html}</a>` : html;
      },
    },
    hooks: {
      postprocess: html => html.replace(/<table>.*?<\/table>/gs, '<div class="table" tabindex="0">$&</div>'),
    },
    walkTokens(token) {
      if (token.type === 'image') token.href = pageLink(/** @type {{ href: string }} */ (token).href);
    },
  });
}

/** @param {string} to the folder that gets them @returns {string[]} the pages' names */
export function writePages(to) {
  const marked = createMarked();
  const rank = (/** @type {string} */ name) => (order.includes(name) ? order.indexOf(name) : order.length);
  const names = readdirSync(docs)
    .filter(name => name.endsWith('.md'))
    .map(name => name.slice(0, -3));
  const sorted = ['README', ...names].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const pages = sorted.map(name => {
    const source = readFileSync(
      name === 'README' ? join(root, 'README.md') : join(docs, `${name}.md`),
      'utf8',
    );
    const title = name === 'README' ? 'Overview' : (/^# (.+)$/m.exec(source)?.[1] ?? name);
    return { file: name === 'README' ? 'index.html' : `${name}.html`, title, source };
  });
  mkdirSync(to, { recursive: true });
  for (const { file, title, source } of pages) {
    const links = pages.map(
      page =>
        `<li><a href="${page.file}"${page.file === file ? ' aria-current="page"' : ''}>${page.title}</a></li>`,
    );
    const body = /** @type {string} */ (marked.parse(source));
    writeFileSync(join(to, file), pageOf(title, links.join('\n'), body));
  }
  writeFileSync(join(to, 'docs.css'), readFileSync(join(root, 'demo/base.css'), 'utf8') + style);
  for (const name of readdirSync(docs).filter(name => !name.endsWith('.md')))
    copyFileSync(join(docs, name), join(to, name));
  copyFileSync(join(root, 'LICENSE'), join(to, 'LICENSE'));
  return pages.map(({ file }) => file);
}

/** @param {string} title @param {string} links @param {string} body */
function pageOf(title, links, body) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}: phone sign-in</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="docs.css" />
  </head>
  <body>
    <header class="bar">
      <p class="brand"><a href="../index.html">phone-sign-in</a></p>
    </header>
    <div class="docs">
      <nav aria-label="Documentation">
        <ul>
${links}
        </ul>
      </nav>
      <main>
${body}
      </main>
    </div>
  </body>
</html>
`;
}
