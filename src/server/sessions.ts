/** What a right code ends in: sessions (a cookie or a bearer token) and proofs, both signed (JWT, HS256). */
import { jsonAnswer, type Answer } from './answer.js';
import { parse, serialize } from 'hono/utils/cookie';
import { CompactSign, jwtVerify } from 'jose';
import { isE164, isPurpose, type E164, type OutcomeBody, type Purpose } from '../protocol.js';
import { randomId, type Keys } from './keys.js';
import type { Claims } from './options.js';
import { isPlainLoopback, isSameSite } from './origin.js';
import { Problem } from './problem.js';
import type { Store } from './stores/store.js';

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

const encoder = new TextEncoder();

export const proofLifetimeSeconds = 600;

const hostCookie = '__Host-phone-session';

const sessionPurposes: readonly Purpose[] = ['sign-in', 'register'];

export interface SessionsOptions {
  keys: Keys;
  store: Store;
  lifetimeSeconds: number;
  publicUrl: string | undefined;
  nowMs: () => number;
}

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions({ keys, store, lifetimeSeconds, publicUrl, nowMs }: SessionsOptions) {
  type Use = 'session' | 'proof';

  async function sign(use: Use, phone: E164, purpose: Purpose, claims: Claims): Promise<string> {
    const issuedAt = Math.floor(nowMs() / 1000);
    const lifetime = use === 'session' ? lifetimeSeconds : proofLifetimeSeconds;
    const payload = { phone, purpose, claims, jti: randomId(), iat: issuedAt, exp: issuedAt + lifetime };
    return new CompactSign(encoder.encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'HS256' })
      .sign((await keys.signing(use))[0]);
  }

  async function read(use: Use, token: string): Promise<Session | undefined> {
    const verified = (await keys.signing(use)).map(key =>
      jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date(nowMs()) }),
    );
    const payload = await Promise.any(verified).then(
      ({ payload }) => payload,
      () => undefined,
    );
    const { jti, phone, purpose, claims, exp } = payload ?? {};
    if (jti === undefined || exp === undefined || !isE164(phone) || !isPurpose(purpose)) return undefined;
    return { id: jti, phone, purpose, claims: claims as Claims, expiresAtMs: exp * 1000 };
  }

  async function verifySession(request: Request): Promise<Session | undefined> {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const name = cookieName(request);
    const token = bearer ?? parse(request.headers.get('cookie') ?? '', name)[name];
    const session = token ? await read('session', token) : undefined;
    if (!session) return undefined;
    for (const id of await keys.macs('session-id', session.id)) {
      if (await store.isRevoked(id, nowMs())) return undefined;
    }
    return session;
  }

  /** The answer to a right code. */
  async function conclude(request: Request, phone: E164, purpose: Purpose, claims: Claims): Promise<Answer> {
    const use: Use = sessionPurposes.includes(purpose) ? 'session' : 'proof';
    const token = await sign(use, phone, purpose, claims);
    const isCookie = use === 'session' && isSameSite(request, publicUrl);
    const body: OutcomeBody = {
      result: use,
      ...(!isCookie && { token }),
      expiresIn: use === 'session' ? lifetimeSeconds : proofLifetimeSeconds,
      claims: { ...claims, phone },
    };
    return jsonAnswer(body, 200, isCookie ? [['set-cookie', cookie(request, token, lifetimeSeconds)]] : []);
  }

  /** For the page: who is signed in. */
  async function describe(request: Request): Promise<Answer> {
    const session = await verifySession(request);
    if (!session) throw new Problem('unauthenticated');
    const body: OutcomeBody = {
      result: 'session',
      expiresIn: Math.floor((session.expiresAtMs - nowMs()) / 1000),
      claims: { ...session.claims, phone: session.phone },
    };
    return jsonAnswer(body);
  }

  async function verifyProof(token: string, purpose: Purpose): Promise<Proof | undefined> {
    const proof = await read('proof', token);
    return proof?.purpose === purpose ? proof : undefined;
  }

  async function signOut(request: Request): Promise<Answer> {
    const session = await verifySession(request);
    if (session) {
      const id = await keys.mac('session-id', session.id);
      await store.revoke(id, lifetimeSeconds * 1000, nowMs());
    }
    return { status: 204, headers: [['set-cookie', cookie(request, '', 0)]], body: '' };
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

  return { verifySession, describe, conclude, verifyProof, signOut };
}
