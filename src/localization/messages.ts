/**
 * A page's own wording, in place of ours. It is text, whatever it looks like: no template is ever made of it. Loaded only by
 * pages that have some.
 */
import { html, type TemplateResult } from 'lit';
import type { msg, StrResult } from '@lit/localize';
import type { templates } from './generated/de.js';
import type { templates as rest } from './generated/rest/de.js';
import { inDigits } from './in-digits.js';
import { findLocale, loadTemplates, sourceLocale, type Locale } from './locales.js';

export type MessageId = keyof typeof templates | keyof typeof rest;

/** Texts by their ids. `{0}`, `{1}` … stand for the values that ours have there. */
export type Wording = Readonly<Partial<Record<MessageId, string>>>;

/** BCP 47 language tag → wording. */
export type Messages = Readonly<Record<string, Wording>>;

/** Finds a text in a page's own wording, else in ours. The page's author is told of wording that will never be seen. */
export function findInOwn(messages: Messages, ours: { locale: Locale; msg: typeof msg }): typeof msg {
  const { locale } = ours;
  void checkMessages(messages, locale).catch(() => undefined);
  const wording = wordingIn(messages, locale);
  // `lit-localize` takes what is called under its own type for a text.
  const find = ours.msg as (...given: Parameters<typeof msg>) => unknown;
  return ((template, options) => {
    const own: unknown = wording[options?.id as MessageId];
    return typeof own === 'string' ? fillIn(own, inDigits(template, locale)) : find(template, options);
  }) as typeof msg;
}

/** What a page says in a language: "pt" counts for pt-BR too, but "pt-BR" before it. */
export function wordingIn(messages: Messages, locale: Locale): Wording {
  const near = Object.keys(messages).filter(tag => findLocale(tag) === locale);
  return Object.assign({}, ...near.map(tag => messages[tag]), messages[locale]) as Wording;
}

/** A page's text with the values of ours; those that we mark up keep their mark. */
function fillIn(text: string, ours: string | StrResult | TemplateResult): unknown {
  if (typeof ours === 'string') return text;
  const { strings, values } = ours;
  if ('strTag' in ours) {
    return text.replace(/\{(\d+)\}/g, (_, at: number) => (values as readonly string[])[at] ?? '');
  }
  return text.split(/\{(\d+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    const at = Number(part);
    const [, mark = 'number'] = /class="([^"]+)">$/.exec(strings[at] ?? '') ?? [];
    return html`<span class=${mark}>${values[at]}</span>`;
  });
}

const warnedOf = new Set<string>();

/** English brings no list of ids, another language does: `locale`, which is loaded already, if it can. */
export async function checkMessages(messages: Messages, locale: Locale): Promise<void> {
  const other = locale === sourceLocale ? 'de' : locale;
  const { importRest } = await import('./rest/index.js');
  const known = { ...(await loadTemplates(other)), ...(await importRest(other)).templates };
  for (const [tag, wording] of Object.entries(messages)) {
    if (!findLocale(tag)) warn(`"${tag}" is no language of the widget`);
    for (const id of Object.keys(wording)) if (!(id in known)) warn(`there is no message "${id}" (${tag})`);
  }
}

function warn(what: string): void {
  if (warnedOf.has(what)) return;
  warnedOf.add(what);
  // eslint-disable-next-line no-console -- for the page's author
  console.warn(`phone-sign-in: in messages, ${what}.`);
}
