/**
 * The machine codes in which everything that can go wrong is said, and the error class that carries them.
 * Text for people is chosen where it is shown, in the language of that moment (localization/error-texts.ts).
 */

/** Every machine code that there is. */
export const errorCodes = [
  'invalid_phone',
  'phone_mismatch',
  'phone_blocked',
  'captcha_required',
  'captcha_failed',
  'rate_limited',
  'just_sent',
  'code_invalid',
  'code_expired',
  'code_rejected',
  'too_many_attempts',
  'challenge_gone',
  'session_gone',
  'account_not_found',
  'account_exists',
  'account_blocked',
  'account_locked',
  'signup_disabled',
  'credentials_invalid',
  'password_rejected',
  'password_reused',
  'unauthenticated',
  'delivery_failed',
  'unsupported',
  'misconfigured',
  'network',
  'timeout',
  'server_error',
  'bad_response',
] as const;

/** What went wrong, as one of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** What can be said of an error beside its code. */
export interface PhoneErrorDetails {
  /** Seconds until another try can succeed, where that is known. */
  retryAfter?: number | undefined;
  /** Tries left on the challenge, where that is known. */
  attemptsLeft?: number | undefined;
  /** The fewest characters that a password may have, where it was rejected for being shorter. */
  minLength?: number | undefined;
  /** For the page's author, in English: what is wrong and what to do. Never shown to a person. */
  detail?: string | undefined;
  /** What it was made from: the error below it. */
  cause?: unknown;
}

/** What every backend method rejects with. `code` decides what a person reads; `message` is for developers. */
export class PhoneError extends Error {
  readonly code: ErrorCode;
  /** Seconds until another try can succeed, where that is known. */
  readonly retryAfter: number | undefined;
  /** Tries left on the challenge, where that is known. */
  readonly attemptsLeft: number | undefined;
  /** The fewest characters that a password may have, where it was rejected for being shorter. */
  readonly minLength: number | undefined;

  constructor(code: ErrorCode, details: PhoneErrorDetails = {}) {
    super(details.detail ?? code, { cause: details.cause });
    this.name = 'PhoneError';
    this.code = code;
    this.retryAfter = details.retryAfter;
    this.attemptsLeft = details.attemptsLeft;
    this.minLength = details.minLength;
  }
}
