/** Reads numbers: what a text says, which country it is of, and what is wrong with it. */
import type { E164 } from '../protocol.js';
import { isE164 } from '../e164.js';
import { internationalCandidates, nationalCandidates } from './candidates.js';
import { allCountries, callingCodeOf, countriesOf, matchCallingCode, type CountryCode } from './countries.js';
import { findNumbers } from './find.js';
import { formatInternational, formatNumber } from './format.js';
import { metadata, parsePhoneNumberFromString, zoneOf, zones } from './library.js';
import { isValidIn, mobileLengths, withoutInternationalPrefix, zonesBehindPrefix } from './plan.js';
import type { Zone } from './zones.js';

/** What keeps a number from being sent to. `not-mobile` and `country-not-allowed` are the page's wish. */
export type NumberProblem =
  'too-short' | 'too-long' | 'invalid-country-code' | 'invalid-number' | 'not-mobile' | 'country-not-allowed';

export interface ReadOptions {
  /** `mobile` makes a problem of what is otherwise a warning. */
  validation?: 'possible' | 'mobile' | undefined;
  /** The page's countries; all when absent. */
  isAllowed?: ((country: CountryCode) => boolean) | undefined;
}

export interface NumberReading {
  /** The number, once it is possible; a problem of the page's making (`country-not-allowed`) leaves it in place. */
  e164: E164 | undefined;
  /** The number's own country, or the chosen one as long as the number does not say. */
  country: CountryCode | undefined;
  /** Why it must not be sent; undefined for an empty field, too. */
  problem: NumberProblem | undefined;
  /** The number is possible but no valid mobile number: say so, and let the person go on. */
  warning: 'not-mobile' | undefined;
  /** Its plan knows it as a mobile number, or as one that may be. */
  mobile: boolean;
  /** "+44 7400 123456", as a person is to confirm it; empty until the number is possible. */
  international: string;
  /** The number as it was found in the text: digits in ASCII, with a plus if it had one. */
  written: string;
  /** Digits after the calling code ("7400123456"), as far as they are there. */
  nationalNumber: string;
  /** The number was written with its calling code, or read as if it had been. */
  hasCallingCode: boolean;
  /**
   * Plans that were not there to judge by (`loadMetadata`). Nothing is final before they are: the number may turn out to
   * be another country's, so do not send to it yet.
   */
  missing: readonly Zone[];
}

const valid = 3;
const possible = 2;

/** One attempt. `score`: 3 valid mobile, 2 possible, 1 has a country, 0 cannot be read, -1 its plans are not there. */
interface Attempt {
  score: number;
  problem?: NumberProblem | undefined;
  country?: CountryCode | undefined;
  callingCode: string;
  nationalNumber: string;
  hasCallingCode: boolean;
}

/**
 * Reads the number in a text, which may have other things around it. Plain digits are a number of the chosen country, and
 * where they cannot be, an international one whose plus was left out. The same text and country give the same reading,
 * however they came about; only `missing` plans make a difference.
 */
export function readNumber(
  text: string,
  country: CountryCode | undefined,
  options: ReadOptions = {},
): NumberReading {
  const { read, missing } = understand(text, country);
  return { ...judge(read, text, country, options), missing };
}

interface Understanding {
  read: (Attempt & { written: string }) | undefined;
  missing: readonly Zone[];
}

/** The last one: a key asks for the same text several times, and most often nothing has changed since. */
let last: { of: string; is: Understanding } | undefined;

/** What the text says as far as the plans go that are there. */
function understand(text: string, country: CountryCode | undefined): Understanding {
  const of = [text, country, ...zones].join();
  if (last?.of === of) return last.is;
  const missing = new Set<Zone>();
  const attempts = findNumbers(text).map(number => ({ ...best(number, country, missing), written: number }));
  // Of several numbers the first that can be texted, else the first that is one at all.
  const attempt = [valid, possible]
    .map(score => attempts.find(a => a.score >= score))
    .concat(attempts)
    .find(a => a !== undefined);
  last = { of, is: { read: attempt, missing: [...missing] } };
  return last.is;
}

/** The plans that reading this text would need and that are not there yet. */
export function missingFor(text: string, country: CountryCode | undefined): readonly Zone[] {
  return understand(text, country).missing;
}

/** What is known of a number as written, or of the first candidate that beats it. */
function best(number: string, chosen: CountryCode | undefined, missing: Set<Zone>): Attempt {
  const digits = number.replace('+', '');
  const dials = number === digits && chosen !== undefined && zones.has(zoneOf(chosen));
  if (dials) {
    for (const zone of zonesBehindPrefix(digits, chosen)) if (!zones.has(zone)) missing.add(zone);
  }
  const dialled = dials ? withoutInternationalPrefix(digits, chosen) : undefined;
  const international = number === digits ? dialled : digits;

  const written = attempt(international === undefined ? number : `+${international}`, chosen, missing);
  // Half-typed numbers look like short ones of some other country, so what is too short is never anything else.
  if (written.score === valid || written.score < 0 || written.problem === 'too-short') return written;

  let winner = written;
  const candidates =
    international === undefined
      ? nationalCandidates(digits, chosen)
      : internationalCandidates(international, chosen);
  for (const candidate of candidates) {
    const tried = attempt(candidate.number, chosen, missing);
    if (tried.score > winner.score && tried.score >= (candidate.far ? valid : possible)) winner = tried;
    if (winner.score === valid) break;
  }
  return winner;
}

