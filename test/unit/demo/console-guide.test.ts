/** The packages' guides, as the console shows them: whole, and with the structure that they have. */
import type { TemplateResult } from 'lit';
import { describe, expect, test } from 'vitest';
import { guideView } from '../../../demo/console/guide.js';
import { readCatalog } from '../../../demo/console/server/catalog.js';

const catalog = await readCatalog();
const readmeOf = (name: string) => catalog.find(each => each.name === name)!.about!.readme;

const guideOf = (name: string) => guideView(readmeOf(name)) as View;

/** Of a template: what stands in it, without and with its tags. */
type View = string | TemplateResult | View[];
const textOf = (view: View): string =>
  typeof view === 'string'
    ? view
    : (Array.isArray(view) ? view : (view.values as View[])).map(textOf).join(' ');
const markupOf = (view: View): string => {
  if (typeof view === 'string') return view;
  if (Array.isArray(view)) return view.map(markupOf).join('');
  const values = (view.values as View[]).map(markupOf);
  return String.raw({ raw: view.strings }, ...values).replaceAll(/\s*\n\s*/g, '');
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
    const shown = wordsIn(textOf(guideOf(name)));
    // An address that is its own text is there twice.
    expect(wordsIn(source).filter(word => !shown.includes(word))).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(wordsIn(source).length);
  });

  test('has lists within lists, tables and code', () => {
    const aliyun = markupOf(guideOf('aliyun'));
    expect(aliyun.match(/<ol>(<li>.*?<\/li>){6}<\/ol>/)?.[0]).toMatch(/<li>(?:(?!<li>).)*<ul><li>/);
    expect(aliyun).toMatch(/<th scope="col">Name<\/th><th scope="col">Type<\/th>.*<td>accessKeyId<\/td>/);
    const [, code = ''] = /<code>(\{.*?)<\/code><\/pre>/.exec(markupOf(guideOf('http'))) ?? [];
    expect(JSON.parse(code)).toMatchObject({ type: 'SignIn' });
  });

  test('runs nothing: markup in it is text', () => {
    expect(markupOf(guideView('<img src=x onerror=alert(1)>') as View)).toBe('<img src=x onerror=alert(1)>');
    expect(markupOf(guideView('[x](javascript:alert(1))') as View)).not.toContain('href');
  });
});
