// Made by `npm run i18n` from scripts/languages and locales/*.xlf: change those.

export const sourceLocale = 'en';

export type TargetLocale =
  | 'ar'
  | 'bg'
  | 'bn'
  | 'ca'
  | 'cs'
  | 'da'
  | 'de'
  | 'el'
  | 'es'
  | 'fa-IR'
  | 'fi'
  | 'fil'
  | 'fr'
  | 'he'
  | 'hi'
  | 'hr'
  | 'hu'
  | 'id'
  | 'it'
  | 'ja'
  | 'ko'
  | 'mr'
  | 'ms'
  | 'nb'
  | 'nl'
  | 'pl-PL'
  | 'pt-BR'
  | 'pt-PT'
  | 'ro'
  | 'ru'
  | 'sk'
  | 'sr'
  | 'sr-Latn'
  | 'sv'
  | 'sw'
  | 'ta'
  | 'te'
  | 'th'
  | 'tr-TR'
  | 'uk-UA'
  | 'ur'
  | 'vi'
  | 'zh-CN'
  | 'zh-HK'
  | 'zh-TW';

export type Locale = typeof sourceLocale | TargetLocale;

// One text weighs less than a list of texts.
export const locales = 'en,ar,bg,bn,ca,cs,da,de,el,es,fa-IR,fi,fil,fr,he,hi,hr,hu,id,it,ja,ko,mr,ms,nb,nl,pl-PL,pt-BR,pt-PT,ro,ru,sk,sr,sr-Latn,sv,sw,ta,te,th,tr-TR,uk-UA,ur,vi,zh-CN,zh-HK,zh-TW'.split(',') as readonly Locale[];

/** Those that are read from right to left. */
export const rightToLeft = /^(ar|fa|he|ur)/;
