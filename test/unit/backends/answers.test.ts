/** The adapters before answers that no system should give, and what the page's author is told of them. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Backend, Challenge, Next } from '../../../src/backends/backend.js';
import { createBetterAuthBackend } from '../../../src/backends/better-auth.js';
import { createFirebaseBackend } from '../../../src/backends/firebase.js';
import { createHttpBackend } from '../../../src/backends/http.js';
import { loadBackend } from '../../../src/backends/index.js';
import { createLogtoAccountBackend } from '../../../src/backends/logto-account.js';
import { readLogtoSettings } from '../../../src/backends/logto-settings.js';
import { createLogtoBackend } from '../../../src/backends/logto.js';
import { createSupabaseBackend } from '../../../src/backends/supabase.js';
import { PhoneError } from '../../../src/errors.js';
import { purposes, type Purpose } from '../../../src/protocol.js';
import { callOptions, failureOf as rejectionOf, phone } from '../../contract/backend-suite.js';

const nowMs = 1_800_000_000_000;
const options = callOptions({ nowMs });

interface Asked {
  url: string;
  init: RequestInit;
}
let asked: Asked[] = [];
afterEach(() => {
  asked = [];
  vi.unstubAllGlobals();
});

/** Answers with these bodies in turn, the last one again and again; with a status before it where it is not 200. */
function answering(...answers: (object | [number, object | string])[]): typeof fetch {
  return (url, init = {}) => {
    const next = answers[Math.min(asked.length, answers.length - 1)]!;
    asked.push({ url: url instanceof Request ? url.url : url.toString(), init });
    const [status, body] = Array.isArray(next) ? (next as [number, object]) : [200, next];
    return Promise.resolve(
      typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status }),
    );
  };
}

const bodyOf = (index: number) => JSON.parse(asked[index]?.init.body as string) as Record<string, unknown>;

/** What a call rejects with, or throws at once. */
const failureOf = (act: () => unknown) => rejectionOf(Promise.resolve().then(act));

type Connect = (send: typeof fetch, endpoint?: string) => Backend;
const origin = 'https://auth.example';

const adapters: Record<string, Connect> = {
  http: (fetch, endpoint = origin) => createHttpBackend({ endpoint, fetch }),
  'better-auth': (fetch, endpoint = origin) => createBetterAuthBackend({ endpoint, fetch }),
  supabase: (fetch, endpoint = origin) => createSupabaseBackend({ endpoint, anonKey: 'anon', fetch }),
  firebase: (fetch, endpoint = origin) => createFirebaseBackend({ endpoint, apiKey: 'key', fetch }),
  logto: (fetch, endpoint = origin) => createLogtoBackend({ endpoint, fetch }),
  'logto-account': (fetch, endpoint = origin) =>
    createLogtoAccountBackend({ endpoint, accessToken: () => Promise.resolve('opaque'), fetch }),
};
const purposeOf = (name: string): Purpose =>
  name === 'logto-account' ? 'user-permission-validation' : 'sign-in';

/** What each keeps of a challenge. */
const states: Record<string, unknown> = {
  http: { id: 'abc' },
  'better-auth': 'better-auth',
  supabase: 'supabase',
  firebase: { sessionInfo: 'info' },
  logto: { id: 'abc', event: 'SignIn' },
  'logto-account': { recordId: 'abc', isOwn: true },
};
const challengeOf = (name: string, changes: Partial<Challenge> = {}): Challenge => ({
  phone,
  purpose: purposeOf(name),
  codeLength: 6,
  expiresAtMs: nowMs + 600_000,
  resendAtMs: nowMs + 60_000,
  attemptsLeft: undefined,
  maskedPhone: undefined,
  state: states[name],
  ...changes,
});

