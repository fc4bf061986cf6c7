/**
 * The adapter for our own HTTP contract (protocol.ts): what `./server` serves, and what any server can.
 */
import { channels } from '../channels.js';
import { PhoneError, type ErrorCode } from '../errors.js';
import {
  channelsIn,
  clientHeader,
  idempotencyHeader,
  isPurpose,
  knownIn,
  purposes,
  type ChallengeBody,
  type ChallengeRequest,
  type ConfigBody,
  type OutcomeBody,
  type PasswordRequest,
  type ProblemCode,
  type ResendRequest,
  type VerifyRequest,
} from '../protocol.js';
import type { Backend, BackendSettings, CallOptions, Challenge, FirstFactor, Outcome } from './backend.js';
import {
  callJson,
  errorOfStatus,
  retryAfterOf,
  unexpectedAnswer,
  type AdapterOptions,
  type Answer,
} from './call.js';

export type HttpBackendOptions = Omit<AdapterOptions, 'codeLength'>;

const clientKey = 'phone-sign-in/client';

const firstFactors: readonly FirstFactor[] = ['code', 'password'];

/** The contract's errors in the widget's codes, where the two differ. */
const errorTable: Readonly<Partial<Record<ProblemCode, ErrorCode>>> = {
  origin_denied: 'misconfigured',
  malformed_request: 'bad_response',
  idempotency_mismatch: 'bad_response',
};

/** The contract's errors that are the widget's own codes too. */
const sharedCodes: ReadonlySet<string> = new Set<ErrorCode>([
  'unauthenticated',
  'captcha_required',
  'captcha_failed',
  'phone_blocked',
  'challenge_gone',
  'code_expired',
  'too_many_attempts',
  'invalid_phone',
  'code_invalid',
  'rate_limited',
  'just_sent',
  'delivery_failed',
  'server_error',
  'account_not_found',
  'account_exists',
  'account_blocked',
  'account_locked',
  'credentials_invalid',
  'signup_disabled',
]);

export function createHttpBackend(options: HttpBackendOptions): Backend {
  const { endpoint, storage, fetch: send } = options;
  if (!endpoint) {
    throw new PhoneError('misconfigured', {
      detail: 'No endpoint is set. Say where your server answers: <phone-sign-in endpoint="/api/phone">.',
    });
  }
  const base = endpoint.replace(/\/+$/, '');
  const client = clientSecret(storage);

  async function call(method: string, path: string, body?: object, options?: CallOptions): Promise<unknown> {
    const answer = await callJson(
      base + path,
      {
        method,
        credentials: 'include',
        keepalive: method === 'DELETE',
        headers: {
          [clientHeader]: client,
          ...(options && { [idempotencyHeader]: options.idempotencyKey }),
        },
        body,
        ...(options && { signal: options.signal }),
      },
      send,
    );
    if (!answer.ok) throw problem(answer, base);
    return answer.body;
  }

  const challengePath = (challenge: Challenge) => `/challenges/${encodeURIComponent(stateOf(challenge).id)}`;

  return {
    capabilities: { purposes, knowsPhone: true, firstFactors },

    async prepare(): Promise<BackendSettings> {
      return parseConfig(await call('GET', '/config'));
    },

    async requestCode({ phone, purpose, channel }, options) {
      const { locale, captcha } = options;
      const body: Body<ChallengeRequest> = { purpose, locale, phone, captcha, channel };
      return parseChallenge(await call('POST', '/challenges', body, options), phone, options);
    },

    async resendCode(challenge, options) {
      const body: Body<ResendRequest> = { captcha: options.captcha, channel: challenge.channel };
      const answer = await call('POST', `${challengePath(challenge)}/resend`, body, options);
      return parseChallenge(answer, challenge.phone, options);
    },

    async verifyCode(challenge, code, options) {
      // Whoever keeps nothing here wants nothing kept by the server's cookies either.
      const persist = storage ? undefined : false;
      const body: Body<VerifyRequest> = { code, captcha: options.captcha, persist };
      return parseOutcome(await call('POST', `${challengePath(challenge)}/verify`, body, options), options);
    },

    async signInWithPassword({ phone, password }, options) {
      const body: Body<PasswordRequest> = { phone, password, captcha: options.captcha };
      return parseOutcome(await call('POST', '/password', body, options), options);
    },

    async cancel(challenge) {
      await call('DELETE', challengePath(challenge));
    },
  };
}

/** What is `undefined` is not sent. */
type Body<T> = { [Name in keyof T]: T[Name] | undefined };

