/** Tokens for back ends that are not ours: what they are told of one, and what they can check by themselves. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PhoneServerOptions } from '../../../src/server/index.js';
import { toNodeListener } from '../../../src/server/node.js';
import { phone, secret, setUp, site, type CallInit } from './helpers.js';

const introspectionSecret = 'b4ckEndsKnowThis:0f32RandomCharacters';
const friend = 'https://friend.example';
const crossSite = { origin: friend, 'sec-fetch-site': 'cross-site' };

const newKey = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

function start(options: Partial<PhoneServerOptions> = {}) {
  const test = setUp({ introspectionSecret, origins: [friend], ...options });
  /** A session across sites, or a proof: both are a token in the answer. */
  const tokenFor = async (purpose = 'sign-in') => {
    const init: CallInit = { headers: crossSite };
    const { id } = (await test.create({ ...init, body: { phone, purpose } })).body;
    return (await test.verify(id, test.code(), init)).body.token ?? '';
  };
  const ask = async (token: string | undefined, authorization = `Bearer ${introspectionSecret}`) => {
    const request = new Request(`${site}/api/phone/introspect`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams(token === undefined ? {} : { token }),
    });
    const response = await test.server.fetch(request, { address: '192.0.2.9' });
    return { status: response.status, headers: response.headers, body: (await response.json()) as object };
  };
  const jwks = async () => (await test.call('GET', '/jwks.json')).body as unknown as JSONWebKeySet;
  return { ...test, tokenFor, ask, jwks };
}

const headerOf = (token: string) => JSON.parse(atob(token.split('.')[0] ?? '')) as Record<string, string>;
const bearer = (token: string) => new Request(site, { headers: { authorization: `Bearer ${token}` } });

