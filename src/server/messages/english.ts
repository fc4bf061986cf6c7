/**
 * The parts of a message in English, from where `npm run i18n` takes them to the translators. Each purpose names what the
 * code is for, so that somebody who is talked into reading it out can notice.
 *
 * A single character outside of GSM-7 (a curly quote, too) makes the whole message UCS-2, with 70 characters in place of 160.
 */
import type { msg as Msg } from '@lit/localize';

/** `lit-localize` finds its calls by their type. */
const msg = ((text: string) => text) as typeof Msg;

export const english = {
  'sms-sign-in': msg('{{code}} is your sign-in code.', {
    id: 'sms-sign-in',
    desc: 'SMS. {{code}} is six digits. Named as the heading “Sign in with your phone”. The three parts have 70 characters together, or 160 of GSM-7. Up to 60 characters.',
  }),
  'sms-register': msg('{{code}} is your sign-up code.', {
    id: 'sms-register',
    desc: 'SMS, in place of “… sign-in code.” Named as the heading “Create your account”. Up to 60 characters.',
  }),
  'sms-reset': msg('{{code}} is your password reset code.', {
    id: 'sms-reset',
    desc: 'SMS, in place of “… sign-in code.” Named as the heading “Reset your password”. Up to 60 characters.',
  }),
  'sms-link': msg('{{code}} is your code to add this number.', {
    id: 'sms-link',
    desc: 'SMS, in place of “… sign-in code.” Named as the heading “Add your phone number”. Up to 60 characters.',
  }),
  'sms-generic': msg('{{code}} is your verification code.', {
    id: 'sms-generic',
    desc: 'SMS, in place of “… sign-in code.”, for any other purpose. Up to 60 characters.',
  }),
  'sms-valid': msg('It is valid for 10 minutes.', {
    id: 'sms-valid',
    desc: 'SMS, the second part. A space goes before it, unless it begins with full-width punctuation. Up to 40 characters.',
  }),
  'sms-secret': msg('Do not share it.', {
    id: 'sms-secret',
    desc: 'SMS, the last part: the code is for nobody else. Up to 50 characters.',
  }),
  'sms-brand': msg('{{brand}}:', {
    id: 'sms-brand',
    desc: 'SMS, before all of it, where the site has said its name. A language that is read from right to left begins with a word of its own.',
  }),
};

/** The parts of a message, by the ids that translators know. */
export type MessageParts = Readonly<Record<keyof typeof english, string>>;
