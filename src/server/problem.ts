/** The contract's errors on the server: thrown where they are found, turned into RFC 9457 answers at one place. */
import type { Answer } from './answer.js';
import type { BudgetName } from './limits.js';
import { problemStatuses, problemType, type ProblemBody, type ProblemCode } from '../protocol.js';

const titles: Readonly<Record<ProblemCode, string>> = {
  malformed_request: 'The request is malformed',
  unauthenticated: 'Nobody is signed in',
  credentials_invalid: 'The number or the password is wrong',
  captcha_required: 'A captcha is required',
  captcha_failed: 'The captcha was not passed',
  phone_blocked: 'This number is not served',
  origin_denied: 'This origin is not allowed',
  account_blocked: 'The account is blocked',
  signup_disabled: 'New accounts are not accepted',
  challenge_gone: 'There is no such challenge',
  account_not_found: 'There is no such account',
  account_exists: 'The account exists already',
  code_expired: 'The code has expired',
  too_many_attempts: 'Too many wrong codes',
  invalid_phone: 'This is not a phone number',
  code_invalid: 'The code is wrong',
  idempotency_mismatch: 'The idempotency key belongs to another request',
  rate_limited: 'Too many requests',
  just_sent: 'A message is on its way to this number',
  account_locked: 'Too many wrong passwords',
  delivery_failed: 'The message could not be sent',
  server_error: 'The server cannot answer now',
};

export interface ProblemDetails {
  /** For developers, in English. */
  detail?: string;
  attemptsLeft?: number;
  /** Milliseconds; the answer says whole seconds, rounded up. */
  retryAfterMs?: number;
  /** Which one is spent: for the log alone. */
  budget?: BudgetName;
  /** Where the status differs from the code's own: a path that does not exist. */
  status?: number;
  cause?: unknown;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? code, { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}

/** What is not a problem of the contract is the server's own fault. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('server_error', { cause: error });
}

export function problemAnswer({ code, details }: Problem): Answer {
  const { detail, attemptsLeft, retryAfterMs, status = problemStatuses[code] } = details;
  const retryAfter = retryAfterMs === undefined ? undefined : Math.max(1, Math.ceil(retryAfterMs / 1000));
  const body: ProblemBody = {
    type: 'about:blank',
    title: status === problemStatuses[code] ? titles[code] : 'There is nothing here',
    status,
    code,
    ...(detail !== undefined && { detail }),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
  const headers: Answer['headers'] = [['content-type', problemType]];
  if (retryAfter !== undefined) headers.push(['retry-after', String(retryAfter)]);
  return { status, headers, body: JSON.stringify(body) };
}
