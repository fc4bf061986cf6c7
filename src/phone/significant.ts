/** The characters of a number that count: its digits and a plus in front; and where the caret is among them. */
import { toAscii } from './digits.js';

/**
 * What a text says as a number: its digits in ASCII, with a plus in front where one stands before the first digit.
 * Separators, letters, marks of direction and later pluses are gone.
 */
export function significant(text: string): string {
  const ascii = /[^\0-~]/.test(text) ? toAscii(text) : text;
  const plus = /^[^\d+]*\+/.test(ascii) ? '+' : '';
  return plus + ascii.replace(/\D/g, '');
}

/** Where a caret belongs that stands after the first `count` significant characters: at the end once there are no more. */
export function caretAfter(text: string, count: number): number {
  if (count <= 0) return 0;
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    if (/[\d+]/.test(text[i]!) && ++seen === count) {
      return /[\d+]/.test(text.slice(i + 1)) ? i + 1 : text.length;
    }
  }
  return text.length;
}