/** 128 random bits in base64url, the same for the life of the tab. */
function clientSecret(storage: HttpBackendOptions['storage']): string {
  let secret: string | null | undefined;
  try {
    secret = storage?.getItem(clientKey);
  } catch {
    // Forbidden storage: the secret then lives as long as the page.
  }
  if (secret && /^[\w-]{22}$/.test(secret)) return secret;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  secret = btoa(String.fromCharCode(...bytes)).replace(
    /[+/=]/g,
    sign => ({ '+': '-', '/': '_' })[sign] ?? '',
  );
  try {
    storage?.setItem(clientKey, secret);
  } catch {
    // As above.
  }
  return secret;
}

function stateOf({ state }: Challenge): { id: string } {
  const { id } = (state ?? {}) as Record<string, unknown>;
  // What a reload brought back may be another adapter's, or the page's own.
  if (typeof id !== 'string' || !id) throw new PhoneError('challenge_gone');
  return { id };
}

function parseConfig(answer: unknown): BackendSettings {
  const body = (answer ?? {}) as Partial<ConfigBody>;
  return {
    captcha: body.captcha,
    countries: Array.isArray(body.countries) ? body.countries : undefined,
    channels: knownIn(body.channels, channels),
    firstFactors: knownIn(body.firstFactors, firstFactors),
    purposes: knownIn(body.purposes, purposes),
  };
}

function parseChallenge(answer: unknown, phone: Challenge['phone'], { nowMs }: CallOptions): Challenge {
  const body = (answer ?? {}) as Record<keyof ChallengeBody, unknown>;
  const { id, purpose, codeLength, expiresIn, resendIn, attemptsLeft, maskedPhone } = body;
  if (
    typeof id !== 'string' ||
    !id ||
    !isPurpose(purpose) ||
    !isSeconds(codeLength) ||
    codeLength < 1 ||
    !isSeconds(expiresIn) ||
    !isSeconds(resendIn)
  ) {
    throw new PhoneError('bad_response', {
      detail: 'The answer is not a challenge.',
    });
  }
  const now = nowMs();
  return {
    phone,
    purpose,
    codeLength,
    expiresAtMs: now + expiresIn * 1000,
    resendAtMs: now + resendIn * 1000,
    attemptsLeft: typeof attemptsLeft === 'number' ? attemptsLeft : undefined,
    maskedPhone: typeof maskedPhone === 'string' ? maskedPhone : undefined,
    ...channelsIn(body),
    state: { id },
  };
}

function parseOutcome(answer: unknown, { nowMs }: CallOptions): Outcome {
  const body = (answer ?? {}) as Record<keyof OutcomeBody, unknown>;
  const { result, expiresIn } = body;
  const token = typeof body.token === 'string' ? body.token : undefined;
  const claims = (typeof body.claims === 'object' && body.claims ? body.claims : {}) as OutcomeBody['claims'];
  const told = { claims, ...(isSeconds(expiresIn) && { expiresAtMs: nowMs() + expiresIn * 1000 }) };
  if (result === 'session') return { kind: 'session', ...told, ...(token && { token }) };
  if (result === 'proof' && token) return { kind: 'proof', token, ...told };
  throw new PhoneError('bad_response', { detail: 'The answer is no session and no proof.' });
}

function isSeconds(value: unknown): value is number {
  return Number.isFinite(value) && (value as number) >= 0;
}

/** An error answer of the contract. */
function problem(answer: Answer, base: string): PhoneError {
  const { status, headers } = answer;
  const { code, attemptsLeft, retryAfter, detail } = (answer.body ?? {}) as Record<string, unknown>;
  const known = widgetCode(code);
  // A JSON server without the contract says where it is not mounted just as an HTML one does.
  if (!known && (status === 404 || status === 405)) return unexpectedAnswer(answer, base, 'JSON');
  return new PhoneError(known ?? errorOfStatus(status), {
    attemptsLeft: typeof attemptsLeft === 'number' ? attemptsLeft : undefined,
    retryAfter: isSeconds(retryAfter) ? retryAfter : retryAfterOf(headers),
    detail:
      known === 'misconfigured' || known === 'bad_response'
        ? `${base} refused: ${String(detail ?? code)}`
        : undefined,
  });
}

function widgetCode(code: unknown): ErrorCode | undefined {
  if (typeof code !== 'string') return undefined;
  if (Object.hasOwn(errorTable, code)) return errorTable[code as ProblemCode];
  return sharedCodes.has(code) ? (code as ErrorCode) : undefined;
}
