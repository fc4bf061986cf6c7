/** The painted slots of the code, over which its one real input lies. */
import { html } from 'lit';

/** Of the input, in digits. */
export interface Selection {
  start: number;
  end: number;
}

/** `selection`: where the code can be changed, while the input has the focus. */
export function renderSlots(value: string, length: number, selection: Selection | undefined) {
  return Array.from({ length }, (_, index) => {
    const classes = [
      'slot',
      index === Math.ceil(length / 2) && length > 4 && 'half',
      index < value.length && 'filled',
      ...(selection ? marksOf(index, length, selection) : []),
    ];
    return html`<div class=${classes.filter(Boolean).join(' ')} part="slot">
      <span>${value[index]}</span>
    </div>`;
  });
}

function marksOf(index: number, length: number, { start, end }: Selection) {
  const isHere = start === end && index === Math.min(start, length - 1);
  return [isHere && 'now', isHere && start < length && 'caret', index >= start && index < end && 'selected'];
}

/** The input's own glyphs are invisible and lie elsewhere: a click means the slot under it. */
export function clickedSlot({ clientX, target }: MouseEvent, length: number): number {
  const { left, width } = (target as Element).parentElement!.getBoundingClientRect();
  return Math.max(0, Math.floor(((clientX - left) / width) * length));
}
