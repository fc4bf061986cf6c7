/**
 * The ways a number can be meant. People leave out the plus, double the calling code, keep the trunk zero behind it or
 * dial out as from another country; each rule here turns one of these habits into a number to try. Which of them holds is
 * for read.ts to judge, by the plans.
 */
import { callingCodeOf, matchCallingCode, type CountryCode } from './countries.js';

/** Something to try in place of what was written. */
export interface Candidate {
  /** "+447400…", or digits to be read as of the chosen country. */
  number: string;
  /**
   * Only a valid mobile number proves this one; the others need merely be possible where what was written is not. What is
   * merely possible is offered.
   */
  needsProof?: boolean;
  /** However valid, it is only offered: something else may be meant just as well. */
  isOnlyOffered?: boolean;
}

/**
 * What people dial before a calling code, where it is not their own country's: most of the world and North America,
 * Australia, Japan, East Asia, the former Soviet Union, Kenya with its neighbours, and Nigeria.
 */
const internationalPrefixes = ['00', '011', '0011', '010', '001', '002', '810', '000', '009'];

/** Candidates for "+" and digits, the likeliest first. */
export function* internationalCandidates(digits: string, country?: CountryCode): Generator<Candidate> {
  const code = matchCallingCode(digits);
  if (code === undefined) {
    // "+0044…" and "+07400…": the plus is one too many, or stands for a zero that is there as well.
    if (digits.startsWith('0')) {
      const numbers = ['+' + digits.replace(/^0+/, ''), ...(country ? [digits] : [])];
      for (const number of digits.startsWith('00') ? numbers : numbers.reverse())
        yield { number, needsProof: true };
    }
    // Russia's "8 912 …" with a plus: no calling code begins so, and the satellites' numbers are longer.
    if (/^8[79]\d{9}$/.test(digits))
      yield {
        number: '+7' + digits.slice(1),
        needsProof: true,
        isOnlyOffered: !country || callingCodeOf(country) !== '7',
      };
    return;
  }
  const national = digits.slice(code.length);
  yield* withoutRepeated(code, national);
  yield* nearCandidates(code, national);
}

/** Candidates for digits without a plus, the likeliest first. */
export function* nationalCandidates(digits: string, country: CountryCode | undefined): Generator<Candidate> {
  if (country) {
    const code = callingCodeOf(country);
    yield* withoutRepeated(code, digits);
    yield* nearCandidates(code, digits);
  }
  const rests = internationalPrefixes.flatMap(prefix =>
    digits.startsWith(prefix) ? [digits.slice(prefix.length)] : [],
  );
  for (const rest of rests) yield { number: '+' + rest, needsProof: true };
  // Browsers fill in "12125550123" for a whole number. With no country chosen there is nothing else it could be.
  yield { number: '+' + digits, needsProof: country !== undefined };
  for (const rest of [...rests, digits]) {
    for (const candidate of internationalCandidates(rest)) yield { ...candidate, needsProof: true };
  }
}

/** "+44 44 …", "+44 0044 …": one at a time, because a number may begin with the digits of its calling code (+7 7…). */
function* withoutRepeated(code: string, national: string): Generator<Candidate> {
  const repeated = new RegExp(`^0*${code}`);
  for (let rest = national; repeated.test(rest);) {
    rest = rest.replace(repeated, '');
    yield { number: `+${code}${rest}` };
  }
}

/**
 * Mobile numbers as they were before a plan changed, or as they are called from at home: [calling code, what follows it,
 * what follows it now, whether it may be a new number half-typed just as well].
 */
const renumberings: readonly (readonly [code: string, old: RegExp, now: string, isOnlyOffered?: boolean])[] =
  [
    // Argentina: "11 2345 6789" is what people give as their mobile number; from abroad it has a 9 in front.
    ['54', /^0?(\d{10})$/, '9$1'],
    // Mexico, until 2019: 1 after the calling code, 044 or 045 before a mobile number, 01 before the others.
    ['52', /^(?:1|01|04[45])(\d{10})$/, '$1'],
    // Benin, until 2024, and Brazil, until 2016: two digits less, and one.
    ['229', /^([4-69]\d{7})$/, '01$1'],
    ['55', /^0?(\d\d)([68]\d{7})$/, '$19$2'],
    ['55', /^0?(\d\d)(9\d{7})$/, '$19$2', true],
    // Chile, until 2016 in Santiago.
    ['56', /^([4-9]\d{7})$/, '9$1', true],
  ];

/** Candidates of the same calling code: a zero too many, or an old number. */
export function* nearCandidates(code: string, national: string): Generator<Candidate> {
  // Where a zero is the number's own (Italy) only a valid mobile number shows that this one is not.
  for (const zeros of [/^0/, /^0+/]) {
    if (zeros.test(national)) yield { number: `+${code}${national.replace(zeros, '')}`, needsProof: true };
  }
  for (const [of, old, now, isOnlyOffered = false] of renumberings) {
    if (of === code && old.test(national))
      yield { number: `+${code}${national.replace(old, now)}`, needsProof: true, isOnlyOffered };
  }
  // The Ivory Coast, until 2021: two digits less, and the second one told the network.
  if (code === '225' && /^[04-9]\d{7}$/.test(national))
    yield { number: `+2250${'1111555777'.charAt(Number(national[1]))}${national}`, isOnlyOffered: true };
}
