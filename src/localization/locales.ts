/** Which languages there are, which one fits a page, and where each is loaded from: one lazy chunk a language. */
import type { LocaleModule } from '@lit/localize';
import { nearestTag } from '../language-tags.js';
import { importLocale } from './generated/import-locale.js';
import { locales, sourceLocale, type Locale } from './generated/locale-codes.js';

export { locales, sourceLocale, type Locale };

export async function loadTemplates(locale: Locale): Promise<LocaleModule['templates'] | undefined> {
  return locale === sourceLocale ? undefined : (await importLocale(locale)).templates;
}

/** The language of ours nearest to a BCP 47 tag; English where we do not speak it. */
export function matchLocale(tag: string): Locale {
  return findLocale(tag) ?? sourceLocale;
}

/** The same, and `undefined` where we do not speak it. */
export function findLocale(tag: string): Locale | undefined {
  return nearestTag(tag, locales);
}
