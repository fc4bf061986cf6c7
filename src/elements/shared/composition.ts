/**
 * Whether an input method is at work: what the input holds is its own then, to be read and never to be written to. Browsers
 * differ in whether the last `input` comes before or after `compositionend`: a field listens to both.
 */
export function isComposing(event: Event): boolean {
  return event.type !== 'compositionend' && (event as InputEvent).isComposing;
}
