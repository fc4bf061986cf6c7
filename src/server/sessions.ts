/** What a right code ends in: sessions (a cookie or a bearer token) and proofs, both signed (tokens.ts). */
import { jsonAnswer, type Answer } from './answer.js';
import { parse, serialize } from 'hono/utils/cookie';
import type { JWTPayload } from 'jose';
import { isE164, isPurpose, type E164, type OutcomeBody, type Purpose } from '../protocol.js';
import { randomId, type Keys } from './keys.js';
import type { Claims } from './options.js';
import { isPlainLoopback, isSameSite } from './origin.js';
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
  publicUrl: string | undefined;
  nowMs: () => number;
}

export type Sessions = ReturnType<typeof createSessions>;

/** What a token says. */
export interface TokenPayload extends Required<Pick<JWTPayload, 'jti' | 'iat' | 'exp'>> {
  iss?: string;
  aud?: string;
  phone: E164;
  purpose: Purpose;
  claims: Claims;
}

export function createSessions({ keys, store, tokens, lifetimeSeconds, publicUrl, nowMs }: SessionsOptions) {
  function sign(use: TokenUse, phone: E164, purpose: Purpose, claims: Claims): Promise<string> {
    const issuedAt = Math.floor(nowMs() / 1000);
    const lifetime = use === 'session' ? lifetimeSeconds : proofLifetimeSeconds;
    const times = { jti: randomId(), iat: issuedAt, exp: issuedAt + lifetime };
    return tokens.sign(use, { phone, purpose, claims, ...times });
  }

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
    for (const id of await keys.macs('session-id', payload.jti)) {
      if (await store.isRevoked(id, nowMs())) return undefined;
    }
    return payload;
  }

  async function verifySession(request: Request): Promise<Session | undefined> {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    const name = cookieName(request);
    const token = bearer ?? parse(request.headers.get('cookie') ?? '', name)[name];
    const payload = token ? await readActive('session', token) : undefined;
    return payload && sessionOf(payload);
  }

  /** The answer to a right code. */
  async function conclude(request: Request, phone: E164, purpose: Purpose, claims: Claims): Promise<Answer> {
    const use: TokenUse = sessionPurposes.includes(purpose) ? 'session' : 'proof';
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
    return proof?.purpose === purpose ? sessionOf(proof) : undefined;
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

  return { verifySession, describe, conclude, verifyProof, signOut, readActive };
}

function sessionOf({ jti, phone, purpose, claims, exp }: TokenPayload): Session {
  return { id: jti, phone, purpose, claims, expiresAtMs: exp * 1000 };
}
