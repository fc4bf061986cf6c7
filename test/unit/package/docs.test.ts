/** Links in README.md, CONTRIBUTING.md, .github/ and docs/ lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const pages = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'examples/README.md',
  ...['.github', 'docs'].flatMap(folder =>
    readdirSync(folder, { encoding: 'utf8', recursive: true }).map(name => `${folder}/${name}`),
  ),
].filter(name => name.endsWith('.md'));
const withoutCode = (text: string) => text.replace(/^```.*?^```/gms, '');

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page: string): string[] {
  return [...withoutCode(readFileSync(page, 'utf8')).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(pages)('%s', page => {
  const dead = [...withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, href = '']) => href)
    .filter(href => !/^[a-z]+:/.test(href))
    .filter(href => {
      const [path = '', anchor] = href.split('#');
      const target = path ? normalize(join(page, '..', path)) : page;
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
  expect(dead).toEqual([]);
});

test('each page about a framework is built with, and is named where people look', () => {
  const named = ['README.md', 'docs/embed.md'].map(page => [page, readFileSync(page, 'utf8')] as const);
  const frameworks = pages.filter(page => page.startsWith('docs/frameworks/'));
  expect(frameworks.length).toBeGreaterThan(0);
  for (const page of frameworks) {
    const name = basename(page, '.md');
    expect.soft(existsSync(`test/frameworks/${name}.test.ts`), page).toBe(true);
    expect.soft(existsSync(`test/frameworks/${name}/package-lock.json`), page).toBe(true);
    for (const [where, text] of named) expect.soft(text, where).toContain(`frameworks/${name}.md)`);
  }
});
