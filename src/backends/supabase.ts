/** The adapter for Supabase Auth (GoTrue), with the wire of its official client. */
import { PhoneError, type ErrorCode } from '../errors.js';
import type { Channel } from '../channels.js';
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

export interface SupabaseBackendOptions extends Omit<AdapterOptions, 'storage'> {
  /** The project's anon (publishable) key. */
  anonKey: string;
  /** How the first code travels; `sms` without it. */
  channel?: 'sms' | 'whatsapp' | undefined;
  /** What the project's provider sends by: the others are offered where no code arrives. `channel` alone without it. */
  channels?: readonly ('sms' | 'whatsapp')[] | undefined;
  /** The metadata of a user who is made by this sign-in. */
  data?: Readonly<Record<string, unknown>> | undefined;
  /** Whether `sign-in` makes an account where there is none, as the official client does; `true` without it. */
  createUser?: boolean | undefined;
  /** The access token of who is signed in: `bind-new-identifier` needs it. */
  accessToken?: (() => string | Promise<string>) | undefined;
  /** Seconds that a code lives, as the project sets it. 60 without it. */
  expiresIn?: number | undefined;
  /** Seconds between two messages to a number, as the project sets it. 60 without it. */
  resendIn?: number | undefined;
}

/** What `Challenge.state` says: there is no handle, the number is all that the server wants. */
const stateMark = 'supabase';

const errorTable: Readonly<Record<string, ErrorCode>> = {
  validation_failed: 'invalid_phone',
  captcha_failed: 'captcha_failed',
  phone_provider_disabled: 'misconfigured',
  otp_disabled: 'account_not_found',
  user_not_found: 'account_not_found',
  signup_disabled: 'signup_disabled',
  sms_send_failed: 'delivery_failed',
  // Wrong and expired alike.
  otp_expired: 'code_rejected',
  invalid_credentials: 'credentials_invalid',
  phone_not_confirmed: 'credentials_invalid',
  user_banned: 'account_blocked',
  user_sso_managed: 'unsupported',
  phone_exists: 'account_exists',
  user_already_exists: 'account_exists',
  over_sms_send_rate_limit: 'rate_limited',
  over_request_rate_limit: 'rate_limited',
  no_authorization: 'unauthenticated',
  bad_jwt: 'unauthenticated',
  session_not_found: 'unauthenticated',
  session_expired: 'unauthenticated',
  insufficient_aal: 'unauthenticated',
};

/**
 * Signs in, registers, and with `accessToken` adds or changes the number of who is signed in. `claims` are the session
 * as Supabase answered it, so that a page goes on with `supabase.auth.setSession(outcome.claims)`; `token` is its
 * access token.
 */
