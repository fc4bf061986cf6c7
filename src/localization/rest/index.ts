/** What seldom is said, in every language that is spoken here: fetched when it is wanted for the first time. */
import type { LocaleModule } from '@lit/localize';
import { importRest } from '../generated/import-rest.js';
import type { Locale } from '../locales.js';
import { rareErrorText } from './rare-error-texts.js';

export { importRest };

/** What is there when a language has its rest. */
export interface Rest {
  rareErrorText: typeof rareErrorText;
  /** For a language that comes later. Never rejects. */
  follow(language: Language): Promise<unknown>;
}

interface Language {
  readonly locale: Locale;
  /** None for English, which stands in the code. */
  readonly templates: LocaleModule['templates'] | undefined;
}

const whole = new WeakSet<object>();

/** Adds to each language what is a file of its own, to those too that come meanwhile. */
export async function addTo(languages: Iterable<Language>): Promise<Rest> {
  for (const { locale, templates } of languages) {
    if (locale === 'en' || !templates || whole.has(templates)) continue;
    Object.assign(templates, (await importRest(locale)).templates);
    whole.add(templates);
  }
  return { rareErrorText, follow: language => addTo([language]).catch(() => undefined) };
}
