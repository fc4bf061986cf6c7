/** Links in README.md, CONTRIBUTING.md, .github/ and docs/ lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
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
