/** What seldom goes wrong, a sentence a machine code: fetched when it does. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { msg } from '@lit/localize';
import type { ErrorCode } from '../../errors.js';

/** What is needed of `Texts`. */
interface Texts {
  readonly msg: typeof msg;
}

/** Everything else is said at once, by `errorText`. */
export type RareCode = Exclude<
  ErrorCode,
  | 'account_locked'
  | 'rate_limited'
  | 'code_invalid'
  | 'code_expired'
  | 'code_rejected'
  | 'too_many_attempts'
  | 'network'
  | 'timeout'
  | 'server_error'
  | 'bad_response'
>;

/** `time`: how long to wait, in words. */
export function rareErrorText(
  texts: Texts,
  { code, minLength }: { code: ErrorCode; minLength?: number | undefined },
  time: string,
): string | undefined {
  switch (code as RareCode) {
    case 'just_sent':
      return justSentText(texts, time);
    case 'invalid_phone':
      return texts.msg('This number can’t receive text messages. Check it and try again.', {
        id: 'error-invalid-phone',
        desc: 'Under the phone number. The server refused the number. Up to 70 characters.',
      });
    case 'phone_blocked':
      return texts.msg('We can’t text this number. Use another one.', {
        id: 'error-phone-blocked',
        desc: 'Under the phone number. Up to 60 characters.',
      });
    case 'phone_mismatch':
      return texts.msg('This is not the number of your account.', {
        id: 'error-phone-mismatch',
        desc: 'Under the phone number. A signed-in person must prove the number that the account has. Up to 60 characters.',
      });
    case 'credentials_invalid':
      return texts.msg('The number or the password is wrong.', {
        id: 'error-credentials-invalid',
        desc: 'Under the password. It is not told which of the two, nor whether there is an account. Up to 60 characters.',
      });
    case 'captcha_required':
    case 'captcha_failed':
      return texts.msg('Confirm that you are not a robot, then try again.', {
        id: 'error-captcha',
        desc: 'Under the phone number. The captcha is missing or failed. Up to 60 characters.',
      });
    case 'challenge_gone':
      return texts.msg('This code is no longer valid.', {
        id: 'error-challenge-gone',
        desc: 'Under the code. Up to 60 characters.',
      });
    case 'session_gone':
      return texts.msg('Your session has ended. Start again, please.', {
        id: 'error-session-gone',
        desc: 'Under the phone number. The page’s own session has ended. Up to 60 characters.',
      });
    case 'account_not_found':
      return texts.msg('There is no account with this number.', {
        id: 'error-account-not-found',
        desc: 'Under the phone number or the code. Up to 60 characters.',
      });
    case 'account_exists':
      return texts.msg('An account with this number already exists.', {
        id: 'error-account-exists',
        desc: 'Under the phone number or the code. Up to 60 characters.',
      });
    case 'account_blocked':
      return texts.msg('This account is blocked.', {
        id: 'error-account-blocked',
        desc: 'Under the phone number or the code. Up to 60 characters.',
      });
    case 'signup_disabled':
      return texts.msg('New accounts can’t be created here.', {
        id: 'error-signup-disabled',
        desc: 'Under the phone number or the code. Up to 60 characters.',
      });
    case 'password_rejected':
      return minLength === undefined
        ? texts.msg('This password is too easy to guess. Choose another one.', {
            id: 'error-password-rejected',
            desc: 'Under the new password. Up to 70 characters.',
          })
        : texts.msg(str`Use at least ${minLength} characters.`, {
            id: 'error-password-short',
            desc: 'Under the new password. The placeholder is a number, 6 or more. Up to 60 characters.',
          });
    case 'password_reused':
      return texts.msg('That is your old password. Choose a new one.', {
        id: 'error-password-reused',
        desc: 'Under the new password. Up to 60 characters.',
      });
    case 'unauthenticated':
      return texts.msg('Sign in first, then try again.', {
        id: 'error-unauthenticated',
        desc: 'Under a field. Only a signed-in person can do this. Up to 60 characters.',
      });
    case 'delivery_failed':
      return texts.msg('The message couldn’t be sent. Check the number or try again.', {
        id: 'error-delivery-failed',
        desc: 'Under the phone number. The SMS provider refused. Up to 70 characters.',
      });
    case 'unsupported':
    case 'misconfigured':
      return texts.msg('Sign-in is not set up correctly. Tell the site’s owner.', {
        id: 'error-misconfigured',
        desc: 'Under a field. The page’s author made a mistake. Up to 70 characters.',
      });
  }
  return undefined;
}

function justSentText(texts: Texts, time: string): string {
  return texts.msg(
    str`We have already texted this number. Use that code where you asked for it, or try again ${time}.`,
    {
      id: 'error-just-sent',
      desc: 'Under the phone number. Someone, perhaps the same person in another tab, has just asked for a code. The placeholder is a time to come, such as "in 42 seconds". Up to 120 characters.',
    },
  );
}
