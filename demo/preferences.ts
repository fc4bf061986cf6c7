/**
 * The language of the page. It lives in its address, so that a reload and a shared link keep it. The first module to run:
 * the widget reads its language when it is defined.
 */
import { isLocale, nearestLocale, type Locale } from './locale.js';
import { remember } from './scheme.js';
import { isLanguage, pageTexts, type Language, type PageTexts } from './texts.js';

const root = document.documentElement;
const onChange: (() => void)[] = [];

const asked = new URLSearchParams(location.search).get('lang');
let chosen = isLocale(asked) ? asked : nearestLocale(navigator.languages);

/** What the visitor reads: the widget speaks it, the page where it has it. */
export function locale(): Locale {
  return chosen;
}

/** What the page itself is in. */
export function language(): Language {
  if (isLanguage(chosen)) return chosen;
  return chosen === 'zh-HK' ? 'zh-TW' : 'en';
}

export function texts(): PageTexts {
  return pageTexts[language()];
}

/** Calls back now, and whenever the language has changed. */
export function onLanguage(callback: (texts: PageTexts) => void): void {
  const call = () => callback(texts());
  onChange.push(call);
  call();
}

export function setLocale(locale: Locale): void {
  chosen = locale;
  remember('lang', locale);
  for (const call of onChange) call();
}

onLanguage(() => (root.lang = language()));
