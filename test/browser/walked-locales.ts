/** The languages that the long walks go through. */
import { inject } from 'vitest';
import { locales, type Locale } from '../../src/localization/locales.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** `npm run test:more` walks through all of them: minutes. */
    everyLanguage: boolean;
  }
}

/** Long words, tall letters, both directions: what overflows in any does so in one of these, as a rule. */
const likeliest: readonly Locale[] = ['en', 'de', 'fi', 'he', 'ja', 'ru', 'ta', 'ur'];

export const walkedLocales: readonly Locale[] = inject('everyLanguage') ? locales : likeliest;

/** The same in the dark: colours are the same in all languages. */
export const darkLocales: readonly Locale[] = inject('everyLanguage') ? likeliest : ['en'];
