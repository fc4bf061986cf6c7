/**
 * The number field as a value: what its input shows, and which country was chosen. The element forwards what the browser
 * did to its input and shows what comes back; all else about the number follows from the state through
 * `readNumber(state.line.text, state.country)`, so no history can make two equal fields differ.
 *
 * The rules, so that nothing jumps under a person's hands:
 * - While typing, what was typed stays, with separators put in. A number typed with its calling code keeps it; the
 *   country shown beside it is the reading's.
 * - Pasting and autofill settle the number at once, leaving the field settles one that was typed: the calling code moves
 *   out of the text into the country, and what was wrong with it is put right. A national number stays as written.
 * - A number that cannot be said that way (its country is not offered, or it would be read otherwise) stays international.
 */
import type { CountryCode } from './countries.js';
import { toAscii } from './digits.js';
import { formatNumber } from './format.js';
import { lineOf, withText, type Line } from './line.js';
import { readNumber, type NumberReading, type ReadOptions } from './read.js';
import { significant } from './significant.js';

export interface FieldState {
  readonly line: Line;
  /** Chosen by the person, guessed, or taken from a number that was settled. */
  readonly country: CountryCode | undefined;
  /** A paste waits for the plans it needs: `refresh` when they are there. */
  readonly unsettled: boolean;
}

/** What the browser did: what the input holds now, and the `inputType` of its event (none for autofill). */
export interface LineChange extends Line {
  readonly inputType?: string | undefined;
}

/**
 * A field as it is made, or taken over from an input that people used before the core came. Its `inputType` is then that of a
 * paste (or autofill) if there was any, and else the last one, so that it ends as if the core had been there all along.
 */
export function startField(
  { inputType, ...line }: LineChange,
  country: CountryCode | undefined,
  options?: ReadOptions,
): FieldState {
  const state = { line, country, unsettled: false };
  return isKnownWhole(inputType) ? settleWhole(state, options) : reformat(state);
}

/** The field after the browser changed the input's text. */
export function edit(state: FieldState, change: LineChange, options?: ReadOptions): FieldState {
  const { inputType, ...line } = change;
  const before = significant(state.line.text);
  const next = { ...state, line: isTyped(change) ? plusFirst(before, line) : line };
  if (isWhole(state.line, change)) return settleWhole(next, options);
  // What was pasted around the number is dropped when the number is known, and not before.
  if (state.unsettled && line.text !== '') return next;
  return reformat({
    ...next,
    line: withDeletedDigit(state.line, next.line, inputType ?? ''),
    unsettled: false,
  });
}

/** The field once more, when the core or plans have arrived since. */
export function refresh(state: FieldState, options?: ReadOptions): FieldState {
  return state.unsettled ? settleWhole(state, options) : reformat(state);
}

/** The field when the person leaves it. */
export function settle(state: FieldState, options?: ReadOptions): FieldState {
  const reading = readNumber(state.line.text, state.country, options);
  return reading.e164 ? settleAs(state, reading, options) : state;
}

/** The field with another country: a calling code in the text gives way to it, national digits stay. */
export function chooseCountry(state: FieldState, country: CountryCode): FieldState {
  const { text } = state.line;
  const number = significant(text).startsWith('+')
    ? readNumber(text, state.country).nationalNumber
    : significant(text);
  return { line: withText(state.line, formatNumber(number, country)), country, unsettled: false };
}

/**
 * Why a key should have no effect, to be felt and announced: it is no part of a number, or one digit more than the
 * country's numbers have. `change` is what the input would hold (from `beforeinput`). Only typing is refused; a paste is
 * searched for a number instead. A field that is not strict asks `strangeKey` alone, which reads no number.
 */
export function refusedKey(
  state: FieldState,
  change: LineChange,
  options?: ReadOptions,
): 'not-a-digit' | 'too-long' | undefined {
  if (!isTyped(change)) return undefined;
  const { text } = state.line;
  const strange = strangeKey(state, change);
  if (strange || significant(change.text).length <= significant(text).length) return strange;
  const isTooLong = (text: string) => readNumber(text, state.country, options).problem === 'too-long';
  return isTooLong(change.text) && !isTooLong(text) ? 'too-long' : undefined;
}

