/** Where the list of countries stands beside its field, in CSS pixels of the list itself. */

const gap = 6;
/** Less than this shows too few countries to choose from. */
const enough = 260;
/** Neither side of the field has even this: the list stands over the field. */
const tooLittle = 180;
/** The list's height in rows, where there is room; and what stands over them. */
export const comfortableRows = 7;
const rowsOfSearch = 2.5;

/** Under the field, or above it where there is more room; a sheet by the style sheet on small screens. */
export function placePopup(
  popup: HTMLElement,
  anchor: Element,
  isRtl: boolean,
  // As in the style sheet, until a row can be measured.
  rowHeight = 2.75 * parseFloat(getComputedStyle(popup).fontSize),
): void {
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect();
  const below = innerHeight - bottom - 2 * gap;
  const above = top - 2 * gap;
  const isBelow = below >= enough || below >= above;
  const isOver = Math.max(above, below) < tooLittle;
  const room = isOver ? innerHeight - 2 * gap : isBelow ? below : above;
  // Under CSS `zoom` the page's pixels are larger than the list's own.
  const zoom = (anchor as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  const px = (length: number) => `${length / zoom}px`;
  const inlineSize = Math.min(Math.max(width, 280 * zoom), innerWidth - 2 * gap);
  const start = isRtl ? right - inlineSize : left;
  const { style } = popup;
  style.inlineSize = px(inlineSize);
  style.left = px(Math.max(gap, Math.min(start, innerWidth - inlineSize - gap)));
  style.top = isOver ? px(gap) : isBelow ? px(bottom + gap) : 'auto';
  style.bottom = isOver || isBelow ? 'auto' : px(innerHeight - top + gap);
  style.maxBlockSize = px(Math.min(room, (comfortableRows + rowsOfSearch) * rowHeight * zoom));
  style.blockSize = style.maxBlockSize;
}
