/** What is said before anything else could be fetched. */
import type { Texts } from './texts.js';

export function offlineText(texts: Texts): string {
  return texts.msg('Can’t connect. Check your internet and try again.', {
    id: 'error-network',
    desc: 'Under a field. The server cannot be reached. Up to 60 characters.',
  });
}

export function missingNumberText(texts: Texts): string {
  return texts.msg('Enter your phone number.', {
    id: 'number-missing',
    desc: 'Under the phone number, which is empty. Up to 50 characters.',
  });
}

export function numberLabelText(texts: Texts): string {
  return texts.msg('Phone number', {
    id: 'number-label',
    desc: 'Label of the phone number field. Up to 30 characters.',
  });
}

export function skipText(texts: Texts): string {
  return texts.msg('Not now', {
    id: 'skip',
    desc: 'Link under an optional step, such as adding a phone number as second factor. Up to 25 characters.',
  });
}
