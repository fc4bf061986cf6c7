/** What a person's hands and a phone's keyboard do with the widget. */
import type { PhoneSignIn } from '../src/index.js';

/** Another one each time: a number that has just had a message must wait for the next. */
export function exampleNumber(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `+44 7400 ${String(100_000 + (random % 900_000))}`;
}

/** A code of as many digits that is not this one: for each `nth` another. */
export function otherCode(code: string, nth = 0): string {
  const digit = (Number(code[0]) + 1 + nth) % 10;
  return String(digit) + code.slice(1);
}

/**
 * Fills the code in the way a phone's keyboard does: all digits at once, into the field that has the focus. Where the page
 * may not do that (it is in the background), the code is checked all the same.
 */
export async function fillCode(signIn: PhoneSignIn, code: string): Promise<void> {
  await signIn.updateComplete;
  signIn.focus();
  // The widget's own focus comes after its fields have rendered.
  await signIn.updateComplete;
  await new Promise<void>(done => queueMicrotask(done));
  if (document.activeElement === signIn) {
    document.execCommand('selectAll');
    if (document.execCommand('insertText', false, code)) return;
  }
  signIn.verify(code);
}
