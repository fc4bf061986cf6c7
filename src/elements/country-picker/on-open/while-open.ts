interface Reactions {
  /** Something was pressed, in the list or not. */
  pressed: (event: Event) => void;
  resized: () => void;
  scrolled: () => void;
  /** A dialog or a tab around the list was closed: it is not there when that is opened again. */
  hidden: () => void;
}

/** Watches the page around an open list. */
export function whileOpen(popup: HTMLElement, signal: AbortSignal, on: Reactions): void {
  addEventListener('pointerdown', on.pressed, { signal, capture: true });
  addEventListener('resize', on.resized, { signal });
  addEventListener('scroll', on.scrolled, { signal, capture: true, passive: true });
  const size = new ResizeObserver(() => popup.checkVisibility() || on.hidden());
  size.observe(popup);
  signal.addEventListener('abort', () => size.disconnect());
}

/** Where the list is a sheet over the page, as in its style sheet. */
const sheet = '(max-width: 30em), (max-height: 30em)';

/** A sheet leaves nothing of the page to press. */
export function showPopup(popup: HTMLDialogElement): void {
  if (matchMedia(sheet).matches) popup.showModal();
  else popup.showPopover();
}