describe.each(Object.entries(adapters))('%s', (name, connect) => {
  it('takes an endpoint with slashes at its end, and leaves those within', async () => {
    await connect(answering([500, {}]), 'https://auth.example/a//b///')
      .requestCode({ phone, purpose: purposeOf(name) }, options)
      .catch(() => undefined);
    expect(asked[0]?.url).toMatch(/^https:\/\/auth\.example\/a\/\/b\/\w/);
  });

  it.each([undefined, null, 7, 'other', {}, { id: 7, recordId: 7, sessionInfo: 7, event: 'SignIn' }])(
    'asks nobody about a challenge whose state is %j',
    async state => {
      const backend = connect(answering({}));
      for (const act of [
        () => backend.verifyCode(challengeOf(name, { state }), '123456', options),
        () => backend.resendCode(challengeOf(name, { state }), options),
      ])
        expect((await failureOf(act)).code).toBe('challenge_gone');
      expect(asked).toEqual([]);
    },
  );

  it('says which purpose it does not serve, and sends nothing', async () => {
    if (name === 'http') return;
    const purpose = 'organization-invitation';
    const error = await failureOf(() => connect(answering({})).requestCode({ phone, purpose }, options));
    expect(error.code).toBe('unsupported');
    expect(error.message).toMatch(/organization-invitation/);
    expect(asked).toEqual([]);
  });
});

/** What a code is asked for with, and the answers to it that are none. */
const noChallenges: Record<string, { bodies: object[]; before?: object[]; message: RegExp }> = {
  http: {
    bodies: [{}, { id: 7 }, { id: 'a', purpose: 'sign-in', codeLength: 0, expiresIn: 600, resendIn: 60 }],
    message: /is not a challenge/,
  },
  firebase: { bodies: [{}, { sessionInfo: 7 }, { sessionInfo: '' }], message: /auth\.example .*sessionInfo/ },
  logto: {
    bodies: [{}, { verificationId: 7 }, { verificationId: '' }],
    before: [{}],
    message: /without verificationId/,
  },
  'logto-account': {
    bodies: [{}, { verificationRecordId: 7 }, { verificationRecordId: '' }],
    before: [{ primaryPhone: phone.slice(1) }],
    message: /not Logto’s/,
  },
};
describe.each(Object.entries(noChallenges))('%s', (name, { bodies, before = [], message }) => {
  it.each(bodies)('takes %j for no challenge', async body => {
    const backend = adapters[name]!(answering(...before, body));
    const error = await failureOf(() => backend.requestCode({ phone, purpose: purposeOf(name) }, options));
    expect(error.code).toBe('bad_response');
    expect(error.message).toMatch(message);
  });
});

/** What is answered to a right code, and is no session. */
const noSessions: Record<string, { bodies: object[]; before?: object[]; message: RegExp }> = {
  http: {
    bodies: [{}, { result: 'proof' }, { result: 'proof', token: 7 }],
    message: /no session and no proof/,
  },
  'better-auth': {
    bodies: [
      {},
      { token: 'a' },
      { token: 7, user: {} },
      { token: 'a', user: null },
      { token: 'a', user: 'ann' },
      { user: {} },
    ],
    message: /without a session/,
  },
  supabase: { bodies: [{}, { access_token: 7 }, { access_token: '' }], message: /without a session/ },
  firebase: { bodies: [{}, { idToken: 7 }, { idToken: '' }], message: /without an ID token/ },
  logto: {
    bodies: [{}, { redirectTo: 7 }, { redirectTo: '' }],
    before: [{}, {}],
    message: /without redirectTo/,
  },
};
describe.each(Object.entries(noSessions))('%s', (name, { bodies, before = [], message }) => {
  it.each(bodies)('signs nobody in for %j', async body => {
    const backend = adapters[name]!(answering(...before, body));
    const error = await failureOf(() => backend.verifyCode(challengeOf(name), '123456', options));
    expect(error.code).toBe('bad_response');
    expect(error.message).toMatch(message);
  });
});

it.each([
  ['supabase', { access_token: 'a', expires_in: '3600' }],
  ['firebase', { idToken: 'a', expiresIn: '0' }],
  ['firebase', { idToken: 'a' }],
  ['better-auth', { token: 'a', user: {} }],
])('%s: a session that does not say for how long has no end', async (name, body) => {
  const outcome = await adapters[name]!(answering(body)).verifyCode(challengeOf(name), '123456', options);
  expect(outcome).toMatchObject({ kind: 'session', token: 'a' });
  expect(outcome).not.toHaveProperty('expiresAtMs');
});

