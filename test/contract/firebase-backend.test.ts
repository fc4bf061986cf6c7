/**
 * The Firebase adapter against a stand-in of its contract. `test/firebase-emulator` runs it against Google's emulator,
 * `test/clients` compares it with the official SDK.
 */
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { createFirebaseBackend, type FirebaseBackendOptions } from '../../src/backends/firebase.js';
import type { ErrorCode } from '../../src/errors.js';
import type { E164, Purpose } from '../../src/protocol.js';
import { backendContract, callOptions, failureOf, phone } from './backend-suite.js';
import { apiKey, startFirebase, type FirebaseServer } from './firebase-server.js';
import { answer } from './loopback.js';

backendContract(
  'firebase',
  async () => {
    const clock = { nowMs: Date.UTC(2026, 0, 1) };
    const server = await startFirebase(clock);
    return {
      server,
      clock,
      codes: server.codes,
      purpose: 'sign-in',
      connect: () => createFirebaseBackend({ endpoint: server.origin, apiKey }),
      outcome: { kind: 'session', claims: { phoneNumber: phone } },
      limit() {
        server.refuseWith(400, 'TOO_MANY_ATTEMPTS_TRY_LATER');
        return 60;
      },
      failDelivery: () => server.refuseWith(503, 'Error code: 39'),
    };
  },
  {
    tooManyTries: 'Firebase answers guesses with a limit of no known size',
    password: 'Firebase has no passwords of numbers',
    rateLimitedFor: 'Firebase never says for how long',
    repeatedRequest: 'Firebase has no idempotency keys',
    repeatedVerify: 'Firebase has no idempotency keys',
  },
);

