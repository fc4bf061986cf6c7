/** Which languages there are, which one fits a page, and where each is loaded from: one lazy chunk a language. */
import type { LocaleModule } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.js';

export { sourceLocale };

export type Locale = typeof sourceLocale | (typeof targetLocales)[number];

export const locales: readonly Locale[] = [sourceLocale, ...targetLocales];

const loaders = {
  ru: () => import('./generated/ru.js'),
  th: () => import('./generated/th.js'),
  'zh-CN': () => import('./generated/zh-CN.js'),
  'zh-TW': () => import('./generated/zh-TW.js'),
} satisfies Record<(typeof targetLocales)[number], () => Promise<LocaleModule>>;

export async function loadTemplates(locale: Locale): Promise<LocaleModule['templates'] | undefined> {
  return locale === sourceLocale ? undefined : (await loaders[locale]()).templates;
}

/**
 * The language of ours nearest to a BCP 47 tag: the same language in the same script, if there is one in the same region.
 * English where we do not speak it.
 */
export function matchLocale(tag: string): Locale {
  let wanted: Intl.Locale;
  try {
    wanted = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return sourceLocale;
  }
  const near = locales
    .map(locale => ({ locale, own: new Intl.Locale(locale).maximize() }))
    .filter(({ own }) => own.language === wanted.language && own.script === wanted.script);
  return (near.find(({ own }) => own.region === wanted.region) ?? near[0])?.locale ?? sourceLocale;
}