describe('an adapter by its name', () => {
  it.each(['nope', 'toString', '', '__proto__'])('is not there: %j', async name => {
    const error = await failureOf(() => loadBackend(name, { endpoint: origin }));
    expect(error.code).toBe('misconfigured');
    expect(error.message).toBe(
      `There is no backend "${name}". There are: http, better-auth, supabase, firebase, logto, logto-account.`,
    );
  });

  it.each([
    ['http', {}, 'https://auth.example/challenges', {}],
    ['better-auth', {}, 'https://auth.example/phone-number/send-otp', {}],
    ['supabase', { anonKey: 'anon' }, 'https://auth.example/otp', { apikey: 'anon' }],
    ['firebase', { apiKey: 'k1' }, 'https://auth.example/v1/accounts:sendVerificationCode?key=k1', {}],
    ['logto', { appId: 'app' }, 'https://auth.example/api/experience', { 'logto-app-id': 'app' }],
    [
      'logto-account',
      { accessToken: () => Promise.resolve('opaque') },
      'https://auth.example/api/my-account',
      { authorization: 'Bearer opaque' },
    ],
  ])('takes what all take, and what is its own: %s', async (name, own, url, headers) => {
    const backend = await loadBackend(name, { endpoint: origin, fetch: answering([500, {}]) }, own);
    await failureOf(() => backend.requestCode({ phone, purpose: purposeOf(name) }, options));
    expect(asked[0]?.url).toBe(url);
    expect(asked[0]?.init.headers).toMatchObject(headers);
  });

  it('says what its author left out', async () => {
    const { code, message } = await failureOf(() => loadBackend('supabase', { endpoint: origin }));
    expect([code, message]).toEqual(['misconfigured', expect.stringMatching(/^No anonKey is set/)]);
  });
});

describe('what the page’s author is told', () => {
  it.each([
    ['better-auth', [405, {}], /405 with no phone number plugin/],
    ['better-auth', [403, { code: 'INVALID_ORIGIN' }], /refused: INVALID_ORIGIN/],
    ['better-auth', [418, {}], /refused: 418/],
    ['supabase', [405, {}], /405 with JSON/],
    ['supabase', [418, { message: 'teapot' }], /refused: teapot/],
    ['firebase', [404, {}], /no error of Firebase/],
    ['firebase', [418, { error: { message: 'TEAPOT' } }], /refused: TEAPOT/],
    [
      'firebase',
      [400, { error: { message: 'UNSUPPORTED_FIRST_FACTOR' } }],
      /refused: UNSUPPORTED_FIRST_FACTOR/,
    ],
    ['logto', [418, {}], /JSON without a code/],
    ['logto-account', [418, {}], /JSON without a code/],
    ['http', [405, {}], /405 with JSON/],
  ] as [string, [number, object], RegExp][])('%s, answered %j', async (name, answer, message) => {
    const backend = adapters[name]!(answering(answer));
    const error = await failureOf(() => backend.requestCode({ phone, purpose: purposeOf(name) }, options));
    expect(error.message).toMatch(message);
    expect(error.retryAfter).toBeUndefined();
  });

  it.each([
    ['better-auth', [400, { code: 'INVALID_PHONE_NUMBER' }], 'invalid_phone'],
    ['supabase', [422, { code: 'sms_send_failed' }], 'delivery_failed'],
    ['firebase', [400, { error: { message: 'INVALID_PHONE_NUMBER' } }], 'invalid_phone'],
  ] as [string, [number, object], string][])(
    '%s: of what a person can mend, no more than its code',
    async (name, answer, code) => {
      const backend = adapters[name]!(answering(answer));
      const error = await failureOf(() => backend.requestCode({ phone, purpose: 'sign-in' }, options));
      expect([error.code, error.message, error.retryAfter]).toEqual([code, code, undefined]);
    },
  );

  it('names the address that answered with broken JSON', async () => {
    const send = () =>
      Promise.resolve(new Response('{"id":', { headers: { 'content-type': 'application/json' } }));
    const error = await failureOf(() =>
      adapters.http!(send).requestCode({ phone, purpose: 'sign-in' }, options),
    );
    expect([error.code, error.message]).toEqual([
      'bad_response',
      'https://auth.example/challenges answered with broken JSON.',
    ]);
  });
});

