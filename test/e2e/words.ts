/** What the widget says, by the ids of its texts, in any of its languages. */
import { str } from '@lit/localize/internal/str-tag.js';
import { errorText } from '../../src/localization/error-texts.js';
import type { Locale } from '../../src/localization/locales.js';
import { doneText } from '../../src/localization/end-texts.js';
import { headingText } from '../../src/localization/purpose-texts.js';
import { loadTexts } from '../../src/localization/texts.js';

export type Words = Awaited<ReturnType<typeof wordsIn>>;

export async function wordsIn(locale: Locale) {
  const texts = await loadTexts(locale);
  const say = (id: string, english: string) => texts.msg(english, { id });
  return {
    heading: headingText(texts, 'sign-in'),
    number: say('number-label', 'Phone number'),
    send: say('send', 'Text me a code'),
    enterCode: say('heading-code', 'Enter your code'),
    code: texts.msg(str`${6}-digit code`, { id: 'code-label' }),
    changeNumber: say('change-number', 'Change number'),
    resend: say('resend', 'Send a new code'),
    tryAgain: say('try-again', 'Try again'),
    wrongCode: (attemptsLeft: number) => errorText(texts, { code: 'code_invalid', attemptsLeft }),
    noConnection: errorText(texts, { code: 'network' }),
    signedIn: doneText(texts, 'session'),
  };
}
