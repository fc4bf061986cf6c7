/** How a sign-in ends, in words. */
import type { Texts } from './texts.js';

/** `session` signed the person in, `password` changed a password, `number` confirmed the number. */
export function doneText(texts: Texts, what: 'session' | 'password' | 'number'): string {
  switch (what) {
    case 'session':
      return texts.msg('You’re signed in', {
        id: 'done-signed-in',
        desc: 'Heading of the last screen. Up to 35 characters.',
      });
    case 'password':
      return texts.msg('Your password is changed', {
        id: 'done-password',
        desc: 'Heading of the last screen, after choosing a new password. Up to 35 characters.',
      });
    case 'number':
      return texts.msg('Your number is confirmed', {
        id: 'done-confirmed',
        desc: 'Heading of the last screen, where the number was confirmed but nobody was signed in. Up to 35 characters.',
      });
  }
}
