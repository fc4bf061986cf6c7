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
  /** Milliseconds until a new code can be asked for, where this one is over. */
  newCodeInMs?: number | undefined;
  /** There are older messages than the one that counts. */
  hasOlder?: boolean | undefined;
}

/** What stands behind an error that another try may mend. */
export function tryAgainText(texts: Texts): string {
  return texts.msg('Try again', { id: 'try-again', desc: 'Link behind an error. Up to 25 characters.' });
}

/** One sentence after another: in scripts without spaces there is none between them. */
function join(first: string, second: string): string {
  return /[。！？]$/.test(first) ? first + second : `${first} ${second}`;
}

function newCodeText(texts: Texts, newCodeInMs = 0): string {
  const time = newCodeInMs && inTime(texts, newCodeInMs);
  return time
    ? texts.msg(str`You can request a new one ${time}.`, {
        id: 'request-new-in',
        desc: 'Behind "This code has expired." and the like. The placeholder is a time to come, such as "in 42 seconds". Up to 50 characters.',
      })
    : texts.msg('Request a new one.', {
        id: 'request-new',
        desc: 'Behind "This code has expired." and the like: a new code. Up to 40 characters.',
      });
}

/** Behind a wrong code, and when a new one was sent. */
export function newestText(texts: Texts): string {
  return texts.msg('Use the newest message.', {
    id: 'use-newest',
    desc: 'Behind "That code isn’t right." and "We have texted you a code.", where more than one message was sent. Up to 50 characters.',
  });
}

/** Two sentences of which each stands alone. */
export function errorText(texts: Texts, facts: ErrorFacts): string {
  const { code, newCodeInMs, hasOlder } = facts;
  const text = sentenceOf(texts, facts);
  if (isOver(code)) return join(text, newCodeText(texts, newCodeInMs));
  return hasOlder && /^code_(invalid|rejected)$/.test(code) ? join(text, newestText(texts)) : text;
}

/** No code can succeed any more. */
function isOver(code: ErrorCode): boolean {
  return code === 'code_expired' || code === 'too_many_attempts' || code === 'challenge_gone';
}

export function sentAgainText(texts: Texts): string {
  return join(sentText(texts), newestText(texts));
}

/** `isUncertain`: it is not told whether there is an account, which alone gets a message. */
export function sentText(texts: Texts, isUncertain = false): string {
  if (isUncertain)
    return texts.msg('If there is an account with this number, we have texted it.', {
      id: 'sent-maybe',
      desc: 'Under the heading of the code step, and for screen readers. Nobody is told whether there is an account. Up to 80 characters.',
    });
  return texts.msg('We have texted you a code.', {
    id: 'sent',
    desc: 'When a message was sent: under the code, and for screen readers. Up to 60 characters.',
  });
}

function sentenceOf(texts: Texts, { code, retryInMs, attemptsLeft, minLength }: ErrorFacts): string {
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
    case 'account_locked':
    case 'rate_limited':
      return tooManyText(texts, time);
    case 'just_sent':
      return time ? justSentText(texts, time) : tooManyText(texts, time);
    case 'code_invalid':
      return attemptsLeft === undefined
        ? texts.msg('That code isn’t right.', {
            id: 'error-code-invalid',
            desc: 'Under the code. Up to 40 characters.',
          })
        : texts.msg(str`That code isn’t right. Attempts left: ${attemptsLeft}.`, {
            id: 'error-code-invalid-tries',
            desc: 'Under the code. The placeholder is a number from 1 to 9. Up to 60 characters.',
          });
    case 'code_expired':
      return texts.msg('This code has expired.', {
        id: 'error-code-expired',
        desc: 'Under the code. Up to 60 characters.',
      });
    case 'code_rejected':
      return texts.msg('That code is wrong or has expired.', {
        id: 'error-code-rejected',
        desc: 'Under the code. Up to 60 characters.',
      });
    case 'too_many_attempts':
      return texts.msg('Too many wrong codes.', {
        id: 'error-too-many-attempts',
        desc: 'Under the code. Up to 60 characters.',
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

function tooManyText(texts: Texts, time: string | 0 | undefined): string {
  return time
    ? texts.msg(str`Too many attempts. Try again ${time}.`, {
        id: 'error-rate-limited-until',
        desc: 'Under a field. The placeholder is a time to come, such as "in 42 seconds". Up to 60 characters.',
      })
    : texts.msg('Too many attempts. Try again later.', {
        id: 'error-rate-limited',
        desc: 'Under a field. Up to 60 characters.',
      });
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
