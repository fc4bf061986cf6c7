/** Tells a page's author what of its own wording will never be seen. Loaded only by pages that have some. */
import { findLocale, loadTemplates, sourceLocale, type Locale } from './locales.js';
import type { Messages } from './messages.js';

const warnedOf = new Set<string>();

/** English brings no list of ids, another language does: `locale`, which is loaded already, if it can. */
export async function checkMessages(messages: Messages, locale: Locale): Promise<void> {
  const known = await loadTemplates(locale === sourceLocale ? 'de' : locale);
  for (const [tag, wording] of Object.entries(messages)) {
    if (!findLocale(tag)) warn(`"${tag}" is no language of the widget`);
    for (const id of Object.keys(wording)) if (!(id in known!)) warn(`there is no message "${id}" (${tag})`);
  }
}

function warn(what: string): void {
  if (warnedOf.has(what)) return;
  warnedOf.add(what);
  // eslint-disable-next-line no-console -- for the page's author
  console.warn(`phone-sign-in: in messages, ${what}.`);
}
