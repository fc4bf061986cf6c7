/** The adapter for better-auth with its `phoneNumber` plugin (contract of 1.7.7). */
import { PhoneError, type ErrorCode } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import type { Backend, CallOptions, Challenge, Credentials, Next, NextInput, Outcome } from './backend.js';
import {
  callJson,
  errorOfStatus,
  retryAfterOf,
  unexpectedAnswer,
  type AdapterOptions,
  type Answer,
} from './call.js';

export interface BetterAuthBackendOptions extends Omit<AdapterOptions, 'storage'> {
  /** Seconds that a code lives: the plugin's `expiresIn`. 300 without it. */
  expiresIn?: number | undefined;
  /** Characters: `emailAndPassword.minPasswordLength` of your server. 8 without it. */
  minPasswordLength?: number | undefined;
  /** Characters: `emailAndPassword.maxPasswordLength` of your server. 128 without it. */
  maxPasswordLength?: number | undefined;
}

/** The plugin itself has no cool-down, only ten requests a minute. */
const coolDownMs = 60_000;

/** What `Challenge.state` says: the plugin has no handle of its own, the number is all that it wants. */
const stateMark = 'better-auth';

const purposes: readonly Purpose[] = ['sign-in', 'register', 'bind-new-identifier', 'forgot-password'];

const errorTable: Readonly<Record<string, ErrorCode>> = {
  INVALID_PHONE_NUMBER: 'invalid_phone',
  VALIDATION_ERROR: 'invalid_phone',
  INVALID_OTP: 'code_invalid',
  OTP_EXPIRED: 'code_expired',
  OTP_NOT_FOUND: 'challenge_gone',
  TOO_MANY_ATTEMPTS: 'too_many_attempts',
  PHONE_NUMBER_EXIST: 'account_exists',
  // Nobody is signed in whose number could be changed.
  USER_NOT_FOUND: 'unauthenticated',
  // A reset for a number without an account sends nothing, and says so only here.
  UNEXPECTED_ERROR: 'account_not_found',
  BANNED_USER: 'account_blocked',
  PASSWORD_TOO_SHORT: 'password_rejected',
  PASSWORD_TOO_LONG: 'password_rejected',
  MISSING_RESPONSE: 'captcha_required',
  VERIFICATION_FAILED: 'captcha_failed',
  INVALID_ORIGIN: 'misconfigured',
  MISSING_OR_NULL_ORIGIN: 'misconfigured',
  SEND_OTP_NOT_IMPLEMENTED: 'misconfigured',
};

/** Of a password: an account without one, and what is too long for any, are not told apart from a wrong one. */
const wrongCredentials = new Set([
  'INVALID_PHONE_NUMBER_OR_PASSWORD',
  'UNEXPECTED_ERROR',
  'PASSWORD_TOO_LONG',
]);

/**
 * Signs in, registers (where the plugin has `signUpOnVerification`), adds or changes the number of who is signed in, and
 * resets a password. The session is better-auth's cookie; `token` is what its bearer plugin takes, `claims` hold `user`.
 */
