/** The part of guessing that needs no table: small enough to be there at the start, so that plans are asked for early. */
import { isCountry, type CountryCode } from './countries.js';

/** Languages whose likely region says little, because most who read them live elsewhere. */
const worldLanguages = new Set(['en', 'es', 'fr', 'pt', 'ar', 'zh']);

/** The region of the first language (`navigator.languages`) that has one or is read in one country above all. */
export function countryOfLanguages(languages: readonly string[]): CountryCode | undefined {
  for (const language of languages) {
    try {
      const { region, language: bare } = new Intl.Locale(language);
      const country =
        region ?? (worldLanguages.has(bare) ? undefined : new Intl.Locale(bare).maximize().region);
      if (isCountry(country)) return country;
    } catch {
      // Not a language tag: browsers pass on what people enter in their settings.
    }
  }
  return undefined;
}
