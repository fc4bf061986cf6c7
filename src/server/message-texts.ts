/** Chooses a message's language, and puts its text together where the text is ours to choose. */
import type { E164, Purpose } from '../protocol.js';
import type { Message } from './deliver.js';
import { messageTexts, textKinds, type MessageLocale } from './messages/texts.js';

/** The languages there are texts in. */
export const messageLocales = Object.keys(messageTexts) as readonly MessageLocale[];

const fallbackLocale: MessageLocale = 'en';

/** The longest language tag that is kept: what a page sends is stored with the challenge. */
const maxTagLength = 35;

/** A BCP 47 tag in its canonical form; `undefined` for what is none. */
export function canonicalTag(tag: string | undefined): string | undefined {
  if (tag === undefined || tag.length > maxTagLength) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * The one of {@link messageLocales} that a BCP 47 tag asks for: the same language in the same script, if there is one in the
 * same region. `undefined` where there are no texts in it.
 */
export function findMessageLocale(tag: string | undefined): MessageLocale | undefined {
  const canonical = canonicalTag(tag);
  if (canonical === undefined) return undefined;
  const wanted = new Intl.Locale(canonical).maximize();
  const near = messageLocales
    .map(locale => ({ locale, own: new Intl.Locale(locale).maximize() }))
    .filter(({ own }) => own.language === wanted.language && own.script === wanted.script);
  return (near.find(({ own }) => own.region === wanted.region) ?? near[0])?.locale;
}

/** The same, and English where there are no texts. */
export function messageLocale(tag: string | undefined): MessageLocale {
  return findMessageLocale(tag) ?? fallbackLocale;
}

/** With `{{code}}` for the code. */
export function messageTemplate(purpose: Purpose, locale: MessageLocale): string {
  return messageTexts[locale].texts[textKinds[purpose]];
}

export function fillTemplate(template: string, code: string): string {
  return template.replaceAll(/\{\{\s*code\s*\}\}/g, code);
}

/**
 * Adds the last line by which browsers tie the code to a site and fill it in there alone (WebOTP, Apple's domain-bound
 * codes). In many languages that takes a second segment.
 */
export function bindTemplate(template: string, boundHost: string | undefined): string {
  return boundHost === undefined ? template : `${template}\n@${boundHost} #{{code}}`;
}

export interface Composition {
  phone: E164;
  purpose: Purpose;
  code: string;
  /** What the page asked for. */
  language?: string | undefined;
  boundHost?: string | undefined;
}

export function composeMessage({ phone, purpose, code, language, boundHost }: Composition): Message {
  const locale = messageLocale(language);
  const template = bindTemplate(messageTemplate(purpose, locale), boundHost);
  return {
    phone,
    purpose,
    code,
    text: fillTemplate(template, code),
    locale,
    ...(language !== undefined && { language }),
    ...(boundHost !== undefined && { boundHost }),
  };
}
