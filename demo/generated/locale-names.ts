// Made by `npm run i18n` from scripts/languages and locales/*.xlf: change those.

/** What each of the widget's languages calls itself. */
export const localeNames = {
  en: 'English',
  'ar': 'العربية',
  'cs': 'Čeština',
  'de': 'Deutsch',
  'es': 'Español',
  'fa-IR': 'فارسی',
  'fr': 'Français',
  'it': 'Italiano',
  'ja': '日本語',
  'ko': '한국어',
  'pl-PL': 'Polski',
  'pt-BR': 'Português (Brasil)',
  'pt-PT': 'Português (Portugal)',
  'ru': 'Русский',
  'th': 'ไทย',
  'tr-TR': 'Türkçe',
  'uk-UA': 'Українська',
  'zh-CN': '简体中文',
  'zh-HK': '繁體中文（香港）',
  'zh-TW': '繁體中文（台灣）',
};

export const rightToLeft: readonly string[] = ['ar', 'fa-IR'];
