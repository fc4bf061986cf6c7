/** Names of countries. They are the browser's (`Intl.DisplayNames`), in any language it has, so none are shipped. */
import type { CountryCode } from './countries.js';

/** The name of a country in a language (BCP 47), long or short ("США", "Hong Kong"), or undefined where there is none. */
export type NameSource = (
  country: CountryCode,
  language: string,
  style?: 'long' | 'short',
) => string | undefined;

/** Where ICU builds of browsers have no name of their own; by language, else in English. */
const overrides: Readonly<Partial<Record<CountryCode, Readonly<Record<string, string>>>>> = {
  AC: { en: 'Ascension Island', zh: '阿森松岛', ru: 'о-в Вознесения', th: 'เกาะแอสเซนชัน' },
  TA: { en: 'Tristan da Cunha', zh: '特里斯坦-达库尼亚群岛', ru: 'Тристан-да-Кунья', th: 'ทริสตัน เดอ คูนา' },
  XK: { en: 'Kosovo', zh: '科索沃', ru: 'Косово', th: 'โคโซโว' },
};

const displayNames = new Map<string, Intl.DisplayNames | undefined>();

function displayNamesIn(language: string, style: 'long' | 'short'): Intl.DisplayNames | undefined {
  const key = `${language} ${style}`;
  if (!displayNames.has(key)) {
    let names: Intl.DisplayNames | undefined;
    try {
      // A language the browser does not have would come out in the browser's own.
      const supported = Intl.DisplayNames.supportedLocalesOf(language).length > 0;
      if (supported) names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
    } catch {
      // Not a language tag.
    }
    displayNames.set(key, names);
  }
  return displayNames.get(key);
}

/** The browser's own names. The first one of a page costs it tens of milliseconds on a slow phone: ask when it is idle. */
export const browserNames: NameSource = (country, language, style = 'long') =>
  displayNamesIn(language, style)?.of(country) ??
  overrides[country]?.[language.slice(0, 2)] ??
  overrides[country]?.en;

/** Other spellings of a page's own language: who reads one may type the other. */
export const spellings: Readonly<Record<string, readonly string[]>> = {
  zh: ['zh-Hans', 'zh-Hant', 'zh-Hant-HK'],
  sr: ['sr-Cyrl', 'sr-Latn'],
};

/** Languages beside the likely one and English in which a good part of a country calls it. */
const otherLanguages: Readonly<Partial<Record<CountryCode, string>>> = {
  AF: 'ps',
  BE: 'fr de',
  BI: 'fr',
  BQ: 'nl',
  BY: 'be',
  CA: 'fr',
  CF: 'fr',
  CH: 'fr it rm',
  CW: 'nl',
  CY: 'tr',
  DZ: 'kab fr',
  FI: 'sv',
  HT: 'fr',
  IE: 'ga',
  IL: 'ar',
  IQ: 'ku ckb',
  KG: 'ru',
  KZ: 'kk',
  LK: 'ta',
  LU: 'de',
  MA: 'fr zgh',
  ML: 'fr',
  MO: 'pt',
  NE: 'fr',
  NZ: 'mi',
  PY: 'es',
  RW: 'fr',
  SG: 'zh ms ta',
  SN: 'fr',
  UA: 'ru',
  VU: 'fr',
  ZA: 'zu xh af',
};

/** The languages a country is called by at home; the main one is what Unicode takes for likely there. */
export function languagesOf(country: CountryCode): string[] {
  const likely = new Intl.Locale(`und-${country}`).maximize();
  const main = `${likely.language}-${likely.script ?? ''}`.replace(/-$/, '');
  return [main, ...(otherLanguages[country]?.split(' ') ?? [])];
}
