/** The documentation's site, crawled as it is built: all of it is there, and its links lead somewhere. `npm run build` comes first. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type * as axeCore from 'axe-core';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPages } from '../../scripts/docs-pages.mjs';
import { launchBrowser, openPage } from '../e2e/browser.js';

const built = 'dist-demo';
const pages = readPages();
const html = (route: string) => readFileSync(join(built, 'docs', `${route}.html`), 'utf8');
const routes = ['index', ...pages.map(({ route }) => route)];

let site: PreviewServer;
let browser: Browser;
let address: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    // A page that is not there is 404, and not the first one.
    preview({ configFile: false, appType: 'mpa', logLevel: 'silent', build: { outDir: built } }),
  ]);
  address = site.resolvedUrls!.local[0]!;
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test('every page of docs/ is there, and beside it as Markdown', () => {
  const sources = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.md') && name !== 'index.md' && !name.startsWith('.vitepress/'));
  expect(pages.map(({ source }) => source)).toEqual(
    expect.arrayContaining(['README.md', 'CHANGELOG.md', ...sources.map(name => `docs/${name}`)]),
  );
  for (const route of pages.map(page => page.route))
    for (const ending of ['html', 'md'])
      expect(existsSync(join(built, 'docs', `${route}.${ending}`))).toBe(true);
});

test('every link, of the demo’s first screen too, leads to what is there, fragments and all', async () => {
  const answers = new Map<string, { status: number; ids: Set<string> }>();
  const ask = async (path: string) => {
    let answer = answers.get(path);
    if (!answer) {
      const response = await fetch(address + path);
      const text = await response.text();
      const ids = new Set([...text.matchAll(/ (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id));
      answers.set(path, (answer = { status: response.status, ids }));
    }
    return answer;
  };
  const dead: string[] = [];
  const seen = new Set<string>();
  const queue = ['index.html'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await (await fetch(address + path)).text();
    for (const [, value = ''] of text.matchAll(/<(?:a|img|link|script)\b[^>]* (?:href|src)="([^"]*)"/g)) {
      if (/^(https?|data|mailto):/.test(value)) continue;
      const url = new URL(value.replaceAll('&amp;', '&'), address + path);
      const target = url.pathname.slice(1);
      const { status, ids } = await ask(target || 'index.html');
      const id = decodeURIComponent(url.hash.slice(1));
      if (status !== 200 || (id && !ids.has(id))) dead.push(`${path}: ${value}`);
      // Of the demo the first screen alone: its own tests walk the rest.
      else if (/^docs\/.*\.html$/.test(target)) queue.push(target);
    }
  }
  expect(dead).toEqual([]);
  expect([...seen].filter(path => path.startsWith('docs/')).toSorted()).toEqual(
    routes.map(route => `docs/${route}.html`).toSorted(),
  );
});

test('every link of llms.txt leads to a page as Markdown, and all pages are in llms-full.txt', () => {
  const list = readFileSync(join(built, 'llms.txt'), 'utf8');
  const links = [...list.matchAll(/^- \[.+\]\((.+)\): .{12,}$/gm)].map(([, href = '']) => href);
  expect(links).toEqual(pages.map(({ route }) => `docs/${route}.md`));
  expect(list.split('\n').filter(line => line.startsWith('- ')).length).toBe(links.length);
  const all = readFileSync(join(built, 'llms-full.txt'), 'utf8');
  for (const route of links) expect(all).toContain(`<!-- ${route} -->\n\n# `);
});

test('a link of a page as Markdown leads to a file', () => {
  const dead = pages.flatMap(({ route }) => {
    const text = readFileSync(join(built, 'docs', `${route}.md`), 'utf8').replace(/^```.*?^```/gms, '');
    return [...text.matchAll(/\]\((?![a-z]+:|#)([^)\s#]+)/g)]
      .map(([, href = '']) => posix.join('docs', posix.dirname(route), href))
      .filter(file => !existsSync(join(built, file)));
  });
  expect(dead).toEqual([]);
});

test('examples are shown as they are written', () => {
  const text = html('embed').replace(/<[^>]+>/g, '');
  expect(text).toContain('&lt;phone-sign-in endpoint=');
  expect(text).not.toContain('```');
});

test('from the demo to the front page, which signs somebody in, to search and back', async () => {
  const page = await openPage(browser);
  const trouble: string[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  const elsewhere: string[] = [];
  page.on('request', request => {
    if (!request.url().startsWith(address)) elsewhere.push(request.url());
  });
  await page.goto(address);
  await page.getByRole('link', { name: 'Documentation' }).click();
  await page.getByRole('heading', { level: 1, name: 'One tag signs people in by phone' }).waitFor();
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+44 7400 123456');
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByRole('button', { name: 'Fill in' }).click();
  await page.getByRole('heading', { name: 'You’re signed in' }).waitFor();
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('trustedProxies');
  await page.getByRole('listbox').getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: 'The server' }).waitFor();
  await page.getByRole('link', { name: 'Demo', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in by phone, on any web page' }).waitFor();
  expect({ trouble, elsewhere }).toEqual({ trouble: [], elsewhere: [] });
});

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('axe finds nothing, and nothing is too wide: %s, %d pixels', async (colorScheme, width) => {
  const page = await openPage(browser, { colorScheme, viewport: { width, height: 900 } });
  for (const route of ['index', 'overview', 'server']) {
    await page.goto(`${address}docs/${route}.html`);
    if (route === 'index') await page.getByRole('textbox', { name: 'Phone number' }).waitFor();
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run(document);
      const tooWide = document.documentElement.scrollWidth - innerWidth;
      return {
        tooWide,
        faults: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
      };
    });
    expect.soft(found, route).toEqual({ tooWide: 0, faults: [] });
  }
});
