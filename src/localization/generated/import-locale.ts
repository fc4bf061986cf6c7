// Made by `npm run i18n` from scripts/languages and locales/*.xlf: change those.
import type { LocaleModule } from '@lit/localize';
import type { TargetLocale } from './locale-codes.js';

const imports: Record<TargetLocale, () => Promise<LocaleModule>> = {
  'ar': () => import('./ar.js'),
  'cs': () => import('./cs.js'),
  'de': () => import('./de.js'),
  'es': () => import('./es.js'),
  'fa-IR': () => import('./fa-IR.js'),
  'fr': () => import('./fr.js'),
  'it': () => import('./it.js'),
  'ja': () => import('./ja.js'),
  'ko': () => import('./ko.js'),
  'pl-PL': () => import('./pl-PL.js'),
  'pt-BR': () => import('./pt-BR.js'),
  'pt-PT': () => import('./pt-PT.js'),
  'ru': () => import('./ru.js'),
  'th': () => import('./th.js'),
  'tr-TR': () => import('./tr-TR.js'),
  'uk-UA': () => import('./uk-UA.js'),
  'zh-CN': () => import('./zh-CN.js'),
  'zh-HK': () => import('./zh-HK.js'),
  'zh-TW': () => import('./zh-TW.js'),
};

export const importLocale = (locale: TargetLocale): Promise<LocaleModule> => imports[locale]();
