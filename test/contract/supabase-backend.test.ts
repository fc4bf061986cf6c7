/** The Supabase adapter against a stand-in of its contract; `test/clients` compares it with the official client. */
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { createSupabaseBackend, type SupabaseBackendOptions } from '../../src/backends/supabase.js';
import type { ErrorCode } from '../../src/errors.js';
import type { E164, Purpose } from '../../src/protocol.js';
import { backendContract, callOptions, failureOf, password, phone, wrongCode } from './backend-suite.js';
import { answer } from './loopback.js';
import { anonKey, startSupabase, type SupabaseServer } from './supabase-server.js';

const path = '/auth/v1';

backendContract(
  'supabase',
  async () => {
    const clock = { nowMs: Date.UTC(2026, 0, 1) };
    const server = await startSupabase(clock);
    const connect = () => createSupabaseBackend({ endpoint: server.origin + path, anonKey });
    return {
      server,
      clock,
      codes: server.codes,
      purpose: 'sign-in',
      connect,
      outcome: { kind: 'session', claims: { user: { phone: phone.slice(1) } } },
      refusals: { wrong: 'code_rejected', expired: 'code_rejected', old: 'code_rejected' },
      async limitFor() {
        await connect().requestCode({ phone, purpose: 'sign-in' }, callOptions(clock));
        clock.nowMs += 20_500;
        // 39.5 are left, and it says 39.
        return 40;
      },
      limit() {
        const said = '{"code":"over_request_rate_limit","message":"Request rate limit reached"}';
        server.answerWith(answer(429, 'application/json', said));
        return 60;
      },
      failDelivery() {
        server.settings.smsFails = true;
      },
      givePassword() {
        const digits = phone.slice(1);
        server.users.push({ id: 'known', phone: digits, banned: false, user_metadata: {}, password });
      },
    };
  },
  {
    tooManyTries: 'Supabase counts requests by address, not the tries of a code',
    repeatedRequest: 'Supabase has no idempotency keys',
    repeatedVerify: 'Supabase has no idempotency keys',
  },
);