describe('better-auth', () => {
  const connect = (...answers: Parameters<typeof answering>) =>
    createBetterAuthBackend({ endpoint: origin, fetch: answering(...answers) });
  const reset: Next = { kind: 'new-password', code: '123456', state: { phoneNumber: phone } };
  const saving = (backend: Backend, password: string, next: Next = reset) =>
    backend.continueWith!(next, { kind: 'new-password', password }, options);

  it('goes on with a code where a number with its password was never confirmed', async () => {
    const backend = connect([401, { code: 'PHONE_NUMBER_NOT_VERIFIED' }]);
    expect(await backend.signInWithPassword!({ phone, password: 'right' }, options)).toEqual({
      kind: 'next',
      next: {
        kind: 'challenge',
        challenge: challengeOf('better-auth', { expiresAtMs: nowMs + 300_000 }),
      },
    });
  });

  it('says that a message may not have been sent only where it resets a password', async () => {
    const backend = connect({});
    const sent = await backend.requestCode({ phone, purpose: 'sign-in' }, options);
    expect(sent).not.toHaveProperty('isUncertain');
    const reset = await backend.requestCode({ phone, purpose: 'forgot-password' }, options);
    expect(reset).toMatchObject({ isUncertain: true });
  });

  it('answers nothing that it never asked', async () => {
    const backend = connect({});
    for (const act of [
      () => saving(backend, 'long enough', { kind: 'confirm-register', state: {} }),
      () => backend.continueWith!(reset, { kind: 'confirm' }, options),
    ])
      expect(await failureOf(act)).toMatchObject({
        code: 'unsupported',
        message: expect.stringMatching(
          /^better-auth never asks for "(confirm-register|new-password)"/,
        ) as string,
      });
    expect(asked).toEqual([]);
  });

  it('judges a password before its code is spent', async () => {
    const backend = connect({});
    expect(await failureOf(() => saving(backend, 'x'.repeat(7)))).toMatchObject({
      code: 'password_rejected',
      minLength: 8,
    });
    expect((await failureOf(() => saving(backend, 'x'.repeat(129)))).code).toBe('password_rejected');
    expect(asked).toEqual([]);
    for (const length of [8, 128])
      expect(await saving(backend, 'x'.repeat(length))).toEqual({ kind: 'done' });
    expect(bodyOf(0)).toEqual({ otp: '123456', phoneNumber: phone, newPassword: 'x'.repeat(8) });
  });

  it.each([
    [
      'password',
      (backend: Backend) => backend.signInWithPassword!({ phone, password: 'a' }, options),
      'sign-in',
    ],
    ['code', (backend: Backend) => backend.verifyCode(challengeOf('better-auth'), '1', options), 'verify'],
    ['reset', (backend: Backend) => saving(backend, 'long enough'), 'reset-password'],
  ])('names the address where it refuses a %s for what its server lacks', async (_, act, path) => {
    const error = await failureOf(() => act(connect([403, { code: 'INVALID_ORIGIN' }])));
    expect(error).toMatchObject({ code: 'misconfigured', message: expect.stringContaining(path) as string });
  });
});

