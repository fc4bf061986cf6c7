/**
 * Language and colours of the page. They live in its address, so that a reload and a shared link keep them. The first
 * module to run: the widget reads the page's language when it is defined.
 */
import { isLanguage, nearestLanguage, pageTexts, type Language, type PageTexts } from './texts.js';

export type Scheme = 'light' | 'auto' | 'dark';

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const onChange: (() => void)[] = [];

/** Calls back now, and whenever the language has changed. */
export function onLanguage(callback: (texts: PageTexts, language: Language) => void): void {
  const call = () => callback(texts(), language());
  onChange.push(call);
  call();
}

export function language(): Language {
  return isLanguage(root.lang) ? root.lang : 'en';
}

export function texts(): PageTexts {
  return pageTexts[language()];
}

export function setLanguage(language: Language): void {
  root.lang = language;
  remember('lang', language);
  for (const call of onChange) call();
}

export function scheme(): Scheme {
  const { scheme } = root.dataset;
  return scheme === 'light' || scheme === 'dark' ? scheme : 'auto';
}

export function setScheme(scheme: Scheme): void {
  root.dataset['scheme'] = scheme;
  remember('scheme', scheme);
}

function remember(name: string, value: string): void {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(history.state, '', address);
}

const askedLanguage = asked.get('lang');
root.lang = isLanguage(askedLanguage) ? askedLanguage : nearestLanguage(navigator.languages);
root.dataset['scheme'] = asked.get('scheme') ?? 'auto';
