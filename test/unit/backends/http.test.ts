import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Backend, CallOptions, Challenge } from '../../../src/backends/backend.js';
import { createHttpBackend, type HttpBackendOptions } from '../../../src/backends/http.js';
import { PhoneError, type ErrorCode } from '../../../src/errors.js';
import {
  clientHeader,
  idempotencyHeader,
  problemStatuses,
  problemType,
  purposes,
  type ChallengeBody,
  type E164,
  type ProblemCode,
} from '../../../src/protocol.js';

interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}
type Answer = (response: ServerResponse, request: Received) => void;

/** A real server on loopback; each test says what it answers. */
let server: Server;
let origin: string;
let answer: Answer;
let received: Received[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      const entry = { method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(entry);
      answer(response, entry);
    });
  });
  origin = await listen(server);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = [];
  answer = respond(500, '', {});
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const respond =
  (status: number, body: string, headers: Record<string, string>): Answer =>
  response =>
    response.writeHead(status, headers).end(body);
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  respond(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
const problem = (code: string, more: object = {}, headers: Record<string, string> = {}): Answer => {
  const status = problemStatuses[code as ProblemCode] ?? 400;
  return json(
    status,
    { type: 'about:blank', title: code, status, code, ...more },
    { 'content-type': problemType, ...headers },
  );
};

const phone = '+447700900123' as E164;
const nowMs = 1_800_000_000_000;
const challengeBody: ChallengeBody = {
  id: 'Zm9v_-bar',
  purpose: 'sign-in',
  maskedPhone: '+44 ••••••0123',
  codeLength: 6,
  expiresIn: 600,
  resendIn: 60,
  attemptsLeft: 5,
};
const challenge: Challenge = {
  phone,
  purpose: 'sign-in',
  codeLength: 6,
  expiresAtMs: nowMs + 600_000,
  resendAtMs: nowMs + 60_000,
  attemptsLeft: 5,
  maskedPhone: '+44 ••••••0123',
  state: { id: 'Zm9v_-bar' },
};

const connect = (changes: Partial<HttpBackendOptions> = {}) =>
  createHttpBackend({ endpoint: `${origin}/api/phone`, ...changes });

const callOptions = (changes: Partial<CallOptions> = {}): CallOptions => ({
  signal: new AbortController().signal,
  locale: 'th',
  captcha: undefined,
  idempotencyKey: 'key-1',
  nowMs: () => nowMs,
  ...changes,
});

const requestCode = (backend: Backend = connect(), options = callOptions()) =>
  backend.requestCode({ phone, purpose: 'sign-in' }, options);

/** What a promise rejects with, which must be a `PhoneError`. */
async function failureOf(promise: Promise<unknown>): Promise<PhoneError> {
  const error = await promise.then(
    value => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(PhoneError);
  return error as PhoneError;
}

/** Every method that the contract has a call for. */
const calls: Record<string, (backend: Backend, options?: CallOptions) => Promise<unknown>> = {
  requestCode: (backend, options) => requestCode(backend, options),
  resendCode: (backend, options = callOptions()) => backend.resendCode(challenge, options),
  verifyCode: (backend, options = callOptions()) => backend.verifyCode(challenge, '123456', options),
  prepare: backend => backend.prepare?.() ?? expect.fail('no prepare'),
  cancel: backend => backend.cancel?.(challenge) ?? expect.fail('no cancel'),
};

describe('what is sent', () => {
  test('a request for a code: number, purpose and language', async () => {
    answer = json(201, challengeBody);
    await requestCode();
    expect(received).toMatchObject([{ method: 'POST', url: '/api/phone/challenges' }]);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({ phone, purpose: 'sign-in', locale: 'th' });
  });

  test('a request for a code without a number, where the server knows it', async () => {
    answer = json(201, challengeBody);
    await connect().requestCode(
      { phone: undefined, purpose: 'mfa-verification' },
      callOptions({ captcha: 'token' }),
    );
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      purpose: 'mfa-verification',
      locale: 'th',
      captcha: 'token',
    });
  });

  test.each([
    [undefined, {}],
    ['token', { captcha: 'token' }],
  ])('a resend with captcha %s', async (captcha, body) => {
    answer = json(200, challengeBody);
    await connect().resendCode(challenge, callOptions({ captcha }));
    expect(received).toMatchObject([{ method: 'POST', url: '/api/phone/challenges/Zm9v_-bar/resend' }]);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(body);
  });

  test('a code with the captcha that the server wanted', async () => {
    answer = json(200, { result: 'session', claims: {} });
    await connect().verifyCode(challenge, '012345', callOptions({ captcha: 'token' }));
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ code: '012345', captcha: 'token' });
  });

  const storage = { getItem: () => null, setItem: () => undefined };
  test.each([
    ['nothing but the code', storage, { code: '012345' }],
    ['that nothing is to be kept, where nothing is', undefined, { code: '012345', persist: false }],
  ])('a code: %s', async (_name, storage, body) => {
    answer = json(200, { result: 'session', claims: {} });
    await connect({ storage }).verifyCode(challenge, '012345', callOptions());
    expect(received).toMatchObject([{ method: 'POST', url: '/api/phone/challenges/Zm9v_-bar/verify' }]);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(body);
  });

  test('the settings are read, and a code taken back, without a body', async () => {
    answer = json(200, {});
    await connect().prepare?.();
    answer = respond(204, '', {});
    await connect().cancel?.(challenge);
    expect(received).toMatchObject([
      { method: 'GET', url: '/api/phone/config', body: '' },
      { method: 'DELETE', url: '/api/phone/challenges/Zm9v_-bar', body: '' },
    ]);
    for (const { headers } of received) expect(headers['content-type']).toBeUndefined();
  });

  test('the number never stands in an address', async () => {
    answer = json(200, challengeBody);
    for (const call of Object.values(calls)) await call(connect()).catch(() => undefined);
    expect(received).toHaveLength(5);
    for (const { url } of received) expect(url).not.toContain('447700900123');
  });

  test('an id is escaped, so that it cannot lead elsewhere', async () => {
    answer = respond(204, '', {});
    await connect().cancel?.({ ...challenge, state: { id: 'a/../b?c' } });
    expect(received[0]?.url).toBe('/api/phone/challenges/a%2F..%2Fb%3Fc');
  });

  test('the key of the intent, with every call that may send or count', async () => {
    answer = json(200, challengeBody);
    for (const method of ['requestCode', 'resendCode', 'verifyCode']) {
      await calls[method]?.(connect(), callOptions({ idempotencyKey: method })).catch(() => undefined);
      expect(received.at(-1)?.headers[idempotencyHeader.toLowerCase()]).toBe(method);
    }
  });

  test('that JSON is sent and wanted', async () => {
    answer = json(201, challengeBody);
    await requestCode();
    expect(received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
    });
  });

  test.each(['', '/', '///'])('to an endpoint that ends in "%s"', async end => {
    answer = json(201, challengeBody);
    await requestCode(connect({ endpoint: `${origin}/api/phone${end}` }));
    expect(received[0]?.url).toBe('/api/phone/challenges');
  });

  test('with the cookies of the server, through the fetch it is given', async () => {
    const seen: RequestInit[] = [];
    const backend = connect({
      fetch: (_, init) => {
        seen.push(init ?? {});
        return Promise.resolve(Response.json(challengeBody, { status: 201 }));
      },
    });
    await requestCode(backend);
    expect(seen).toMatchObject([{ credentials: 'include' }]);
    expect(received).toEqual([]);
  });
});