describe('supabase', () => {
  const bind = (accessToken: () => string | Promise<string>, ...answers: Parameters<typeof answering>) =>
    createSupabaseBackend({
      endpoint: origin,
      anonKey: 'anon',
      accessToken,
      fetch: answering(...answers),
    }).requestCode({ phone, purpose: 'bind-new-identifier' }, options);

  it.each([
    ['throws', () => expect.fail('no session')],
    ['rejects', () => Promise.reject(new Error('no session'))],
    ['is empty', () => ''],
  ])('changes no number where the token %s', async (_, token) => {
    expect((await failureOf(() => bind(token, {}))).code).toBe('unauthenticated');
    expect(asked).toEqual([]);
  });

  it('knows a number that the account has already by that nothing is pending', async () => {
    const own = phone.slice(1);
    expect((await failureOf(() => bind(() => 'jwt', { phone: own }))).code).toBe('account_exists');
    for (const user of [{ phone: own, new_phone: '447700900999' }, { phone: '447700900999' }, {}])
      expect(await bind(() => 'jwt', user)).toMatchObject({ purpose: 'bind-new-identifier' });
  });

  it('sends the captcha with a password, too', async () => {
    const backend = adapters.supabase!(answering({ access_token: 'a' }));
    await backend.signInWithPassword!({ phone, password: 'right' }, { ...options, captcha: 'token' });
    expect(bodyOf(0)).toMatchObject({ gotrue_meta_security: { captcha_token: 'token' } });
  });
});

describe('firebase', () => {
  const withHost = (signIn: () => Promise<Record<string, unknown>>) =>
    createFirebaseBackend({ endpoint: origin, apiKey: 'key', signIn, fetch: answering({}) });
  const check = (backend: Backend) => backend.verifyCode(challengeOf('firebase'), '123456', options);

  it('hands on what the host’s function rejects with', async () => {
    const own = new PhoneError('account_blocked');
    expect(await failureOf(() => check(withHost(() => Promise.reject(own))))).toBe(own);
  });

  it.each([
    [{ code: 'auth/code-expired' }, 'code_expired'],
    [{ code: 'auth/never-heard-of' }, 'server_error'],
    [{ code: 'x/auth/code-expired' }, 'server_error'],
    [null, 'server_error'],
  ])('reads what its SDK throws: %j', async (thrown, code) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what an SDK throws need be no Error
    const error = await failureOf(() => check(withHost(() => Promise.reject(thrown))));
    expect(error.code).toBe(code);
    expect(error.message).toBe(`The SDK threw ${String(thrown?.code)}.`);
  });

  it('takes the ID token of who is signed in for a changed number alone', async () => {
    const idToken = vi.fn(() => 'jwt');
    const fetch = answering({ idToken: 'a' });
    const backend = createFirebaseBackend({ endpoint: origin, apiKey: 'key', idToken, fetch });
    await backend.verifyCode(challengeOf('firebase'), '123456', options);
    expect(idToken).not.toHaveBeenCalled();
    expect(bodyOf(0)).toEqual({ sessionInfo: 'info', code: '123456' });
  });
});

