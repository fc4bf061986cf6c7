/** What is wrong with a number, in words. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { NumberProblem } from '../phone/core.js';
import type { Texts } from './texts.js';

/** `missingDigits`: how many a number that is too short lacks, where that is known. */
export function numberProblemText(texts: Texts, problem: NumberProblem, missingDigits?: number): string {
  switch (problem) {
    case 'too-short':
      if (missingDigits === 1)
        return texts.msg('A digit seems to be missing.', {
          id: 'number-digit-missing',
          desc: 'Under the phone number, which is one digit too short. Up to 50 characters.',
        });
      return texts.msg('This number is too short.', {
        id: 'number-too-short',
        desc: 'Under the phone number. Up to 50 characters.',
      });
    case 'too-long':
      return texts.msg('This number is too long.', {
        id: 'number-too-long',
        desc: 'Under the phone number. Up to 50 characters.',
      });
    case 'invalid-country-code':
      return texts.msg('No country has this calling code. Choose yours.', {
        id: 'number-invalid-country-code',
        desc: 'Under the phone number: the digits after the plus are of no country. Up to 60 characters.',
      });
    case 'invalid-number':
      return texts.msg('This is not a valid phone number.', {
        id: 'number-invalid',
        desc: 'Under the phone number. Up to 50 characters.',
      });
    case 'ambiguous':
      return texts.msg('Which number do you mean?', {
        id: 'number-ambiguous',
        desc: 'Under a phone number that can be read as two, before both of them. Up to 50 characters.',
      });
    case 'not-mobile':
      return texts.msg('This does not look like a mobile number.', {
        id: 'number-not-mobile',
        desc: 'Under the phone number, as an error or before "Send anyway". Up to 60 characters.',
      });
    case 'country-not-allowed':
      return texts.msg('We can’t text numbers in this country.', {
        id: 'number-country-not-allowed',
        desc: 'Under the phone number. Up to 60 characters.',
      });
  }
}

/** `number`: as a person writes it, with its calling code. */
export function offerText(texts: Texts, number: string): string {
  return texts.msg(str`Did you mean ${number}?`, {
    id: 'number-offer',
    desc: 'Button under a phone number that is wrong. The placeholder is one that may have been meant. Up to 30 characters without it.',
  });
}