describe('the secret that names the client', () => {
  const clientOf = (entry: Received | undefined) => entry?.headers[clientHeader.toLowerCase()];
  const memory = (initial: Record<string, string> = {}) => {
    const entries = new Map(Object.entries(initial));
    return {
      entries,
      getItem: (key: string) => entries.get(key) ?? null,
      setItem: (key: string, value: string) => void entries.set(key, value),
    };
  };
  beforeEach(() => {
    answer = json(200, challengeBody);
  });

  test('is 22 characters of base64url, the same with every call', async () => {
    const backend = connect();
    for (const call of Object.values(calls)) await call(backend).catch(() => undefined);
    expect(received).toHaveLength(5);
    expect(clientOf(received[0])).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(new Set(received.map(clientOf)).size).toBe(1);
  });

  test('survives a reload in the storage it is given', async () => {
    const storage = memory();
    await requestCode(connect({ storage }));
    await requestCode(connect({ storage }));
    expect(clientOf(received[1])).toBe(clientOf(received[0]));
    expect([...storage.entries.values()]).toEqual([clientOf(received[0])]);
  });

  test('is another one for another client', async () => {
    await requestCode(connect());
    await requestCode(connect({ storage: memory() }));
    expect(clientOf(received[1])).not.toBe(clientOf(received[0]));
  });

  test.each(['', 'short', 'a'.repeat(23), 'header\r\ninjection!!!!!'])(
    'is made anew where "%s" is kept instead',
    async damaged => {
      const storage = memory();
      await requestCode(connect({ storage }));
      const [key = ''] = storage.entries.keys();
      storage.entries.set(key, damaged);
      await requestCode(connect({ storage }));
      expect(clientOf(received[1])).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(storage.entries.get(key)).toBe(clientOf(received[1]));
    },
  );

  test('lives as long as the page where storage is forbidden', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const backend = connect({ storage: { getItem: refuse, setItem: refuse } });
    await requestCode(backend);
    await requestCode(backend);
    expect(clientOf(received[0])).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(clientOf(received[1])).toBe(clientOf(received[0]));
  });
});

