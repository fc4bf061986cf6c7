/**
 * The pages of the documentation: which there are, in which order, and where a link of their sources leads on the site.
 * docs/.vitepress/config.ts makes the site of them, scripts/llms.mjs what language models read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** In the order in which somebody needs them; a page of docs/ that is named nowhere comes last. */
const order = {
  Start: ['README', 'docs/embed', 'docs/theming', 'docs/languages', 'docs/api'],
  'In your framework': [
    'docs/frameworks/next',
    'docs/frameworks/astro',
    'docs/frameworks/sveltekit',
    'docs/frameworks/nuxt',
    'docs/frameworks/react-router',
    'docs/frameworks/solidstart',
    'docs/frameworks/angular',
  ],
  'With what you run': ['docs/backends', 'docs/recipes', 'docs/migration'],
  'The server': ['docs/server', 'docs/channels', 'docs/connectors', 'docs/production', 'docs/security'],
  'How it behaves': [
    'docs/numbers',
    'docs/texts',
    'docs/accessibility',
    'docs/compatibility',
    'docs/checklist',
    'docs/performance',
    'docs/comparison',
  ],
  'The project': ['docs/upgrade', 'CHANGELOG', 'CONTRIBUTING', 'docs/architecture'],
};

/**
 * @typedef {object} Page
 * @property {string} source the Markdown file, from the root of the repository
 * @property {string} route its place on the site, without an ending: no folders, so that all is beside it
 * @property {string} title
 * @property {string} section
 */

/** Files beside the pages, as they are. */
export const siteFiles = ['LICENSE', ...filesIn('docs').filter(name => !name.endsWith('.md'))];

/** @param {string} folder @returns {string[]} */
function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => posix.join(folder, entry.parentPath.slice(join(root, folder).length), entry.name))
    .filter(name => !name.includes('/.vitepress/'))
    .sort();
}

/** @returns {Page[]} all but the site's own front page */
export function readPages() {
  const named = Object.values(order).flat();
  const others = filesIn('docs')
    .filter(name => name.endsWith('.md') && name !== 'docs/index.md')
    .map(name => name.slice(0, -3))
    .filter(name => !named.includes(name));
  return Object.entries({ ...order, More: others }).flatMap(([section, names]) =>
    names.map(name => {
      const source = `${name}.md`;
      const heading = /^# (.+)$/m.exec(readFileSync(join(root, source), 'utf8'))?.[1] ?? name;
      const isFirst = name === 'README';
      const route = isFirst
        ? 'overview'
        : name
            .replace(/^docs\//, '')
            .replaceAll('/', '-')
            .toLowerCase();
      return { source, route, title: isFirst ? 'Overview' : heading, section };
    }),
  );
}

/** The anchor that GitHub gives a heading. @param {string} heading */
export function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

/**
 * Where a relative link leads: to a page, a page of the demo, a file beside the pages, or to what is in the repository alone.
 *
 * @param {string} href @param {string} source the file it stands in @param {readonly Page[]} pages
 * @returns {{ kind: 'page' | 'demo' | 'file' | 'repository', path: string, hash: string }}
 */
export function resolveLink(href, source, pages) {
  const [path = '', fragment] = href.split('#');
  const hash = fragment === undefined ? '' : `#${fragment}`;
  const file = posix.join(posix.dirname(source), path);
  if (!existsSync(join(root, file))) throw new Error(`${source} links to what is not there: ${href}`);
  const page = pages.find(one => one.source === file);
  if (page) return { kind: 'page', path: page.route, hash };
  if (/^demo\/.*\.html$/.test(file)) return { kind: 'demo', path: file, hash };
  if (siteFiles.includes(file)) return { kind: 'file', path: file.replace(/^docs\//, ''), hash };
  return { kind: 'repository', path: file, hash };
}
