import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localeNames, nearestLocale } from '../../../demo/locale.js';
import { pageTexts } from '../../../demo/texts.js';
import { budgets } from '../../../scripts/size.mjs';

describe('the page’s language', () => {
  test.each([
    [['ru-RU', 'en'], 'ru'],
    [['zh'], 'zh-CN'],
    [['zh-HK'], 'zh-HK'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-SG'], 'zh-CN'],
    [['tlh', 'th-TH'], 'th'],
    [['fr-CA'], 'fr'],
    [['pl'], 'pl-PL'],
    [['no'], 'nb'],
    [['nn', 'sv'], 'nb'],
    [['zh-MO'], 'zh-HK'],
    [['pt-AO'], 'pt-PT'],
    [['sh'], 'sr-Latn'],
    [['', 'sv'], 'sv'],
    [['tlh'], 'en'],
    [[], 'en'],
  ])('for %j is %s', (tags, locale) => {
    expect(nearestLocale(tags)).toBe(locale);
  });
});

/** What is read before the script has come, or without it. */
test('the page itself says what the script then says', () => {
  const texts: Record<string, unknown> = pageTexts.en;
  const said = [...readFileSync('index.html', 'utf8').matchAll(/data-text="(\w+)"[^>]*>\s*([^<]+?)\s*</g)];
  expect(said.length).toBeGreaterThan(8);
  for (const [, name = '', text = ''] of said) expect(text.replace(/\s+/g, ' '), name).toBe(texts[name]);
});

/** What the page says of itself is what the ceilings of `npm run size` hold, and what there is. */
test.each(Object.entries(pageTexts))('in %s the facts are true', (_language, texts) => {
  const kB = (...names: string[]) => Math.ceil(Math.max(...names.map(name => budgets[name]!.ceiling)) / 1000);
  const whole = kB('English sign-in, British number', 'English sign-in, US number');
  expect(texts.factSize.match(/\d+/g)?.map(Number)).toEqual([kB('first payload'), whole]);
  expect(texts.factLanguages).toContain(String(Object.keys(localeNames).length));
  const { license } = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string };
  expect(texts.factLicence).toContain(license);
  for (const engine of ['Chromium', 'Firefox', 'WebKitGTK']) expect(texts.factEngines).toContain(engine);
});