describe('a challenge', () => {
  test('has its deadlines on this device’s clock, at the moment of the answer', async () => {
    let now = nowMs;
    answer = (response, request) => {
      now += 3_000;
      json(201, challengeBody)(response, request);
    };
    const result = await requestCode(connect(), callOptions({ nowMs: () => now }));
    expect(result).toEqual({
      ...challenge,
      expiresAtMs: nowMs + 603_000,
      resendAtMs: nowMs + 63_000,
    });
  });

  test('survives JSON, and can be used after it', async () => {
    answer = json(201, challengeBody);
    const result = await requestCode();
    const reloaded = JSON.parse(JSON.stringify(result)) as Challenge;
    expect(reloaded).toEqual(result);
    await connect().resendCode(reloaded, callOptions());
    expect(received[1]?.url).toBe('/api/phone/challenges/Zm9v_-bar/resend');
  });

  test('keeps the number through a resend', async () => {
    answer = json(200, { ...challengeBody, resendIn: 120, attemptsLeft: 3 });
    expect(await connect().resendCode(challenge, callOptions())).toEqual({
      ...challenge,
      resendAtMs: nowMs + 120_000,
      attemptsLeft: 3,
    });
  });

  test('may leave out the tries and the masked number', async () => {
    // JSON leaves out what is undefined.
    answer = json(201, { ...challengeBody, attemptsLeft: undefined, maskedPhone: undefined });
    expect(await requestCode()).toEqual({ ...challenge, attemptsLeft: undefined, maskedPhone: undefined });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'ok'],
    ['a list', []],
    ['an empty object', {}],
    ...(['id', 'purpose', 'codeLength', 'expiresIn', 'resendIn'] as const).map(
      field => [`no ${field}`, { ...challengeBody, [field]: undefined }] as [string, unknown],
    ),
    ['an id that is a number', { ...challengeBody, id: 7 }],
    ['an unknown purpose', { ...challengeBody, purpose: 'SignIn' }],
    ['a length that is a text', { ...challengeBody, codeLength: '6' }],
    ['a length of nothing', { ...challengeBody, codeLength: 0 }],
    ['a negative duration', { ...challengeBody, expiresIn: -1 }],
    ['a duration that is a text', { ...challengeBody, resendIn: '60' }],
  ])('is not %s', async (_, body) => {
    answer = json(201, body);
    expect((await failureOf(requestCode())).code).toBe('bad_response');
    expect((await failureOf(connect().resendCode(challenge, callOptions()))).code).toBe('bad_response');
  });

  test('is not endless', async () => {
    const body = JSON.stringify(challengeBody).replace('600', '1e999');
    answer = respond(201, body, { 'content-type': 'application/json' });
    expect((await failureOf(requestCode())).code).toBe('bad_response');
  });

  test.each([undefined, null, 'text', {}, { id: 7 }, { verificationId: 'of another adapter' }])(
    'with the state %j is gone, before anything is sent',
    async state => {
      const foreign = { ...challenge, state };
      const backend = connect();
      expect((await failureOf(backend.verifyCode(foreign, '123456', callOptions()))).code).toBe(
        'challenge_gone',
      );
      expect((await failureOf(backend.resendCode(foreign, callOptions()))).code).toBe('challenge_gone');
      expect(received).toEqual([]);
    },
  );
});

