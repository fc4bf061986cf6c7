/** The adapter for Logto's Account API: proving who one is, and changing one's number. */
import { afterEach, describe, expect, it } from 'vitest';
import { loadBackend } from '../../src/backends/index.js';
import {
  createLogtoAccountBackend,
  type LogtoAccountBackendOptions,
} from '../../src/backends/logto-account.js';
import { PhoneError, type ErrorCode } from '../../src/errors.js';
import type { E164 } from '../../src/protocol.js';
import { backendContract, callOptions, failureOf, phone, wrongCode, type System } from './backend-suite.js';
import { logtoErrors, type LogtoCode } from './logto-errors.js';
import { startLogto } from './logto-server.js';
import { answer } from './loopback.js';

const digits = phone.slice(1);
const other = '+12025550143' as E164;

async function setUp(changes: Partial<LogtoAccountBackendOptions> = {}) {
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const logto = await startLogto({ users: [{ phone: digits }], nowMs: () => clock.nowMs });
  const [user] = logto.users;
  const token = logto.tokenOf(user ?? expect.fail('no user'));
  const connect = (more: Partial<LogtoAccountBackendOptions> = {}) =>
    createLogtoAccountBackend({
      endpoint: logto.origin,
      accessToken: () => Promise.resolve(token),
      ...changes,
      ...more,
    });
  const call = (more?: Parameters<typeof callOptions>[1]) => callOptions(clock, more);
  const lastCode = () => logto.sms.at(-1)?.code ?? 'nothing was texted';
  const backend = connect();
  /** A proof of identity, as a page gets it before a number is changed. */
  const prove = async () => {
    const request = { phone, purpose: 'user-permission-validation' as const };
    const outcome = await backend.verifyCode(await backend.requestCode(request, call()), lastCode(), call());
    return outcome.kind === 'proof' ? outcome : expect.fail(outcome.kind);
  };
  const paths = () => logto.server.requests.map(({ method, url }) => `${method} ${url}`);
  return { logto, clock, connect, backend, call, lastCode, prove, paths, user };
}

async function setUpSystem(): Promise<System> {
  const { logto, connect, clock } = await setUp();
  return {
    server: logto.server,
    connect,
    clock,
    purpose: 'user-permission-validation',
    get codes() {
      return logto.sms.map(({ code }) => code);
    },
    outcome: { kind: 'proof' },
    limitFor() {
      logto.refuseMessage('request.message_rate_limited', { headers: { 'retry-after': '90' } });
      return 90;
    },
    limit() {
      logto.refuseMessage('connector.rate_limit_exceeded');
      return undefined;
    },
    failDelivery: () => logto.refuseMessage('connector.general'),
  };
}

backendContract('logto-account', setUpSystem, {
  password: 'who it is for is signed in already',
  repeatedRequest: 'Logto sends again: it knows no key of an intent',
});

let setup: Awaited<ReturnType<typeof setUp>> | undefined;
afterEach(async () => {
  await setup?.logto.close();
  setup = undefined;
});
const start = async (changes?: Partial<LogtoAccountBackendOptions>) => (setup = await setUp(changes));

describe('proving who one is', () => {
  it('ends with the record, and when it expires', async () => {
    const { prove, clock, logto, paths } = await start();
    const proof = await prove();
    expect(proof).toEqual({
      kind: 'proof',
      token: expect.stringMatching(/^id\w+$/) as string,
      claims: { phone },
      expiresAtMs: clock.nowMs + 600_000,
    });
    expect(logto.sms).toMatchObject([{ to: digits, type: 'UserPermissionValidation', locale: 'en' }]);
    expect(paths()).toEqual([
      'GET /api/my-account',
      'POST /api/verifications/verification-code',
      'POST /api/verifications/verification-code/verify',
    ]);
  });

  it('keeps the expiry through a reload', async () => {
    const { backend, call, connect, clock, lastCode } = await start();
    const challenge = await backend.requestCode({ phone, purpose: 'user-permission-validation' }, call());
    clock.nowMs += 60_000;
    const outcome = await connect().verifyCode(challenge, lastCode(), call());
    expect(outcome).toMatchObject({ kind: 'proof', expiresAtMs: clock.nowMs + 540_000 });
  });

  it('does without an expiry that cannot be read', async () => {
    const { backend, call, logto } = await start();
    logto.server.answerWith(
      answer(201, 'application/json', '{"verificationRecordId":"a","expiresAt":"soon"}'),
    );
    const challenge = await backend.requestCode({ phone, purpose: 'user-permission-validation' }, call());
    const outcome = await backend.verifyCode(challenge, '123456', call());
    expect(outcome).toEqual({ kind: 'proof', token: 'a', claims: {} });
  });
});

