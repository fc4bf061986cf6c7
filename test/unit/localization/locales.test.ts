import { expect, test } from 'vitest';
import { loadTemplates, locales, matchLocale } from '../../../src/localization/locales.js';

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['ru', 'ru'],
  ['ru-UA', 'ru'],
  ['RU-ru', 'ru'],
  ['th', 'th'],
  ['th_TH', 'th'],
  ['th-TH-u-nu-thai', 'th'],
  ['zh', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-TW', 'zh-TW'],
  ['zh-tw', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['zh-Hant-HK', 'zh-TW'],
])('%s is spoken as %s', (tag, locale) => {
  expect(matchLocale(tag)).toBe(locale);
});

test.each([['pt'], ['pt-BR'], ['sr'], ['uk'], ['ja-JP'], ['ru-Latn'], ['und']])(
  '%s, which we do not speak, is English',
  tag => {
    expect(matchLocale(tag)).toBe('en');
  },
);

test.each([[''], [' '], ['!'], ['C'], ['en-'], ['русский'], ['x'.repeat(300)], ['1234']])(
  '“%s”, which is no language tag, is English',
  tag => {
    expect(matchLocale(tag)).toBe('en');
  },
);

test('every language is found by its own tag', () => {
  for (const locale of locales) expect(matchLocale(locale)).toBe(locale);
});

test('every language but English has its texts to load', async () => {
  for (const locale of locales) {
    const templates = await loadTemplates(locale);
    if (locale === 'en') expect(templates).toBeUndefined();
    else expect(Object.keys(templates!).length).toBeGreaterThan(0);
  }
});
