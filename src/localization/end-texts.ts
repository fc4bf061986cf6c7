/** How a sign-in ends, in words. */
import type { Texts } from './texts.js';

/** `session` signed the person in, `password` changed a password, `identity` showed who it is, `number` confirmed the number. */
export function doneText(texts: Texts, what: 'session' | 'password' | 'identity' | 'number'): string {
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
    case 'identity':
      return texts.msg('Your identity is confirmed', {
        id: 'done-identity',
        desc: 'Heading of the last screen, where a person has shown who they are, as before something important. Up to 35 characters.',
      });
    case 'number':
      return texts.msg('Your number is confirmed', {
        id: 'done-confirmed',
        desc: 'Heading of the last screen, where the number was confirmed but nobody was signed in. Up to 35 characters.',
      });
  }
}
