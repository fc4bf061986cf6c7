/**
 * Finds countries the way people look for them: by name in the page's language, in English or in their own, by initials,
 * ISO code or calling code. Part of the picker's chunk; names only, no element.
 */
import { allCountries, callingCodeOf, type CountryCode } from './countries.js';
import { toAscii } from './digits.js';
import { fold, type Folded } from './fold.js';
import { browserNames, languagesOf, spellings, type NameSource } from './names.js';
import { findByCallingCode, type CountryEntry } from './search-codes.js';

export type { CountryEntry };

export interface CountryMatch extends CountryEntry {
  /** Parts of `name` to highlight, as [start, end); none where something else matched. */
  ranges: readonly (readonly [number, number])[];
}

/** ISO code → what people call the country, in the page's language. */
export type EverydayNames = Readonly<Record<string, readonly string[]>>;

export interface CountrySearch {
  /** All of the countries, sorted as the language sorts names. */
  readonly all: readonly CountryEntry[];
  /**
   * Those that match, best first; all of them, sorted, for an empty query. Of those that share a calling code the
   * `preferred` come right after the main one.
   */
  search(query: string, preferred?: readonly CountryCode[]): readonly CountryMatch[];
}

/**
 * What people call countries that is neither an official name nor its initials; names at home in Latin letters, and those
 * in languages that Chromium (156) has no names in. Folded.
 */
const aliases: Readonly<Partial<Record<CountryCode, string>>> = {
  AE: 'uae,emirates',
  AM: 'hayastan',
  BA: 'bih',
  BG: 'balgariya',
  BN: 'brunei darussalam',
  CD: 'drc,dr congo,zaire,democratic republic of the congo,democratic republic of congo',
  CF: 'car',
  CG: 'republic of the congo,republic of congo',
  CI: 'ivory coast',
  CN: 'prc,zhongguo',
  CV: 'cape verde',
  CZ: 'czech republic',
  DO: 'dominicana',
  EG: 'misr',
  FM: 'federated states of micronesia',
  GB: 'uk,great britain,united kingdom of great britain and northern ireland,england,scotland,wales,northern ireland,angleterre,inglaterra,ingiltere,англия',
  GE: 'sakartvelo',
  GR: 'hellas,ellada,hellenic republic',
  IE: 'eire',
  IN: 'bharat',
  JP: 'nippon,nihon',
  KG: 'kyrgyz republic',
  KP: 'dprk,democratic peoples republic of korea',
  KR: 'korea,rok,hanguk,republic of korea',
  KZ: 'қазақстан,qazaqstan,kazakstan',
  LA: 'lao pdr,lao peoples democratic republic',
  LU: 'letzebuerg',
  MK: 'macedonia',
  MM: 'burma',
  MO: 'macau',
  MX: 'mejico',
  NL: 'holland',
  NZ: 'aotearoa',
  PG: 'png',
  PS: 'palestine,state of palestine',
  RU: 'rossiya,russian federation',
  SA: 'ksa',
  SK: 'slovak republic',
  SY: 'syrian arab republic',
  SZ: 'swaziland',
  TH: 'prathet thai,siam',
  TL: 'east timor',
  TR: 'turkey,turkiye',
  TW: 'roc,formosa,republic of china',
  UA: 'ukraina',
  US: 'usa,america,united states of america',
  VA: 'holy see',
  VN: 'viet nam',
  ZA: 'rsa',
};

/** What a country calls itself in front of its name: "the Netherlands", "Republic of Korea", "Federal Republic of …". */
const official =
  /^(?:the )?(?:(?:[a-z]+ ){0,3}(?:republic|kingdom|states?|commonwealth|sultanate|principality|duchy|union|territory|collectivity) of )?(?:the )?/;

interface Keys extends CountryEntry {
  own: Folded;
  /** Names in English and at home, and what else people say, folded. */
  others: string[];
  /** ISO code and initials, folded. */
  short: string[];
}

const matchingNothing: readonly (readonly [number, number])[] = [];

const withoutRanges = (entry: CountryEntry): CountryMatch => ({ ...entry, ranges: matchingNothing });

/**
 * A search over countries (all of them unless told otherwise). Names at home take one `Intl.DisplayNames` a language and
 * are made at the first query, not before.
 */