describe('an outcome', () => {
  const verify = () => connect().verifyCode(challenge, '123456', callOptions());

  test.each([
    [
      'a session by cookie',
      { result: 'session', claims: { sub: 'a' } },
      { kind: 'session', claims: { sub: 'a' } },
    ],
    [
      'a session by token',
      { result: 'session', token: 't', expiresIn: 60, claims: {} },
      { kind: 'session', token: 't', expiresAtMs: nowMs + 60_000, claims: {} },
    ],
    [
      'a proof',
      { result: 'proof', token: 't', expiresIn: 60, claims: {} },
      { kind: 'proof', token: 't', expiresAtMs: nowMs + 60_000, claims: {} },
    ],
    ['a session without claims', { result: 'session' }, { kind: 'session', claims: {} }],
    [
      'a session with what nobody can read',
      { result: 'session', token: 7, expiresIn: 'soon', claims: null },
      { kind: 'session', claims: {} },
    ],
  ])('is %s', async (_, body, expected) => {
    answer = json(200, body);
    expect(await verify()).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'ok'],
    ['an empty object', {}],
    ['a result of another kind', { result: 'maybe', token: 't' }],
    ['a proof that proves nothing', { result: 'proof', claims: {} }],
    ['a challenge', challengeBody],
  ])('is not %s', async (_, body) => {
    answer = json(200, body);
    expect((await failureOf(verify())).code).toBe('bad_response');
  });
});

describe('channels', () => {
  const bodyOf = (index: number) => JSON.parse(received[index]?.body ?? '') as Record<string, unknown>;

  test('go with the first message and the next, and without a word nothing is sent of them', async () => {
    answer = json(201, challengeBody);
    const backend = connect();
    const plain = await backend.requestCode({ phone, purpose: 'sign-in' }, callOptions());
    await backend.requestCode({ phone, purpose: 'sign-in', channel: 'whatsapp' }, callOptions());
    await backend.resendCode(plain, callOptions());
    await backend.resendCode({ ...plain, channel: 'voice' }, callOptions());
    expect([0, 1, 2, 3].map(index => bodyOf(index)['channel'])).toEqual([
      undefined,
      'whatsapp',
      undefined,
      'voice',
    ]);
    expect(bodyOf(2)).toEqual({});
  });

  test.each([
    ['an old server', {}, { channel: undefined, channels: undefined }],
    [
      'a server with channels',
      { channel: 'voice', channels: ['sms', 'voice'] },
      { channel: 'voice', channels: ['sms', 'voice'] },
    ],
    [
      'a later server',
      { channel: 'pigeon', channels: ['pigeon', 'sms'] },
      { channel: undefined, channels: ['sms'] },
    ],
    ['a confused one', { channel: 7, channels: 'sms' }, { channel: undefined, channels: undefined }],
  ])('are those that the challenge of %s names', async (_, said, expected) => {
    answer = json(201, { ...challengeBody, ...said });
    expect(await connect().requestCode({ phone, purpose: 'sign-in' }, callOptions())).toMatchObject(expected);
  });
});

describe('the settings', () => {
  test('are told as they are', async () => {
    const captcha = { provider: 'turnstile', siteKey: 'k' };
    answer = json(200, { purposes: ['sign-in', 'register'], codeLength: 6, captcha, countries: ['GB'] });
    expect(await connect().prepare?.()).toEqual({
      purposes: ['sign-in', 'register'],
      captcha,
      countries: ['GB'],
    });
  });

  test.each<[string, unknown, object]>([
    ['null', null, {}],
    ['a text', 'ok', {}],
    ['purposes that are a text', { purposes: 'sign-in' }, {}],
    ['purposes nobody knows', { purposes: ['sign-in', 'SignIn', 7] }, { purposes: ['sign-in'] }],
  ])('may be %s', async (_, body, expected) => {
    answer = json(200, body);
    expect(await connect().prepare?.()).toEqual(expected);
  });

  test.each([
    [{ channels: ['whatsapp', 'sms', 'voice'] }, ['whatsapp', 'sms', 'voice']],
    [{ channels: ['pigeon', 'voice', 7] }, ['voice']],
    [{ channels: 'voice' }, undefined],
    [{}, undefined],
  ])('name channels, in the server’s order: %j', async (body, channels) => {
    answer = json(200, body);
    expect((await connect().prepare?.())?.channels).toEqual(channels);
  });

  test('name what comes first at sign-in, in the server’s order', async () => {
    answer = json(200, { firstFactors: ['password', 'key', 'code'] });
    expect((await connect().prepare?.())?.firstFactors).toEqual(['password', 'code']);
  });

  test('need no request to know what the contract serves', () => {
    const firstFactors = ['code', 'password'];
    expect(connect().capabilities).toEqual({ purposes, knowsPhone: true, firstFactors });
    expect(received).toEqual([]);
  });
});

