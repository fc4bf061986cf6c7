/** Finds out what a text means: takes each number in it at its word, and where that is none, tries what people do. */
import { attempt, e164Of, possible, valid, type Attempt } from './attempt.js';
import { internationalCandidates, nationalCandidates, nearCandidates, type Candidate } from './candidates.js';
import type { CountryCode } from './countries.js';
import { findNumbers } from './find.js';
import { zones } from './library.js';
import { mobileLengths, withoutInternationalPrefix, zonesBehindPrefix } from './plan.js';
import { zoneOf, type Zone } from './zones.js';

export interface BestReading {
  read: (Best & { written: string }) | undefined;
  missing: readonly Zone[];
}

interface Best extends Attempt {
  /** Just as good: only the person knows which of the two was meant. */
  either?: Attempt;
  /** What was meant, perhaps, where the number as it is written cannot be sent to. */
  offer?: Attempt | undefined;
  missingDigits?: number | undefined;
}

/** The last one: a key asks for the same text several times, and most often nothing has changed since. */
let last: { of: string; is: BestReading } | undefined;

/** What the text says as far as the plans go that are there. */
export function bestReading(text: string, country: CountryCode | undefined): BestReading {
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
  return bestReading(text, country).missing;
}

/** What is known of a number as written, or of the first candidate that beats it. */
function best(number: string, chosen: CountryCode | undefined, missing: Set<Zone>): Best {
  const digits = number.replace('+', '');
  const isPlain = number === digits;
  const dials = isPlain && chosen !== undefined && zones.has(zoneOf(chosen));
  if (dials) {
    for (const zone of zonesBehindPrefix(digits, chosen)) if (!zones.has(zone)) missing.add(zone);
  }
  const dialled = dials ? withoutInternationalPrefix(digits, chosen) : undefined;
  const international = isPlain ? dialled : digits;
  const written = attempt(international === undefined ? number : `+${international}`, chosen, missing);

  // Most of the world dials out with "00", and so it is written where the own prefix has a digit more, too. "011", North
  // America's, is the beginning of many a national number, and so only taken for one where a shorter prefix is.
  const abroad = isPlain && chosen && digits.match(dialled === undefined ? /^00/ : /^(?:00|011)/);
  const rest = abroad ? digits.slice(abroad[0].length) : international;
  if (rest !== international) {
    const read = attempt(`+${rest}`, chosen, missing);
    const isOther = written.score === valid && e164Of(written) !== e164Of(read);
    if (read.score === valid) return isOther ? { ...read, either: written } : read;
  }
  if (written.score === valid || written.score < 0) return written;

  let winner = written;
  let offer: Attempt | undefined;
  let winning = international === undefined ? number : `+${international}`;
  for (const { number, needsProof, isOnlyOffered } of candidates()) {
    const tried = attempt(number, chosen, missing);
    const isOffer = isOnlyOffered
      ? tried.score === valid
      : needsProof && tried.score === possible && written.score < possible;
    if (isOffer) offer ??= tried;
    else if (!isOnlyOffered && tried.score > winner.score && tried.score >= (needsProof ? valid : possible)) {
      // "+0412…": the plus is no part of what is left.
      winner = { ...tried, hasCallingCode: tried.hasCallingCode || !isPlain };
      winning = number;
    }
    if (winner.score === valid) return winner;
  }
  return { ...winner, offer, ...shortcoming() };

  /** What begins like a mobile number is too short, though landlines are as short. */
  function shortcoming(): Pick<Best, 'score' | 'problem' | 'missingDigits'> | undefined {
    const { country, nationalNumber, problem, score } = winner;
    if (!country || (problem !== 'too-short' && score < possible)) return undefined;
    const length = mobileLengths(country).find(length => length > nationalNumber.length);
    const missingDigits = length && length - nationalNumber.length;
    if (score < possible) return { score, problem, missingDigits };
    // One digit short behind a trunk prefix, it may have a mobile number's length already.
    const count = missingDigits ?? 1;
    const isBeginning = [...'0123456789'].some(
      digit => attempt(winning + digit.repeat(count), chosen, missing).score === valid,
    );
    return isBeginning ? { score: 1, problem: 'too-short', missingDigits: count } : undefined;
  }

  function* candidates(): Generator<Candidate> {
    const { callingCode } = written;
    // Half-typed numbers look like short ones of some other country, so what is too short is never another country's.
    if (written.problem === 'too-short' && !abroad) {
      yield* nearCandidates(callingCode, international?.slice(callingCode.length) ?? digits);
      return;
    }
    if (international !== undefined) yield* internationalCandidates(international, chosen);
    if (isPlain) yield* nationalCandidates(digits, chosen);
  }
}