export function createCountrySearch(
  language: string,
  countries: readonly CountryCode[] = allCountries,
  nameOf: NameSource = browserNames,
  everydayNames: EverydayNames = {},
): CountrySearch {
  const collator = collatorFor(language);
  const all = countries
    .map(country => ({
      country,
      name: nameOf(country, language) ?? nameOf(country, 'en') ?? country,
      callingCode: callingCodeOf(country),
    }))
    .sort((a, b) => collator.compare(a.name, b.name));
  let keys: Keys[] | undefined;

  return {
    all,
    search(query, preferred = []) {
      const digits = toAscii(query).replace(/[\s+()-]/g, '');
      if (/^\d+$/.test(digits))
        return findByCallingCode(all, digits.replace(/^00/, ''), preferred).map(withoutRanges);
      const wanted = fold(query).text.trim();
      if (wanted === '') return all.map(withoutRanges);
      const made = (keys ??= all.map(entry => keysOf(entry, language, nameOf, everydayNames[entry.country])));
      const matches = (wanted: string) =>
        made
          .map(key => ({ key, ...rank(key, wanted) }))
          .filter(({ tier }) => tier > 0)
          // Stable: equals stay in the order of their names.
          .sort((a, b) => b.tier - a.tier)
          .map(({ key: { country, name, callingCode }, ranges }) => ({ country, name, callingCode, ranges }));
      const found = matches(wanted);
      // Names come without what is official about them, and "Korea, Republic of" has it behind.
      const plain = fold(/^[^,(]*/.exec(query)![0])
        .text.trim()
        .replace(official, '');
      return found.length > 0 || plain === '' ? found : matches(plain);
    },
  };
}

function collatorFor(language: string): Intl.Collator {
  try {
    return new Intl.Collator(language);
  } catch {
    // Not a language tag; the page is told elsewhere.
    return new Intl.Collator('en');
  }
}

function keysOf(
  entry: CountryEntry,
  language: string,
  nameOf: NameSource,
  everyday: readonly string[] = [],
): Keys {
  const { country, name } = entry;
  const english = fold(nameOf(country, 'en') ?? '').text;
  const others = spellings[language.split('-')[0]!] ?? [];
  const home = [...languagesOf(country), ...others].map(at => nameOf(country, at) ?? '');
  // "EE. UU." is typed without its space, and so is what has a zero-width non-joiner.
  const brief = fold(nameOf(country, language, 'short') ?? '').text;
  const names = [...everyday, ...home, ...[name, ...home].map(withoutUmlauts)].map(text => fold(text).text);
  const all = new Set([
    english,
    english.replace(/\bst\b/, 'saint'),
    // "Côte d’Ivoire" has its apostrophe for a space.
    fold((nameOf(country, 'en') ?? '').replace(/['’]/g, ' ')).text,
    ...names,
    brief,
    brief.replaceAll(' ', ''),
    ...(aliases[country]?.split(',') ?? []),
  ]);
  const own = fold(name);
  const short = [country.toLowerCase(), initials(own.text), initials(english)].filter(s => s.length > 1);
  return { ...entry, own, others: [...all].filter(Boolean), short };
}

/** As German and the Nordic languages spell them where the keys are missing. */
const withoutUmlauts = (name: string) => name.replace(/[äöü]/gi, '$&e').replace(/å/gi, 'aa');

const initials = (name: string) =>
  name
    .split(' ')
    .filter(word => word !== 'and')
    .map(word => word.charAt(0))
    .join('');

/** How well a country matches: 0 not at all. Whole beats start, start beats a word's start, and the page's name the others. */
function rank(key: Keys, wanted: string): { tier: number; ranges: CountryMatch['ranges'] } {
  const { text, at } = key.own;
  const index = text.startsWith(wanted) ? 0 : Math.max(` ${text}`.indexOf(` ${wanted}`), -1);
  const found = index >= 0 ? index : wanted.length > 1 ? text.indexOf(wanted) : -1;
  const ranges = found < 0 ? matchingNothing : [[at[found]!, at[found + wanted.length]!] as const];
  const tiers = [
    text.trim() === wanted ? 10 : 0,
    key.others.includes(wanted) ? 9 : 0,
    key.short[0] === wanted ? 8 : 0,
    index === 0 ? 7 : 0,
    key.short.includes(wanted) ? 6 : 0,
    key.others.some(other => other.startsWith(wanted)) ? 5 : 0,
    index > 0 ? 4 : 0,
    key.others.some(other => other.includes(` ${wanted}`)) ? 3 : 0,
    found >= 0 ? 2 : 0,
    // Two Latin letters are in every other name; two Chinese characters are one.
    /[^ -~]|.../.test(wanted) && key.others.some(other => other.includes(wanted)) ? 1 : 0,
  ];
  return { tier: Math.max(...tiers), ranges };
}
