/** A stand-in for Supabase Auth: the phone part of GoTrue, as its source and its official client's wire say. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, startLoopback, type Loopback } from './loopback.js';

export const anonKey = 'anon.key.of-the-project';

interface User {
  id: string;
  phone: string;
  banned: boolean;
  user_metadata: unknown;
  password?: string;
}

interface Sent {
  code: string;
  sentAtMs: number;
  /** Whose number changes; a sign-in without it. */
  user?: User;
}

export interface SupabaseServer extends Loopback {
  codes: string[];
  users: User[];
  bodies: { path: string; body: Record<string, unknown> }[];
  settings: {
    codeLength: number;
    signUp: boolean;
    phoneProvider: boolean;
    smsFails: boolean;
    /** The captcha token that counts; nobody is asked for one without it. */
    captcha: string | undefined;
  };
  accessToken: (user: User) => string;
}

class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}

const versionHeader = 'x-supabase-api-version';
const lifetimeMs = 60_000;
const coolDownMs = 60_000;

export async function startSupabase(clock: { nowMs: number }): Promise<SupabaseServer> {
  const codes: string[] = [];
  const users: User[] = [];
  const bodies: SupabaseServer['bodies'] = [];
  const sent = new Map<string, Sent>();
  const tokens = new Map<string, User>();
  const settings: SupabaseServer['settings'] = {
    codeLength: 6,
    signUp: true,
    phoneProvider: true,
    smsFails: false,
    captcha: undefined,
  };
  let count = 0;

  function text(key: string, user?: User): void {
    const last = sent.get(key);
    const restMs = last ? last.sentAtMs + coolDownMs - clock.nowMs : 0;
    if (restMs > 0) {
      const seconds = Math.floor(restMs / 1000);
      throw new Refused(
        429,
        'over_sms_send_rate_limit',
        `For security purposes, you can only request this after ${seconds} seconds.`,
      );
    }
    if (settings.smsFails) throw new Refused(422, 'sms_send_failed', 'Error sending sms OTP to provider: no');
    const code = String((++count * 135_791) % 1_000_000).padStart(settings.codeLength, '7');
    codes.push(code);
    sent.set(key, { code, sentAtMs: clock.nowMs, ...(user && { user }) });
  }

  function session(user: User) {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sub: user.id, exp: Math.floor(clock.nowMs / 1000) + 3600, jti: ++count };
    const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
    tokens.set(token, user);
    return {
      access_token: token,
      token_type: 'bearer',
      expires_in: 3600,
      expires_at: Math.floor(clock.nowMs / 1000) + 3600,
      refresh_token: `refresh-${count}`,
      user: { id: user.id, phone: user.phone, user_metadata: user.user_metadata },
    };
  }

  function otp(body: Record<string, unknown>) {
    checkCaptcha(body);
    if (!settings.phoneProvider)
      throw new Refused(400, 'phone_provider_disabled', 'Unsupported phone provider');
    const phone = phoneOf(body);
    const known = users.some(user => user.phone === phone);
    if (!known && body['create_user'] === false)
      throw new Refused(422, 'otp_disabled', 'Signups not allowed for otp');
    if (!known && !settings.signUp)
      throw new Refused(422, 'signup_disabled', 'Signups not allowed for this instance');
    text(`sms ${phone}`);
    if (!known) users.push({ id: `user-${phone}`, phone, banned: false, user_metadata: body['data'] });
    return body['channel'] === 'sms' && known ? { message_id: 'SM1' } : {};
  }

  function checkCaptcha(body: Record<string, unknown>): void {
    const { captcha_token: token } = (body['gotrue_meta_security'] ?? {}) as Record<string, unknown>;
    if (settings.captcha !== undefined && token !== settings.captcha)
      throw new Refused(400, 'captcha_failed', 'captcha protection: request disallowed');
  }

  function verify(body: Record<string, unknown>) {
    const phone = phoneOf(body);
    const key = `${String(body['type'])} ${phone}`;
    const found = sent.get(key);
    const user = found?.user ?? users.find(user => user.phone === phone);
    const isLive = found && clock.nowMs <= found.sentAtMs + lifetimeMs;
    if (user?.banned) throw new Refused(403, 'user_banned', 'User is banned');
    if (!found || !user || !isLive || found.code !== body['token'])
      throw new Refused(403, 'otp_expired', 'Token has expired or is invalid');
    sent.delete(key);
    user.phone = phone;
    return session(user);
  }

  function passwordGrant(body: Record<string, unknown>) {
    checkCaptcha(body);
    const user = users.find(user => user.phone === phoneOf(body));
    if (!user?.password || user.password !== body['password'])
      throw new Refused(400, 'invalid_credentials', 'Invalid login credentials');
    if (user.banned) throw new Refused(400, 'user_banned', 'User is banned');
    return session(user);
  }

  function changeUser(body: Record<string, unknown>, user: User | undefined) {
    if (!user) throw new Refused(403, 'bad_jwt', 'invalid JWT: unable to parse or verify signature');
    const phone = phoneOf(body);
    const common = { id: user.id, phone: user.phone };
    if (phone === user.phone) return common;
    if (users.some(other => other.phone === phone))
      throw new Refused(422, 'phone_exists', 'A user with this phone number has already been registered');
    text(`phone_change ${phone}`, user);
    return { ...common, new_phone: phone };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '', headers } = request;
    const version = headers[versionHeader] === '2024-01-01' ? '2024-01-01' : undefined;
    const respond = (status: number, body: unknown) =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          ...(version && { [versionHeader]: version }),
        })
        .end(JSON.stringify(body));
    const body = JSON.parse((await readBody(request)) || '{}') as Record<string, unknown>;
    bodies.push({ path: `${method} ${url}`, body });
    // The gateway in front of it.
    if (headers['apikey'] !== anonKey) return void respond(401, { message: 'Invalid API key' });
    try {
      const bearer = headers.authorization?.replace('Bearer ', '') ?? '';
      switch (`${method} ${url}`) {
        case 'POST /auth/v1/otp':
          return void respond(200, otp(body));
        case 'POST /auth/v1/token?grant_type=password':
          return void respond(200, passwordGrant(body));
        case 'POST /auth/v1/verify':
          return void respond(200, verify(body));
        case 'GET /auth/v1/user':
          return void respond(200, tokens.get(bearer));
        case 'PUT /auth/v1/user':
          return void respond(200, changeUser(body, tokens.get(bearer)));
        default:
          return void respond(404, { message: 'no Route matched with those values' });
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code, message } = error;
      respond(status, version ? { code, message } : { code: status, error_code: code, msg: message });
    }
  }

  const server = await startLoopback((request, response) => void answer(request, response));
  return {
    ...server,
    codes,
    users,
    bodies,
    settings,
    accessToken: user => session(user).access_token,
  };
}

function phoneOf({ phone }: Record<string, unknown>): string {
  const digits = String(phone).replace(/^\+/, '');
  if (/^[1-9]\d{6,14}$/.test(digits)) return digits;
  throw new Refused(400, 'validation_failed', 'Invalid phone number format (E.164 required)');
}
