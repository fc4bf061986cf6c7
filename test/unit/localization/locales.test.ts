import { expect, test } from 'vitest';
import { findLocale, loadTemplates, locales, matchLocale } from '../../../src/localization/locales.js';

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['de-CH', 'de'],
  ['es-MX', 'es'],
  ['es-419', 'es'],
  ['fr-CA', 'fr'],
  ['pl', 'pl-PL'],
  ['tr', 'tr-TR'],
  ['uk', 'uk-UA'],
  ['ja-JP', 'ja'],
  ['ko-KR', 'ko'],
  ['ar-EG', 'ar'],
  ['fa', 'fa-IR'],
  ['fa-AF', 'fa-IR'],
  ['ru', 'ru'],
  ['ru-UA', 'ru'],
  ['RU-ru', 'ru'],
  ['th', 'th'],
  ['th_TH', 'th'],
  ['th-TH-u-nu-thai', 'th'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-PT'],
  ['pt-AO', 'pt-PT'],
  ['pt-MZ', 'pt-PT'],
  ['zh', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['zh-SG', 'zh-CN'],
  ['zh-MY', 'zh-CN'],
  ['zh-Hans-HK', 'zh-CN'],
  ['zh_CN', 'zh-CN'],
  ['zh-Hant', 'zh-TW'],
  ['zh-TW', 'zh-TW'],
  ['zh-tw', 'zh-TW'],
  ['zh-Hant-US', 'zh-TW'],
  ['zh-HK', 'zh-HK'],
  ['zh-MO', 'zh-HK'],
  ['zh-Hant-HK', 'zh-HK'],
  ['zh-Hant-MO', 'zh-HK'],
  ['zh-Hant-SG', 'zh-TW'],
  ['yue', 'zh-HK'],
  ['no', 'nb'],
  ['nn-NO', 'nb'],
  ['iw', 'he'],
  ['in', 'id'],
  ['tl-PH', 'fil'],
  ['mo', 'ro'],
  ['sr', 'sr'],
  ['sr-Cyrl-BA', 'sr'],
  ['sr-Cyrl-ME', 'sr'],
  ['sr-Latn', 'sr-Latn'],
  ['sr-Latn-RS', 'sr-Latn'],
  ['sr_latn_ba', 'sr-Latn'],
  ['sr-ME', 'sr-Latn'],
  ['sh', 'sr-Latn'],
  ['hi', 'hi'],
  ['ur-PK', 'ur'],
  ['yue-Hans', 'zh-CN'],
  ['cmn-Hant', 'zh-TW'],
])('%s is spoken as %s', (tag, locale) => {
  expect(matchLocale(tag)).toBe(locale);
});

test.each([['cy'], ['eo'], ['ru-Latn'], ['uk-Latn']])('%s, which we do not speak, is English', tag => {
  expect(matchLocale(tag)).toBe('en');
  expect(findLocale(tag)).toBeUndefined();
});

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