function attempt(number: string, chosen: CountryCode | undefined, missing: Set<Zone>): Attempt {
  const hasCallingCode = number.startsWith('+');
  const callingCode = hasCallingCode ? matchCallingCode(number.slice(1)) : chosen && callingCodeOf(chosen);
  const nothing = { score: 0, callingCode: '', nationalNumber: '', hasCallingCode };
  if (callingCode === undefined) return { ...nothing, problem: withoutCountry(number) };

  const digits = hasCallingCode ? number.slice(1 + callingCode.length) : number;
  const start = {
    callingCode,
    nationalNumber: digits,
    hasCallingCode,
    country: keepChosen(callingCode, chosen),
  };
  const zone = callingCode.charAt(0);
  if (!zones.has(zone)) {
    missing.add(zone);
    return { ...start, score: -1 };
  }
  // The library would throw, and an error takes longer to make than a number to read.
  if (digits.length < 2) return { ...start, score: 1, problem: 'too-short' };

  const read = parsePhoneNumberFromString(
    number,
    hasCallingCode ? {} : { defaultCountry: chosen! },
    metadata,
  );
  if (!read) return { ...start, score: 1, problem: digits.length > 3 ? 'too-long' : 'too-short' };
  const nationalNumber: string = read.nationalNumber;
  const own =
    chosen && callingCodeOf(chosen) === callingCode && isValidIn(chosen, nationalNumber) ? chosen : undefined;
  const country =
    own ?? (read.isValid() ? read.country : undefined) ?? keepChosen(callingCode, chosen, read.country);
  const result = {
    callingCode,
    nationalNumber,
    // "447400…" in Britain: the library takes the calling code off by itself.
    hasCallingCode: hasCallingCode || digits.endsWith(callingCode + nationalNumber),
    country,
  };
  if (own ?? read.isValid()) return { ...result, score: valid };
  if (read.isPossible() && isE164(read.number)) return { ...result, score: possible };
  const longest = Math.max(...mobileLengths(country!));
  return { ...result, score: 1, problem: nationalNumber.length > longest ? 'too-long' : 'too-short' };
}

/** The country of a calling code while the number does not tell: the chosen one if it has that code, else the main one. */
function keepChosen(
  callingCode: string,
  chosen: CountryCode | undefined,
  read?: CountryCode,
): CountryCode | undefined {
  const countries = countriesOf(callingCode);
  return chosen && countries.includes(chosen) ? chosen : (read ?? countries[0]);
}

function withoutCountry(number: string): NumberProblem {
  const digits = number.replace('+', '');
  if (digits === number) return 'invalid-country-code';
  return allCountries.some(country => callingCodeOf(country).startsWith(digits))
    ? 'too-short'
    : 'invalid-country-code';
}

function judge(
  read: Understanding['read'],
  text: string,
  chosen: CountryCode | undefined,
  { validation, isAllowed = () => true }: ReadOptions,
): Omit<NumberReading, 'missing'> {
  const nothing = { e164: undefined, warning: undefined, mobile: false, international: '' };
  if (!read) {
    const problem = text.trim() === '' ? undefined : 'invalid-number';
    return { ...nothing, country: chosen, problem, written: '', nationalNumber: '', hasCallingCode: false };
  }
  const { written, callingCode, nationalNumber, hasCallingCode } = read;
  const mobile = read.score === valid;
  // While a shared calling code is all there is to go by, any of its countries will do.
  const country =
    mobile || !read.country || isAllowed(read.country)
      ? read.country
      : (countriesOf(callingCode).find(isAllowed) ?? read.country);
  const refused = country && !isAllowed(country) ? 'country-not-allowed' : undefined;
  if (read.score < possible) {
    const problem = refused ?? read.problem;
    return { ...nothing, country: country ?? chosen, problem, written, nationalNumber, hasCallingCode };
  }
  const e164 = `+${callingCode}${nationalNumber}` as E164;
  const doubt = mobile ? undefined : 'not-mobile';
  const problem = refused ?? (validation === 'mobile' ? doubt : undefined);
  return {
    e164,
    country,
    problem,
    warning: problem ? undefined : doubt,
    mobile,
    international: formatInternational(e164),
    written,
    nationalNumber,
    hasCallingCode,
  };
}

/** Digits after the calling code as the field shows them: "7400 123456". */
export function formatNational(reading: NumberReading): string {
  return formatNumber(reading.nationalNumber, reading.country);
}
