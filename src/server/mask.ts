/** Numbers and free text as they may be shown or logged. */
import type { E164 } from '../protocol.js';

/** The calling codes of one and two digits; every other has three (ITU-T E.164). */
const callingCodes = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** "+44" of a number in the United Kingdom. */
export function callingCodeOf(phone: E164): string {
  return callingCodes.exec(phone)?.[0] ?? '+';
}

/** "+44 ••••••3456": the calling code and the end, which is two digits in short numbers. */
export function maskPhone(phone: E164): string {
  const code = callingCodeOf(phone);
  const national = phone.slice(code.length);
  const shown = national.length >= 8 ? 4 : 2;
  return `${code} ${'•'.repeat(Math.max(0, national.length - shown))}${national.slice(-shown)}`;
}

/** A provider's words without numbers or codes, at most 300 characters. */
export function maskDigits(text: string): string {
  return text.replace(/\d(?:[\s().-]{0,2}\d){2,}/g, '•••').slice(0, 300);
}

/** What went wrong, for the log. */
export function describeError(error: unknown): string {
  return maskDigits(error instanceof Error ? `${error.name}: ${error.message}` : `Thrown: ${typeof error}`);
}
