import { describe, expect, it } from 'vitest';
import type { PhoneServerOptions } from '../../../src/server/index.js';
import { isAllowedOrigin, isSameSite } from '../../../src/server/origin.js';
import { phone, setUp, site } from './helpers.js';

const friend = 'https://friend.example';
const foe = 'https://foe.example';

describe('who may ask', () => {
  it.each([
    // Origin, Sec-Fetch-Site, allowed, same site
    [null, null, true, true],
    [null, 'same-origin', true, true],
    [null, 'none', true, true],
    [null, 'cross-site', false, false],
    [null, 'same-site', false, true],
    [site, null, true, true],
    [site, 'same-origin', true, true],
    ['http://shop.example', null, true, true], // TLS ends at a proxy, in front of a browser without Sec-Fetch-Site
    ['https://public.example', 'same-origin', true, true], // a proxy changes the host
    ['https://shop.example:8443', null, false, false],
    ['https://sub.shop.example', 'same-site', false, true],
    [foe, null, false, false],
    [foe, 'cross-site', false, false],
    [site, 'cross-site', false, false],
    ['null', null, false, false],
    ['null', 'cross-site', false, false],
    [friend, null, true, false],
    [friend, 'cross-site', true, false],
    [friend, 'same-site', true, true],
    [`${friend}.foe.example`, 'cross-site', false, false],
    ['https://FRIEND.example', 'cross-site', false, false],
  ])('Origin %s with Sec-Fetch-Site %s: allowed %s, same site %s', (origin, fetchSite, isAllowed, isSame) => {
    const request = new Request(`${site}/api/phone/challenges`, {
      headers: { ...(origin && { origin }), ...(fetchSite && { 'sec-fetch-site': fetchSite }) },
    });
    expect(isAllowedOrigin(request, [friend], undefined)).toBe(isAllowed);
    expect(isSameSite(request, undefined)).toBe(isSame);
  });
});

describe('behind a proxy on the same machine', () => {
  const base = 'http://127.0.0.1:3000';
  const publicUrl = 'https://www.shop.example';

  /** Signs in, and answers with the cookie, and whether it counts when it comes back without any word of https. */
  async function signIn(options: Partial<PhoneServerOptions>, headers: Record<string, string>) {
    const { create, verify, code, call } = setUp(options);
    const created = await create({ base, headers });
    if (created.status !== 201) return created.body.code;
    const verified = await verify(created.body.id, code(), { base, headers });
    const set = verified.headers.get('set-cookie') ?? '';
    const back = { base, headers: { cookie: set.split(';')[0] ?? '' } };
    expect((await call('GET', '/session', back)).status).toBe(200);
    const out = (await call('DELETE', '/session', back)).headers.get('set-cookie') ?? '';
    expect(out.split('=')[0]).toBe(set.split('=')[0]);
    expect((await call('GET', '/session', back)).status).toBe(401);
    return `${set.split('=')[0]}${/; Secure/.test(set) ? ' Secure' : ''}`;
  }
  const secure = '__Host-phone-session Secure';

  it.each<[string, Partial<PhoneServerOptions>, Record<string, string>, string]>([
    ['"publicUrl" says https', { publicUrl }, {}, secure],
    ['"publicUrl" is the page\'s origin', { publicUrl }, { origin: publicUrl }, secure],
    ['"publicUrl" is not the page\'s origin', { publicUrl }, { origin: foe }, 'origin_denied'],
    ['a page of loopback comes', { publicUrl }, { origin: base }, 'origin_denied'],
    ['a page of another site comes, and no "publicUrl" is set', {}, { origin: foe }, 'origin_denied'],
    ['the proxy says https', {}, { 'x-forwarded-proto': 'https' }, secure],
    ['the proxy says https, as RFC 7239 has it', {}, { forwarded: 'for=192.0.2.1;proto=https' }, secure],
    [
      'a page of https says that it is its own',
      {},
      { origin: publicUrl, 'sec-fetch-site': 'same-origin' },
      secure,
    ],
    ['nobody speaks of https', {}, { origin: base }, 'phone-session'],
    ['the proxy speaks plain http', {}, { 'x-forwarded-proto': 'http' }, 'phone-session'],
    ['"publicUrl" is plain and loopback', { publicUrl: 'http://localhost:8080' }, {}, 'phone-session'],
  ])('the cookie is right where %s', async (_name, options, headers, expected) => {
    expect(await signIn(options, headers)).toBe(expected);
  });

  it.each([
    'https://www.shop.example/',
    'https://www.shop.example/login',
    'HTTPS://www.shop.example',
    'www.shop.example',
    'http://www.shop.example',
    'ftp://www.shop.example',
    'https://user@www.shop.example',
    'http://notlocalhost',
    'http://localhost.example',
    'http://127.0.0.1.example',
    '',
  ])('"publicUrl" cannot be %j', publicUrl => {
    expect(() => setUp({ publicUrl })).toThrow(/"publicUrl"/);
  });

  it.each([
    'http://localhost',
    'http://app.dev.localhost:8080',
    'http://127.0.0.10',
    'http://127.200.30.40:8080',
    'http://[::1]:8080',
  ])('"publicUrl" can be %j', publicUrl => {
    expect(() => setUp({ publicUrl })).not.toThrow();
  });
});

