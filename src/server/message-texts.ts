/** Chooses a message's language, and puts its text together where the text is ours to choose. */
import { nearestTag } from '../language-tags.js';
import type { Channel } from '../channels.js';
import type { E164, Purpose } from '../protocol.js';
import type { Message } from './deliver.js';
import type { Say } from './log.js';
import type { PhoneServerOptions } from './options.js';
import { countSegments } from './messages/segments.js';
import { beginnings, messageTexts, type MessageLocale } from './messages/texts.js';

/** The languages there are texts in. */
export const messageLocales = Object.keys(messageTexts) as readonly MessageLocale[];

const fallbackLocale: MessageLocale = 'en';

/** The longest language tag that is kept: what a page sends is stored with the challenge. */
const maxTagLength = 35;

/** A BCP 47 tag in its canonical form; `undefined` for what is none. */
export function canonicalTag(tag: string | undefined): string | undefined {
  if (tag === undefined || tag.length > maxTagLength) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The one of {@link messageLocales} that a BCP 47 tag asks for. `undefined` where there are no texts in it. */
export function findMessageLocale(tag: string | undefined): MessageLocale | undefined {
  const canonical = canonicalTag(tag);
  return canonical === undefined ? undefined : nearestTag(canonical, messageLocales);
}

/** The same, and English where there are no texts. */
export function messageLocale(tag: string | undefined): MessageLocale {
  return findMessageLocale(tag) ?? fallbackLocale;
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

export interface Wording {
  /** What the site is called, at the head of the message. */
  brand?: string | undefined;
  boundHost?: string | undefined;
}

/** With `{{code}}` for the code. A site's name takes the place of the ten minutes where both would cost a segment. */
export function messageTemplate(
  purpose: Purpose,
  locale: MessageLocale,
  { brand, boundHost }: Wording = {},
): string {
  const parts = messageTexts[locale];
  const [begin, valid, secret] = [parts[beginnings[purpose]], parts['sms-valid'], parts['sms-secret']];
  const made = (...texts: string[]) => bindTemplate(joined(texts), boundHost);
  if (brand === undefined) return made(begin, valid, secret);
  const named = parts['sms-brand'].replace('{{brand}}', () => brand);
  const [whole, brief] = [made(named, begin, valid, secret), made(named, begin, secret)];
  return segmentsOf(brief) < segmentsOf(whole) ? brief : whole;
}

/** What a template costs once there is a code in it. */
export const segmentsOf = (template: string): number =>
  countSegments(fillTemplate(template, '123456')).segments;

/** Full-width punctuation brings its own space. */
function joined(texts: readonly string[]): string {
  return texts.reduce((text, next) => {
    const isWide = /[\u3000-\u303f\uff00-\uffef]$/.test(text) || /^[\u3000-\u303f\uff00-\uffef]/.test(next);
    return `${text}${isWide ? '' : ' '}${next}`;
  });
}

/** A name that makes messages dearer is worth a word at the start: each segment is paid for. */
export function sayBrand({ brand, boundHost }: PhoneServerOptions, say: Say): void {
  if (brand === undefined) return;
  const purposes = Object.keys(beginnings) as Purpose[];
  const isDearer = (locale: MessageLocale) => (purpose: Purpose) =>
    segmentsOf(messageTemplate(purpose, locale, { brand, boundHost })) >
    segmentsOf(messageTemplate(purpose, locale, { boundHost }));
  const dearer = messageLocales.filter(locale => purposes.some(isDearer(locale)));
  if (dearer.length === 0) return;
  const detail = `With "brand", messages take another segment in: ${dearer.join(', ')}.`;
  say({ event: 'setup', outcome: 'warning', detail });
}

export interface Composition extends Wording {
  phone: E164;
  purpose: Purpose;
  code: string;
  /** SMS by default. */
  channel?: Channel;
  /** What the page asked for. */
  language?: string | undefined;
}

export function composeMessage({ phone, purpose, code, language, brand, ...rest }: Composition): Message {
  const locale = messageLocale(language);
  const { channel = 'sms' } = rest;
  // A browser reads the line that binds a code to a site in an SMS alone.
  const boundHost = channel === 'sms' ? rest.boundHost : undefined;
  return {
    phone,
    channel,
    purpose,
    code,
    text: fillTemplate(messageTemplate(purpose, locale, { brand, boundHost }), code),
    locale,
    ...(language !== undefined && { language }),
    ...(boundHost !== undefined && { boundHost }),
  };
}
