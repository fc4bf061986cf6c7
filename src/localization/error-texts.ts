/** One sentence a machine code: what went wrong and what to do, for a person. */
import { str } from '@lit/localize/internal/str-tag.js';
import type { ErrorCode } from '../errors.js';
import { offlineText } from './first-texts.js';
import { inTime } from './in-time.js';
import type { RareCode } from './rest/rare-error-texts.js';
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
export function join(first: string, second: string): string {
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
  return texts.msg('Use the newest code.', {
    id: 'use-newest',
    desc: 'Behind "That code isn’t right." and "We have texted you a code.", where more than one was sent, by message or by a call. Up to 50 characters.',
  });
}

/**
 * What went wrong and what to do: one sentence, or two of which each stands alone. What seldom goes wrong is said in general
 * until `texts.loadRest` has fetched its words.
 */
export function errorText(texts: Texts, facts: ErrorFacts): string {
  const { code, retryInMs, newCodeInMs, hasOlder } = facts;
  const time = retryInMs ? inTime(texts, retryInMs) : '';
  const text = commonText(texts, facts, time) ?? texts.rest?.rareErrorText(texts, facts, time);
  if (text === undefined) return somethingText(texts);
  if (isOver(code)) return join(text, newCodeText(texts, newCodeInMs));
  return hasOlder && /^code_(invalid|rejected)$/.test(code) ? join(text, newestText(texts)) : text;
}

/** Whether the words of an error are still to be fetched. */
export function isRareError(texts: Texts, facts: ErrorFacts): boolean {
  return commonText(texts, facts, facts.retryInMs ? ' ' : '') === undefined && !texts.rest;
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

function commonText(texts: Texts, { code, attemptsLeft }: ErrorFacts, time: string): string | undefined {
  switch (code as Exclude<ErrorCode, RareCode> | 'just_sent') {
    case 'account_locked':
    case 'rate_limited':
      return tooManyText(texts, time);
    case 'just_sent':
      return time ? undefined : tooManyText(texts, time);
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
    case 'network':
      return offlineText(texts);
    case 'timeout':
      return texts.msg('That took too long. Try again.', {
        id: 'error-timeout',
        desc: 'Under a field. The server did not answer in time. Up to 60 characters.',
      });
    case 'server_error':
    case 'bad_response':
      return somethingText(texts);
  }
  return undefined;
}

function somethingText(texts: Texts): string {
  return texts.msg('Something went wrong. Try again.', {
    id: 'error-server',
    desc: 'Under a field. The server failed. Up to 60 characters.',
  });
}

function tooManyText(texts: Texts, time: string): string {
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
