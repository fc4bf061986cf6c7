/** All languages at once: a widget for each, with a server of its own in the page, which hands its message to it. */
import '../src/define.js';
import { locales, type Locale } from '../src/localization/locales.js';
import { Texts } from '../src/localization/texts.js';
import { createInPageBackend } from './in-page-backend.js';
import { createInbox } from './inbox.js';

/** What each language calls itself. */
const names: Record<Locale, string> = {
  en: 'English',
  ar: 'العربية',
  cs: 'Čeština',
  de: 'Deutsch',
  es: 'Español',
  'fa-IR': 'فارسی',
  fr: 'Français',
  it: 'Italiano',
  ja: '日本語',
  ko: '한국어',
  'pl-PL': 'Polski',
  'pt-BR': 'Português (Brasil)',
  'pt-PT': 'Português (Portugal)',
  ru: 'Русский',
  th: 'ไทย',
  'tr-TR': 'Türkçe',
  'uk-UA': 'Українська',
  'zh-CN': '简体中文',
  'zh-HK': '繁體中文（香港）',
  'zh-TW': '繁體中文（台灣）',
};

const list = document.querySelector('#languages')!;

for (const locale of locales) {
  const item = document.createElement('li');
  item.lang = locale;
  item.dir = new Texts(locale).direction;

  const heading = document.createElement('h2');
  const tag = document.createElement('code');
  tag.textContent = locale;
  heading.append(names[locale], tag);

  const inbox = createInbox();
  const signIn = document.createElement('phone-sign-in');
  signIn.backend = createInPageBackend(inbox);
  signIn.setAttribute('default-country', new Intl.Locale(locale).maximize().region ?? '');
  // All of them would keep the same step for a reload.
  signIn.noPersist = true;

  const message = document.createElement('output');
  inbox.subscribe(([newest]) => (message.textContent = newest?.text ?? ''));

  item.append(heading, signIn, message);
  list.append(item);
}