describe('an error of the contract', () => {
  const renamed: Partial<Record<ProblemCode, ErrorCode>> = {
    origin_denied: 'misconfigured',
    malformed_request: 'bad_response',
    idempotency_mismatch: 'bad_response',
  };

  test.each(Object.keys(problemStatuses) as ProblemCode[])('%s', async code => {
    answer = problem(code);
    for (const call of Object.values(calls))
      expect((await failureOf(call(connect()))).code).toBe(renamed[code] ?? code);
  });

  test('says how many tries are left', async () => {
    answer = problem('code_invalid', { attemptsLeft: 2 });
    expect((await failureOf(connect().verifyCode(challenge, '1', callOptions()))).attemptsLeft).toBe(2);
    answer = problem('code_invalid', { attemptsLeft: 'two' });
    expect(
      (await failureOf(connect().verifyCode(challenge, '1', callOptions()))).attemptsLeft,
    ).toBeUndefined();
  });

  test.each<[string, object, Record<string, string>, number | undefined]>([
    ['in the body', { retryAfter: 30 }, {}, 30],
    ['in the header', {}, { 'retry-after': '40' }, 40],
    ['in both: the body counts, which CORS does not hide', { retryAfter: 30 }, { 'retry-after': '40' }, 30],
    ['at once', { retryAfter: 0 }, { 'retry-after': '40' }, 0],
    ['in a body that cannot be read', { retryAfter: 'soon' }, { 'retry-after': '40' }, 40],
    ['in a header that cannot be read', {}, { 'retry-after': 'soon' }, undefined],
    ['as a date long past', {}, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, undefined],
    ['nowhere', {}, {}, undefined],
  ])('says when to come back %s', async (_, body, headers, expected) => {
    answer = problem('rate_limited', body, headers);
    expect((await failureOf(requestCode())).retryAfter).toBe(expected);
  });

  test('says when to come back as a date', async () => {
    const date = new Date(Date.now() + 120_000).toUTCString();
    answer = problem('rate_limited', {}, { 'retry-after': date });
    const { retryAfter = 0 } = await failureOf(requestCode());
    expect(retryAfter).toBeGreaterThan(60);
    expect(retryAfter).toBeLessThanOrEqual(120);
  });

  test('tells the page’s author what the server refused', async () => {
    answer = problem('origin_denied', { detail: 'https://example.com is not in "origins".' });
    expect((await failureOf(requestCode())).message).toContain('https://example.com is not in "origins".');
  });

  test.each(['toString', 'constructor', '__proto__', 'unheard_of', 'session_gone', ''])(
    'with the foreign code "%s" is judged by its status',
    async code => {
      answer = json(400, { code });
      expect((await failureOf(requestCode())).code).toBe('bad_response');
      answer = json(503, { code });
      expect((await failureOf(requestCode())).code).toBe('server_error');
      answer = json(429, { code }, { 'retry-after': '5' });
      expect(await failureOf(requestCode())).toMatchObject({ code: 'rate_limited', retryAfter: 5 });
    },
  );

  test.each([[null], ['oops'], [[]], [7]])('with the body %j is judged by its status', async body => {
    answer = json(500, body);
    expect((await failureOf(requestCode())).code).toBe('server_error');
    answer = json(400, body);
    expect((await failureOf(requestCode())).code).toBe('bad_response');
  });
});

