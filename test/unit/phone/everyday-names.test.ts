/** Countries as people call and spell them, in each of the languages. */
import { beforeAll, describe, expect, test } from 'vitest';
import { everydayNames } from '../../../src/localization/rest/country-names.js';
import { locales, type Locale } from '../../../src/localization/locales.js';
import { loadTexts, sourceTexts } from '../../../src/localization/texts.js';
import { allCountries, type CountryCode } from '../../../src/phone/countries.js';
import { createCountrySearch } from '../../../src/phone/search.js';

beforeAll(() => sourceTexts.loadRest());

async function searchIn(locale: Locale) {
  return createCountrySearch(locale, allCountries, undefined, everydayNames(await loadTexts(locale)));
}

describe.each(locales)('in %s', locale => {
  test('each everyday name finds its country first', async () => {
    const names = everydayNames(await loadTexts(locale));
    const search = await searchIn(locale);
    const found = Object.entries(names).flatMap(([country, names]) =>
      names.map(name => [name, country, search.search(name)[0]?.country]),
    );
    if (locale !== 'en') expect(Object.keys(names).length).toBeGreaterThanOrEqual(10);
    expect(found.filter(([, country, first]) => first !== country)).toEqual([]);
  });
});

test.each<[Locale, string, CountryCode]>([
  ['de', 'Großbritannien', 'GB'],
  ['de', 'Grossbritannien', 'GB'],
  ['de', 'Amerika', 'US'],
  ['de', 'Weißrussland', 'BY'],
  ['de', 'Elfenbeinküste', 'CI'],
  ['fr', 'grande-bretagne', 'GB'],
  ['fr', 'hollande', 'NL'],
  ['fr', 'rdc', 'CD'],
  ['fr', 'corée', 'KR'],
  ['es', 'corea', 'KR'],
  ['it', 'corea', 'KR'],
  ['pt-BR', 'coreia', 'KR'],
  ['ru', 'америка', 'US'],
  ['ru', 'голландия', 'NL'],
  ['ru', 'южная корея', 'KR'],
  ['ru', 'белоруссия', 'BY'],
  ['th', 'อังกฤษ', 'GB'],
  ['ja', '米国', 'US'],
  ['ko', '호주', 'AU'],
  ['ko', '터키', 'TR'],
  ['zh-TW', '韓國', 'KR'],
  ['zh-TW', '阿聯酋', 'AE'],
  ['ar', 'أمريكا', 'US'],
  ['ar', 'امريكا', 'US'],
  ['ar', 'بريطانيا', 'GB'],
  ['hi', 'कोरिया', 'KR'],
  ['vi', 'hàn', 'KR'],
  ['ca', 'corea', 'KR'],
  ['sr', 'amerika', 'US'],
  ['sr', 'holandija', 'NL'],
  ['sr-Latn', 'holandija', 'NL'],
  ['he', 'ארה"ב', 'US'],
  ['he', 'ארה״ב', 'US'],
  ['fa-IR', 'آمریکا', 'US'],
  ['fa-IR', 'انگلیس', 'GB'],
])('%s: “%s” finds %s first', async (locale, query, country) => {
  expect((await searchIn(locale)).search(query)[0]?.country).toBe(country);
});

describe('spelled on another keyboard', () => {
  test.each<[what: string, locale: Locale, queries: string[], country: CountryCode]>([
    ['Ukrainian apostrophes', 'uk-UA', ["кот-д'івуар", 'кот-д’івуар', 'кот-дʼівуар', 'кот-д`івуар'], 'CI'],
    ['Arabic yeh and kaf in Persian', 'fa-IR', ['آمريكا', 'آمریکا'], 'US'],
    ['Persian yeh and kaf in Arabic', 'ar', ['امریکا', 'أمريكا'], 'US'],
    ['teh marbuta as heh', 'ar', ['السعوديه', 'السعودية'], 'SA'],
    ['alef maksura as yeh', 'ar', ['مالى', 'مالي'], 'ML'],
    ['a zero-width non-joiner', 'fa-IR', ['سری\u200cلانکا', 'سری لانکا', 'سریلانکا'], 'LK'],
    ['hiragana for katakana', 'ja', ['ドイツ', 'どいつ', 'ﾄﾞｲﾂ'], 'DE'],
    ['both forms of a character', 'zh-TW', ['台灣', '臺灣', '台湾'], 'TW'],
    ['traditional characters', 'zh-CN', ['德國', '德国'], 'DE'],
    ['simplified characters', 'zh-HK', ['法国', '法國'], 'FR'],
    ['Latin letters in Serbian', 'sr', ['nemačka', 'nemacka', 'немачка'], 'DE'],
    ['Cyrillic in Latin Serbian', 'sr-Latn', ['nemačka', 'nemacka', 'немачка'], 'DE'],
  ])('%s', async (_, locale, queries, country) => {
    const search = await searchIn(locale);
    expect(queries.map(query => search.search(query)[0]?.country)).toEqual(queries.map(() => country));
  });
});