describe('logto', () => {
  const settingsOf = (body: object) => readLogtoSettings(origin, purposes, answering(body));

  it.each([
    [{}, ['code']],
    [{ signIn: { methods: [] } }, []],
    [{ signIn: { methods: [null, { identifier: 'email', password: true }] } }, []],
    [{ signIn: { methods: [{ identifier: 'email' }, { identifier: 'phone' }] } }, ['code']],
    [
      { signIn: { methods: [{ identifier: 'phone', verificationCode: false, password: true }] } },
      ['password'],
    ],
    [
      { signIn: { methods: [{ identifier: 'phone', password: true, isPasswordPrimary: true }] } },
      ['password', 'code'],
    ],
  ])('reads the first factors of a phone: %j', async (body, firstFactors) => {
    expect((await settingsOf(body)).firstFactors).toEqual(firstFactors);
    expect(asked[0]).toMatchObject({
      url: 'https://auth.example/api/.well-known/sign-in-exp',
      init: { credentials: 'include' },
    });
  });

  it('leaves out what is switched off, and nothing else', async () => {
    expect((await settingsOf({})).purposes).toEqual(purposes);
    const { purposes: left } = await settingsOf({ signInMode: 'SignIn', forgotPassword: { phone: false } });
    expect(purposes.filter(purpose => !left?.includes(purpose))).toEqual(['register', 'forgot-password']);
    expect((await settingsOf({ forgotPassword: { email: false } })).purposes).toEqual(purposes);
  });

  it.each([
    [{}, undefined, undefined],
    [{ verificationCodePolicy: { expirationDuration: 300 } }, 300, undefined],
    [{ verificationCodePolicy: { expirationDuration: '300' }, passwordPolicy: {} }, undefined, 8],
    [{ passwordPolicy: { length: { min: 12 } } }, undefined, 12],
    [{ passwordPolicy: { length: { min: '12' } } }, undefined, 8],
  ])('reads how long a code lives and a password is: %j', async (body, lifetime, length) => {
    const { codeLifetime, minPasswordLength } = await settingsOf(body);
    expect([codeLifetime, minPasswordLength]).toEqual([lifetime, length]);
  });

  it('says that a message was sent only where anyone may register, and Logto has said so', async () => {
    for (const [settings, isUncertain] of [
      [{ signInMode: 'SignIn' }, true],
      [{ signInMode: 'SignInAndRegister' }, undefined],
      [undefined, true],
    ] as const) {
      asked = [];
      const sends = [{}, { verificationId: 'id' }];
      const backend = adapters.logto!(answering(...(settings ? [settings] : []), ...sends));
      if (settings) await backend.prepare!();
      const sent = await backend.requestCode({ phone, purpose: 'sign-in' }, options);
      expect(sent.isUncertain).toBe(isUncertain);
    }
  });

  it('wants a number wherever the account’s own is not meant', async () => {
    const error = await failureOf(() =>
      adapters.logto!(answering({})).requestCode({ phone: undefined, purpose: 'register' }, options),
    );
    expect([error.code, error.message]).toEqual(['invalid_phone', '"register" needs a number.']);
    expect(asked).toEqual([]);
  });

  it('does without a factor alone, not without a number', async () => {
    const error = await failureOf(() =>
      adapters.logto!(answering({})).skip?.('bind-new-identifier', options),
    );
    expect([error.code, error.message]).toEqual([
      'unsupported',
      'Logto does not go on without "bind-new-identifier".',
    ]);
  });

  it.each([
    [{ kind: 'new-password', state: {} }, { kind: 'confirm' }],
    [
      { kind: 'new-phone', purpose: 'bind-mfa', canSkip: false, state: {} },
      { kind: 'new-password', password: 'a' },
    ],
    [
      { kind: 'send-code', maskedPhone: undefined, state: {} },
      { kind: 'phone', phone },
    ],
    [{ kind: 'confirm-register', state: {} }, { kind: 'skip' }],
  ] as [Next, Parameters<NonNullable<Backend['continueWith']>>[1]][])(
    'answers %j with %j nothing',
    async (next, input) => {
      const error = await failureOf(() =>
        adapters.logto!(answering({})).continueWith?.(next, input, options),
      );
      expect([error.code, error.message]).toEqual([
        'unsupported',
        `Nothing answers "${next.kind}" with "${input.kind}".`,
      ]);
      expect(asked).toEqual([]);
    },
  );

  it.each([{}, { verificationId: 7 }, { verificationId: '' }])(
    'takes %j for no right password',
    async body => {
      const backend = adapters.logto!(answering({}, body));
      const error = await failureOf(() => backend.signInWithPassword?.({ phone, password: 'a' }, options));
      expect([error.code, error.message]).toEqual(['bad_response', 'Logto answered without verificationId.']);
    },
  );

  it.each([
    [[{ code: 'password_rejected.too_short', interpolation: { min: 10 } }], 10],
    [[null, { code: 'password_rejected.too_short', interpolation: { min: '10' } }], undefined],
    [[{ code: 'password_rejected.pwned', interpolation: { min: 10 } }], undefined],
    [[{ code: 'password_rejected.too_short' }], undefined],
    ['too short', undefined],
  ])('reads how short a password was: %j', async (data, minLength) => {
    const backend = adapters.logto!(answering([422, { code: 'password.rejected', data }]));
    const next: Next = { kind: 'new-password', state: undefined };
    const error = await failureOf(() =>
      backend.continueWith?.(next, { kind: 'new-password', password: 'a' }, options),
    );
    expect([error.code, error.minLength]).toEqual(['password_rejected', minLength]);
  });
});

