// Made by `npm run i18n` from scripts/languages and locales/*.xlf: change those.

export const sourceLocale = 'en';

export type TargetLocale =
  | 'ar'
  | 'cs'
  | 'de'
  | 'es'
  | 'fa-IR'
  | 'fr'
  | 'it'
  | 'ja'
  | 'ko'
  | 'pl-PL'
  | 'pt-BR'
  | 'pt-PT'
  | 'ru'
  | 'th'
  | 'tr-TR'
  | 'uk-UA'
  | 'zh-CN'
  | 'zh-HK'
  | 'zh-TW';

// One text weighs less than a list of texts.
export const targetLocales = 'ar,cs,de,es,fa-IR,fr,it,ja,ko,pl-PL,pt-BR,pt-PT,ru,th,tr-TR,uk-UA,zh-CN,zh-HK,zh-TW'.split(',') as readonly TargetLocale[];

/** Those that are read from right to left. */
export const rightToLeft = /^(ar|fa)\b/;
