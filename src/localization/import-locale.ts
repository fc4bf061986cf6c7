/** Where each language is loaded from. Literal paths, because bundlers follow no others; the CDN files make the path. */
import type { LocaleModule } from '@lit/localize';
import type { targetLocales } from './generated/locale-codes.js';

type Target = (typeof targetLocales)[number];

const imports = {
  ar: () => import('./generated/ar.js'),
  cs: () => import('./generated/cs.js'),
  de: () => import('./generated/de.js'),
  es: () => import('./generated/es.js'),
  'fa-IR': () => import('./generated/fa-IR.js'),
  fr: () => import('./generated/fr.js'),
  it: () => import('./generated/it.js'),
  ja: () => import('./generated/ja.js'),
  ko: () => import('./generated/ko.js'),
  'pl-PL': () => import('./generated/pl-PL.js'),
  'pt-BR': () => import('./generated/pt-BR.js'),
  'pt-PT': () => import('./generated/pt-PT.js'),
  ru: () => import('./generated/ru.js'),
  th: () => import('./generated/th.js'),
  'tr-TR': () => import('./generated/tr-TR.js'),
  'uk-UA': () => import('./generated/uk-UA.js'),
  'zh-CN': () => import('./generated/zh-CN.js'),
  'zh-HK': () => import('./generated/zh-HK.js'),
  'zh-TW': () => import('./generated/zh-TW.js'),
} satisfies Record<Target, () => Promise<LocaleModule>>;

export const importLocale = (locale: Target): Promise<LocaleModule> => imports[locale]();
