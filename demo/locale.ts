import { nearestTag } from '../src/language-tags.js';
import { localeNames, rightToLeft } from './generated/locale-names.js';

export { localeNames };

/** One of the widget's languages. */
export type Locale = keyof typeof localeNames;

export function isLocale(tag: string | null): tag is Locale {
  return tag !== null && Object.hasOwn(localeNames, tag);
}

/** Which of the widget's languages are written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return rightToLeft.includes(locale);
}

/** The one nearest to what a browser asks for; English where there is none. */
export function nearestLocale(tags: readonly string[]): Locale {
  const locales = Object.keys(localeNames) as Locale[];
  for (const tag of tags) {
    const near = nearestTag(tag, locales);
    if (near) return near;
  }
  return 'en';
}
