/** What is wrong with a number, in words. */
import type { NumberProblem } from '../phone/core.js';
import type { Texts } from './texts.js';

export function numberProblemText(texts: Texts, problem: NumberProblem): string {
  switch (problem) {
    case 'too-short':
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
    case 'ambiguous':
      return texts.msg('This is not a valid phone number.', {
        id: 'number-invalid',
        desc: 'Under the phone number. Up to 50 characters.',
      });
    case 'not-mobile':
      return texts.msg('This does not look like a mobile number.', {
        id: 'number-not-mobile',
        desc: 'Under the phone number, as an error or before "Send anyway". Up to 60 characters.',
      });
    case 'country-not-allowed':
      return texts.msg('We cannot text numbers in this country.', {
        id: 'number-country-not-allowed',
        desc: 'Under the phone number. Up to 60 characters.',
      });
  }
}