describe('introspection', () => {
  it('tells what a session says, until it is signed out or over', async () => {
    const { tokenFor, ask, server, clock } = start({ onVerified: () => ({ sub: 'user-7', role: 'a' }) });
    const [token, other] = [await tokenFor(), await tokenFor('register')];
    const issued = clock.nowMs / 1000;
    expect((await ask(token)).body).toEqual({
      active: true,
      token_use: 'session',
      sub: 'user-7',
      phone,
      purpose: 'sign-in',
      claims: { sub: 'user-7', role: 'a' },
      jti: expect.stringMatching(/^[\w-]{22}$/) as string,
      iat: issued,
      exp: issued + 30 * 24 * 3600,
      auth_time: issued,
    });
    await server.signOut(bearer(token));
    expect((await ask(token)).body).toEqual({ active: false });
    expect((await ask(other)).body).toMatchObject({ active: true, purpose: 'register' });
    clock.nowMs += 30 * 24 * 3_600_000;
    expect((await ask(other)).body).toEqual({ active: false });
  });

  it('tells a proof from a session, and knows who it is about by the number', async () => {
    const { tokenFor, ask } = start();
    const proof = await tokenFor('forgot-password');
    expect((await ask(proof)).body).toMatchObject({
      active: true,
      token_use: 'proof',
      purpose: 'forgot-password',
      sub: phone,
    });
  });

  it.each(['rubbish', 'a.b.c'])('tells of %s that it is none', async token => {
    expect(await start().ask(token)).toMatchObject({ status: 200, body: { active: false } });
  });

  it('is told the secret as Bearer or as a password, and answers nobody else', async () => {
    const { tokenFor, ask } = start();
    const token = await tokenFor();
    const basic = (password: string) => `Basic ${btoa(`shop:${password}`)}`;
    expect((await ask(token, basic(introspectionSecret))).body).toMatchObject({ active: true });
    for (const wrong of [
      `Bearer ${introspectionSecret}x`,
      basic('x'),
      'Basic %',
      'Bearer',
      `Digest ${introspectionSecret}`,
    ]) {
      const { status, headers, body } = await ask(token, wrong);
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(JSON.stringify(body)).not.toContain(phone);
    }
  });

  it('lets no address guess the secret without end, and whoever knows it ask as often as they like', async () => {
    const { ask } = start({ limits: { requests: { count: 3, seconds: 60 } } });
    const said = [];
    for (let i = 0; i < 5; i++) said.push((await ask('rubbish', 'Bearer wrong')).status);
    expect(said).toEqual([401, 401, 401, 429, 429]);
    expect((await ask('rubbish')).status).toBe(200);
  });

  it('wants a form with a token', async () => {
    expect(await start().ask(undefined)).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
  });

  it('is not there where no secret was set, and takes no weak one', async () => {
    const { call } = setUp();
    expect((await call('POST', '/introspect', { body: {} })).status).toBe(404);
    expect(() => setUp({ introspectionSecret: 'short' })).toThrow(
      /"introspectionSecret" must have at least 32/,
    );
  });

  const noPython = (() => {
    try {
      execFileSync('python3', ['--version']);
      return false;
    } catch {
      return true;
    }
  })();
  it.skipIf(noPython)('is read from Python as the guide says', async () => {
    const guide = readFileSync('docs/server.md', 'utf8');
    const code = /```python\n([^]*?)```/.exec(guide)?.[1] ?? '';
    const { tokenFor, server } = start({ onVerified: () => ({ sub: 'user-7' }) });
    const http = createServer(toNodeListener(server)).listen(0, '127.0.0.1');
    onTestFinished(() => void http.close());
    await once(http, 'listening');
    const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/phone`;
    const use = `${code}
import sys
good = introspect(sys.argv[1], sys.argv[2], sys.argv[3])
none = introspect(sys.argv[1], sys.argv[2], "rubbish")
print(json.dumps([good["active"], good["sub"], good["phone"], none]))`;
    const python = spawn('python3', ['-c', use, base, introspectionSecret, await tokenFor()]);
    let said = '';
    python.stdout.on('data', chunk => (said += String(chunk)));
    python.stderr.on('data', chunk => (said += String(chunk)));
    await once(python, 'close');
    expect(JSON.parse(said)).toEqual([true, 'user-7', phone, { active: false }]);
  });
});

describe('signing keys', () => {
  it('sign what anyone can check with the public halves, which are all that is shown', async () => {
    const { tokenFor, jwks, clock } = start({ signingKeys: [newKey(), newKey()] });
    const shown = await jwks();
    expect(shown.keys).toHaveLength(2);
    for (const key of shown.keys) {
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    }
    const token = await tokenFor();
    const checked = await jwtVerify(token, createLocalJWKSet(shown), {
      algorithms: ['ES256'],
      typ: 'phone-session+jwt',
      currentDate: new Date(clock.nowMs),
    });
    expect(checked.payload).toMatchObject({ phone, purpose: 'sign-in' });
    expect(headerOf(token)).toMatchObject({ alg: 'ES256', kid: shown.keys[0]?.kid });
    expect(headerOf(await tokenFor('mfa-verification')).typ).toBe('phone-proof+jwt');
  });

  it('make no proof a session', async () => {
    const { tokenFor, server } = start({ signingKeys: [newKey()] });
    const [session, proof] = [await tokenFor(), await tokenFor('mfa-verification')];
    expect((await server.verifySession(bearer(session)))?.phone).toBe(phone);
    expect(await server.verifySession(bearer(proof))).toBeUndefined();
    expect((await server.verifyProof(proof, 'mfa-verification'))?.phone).toBe(phone);
    expect(await server.verifyProof(session, 'sign-in')).toBeUndefined();
  });

  it('leave what the secret signed before as it is, and are replaced one after the other', async () => {
    const [first, second] = [newKey(), newKey()];
    const servers = [[], [first], [second, first], [second]].map(signingKeys =>
      start(signingKeys.length > 0 ? { signingKeys } : {}),
    );
    const tokens = [];
    for (const each of servers) tokens.push(await each.tokenFor());
    const taken = [];
    for (const { server } of servers)
      taken.push(
        await Promise.all(
          tokens.map(async token => (await server.verifySession(bearer(token))) !== undefined),
        ),
      );
    expect(taken).toEqual([
      [true, false, false, false],
      [true, true, false, false],
      [true, true, true, true],
      [true, false, true, true],
    ]);
  });

  it('are refused where they are none, and a server whose key cannot be read is not ready', async () => {
    expect(() => setUp({ signingKeys: ['secret'] })).toThrow(/"signingKeys.0" must be a private key as PEM/);
    const rsa = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    expect((await setUp({ signingKeys: [rsa] }).call('GET', '/ready')).status).toBe(503);
  });

  it('are not shown where there are none', async () => {
    expect((await setUp().call('GET', '/jwks.json')).status).toBe(404);
  });
});

describe('two services with one secret', () => {
  it.each<[string, Partial<PhoneServerOptions>, Partial<PhoneServerOptions>]>([
    ['audience', { audience: 'shop' }, { audience: 'bank' }],
    ['issuer', { issuer: 'https://shop.example' }, { issuer: 'https://bank.example' }],
    ['audience where the other has none', {}, { audience: 'bank' }],
  ])('do not take each other by their %s', async (_what, ours, theirs) => {
    const [shop, bank] = [start({ secret, ...ours }), start({ secret, ...theirs })];
    const [session, proof] = [await shop.tokenFor(), await shop.tokenFor('forgot-password')];
    expect((await shop.server.verifySession(bearer(session)))?.phone).toBe(phone);
    expect(await bank.server.verifySession(bearer(session))).toBeUndefined();
    expect(await bank.server.verifyProof(proof, 'forgot-password')).toBeUndefined();
    expect((await bank.ask(session)).body).toEqual({ active: false });
    expect((await shop.ask(session)).body).toMatchObject({
      active: true,
      ...(ours.issuer !== undefined && { iss: ours.issuer }),
      ...(ours.audience !== undefined && { aud: ours.audience }),
    });
  });
});
