/** Which languages there are, which one fits a page, and where each is loaded from: one lazy chunk a language. */
import type { LocaleModule } from '@lit/localize';
import { importLocale } from './import-locale.js';
import { sourceLocale, targetLocales } from './generated/locale-codes.js';

export { sourceLocale };

export type Locale = typeof sourceLocale | (typeof targetLocales)[number];

export const locales: readonly Locale[] = [sourceLocale, ...targetLocales];

export async function loadTemplates(locale: Locale): Promise<LocaleModule['templates'] | undefined> {
  return locale === sourceLocale ? undefined : (await importLocale(locale)).templates;
}

/** The language of ours nearest to a BCP 47 tag; English where we do not speak it. */
export function matchLocale(tag: string): Locale {
  return findLocale(tag) ?? sourceLocale;
}

/**
 * The language of ours nearest to a BCP 47 tag: the same one in the same script, in the same region if there is one. Of
 * two, the last is nearest to all other regions: pt-AO is spoken as pt-PT, zh-Hant-US as zh-TW; but Macao as Hong Kong.
 */
export function findLocale(tag: string): Locale | undefined {
  const [language = '', ...subtags] = tag.toLowerCase().split(/[-_]/);
  const same = locales.filter(locale => locale.split('-')[0] === language);
  // Most languages are here once, and most tags name no script: `Intl.Locale` is slow when it is first used.
  if (same.length < 2 && !subtags.some(subtag => subtag.length === 4)) return same[0];
  let wanted: Intl.Locale;
  try {
    wanted = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
  const region = wanted.region === 'MO' ? 'HK' : wanted.region;
  const near = locales
    .map(locale => ({ locale, own: new Intl.Locale(locale).maximize() }))
    .filter(({ own }) => own.language === wanted.language && own.script === wanted.script);
  return (near.find(({ own }) => own.region === region) ?? near.at(-1))?.locale;
}
