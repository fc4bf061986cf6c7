/** Numbers as they are shown in the field, where the calling code stands beside it. */
import { callingCodeOf, countriesOf, matchCallingCode, type CountryCode } from './countries.js';
import { significant } from './significant.js';
import { AsYouType, metadata, zones } from './library.js';

interface Typed {
  text: string;
  /** What the formatter takes the number for, in E.164. */
  number: string | undefined;
}

/** A formatter of the library's with what was typed into it so far, and how it is written, by country. */
const formatters = new Map<
  CountryCode | undefined,
  { formatter: AsYouType; number: string; text: string; plans: number }
>();

/**
 * The library's own output, typed in character by character: a number that goes on where the last one ended costs one
 * character. Guarded, because what it makes of strange numbers may throw: `new AsYouType('CV').input('02')` does (1.13.16).
 */
function typeIn(number: string, country: CountryCode | undefined): Typed {
  let typed = formatters.get(country);
  if (typed?.plans !== zones.size || !number.startsWith(typed.number))
    typed = { formatter: new AsYouType(country, metadata), number: '', text: '', plans: zones.size };
  formatters.delete(country);
  try {
    let { text } = typed;
    for (const character of number.slice(typed.number.length)) text = typed.formatter.input(character);
    formatters.set(country, { ...typed, number, text });
    // A format that changes the digits would move them under the caret.
    if (significant(text) === number) return { text, number: typed.formatter.getNumberValue() };
  } catch {
    // Unformatted, then.
  }
  return { text: number, number: undefined };
}

/**
 * "7400 123456": a national number as it is written after its calling code. North America keeps its own brackets, which
 * are written with no trunk prefix anyway.
 */
function formatAfterCallingCode(digits: string, country: CountryCode): string {
  const callingCode = callingCodeOf(country);
  if (callingCode === '1') return typeIn(digits, country).text;
  const text = typeIn(`+${callingCode}${digits}`, undefined).text;
  const rest = text.startsWith(`+${callingCode} `) ? text.slice(callingCode.length + 2) : '';
  return significant(rest) === digits ? rest : digits;
}

/**
 * Formats what `significant` makes of a text, whole or in part, without adding or dropping a digit. Plain digits are read
 * as of `country`; digits whose plans are not there yet stay bare.
 */
export function formatNumber(number: string, country: CountryCode | undefined): string {
  if (number.startsWith('+')) {
    const code = matchCallingCode(number.slice(1));
    const isKnown = code === undefined || code in metadata.country_calling_codes;
    return isKnown ? typeIn(number, undefined).text : number;
  }
  if (!country || !(country in metadata.countries)) return number;
  const callingCode = callingCodeOf(country);
  const typed = typeIn(number, country);
  const rest = typed.number?.startsWith(`+${callingCode}`) && typed.number.slice(callingCode.length + 1);
  // No trunk or international prefix in it: people write it as in the placeholder.
  if (rest === number) return formatAfterCallingCode(number, country);
  // A trunk prefix that the plan's formats do not know ("011961234567" in Brazil): set apart by hand.
  if (rest && typed.text === number && number.endsWith(rest)) {
    return `${number.slice(0, -rest.length)} ${formatAfterCallingCode(rest, country)}`;
  }
  return typed.text;
}

/** "+44 7400 123456". */
export function formatInternational(e164: string): string {
  return typeIn(e164, undefined).text;
}

/** The country that international digits belong to as far as their calling code says: the main one of several. */
export function mainCountryOf(digits: string): CountryCode | undefined {
  const callingCode = matchCallingCode(digits);
  return callingCode === undefined ? undefined : countriesOf(callingCode)[0];
}
