/**
 * What sessions and proofs are written as: JWTs, signed under a key from the secret (HS256), or under keys of the host's
 * whose public halves anyone may read (ES256), so that another service can check a token without asking.
 */
import {
  calculateJwkThumbprint,
  CompactSign,
  exportJWK,
  importJWK,
  importPKCS8,
  jwtVerify,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { Keys } from './keys.js';

export type TokenUse = 'session' | 'proof';

/** One pair of keys signs both: what a token is for stands in its header. */
const types = { session: 'phone-session+jwt', proof: 'phone-proof+jwt' } as const;

export interface TokensOptions {
  keys: Keys;
  /** PKCS#8 PEM of P-256, the one that signs first. */
  signingKeys: readonly string[];
  issuer: string | undefined;
  audience: string | undefined;
  nowMs: () => number;
}

interface Pair {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  /** As anyone may read it. */
  jwk: JWK & { kid: string };
}

export type Tokens = ReturnType<typeof createTokens>;

const encoder = new TextEncoder();

export function createTokens({ keys, signingKeys, issuer, audience, nowMs }: TokensOptions) {
  let read: Promise<Pair[]> | undefined;
  const pairs = () => (read ??= Promise.all(signingKeys.map(readPair)));

  return {
    async sign(use: TokenUse, claims: JWTPayload): Promise<string> {
      const named = { ...claims, ...(issuer && { iss: issuer }), ...(audience && { aud: audience }) };
      const token = new CompactSign(encoder.encode(JSON.stringify(named)));
      const [pair] = await pairs();
      if (!pair) return token.setProtectedHeader({ alg: 'HS256' }).sign((await keys.signing(use))[0]);
      const header = { alg: 'ES256', kid: pair.jwk.kid, typ: types[use] };
      return token.setProtectedHeader(header).sign(pair.privateKey);
    },

    /** `undefined` for what was not signed here, is over, is for another use, or for another service. */
    async verify(use: TokenUse, token: string): Promise<JWTPayload | undefined> {
      const expected = {
        currentDate: new Date(nowMs()),
        ...(issuer !== undefined && { issuer }),
        ...(audience !== undefined && { audience }),
      };
      const tries = [
        ...(await keys.signing(use)).map(key =>
          jwtVerify(token, key, { ...expected, algorithms: ['HS256'] }),
        ),
        ...(await pairs()).map(({ publicKey }) =>
          jwtVerify(token, publicKey, { ...expected, algorithms: ['ES256'], typ: types[use] }),
        ),
      ];
      return Promise.any(tries).then(
        ({ payload }) => payload,
        () => undefined,
      );
    },

    /** As a JWK Set; rejects where a key cannot be read. */
    publicKeys: async () => ({ keys: (await pairs()).map(({ jwk }) => jwk) }),
  };
}

async function readPair(pem: string): Promise<Pair> {
  const privateKey = await importPKCS8(pem, 'ES256', { extractable: true });
  const { kty, crv = '', x = '', y = '' } = await exportJWK(privateKey);
  const shared = { kty: kty ?? '', crv, x, y };
  const publicKey = (await importJWK(shared, 'ES256')) as CryptoKey;
  const kid = await calculateJwkThumbprint(shared);
  return { privateKey, publicKey, jwk: { ...shared, kid, alg: 'ES256', use: 'sig' } };
}
