/**
 * The texts of one widget in one language. Nothing here is global: two widgets on one page may speak two languages, and
 * a page's own @lit/localize neither disturbs them nor is disturbed. `lit-localize` extracts the calls of `msg` by type.
 */
import type { LocaleModule, msg } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { rightToLeft } from './generated/locale-codes.js';
import { inDigits } from './in-digits.js';
import { loadTemplates, sourceLocale, type Locale } from './locales.js';
import type { Messages } from './messages.js';
import type * as Rest from './rest/index.js';

/** One language: how its texts are found, and which way it is read. */
export class Texts {
  readonly locale: Locale;
  /** A text by its id, in this language; the English one given here where the language lacks it. */
  readonly msg: typeof msg;

  constructor(locale: Locale, find: typeof msg = findIn(locale)) {
    this.locale = locale;
    this.msg = find;
  }

  get direction(): 'ltr' | 'rtl' {
    return rightToLeft.test(this.locale) ? 'rtl' : 'ltr';
  }
}

type Templates = LocaleModule['templates'];

function findIn(locale: Locale, templates?: Templates): typeof msg {
  return ((template, options) => runtimeMsg(templates, inDigits(template, locale), options)) as typeof msg;
}

export const sourceTexts = new Texts(sourceLocale);

const loaded = new Map<Locale, Texts>([[sourceLocale, sourceTexts]]);

/** The texts of a language that is there already. */
export function loadedTexts(locale: Locale): Texts | undefined {
  return loaded.get(locale);
}

const warnedOf = new Set<Locale>();

/**
 * The texts of a language, with a page's own wording before them; English, and one warning, where they cannot be loaded.
 * The next call tries again.
 */
export async function loadTexts(locale: Locale, messages?: Messages): Promise<Texts> {
  const texts = loaded.get(locale) ?? (await load(locale));
  if (!messages) return texts;
  const own = await import('./messages.js').catch(() => undefined);
  return own ? new Texts(locale, own.findInOwn(messages, texts)) : texts;
}

/** The templates of the languages that are spoken here: the modules' own objects, so that there is one of each. */
const templatesOf = new Map<Locale, Templates>();

let rest: typeof Rest | undefined;

/** What seldom is said, once it is there. */
export const loadedRest = (): typeof Rest | undefined => rest;

/**
 * Fetches what seldom is said, in every language that is spoken here now or later. Rejects when the network does; the next
 * call tries again.
 */
export async function loadRest(): Promise<void> {
  const loading = await import('./rest/index.js');
  await loading.addTo(templatesOf);
  rest = loading;
}

async function load(locale: Locale): Promise<Texts> {
  try {
    const templates = (await loadTemplates(locale)) ?? {};
    templatesOf.set(locale, templates);
    await rest?.addTo(templatesOf).catch(() => undefined);
    const find = findIn(locale, templates);
    // Another widget may have waited for the same.
    const texts = loaded.get(locale) ?? new Texts(locale, find);
    loaded.set(locale, texts);
    return texts;
  } catch (error) {
    if (!warnedOf.has(locale)) {
      warnedOf.add(locale);
      // eslint-disable-next-line no-console -- for the page's author
      console.warn(`phone-sign-in: "${locale}" could not be loaded; English is shown.`, error);
    }
    return sourceTexts;
  }
}
