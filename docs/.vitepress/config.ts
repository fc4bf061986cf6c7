/** The documentation as a site. Its sources stay as GitHub and npm show them: what is different on the site is done here. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { defineConfig, type MarkdownOptions } from 'vitepress';
import { anchorOf, readPages, resolveLink, siteFiles } from '../../scripts/docs-pages.mjs';
import { writeLlms } from '../../scripts/llms.mjs';

const root = resolve(import.meta.dirname, '../..');
const { PUBLISHER_REPOSITORY: repository, PUBLISHER_PATH: path = '/' } = process.env;
const pages = readPages();
const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(root, 'demo/icon.svg'), 'utf8'))}`;
const description = 'Phone sign-in for any web page: one tag, and the server behind it.';

type Markdown = Parameters<NonNullable<MarkdownOptions['config']>>[0];

/** Links as the sources have them lead to pages of the site, to the demo beside it, or to the repository. */
function linksOfTheSite(md: Markdown): void {
  md.core.ruler.push('links-of-the-site', ({ tokens, env }) => {
    const { path: file, realPath } = env as { path?: string; realPath?: string };
    if (!file) return;
    const source = relative(root, realPath ?? file).replaceAll('\\', '/');
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.attrGet('href');
      if (token.type !== 'link_open' || href === null || /^([a-z]+:|#|\/)/.test(href)) continue;
      const link = resolveLink(href, source, pages);
      if (link.kind === 'page') token.attrSet('href', `/${link.path}.md${link.hash}`);
      else if (link.kind === 'repository') {
        token.attrSet('href', repository ? `${repository}/blob/HEAD/${link.path}` : '');
        token.attrSet('target', '_blank');
      } else {
        // The site's router must not take it for a page of its own.
        token.attrSet('href', path + (link.kind === 'file' ? 'docs/' : '') + link.path + link.hash);
        token.attrSet('target', '_self');
      }
    }
  });
  // What is in the repository alone is no link while nobody knows where that is.
  const { link_open: open } = md.renderer.rules;
  md.renderer.rules.link_open = (tokens, at, options, env, self) => {
    const token = tokens[at]!;
    if (token.attrGet('href') === '') token.tag = 'span';
    if (token.tag === 'span') {
      token.attrs = [];
      const end = tokens.find((other, index) => index > at && other.type === 'link_close');
      if (end) end.tag = 'span';
    }
    return open!(tokens, at, options, env, self);
  };
}

/** A wide table is scrolled with the keyboard, too, and a heading that is empty is none. */
function tablesForEverybody(md: Markdown): void {
  md.renderer.rules.table_open = () => '<table tabindex="0">\n';
  md.renderer.rules.th_open = (tokens, at, options, _, self) => {
    const [open, text, close] = tokens.slice(at, at + 3);
    if (open && close && text?.content === '') open.tag = close.tag = 'td';
    return self.renderToken(tokens, at, options);
  };
}

export default defineConfig({
  srcDir: root,
  srcExclude: ['{demo,deploy,dist,dist-demo,examples,locales,screenshots,scripts,src,test}/**'],
  outDir: join(root, 'dist-demo/docs'),
  cacheDir: join(root, 'node_modules/.vitepress'),
  base: `${path}docs/`,
  lang: 'en',
  title: 'phone-sign-in',
  description,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: icon }],
    ['meta', { name: 'color-scheme', content: 'light dark' }],
  ],
  rewrites: {
    'docs/index.md': 'index.md',
    ...Object.fromEntries(pages.map(({ source, route }) => [source, `${route}.md`])),
  },
  markdown: {
    anchor: { slugify: anchorOf },
    // The theme's own are too pale for small type.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(md) {
      linksOfTheSite(md);
      tablesForEverybody(md);
    },
  },
  vue: { template: { compilerOptions: { isCustomElement: tag => tag.startsWith('phone-') } } },
  vite: {
    configFile: false,
    publicDir: false,
    // All that the pages have beside the theme: else every page and test of the repository is read for more.
    optimizeDeps: { entries: ['docs/.vitepress/theme/*.ts'] },
  },
  themeConfig: {
    logo: { src: icon, alt: '' },
    nav: [
      { text: 'Documentation', link: '/overview' },
      { text: 'API', link: '/api' },
      { text: 'Demo', link: '../index.html', target: '_self', activeMatch: '^no page$' },
    ],
    sidebar: [...new Set(pages.map(({ section }) => section))].map(section => ({
      text: section,
      items: pages
        .filter(page => page.section === section)
        .map(({ title, route }) => ({ text: title, link: `/${route}` })),
    })),
    outline: [2, 3],
    search: { provider: 'local' },
    ...(repository && { socialLinks: [{ icon: 'github' as const, link: repository }] }),
  },
  buildEnd({ outDir }) {
    for (const file of siteFiles) {
      const target = join(outDir, file.replace(/^docs\//, ''));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(root, file), target);
    }
    writeLlms(outDir);
  },
});
