/** Reading one-time codes out of what people type, paste and have filled in. */
import { toAscii } from '../../phone/digits.js';

/** The digits of a text as ASCII; everything else is left out. */
export function digitsOf(text: string): string {
  return toAscii(text).replace(/[^0-9]/g, '');
}

/**
 * The code in a pasted or filled-in text: "123 456", "Your code is 123456." or a whole message with a year in it.
 * Without a group of just that many digits, the first digits there are.
 */
export function findCode(text: string, length: number): string {
  const groups = toAscii(text).match(/[0-9]+(?:[ \u00a0\u202f-][0-9]+)*/g) ?? [];
  const candidates = groups.flatMap(group => [group, ...group.split(/[^0-9]/)]).map(digitsOf);
  return candidates.find(digits => digits.length === length) ?? digitsOf(text).slice(0, length);
}

export interface CodeEdit {
  value: string;
  /** Position of the caret, 0 to `value.length`. */
  caret: number;
  /** What was typed is no digit, or one more than the code has. */
  isRejected: boolean;
}

/**
 * What a code of `length` digits becomes by an edit that the browser has made: `text` and `caret` are the input's after
 * it. A digit typed into a full code replaces the one behind the caret; at the end there is none, and it is refused.
 */
export function editCode(before: string, text: string, caret: number, length: number): CodeEdit {
  const digits = digitsOf(text);
  const at = digitsOf(text.slice(0, caret)).length;
  if (digits.length <= length)
    return { value: digits, caret: at, isRejected: digits === before && text !== before };
  if (digits.length > before.length + 1) {
    const value = findCode(text, length);
    return { value, caret: value.length, isRejected: false };
  }
  const value = (digits.slice(0, at) + digits.slice(at + 1)).slice(0, length);
  return { value, caret: Math.min(at, length), isRejected: at > length };
}
