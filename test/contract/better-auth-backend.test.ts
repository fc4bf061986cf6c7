/** The better-auth adapter against better-auth itself. */
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { Backend, Challenge, Next } from '../../src/backends/backend.js';
import { createBetterAuthBackend, type BetterAuthBackendOptions } from '../../src/backends/better-auth.js';
import type { Purpose } from '../../src/protocol.js';
import { backendContract, callOptions, failureOf, password, phone, wrongCode } from './backend-suite.js';
import {
  fromPage,
  startBetterAuth,
  type BetterAuthServer,
  type ServerOptions,
} from './better-auth-server.js';
import { answer, cookieFetch, startLoopback, type Loopback } from './loopback.js';

// It has no clock of its own: the process's is moved, and its timers run on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const clock = {
  get nowMs() {
    return Date.now();
  },
  set nowMs(to: number) {
    vi.setSystemTime(to);
  },
};
const call = (changes = {}) => callOptions(clock, changes);

backendContract(
  'better-auth',
  async () => {
    const server = await startBetterAuth({
      options: {
        rateLimit: {
          enabled: true,
          // Not the default, which all servers of one process share.
          storage: 'database',
          customRules: { '/phone-number/send-otp': { window: 30, max: 2 }, '/phone-number/*': false },
        },
      },
    });
    const browserFetch = fromPage(cookieFetch());
    const connect = () =>
      createBetterAuthBackend({ endpoint: `${server.origin}/api/auth`, fetch: browserFetch });
    return {
      server,
      clock,
      codes: server.codes,
      purpose: 'sign-in',
      connect,
      outcome: { kind: 'session', token: expect.any(String) as string },
      async limitFor() {
        const request = { phone, purpose: 'sign-in' as const };
        for (let sent = 0; sent < 2; sent++) await connect().requestCode(request, call());
        clock.nowMs += 10_000;
        return 20;
      },
      limit() {
        // A page of another origin may not read the header that says it.
        server.answerWith(answer(429, 'application/json', '{"message":"Too many requests."}'));
        return 60;
      },
      async givePassword() {
        const post = (path: string, body: object) =>
          fromPage(fetch)(`${server.origin}/api/auth/phone-number${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ phoneNumber: phone, ...body }),
          });
        await post('/send-otp', {});
        await post('/verify', { code: server.codes[0] });
        await post('/request-password-reset', {});
        await post('/reset-password', { otp: server.resetCodes[0], newPassword: password });
        server.forget();
      },
      failDelivery() {
        // It writes what its host throws to the console.
        vi.spyOn(console, 'error').mockReturnValue();
        server.failDelivery();
      },
    };
  },
  {
    repeatedRequest: 'better-auth has no idempotency keys',
    repeatedVerify: 'better-auth has no idempotency keys',
  },
);

describe('better-auth', () => {
  let server: BetterAuthServer;
  let browserFetch: typeof fetch;
  let backend: Backend;
  let siteVerify: Loopback | undefined;

  async function start(settings: ServerOptions = {}, options: Partial<BetterAuthBackendOptions> = {}) {
    server = await startBetterAuth(settings);
    browserFetch = fromPage(cookieFetch());
    backend = createBetterAuthBackend({
      endpoint: `${server.origin}/api/auth`,
      fetch: browserFetch,
      ...options,
    });
  }
  afterEach(async () => {
    await server.close();
    await siteVerify?.close();
    siteVerify = undefined;
  });

  const request = (purpose: Purpose, to = phone, changes = {}) =>
    backend.requestCode({ phone: to, purpose }, call(changes));
  const lastCode = () => server.codes.at(-1) ?? expect.fail('nothing was texted');
  const verify = async (purpose: Purpose, to = phone) =>
    backend.verifyCode(await request(purpose, to), lastCode(), call());
  /** Who the browser's cookie says is signed in. */
  const session = async () =>
    (await (await browserFetch(`${server.origin}/api/auth/get-session`)).json()) as {
      user: Record<string, unknown>;
      session: Record<string, unknown>;
    } | null;
  const otherPhone = '+447700900999' as typeof phone;

  it('signs in by cookie, and says who it is', async () => {
    await start();
    const outcome = await verify('sign-in');
    const signedIn = await session();
    expect(signedIn?.user['phoneNumber']).toBe(phone);
    expect(outcome).toMatchObject({
      kind: 'session',
      token: signedIn?.session['token'],
      claims: { user: { id: signedIn?.user['id'], phoneNumber: phone, phoneNumberVerified: true } },
    });
  });

  it('registers where the number is new, and signs in to the same account after that', async () => {
    await start();
    await verify('register');
    await verify('sign-in');
    expect(server.users).toHaveLength(1);
  });

  it.each([
    ['sign-in', 'account_not_found'],
    ['register', 'signup_disabled'],
  ] as const)('where it makes no accounts, to %s with a new number is %s', async (purpose, code) => {
    await start({ phoneNumber: { signUpOnVerification: undefined } });
    expect((await failureOf(verify(purpose))).code).toBe(code);
    expect(await session()).toBeNull();
  });

  it('refuses who is banned', async () => {
    await start();
    await verify('sign-in');
    Object.assign(server.users[0] ?? {}, { banned: true });
    expect((await failureOf(verify('sign-in'))).code).toBe('account_blocked');
  });

  it('refuses a number that the host does not take', async () => {
    await start({ phoneNumber: { phoneNumberValidator: () => false } });
    expect((await failureOf(request('sign-in'))).code).toBe('invalid_phone');
    expect(server.codes).toEqual([]);
  });

  describe('changes the number', () => {
    it('of who is signed in', async () => {
      await start();
      await verify('sign-in');
      const before = await session();
      expect(await verify('bind-new-identifier', otherPhone)).toEqual({ kind: 'done' });
      const after = await session();
      expect(after?.user).toMatchObject({ id: before?.user['id'], phoneNumber: otherPhone });
    });

    it('of nobody, when nobody is signed in', async () => {
      await start();
      expect((await failureOf(verify('bind-new-identifier'))).code).toBe('unauthenticated');
      expect(server.users).toEqual([]);
    });

    it('not to the number of another account', async () => {
      await start();
      await verify('sign-in', otherPhone);
      await verify('sign-in');
      expect((await failureOf(verify('bind-new-identifier', otherPhone))).code).toBe('account_exists');
    });
  });

  describe('resets a password', () => {
    const newPassword = (password: string) => ({ kind: 'new-password' as const, password });
    const signIn = (password: string) =>
      browserFetch(`${server.origin}/api/auth/sign-in/phone-number`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ phoneNumber: phone, password }),
      });

    async function askForPassword(code?: string): Promise<{ challenge: Challenge; next: Next }> {
      const challenge = await request('forgot-password');
      const before = server.requests.length;
      const typed = code ?? server.resetCodes.at(-1) ?? expect.fail('nothing was texted');
      const outcome = await backend.verifyCode(challenge, typed, call());
      expect(server.requests).toHaveLength(before);
      return { challenge, next: outcome.kind === 'next' ? outcome.next : expect.fail(outcome.kind) };
    }
    const answerNext = (next: Next, password: string) =>
      backend.continueWith?.(next, newPassword(password), call()) ?? expect.fail('no continueWith');

    beforeEach(async () => {
      await start();
      await verify('sign-in');
    });

    it('with code and password in one call', async () => {
      const { next } = await askForPassword();
      expect(next).toMatchObject({ kind: 'new-password', code: server.resetCodes[0], minLength: 8 });
      expect(await answerNext(next, 'correct horse')).toEqual({ kind: 'done' });
      expect((await signIn('correct horse')).status).toBe(200);
      expect((await signIn('wrong horse')).status).toBe(401);
    });

    it('keeps the code out of what may be stored', async () => {
      const { challenge, next } = await askForPassword();
      const { state } = next as { state: unknown };
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      for (const kept of [challenge, state]) expect(JSON.stringify(kept)).not.toContain(server.resetCodes[0]);
    });

    it('refuses a wrong code, after which the right one still counts', async () => {
      const { challenge, next } = await askForPassword('000000');
      expect((await failureOf(answerNext(next, 'correct horse'))).code).toBe('code_invalid');
      const right = await backend.verifyCode(challenge, server.resetCodes[0] ?? '', call());
      const again = right.kind === 'next' ? right.next : expect.fail();
      expect(await answerNext(again, 'correct horse')).toEqual({ kind: 'done' });
    });

    it('refuses an expired code, and too many', async () => {
      const expired = await askForPassword();
      clock.nowMs += 301_000;
      expect((await failureOf(answerNext(expired.next, 'correct horse'))).code).toBe('code_expired');
      const { next } = await askForPassword('000000');
      for (let tries = 0; tries < 3; tries++) await failureOf(answerNext(next, 'correct horse'));
      expect((await failureOf(answerNext(next, 'correct horse'))).code).toBe('too_many_attempts');
    });

    it('refuses a password before the server spends the code on it', async () => {
      const { next } = await askForPassword();
      const before = server.requests.length;
      expect(await failureOf(answerNext(next, '1234567'))).toMatchObject({
        code: 'password_rejected',
        minLength: 8,
      });
      expect(await failureOf(answerNext(next, 'a'.repeat(129)))).toMatchObject({
        code: 'password_rejected',
        minLength: undefined,
      });
      expect(server.requests).toHaveLength(before);
      expect(await answerNext(next, '12345678')).toEqual({ kind: 'done' });
    });

    it('loses the code where the server wants a longer password than the page says', async () => {
      await server.close();
      await start({ options: { emailAndPassword: { enabled: true, minPasswordLength: 12 } } });
      await verify('sign-in');
      const { next } = await askForPassword();
      expect((await failureOf(answerNext(next, '12345678'))).code).toBe('password_rejected');
      expect((await failureOf(answerNext(next, '123456789012'))).code).toBe('challenge_gone');
    });

    it('sends nothing to a number without an account, and does not say so', async () => {
      const challenge = await request('forgot-password', otherPhone);
      expect(challenge.phone).toBe(otherPhone);
      expect(server.resetCodes).toEqual([]);
    });

    it('resends by asking again', async () => {
      const challenge = await request('forgot-password');
      await backend.resendCode(challenge, call());
      expect(server.resetCodes).toHaveLength(2);
      expect(server.codes).toHaveLength(1);
    });
  });

  describe('wants a captcha', () => {
    let isHuman: boolean;
    beforeEach(async () => {
      isHuman = true;
      siteVerify = await startLoopback((request, response) =>
        answer(200, 'application/json', JSON.stringify({ success: isHuman }))(request, response),
      );
      await start({ siteVerifyUrl: siteVerify.origin });
    });

    it('and takes a token', async () => {
      const challenge = await request('sign-in', phone, { captcha: 'a token' });
      expect(server.requests[0]?.headers['x-captcha-response']).toBe('a token');
      await backend.resendCode(challenge, call({ captcha: 'another token' }));
      expect(server.requests[1]?.headers['x-captcha-response']).toBe('another token');
      expect(server.codes).toHaveLength(2);
    });

    it('and says so where there is none', async () => {
      expect((await failureOf(request('sign-in'))).code).toBe('captcha_required');
    });

    it('and refuses a bad one', async () => {
      isHuman = false;
      expect((await failureOf(request('sign-in', phone, { captcha: 'a token' }))).code).toBe(
        'captcha_failed',
      );
    });
  });

  describe('says to the page’s author', () => {
    it('that the page’s origin is not trusted', async () => {
      const jar = new Map<string, string>();
      await start({}, { fetch: fromPage(cookieFetch(jar)) });
      await verify('sign-in');
      const stranger = createBetterAuthBackend({
        endpoint: `${server.origin}/api/auth`,
        fetch: fromPage(cookieFetch(jar), 'https://stranger.example'),
      });
      const error = await failureOf(stranger.requestCode({ phone, purpose: 'sign-in' }, call()));
      expect(error).toMatchObject({ code: 'misconfigured' });
      expect(error.message).toContain('INVALID_ORIGIN');
    });

    it.each(['/api', '/api/auth/v2'])('that nothing answers at %s', async path => {
      await start();
      backend = createBetterAuthBackend({ endpoint: server.origin + path, fetch: fromPage(cookieFetch()) });
      expect(await failureOf(request('sign-in'))).toMatchObject({ code: 'misconfigured' });
    });

    it('that the plugin has nothing to send with', async () => {
      await start({ phoneNumber: { sendOTP: undefined } as object });
      expect((await failureOf(request('sign-in'))).code).toBe('misconfigured');
    });
  });

  it('sends the page’s cookies, and only what the plugin reads', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    await start();
    backend = createBetterAuthBackend({
      endpoint: `${server.origin}/api/auth/`,
      fetch: (input, init) => {
        sent.push([input as string, init]);
        return browserFetch(input, init);
      },
    });
    await verify('sign-in');
    await failureOf(backend.verifyCode(await request('bind-new-identifier'), wrongCode(lastCode()), call()));
    const base = `${server.origin}/api/auth/phone-number`;
    expect(sent.map(([url, init]) => [url, JSON.parse(init?.body as string) as unknown])).toEqual([
      [`${base}/send-otp`, { phoneNumber: phone }],
      [`${base}/verify`, { phoneNumber: phone, code: server.codes[0] }],
      [`${base}/send-otp`, { phoneNumber: phone }],
      [`${base}/verify`, { phoneNumber: phone, code: wrongCode(server.codes[1]), updatePhoneNumber: true }],
    ]);
    for (const [, init] of sent) expect(init).toMatchObject({ method: 'POST', credentials: 'include' });
  });

  it('is told the length and the life of a code', async () => {
    await start(
      { phoneNumber: { otpLength: 4, expiresIn: 120 } },
      { codeLength: 4, expiresIn: 120, fetch: fromPage(fetch) },
    );
    expect(await request('sign-in')).toMatchObject({ codeLength: 4, expiresAtMs: clock.nowMs + 120_000 });
    expect(lastCode()).toHaveLength(4);
  });
});

test('a missing endpoint says what to write', () => {
  expect(() => createBetterAuthBackend({ endpoint: '' })).toThrow('endpoint="/api/auth"');
});