describe('firebase', () => {
  const otherPhone = '+447700900999' as E164;
  let clock: { nowMs: number };
  let server: FirebaseServer;
  let backend: ReturnType<typeof createFirebaseBackend>;

  const connect = (options: Partial<FirebaseBackendOptions> = {}) =>
    createFirebaseBackend({ endpoint: server.origin, apiKey, ...options });
  const call = (changes = {}) => callOptions(clock, changes);
  const request = (purpose: Purpose = 'sign-in', to = phone, changes = {}) =>
    backend.requestCode({ phone: to, purpose }, call(changes));
  const lastCode = () => server.codes.at(-1) ?? expect.fail('nothing was texted');
  const verify = async (purpose?: Purpose, to?: E164) =>
    backend.verifyCode(await request(purpose, to), lastCode(), call());
  const lastBody = () => server.bodies.at(-1)?.body;

  beforeEach(async () => {
    clock = { nowMs: Date.UTC(2026, 0, 1) };
    server = await startFirebase(clock);
    backend = connect();
  });
  afterEach(() => server.close());

  it('answers the tokens, and what Firebase says beside them', async () => {
    expect(await verify()).toEqual({
      kind: 'session',
      token: 'id-token-of-user-2',
      expiresAtMs: clock.nowMs + 3_600_000,
      claims: {
        refreshToken: 'refresh',
        expiresIn: '3600',
        localId: 'user-2',
        isNewUser: true,
        phoneNumber: phone,
      },
    });
    clock.nowMs += 60_000;
    expect(await verify('register')).toMatchObject({ claims: { localId: 'user-2', isNewUser: false } });
  });

  it('sends the language of the message, the key in the address and nobody’s cookies', async () => {
    const credentials: unknown[] = [];
    backend = connect({
      fetch: (input, init) => {
        credentials.push(init?.credentials);
        return fetch(input, init);
      },
    });
    await backend.requestCode({ phone, purpose: 'sign-in' }, call({ locale: 'zh-TW' }));
    expect(credentials).toEqual(['omit']);
    expect(server.requests[0]?.headers['x-firebase-locale']).toBe('zh-TW');
    expect(server.requests[0]?.url).toBe(
      '/v1/accounts:sendVerificationCode?key=AIza%2Fkey%2Bof%20the%20project',
    );
  });

  it.each<[string, Partial<FirebaseBackendOptions>, string | undefined, object]>([
    ['none', {}, undefined, {}],
    [
      'reCAPTCHA v2',
      {},
      'token',
      { recaptchaToken: 'token', captchaResponse: 'NO_RECAPTCHA', recaptchaVersion: 'RECAPTCHA_ENTERPRISE' },
    ],
    [
      'reCAPTCHA Enterprise',
      { recaptchaVersion: 'RECAPTCHA_ENTERPRISE' },
      'token',
      { captchaResponse: 'token', recaptchaVersion: 'RECAPTCHA_ENTERPRISE' },
    ],
  ])('sends a captcha token of %s', async (_, options, captcha, fields) => {
    backend = connect(options);
    const challenge = await request('sign-in', phone, { captcha });
    const body = { phoneNumber: phone, clientType: 'CLIENT_TYPE_WEB', ...fields };
    expect(lastBody()).toEqual(body);
    await backend.resendCode(challenge, call({ captcha }));
    expect(lastBody()).toEqual(body);
  });

  it('tells a bad captcha from none, and wants one with each message', async () => {
    server.settings.captcha = 'right';
    expect((await failureOf(request())).code).toBe('captcha_required');
    expect((await failureOf(request('sign-in', phone, { captcha: 'wrong' }))).code).toBe('captcha_failed');
    const challenge = await request('sign-in', phone, { captcha: 'right' });
    expect((await failureOf(backend.resendCode(challenge, call()))).code).toBe('captcha_required');
  });

  it('learns the site key of reCAPTCHA from the project', async () => {
    expect(await backend.prepare?.()).toEqual({ captcha: { provider: 'recaptcha', siteKey: 'site-key' } });
    server.answerWith(answer(200, 'application/json', '{}'));
    expect(await backend.prepare?.()).toEqual({});
  });

  it('takes a code of another length', async () => {
    server.settings.codeLength = 8;
    backend = connect({ codeLength: 8 });
    expect((await request()).codeLength).toBe(lastCode().length);
  });

  it('takes each handle for itself', async () => {
    const first = await request();
    const second = await backend.resendCode(first, call());
    expect(second.state).not.toEqual(first.state);
    expect((await failureOf(backend.verifyCode(second, server.codes[0] ?? '', call()))).code).toBe(
      'code_invalid',
    );
    const gone = { ...first, state: { sessionInfo: 'of yesterday' } };
    expect((await failureOf(backend.verifyCode(gone, '123456', call()))).code).toBe('challenge_gone');
  });

  it('refuses who is disabled', async () => {
    await verify();
    Object.assign(server.users[0] ?? {}, { disabled: true });
    expect((await failureOf(verify())).code).toBe('account_blocked');
  });

  it.each<[number, string, ErrorCode, number | undefined]>([
    [400, 'INVALID_PHONE_NUMBER : TOO_SHORT', 'invalid_phone', undefined],
    [400, 'TOO_MANY_ATTEMPTS_TRY_LATER', 'rate_limited', 60],
    [400, 'QUOTA_EXCEEDED : Exceeded quota for verifying phone numbers.', 'rate_limited', 60],
    [429, 'RESOURCE_EXHAUSTED', 'rate_limited', 60],
    [503, 'Error code: 39', 'delivery_failed', undefined],
    [503, 'Error code: 7', 'server_error', undefined],
    [400, 'INVALID_APP_CREDENTIAL', 'captcha_failed', undefined],
    [400, 'ADMIN_ONLY_OPERATION', 'signup_disabled', undefined],
    [400, 'OPERATION_NOT_ALLOWED : The identity provider is not enabled.', 'misconfigured', undefined],
    [
      400,
      'OPERATION_NOT_ALLOWED : SMS unable to be sent until this region enabled by the app developer.',
      'phone_blocked',
      undefined,
    ],
    [403, 'Requests from referer https://shop.example/ are blocked.', 'misconfigured', undefined],
    [400, 'A_NEW_ONE', 'bad_response', undefined],
    [404, 'Not Found', 'misconfigured', undefined],
    [400, 'toString', 'bad_response', undefined],
  ])('reads %i %s', async (status, message, code, retryAfter) => {
    server.refuseWith(status, message);
    expect(await failureOf(request())).toMatchObject({ code, retryAfter });
  });

  it('says to the page’s author that the key is wrong, or the address', async () => {
    backend = connect({ apiKey: 'of nobody' });
    const error = await failureOf(request());
    expect(error).toMatchObject({ code: 'misconfigured' });
    expect(error.message).toContain('API key not valid');
    backend = connect({ endpoint: `${server.origin}/v1` });
    expect((await failureOf(request())).code).toBe('misconfigured');
  });

  it('refuses an account with a second factor, which is the SDK’s', async () => {
    const challenge = await request();
    server.answerWith(answer(200, 'application/json', '{"mfaPendingCredential":"x","mfaInfo":[]}'));
    const error = await failureOf(backend.verifyCode(challenge, lastCode(), call()));
    expect(error).toMatchObject({ code: 'unsupported' });
    expect(error.message).toContain('signIn');
  });

  describe('handed over to the page’s SDK', () => {
    it('gives it handle, code and purpose, and answers what it says', async () => {
      const handed: unknown[] = [];
      backend = connect({
        signIn: (...given) => {
          handed.push(given);
          return Promise.resolve({ uid: 'u' });
        },
      });
      expect(await verify()).toEqual({ kind: 'session', claims: { uid: 'u' } });
      expect(await verify('bind-new-identifier', otherPhone)).toEqual({ kind: 'done' });
      expect(handed).toEqual([
        ['session-1', server.codes[0], 'sign-in'],
        ['session-2', server.codes[1], 'bind-new-identifier'],
      ]);
      expect(server.bodies.map(({ path }) => path)).not.toContain('POST /v1/accounts:signInWithPhoneNumber');
    });

    it.each<[unknown, ErrorCode]>([
      [{ code: 'auth/invalid-verification-code' }, 'code_invalid'],
      [{ code: 'auth/code-expired' }, 'code_expired'],
      [{ code: 'auth/invalid-verification-id' }, 'challenge_gone'],
      [{ code: 'auth/too-many-requests' }, 'rate_limited'],
      [{ code: 'auth/quota-exceeded' }, 'rate_limited'],
      [{ code: 'auth/user-disabled' }, 'account_blocked'],
      [{ code: 'auth/credential-already-in-use' }, 'account_exists'],
      [{ code: 'auth/account-exists-with-different-credential' }, 'account_exists'],
      [{ code: 'auth/admin-restricted-operation' }, 'signup_disabled'],
      [{ code: 'auth/operation-not-allowed' }, 'misconfigured'],
      [{ code: 'auth/multi-factor-auth-required' }, 'unsupported'],
      [{ code: 'auth/requires-recent-login' }, 'unauthenticated'],
      [{ code: 'auth/network-request-failed' }, 'network'],
      [{ code: 'auth/internal-error' }, 'server_error'],
      [{ code: 7 }, 'server_error'],
      [undefined, 'server_error'],
      ['a text', 'server_error'],
    ])('reads what it throws: %j', async (thrown, code) => {
      backend = connect({
        async signIn() {
          await Promise.resolve();
          throw thrown as Error;
        },
      });
      const error = await failureOf(verify());
      expect(error.code).toBe(code);
      expect(error.cause).toBe(thrown);
    });

    it('reads what it throws at once', async () => {
      backend = connect({
        signIn: () => {
          throw new Error('no SDK');
        },
      });
      expect((await failureOf(verify())).code).toBe('server_error');
    });
  });

  describe('a number for who is signed in', () => {
    it('is linked by the ID token', async () => {
      await verify();
      const token = 'id-token-of-user-2';
      backend = connect({ idToken: () => token });
      expect(await verify('bind-new-identifier', otherPhone)).toEqual({ kind: 'done' });
      expect(lastBody()).toEqual({ idToken: token, sessionInfo: 'session-3', code: lastCode() });
      expect(server.users).toMatchObject([{ phoneNumber: otherPhone }]);
    });

    it('is not another account’s', async () => {
      await verify('sign-in', otherPhone);
      await verify();
      backend = connect({ idToken: () => Promise.resolve('id-token-of-user-2') });
      expect((await failureOf(verify('bind-new-identifier', phone))).code).toBe('account_exists');
    });

    it.each<[string, () => Promise<string>, ErrorCode]>([
      ['ended', () => Promise.resolve('ended'), 'unauthenticated'],
      ['empty', () => Promise.resolve(''), 'unauthenticated'],
      [
        'not to be had',
        () => Promise.reject(Object.assign(new Error(), { code: 'auth/user-token-expired' })),
        'unauthenticated',
      ],
    ])('needs a token that is not %s', async (_, idToken, code) => {
      backend = connect({ idToken });
      expect((await failureOf(verify('bind-new-identifier'))).code).toBe(code);
      expect(server.users).toEqual([]);
    });

    it('needs the page to say who is signed in', async () => {
      expect(backend.capabilities.purposes).toEqual(['sign-in', 'register']);
      const error = await failureOf(request('bind-new-identifier'));
      expect(error).toMatchObject({ code: 'unsupported' });
      expect(error.message).toContain('idToken');
    });
  });
});

test('goes to Google where no endpoint is set', async () => {
  const urls: unknown[] = [];
  const backend = createFirebaseBackend({
    apiKey: 'k',
    endpoint: '',
    fetch: url => {
      urls.push(url);
      return Promise.resolve(Response.json({ sessionInfo: 's' }));
    },
  });
  await backend.requestCode({ phone, purpose: 'sign-in' }, callOptions({ nowMs: 0 }));
  expect(urls).toEqual(['https://identitytoolkit.googleapis.com/v1/accounts:sendVerificationCode?key=k']);
});

test('a missing key says what to write', () => {
  expect(() => createFirebaseBackend({ apiKey: '' })).toThrow('"apiKey"');
});
