import { describe, expect, it } from 'vitest';
import { problemType, purposes } from '../../../src/protocol.js';
import { createPhoneServer } from '../../../src/server/index.js';
import { phone, secret, setUp } from './helpers.js';

describe('config', () => {
  it('says the purposes and the code length', async () => {
    const { call } = setUp();
    const { status, body } = await call('GET', '/config', { client: null });
    expect(status).toBe(200);
    expect(body).toEqual({ purposes: [...purposes], codeLength: 6, firstFactors: ['code'] });
  });

  it('says the captcha without its secret part, and the countries', async () => {
    const { call } = setUp({
      captcha: { provider: 'turnstile', siteKey: 'site', verify: () => Promise.resolve(true) },
      countries: ['GB'],
      checkPhone: () => ({ valid: true, country: 'GB' }),
      purposes: ['sign-in'],
    });
    expect((await call('GET', '/config')).body).toEqual({
      purposes: ['sign-in'],
      codeLength: 6,
      firstFactors: ['code'],
      captcha: { provider: 'turnstile', siteKey: 'site' },
      countries: ['GB'],
    });
  });
});

describe('options', () => {
  const send = () => Promise.resolve();

  it.each([
    ['a short secret', { secret: 'short', send }, /secret/],
    ['an origin with a path', { secret, send, origins: ['https://a.example/'] }, /origins/],
    ['any origin', { secret, send, origins: ['*'] }, /origins/],
    ['an earlier secret that is short', { secret: [secret, 'short'], send }, /secret/],
    ['no secret', { secret: [], send }, /secret/],
    ['half a limit', { secret, send, limits: { total: { count: 1.5, seconds: 60 } } }, /limits\.total/],
    [
      'a limit of a month',
      { secret, send, limits: { perPhone: [{ count: 1, seconds: 31 * 86_400 }] } },
      /limits\.perPhone/,
    ],
    ['a test number that is none', { secret, send, testNumbers: { '5005550006': '123456' } }, /testNumbers/],
    ['a test code that is none', { secret, send, testNumbers: { '+15005550006': '1234' } }, /testNumbers/],
    ['a session beyond 400 days', { secret, send, session: { lifetime: 1e9 } }, /session\.lifetime/],
  ])('refuses %s and says why', (_name, options, message) => {
    expect(() => createPhoneServer(options)).toThrow(message);
  });
});

describe('a malformed request', () => {
  it.each([
    ['no Phone-Client', { client: null }, /Phone-Client/],
    ['a Phone-Client of another form', { client: 'short' }, /22 characters/],
    ['another content type', { headers: { 'content-type': 'text/plain' } }, /application\/json/],
    ['no JSON', { body: '{' }, /JSON object/],
    ['JSON that is no object', { body: '[]' }, /JSON object/],
    ['no purpose', { body: { phone } }, /"purpose"/],
    ['an unknown purpose', { body: { phone, purpose: 'SignIn' } }, /sign-in/],
    ['a purpose not served', { body: { phone, purpose: 'generic' } }, /sign-in/],
    ['a phone that is no string', { body: { phone: 447700900123, purpose: 'sign-in' } }, /"phone"/],
    ['no phone where the server knows none', { body: { purpose: 'sign-in' } }, /"phone"/],
    ['an overlong body', { body: { phone, purpose: 'sign-in', locale: 'x'.repeat(20_000) } }, /longer/],
    ['an overlong idempotency key', { key: 'k'.repeat(256) }, /Idempotency-Key/],
  ])('with %s answers 400 and says what to send', async (_name, init, detail) => {
    const { create, messages } = setUp({ purposes: ['sign-in'] });
    const { status, headers, body } = await create(init);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe(problemType);
    expect(body).toMatchObject({ type: 'about:blank', status: 400, code: 'malformed_request' });
    expect(body.detail).toMatch(detail);
    expect(messages).toEqual([]);
  });

  it.each([['12345'], ['1234567'], ['abcdef'], ['１２３４５６']])(
    'with the code %s answers 400 and costs no try',
    async code => {
      const { create, verify, wrong } = setUp();
      const { id } = (await create()).body;
      expect((await verify(id, code)).body.code).toBe('malformed_request');
      expect((await verify(id, wrong())).body.attemptsLeft).toBe(4);
    },
  );

  it('with a body streamed beyond the limit is cut off', async () => {
    const { server } = setUp();
    const chunk = new TextEncoder().encode(' '.repeat(8192));
    let sentBytes = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: controller => {
        sentBytes += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const request = new Request('https://shop.example/api/phone/challenges', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    expect((await server.fetch(request)).status).toBe(400);
    expect(sentBytes).toBeLessThan(64 * 1024);
  });
});

describe('every answer', () => {
  it.each([
    ['GET', '/config', 200],
    ['GET', '/session', 401],
    ['GET', '/nowhere', 404],
    ['PUT', '/challenges', 404],
    ['POST', '/challenges', 400],
  ])('%s %s is not to be stored', async (method, path, status) => {
    const { call } = setUp();
    const answer = await call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('to an unknown path is a problem that names the path', async () => {
    const { server } = setUp();
    const answer = await server.fetch(new Request('https://shop.example/elsewhere'));
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe(problemType);
    expect(await answer.json()).toMatchObject({
      status: 404,
      detail: expect.stringContaining('/api/phone') as string,
    });
  });

  it('is server_error, and says nothing of the cause, when the store fails', async () => {
    const { create, log } = setUp({
      store: new Proxy({} as never, {
        get: (_store, name) => () =>
          name === 'counter' ? undefined : Promise.reject(new Error('redis://10.0.0.1 is down')),
      }),
    });
    const { status, body } = await create({ key: 'k' });
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain('redis');
    expect(log[0]).toMatchObject({
      outcome: 'server_error',
      detail: expect.stringContaining('is down') as string,
    });
  });
});
