/** Reads numbers: what a text says, which country it is of, and what is wrong with it. */
import type { E164 } from '../e164.js';
import { e164Of, possible, valid, type Attempt } from './attempt.js';
import { countriesOf, type CountryCode } from './countries.js';
import { formatInternational, formatNumber } from './format.js';
import type { NumberProblem } from './number-problem.js';
import { bestReading, type BestReading } from './best-reading.js';
import type { Zone } from './zones.js';

/** A number to offer, with what a person needs to tell it from another. */
export interface NumberOffer {
  e164: E164;
  country: CountryCode;
  /** "+44 7400 123456" */
  international: string;
}

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
  /**
   * How many digits a number that is too short lacks to be a mobile one of its country; undefined where there is no telling.
   */
  missingDigits: number | undefined;
  /**
   * What may have been meant, to be asked: two numbers where the problem is `ambiguous`, the likelier first; else at most
   * one, where this one cannot be sent to as it is.
   */
  offers: readonly NumberOffer[];
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
  const { read, missing } = bestReading(text, country);
  return { ...judge(read, text, country, options), missing };
}

function judge(
  read: BestReading['read'],
  text: string,
  chosen: CountryCode | undefined,
  { validation, isAllowed = () => true }: ReadOptions,
): Omit<NumberReading, 'missing'> {
  const { written = '', missingDigits, offer, either } = read ?? {};
  const unread = {
    e164: undefined,
    warning: undefined,
    mobile: false,
    international: '',
    written,
    missingDigits,
    offers: offer ? [offerOf(offer)] : [],
  };
  const nowhere = { ...unread, country: chosen, nationalNumber: '', hasCallingCode: false };
  if (!read) return { ...nowhere, problem: text.trim() === '' ? undefined : 'invalid-number' };
  if (either) return { ...nowhere, problem: 'ambiguous', offers: [offerOf(read), offerOf(either)] };
  const { callingCode, nationalNumber, hasCallingCode } = read;
  const mobile = read.score === valid;
  // While a shared calling code is all there is to go by, any of its countries will do.
  const country =
    mobile || !read.country || isAllowed(read.country)
      ? read.country
      : (countriesOf(callingCode).find(isAllowed) ?? read.country);
  const refused = country && !isAllowed(country) ? 'country-not-allowed' : undefined;
  if (read.score < possible) {
    const problem = refused ?? read.problem;
    return { ...unread, country: country ?? chosen, problem, nationalNumber, hasCallingCode };
  }
  const e164 = e164Of(read);
  const doubt = mobile ? undefined : 'not-mobile';
  const problem = refused ?? (validation === 'mobile' ? doubt : undefined);
  return {
    ...unread,
    e164,
    country,
    problem,
    warning: problem ? undefined : doubt,
    mobile,
    international: formatInternational(e164),
    nationalNumber,
    hasCallingCode,
  };
}

function offerOf(attempt: Attempt): NumberOffer {
  const e164 = e164Of(attempt);
  return { e164, country: attempt.country!, international: formatInternational(e164) };
}

/** Digits after the calling code as the field shows them: "7400 123456". */
export function formatNational(reading: NumberReading): string {
  return formatNumber(reading.nationalNumber, reading.country);
}