/** Whether a key is no part of a number. */
export function strangeKey({ line }: FieldState, change: LineChange): 'not-a-digit' | undefined {
  if (!isTyped(change)) return undefined;
  const strange = (text: string) => text.match(/[^\p{Nd}\p{Z}\p{Ps}\p{Pe}\p{Pd}+＋./·]/gu)?.length ?? 0;
  // A plus within the number would be dropped without a word; one that stands in place of the number begins another.
  const stray = (text: string) =>
    (toAscii(text).match(/\+/g)?.length ?? 0) - Number(significant(text).startsWith('+'));
  const isStrange = strange(change.text) > strange(line.text) || stray(change.text) > stray(line.text);
  return isStrange && !isBeforePlus(significant(line.text), change) ? 'not-a-digit' : undefined;
}

function isTyped({ inputType }: LineChange): boolean {
  return !isKnownWhole(inputType) && !inputType?.startsWith('delete');
}

/** Whether a text came at once: paste, drop, autofill, a suggestion taken. */
export function isWhole(before: Line, { text, start, inputType }: LineChange): boolean {
  if (isKnownWhole(inputType)) return true;
  let same = 0;
  while (same < start && text[same] === before.text[same]) same++;
  // A keyboard's suggestion arrives as typing, but nobody types four digits in one event.
  return start - same > 3 && significant(text.slice(same, start)).length > 3;
}

function isKnownWhole(inputType: string | undefined): boolean {
  return !inputType || /^insert(?:FromPaste|FromDrop|FromYank|ReplacementText)/.test(inputType);
}

/** Whether something was typed before the plus of a number that had one (`before`). */
function isBeforePlus(before: string, { text }: Line): boolean {
  return before.startsWith('+') && /^[^+]*\d[^+]*\+/.test(toAscii(text));
}

/** A digit typed before the plus stands behind it: dropping the plus would make another country's number of it. */
function plusFirst(before: string, line: Line): Line {
  if (!isBeforePlus(before, line)) return line;
  const text = toAscii(line.text);
  const plus = text.indexOf('+');
  const moved = (at: number) => (at <= plus ? at + 1 : at);
  return {
    text: `+${text.slice(0, plus)}${text.slice(plus + 1)}`,
    start: moved(line.start),
    end: moved(line.end),
  };
}

function reformat(state: FieldState): FieldState {
  const text = formatNumber(significant(state.line.text), state.country);
  return { ...state, line: withText(state.line, text) };
}

/** Deleting a separator would change nothing, because it comes back: the digit beyond it goes instead. */
function withDeletedDigit(before: Line, after: Line, inputType: string): Line {
  const deletes = inputType.startsWith('delete') && after.text.length < before.text.length;
  if (!deletes || significant(before.text) !== significant(after.text)) return after;
  const { text, start: caret } = after;
  const [head, tail] = [text.slice(0, caret), text.slice(caret)];
  if (inputType.endsWith('Forward')) return lineOf(head + tail.replace(/[\d+]/, ''), caret);
  const shorter = head.replace(/[\d+]([^\d+]*)$/, '$1');
  return lineOf(shorter + tail, shorter.length);
}

function settleWhole(state: FieldState, options?: ReadOptions): FieldState {
  const { text } = state.line;
  const reading = readNumber(text, state.country, options);
  if (reading.missing.length > 0) return { ...state, unsettled: true };
  const next = { ...state, unsettled: false };
  // A part of a number, pasted into one that is not whole yet: every digit of it counts.
  if (!reading.e164 && reading.written !== significant(text)) return reformat(next);
  return settleAs(next, reading, options);
}

function settleAs(state: FieldState, reading: NumberReading, options?: ReadOptions): FieldState {
  const { country, nationalNumber, written } = reading;
  const show = (number: string, as: CountryCode | undefined): FieldState => ({
    ...state,
    line: withText(state.line, formatNumber(number, as)),
    country: as,
  });
  const asWritten = show(written, state.country);
  if (!country || nationalNumber === '' || reading.problem === 'country-not-allowed') return asWritten;
  const national = show(reading.hasCallingCode ? nationalNumber : written, country);
  const again = readNumber(national.line.text, country, options);
  return again.e164 === reading.e164 && again.country === country ? national : asWritten;
}
