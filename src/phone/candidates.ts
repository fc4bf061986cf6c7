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
  /** Only a valid mobile number proves this one; the others need merely be possible where what was written is not. */
  far?: boolean;
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
      yield { number: '+' + digits.replace(/^0+/, ''), far: true };
      if (country) yield { number: digits, far: true };
    }
    return;
  }
  const national = digits.slice(code.length);
  const repeated = new RegExp(`^(?:(?:00)?${code})+`);
  if (repeated.test(national)) yield { number: `+${code}${national.replace(repeated, '')}` };
  // Where a zero is the number's own (Italy) only a valid mobile number shows that this one is not.
  if (national.startsWith('0')) yield { number: `+${code}${national.replace(/^0+/, '')}`, far: true };
  yield* habits(code, national);
}

/** Candidates for digits without a plus, the likeliest first. */
export function* nationalCandidates(digits: string, country: CountryCode | undefined): Generator<Candidate> {
  if (country) {
    const code = callingCodeOf(country);
    const own = new RegExp(`^0*(?:${code})+`);
    if (own.test(digits)) yield { number: `+${code}${digits.replace(own, '')}` };
    yield* habits(code, digits);
  }
  for (const prefix of internationalPrefixes) {
    if (digits.startsWith(prefix)) yield { number: '+' + digits.slice(prefix.length), far: true };
  }
  // Browsers fill in "12125550123" for a whole number. With no country chosen there is nothing else it could be.
  yield { number: '+' + digits, far: country !== undefined };
  for (const { number } of internationalCandidates(digits)) yield { number, far: true };
}

/** Ways to write a mobile number that a plan has given up or that are meant for calls, by calling code. */
function* habits(code: string, national: string): Generator<Candidate> {
  // Argentina: "11 2345 6789" is what people give as their mobile number; from abroad it has a 9 in front.
  if (code === '54') {
    const number = national.replace(/^0/, '');
    if (number.length === 10) yield { number: `+549${number}`, far: true };
  }
  // Mexico, until 2019: 1 after the calling code, 044 or 045 before a mobile number, 01 before the others.
  if (code === '52' && /^(?:1|01|04[45])\d{10}$/.test(national))
    yield { number: `+52${national.slice(-10)}` };
}
