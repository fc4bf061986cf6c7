/**
 * The adapter for Logto's Account API: who is signed in proves who they are, or changes their number. It answers pages
 * of any origin, to an access token.
 */
import { PhoneError, type ErrorCode } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import type { Backend, CallOptions, Challenge, Outcome } from './backend.js';
import {
  callJson,
  errorOfStatus,
  retryAfterOf,
  unexpectedAnswer,
  type AdapterOptions,
  type Answer,
} from './call.js';

export interface LogtoAccountBackendOptions extends Omit<AdapterOptions, 'storage'> {
  /** A fresh opaque access token of who is signed in, with the scopes `openid` and `phone`; asked for at each call. */
  accessToken: () => Promise<string>;
  /** The proof of identity that a changed number needs: the token of `user-permission-validation`. */
  verificationRecordId?: string | undefined;
}

const purposes = ['user-permission-validation', 'bind-new-identifier'] as const satisfies readonly Purpose[];

/** Seconds between two messages, and for which a code lives. */
const cooldownSeconds = 60;
const lifetimeSeconds = 600;

/** Any other code of a connector's is `delivery_failed`, and of the account center's `misconfigured`. */
const errorTable: Readonly<Record<string, ErrorCode>> = {
  'verification_code.code_mismatch': 'code_invalid',
  'verification_code.phone_mismatch': 'code_invalid',
  'verification_code.expired': 'code_expired',
  'verification_code.exceed_max_try': 'too_many_attempts',
  'session.verification_blocked_too_many_attempts': 'account_locked',
  'verification_code.not_found': 'challenge_gone',
  'session.verification_session_not_found': 'challenge_gone',
  'verification_record.not_found': 'challenge_gone',
  // Somebody is signed in: it is the proof of identity that does not count, or not any more.
  'verification_record.permission_denied': 'session_gone',
  'auth.unauthorized': 'unauthenticated',
  'guard.invalid_input': 'invalid_phone',
  'user.invalid_phone': 'invalid_phone',
  'user.suspended': 'account_blocked',
  'user.phone_already_in_use': 'account_exists',
  'user.identity_already_in_use': 'account_exists',
  'session.captcha_required': 'captcha_required',
  'session.captcha_failed': 'captcha_failed',
  'request.message_rate_limited': 'rate_limited',
  'connector.rate_limit_exceeded': 'rate_limited',
  'connector.usage_limit_exceeded': 'rate_limited',
};