export function createSupabaseBackend(options: SupabaseBackendOptions): Backend {
  const { endpoint, anonKey, channel = 'sms', data = {}, createUser = true, accessToken } = options;
  const { codeLength = 6, expiresIn = 60, resendIn = 60, channels = [channel] } = options;
  if (!endpoint) throw missing('endpoint', 'endpoint="https://<project>.supabase.co/auth/v1"');
  if (!anonKey) throw missing('anonKey', `backend-options='{"anonKey": "<the project’s anon key>"}'`);
  const base = endpoint.replace(/\/+$/, '');
  const purposes: readonly Purpose[] = ['sign-in', 'register', 'bind-new-identifier'];

  async function call(
    method: string,
    path: string,
    body: object,
    callOptions: CallOptions,
    token = anonKey,
  ): Promise<unknown> {
    const init = {
      method,
      credentials: 'omit' as const,
      headers: {
        apikey: anonKey,
        authorization: `Bearer ${token}`,
        // Without it an error's code stands elsewhere.
        'x-supabase-api-version': '2024-01-01',
      },
      body,
      signal: callOptions.signal,
    };
    const answer = await callJson(base + path, init, options.fetch);
    if (!answer.ok) throw failureOf(answer, base + path, callOptions, resendIn);
    return answer.body;
  }

  async function sendCode(
    phone: E164 | undefined,
    purpose: Purpose,
    callOptions: CallOptions,
    wanted: Channel = channel,
  ): Promise<Challenge> {
    if (!phone || !purposes.includes(purpose)) {
      throw new PhoneError('unsupported', {
        detail: `Supabase serves ${purposes.join(', ')} for a number from the page, not ${purpose}.`,
      });
    }
    if (purpose === 'bind-new-identifier') await changePhone(phone, wanted, callOptions);
    else {
      const body = {
        phone,
        data,
        create_user: purpose === 'register' || createUser,
        gotrue_meta_security: { captcha_token: callOptions.captcha },
        channel: wanted,
      };
      await call('POST', '/otp', body, callOptions);
    }
    const now = callOptions.nowMs();
    return {
      phone,
      purpose,
      codeLength,
      expiresAtMs: now + expiresIn * 1000,
      resendAtMs: now + resendIn * 1000,
      attemptsLeft: undefined,
      maskedPhone: undefined,
      channel: wanted,
      channels,
      state: stateMark,
    };
  }

  async function changePhone(phone: E164, channel: Channel, callOptions: CallOptions): Promise<void> {
    if (!accessToken) {
      throw new PhoneError('misconfigured', {
        detail:
          'To change a number Supabase must know whose it is: set backendOptions.accessToken to a function that ' +
          'answers (await supabase.auth.getSession()).data.session.access_token.',
      });
    }
    const token = await (async () => accessToken())().catch((cause: unknown) => {
      throw new PhoneError('unauthenticated', { cause });
    });
    if (!token) throw new PhoneError('unauthenticated');
    const user = await call('PUT', '/user', { phone, channel }, callOptions, token);
    // Nothing is pending, so no message was sent: the account has this number already.
    const { new_phone: pending, phone: own } = (user ?? {}) as Record<string, unknown>;
    if (!pending && own === phone.slice(1)) throw new PhoneError('account_exists');
  }

  return {
    capabilities: { purposes, knowsPhone: false, firstFactors: ['code', 'password'], channels },

    requestCode: ({ phone, purpose, channel }, callOptions) => sendCode(phone, purpose, callOptions, channel),

    // Not `/resend`: that answers 200 and sends nothing where the number is confirmed.
    resendCode: async (challenge, callOptions) =>
      sendCode(phoneOf(challenge), challenge.purpose, callOptions, challenge.channel),

    async verifyCode(challenge, code, callOptions) {
      const type = challenge.purpose === 'bind-new-identifier' ? 'phone_change' : 'sms';
      const body = { type, phone: phoneOf(challenge), token: code };
      return parseSession(await call('POST', '/verify', body, callOptions), callOptions);
    },

    async signInWithPassword({ phone, password }, callOptions) {
      const body = { phone, password, gotrue_meta_security: { captcha_token: callOptions.captcha } };
      return parseSession(await call('POST', '/token?grant_type=password', body, callOptions), callOptions);
    },
  };
}

function missing(name: string, example: string): PhoneError {
  return new PhoneError('misconfigured', {
    detail: `No ${name} is set. Write <phone-sign-in backend="supabase" ${example}>.`,
  });
}

function phoneOf({ phone, state }: Challenge): E164 {
  // What a reload brought back may be another adapter's, or the page's own.
  if (!phone || state !== stateMark) throw new PhoneError('challenge_gone');
  return phone;
}

function parseSession(answer: unknown, { nowMs }: CallOptions): Outcome {
  const claims = (answer ?? {}) as Record<string, unknown>;
  const { access_token: token, expires_in: seconds } = claims;
  if (typeof token !== 'string' || !token)
    throw new PhoneError('bad_response', { detail: 'A right code was answered without a session.' });
  return {
    kind: 'session',
    token,
    ...(typeof seconds === 'number' && { expiresAtMs: nowMs() + seconds * 1000 }),
    claims,
  };
}

function failureOf(
  answer: Answer,
  url: string,
  { captcha }: CallOptions,
  coolDownSeconds: number,
): PhoneError {
  const { status, headers } = answer;
  const { code: modern, error_code: older, ...more } = (answer.body ?? {}) as Record<string, unknown>;
  const message = String(more['message'] ?? more['msg']);
  const said = typeof modern === 'string' ? modern : String(older);
  const known = Object.hasOwn(errorTable, said) ? errorTable[said] : undefined;
  if (!known && (status === 404 || status === 405)) return unexpectedAnswer(answer, url, 'JSON');
  const code = known ?? (status === 401 ? 'misconfigured' : errorOfStatus(status));
  if (code === 'captcha_failed' && !captcha) return new PhoneError('captcha_required');
  // "… after 52 seconds", rounded down, and nowhere else.
  const prose = /after (\d+) seconds?/.exec(message)?.[1];
  const seconds = prose === undefined ? (retryAfterOf(headers) ?? coolDownSeconds) : Number(prose) + 1;
  return new PhoneError(code, {
    retryAfter: code === 'rate_limited' ? seconds : undefined,
    detail:
      code === 'misconfigured' || code === 'bad_response'
        ? `${url} refused: ${message}. Is the anonKey that of this project, and is sign-in by phone on?`
        : undefined,
  });
}
