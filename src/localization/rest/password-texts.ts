/** What the number with its password says, and what a second factor that may be done without. */
import type { Texts } from '../texts.js';

export const passwordTexts = {
  heading: (texts: Texts) =>
    texts.msg('Enter your password', {
      id: 'heading-password',
      desc: 'Heading, after the phone number: the password of the account. Up to 35 characters.',
    }),
  label: (texts: Texts) =>
    texts.msg('Password', { id: 'password', desc: 'Label of the password field. Up to 30 characters.' }),
  useCode: (texts: Texts) =>
    texts.msg('Text me a code instead', {
      id: 'use-code',
      desc: 'Link under the password: signs in with a code by text message. Up to 40 characters.',
    }),
  usePassword: (texts: Texts) =>
    texts.msg('Use your password instead', {
      id: 'use-password',
      desc: 'Link under the code: signs in with the password. Up to 40 characters.',
    }),
  forgot: (texts: Texts) =>
    texts.msg('Forgot password?', {
      id: 'forgot-password',
      desc: 'Link under the password, to choose a new one. Up to 35 characters.',
    }),
};

export const suggestMfaTexts = {
  description: (texts: Texts) =>
    texts.msg('A second step at sign-in protects your account.', {
      id: 'suggest-mfa',
      desc: 'Under the heading "Set up two-step verification", which the person may refuse. Up to 70 characters.',
    }),
  confirm: (texts: Texts) =>
    texts.msg('Turn it on', {
      id: 'turn-on',
      desc: 'Button: turns two-step verification on. Up to 30 characters.',
    }),
  elsewhere: (texts: Texts) =>
    texts.msg('It needs another app or device, and can’t be set up here.', {
      id: 'mfa-elsewhere',
      desc: 'Under the heading "Set up two-step verification", above the button "Not now". Up to 80 characters.',
    }),
};
