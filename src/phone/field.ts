/**
 * The number field's text as a value: what it shows, where the caret is, which country was chosen. The element forwards
 * what the browser did to its input and shows what comes back; all else about the number follows from the state through
 * `readNumber(state.text, state.country)`, so no history can make two equal fields differ.
 *
 * The rules, so that nothing jumps under a person's hands:
 * - While typing, what was typed stays, with separators put in. A number typed with its calling code keeps it; the
 *   country shown beside it is the reading's.
 * - Pasting and autofill settle the number at once, leaving the field settles one that was typed: the calling code moves
 *   out of the text into the country, and what was wrong with it is put right. A national number stays as written.
 * - A number that cannot be said that way (its country is not offered, or it would be read otherwise) stays international.
 */
import type { CountryCode } from './countries.js';
import { caretAfter, significant } from './significant.js';
import { formatNumber } from './format.js';
import { readNumber, type NumberReading, type ReadOptions } from './read.js';

export interface FieldState {
  readonly text: string;
  /** Index into `text`. */
  readonly caret: number;
  /** Chosen by the person, guessed, or taken from a number that was settled. */
  readonly country: CountryCode | undefined;
  /** A paste waits for the plans it needs: `refresh` when they are there. */
  readonly unsettled: boolean;
}

/** What an input holds after the browser changed it: the parts of its `input` event. */
export interface TextChange {
  readonly text: string;
  /** `selectionStart`. */
  readonly caret: number;
  /** `InputEvent.inputType`; none for autofill, which is what browsers do. */
  readonly inputType?: string | undefined;
}

/**
 * A field as it is made, or taken over from an input that people used before the core came. Its `inputType` is then that of a
 * paste (or autofill) if there was any, and else the last one, so that it ends as if the core had been there all along.
 */
export function startField(
  change: TextChange,
  country: CountryCode | undefined,
  options?: ReadOptions,
): FieldState {
  const state = { text: change.text, caret: change.caret, country, unsettled: false };
  return isWhole(change.inputType) ? settleWhole(state, options) : reformat(state);
}

/** The field after the browser changed the input's text. */
export function edit(state: FieldState, change: TextChange, options?: ReadOptions): FieldState {
  const next = { ...state, text: change.text, caret: change.caret };
  const added = significant(next.text).length - significant(state.text).length;
  // A keyboard's suggestion arrives as typing, but nobody types four digits in one event.
  if (isWhole(change.inputType) || added > 3) return settleWhole(next, options);
  // What was pasted around the number is dropped when the number is known, and not before.
  if (state.unsettled && next.text !== '') return next;
  return reformat({ ...withDeletedDigit(state, next, change.inputType ?? ''), unsettled: false });
}

/** The field once more, when the core or plans have arrived since. */
export function refresh(state: FieldState, options?: ReadOptions): FieldState {
  return state.unsettled ? settleWhole(state, options) : reformat(state);
}

/** The field when the person leaves it. */
export function settle(state: FieldState, options?: ReadOptions): FieldState {
  const reading = readNumber(state.text, state.country, options);
  return reading.e164 ? settleAs(state, reading, options) : state;
}

/** The field with another country: a calling code in the text gives way to it, national digits stay. */
export function chooseCountry(state: FieldState, country: CountryCode): FieldState {
  const international = significant(state.text).startsWith('+');
  const number = international
    ? readNumber(state.text, state.country).nationalNumber
    : significant(state.text);
  const before = significant(state.text.slice(0, state.caret)).length;
  const dropped = significant(state.text).length - number.length;
  const text = formatNumber(number, country);
  return { text, caret: caretAfter(text, Math.max(0, before - dropped)), country, unsettled: false };
}

/**
 * Why a key should have no effect, to be felt and announced: it is no part of a number, or one digit more than the
 * country's numbers have. `change` is what the input would hold (from `beforeinput`). Only typing is refused; a paste is
 * searched for a number instead. A field that is not strict asks `strangeKey` alone, which reads no number.
 */
export function refusedKey(
  state: FieldState,
  change: TextChange,
  options?: ReadOptions,
): 'not-a-digit' | 'too-long' | undefined {
  if (!isTyped(change)) return undefined;
  const strange = strangeKey(state, change);
  if (strange || significant(change.text).length <= significant(state.text).length) return strange;
  const isTooLong = (text: string) => readNumber(text, state.country, options).problem === 'too-long';
  return isTooLong(change.text) && !isTooLong(state.text) ? 'too-long' : undefined;
}

/** Whether a key is no part of a number. */
export function strangeKey(state: FieldState, change: TextChange): 'not-a-digit' | undefined {
  if (!isTyped(change)) return undefined;
  const strange = (text: string) => text.match(/[^\p{Nd}\p{Z}\p{Ps}\p{Pe}\p{Pd}+＋./·]/gu)?.length ?? 0;
  if (strange(change.text) > strange(state.text)) return 'not-a-digit';
  const pluses = (text: string) => text.match(/[+＋]/g)?.length ?? 0;
  const grows = significant(change.text).length > significant(state.text).length;
  // A plus within the number would be dropped without a word.
  return !grows && pluses(change.text) > pluses(state.text) ? 'not-a-digit' : undefined;
}

function isTyped({ inputType }: TextChange): boolean {
  return !isWhole(inputType) && !inputType?.startsWith('delete');
}

/** Whether the text came at once: paste, drop, autofill, a suggestion taken. */
function isWhole(inputType: string | undefined): boolean {
  return !inputType || /^insert(?:FromPaste|FromDrop|FromYank|ReplacementText)/.test(inputType);
}

function reformat(state: FieldState): FieldState {
  const number = significant(state.text);
  const text = formatNumber(number, state.country);
  return { ...state, text, caret: caretAfter(text, significant(state.text.slice(0, state.caret)).length) };
}

/** Deleting a separator would change nothing, because it comes back: the digit beyond it goes instead. */
function withDeletedDigit(before: FieldState, after: FieldState, inputType: string): FieldState {
  const deletes = inputType.startsWith('delete') && after.text.length < before.text.length;
  if (!deletes || significant(before.text) !== significant(after.text)) return after;
  const { text, caret } = after;
  if (inputType.endsWith('Forward')) {
    return { ...after, text: text.slice(0, caret) + text.slice(caret).replace(/[\d+]/, '') };
  }
  const head = text.slice(0, caret).replace(/[\d+]([^\d+]*)$/, '$1');
  return { ...after, text: head + text.slice(caret), caret: head.length };
}

function settleWhole(state: FieldState, options?: ReadOptions): FieldState {
  const reading = readNumber(state.text, state.country, options);
  if (reading.missing.length > 0) return { ...state, unsettled: true };
  const next = { ...state, unsettled: false };
  // A part of a number, pasted into one that is not whole yet: every digit of it counts.
  if (!reading.e164 && reading.written !== significant(state.text)) return reformat(next);
  return settleAs(next, reading, options);
}

function settleAs(state: FieldState, reading: NumberReading, options?: ReadOptions): FieldState {
  const { country, nationalNumber, written } = reading;
  const show = (number: string, as: CountryCode | undefined): FieldState => {
    const text = formatNumber(number, as);
    const after = significant(state.text.slice(state.caret)).length;
    return { ...state, text, country: as, caret: caretAfter(text, significant(text).length - after) };
  };
  const asWritten = show(written, state.country);
  if (!country || nationalNumber === '' || reading.problem === 'country-not-allowed') return asWritten;
  const national = show(reading.hasCallingCode ? nationalNumber : written, country);
  const again = readNumber(national.text, country, options);
  return again.e164 === reading.e164 && again.country === country ? national : asWritten;
}
