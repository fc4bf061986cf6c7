/**
 * What an input shows, as one value. A caret belongs to one text: read while another text waits to be shown, it would
 * put what is typed next between digits that are already there. So both are taken, changed and shown together.
 */
import { caretAfter, significant } from './significant.js';

export interface Line {
  readonly text: string;
  /** Where the selection begins: an index into `text`. Without a selection the caret. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
}

/** The part of an input that is used. */
export interface LineInput {
  value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
  setSelectionRange(start: number, end: number): void;
}

/** A text with the caret behind it, or at an index into it. */
export function lineOf(text: string, caret = text.length): Line {
  return { text, start: caret, end: caret };
}

export function takeLine({ value: text, selectionStart, selectionEnd }: LineInput): Line {
  const start = selectionStart ?? text.length;
  return { text, start, end: selectionEnd ?? start };
}

/** `hasFocus`: setting the selection of another input would scroll to it, or take the focus. */
export function showLine(input: LineInput, { text, start, end }: Line, hasFocus: boolean): void {
  if (input.value === text) return;
  input.value = text;
  if (hasFocus) input.setSelectionRange(start, end);
}

/** The line with another text for the same digits, or for the last of them: caret and selection stay at their digits. */
export function withText(line: Line, text: string): Line {
  const dropped = significant(line.text).length - significant(text).length;
  const moved = (at: number) => caretAfter(text, significant(line.text.slice(0, at)).length - dropped);
  const start = moved(line.start);
  return { text, start, end: line.end === line.start ? start : Math.max(start, moved(line.end)) };
}
