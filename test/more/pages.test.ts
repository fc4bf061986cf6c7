/** The documentation as pages beside the static demo: all of it is there, and its links lead somewhere. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePages } from '../../scripts/docs-pages.mjs';

const folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-docs-'));
let pages: string[];
beforeAll(() => {
  pages = writePages(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (page: string) => readFileSync(join(folder, page), 'utf8');

test('every page of docs/ is there, the README first', () => {
  const sources = readdirSync('docs').filter(name => name.endsWith('.md'));
  expect(pages[0]).toBe('index.html');
  expect(pages.toSorted()).toEqual(
    ['index.html', ...sources.map(name => name.replace('.md', '.html'))].toSorted(),
  );
});

test('every link and picture leads to what is there', () => {
  const dead = pages.flatMap(page =>
    [...read(page).matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, href = '']) => href)
      // The demo itself is another build's.
      .filter(href => !/^([a-z]+:|\.\.\/(index\.html$|demo\/.*\.html$))/.test(href))
      .filter(href => {
        const [path, anchor] = href.split('#');
        const target = path || page;
        if (!existsSync(join(folder, target))) return true;
        return anchor !== undefined && !read(target).includes(`id="${anchor}"`);
      })
      .map(href => `${page}: ${href}`),
  );
  expect(dead).toEqual([]);
});

test('examples are shown as they are written', () => {
  expect(read('embed.html')).toContain('&lt;phone-sign-in endpoint=');
  expect(read('embed.html')).not.toContain('```');
});
