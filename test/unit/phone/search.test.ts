import { describe, expect, test } from 'vitest';
import { allCountries, callingCodeOf, countriesOf, type CountryCode } from '../../../src/phone/countries.js';
import { fold } from '../../../src/phone/fold.js';
import { parsePhoneNumberFromString } from '../../../src/phone/library.js';
import { browserNames, languagesOf } from '../../../src/phone/names.js';
import { createCountrySearch, type CountrySearch } from '../../../src/phone/search.js';
import { exampleNumbers, fullMetadata } from './plans.js';

/** [query, the country that must come first], by the page's language. */
const searches: Readonly<Record<string, readonly (readonly [string, CountryCode])[]>> = {
  en: [
    ['uk', 'GB'],
    ['UK', 'GB'],
    ['U.K.', 'GB'],
    ['usa', 'US'],
    ['us', 'US'],
    ['america', 'US'],
    ['uae', 'AE'],
    ['de', 'DE'],
    ['ger', 'DE'],
    ['germany', 'DE'],
    ['deutschland', 'DE'],
    ['united k', 'GB'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['holland', 'NL'],
    ['nederland', 'NL'],
    ['espana', 'ES'],
    ['España', 'ES'],
    ['suomi', 'FI'],
    ['sverige', 'SE'],
    ['osterreich', 'AT'],
    ['Österreich', 'AT'],
    ['magyar', 'HU'],
    ['hrvatska', 'HR'],
    ['ellada', 'GR'],
    ['ελλάδα', 'GR'],
    ['россия', 'RU'],
    ['РОССИЯ', 'RU'],
    ['україна', 'UA'],
    ['қазақстан', 'KZ'],
    ['中国', 'CN'],
    ['日本', 'JP'],
    ['대한', 'KR'],
    ['대하', 'KR'],
    ['ไทย', 'TH'],
    ['भारत', 'IN'],
    ['مصر', 'EG'],
    ['ישראל', 'IL'],
    ['台灣', 'TW'],
    ['香港', 'HK'],
    ['suisse', 'CH'],
    ['svizzera', 'CH'],
    ['belgique', 'BE'],
    ['eire', 'IE'],
    ['cote d', 'CI'],
    ["cote d'ivoire", 'CI'],
    ['ivory', 'CI'],
    ['burma', 'MM'],
    ['czech rep', 'CZ'],
    ['swaziland', 'SZ'],
    ['cape verde', 'CV'],
    ['macedonia', 'MK'],
    ['turkey', 'TR'],
    ['turkiye', 'TR'],
    ['drc', 'CD'],
    ['korea', 'KR'],
    ['saint kitts', 'KN'],
    ['st kitts', 'KN'],
    ['saint lucia', 'LC'],
    ['sao tome', 'ST'],
    ['aland', 'AX'],
    ['curacao', 'CW'],
    ['reunion', 'RE'],
    ['bosnia', 'BA'],
    ['trinidad and tobago', 'TT'],
    ['isle of', 'IM'],
    ['vatican', 'VA'],
    ['kosovo', 'XK'],
    ['ascension', 'AC'],
    ['tristan', 'TA'],
    ['new z', 'NZ'],
    ['nz', 'NZ'],
    ['ksa', 'SA'],
    ['png', 'PG'],
    ['georgia', 'GE'],
    ['guinea', 'GN'],
    ['niger', 'NE'],
    ['nigeria', 'NG'],
    ['dominica', 'DM'],
    ['dominican', 'DO'],
    ['44', 'GB'],
    ['+44', 'GB'],
    ['+ 44', 'GB'],
    ['0044', 'GB'],
    ['1', 'US'],
    ['7', 'RU'],
    ['+39', 'IT'],
    ['971', 'AE'],
    ['٤٤', 'GB'],
    ['+٩٧١', 'AE'],
    ['۹۸', 'IR'],
    ['९१', 'IN'],
    ['８１', 'JP'],
    ['๖๖', 'TH'],
    ['+1246', 'BB'],
    ['+1 246', 'BB'],
    ['1-876', 'JM'],
    ['1 (876) 555', 'JM'],
    ['001 787', 'PR'],
    ['+1 416', 'CA'],
    ['+1 212', 'US'],
    ['+7 7', 'KZ'],
    ['+7 701', 'KZ'],
    ['+7 9', 'RU'],
    ['44 1534', 'JE'],
    ['+44 7781', 'GG'],
    ['+44 20', 'GB'],
    ['+358 18', 'AX'],
    ['+39 06698', 'VA'],
    ['+39 06', 'IT'],
    ['+49 151', 'DE'],
    ['the netherlands', 'NL'],
    ['The Gambia', 'GM'],
    ['the bahamas', 'BS'],
    ['the united states', 'US'],
    ['the united states of america', 'US'],
    ['United Kingdom of Great Britain and Northern Ireland', 'GB'],
    ['Republic of Korea', 'KR'],
    ['Korea, Republic of', 'KR'],
    ["Democratic People's Republic of Korea", 'KP'],
    ['Republic of Ireland', 'IE'],
    ['Cote d Ivoire', 'CI'],
    ["Cote d' Ivoire", 'CI'],
    ['cotedivoire', 'CI'],
    ["People's Republic of China", 'CN'],
    ['Republic of China', 'TW'],
    ['Taiwan, Province of China', 'TW'],
    ['Federal Republic of Germany', 'DE'],
    ['Kingdom of the Netherlands', 'NL'],
    ['Kingdom of Saudi Arabia', 'SA'],
    ['Russian Federation', 'RU'],
    ['Islamic Republic of Iran', 'IR'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['United Republic of Tanzania', 'TZ'],
    ['Bolivia (Plurinational State of)', 'BO'],
    ['Bolivarian Republic of Venezuela', 'VE'],
    ['Republic of the Congo', 'CG'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Grand Duchy of Luxembourg', 'LU'],
    ['Sultanate of Oman', 'OM'],
    ['State of Palestine', 'PS'],
    ['Commonwealth of Australia', 'AU'],
    ['Federated States of Micronesia', 'FM'],
    ['Hellenic Republic', 'GR'],
    ['Slovak Republic', 'SK'],
    ['Syrian Arab Republic', 'SY'],
    ['Brunei Darussalam', 'BN'],
    ['Viet Nam', 'VN'],
    ['isle of man', 'IM'],
    ['central african republic', 'CF'],
  ],
  'zh-CN': [
    ['中国', 'CN'],
    ['英国', 'GB'],
    ['美国', 'US'],
    ['泰国', 'TH'],
    ['俄罗斯', 'RU'],
    ['germany', 'DE'],
    ['uk', 'GB'],
    ['日本', 'JP'],
  ],
  'zh-TW': [
    ['台灣', 'TW'],
    ['英國', 'GB'],
    ['美國', 'US'],
    ['日本', 'JP'],
    ['usa', 'US'],
    ['香港', 'HK'],
  ],
  th: [
    ['ไทย', 'TH'],
    ['ญี่ปุ่น', 'JP'],
    ['จีน', 'CN'],
    ['รัสเซีย', 'RU'],
    ['japan', 'JP'],
  ],
  ru: [
    ['рос', 'RU'],
    ['германия', 'DE'],
    ['сша', 'US'],
    ['соединенные', 'US'],
    ['великобритания', 'GB'],
    ['казахстан', 'KZ'],
    ['deutschland', 'DE'],
    ['uk', 'GB'],
  ],
  de: [
    ['deutschland', 'DE'],
    ['österreich', 'AT'],
    ['osterreich', 'AT'],
    ['oesterreich', 'AT'],
    ['schweiz', 'CH'],
    ['usa', 'US'],
    ['südkorea', 'KR'],
    ['uk', 'GB'],
    ['france', 'FR'],
  ],
  fr: [
    ['allemagne', 'DE'],
    ['etats', 'US'],
    ['états-unis', 'US'],
    ['royaume', 'GB'],
    ['coree du sud', 'KR'],
    ['usa', 'US'],
  ],
  es: [
    ['alemania', 'DE'],
    ['espana', 'ES'],
    ['reino unido', 'GB'],
    ['méxico', 'MX'],
    ['mejico', 'MX'],
    ['japon', 'JP'],
    ['eeuu', 'US'],
  ],
  ar: [
    ['مصر', 'EG'],
    ['السعودية', 'SA'],
    ['ألمانيا', 'DE'],
    ['المانيا', 'DE'],
    ['الإمارات', 'AE'],
    ['germany', 'DE'],
    ['٩٦٦', 'SA'],
  ],
  ja: [
    ['日本', 'JP'],
    ['アメリカ', 'US'],
    ['イギリス', 'GB'],
    ['ｲｷﾞﾘｽ', 'GB'],
    ['ドイツ', 'DE'],
    ['韓国', 'KR'],
    ['korea', 'KR'],
  ],
  ko: [
    ['대한민국', 'KR'],
    ['미국', 'US'],
    ['영국', 'GB'],
    ['일보', 'JP'],
  ],
  tr: [
    ['ingiltere', 'GB'],
    ['almanya', 'DE'],
    ['ispanya', 'ES'],
    ['İspanya', 'ES'],
    ['ısrail', 'IL'],
  ],
};

describe('country search', () => {
  const table = Object.entries(searches).flatMap(([language, rows]) =>
    rows.map(row => [language, ...row] as const),
  );
  const bySearch: Record<string, CountrySearch> = {};

  test('is shown in ten languages and 120 searches', () => {
    expect(Object.keys(searches).length).toBeGreaterThanOrEqual(10);
    expect(table.length).toBeGreaterThanOrEqual(120);
  });

  test.each(table)('%s: "%s" finds %s first', (language, query, country) => {
    const search = (bySearch[language] ??= createCountrySearch(language));
    expect(search.search(query)[0]?.country).toBe(country);
  });

  test.each(allCountries)('finds %s by ISO code, English name, own name and calling code', country => {
    const search = (bySearch.en ??= createCountrySearch('en'));
    const english = browserNames(country, 'en')!;
    expect(search.search(country)[0]?.country).toBe(country);
    expect(search.search(english)[0]?.country).toBe(country);
    expect(search.search(fold(english).text)[0]?.country).toBe(country);
    for (const language of languagesOf(country)) {
      const name = browserNames(country, language);
      if (name) expect(search.search(name).map(match => match.country)).toContain(country);
    }
    expect(
      search.search(`+${search.all.find(c => c.country === country)!.callingCode}`).map(c => c.country),
    ).toContain(country);
  });

  test('says what to highlight, by the name’s own indexes', () => {
    const search = createCountrySearch(
      'en',
      ['GB', 'CI', 'TN', 'BA'],
      country =>
        ({ GB: 'United Kingdom', CI: 'Côte d’Ivoire', TN: 'Tunisia', BA: 'Bosnia & Herzegovina' })[
          country as 'GB'
        ],
    );
    const highlighted = (query: string) =>
      search.search(query).flatMap(({ name, ranges }) => ranges.map(range => name.slice(...range)));
    expect(highlighted('uni')).toEqual(['Uni', 'uni']);
    expect(highlighted('cote di')).toEqual(['Côte d’I']);
    expect(highlighted('king')).toEqual(['King']);
    expect(highlighted('and herz')).toEqual(['& Herz']);
    expect(highlighted('uk')).toEqual([]);
  });

  test('keeps to the countries it is given, sorted as the language sorts', () => {
    const search = createCountrySearch(
      'sv',
      ['AX', 'AT', 'ZM', 'SE'],
      country => ({ AX: 'Åland', AT: 'Österrike', ZM: 'Zambia', SE: 'Sverige' })[country as 'AX'],
    );
    expect(search.all.map(entry => entry.country)).toEqual(['SE', 'ZM', 'AX', 'AT']);
    expect(search.search('').map(entry => entry.country)).toEqual(['SE', 'ZM', 'AX', 'AT']);
    expect(search.search('germany')).toEqual([]);
    expect(search.search('+44')).toEqual([]);
  });

  test('lists the countries of a shared calling code with the main one first', () => {
    const codes = createCountrySearch('en').search('+44');
    expect(codes.map(match => match.country)).toEqual(['GB', 'GG', 'IM', 'JE']);
  });

  test('lists the preferred countries of a shared calling code behind the main one', () => {
    const found = (query: string, preferred: CountryCode[]) =>
      createCountrySearch('en')
        .search(query, preferred)
        .map(match => match.country);
    expect(found('+1', ['JM', 'GB', 'CA']).slice(0, 5)).toEqual(['US', 'JM', 'CA', 'AS', 'AI']);
    expect(found('+44', ['JE', 'GB'])).toEqual(['GB', 'JE', 'GG', 'IM']);
    expect(found('+1 8', []).slice(0, 3)).toEqual(['US', 'CA', 'DO']);
    expect(found('+1 246', ['JM'])).toEqual(['BB']);
  });

  // What the table of area codes says is what the plans say.
  test.each(allCountries.filter(country => countriesOf(callingCodeOf(country)).length > 1))(
    'finds %s by the beginning of its own numbers',
    country => {
      const example = exampleNumbers[country];
      const read = parsePhoneNumberFromString(`+${callingCodeOf(country)}${example}`, {}, fullMetadata)!;
      // Some numbers are valid in two countries (Åland's in Finland).
      expect([country, read.country]).toContain(createCountrySearch('en').search(read.number)[0]?.country);
    },
  );

  test('has a name for every country, in a language that the browser lacks too', () => {
    for (const language of ['en', 'ru', 'tlh', 'not a tag']) {
      for (const { name } of createCountrySearch(language).all) expect(name.length).toBeGreaterThan(2);
    }
  });

  test('bears any query', () => {
    const search = createCountrySearch('en');
    for (const query of ['(', '\\', '.*', '"', '  ', '+', '-', '👍', 'ﷺ', 'a'.repeat(1000)])
      search.search(query);
  });
});
