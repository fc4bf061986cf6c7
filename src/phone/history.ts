/** Undo and redo, as a native input has them: writing a formatted text into an input leaves the browser's own useless. */
import { isWhole, type FieldState, type LineChange } from './field.js';
import { significant } from './significant.js';

export class History {
  readonly #past: FieldState[] = [];
  #future: FieldState[] = [];
  /** What the last edit did; another of the same kind belongs to the same step. */
  #run = '';

  /**
   * Keeps the state before a change. Typing in one go is one step, deleting in one go another; a paste, typing over a
   * selection and a country chosen (no change of the text) are each their own.
   */
  record(before: FieldState, change?: LineChange): void {
    const run = change ? runOf(before, change) : '';
    const grows = significant(change?.text ?? '').length > significant(before.line.text).length;
    const goesOn = run === this.#run && (run === 'delete' || (run === 'type' && grows));
    if (!goesOn) this.#past.push(before);
    this.#run = run;
    this.#future = [];
  }

  /** Whether a person has had a part in what is there now. */
  get isUsed(): unknown {
    return this.#past[0] || this.#future[0];
  }

  /** What comes next begins a new step: the field was left, or the caret moved. */
  pause(): void {
    this.#run = '';
  }

  /** There is no way back to before this: the page has set the value. */
  clear(): void {
    this.#past.length = 0;
    this.#future = [];
    this.#run = '';
  }

  /** The state one step back; `now` is where a redo leads to. `undefined` where there is none. */
  undo(now: FieldState): FieldState | undefined {
    return this.#step(this.#past, this.#future, now);
  }

  redo(now: FieldState): FieldState | undefined {
    return this.#step(this.#future, this.#past, now);
  }

  #step(from: FieldState[], to: FieldState[], now: FieldState): FieldState | undefined {
    const state = from.pop();
    if (state) to.push(now);
    this.#run = '';
    return state;
  }
}

function runOf({ line }: FieldState, change: LineChange): 'type' | 'delete' | '' {
  if (change.inputType?.startsWith('delete')) return 'delete';
  return change.inputType === 'insertText' && !isWhole(line, change) ? 'type' : '';
}

/** What a key asks for, in any layout: Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, with Cmd on a Mac. */
export function historyKey({
  key,
  code,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>):
  'undo' | 'redo' | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  // Where the layout has no Latin letters the place of the key counts, as it does to the browser.
  const letter = (/^[a-z]$/i.test(key) ? key : code.slice(-1)).toLowerCase();
  if (letter === 'y' && ctrlKey && !shiftKey) return 'redo';
  if (letter !== 'z') return undefined;
  return shiftKey ? 'redo' : 'undo';
}
