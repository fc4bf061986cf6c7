import { comfortableRows } from '../place-popup.js';
import type { FoundCountries } from './found-countries.js';

/** Rows drawn beyond the visible ones, so that fast scrolling shows no gap: few in the first picture, more after it. */
const overscanAtFirst = 1;
const overscanLater = 6;
/** Over the first row. */
const gap = 6;

/** How far a key moves in the list, in rows. */
export const keySteps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: comfortableRows,
  PageUp: -comfortableRows,
};

/** Which rows of a long list are drawn, and where. Lengths are CSS pixels; they are measured once something is drawn. */
export class RowWindow {
  rowHeight = 44;
  readonly #found: FoundCountries;
  #groupHeight = 28;
  #visibleRows = comfortableRows + 2;
  #overscan = overscanAtFirst;
  /** The first one in sight. */
  #first = 0;

  constructor(found: FoundCountries) {
    this.#found = found;
  }

  /** The first one that is drawn. */
  get start(): number {
    return Math.max(0, this.#first - this.#overscan);
  }

  /** The one after the last that is drawn. */
  get end(): number {
    return this.#first + this.#visibleRows + this.#overscan;
  }

  /** From the top again; few rows, for a picture that is wanted soon. */
  reset(): void {
    this.rewind();
    this.#overscan = overscanAtFirst;
  }

  /** From the top again. */
  rewind(): void {
    this.#first = 0;
  }

  widen(): void {
    this.#overscan = overscanLater;
  }

  /** How tall rows are, and how many of them are in sight, the cut ones among them. Whether they are of another height now. */
  measure(list: HTMLElement): boolean {
    const before = this.rowHeight;
    // `offsetHeight` is rounded: a hundred rows down it would be half a row off.
    const heightOf = (element: Element | null) => element && parseFloat(getComputedStyle(element).blockSize);
    this.rowHeight = heightOf(list.querySelector('.option')) || this.rowHeight;
    this.#groupHeight = heightOf(list.querySelector('.group')) || this.#groupHeight;
    if (list.clientHeight) this.#visibleRows = Math.ceil(list.clientHeight / this.rowHeight) + 1;
    return this.rowHeight !== before;
  }

  /** Follows the list. Whether other rows are to be drawn. */
  scrolledTo(top: number): boolean {
    const last = this.#found.matches.length - this.#visibleRows;
    // The names of the groups above are at most two rows, which are drawn beyond the visible ones.
    const first = Math.max(0, Math.min(Math.floor(top / this.rowHeight), last));
    if (first === this.#first) return false;
    this.#first = first;
    return true;
  }

  /** How far down a row is, under the name of its group. */
  topOf(row: number): number {
    return gap + row * this.rowHeight + this.#found.groupsBefore(row) * this.#groupHeight;
  }

  /** How far down that begins which is drawn. */
  get startTop(): number {
    const isNamed = this.#found.groupAt(this.start) !== undefined;
    return this.topOf(this.start) - (isNamed ? this.#groupHeight : 0);
  }
}
