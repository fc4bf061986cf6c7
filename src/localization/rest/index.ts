/** What seldom is said, in every language that is spoken here: fetched when it is wanted for the first time. */
import type { LocaleModule } from '@lit/localize';
import { importRest } from '../generated/import-rest.js';
import type { Locale } from '../locales.js';

export { importRest };
export { rareErrorText } from './rare-error-texts.js';

type Templates = LocaleModule['templates'];

const whole = new WeakSet<Templates>();

/** Adds to each language what is a file of its own, to those too that come meanwhile. */
export async function addTo(languages: ReadonlyMap<Locale, Templates>): Promise<void> {
  for (const [locale, templates] of languages) {
    if (locale === 'en' || whole.has(templates)) continue;
    Object.assign(templates, (await importRest(locale)).templates);
    whole.add(templates);
  }
}
