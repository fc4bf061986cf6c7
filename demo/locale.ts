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
  for (const tag of tags) {
    if (isLocale(tag)) return tag;
    const { language, script } = new Intl.Locale(tag).maximize();
    if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
    // "no" has been divided in two.
    const wanted = language === 'no' ? 'nb' : language;
    const near = (Object.keys(localeNames) as Locale[]).find(name => name.split('-')[0] === wanted);
    if (near) return near;
  }
  return 'en';
}
