/** The painted slots of the code, over which its one real input lies. */
import { html, nothing } from 'lit';

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
      index < value.length && 'filled',
      ...(selection ? marksOf(index, length, selection) : []),
    ].filter(Boolean);
    const parts = [
      'slot',
      index < value.length && 'filled',
      classes.includes('now') && 'active',
      index === 0 && 'first',
      index === length - 1 && 'last',
    ];
    const isHalf = index === Math.ceil(length / 2) && length > 4;
    return html`${isHalf ? html`<span class="dash"></span>` : nothing}
      <div class=${classes.join(' ')} part=${parts.filter(Boolean).join(' ')}>
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
