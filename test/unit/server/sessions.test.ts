import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createMemoryStore, type DenyCode } from '../../../src/server/index.js';
import { phone, secret, setUp, site, type CallInit } from './helpers.js';

const friend = 'https://friend.example';
const crossSite = { origin: friend, 'sec-fetch-site': 'cross-site' };

async function signIn(
  { create, verify, code }: ReturnType<typeof setUp>,
  purpose = 'sign-in',
  init: CallInit = {},
) {
  const { id } = (await create({ ...init, body: { phone, purpose } })).body;
  return verify(id, code(), init);
}

const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie')?.split(';')[0] ?? '';
const withHeaders = (headers: Record<string, string>, base = site) => new Request(`${base}/`, { headers });

describe('a session on the same site', () => {
  it('is an HttpOnly cookie, and no token', async () => {
    const test = setUp();
    const { status, headers, body } = await signIn(test);
    expect(status).toBe(200);
    expect(body).toEqual({ result: 'session', expiresIn: 30 * 24 * 3600, claims: { phone } });
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-phone-session=[\w.-]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('goes without Secure on plain http of a loopback host only', async () => {
    for (const base of [
      'http://localhost:5173',
      'http://127.0.0.1:8080',
      'http://[::1]:1',
      'http://a.localhost',
    ]) {
      const test = setUp();
      const cookie = (await signIn(test, 'sign-in', { base })).headers.getSetCookie()[0];
      expect(cookie).toMatch(/^phone-session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
      const session = await test.server.verifySession(withHeaders({ cookie: cookie ?? '' }, base));
      expect(session?.phone).toBe(phone);
    }
    const behindProxy = await signIn(setUp(), 'sign-in', { base: 'http://localhost.example' });
    expect(behindProxy.headers.get('set-cookie')).toContain('Secure');
  });

  it('is refused, before anything is sent, to a page on plain http whose browser would keep none', async () => {
    const base = 'http://192.168.1.5:3000';
    const test = setUp();
    const ask = (purpose: string, origin: string) =>
      test.call('POST', '/challenges', { body: { phone, purpose }, headers: { origin }, base });
    const { status, body } = await ask('sign-in', base);
    expect([status, body.code]).toEqual([403, 'origin_denied']);
    expect(body.detail).toContain('http://192.168.1.5:3000 is on plain http');
    expect(test.messages).toEqual([]);
    // A proof needs no cookie, and a proxy with TLS in front has a page on https.
    expect((await ask('generic', base)).status).toBe(201);
    const { status: behindProxy } = await test.call('POST', '/challenges', {
      body: { phone: '+447700900124', purpose: 'sign-in' },
      headers: { origin: 'https://192.168.1.5:3000' },
      base,
    });
    expect(behindProxy).toBe(201);
  });

  it('is read from the cookie, with its claims, until it expires', async () => {
    const test = setUp({ session: { lifetime: 3600 }, onVerified: () => ({ sub: 'user-7' }) });
    const cookie = cookieOf(await signIn(test));
    expect(await test.server.verifySession(withHeaders({ cookie: `a=b; ${cookie}` }))).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/) as string,
      phone,
      purpose: 'sign-in',
      claims: { sub: 'user-7' },
      expiresAtMs: test.clock.nowMs + 3_600_000,
    });
    test.clock.nowMs += 600_000;
    const { status, body } = await test.call('GET', '/session', { headers: { cookie } });
    expect(status).toBe(200);
    expect(body).toEqual({ result: 'session', expiresIn: 3000, claims: { sub: 'user-7', phone } });
    test.clock.nowMs += 3_600_000;
    expect(await test.server.verifySession(withHeaders({ cookie }))).toBeUndefined();
    expect((await test.call('GET', '/session', { headers: { cookie } })).body).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    });
  });

  it('ends with sign-out, which clears the cookie and revokes what was copied', async () => {
    const test = setUp();
    const cookie = cookieOf(await signIn(test));
    const answer = await test.call('DELETE', '/session', { headers: { cookie } });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-phone-session=; Max-Age=0; Path=\/;/);
    expect(await test.server.verifySession(withHeaders({ cookie }))).toBeUndefined();
    // For as long as the copy would have been good.
    test.clock.nowMs += 30 * 24 * 3_600_000 - 1000;
    expect(await test.server.verifySession(withHeaders({ cookie }))).toBeUndefined();
  });

  it('signs out a host that asks by itself, session or not', async () => {
    const test = setUp();
    const cookie = cookieOf(await signIn(test));
    expect((await test.server.signOut(withHeaders({}))).status).toBe(204);
    expect((await test.server.signOut(withHeaders({ cookie }))).status).toBe(204);
    expect(await test.server.verifySession(withHeaders({ cookie }))).toBeUndefined();
  });
});

describe('a session across sites', () => {
  it('is a token in the body, read as bearer, and ended by sign-out', async () => {
    const test = setUp({ origins: [friend] });
    const { headers, body } = await signIn(test, 'register', { headers: crossSite });
    expect(headers.get('set-cookie')).toBeNull();
    const authorization = `Bearer ${body.token}`;
    expect((await test.server.verifySession(withHeaders({ authorization })))?.purpose).toBe('register');
    await test.call('DELETE', '/session', { headers: { ...crossSite, authorization } });
    expect(await test.server.verifySession(withHeaders({ authorization }))).toBeUndefined();
  });

  it('is read however a bearer may be written, and from nothing that only looks like one', async () => {
    const test = setUp({ origins: [friend] });
    const { body } = await signIn(test, 'sign-in', { headers: crossSite });
    const isIn = async (authorization: string) =>
      (await test.server.verifySession(withHeaders({ authorization }))) !== undefined;
    expect(await isIn(`bearer ${body.token}`)).toBe(true);
    expect(await isIn(`Bearer   ${body.token}`)).toBe(true);
    expect(await isIn(`XBearer ${body.token}`)).toBe(false);
    expect(await isIn(`Bearer ${body.token} x`)).toBe(false);
    expect(await isIn('Bearer')).toBe(false);
  });
});