describe('a number that is not the account’s', () => {
  const ask = { phone: other, purpose: 'user-permission-validation' } as const;

  it('proves nothing of who is signed in: nothing is sent', async () => {
    const { backend, call, logto } = await start();
    expect((await failureOf(backend.requestCode(ask, call()))).code).toBe('phone_mismatch');
    expect(logto.sms).toEqual([]);
  });

  it('nor does any number of an account that has none', async () => {
    const { backend, call, logto } = await start();
    delete logto.users[0]?.phone;
    expect((await failureOf(backend.requestCode(ask, call()))).code).toBe('phone_mismatch');
  });

  it('is texted where Logto does not tell the account’s, and the proof claims nothing', async () => {
    const { backend, call, logto, lastCode } = await start();
    logto.settings.tellsPhone = false;
    const challenge = await backend.requestCode(ask, call());
    expect(await backend.verifyCode(challenge, lastCode(), call())).toMatchObject({
      kind: 'proof',
      claims: {},
    });
  });
});

describe('changing one’s number', () => {
  const change = async (backend: Awaited<ReturnType<typeof setUp>>['backend'], to = other) => {
    const { call, lastCode } = setup ?? expect.fail('not started');
    const challenge = await backend.requestCode({ phone: to, purpose: 'bind-new-identifier' }, call());
    return { challenge, verify: () => backend.verifyCode(challenge, lastCode(), call()) };
  };

  it('takes the proof and a code to the new one', async () => {
    const { prove, connect, logto, user } = await start();
    const { token: verificationRecordId } = await prove();
    const { verify } = await change(connect({ verificationRecordId }));
    expect(await verify()).toEqual({ kind: 'done' });
    expect(user?.phone).toBe(other.slice(1));
    expect(logto.sms[1]).toMatchObject({ to: other.slice(1), type: 'BindNewIdentifier' });
    expect(logto.server.requests.at(-1)).toMatchObject({
      url: '/api/my-account/primary-phone',
      headers: { 'logto-verification-id': verificationRecordId },
    });
  });

  it('without a proof is refused before anything is sent, and says what to give', async () => {
    const { backend, call, logto } = await start();
    const asking = backend.requestCode({ phone: other, purpose: 'bind-new-identifier' }, call());
    const { code, message } = await failureOf(asking);
    expect(code).toBe('misconfigured');
    expect(message).toContain('verificationRecordId');
    expect(logto.server.requests).toEqual([]);
  });

  it('with a proof of nobody has to begin again', async () => {
    const { connect } = await start();
    const { verify } = await change(connect({ verificationRecordId: 'nope' }));
    expect((await failureOf(verify())).code).toBe('session_gone');
  });

  it('with a proof that expired meanwhile has to begin again', async () => {
    const { prove, connect, clock } = await start();
    const { token } = await prove();
    clock.nowMs += 599_000;
    const { verify } = await change(connect({ verificationRecordId: token }));
    clock.nowMs += 2_000;
    expect((await failureOf(verify())).code).toBe('session_gone');
  });

  it('to that of another account is refused', async () => {
    const { prove, connect, logto, user } = await start();
    const { token } = await prove();
    logto.users.push({ id: 'another', phone: other.slice(1) });
    const { verify } = await change(connect({ verificationRecordId: token }));
    expect((await failureOf(verify())).code).toBe('account_exists');
    expect(user?.phone).toBe(digits);
  });

  it.each([
    ['of the check', 0],
    ['of the change', 1],
  ])('can be tried again where the answer %s was lost', async (_, lost) => {
    const { prove, connect, logto, user } = await start();
    const { token } = await prove();
    const { verify } = await change(connect({ verificationRecordId: token }));
    logto.server.loseAnswer(lost);
    expect((await failureOf(verify())).code).toBe('network');
    expect(await verify()).toEqual({ kind: 'done' });
    expect(user?.phone).toBe(other.slice(1));
  });

  it('is not done by another code after a lost answer', async () => {
    const { prove, connect, call, logto, lastCode, user } = await start();
    const { token } = await prove();
    const backend = connect({ verificationRecordId: token });
    const { challenge, verify } = await change(backend);
    logto.server.loseAnswer();
    await failureOf(verify());
    const { code } = await failureOf(backend.verifyCode(challenge, wrongCode(lastCode()), call()));
    expect(code).toBe('challenge_gone');
    expect(user?.phone).toBe(digits);
  });

  it('checks a code once that is known to be right', async () => {
    const { prove, connect, logto, paths } = await start();
    const { token } = await prove();
    const { verify } = await change(connect({ verificationRecordId: token }));
    logto.server.forget();
    logto.server.loseAnswer(1);
    await failureOf(verify());
    await verify();
    expect(paths().filter(path => path.endsWith('/verify'))).toHaveLength(1);
  });
});

