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
import type { Rest } from './rest/index.js';

/** One language: how its texts are found, and which way it is read. */
export class Texts {
  readonly locale: Locale;
  /** A text by its id, in this language; the English one given here where the language lacks it. */
  readonly msg: typeof msg;

  /** @internal Of a language that was fetched: what seldom is said is added to it. */
  readonly templates: Templates | undefined;

  constructor(
    locale: Locale,
    templates?: Templates,
    find = ((text, options) => runtimeMsg(templates, inDigits(text, locale), options)) as typeof msg,
  ) {
    this.locale = locale;
    this.msg = find;
    this.templates = templates;
  }

  get direction(): 'ltr' | 'rtl' {
    return rightToLeft.test(this.locale) ? 'rtl' : 'ltr';
  }

  /** What seldom is said, once it is there. */
  get rest(): Rest | undefined {
    return rest;
  }

  /**
   * Fetches what seldom is said, in every language that is spoken here now or later. Rejects when the network does; the
   * next call tries again.
   */
  async loadRest(): Promise<void> {
    rest = await (await import('./rest/index.js')).addTo(loaded.values());
  }
}

type Templates = LocaleModule['templates'];

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
  return own ? new Texts(locale, undefined, own.findInOwn(messages, texts)) : texts;
}

let rest: Rest | undefined;

async function load(locale: Locale): Promise<Texts> {
  try {
    const templates = await loadTemplates(locale);
    // Another widget may have waited for the same.
    const texts = loaded.get(locale) ?? new Texts(locale, templates);
    loaded.set(locale, texts);
    await rest?.follow(texts);
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