describe('a session after a change of the secret', () => {
  const next = 'the next secret of the tests, long enough';

  it('goes on while the earlier secret is listed, and so does its end', async () => {
    const store = createMemoryStore();
    const before = setUp({ store });
    const [kept, ended] = [cookieOf(await signIn(before)), cookieOf(await signIn(before))];
    await before.server.signOut(withHeaders({ cookie: ended }));
    const after = setUp({ store, secret: [next, secret] });
    expect((await after.server.verifySession(withHeaders({ cookie: kept })))?.phone).toBe(phone);
    expect(await after.server.verifySession(withHeaders({ cookie: ended }))).toBeUndefined();
    await after.server.signOut(withHeaders({ cookie: kept }));
    expect(await after.server.verifySession(withHeaders({ cookie: kept }))).toBeUndefined();
    const fresh = cookieOf(await signIn(after));
    expect(await before.server.verifySession(withHeaders({ cookie: fresh }))).toBeUndefined();
  });

  it('ends where the earlier secret is gone', async () => {
    const cookie = cookieOf(await signIn(setUp()));
    expect(await setUp({ secret: next }).server.verifySession(withHeaders({ cookie }))).toBeUndefined();
  });
});

describe('what is no session', () => {
  it.each([
    ['nothing', {}],
    ['rubbish', { cookie: '__Host-phone-session=rubbish' }],
    ['an empty cookie', { cookie: '__Host-phone-session=' }],
    ['another scheme', { authorization: 'Basic abc' }],
  ])('%s is undefined', async (_name, headers) => {
    expect(await setUp().server.verifySession(withHeaders(headers))).toBeUndefined();
  });

  it('a token signed with the bare secret, or with none, is undefined', async () => {
    const { server, clock } = setUp();
    const claims = { phone, purpose: 'sign-in', claims: {}, jti: 'x', exp: clock.nowMs / 1000 + 60 };
    const key = new TextEncoder().encode(secret);
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key);
    const unsigned = [{ alg: 'none' }, claims].map(part => btoa(JSON.stringify(part)).replace(/=/g, ''));
    for (const token of [forged, `${unsigned.join('.')}.`]) {
      expect(await server.verifySession(withHeaders({ authorization: `Bearer ${token}` }))).toBeUndefined();
    }
  });

  it('a cookie without the __Host- prefix does not count on https', async () => {
    const test = setUp();
    const cookie = cookieOf(await signIn(test)).replace('__Host-', '');
    expect(await test.server.verifySession(withHeaders({ cookie }))).toBeUndefined();
  });
});

describe('a proof', () => {
  it('is a token for ten minutes, bound to its purpose, and no session', async () => {
    const test = setUp();
    const { headers, body } = await signIn(test, 'mfa-verification');
    expect(body).toMatchObject({ result: 'proof', expiresIn: 600, claims: { phone } });
    expect(headers.get('set-cookie')).not.toContain('phone-session');
    const token = body.token ?? '';
    expect(await test.server.verifyProof(token, 'mfa-verification')).toMatchObject({ phone });
    expect(await test.server.verifyProof(token, 'forgot-password')).toBeUndefined();
    expect(
      await test.server.verifySession(withHeaders({ authorization: `Bearer ${token}` })),
    ).toBeUndefined();
    test.clock.nowMs += 600_000;
    expect(await test.server.verifyProof(token, 'mfa-verification')).toBeUndefined();
  });
});

describe('onVerified', () => {
  it('hears the number, the purpose and the request, after a right code only', async () => {
    const heard: unknown[] = [];
    const test = setUp({
      onVerified: ({ phone, purpose, request }) => {
        heard.push([phone, purpose, request.method]);
        return Promise.resolve(undefined);
      },
    });
    const { id } = (await test.create()).body;
    await test.verify(id, test.wrong());
    expect(heard).toEqual([]);
    await test.verify(id, test.code());
    expect(heard).toEqual([[phone, 'sign-in', 'POST']]);
  });

  it.each<[DenyCode, number]>([
    ['account_not_found', 404],
    ['account_exists', 409],
    ['account_blocked', 403],
    ['signup_disabled', 403],
  ])('denies with %s, and the code is spent', async (deny, status) => {
    const test = setUp({ onVerified: () => ({ deny }) });
    const answer = await signIn(test);
    expect(answer.body).toMatchObject({ status, code: deny });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('leaves the code good when it fails', async () => {
    let calls = 0;
    const test = setUp({
      onVerified: () => {
        calls += 1;
        if (calls === 1) throw new Error('the database is down');
        return { sub: 'user-7' };
      },
    });
    const { id } = (await test.create()).body;
    const failed = await test.verify(id, test.code(), { key: 'verify' });
    expect(failed.body).toMatchObject({ status: 503, code: 'server_error' });
    expect(JSON.stringify(failed.body)).not.toContain('database');
    const again = await test.verify(id, test.code(), { key: 'verify' });
    expect(again.body.claims).toEqual({ sub: 'user-7', phone });
  });

  it('cannot put another number into the claims', async () => {
    const test = setUp({ onVerified: () => ({ phone: '+12025550123' }) });
    expect((await signIn(test)).body.claims).toEqual({ phone });
  });
});
