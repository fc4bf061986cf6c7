/**
 * The texts of one widget in one language. Nothing here is global: two widgets on one page may speak two languages, and
 * a page's own @lit/localize neither disturbs them nor is disturbed. `lit-localize` extracts the calls of `msg` by type.
 */
import type { msg } from '@lit/localize';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { loadTemplates, sourceLocale, type Locale } from './locales.js';
import { fillIn, type MessageId, type Wording } from './messages.js';

type Templates = Parameters<typeof runtimeMsg>[0];

export class Texts {
  readonly locale: Locale;
  /** A text by its id, in this language; the English one given here where the language lacks it. */
  readonly msg: typeof msg;
  readonly #templates: Templates;

  /** `wording` is the page's own: it goes before ours. */
  constructor(locale: Locale, templates?: Templates, wording: Wording = {}) {
    this.locale = locale;
    this.#templates = templates;
    this.msg = ((template, options) => {
      const shown =
        typeof template === 'object' && 'strTag' in template
          ? { ...template, values: template.values.map(value => inDigits(value, locale)) }
          : template;
      const own = wording[options?.id as MessageId];
      return typeof own === 'string' ? fillIn(own, shown) : runtimeMsg(templates, shown, options);
    }) as typeof msg;
  }

  get direction(): 'ltr' | 'rtl' {
    return /^(ar|fa|he)\b/.test(this.locale) ? 'rtl' : 'ltr';
  }

  /** The same language, with the page's own wording. */
  with(wording: Wording): Texts {
    return new Texts(this.locale, this.#templates, wording);
  }

  /** "in 42 seconds", "in 2 minutes": a time to come, in words, rounded up. */
  inTime(milliseconds: number): string {
    const seconds = Math.ceil(milliseconds / 1000);
    const format = new Intl.RelativeTimeFormat(this.locale);
    if (seconds < 90) return format.format(seconds, 'second');
    return seconds < 5400
      ? format.format(Math.ceil(seconds / 60), 'minute')
      : format.format(Math.ceil(seconds / 3600), 'hour');
  }
}

/** A count inside of a sentence has the language's own digits, as a time to come has. */
function inDigits(value: unknown, locale: Locale): unknown {
  return typeof value === 'number' ? value.toLocaleString(locale) : value;
}

export const sourceTexts = new Texts(sourceLocale);

const loaded = new Map<Locale, Texts>([[sourceLocale, sourceTexts]]);

/** The texts of a language that is there already. */
export function loadedTexts(locale: Locale): Texts | undefined {
  return loaded.get(locale);
}

const loading = new Map<Locale, Promise<Texts>>();
const warnedOf = new Set<Locale>();

/** The texts of a language; English, and one warning, where they cannot be loaded. The next call tries again. */
export function loadTexts(locale: Locale): Promise<Texts> {
  let texts = loading.get(locale);
  if (!texts) {
    texts = load(locale).finally(() => loading.delete(locale));
    loading.set(locale, texts);
  }
  return texts;
}

async function load(locale: Locale): Promise<Texts> {
  const known = loaded.get(locale);
  if (known) return known;
  try {
    const texts = new Texts(locale, await loadTemplates(locale));
    loaded.set(locale, texts);
    return texts;
  } catch (error) {
    if (!warnedOf.has(locale)) {
      warnedOf.add(locale);
      // eslint-disable-next-line no-console -- for the page's author
      console.warn(`phone-sign-in: the texts in "${locale}" could not be loaded; English is shown.`, error);
    }
    return sourceTexts;
  }
}
