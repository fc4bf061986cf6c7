/** What may have to be said before anything could be fetched. */
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
