/** What the plans make of one number, taken exactly as it is written. */
import { isE164, type E164 } from '../e164.js';
import { allCountries, callingCodeOf, countriesOf, matchCallingCode, type CountryCode } from './countries.js';
import { metadata, parsePhoneNumberFromString, zones } from './library.js';
import { isValidIn, mobileLengths } from './plan.js';
import type { NumberProblem } from './number-problem.js';
import { zoneOfCode, type Zone } from './zones.js';

export const valid = 3;
export const possible = 2;

/** One attempt. `score`: 3 valid mobile, 2 possible, 1 has a country, 0 cannot be read, -1 its plans are not there. */
export interface Attempt {
  score: number;
  problem?: NumberProblem | undefined;
  country?: CountryCode | undefined;
  callingCode: string;
  nationalNumber: string;
  hasCallingCode: boolean;
}

/** `number`: "+" and digits, or digits of the chosen country. Zones whose plans are not there are added to `missing`. */
export function attempt(number: string, chosen: CountryCode | undefined, missing: Set<Zone>): Attempt {
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
  const zone = zoneOfCode(callingCode);
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

export const e164Of = ({ callingCode, nationalNumber }: Attempt) =>
  `+${callingCode}${nationalNumber}` as E164;

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
