/** What a right code ends in: sessions (a cookie or a bearer token) and proofs, both signed (tokens.ts). */
import { jsonAnswer, type Answer } from './answer.js';
import { parse, serialize } from 'hono/utils/cookie';
import type { JWTPayload } from 'jose';
import { isE164, isPurpose, type E164, type OutcomeBody, type Purpose } from '../protocol.js';
import { randomId, type Keys } from './keys.js';
import type { Note } from './caller.js';
import type { Claims } from './options.js';
import { maskPhone } from './mask.js';
import { dropsSecureCookies, isPlainLoopback, isSameSite } from './origin.js';
import { Problem } from './problem.js';
import type { Store } from './stores/store.js';
import type { Tokens, TokenUse } from './tokens.js';

export interface Session {
  /** Unique to this sign-in. */
  id: string;
  phone: E164;
  purpose: Purpose;
  /** What `onVerified` answered. */
  claims: Claims;
  expiresAtMs: number;
}

/** That a number was verified for a purpose, within the last ten minutes. Not tracked: for single use keep its `id`. */
export type Proof = Session;

export const proofLifetimeSeconds = 600;

const hostCookie = '__Host-phone-session';

const sessionPurposes: readonly Purpose[] = ['sign-in', 'register'];

export interface SessionsOptions {
  keys: Keys;
  store: Store;
  tokens: Tokens;
  lifetimeSeconds: number;
  /** From the sign-in; without it no session is renewed. */
  maxLifetimeSeconds: number | undefined;
  publicUrl: string | undefined;
  nowMs: () => number;
}

export type Sessions = ReturnType<typeof createSessions>;

/** What a token says. */
export interface TokenPayload extends Required<Pick<JWTPayload, 'jti' | 'iat' | 'exp'>> {
  iss?: string;
  aud?: string;
  /** Epoch milliseconds of the sign-in, which a renewal leaves as it was. */
  at?: number;
  phone: E164;
  purpose: Purpose;
  claims: Claims;
}