describe('supabase', () => {
  const otherPhone = '+447700900999' as E164;
  let clock: { nowMs: number };
  let server: SupabaseServer;
  let backend: ReturnType<typeof createSupabaseBackend>;

  const connect = (options: Partial<SupabaseBackendOptions> = {}) =>
    createSupabaseBackend({ endpoint: server.origin + path, anonKey, ...options });
  const call = (changes = {}) => callOptions(clock, changes);
  const request = (purpose: Purpose = 'sign-in', to = phone, changes = {}) =>
    backend.requestCode({ phone: to, purpose }, call(changes));
  const lastCode = () => server.codes.at(-1) ?? expect.fail('nothing was texted');
  const verify = async (purpose?: Purpose, to?: E164) =>
    backend.verifyCode(await request(purpose, to), lastCode(), call());

  beforeEach(async () => {
    clock = { nowMs: Date.UTC(2026, 0, 1) };
    server = await startSupabase(clock);
    backend = connect();
  });
  afterEach(() => server.close());

  it('answers the session as Supabase does, so that its client can take it over', async () => {
    const outcome = await verify();
    const token = outcome.kind === 'session' ? outcome.token : expect.fail();
    expect(token).toMatch(/^\w+\.\w+\.\w+$/);
    expect(outcome).toEqual({
      kind: 'session',
      token,
      expiresAtMs: clock.nowMs + 3_600_000,
      claims: {
        access_token: token,
        refresh_token: 'refresh-2',
        token_type: 'bearer',
        expires_in: 3600,
        expires_at: clock.nowMs / 1000 + 3600,
        user: { id: 'user-447700900123', phone: '447700900123', user_metadata: {} },
      },
    });
  });

  it('names the key, the version and nobody’s cookies', async () => {
    const credentials: unknown[] = [];
    backend = connect({
      fetch: (input, init) => {
        credentials.push(init?.credentials);
        return fetch(input, init);
      },
    });
    await verify();
    expect(credentials).toEqual(['omit', 'omit']);
    for (const { headers } of server.requests)
      expect(headers).toMatchObject({
        apikey: anonKey,
        authorization: `Bearer ${anonKey}`,
        'x-supabase-api-version': '2024-01-01',
      });
  });

  it('sends what the page says of a new user, the channel and the captcha', async () => {
    backend = connect({
      channel: 'whatsapp',
      data: { plan: 'free' },
      codeLength: 8,
      expiresIn: 600,
      resendIn: 30,
    });
    server.settings.codeLength = 8;
    const challenge = await request('register', phone, { captcha: 'token' });
    expect(challenge).toMatchObject({
      codeLength: 8,
      expiresAtMs: clock.nowMs + 600_000,
      resendAtMs: clock.nowMs + 30_000,
    });
    expect(server.bodies).toEqual([
      {
        path: 'POST /auth/v1/otp',
        body: {
          phone,
          data: { plan: 'free' },
          create_user: true,
          gotrue_meta_security: { captcha_token: 'token' },
          channel: 'whatsapp',
        },
      },
    ]);
    expect(server.users).toMatchObject([{ user_metadata: { plan: 'free' } }]);
  });

  it('sends the next code by the other channel, where the project has it', async () => {
    backend = connect({ channels: ['sms', 'whatsapp'] });
    expect(backend.capabilities.channels).toEqual(['sms', 'whatsapp']);
    const first = await request();
    expect(first).toMatchObject({ channel: 'sms', channels: ['sms', 'whatsapp'] });
    clock.nowMs += 60_000;
    const next = await backend.resendCode({ ...first, channel: 'whatsapp' }, call());
    expect(next).toMatchObject({ channel: 'whatsapp', channels: ['sms', 'whatsapp'] });
    expect(server.bodies.map(({ body }) => body['channel'])).toEqual(['sms', 'whatsapp']);
    expect(await backend.verifyCode(next, lastCode(), call())).toMatchObject({ kind: 'session' });
  });

  it('offers nothing but the one channel that it was told of', async () => {
    expect(await request()).toMatchObject({ channel: 'sms', channels: ['sms'] });
    expect(connect({ channel: 'whatsapp' }).capabilities.channels).toEqual(['whatsapp']);
  });

  it.each([
    ['sign-in', undefined, true],
    ['sign-in', true, true],
    ['sign-in', false, false],
    ['register', false, true],
  ] as const)('%s with createUser %s makes an account: %s', async (purpose, createUser, makes) => {
    backend = connect({ createUser });
    const failure = await request(purpose).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(server.users).toHaveLength(makes ? 1 : 0);
    if (!makes) expect(failure).toMatchObject({ code: 'account_not_found' });
  });

  it.each<[string, Partial<SupabaseServer['settings']>, ErrorCode]>([
    ['that is closed to new users', { signUp: false }, 'signup_disabled'],
    ['without sign-in by phone', { phoneProvider: false }, 'misconfigured'],
    ['that wants a captcha', { captcha: 'right' }, 'captcha_required'],
  ])('a project %s', async (_, settings, code) => {
    Object.assign(server.settings, settings);
    expect((await failureOf(request())).code).toBe(code);
  });

  it('tells a bad captcha from none, and takes a good one with each message', async () => {
    server.settings.captcha = 'right';
    expect((await failureOf(request('sign-in', phone, { captcha: 'wrong' }))).code).toBe('captcha_failed');
    const challenge = await request('sign-in', phone, { captcha: 'right' });
    clock.nowMs = challenge.resendAtMs;
    expect((await failureOf(backend.resendCode(challenge, call()))).code).toBe('captcha_required');
    await backend.resendCode(challenge, call({ captcha: 'right' }));
    expect(server.codes).toHaveLength(2);
  });

  it('refuses who is banned, and a number that is none', async () => {
    await verify();
    Object.assign(server.users[0] ?? {}, { banned: true });
    clock.nowMs += 60_000;
    expect((await failureOf(verify())).code).toBe('account_blocked');
    expect((await failureOf(request('sign-in', '+12345' as E164))).code).toBe('invalid_phone');
  });

  it('says to the page’s author that the key is wrong', async () => {
    backend = connect({ anonKey: 'of another project' });
    const error = await failureOf(request());
    expect(error.code).toBe('misconfigured');
    expect(error.message).toContain('anonKey');
  });

  it.each(['', '/rest/v1'])('says to the page’s author that "%s" is not its address', async path => {
    backend = createSupabaseBackend({ endpoint: server.origin + path, anonKey });
    expect((await failureOf(request())).code).toBe('misconfigured');
  });

  it.each<[number, object, ErrorCode, number | undefined]>([
    [429, { code: 'over_request_rate_limit', message: 'Request rate limit reached' }, 'rate_limited', 60],
    [429, { code: 'over_sms_send_rate_limit', message: 'after 1 second.' }, 'rate_limited', 2],
    [429, { code: 429, error_code: 'over_sms_send_rate_limit', msg: 'x' }, 'rate_limited', 60],
    [429, { code: 429, error_code: 'over_sms_send_rate_limit', msg: 'after 7 seconds' }, 'rate_limited', 8],
    [403, { code: 403, error_code: 'otp_expired', msg: 'x' }, 'code_rejected', undefined],
    [401, { code: 'session_not_found', message: 'x' }, 'unauthenticated', undefined],
    [500, { code: 'unexpected_failure', message: 'x' }, 'server_error', undefined],
    [400, { code: 'a_new_one', message: 'x' }, 'bad_response', undefined],
  ])('reads %i %j', async (status, body, code, retryAfter) => {
    server.answerWith(answer(status, 'application/json', JSON.stringify(body)));
    expect(await failureOf(request())).toMatchObject({ code, retryAfter });
  });

  it('never tells the person’s number to the page’s log', async () => {
    server.answerWith(
      answer(422, 'application/json', `{"code":"sms_send_failed","message":"to ${phone} failed"}`),
    );
    expect((await failureOf(request())).message).not.toContain(phone);
  });

  describe('a changed number', () => {
    let token: string;
    beforeEach(async () => {
      await verify();
      token = server.accessToken(server.users[0] ?? expect.fail());
      backend = connect({ accessToken: () => Promise.resolve(token) });
    });

    it('is confirmed by its own kind of code', async () => {
      const outcome = await verify('bind-new-identifier', otherPhone);
      expect(outcome).toMatchObject({ kind: 'session', claims: { user: { phone: otherPhone.slice(1) } } });
      expect(server.users).toMatchObject([{ phone: otherPhone.slice(1) }]);
      expect(server.bodies.slice(-2)).toEqual([
        { path: 'PUT /auth/v1/user', body: { phone: otherPhone, channel: 'sms' } },
        {
          path: 'POST /auth/v1/verify',
          body: { type: 'phone_change', phone: otherPhone, token: lastCode() },
        },
      ]);
    });

    it('is texted to again by asking again', async () => {
      const challenge = await request('bind-new-identifier', otherPhone);
      clock.nowMs = challenge.resendAtMs;
      const again = await backend.resendCode(challenge, call());
      const wrong = backend.verifyCode(again, wrongCode(lastCode()), call());
      expect((await failureOf(wrong)).code).toBe('code_rejected');
      expect(await backend.verifyCode(again, lastCode(), call())).toMatchObject({ kind: 'session' });
    });

    it('is not another account’s, nor the one it has', async () => {
      await connect().requestCode({ phone: otherPhone, purpose: 'register' }, call());
      const before = server.codes.length;
      for (const taken of [otherPhone, phone])
        expect((await failureOf(request('bind-new-identifier', taken))).code).toBe('account_exists');
      expect(server.codes).toHaveLength(before);
    });

    it.each<[string, () => Promise<string>]>([
      ['has a token that ended', () => Promise.resolve('ended')],
      ['has none', () => Promise.resolve('')],
      ['throws', () => Promise.reject(new Error('no session'))],
    ])('needs who is signed in: where the page %s', async (_, accessToken) => {
      backend = connect({ accessToken });
      expect((await failureOf(request('bind-new-identifier', otherPhone))).code).toBe('unauthenticated');
    });

    it('needs the page to say who is signed in', async () => {
      backend = connect();
      const before = server.requests.length;
      const error = await failureOf(request('bind-new-identifier', otherPhone));
      expect(error).toMatchObject({ code: 'misconfigured' });
      expect(error.message).toContain('accessToken');
      expect(server.requests).toHaveLength(before);
    });
  });
});

test.each([
  [{ endpoint: '', anonKey }, 'endpoint="https://'],
  [{ endpoint: 'https://x.supabase.co/auth/v1', anonKey: '' }, '"anonKey"'],
])('a missing setting says what to write', (options, text) => {
  expect(() => createSupabaseBackend(options)).toThrow(text);
});
