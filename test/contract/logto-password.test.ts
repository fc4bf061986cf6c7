/** The adapter for Logto: the number with its password, what Logto says before, and what it asks for besides. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Next, Outcome } from '../../src/backends/backend.js';
import type { E164 } from '../../src/protocol.js';
import { failureOf, phone, wrongCode } from './backend-suite.js';
import type { LogtoOptions } from './logto-server.js';
import { nextIn, setUpLogto, type LogtoSetup } from './logto-setup.js';

const digits = phone.slice(1);
const other = '+12025550143' as E164;
const password = 'Xk9!vPq2#zLm';
const redirect = { kind: 'redirect', url: expect.stringMatching(/\/oidc\/auth\/\w+$/) as string };
const users = [{ phone: digits, password }];
const settings = { passwordSignIn: true };

let setup: LogtoSetup;
afterEach(() => setup.logto.close());
const start = async (options?: LogtoOptions) => (setup = await setUpLogto(options));

const withPassword = (given = password, number = phone): Promise<Outcome> =>
  setup.backend.signInWithPassword?.({ phone: number, password: given }, setup.call()) ??
  expect.fail('no signInWithPassword');
const answer = (next: Next, input: Parameters<NonNullable<typeof setup.backend.continueWith>>[1]) =>
  setup.backend.continueWith?.(next, input, setup.call()) ?? expect.fail('no continueWith');
const code = async (promise: Promise<unknown>) => (await failureOf(promise)).code;

describe('a password', () => {
  it('takes four calls', async () => {
    const { paths } = await start({ users, settings });
    expect(await withPassword()).toEqual(redirect);
    expect(paths()).toEqual([
      'PUT /api/experience',
      'POST /api/experience/verification/password',
      'POST /api/experience/identification',
      'POST /api/experience/submit',
    ]);
  });

  it('that is wrong, of nobody, or of an account without one is refused alike', async () => {
    await start({ users: [...users, { phone: other.slice(1) }], settings });
    expect(await code(withPassword('nope'))).toBe('credentials_invalid');
    expect(await code(withPassword(password, other))).toBe('credentials_invalid');
    expect(await code(withPassword(password, '+447700900999' as E164))).toBe('credentials_invalid');
    expect(await withPassword()).toEqual(redirect);
  });

  it('is locked after too many, and so is a code', async () => {
    const { backend, call, lastCode } = await start({ users, settings: { ...settings, maxAttempts: 3 } });
    for (const expected of ['credentials_invalid', 'credentials_invalid', 'account_locked'])
      expect(await code(withPassword('nope'))).toBe(expected);
    expect(await code(withPassword())).toBe('account_locked');
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(await code(backend.verifyCode(challenge, lastCode(), call()))).toBe('account_locked');
  });

  it('leaves a code that is on its way good', async () => {
    const { backend, call, lastCode } = await start({ users, settings });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(await code(withPassword('nope'))).toBe('credentials_invalid');
    expect(await backend.verifyCode(challenge, lastCode(), call())).toEqual(redirect);
  });

  it('of who is suspended is no way in, and neither is one that is switched off', async () => {
    const { logto } = await start({ users: [{ ...users[0], isSuspended: true }], settings });
    expect(await code(withPassword())).toBe('account_blocked');
    logto.users[0]!.isSuspended = false;
    logto.settings.passwordSignIn = false;
    expect(await code(withPassword())).toBe('unsupported');
  });

  it('that was forgotten is replaced, and then signs in', async () => {
    const { pass, paths } = await start({ users, settings });
    expect(await code(withPassword('nope'))).toBe('credentials_invalid');
    const next = nextIn(await pass(phone, 'forgot-password'));
    expect(await answer(next, { kind: 'new-password', password: 'Qw7#bNm4$tRe' })).toEqual({ kind: 'done' });
    expect(await withPassword('Qw7#bNm4$tRe')).toEqual(redirect);
    // It is begun anew: Logto does not go from signing in to a forgotten password by itself.
    expect(paths()).not.toContain('PUT /api/experience/interaction-event');
    expect(paths().filter(path => path === 'PUT /api/experience')).toHaveLength(3);
  });

  it('is in no address', async () => {
    const { logto } = await start({ users, settings });
    await withPassword();
    for (const { url } of logto.server.requests)
      expect(decodeURIComponent(url)).not.toMatch(/Xk9|7700900123/);
  });
});

describe('a password that an account must have', () => {
  const choose = (next: Next, given = password) => answer(next, { kind: 'new-password', password: given });

  it('is asked for when it is made', async () => {
    const { pass, logto, backend } = await start({ settings: { passwordSignUp: true } });
    await backend.prepare?.();
    const next = nextIn(await pass(phone, 'register'));
    // Eight is what Logto does not say, because it was not changed.
    expect(next).toMatchObject({ kind: 'new-password', minLength: 8 });
    expect(await failureOf(choose(next, '123'))).toMatchObject({ code: 'password_rejected', minLength: 8 });
    expect(await choose(next)).toEqual(redirect);
    expect(logto.users).toMatchObject([{ phone: digits, password }]);
    expect(logto.sms).toHaveLength(1);
  });

  it('is asked for after the switch to a registration', async () => {
    const { pass, logto } = await start({ settings: { passwordSignUp: true } });
    const confirm = nextIn(await pass(phone, 'sign-in'));
    const next = nextIn(await answer(confirm, { kind: 'confirm' }));
    expect(await choose(next)).toEqual(redirect);
    expect(logto.users).toMatchObject([{ phone: digits, password }]);
  });

  it('is asked for where an old account has none', async () => {
    const { pass, logto } = await start({ users: [{ phone: digits }], settings: { passwordSignUp: true } });
    expect(await choose(nextIn(await pass(phone, 'sign-in')))).toEqual(redirect);
    expect(logto.users).toMatchObject([{ phone: digits, password }]);
  });
});

describe('what Logto says to anyone', () => {
  const read = async (options?: LogtoOptions) => {
    await start(options);
    return setup.backend.prepare?.();
  };

  it.each([
    [{}, ['code']],
    [{ passwordSignIn: true }, ['code', 'password']],
    [{ passwordSignIn: true, isPasswordPrimary: true }, ['password', 'code']],
    [{ passwordSignIn: true, phoneSignIn: false }, ['password']],
    [{ phoneSignIn: false }, []],
  ])('%j is %j', async (given, firstFactors) => {
    expect(await read({ settings: given })).toMatchObject({ firstFactors });
  });

  it('a code that does not sign in is not sent', async () => {
    await read({ users, settings: { phoneSignIn: false } });
    const { backend, call, logto } = setup;
    expect(await code(backend.requestCode({ phone, purpose: 'sign-in' }, call()))).toBe('unsupported');
    expect(logto.sms).toEqual([]);
  });

  it('nobody is asked to register where nobody may', async () => {
    await read({ settings: { signUp: false } });
    const { backend, call, pass, logto } = setup;
    expect(await code(pass(phone, 'sign-in'))).toBe('account_not_found');
    expect(await code(backend.requestCode({ phone, purpose: 'register' }, call()))).toBe('signup_disabled');
    expect(logto.sms).toHaveLength(1);
  });

  it('a captcha may be wanted all the same', async () => {
    expect(await read()).toMatchObject({ captcha: 'maybe' });
  });

  it('a code lives as long as Logto says', async () => {
    await read({ users, settings: { version: '1.42', codeLifetime: 60 } });
    const { backend, call, clock } = setup;
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(challenge.expiresAtMs).toBe(clock.nowMs + 60_000);
  });

  it('is of no shape that was ever seen: nothing is switched off by it', async () => {
    const { logto, backend } = await start();
    logto.server.answerWith((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"signIn":7,"forgotPassword":null}'),
    );
    const said = await backend.prepare?.();
    expect(said).toMatchObject({ firstFactors: ['code'], purposes: backend.capabilities.purposes });
  });

  it.each([
    ['a forgotten password', 'forgot-password', {}],
    ['where nobody may register', 'sign-in', { signUp: false }],
  ] as const)('%s: whether there is an account is not told', async (_, purpose, given) => {
    await read({ settings: { version: '1.42', ...given } });
    const { backend, call, logto } = setup;
    const challenge = await backend.requestCode({ phone, purpose }, call());
    expect(challenge.isUncertain).toBe(true);
    expect(logto.sms).toEqual([]);
    expect(await code(backend.verifyCode(challenge, '123456', call()))).toBe('code_invalid');
  });

  it('the eleventh message within ten minutes is refused, and no time is made up', async () => {
    await read({ users, settings: { version: '1.42' } });
    const { backend, call } = setup;
    const ask = () => backend.requestCode({ phone, purpose: 'sign-in' }, call());
    for (let sent = 0; sent < 10; sent++) await ask();
    expect(await failureOf(ask())).toMatchObject({ code: 'rate_limited', retryAfter: undefined });
  });
});

describe('a second factor that is suggested', () => {
  const suggested = async (more: LogtoOptions['settings'] = {}) => {
    const { pass } = await start({ users, settings: { suggestsMfa: true, ...more } });
    const next = nextIn(await pass(phone, 'sign-in'));
    expect(next).toMatchObject({ kind: 'suggest-mfa', canConfirm: true });
    return next;
  };

  it('is the number itself, and no second message', async () => {
    expect(await answer(await suggested(), { kind: 'confirm' })).toEqual(redirect);
    expect(setup.logto.users).toMatchObject([{ hasEnabledMfa: true }]);
    expect(setup.logto.sms).toHaveLength(1);
  });

  it('can be put off', async () => {
    expect(await answer(await suggested(), { kind: 'skip' })).toEqual(redirect);
    expect(setup.logto.users).toMatchObject([{ hasSkippedMfa: true }]);
  });

  it('with more beside it holds nobody up', async () => {
    expect(await answer(await suggested({ suggestsAdditionalMfa: true }), { kind: 'confirm' })).toEqual(
      redirect,
    );
    expect(setup.paths()).toContain('POST /api/experience/profile/mfa/mfa-suggestion-skipped');
  });

  it('and cannot be set up here is gone on without', async () => {
    const next = nextIn(await answer(await suggested({ factors: ['Totp'] }), { kind: 'confirm' }));
    expect(next).toMatchObject({ kind: 'suggest-mfa', canConfirm: false });
    expect(await answer(next, { kind: 'skip' })).toEqual(redirect);
  });
});

describe('a check that the browser itself made twice', () => {
  /** The first answer never came, and nobody was told: the code is spent when the adapter hears of it. */
  const spend = async (given: string, id: string) => {
    const { browserFetch, logto } = setup;
    await browserFetch(`${logto.origin}/api/experience/verification/verification-code/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier: { type: 'phone', value: digits }, verificationId: id, code: given }),
    });
  };

  it('was right', async () => {
    const { backend, call, lastCode } = await start({ users });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    await spend(lastCode(), (challenge.state as { id: string }).id);
    expect(await backend.verifyCode(challenge, lastCode(), call())).toEqual(redirect);
  });

  it('was not right where Logto knows of none', async () => {
    const { backend, call, logto, lastCode } = await start({ users });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    logto.refuse('/verify', 'verification_code.not_found');
    expect(await code(backend.verifyCode(challenge, wrongCode(lastCode()), call()))).toBe('challenge_gone');
  });
});