export function createSessions({ keys, store, tokens, ...options }: SessionsOptions) {
  const { lifetimeSeconds, maxLifetimeSeconds, publicUrl, nowMs } = options;
  const nowSeconds = () => Math.floor(nowMs() / 1000);

  async function read(use: TokenUse, token: string): Promise<TokenPayload | undefined> {
    const payload = await tokens.verify(use, token);
    const { jti, iat, exp, phone, purpose } = payload ?? {};
    if (jti === undefined || iat === undefined || exp === undefined) return undefined;
    return isE164(phone) && isPurpose(purpose) ? (payload as unknown as TokenPayload) : undefined;
  }

  /** What was read and has not been signed out. */
  async function readActive(use: TokenUse, token: string): Promise<TokenPayload | undefined> {
    const payload = await read(use, token);
    if (!payload || use === 'proof') return payload;
    const { jti, phone, iat, at = iat * 1000 } = payload;
    const own = await keys.macs('session-id', jti);
    const all = await keys.macs('all-sessions', phone);
    const revokedAtMs = await store.revokedAt([...own, ...all], nowMs());
    const isRevoked = revokedAtMs.some((ms, index) => ms !== undefined && (index < own.length || at <= ms));
    return isRevoked ? undefined : payload;
  }

  const bearerOf = (request: Request) =>
    /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];

  async function readRequest(request: Request): Promise<TokenPayload | undefined> {
    const name = cookieName(request);
    const token = bearerOf(request) ?? parse(request.headers.get('cookie') ?? '', name)[name];
    return token ? readActive('session', token) : undefined;
  }

  async function verifySession(request: Request): Promise<Session | undefined> {
    const payload = await readRequest(request);
    return payload && sessionOf(payload);
  }

  /** In the second half of its time; `undefined` where it would not last longer. Keeps its id, so that one sign-out ends all. */
  async function renew(payload: TokenPayload): Promise<{ token: string; exp: number } | undefined> {
    const { iat, at = iat * 1000 } = payload;
    if (maxLifetimeSeconds === undefined || nowSeconds() < (iat + payload.exp) / 2) return undefined;
    const exp = Math.min(nowSeconds() + lifetimeSeconds, Math.floor(at / 1000) + maxLifetimeSeconds);
    if (exp <= payload.exp) return undefined;
    return { token: await tokens.sign('session', { ...payload, at, iat: nowSeconds(), exp }), exp };
  }

  /** Before anything is sent: throws where the page would be told of a session, and its browser would keep none. */
  function checkKept(request: Request, purpose: Purpose): void {
    if (!sessionPurposes.includes(purpose) || !isSameSite(request, publicUrl) || !dropsSecureCookies(request))
      return;
    throw new Problem('origin_denied', {
      detail: `${request.headers.get('origin')} is on plain http: browsers keep no session from there. Serve the page by https, or try it on localhost.`,
    });
  }

  /** The answer to a right code. */
  async function conclude(
    { request, note }: { request: Request; note: Note },
    { phone, purpose, claims }: { phone: E164; purpose: Purpose; claims: Claims },
  ): Promise<Answer> {
    const use: TokenUse = sessionPurposes.includes(purpose) ? 'session' : 'proof';
    const lifetime = use === 'session' ? lifetimeSeconds : proofLifetimeSeconds;
    const [jti, iat] = [randomId(), nowSeconds()];
    // Later than what signed out all sessions of the number just before, as `onVerified` may.
    const at = Math.max(nowMs(), ...(use === 'session' ? await lastSignOut(phone) : []));
    const token = await tokens.sign(use, { phone, purpose, claims, jti, at, iat, exp: iat + lifetime });
    if (use === 'session') note.session = await keys.mac('session-id', jti);
    note.audit = true;
    const isCookie = use === 'session' && isSameSite(request, publicUrl);
    const body: OutcomeBody = {
      result: use,
      ...(!isCookie && { token }),
      expiresIn: lifetime,
      claims: { ...claims, phone },
    };
    return jsonAnswer(body, 200, isCookie ? [['set-cookie', cookie(request, token, lifetimeSeconds)]] : []);
  }

  async function lastSignOut(phone: E164): Promise<number[]> {
    const names = await keys.macs('all-sessions', phone);
    // A right code is not lost for it.
    const times = await store.revokedAt(names, nowMs()).catch(() => []);
    return times.flatMap(ms => (ms === undefined ? [] : ms + 1));
  }

  /** For the page: who is signed in. In the way in which the session came it goes back, where it is renewed. */
  async function describe(request: Request): Promise<Answer> {
    const payload = await readRequest(request);
    if (!payload) throw new Problem('unauthenticated');
    const renewed = await renew(payload);
    const expiresIn = Math.floor((renewed ?? payload).exp - nowMs() / 1000);
    const isBearer = bearerOf(request) !== undefined;
    const body: OutcomeBody = {
      result: 'session',
      ...(renewed && isBearer && { token: renewed.token }),
      expiresIn,
      claims: { ...payload.claims, phone: payload.phone },
    };
    const cookies: Answer['headers'] =
      renewed && !isBearer ? [['set-cookie', cookie(request, renewed.token, expiresIn)]] : [];
    return jsonAnswer(body, 200, cookies);
  }

  async function verifyProof(token: string, purpose: Purpose): Promise<Proof | undefined> {
    const proof = await read('proof', token);
    return proof?.purpose === purpose ? sessionOf(proof) : undefined;
  }

  async function signOut(request: Request, note: Note = {}): Promise<Answer> {
    const session = await verifySession(request);
    if (session) {
      const id = await keys.mac('session-id', session.id);
      await store.revoke(id, lifetimeSeconds * 1000, nowMs());
      Object.assign(note, { session: id, phone: maskPhone(session.phone), audit: true });
    }
    return { status: 204, headers: [['set-cookie', cookie(request, '', 0)]], body: '' };
  }

  /** All sessions of a number that began until now. */
  async function signOutAll(phone: E164): Promise<void> {
    await store.revoke(await keys.mac('all-sessions', phone), lifetimeSeconds * 1000, nowMs());
  }

  /**
   * With `__Host-` no other host of the domain can set it, and browsers set and send it as `Secure` alone. Who has one is not
   * on plain http, whatever it looks like from here.
   */
  function cookieName(request: Request): typeof hostCookie | 'phone-session' {
    const hasHostCookie = hostCookie in parse(request.headers.get('cookie') ?? '', hostCookie);
    return !hasHostCookie && isPlainLoopback(request, publicUrl) ? 'phone-session' : hostCookie;
  }

  function cookie(request: Request, value: string, maxAge: number): string {
    const name = cookieName(request);
    return serialize(name, value, {
      path: '/',
      maxAge,
      httpOnly: true,
      secure: name === hostCookie,
      sameSite: 'Lax',
    });
  }

  return { verifySession, describe, checkKept, conclude, verifyProof, signOut, signOutAll, readActive };
}

function sessionOf({ jti, phone, purpose, claims, exp }: TokenPayload): Session {
  return { id: jti, phone, purpose, claims, expiresAtMs: exp * 1000 };
}
