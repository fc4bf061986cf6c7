/** What a reader points a page at: the form at the top, kept in the address. Only what every visitor may see goes there. */
import { find } from '../dom.js';

const form = find<HTMLFormElement>('#settings');
const query = new URLSearchParams(location.search);

for (const input of form.querySelectorAll<HTMLInputElement>('input[name]')) {
  input.value = query.get(input.name) ?? input.value;
}

/** By the names of the form's fields; `undefined` until the form was sent. */
export const settings =
  location.search && form.checkValidity()
    ? (Object.fromEntries(new FormData(form)) as Record<string, string>)
    : undefined;
