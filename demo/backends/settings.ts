/** What a reader points a page at: the form at the top, kept in the address. Only what every visitor may see goes there. */
import { find } from '../dom.js';

/** By the names of the form's fields; `undefined` until the form was sent. */
export function readSettings(): Record<string, string> | undefined {
  const form = find<HTMLFormElement>('#settings');
  const query = new URLSearchParams(location.search);
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name]'))
    input.value = query.get(input.name) ?? input.value;
  if (!location.search || !form.checkValidity()) return undefined;
  return Object.fromEntries(new FormData(form)) as Record<string, string>;
}