export function createLogtoAccountBackend(options: LogtoAccountBackendOptions): Backend {
  const { endpoint, accessToken, verificationRecordId: proof, codeLength = 6, fetch: send } = options;
  if (!endpoint) throw misconfigured('No endpoint is set: <phone-sign-in endpoint="https://…"> is Logto’s.');
  if (typeof accessToken !== 'function')
    throw misconfigured('No access token: set backendOptions = { accessToken: () => Promise<string> }.');
  const base = `${endpoint.replace(/\/+$/, '')}/api`;
  /** The code that was checked last, and whether it is known to be right. Never leaves this memory. */
  let checked: { step: string; isRight: boolean } | undefined;

  async function call(path: string, options: CallOptions, body?: object, more?: Record<string, string>) {
    const { signal, locale } = options;
    let token: string | undefined;
    try {
      token = await accessToken();
    } catch (cause) {
      throw new PhoneError('unauthenticated', { cause, detail: 'The page’s accessToken() failed.' });
    }
    const headers = { authorization: `Bearer ${token}`, 'accept-language': locale, ...more };
    const init = { method: body ? 'POST' : 'GET', credentials: 'omit', signal, headers, body } as const;
    const answer = await callJson(base + path, init, send);
    if (!answer.ok) throw refusalOf(answer, base);
    return (answer.body ?? {}) as Record<string, unknown>;
  }

  /** Rejects before anything is sent where the end cannot be reached. */
  function requireServed(purpose: Purpose): void {
    if (!(purposes as readonly Purpose[]).includes(purpose))
      throw new PhoneError('unsupported', { detail: `Logto’s Account API does not serve "${purpose}".` });
    if (purpose === 'bind-new-identifier' && !proof)
      throw misconfigured(
        'A changed number needs a proof of identity: set backendOptions = { …, verificationRecordId }, the token of ' +
          '"phone-verified" from a <phone-sign-in purpose="user-permission-validation">.',
      );
  }

  /** Refuses a number that proves nothing of who is signed in. Answers whether the account's own is known. */
  async function requireOwn(phone: E164, options: CallOptions): Promise<boolean> {
    const { primaryPhone } = await call('/my-account', options);
    // Without the scope "phone" it is not there at all.
    if (primaryPhone === undefined) return false;
    if (primaryPhone === phone.slice(1)) return true;
    throw new PhoneError('phone_mismatch', {
      detail: 'Only the account’s own number proves who is signed in.',
    });
  }

  async function sendCode(
    phone: E164,
    purpose: Purpose,
    options: CallOptions,
    isOwn: boolean,
  ): Promise<Challenge> {
    const body = { identifier: identifierOf(phone) };
    const answer = await call('/verifications/verification-code', options, body);
    const { verificationRecordId: id, expiresAt } = answer;
    if (typeof id !== 'string' || !id)
      throw new PhoneError('bad_response', { detail: 'The answer to a code asked for is not Logto’s.' });
    const now = options.nowMs();
    return {
      phone,
      purpose,
      codeLength,
      expiresAtMs: now + lifetimeSeconds * 1000,
      resendAtMs: now + cooldownSeconds * 1000,
      attemptsLeft: undefined,
      maskedPhone: undefined,
      state: { recordId: id, proofExpiresAtMs: Date.parse(String(expiresAt)) || undefined, isOwn },
    };
  }

  return {
    capabilities: { purposes, knowsPhone: false },

    async requestCode({ phone, purpose }, options) {
      requireServed(purpose);
      if (!phone) throw new PhoneError('invalid_phone', { detail: `"${purpose}" needs a number.` });
      const isOwn = purpose === 'user-permission-validation' && (await requireOwn(phone, options));
      return sendCode(phone, purpose, options, isOwn);
    },

    async resendCode(challenge, options) {
      const { isOwn } = stateOf(challenge);
      requireServed(challenge.purpose);
      return sendCode(challenge.phone as E164, challenge.purpose, options, isOwn);
    },

    async verifyCode(challenge, code, options): Promise<Outcome> {
      const { recordId, proofExpiresAtMs, isOwn } = stateOf(challenge);
      const { phone, purpose } = challenge;
      requireServed(purpose);
      const step = `${recordId} ${code}`;
      const before = checked?.step === step ? checked : undefined;
      if (!before?.isRight) {
        checked = { step, isRight: false };
        const body = { identifier: identifierOf(phone), verificationId: recordId, code };
        try {
          await call('/verifications/verification-code/verify', options, body);
        } catch (error) {
          // Logto takes a code once: where the first answer was lost, "not found" says that it was right.
          const isSpent = before && error instanceof Refusal && error.said === 'verification_code.not_found';
          if (error instanceof Refusal && error.code !== 'server_error') checked = undefined;
          if (!isSpent) throw error;
        }
        checked = { step, isRight: true };
      }
      if (purpose === 'bind-new-identifier') {
        const body = { phone: identifierOf(phone).value, newIdentifierVerificationRecordId: recordId };
        await call('/my-account/primary-phone', options, body, { 'logto-verification-id': proof ?? '' });
        return { kind: 'done' };
      }
      const expiry = proofExpiresAtMs === undefined ? {} : { expiresAtMs: proofExpiresAtMs };
      // Of a number that may be anyone's the proof says nothing: only Logto knows then what it is worth.
      return { kind: 'proof', token: recordId, claims: isOwn ? { phone } : {}, ...expiry };
    },
  };
}

const misconfigured = (detail: string) => new PhoneError('misconfigured', { detail });

/** Digits with the country code: Logto refuses the plus. */
const identifierOf = (phone: E164 | undefined) => ({ type: 'phone', value: phone?.slice(1) });

interface State {
  recordId: string;
  proofExpiresAtMs: number | undefined;
  isOwn: boolean;
}

function stateOf({ state, phone }: Challenge): State {
  const { recordId, proofExpiresAtMs, isOwn } = (state ?? {}) as Record<string, unknown>;
  // What a reload brought back may be another adapter's, or the page's own.
  if (typeof recordId !== 'string' || !recordId || !phone) throw new PhoneError('challenge_gone');
  return {
    recordId,
    proofExpiresAtMs: typeof proofExpiresAtMs === 'number' ? proofExpiresAtMs : undefined,
    isOwn: isOwn === true,
  };
}

/** An error answer of Logto's. */
class Refusal extends PhoneError {
  readonly said: string;

  constructor(code: ErrorCode, said: string, headers: Headers) {
    const retryAfter = code === 'rate_limited' ? retryAfterOf(headers) : undefined;
    super(code, { retryAfter, detail: `Logto refused: ${said}` });
    this.said = said;
  }
}

function refusalOf(answer: Answer, url: string): PhoneError {
  const { status, headers } = answer;
  const { code } = (answer.body ?? {}) as Record<string, unknown>;
  const said = typeof code === 'string' ? code : `${status}`;
  const known = Object.hasOwn(errorTable, said) ? errorTable[said] : undefined;
  if (known) return new Refusal(known, said, headers);
  if (status === 401) return new Refusal('unauthenticated', said, headers);
  if (said.startsWith('account_center.')) return new Refusal('misconfigured', said, headers);
  if (said.startsWith('connector.')) return new Refusal('delivery_failed', said, headers);
  if (typeof code !== 'string') return unexpectedAnswer(answer, url, 'JSON without a code');
  return new Refusal(errorOfStatus(status), said, headers);
}
