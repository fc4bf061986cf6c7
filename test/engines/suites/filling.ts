/** What a browser, a phone or a person's clipboard puts into a field. */
import type { Setting } from '../cases.js';
import { parts } from '../person.js';

/** As browsers fill in: the whole value at once, `input` without an `inputType`, then `change`. */
export const fillIn = ({ tab }: Setting, part: 'number' | 'code', text: string, times = 1) =>
  tab.evaluate(
    (selector, text, times) => {
      const input = globalThis.probe.find(selector) as HTMLInputElement;
      for (let time = 0; time < times; time++) {
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    },
    parts[part],
    text,
    times,
  );

/** Copied out of the page and pasted, with the keys for it. */
export async function paste({ tab, person }: Setting, part: 'number' | 'code', text: string): Promise<void> {
  await tab.evaluate(text => {
    const source = document.createElement('textarea');
    source.value = text;
    document.body.append(source);
    source.focus();
    source.select();
  }, text);
  await tab.press('c', 'Control');
  await person.focus(part);
  await tab.press('v', 'Control');
}
