/** The packages' guides, as the console shows them: whole, and with the structure that they have. */
import type { TemplateResult } from 'lit';
import { describe, expect, test } from 'vitest';
import { guideView } from '../../../demo/console/guide.js';
import { readCatalog } from '../../../demo/console/server/catalog.js';

const catalog = await readCatalog();
const readmeOf = (name: string) => catalog.find(each => each.name === name)!.about!.readme;

/** Of a template: what stands in it, without and with its tags. */
const textOf = (view: unknown): string =>
  Array.isArray(view)
    ? view.map(textOf).join(' ')
    : typeof view === 'object'
      ? textOf((view as TemplateResult).values)
      : String(view);
const markupOf = (view: unknown): string => {
  if (Array.isArray(view)) return view.map(markupOf).join('');
  if (typeof view !== 'object') return String(view);
  const { strings, values } = view as TemplateResult;
  return String.raw({ raw: strings }, ...values.map(markupOf)).replaceAll(/\s*\n\s*/g, '');
};

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

describe('a guide', () => {
  test.each(catalog.map(({ name }) => name))('of %s loses no word', name => {
    // The title is the dialog's; within the guide links have nowhere to go.
    const source = readmeOf(name)
      .replaceAll(/```\w+/g, '```')
      .replaceAll(/^(# .*|\*\*Table of contents\*\*|\s*[-*] \[.*\]\(#.*\))$/gm, '')
      .replaceAll(/\]\((?!http)[^)]*\)/g, ']');
    expect(wordsIn(source).length).toBeGreaterThan(50);
    const shown = wordsIn(textOf(guideView(readmeOf(name))));
    // An address that is its own text is there twice.
    expect(wordsIn(source).filter(word => !shown.includes(word))).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(wordsIn(source).length);
  });

  test('has lists within lists, tables and code', () => {
    const aliyun = markupOf(guideView(readmeOf('aliyun')));
    expect(aliyun.match(/<ol>(<li>.*?<\/li>){6}<\/ol>/)?.[0]).toMatch(/<li>(?:(?!<li>).)*<ul><li>/);
    expect(aliyun).toMatch(/<th scope="col">Name<\/th><th scope="col">Type<\/th>.*<td>accessKeyId<\/td>/);
    const [, code = ''] = /<code>(\{.*?)<\/code><\/pre>/.exec(markupOf(guideView(readmeOf('http')))) ?? [];
    expect(JSON.parse(code)).toMatchObject({ type: 'SignIn' });
  });

  test('runs nothing: markup in it is text', () => {
    const [view] = guideView('<img src=x onerror=alert(1)>') as TemplateResult[];
    expect(view).toBe('<img src=x onerror=alert(1)>');
    expect(markupOf(guideView('[x](javascript:alert(1))'))).not.toContain('href');
  });
});
