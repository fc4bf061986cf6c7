/**
 * What a call says, where both providers have a voice for it: other languages hear English. Digits stand apart, so that each
 * is read by itself, and all of it is said twice.
 */
import { nearestTag } from '../../language-tags.js';
import type { Message } from '../deliver.js';

interface Voice {
  /** Before the digits. */
  words: string;
  /** Twilio's, of Amazon Polly or Google; Vonage chooses one by the language. */
  voice: string;
  /** As Twilio and Vonage call the language, where these differ. */
  language: string | { twilio: string; vonage: string };
}

const voices = {
  ar: { words: 'رمزك هو', voice: 'Polly.Zeina', language: { twilio: 'arb', vonage: 'ar' } },
  da: { words: 'Din kode er', voice: 'Polly.Naja', language: 'da-DK' },
  de: { words: 'Ihr Code lautet', voice: 'Polly.Marlene', language: 'de-DE' },
  en: { words: 'Your code is', voice: 'Polly.Joanna', language: 'en-US' },
  es: { words: 'Su código es', voice: 'Polly.Conchita', language: 'es-ES' },
  fi: { words: 'Koodisi on', voice: 'Google.fi-FI-Standard-A', language: 'fi-FI' },
  fr: { words: 'Votre code est', voice: 'Polly.Celine', language: 'fr-FR' },
  hi: { words: 'आपका कोड है', voice: 'Polly.Aditi', language: 'hi-IN' },
  it: { words: 'Il tuo codice è', voice: 'Polly.Carla', language: 'it-IT' },
  ja: { words: '認証コードは', voice: 'Polly.Mizuki', language: 'ja-JP' },
  ko: { words: '인증 코드는', voice: 'Polly.Seoyeon', language: 'ko-KR' },
  nb: { words: 'Koden din er', voice: 'Polly.Liv', language: { twilio: 'nb-NO', vonage: 'no-NO' } },
  nl: { words: 'Uw code is', voice: 'Polly.Lotte', language: 'nl-NL' },
  pl: { words: 'Twój kod to', voice: 'Polly.Ewa', language: 'pl-PL' },
  'pt-BR': { words: 'Seu código é', voice: 'Polly.Vitoria', language: 'pt-BR' },
  'pt-PT': { words: 'O seu código é', voice: 'Polly.Ines', language: 'pt-PT' },
  ro: { words: 'Codul dumneavoastră este', voice: 'Polly.Carmen', language: 'ro-RO' },
  ru: { words: 'Ваш код', voice: 'Polly.Tatyana', language: 'ru-RU' },
  sv: { words: 'Din kod är', voice: 'Polly.Astrid', language: 'sv-SE' },
  tr: { words: 'Kodunuz', voice: 'Polly.Filiz', language: 'tr-TR' },
  'zh-CN': { words: '您的验证码是', voice: 'Polly.Zhiyu', language: 'cmn-CN' },
} as const satisfies Record<string, Voice>;

/** The languages that calls are made in. */
export const spokenLocales = Object.keys(voices) as readonly (keyof typeof voices)[];

export interface Spoken {
  /** To be said twice. */
  text: string;
  voice: string;
  twilio: string;
  vonage: string;
}

export function spokenOf({ code, language, locale }: Pick<Message, 'code' | 'language' | 'locale'>): Spoken {
  const {
    words,
    voice,
    language: of,
  } = voices[nearestTag(language ?? locale, spokenLocales) ?? 'en'] as Voice;
  const languages = typeof of === 'string' ? { twilio: of, vonage: of } : of;
  return { text: `${words}: ${[...code].join(', ')}.`, voice, ...languages };
}