describe('logto-account', () => {
  const connect = (verificationRecordId: string | undefined, ...answers: Parameters<typeof answering>) =>
    createLogtoAccountBackend({
      endpoint: origin,
      accessToken: () => Promise.resolve('opaque'),
      verificationRecordId,
      fetch: answering(...answers),
    });
  const binding = challengeOf('logto-account', { purpose: 'bind-new-identifier' });

  it('changes no number without a proof, at whichever step it is missed', async () => {
    const backend = connect(undefined, {});
    for (const act of [
      () => backend.requestCode({ phone, purpose: 'bind-new-identifier' }, options),
      () => backend.resendCode(binding, options),
      () => backend.verifyCode(binding, '123456', options),
    ])
      expect(await failureOf(act)).toMatchObject({
        code: 'misconfigured',
        message: expect.stringMatching(/verificationRecordId.*"phone-verified"/) as string,
      });
    expect(asked).toEqual([]);
  });

  it('says what failed where the page has no token', async () => {
    const accessToken = () => Promise.reject(new Error('signed out'));
    const backend = createLogtoAccountBackend({ endpoint: origin, accessToken, fetch: answering({}) });
    const error = await failureOf(() =>
      backend.requestCode({ phone, purpose: 'user-permission-validation' }, options),
    );
    expect(error).toMatchObject({
      code: 'unauthenticated',
      message: 'The page’s accessToken() failed.',
      cause: { message: 'signed out' },
    });
  });

  it.each([
    ['447700900999', 'phone_mismatch', 'Only the account’s own number proves who is signed in.'],
    [null, 'phone_mismatch', 'Only the account’s own number proves who is signed in.'],
  ])('sends nothing to another number than %j', async (primaryPhone, code, message) => {
    const error = await failureOf(() =>
      connect(undefined, { primaryPhone }).requestCode(
        { phone, purpose: 'user-permission-validation' },
        options,
      ),
    );
    expect([error.code, error.message]).toEqual([code, message]);
    expect(asked).toHaveLength(1);
  });

  it('proves a number for as long as Logto says, and for no known time where it says nothing', async () => {
    for (const [proofExpiresAtMs, expiry] of [
      [nowMs, { expiresAtMs: nowMs }],
      ['soon', {}],
    ] as const) {
      const state = { recordId: 'abc', proofExpiresAtMs, isOwn: true };
      const outcome = await connect(undefined, {}).verifyCode(
        challengeOf('logto-account', { state }),
        '123456',
        options,
      );
      expect(outcome).toEqual({ kind: 'proof', token: 'abc', claims: { phone }, ...expiry });
    }
  });

  it('takes "not found" for right only after an answer that was lost', async () => {
    const gone: [number, object] = [404, { code: 'verification_code.not_found' }];
    const own = challengeOf('logto-account');
    const refused = connect(undefined, gone);
    for (let times = 0; times < 2; times++)
      expect((await failureOf(() => refused.verifyCode(own, '123456', options))).code).toBe('challenge_gone');

    asked = [];
    const lost = connect(undefined, [503, { code: 'server.down' }], gone);
    expect((await failureOf(() => lost.verifyCode(own, '123456', options))).code).toBe('server_error');
    expect(await lost.verifyCode(own, '123456', options)).toMatchObject({ kind: 'proof' });

    asked = [];
    const other = connect(
      undefined,
      [503, { code: 'server.down' }],
      [400, { code: 'verification_code.expired' }],
    );
    await failureOf(() => other.verifyCode(own, '123456', options));
    expect((await failureOf(() => other.verifyCode(own, '123456', options))).code).toBe('code_expired');
  });
});
