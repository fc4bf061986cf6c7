/** One sentence a machine code: what went wrong and what to do, for a person. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { ErrorCode } from '../errors.js';
import { offlineText } from './first-texts.js';
import { inTime } from './in-time.js';
import type { Texts } from './texts.js';

export interface ErrorFacts {
  code: ErrorCode;
  /** Milliseconds until another try can succeed, where that is known. */
  retryInMs?: number | undefined;
  attemptsLeft?: number | undefined;
  /** The fewest characters of a password, where it was rejected for being shorter. */
  minLength?: number | undefined;
}

/** What stands behind an error that another try may mend. */
export function tryAgainText(texts: Texts): string {
  return texts.msg('Try again', { id: 'try-again', desc: 'Link behind an error. Up to 25 characters.' });
}

export function errorText(texts: Texts, { code, retryInMs, attemptsLeft, minLength }: ErrorFacts): string {
  const time = retryInMs && inTime(texts, retryInMs);
  switch (code) {
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
    case 'captcha_required':
    case 'captcha_failed':
      return texts.msg('Confirm that you are not a robot, then try again.', {
        id: 'error-captcha',
        desc: 'Under the phone number. The captcha is missing or failed. Up to 60 characters.',
      });
    case 'rate_limited':
      return time
        ? texts.msg(str`Too many attempts. Try again ${time}.`, {
            id: 'error-rate-limited-until',
            desc: 'Under a field. The placeholder is a time to come, such as "in 42 seconds". Up to 60 characters.',
          })
        : texts.msg('Too many attempts. Try again later.', {
            id: 'error-rate-limited',
            desc: 'Under a field. Up to 60 characters.',
          });
    case 'code_invalid':
      return attemptsLeft === undefined
        ? texts.msg('That code isn’t right.', {
            id: 'error-code-invalid',
            desc: 'Under the code. Up to 40 characters.',
          })
        : texts.msg(str`That code isn’t right. Attempts left: ${attemptsLeft}`, {
            id: 'error-code-invalid-tries',
            desc: 'Under the code. The placeholder is a number from 1 to 9. Up to 60 characters.',
          });
    case 'code_expired':
      return texts.msg('This code has expired. Request a new one.', {
        id: 'error-code-expired',
        desc: 'Under the code. Up to 60 characters.',
      });
    case 'code_rejected':
      return texts.msg('That code is wrong or has expired.', {
        id: 'error-code-rejected',
        desc: 'Under the code. Up to 60 characters.',
      });
    case 'too_many_attempts':
      return texts.msg('Too many wrong codes. Request a new one.', {
        id: 'error-too-many-attempts',
        desc: 'Under the code. Up to 60 characters.',
      });
    case 'challenge_gone':
      return texts.msg('This code is no longer valid. Request a new one.', {
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
    case 'network':
      return offlineText(texts);
    case 'timeout':
      return texts.msg('That took too long. Try again.', {
        id: 'error-timeout',
        desc: 'Under a field. The server did not answer in time. Up to 60 characters.',
      });
    case 'server_error':
    case 'bad_response':
      return texts.msg('Something went wrong. Try again.', {
        id: 'error-server',
        desc: 'Under a field. The server failed. Up to 60 characters.',
      });
  }
}
