/** A page's own wording, in place of ours. It is text, whatever it looks like: no template is ever made of it. */
import { html, type TemplateResult } from 'lit';
import type { StrResult } from '@lit/localize';
import type { templates } from './generated/de.js';
import { findLocale, type Locale } from './locales.js';

export type MessageId = keyof typeof templates;

/** Texts by their ids. `{0}`, `{1}` … stand for the values that ours have there. */
export type Wording = Readonly<Partial<Record<MessageId, string>>>;

/** BCP 47 language tag → wording. */
export type Messages = Readonly<Record<string, Wording>>;

/** What a page says in a language: "pt" counts for pt-BR too, but "pt-BR" before it. */
export function wordingIn(messages: Messages, locale: Locale): Wording {
  const near = Object.keys(messages).filter(tag => findLocale(tag) === locale);
  return Object.assign({}, ...near.map(tag => messages[tag]), messages[locale]) as Wording;
}

/** A page's text with the values of ours; those that we mark up keep their mark. */
export function fillIn(text: string, ours: string | StrResult | TemplateResult): unknown {
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
