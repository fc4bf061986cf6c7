/**
 * What a language model reads: llms.txt (https://llmstxt.org), a list of the pages with what each is about, llms-full.txt, all of them
 * in one file, and each page as Markdown under its own name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { readPages, resolveLink } from './docs-pages.mjs';

const root = resolve(import.meta.dirname, '..');

/** The first sentence of the first paragraph, without links. @param {string} markdown */
export function summaryOf(markdown) {
  const paragraphs = markdown.split(/\n{2,}/).map(text => text.trim());
  const first = paragraphs.find(text => /^[A-Z`[*<]/i.test(text) && !/^(#|```|\||!\[|- )/.test(text)) ?? '';
  const plain = first.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ');
  return /^.*?[.:](?= |$)/.exec(plain)?.[0].replace(/:$/, '.') ?? plain;
}

/**
 * A page with links that lead to the others as Markdown; what is in the repository alone is no link.
 *
 * @param {string} markdown @param {import('./docs-pages.mjs').Page} page
 * @param {readonly import('./docs-pages.mjs').Page[]} pages
 */
function withSiteLinks(markdown, page, pages) {
  return markdown.replace(
    /\[([^\]]*)\]\((?![a-z]+:|#)([^)\s]+)\)/g,
    (_, /** @type {string} */ text, /** @type {string} */ href) => {
      const { kind, path, hash } = resolveLink(href, page.source, pages);
      if (kind === 'repository') return text;
      const above = kind === 'demo' ? '../' : '';
      return `[${text}](${above}${path}${kind === 'page' ? '.md' : ''}${hash})`;
    },
  );
}

/** @param {string} folder where the site of the documentation is; the two lists stand above it */
export function writeLlms(folder) {
  const pages = readPages();
  const texts = pages.map(page => ({
    ...page,
    text: withSiteLinks(readFileSync(join(root, page.source), 'utf8'), page, pages),
  }));
  for (const { route, text } of texts) writeFileSync(join(folder, `${route}.md`), text);
  const name = posix.basename(folder);
  const sections = [...new Set(pages.map(({ section }) => section))].map(section => {
    const lines = texts
      .filter(page => page.section === section)
      .map(({ title, route, text }) => `- [${title}](${name}/${route}.md): ${summaryOf(text)}`);
    return `## ${section}\n\n${lines.join('\n')}`;
  });
  const head = `# phone-sign-in\n\n> ${summaryOf(texts[0]?.text ?? '')}`;
  writeFileSync(join(folder, '../llms.txt'), `${[head, ...sections].join('\n\n')}\n`);
  const all = texts.map(({ route, text }) => `<!-- ${name}/${route}.md -->\n\n${text.trim()}`);
  writeFileSync(join(folder, '../llms-full.txt'), `${all.join('\n\n')}\n`);
}