export function createBetterAuthBackend(options: BetterAuthBackendOptions): Backend {
  const {
    endpoint,
    codeLength = 6,
    expiresIn = 300,
    minPasswordLength = 8,
    maxPasswordLength = 128,
  } = options;
  if (!endpoint) {
    throw new PhoneError('misconfigured', {
      detail:
        'No endpoint is set. Say where better-auth answers: <phone-sign-in backend="better-auth" endpoint="/api/auth">.',
    });
  }
  const root = endpoint.replace(/\/+$/, '');
  const base = `${root}/phone-number`;

  async function call(
    path: string,
    body: object,
    { signal, captcha }: CallOptions,
    from = base,
  ): Promise<Answer> {
    const init = {
      method: 'POST',
      credentials: 'include' as const,
      headers: captcha ? { 'x-captcha-response': captcha } : {},
      body,
      signal,
    };
    return callJson(from + path, init, options.fetch);
  }

  async function sendCode(
    phone: E164 | undefined,
    purpose: Purpose,
    callOptions: CallOptions,
  ): Promise<Challenge> {
    if (!phone || !purposes.includes(purpose)) {
      throw new PhoneError('unsupported', {
        detail: `better-auth serves ${purposes.join(', ')} for a number from the page, not ${purpose}.`,
      });
    }
    const path = purpose === 'forgot-password' ? '/request-password-reset' : '/send-otp';
    const answer = await call(path, { phoneNumber: phone }, callOptions);
    if (!answer.ok) {
      // What the server's own `sendOTP` throws arrives as a 500 without a body.
      if (answer.status === 500 && answer.body === undefined) throw new PhoneError('delivery_failed');
      throw failureOf(answer, base + path);
    }
    return challengeTo(phone, purpose, callOptions);
  }

  function challengeTo(phone: E164, purpose: Purpose, callOptions: CallOptions): Challenge {
    const now = callOptions.nowMs();
    return {
      phone,
      purpose,
      codeLength,
      // For a number without an account nothing is sent, and nobody is told.
      ...(purpose === 'forgot-password' && { isUncertain: true }),
      expiresAtMs: now + expiresIn * 1000,
      resendAtMs: now + coolDownMs,
      attemptsLeft: undefined,
      maskedPhone: undefined,
      state: stateMark,
    };
  }

  async function verify(challenge: Challenge, code: string, callOptions: CallOptions): Promise<Outcome> {
    const { purpose } = challenge;
    const body = { phoneNumber: phoneOf(challenge), code };
    const isBinding = purpose === 'bind-new-identifier';
    if (purpose === 'forgot-password') {
      // Code and password are checked together, by one call.
      return {
        kind: 'next',
        next: {
          kind: 'new-password',
          code,
          minLength: minPasswordLength,
          state: { phoneNumber: body.phoneNumber },
        },
      };
    }
    const answer = await call(
      '/verify',
      isBinding ? { ...body, updatePhoneNumber: true } : body,
      callOptions,
    );
    if (!answer.ok) {
      // The answer where no user has the number and the server makes none (no `signUpOnVerification`).
      if (codeOf(answer) === 'FAILED_TO_UPDATE_USER' && !isBinding)
        throw new PhoneError(purpose === 'register' ? 'signup_disabled' : 'account_not_found');
      throw failureOf(answer, `${base}/verify`);
    }
    return isBinding ? { kind: 'done' } : sessionIn(answer);
  }

  async function signInWithPassword(
    { phone, password }: Credentials,
    callOptions: CallOptions,
  ): Promise<Outcome> {
    const answer = await call(
      '/phone-number',
      { phoneNumber: phone, password },
      callOptions,
      `${root}/sign-in`,
    );
    if (answer.ok) return sessionIn(answer);
    const said = codeOf(answer);
    // A number that was never confirmed (`requireVerification`): a code is on its way to it already.
    if (said === 'PHONE_NUMBER_NOT_VERIFIED')
      return {
        kind: 'next',
        next: { kind: 'challenge', challenge: challengeTo(phone, 'sign-in', callOptions) },
      };
    if (wrongCredentials.has(said)) throw new PhoneError('credentials_invalid');
    throw failureOf(answer, `${root}/sign-in/phone-number`);
  }

  function sessionIn({ body }: Answer): Outcome {
    const { token, user } = (body ?? {}) as Record<string, unknown>;
    if (typeof token !== 'string' || typeof user !== 'object' || !user)
      throw new PhoneError('bad_response', { detail: 'What was right was answered without a session.' });
    return { kind: 'session', token, claims: { user } };
  }

  async function resetPassword(next: Next, input: NextInput, callOptions: CallOptions): Promise<Outcome> {
    const { phoneNumber } = ((next as { state?: unknown }).state ?? {}) as Record<string, unknown>;
    if (next.kind !== 'new-password' || input.kind !== 'new-password')
      throw new PhoneError('unsupported', { detail: `better-auth never asks for "${next.kind}".` });
    const { password } = input;
    // Judged here as well, because the server spends the code before it looks at the password.
    if (password.length < minPasswordLength)
      throw new PhoneError('password_rejected', { minLength: minPasswordLength });
    if (password.length > maxPasswordLength) throw new PhoneError('password_rejected');
    const body = { otp: next.code, phoneNumber, newPassword: password };
    const answer = await call('/reset-password', body, callOptions);
    if (!answer.ok) throw failureOf(answer, `${base}/reset-password`);
    return { kind: 'done' };
  }

  return {
    capabilities: { purposes, knowsPhone: false, firstFactors: ['code', 'password'] },
    requestCode: ({ phone, purpose }, callOptions) => sendCode(phone, purpose, callOptions),
    resendCode: async (challenge, callOptions) =>
      sendCode(phoneOf(challenge), challenge.purpose, callOptions),
    verifyCode: verify,
    signInWithPassword,
    continueWith: resetPassword,
  };
}

function phoneOf({ phone, state }: Challenge): E164 {
  // What a reload brought back may be another adapter's, or the page's own.
  if (!phone || state !== stateMark) throw new PhoneError('challenge_gone');
  return phone;
}

function codeOf({ body }: Answer): string {
  const { code } = (body ?? {}) as Record<string, unknown>;
  return typeof code === 'string' ? code : '';
}

function failureOf(answer: Answer, url: string): PhoneError {
  const { status, headers } = answer;
  const said = codeOf(answer);
  const known = Object.hasOwn(errorTable, said) ? errorTable[said] : undefined;
  if (!known && (status === 404 || status === 405))
    return unexpectedAnswer(answer, url, 'no phone number plugin');
  const code = known ?? errorOfStatus(status);
  return new PhoneError(code, {
    // The plugin counts ten requests in a minute; a page of another origin cannot read the header.
    retryAfter: code === 'rate_limited' ? (retryAfterOf(headers, 'x-retry-after') ?? 60) : undefined,
    detail:
      code === 'misconfigured' || code === 'bad_response' ? `${url} refused: ${said || status}` : undefined,
  });
}