describe('a foreign origin', () => {
  it.each([
    ['POST', '/challenges'],
    ['GET', '/config'],
    ['DELETE', '/session'],
    ['OPTIONS', '/challenges'],
  ])('is denied %s %s before anything happens', async (method, path) => {
    const { call, messages } = setUp({ origins: [friend] });
    const body = method === 'POST' ? { phone, purpose: 'sign-in' } : undefined;
    const answer = await call(method, path, { headers: { origin: foe }, body });
    expect([answer.status, answer.body.code]).toEqual([403, 'origin_denied']);
    expect(answer.body.detail).toContain(foe);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(messages).toEqual([]);
  });
});

describe('a page of another site', () => {
  it.each([
    ['fetch', { origin: foe, 'sec-fetch-site': 'cross-site' }],
    ['fetch of an old browser', { origin: foe }],
    ['fetch from a subdomain', { origin: 'https://sub.shop.example', 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a claim to be this one', { origin: site, 'sec-fetch-site': 'cross-site' }],
    ['no-cors', { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }],
    ['a form', { origin: foe, 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with files', { origin: foe, 'content-type': 'multipart/form-data; boundary=x' }],
  ])('makes nobody send a message or use up a try: %s', async (_name, headers) => {
    const { create, resend, verify, clock, code, messages } = setUp({ origins: [friend] });
    const { id } = (await create()).body;
    clock.nowMs += 60_000;
    for (const answer of [
      await create({ headers }, '+12025550123'),
      await resend(id, { headers }),
      await verify(id, code(), { headers }),
    ]) {
      expect(answer.body.code).toBe('origin_denied');
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(messages).toHaveLength(1);
    expect((await resend(id)).body.attemptsLeft).toBe(5);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'cannot do with %j, even where Origin and Sec-Fetch-Site are missing',
    async type => {
      const { create, messages } = setUp();
      expect((await create({ headers: { 'content-type': type } })).body.code).toBe('malformed_request');
      expect(messages).toEqual([]);
    },
  );
});

describe('an allowed origin', () => {
  it('passes the preflight with the headers of the contract', async () => {
    const { server } = setUp({ origins: [friend] });
    const response = await server.fetch(
      new Request(`${site}/api/phone/challenges`, {
        method: 'OPTIONS',
        headers: {
          origin: friend,
          'sec-fetch-site': 'cross-site',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,idempotency-key,phone-client',
        },
      }),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(friend);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,POST,DELETE');
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toBe(
      'content-type,phone-client,idempotency-key,authorization',
    );
    expect(response.headers.get('access-control-max-age')).toBe('600');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it.each([
    ['an answer', '/config', 200],
    ['an error', '/session', 401],
    ['an unknown path', '/nowhere', 404],
  ])('may read %s', async (_name, path, status) => {
    const { call } = setUp({ origins: [friend] });
    const answer = await call('GET', path, { headers: { origin: friend } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(friend);
    expect(answer.headers.get('access-control-expose-headers')).toBe('Retry-After,X-Request-Id');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('may read a malformed request', async () => {
    const { create } = setUp({ origins: [friend] });
    const answer = await create({ headers: { origin: friend }, body: { locale: 'x'.repeat(20_000) } });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('access-control-allow-origin')).toBe(friend);
  });
});