describe('an access token', () => {
  const request = (backend: ReturnType<typeof createLogtoAccountBackend>) =>
    backend.requestCode({ phone, purpose: 'user-permission-validation' }, (setup ?? expect.fail()).call());

  it('is asked for at each call', async () => {
    const { logto, connect } = await start();
    const good = logto.tokenOf(logto.users[0] ?? expect.fail());
    const tokens = [good, good, 'expired'];
    const backend = connect({ accessToken: () => Promise.resolve(tokens.shift() ?? '') });
    await request(backend);
    expect((await failureOf(request(backend))).code).toBe('unauthenticated');
    expect(logto.server.requests.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${good}`,
      `Bearer ${good}`,
      'Bearer expired',
    ]);
  });

  it.each([
    ['that cannot be had', () => Promise.reject(new Error('signed out'))],
    [
      'whose function throws',
      () => {
        throw new TypeError('no client');
      },
    ],
  ])('%s means that nobody is signed in', async (_, accessToken) => {
    const { connect, logto } = await start();
    const error = await failureOf(request(connect({ accessToken })));
    expect(error.code).toBe('unauthenticated');
    expect(error.cause).toBeInstanceOf(Error);
    expect(logto.server.requests).toEqual([]);
  });

  it('goes without the cookies of the page', async () => {
    const seen: (RequestInit | undefined)[] = [];
    const { connect } = await start();
    const backend = connect({
      fetch: (_, init) => {
        seen.push(init);
        return Promise.resolve(Response.json({ verificationRecordId: 'a', expiresAt: '' }, { status: 201 }));
      },
    });
    await request(backend);
    expect(seen).toMatchObject([{ credentials: 'omit' }, { credentials: 'omit' }]);
  });

  it.each<[Partial<LogtoAccountBackendOptions>, string]>([
    [{ accessToken: undefined as never }, 'accessToken'],
    [{ accessToken: 'a token' as never }, 'accessToken'],
    [{ endpoint: '' }, 'endpoint'],
  ])('or an endpoint that is missing says what to write: %j', async (changes, named) => {
    const { connect } = await start();
    let error: unknown;
    try {
      connect(changes);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PhoneError);
    expect(error).toMatchObject({ code: 'misconfigured', message: expect.stringContaining(named) as string });
  });
});

describe('the table of adapters', () => {
  it('has both of Logto’s, and says what the second lacks', async () => {
    const options = { endpoint: 'https://logto.example' };
    expect((await loadBackend('logto', options)).capabilities.purposes).toContain('mfa-verification');
    const accessToken = () => Promise.resolve('a');
    const account = await loadBackend('logto-account', options, { accessToken });
    expect(account.capabilities.purposes).toContain('user-permission-validation');
    expect((await failureOf(loadBackend('logto-account', options))).code).toBe('misconfigured');
  });
});

describe('every error of Logto’s', () => {
  const send = '/verification-code';
  const rows: [LogtoCode, ErrorCode, string][] = [
    ['verification_code.code_mismatch', 'code_invalid', '/verify'],
    ['verification_code.phone_mismatch', 'code_invalid', '/verify'],
    ['verification_code.expired', 'code_expired', '/verify'],
    ['verification_code.exceed_max_try', 'too_many_attempts', '/verify'],
    ['session.verification_blocked_too_many_attempts', 'account_locked', '/verify'],
    ['verification_code.not_found', 'challenge_gone', '/verify'],
    ['session.verification_session_not_found', 'challenge_gone', '/verify'],
    ['verification_record.not_found', 'challenge_gone', '/primary-phone'],
    ['verification_record.permission_denied', 'session_gone', '/primary-phone'],
    ['auth.unauthorized', 'unauthenticated', send],
    ['guard.invalid_input', 'invalid_phone', send],
    ['user.invalid_phone', 'invalid_phone', send],
    ['user.suspended', 'account_blocked', send],
    ['user.phone_already_in_use', 'account_exists', '/primary-phone'],
    ['user.identity_already_in_use', 'account_exists', '/primary-phone'],
    ['session.captcha_required', 'captcha_required', send],
    ['session.captcha_failed', 'captcha_failed', send],
    ['request.message_rate_limited', 'rate_limited', send],
    ['connector.rate_limit_exceeded', 'rate_limited', send],
    ['connector.usage_limit_exceeded', 'rate_limited', send],
    ['connector.general', 'delivery_failed', send],
    ['connector.invalid_config', 'delivery_failed', send],
    ['connector.invalid_response', 'delivery_failed', send],
    ['connector.template_not_found', 'delivery_failed', send],
    ['connector.not_found', 'delivery_failed', send],
    ['account_center.not_enabled', 'misconfigured', send],
  ];

  it.each(rows)('%s is %s', async (theirs, ours, path) => {
    const { connect, prove, call, lastCode, logto } = await start();
    const { token } = await prove();
    const backend = connect({ verificationRecordId: token });
    logto.refuse(path, theirs);
    const changing = backend
      .requestCode({ phone: other, purpose: 'bind-new-identifier' }, call())
      .then(challenge => backend.verifyCode(challenge, lastCode(), call()));
    const { code, message } = await failureOf(changing);
    expect(code).toBe(ours);
    expect(message).toContain(theirs);
    expect(message).not.toContain(logtoErrors[theirs].message);
  });

  it.each([
    [401, 'unauthenticated'],
    [418, 'bad_response'],
    [429, 'rate_limited'],
    [500, 'server_error'],
  ] as const)('unheard of, with %i, is %s', async (status, code) => {
    const { backend, call, logto } = await start();
    logto.server.answerWith(answer(status, 'application/json', '{"code":"toString"}'));
    const asking = backend.requestCode({ phone, purpose: 'user-permission-validation' }, call());
    expect((await failureOf(asking)).code).toBe(code);
  });
});