describe('something else answers', () => {
  const html = '<!doctype html><title>Hello</title>';

  test.each<[string, number, ErrorCode]>([
    ['the page’s own fallback', 200, 'bad_response'],
    ['no such page', 404, 'misconfigured'],
    ['no such method', 405, 'misconfigured'],
    ['a login wall', 401, 'misconfigured'],
    ['a firewall that counts', 429, 'rate_limited'],
    ['a crash', 500, 'server_error'],
    ['a proxy without its server', 502, 'server_error'],
  ])('HTML: %s (%i) is %s', async (_, status, code) => {
    answer = respond(status, html, { 'content-type': 'text/html; charset=utf-8' });
    for (const call of Object.values(calls)) expect((await failureOf(call(connect()))).code).toBe(code);
  });

  test('HTML says when to come back', async () => {
    answer = respond(503, html, { 'content-type': 'text/html', 'retry-after': '120' });
    expect((await failureOf(requestCode())).retryAfter).toBe(120);
  });

  test('tells the page’s author where the contract was looked for and what was found', async () => {
    answer = respond(404, html, { 'content-type': 'text/html' });
    const { message } = await failureOf(requestCode());
    expect(message).toContain(`${origin}/api/phone`);
    expect(message).toContain('404');
    expect(message).toContain('text/html');
    expect(message).toMatch(/endpoint/);
  });

  test('a JSON server without the contract is the wrong address too', async () => {
    answer = json(404, { message: 'Cannot POST /api/phone/challenges', statusCode: 404 });
    const error = await failureOf(requestCode());
    expect(error.code).toBe('misconfigured');
    expect(error.message).toMatch(/endpoint/);
  });

  test('JSON that is cut', async () => {
    const body = JSON.stringify(challengeBody).slice(0, 40);
    answer = respond(201, body, { 'content-type': 'application/json' });
    expect((await failureOf(requestCode())).code).toBe('bad_response');
  });

  test('JSON whose connection breaks in the middle', async () => {
    answer = response => {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"id": "a', () => response.destroy());
    };
    expect((await failureOf(requestCode())).code).toBe('network');
  });

  test('a problem that is cut', async () => {
    answer = respond(503, '{"code": "serv', { 'content-type': problemType });
    expect((await failureOf(requestCode())).code).toBe('bad_response');
  });

  test('an empty answer that calls itself JSON', async () => {
    answer = respond(200, '', { 'content-type': 'application/json' });
    expect((await failureOf(requestCode())).code).toBe('bad_response');
  });

  test('an empty answer of no type', async () => {
    answer = respond(200, '', {});
    expect((await failureOf(requestCode())).code).toBe('bad_response');
  });

  test('204 where a challenge or an outcome was due', async () => {
    answer = respond(204, '', {});
    for (const method of ['requestCode', 'resendCode', 'verifyCode'])
      expect((await failureOf(calls[method]?.(connect()) ?? Promise.resolve())).code).toBe('bad_response');
  });

  test('JSON under a wrong type', async () => {
    answer = respond(201, JSON.stringify(challengeBody), { 'content-type': 'text/plain' });
    expect((await failureOf(requestCode())).code).toBe('bad_response');
  });

  test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/vnd.api+json'])(
    '%s is JSON',
    async type => {
      answer = respond(201, JSON.stringify(challengeBody), { 'content-type': type });
      expect(await requestCode()).toEqual(challenge);
    },
  );
});

describe('nobody answers', () => {
  test('a refused connection', async () => {
    const gone = createServer();
    const endpoint = await listen(gone);
    await new Promise(resolve => gone.close(resolve));
    for (const call of Object.values(calls)) {
      const error = await failureOf(call(connect({ endpoint })));
      expect(error.code).toBe('network');
      expect(error.message).toContain(endpoint);
      expect(error.message).toContain('CORS');
      expect(error.cause).toBeInstanceOf(TypeError);
    }
  });

  test('a connection that breaks before the answer', async () => {
    answer = response => response.destroy();
    expect((await failureOf(requestCode())).code).toBe('network');
  });

  test('the server comes back: the next try succeeds', async () => {
    const backend = connect();
    answer = response => response.destroy();
    await failureOf(requestCode(backend));
    answer = json(201, challengeBody);
    expect(await requestCode(backend)).toEqual(challenge);
  });
});

describe('an abort', () => {
  test.each(['requestCode', 'resendCode', 'verifyCode'])('ends %s at once', async method => {
    const controller = new AbortController();
    // Never answers; the abort is what ends it.
    const arrived = new Promise<ServerResponse>(resolve => (answer = resolve));
    const call = calls[method]?.(connect(), callOptions({ signal: controller.signal }));
    const failure = failureOf(call ?? Promise.resolve());
    const response = await arrived;
    const closed = new Promise(resolve => response.on('close', resolve));
    controller.abort();
    expect((await failure).cause).toMatchObject({ name: 'AbortError' });
    await closed;
  });

  test('ends an answer that has begun', async () => {
    const controller = new AbortController();
    answer = response => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.write('{', () => controller.abort());
    };
    await failureOf(requestCode(connect(), callOptions({ signal: controller.signal })));
  });

  test('before the call sends nothing', async () => {
    await failureOf(requestCode(connect(), callOptions({ signal: AbortSignal.abort() })));
    expect(received).toEqual([]);
  });
});

test('a missing endpoint says what to write', () => {
  let error: unknown;
  try {
    createHttpBackend({ endpoint: '' });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(PhoneError);
  expect(error).toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('endpoint="/api/phone"') as string,
  });
});
