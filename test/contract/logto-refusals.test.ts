/** The adapter for Logto's Experience API where something goes wrong: lost answers, every refusal, what pages it is in. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogtoBackend } from '../../src/backends/logto.js';
import type { ErrorCode } from '../../src/errors.js';
import type { E164 } from '../../src/protocol.js';
import { failureOf, phone, wrongCode } from './backend-suite.js';
import type { LogtoCode } from './logto-errors.js';
import type { LogtoOptions } from './logto-server.js';
import { nextIn, passFirstFactor, setUpLogto, type LogtoSetup } from './logto-setup.js';
import { answer } from './loopback.js';

const digits = phone.slice(1);
const other = '+12025550143' as E164;
const redirect = { kind: 'redirect', url: expect.stringMatching(/\/oidc\/auth\/\w+$/) as string };

let setup: LogtoSetup;
afterEach(async () => {
  vi.unstubAllGlobals();
  await setup.logto.close();
});
const start = async (options?: LogtoOptions) => (setup = await setUpLogto(options));

describe('an answer that was lost', () => {
  /** What the second try of the same check comes to. */
  const twice = async (purpose: 'sign-in' | 'register', lost: number) => {
    const { backend, call, lastCode, logto } = setup;
    const challenge = await backend.requestCode({ phone, purpose }, call());
    logto.server.loseAnswer(lost);
    expect((await failureOf(backend.verifyCode(challenge, lastCode(), call()))).code).toBe('network');
    return { challenge, again: () => backend.verifyCode(challenge, lastCode(), call()) };
  };

  it.each([
    ['of the check', 0],
    ['of the identification', 1],
  ])('%s: signing in goes on where it stood', async (_, lost) => {
    await start({ users: [{ phone: digits }] });
    const { again } = await twice('sign-in', lost);
    expect(await again()).toEqual(redirect);
  });

  it.each([
    ['of the check', 0],
    ['of the identification', 1],
  ])('%s: registering makes one account, and goes on', async (_, lost) => {
    await start();
    const { again } = await twice('register', lost);
    expect(await again()).toEqual(redirect);
    expect(setup.logto.users).toHaveLength(1);
  });

  it('of the end: only a new sign-in helps', async () => {
    await start({ users: [{ phone: digits }] });
    const { again } = await twice('sign-in', 2);
    expect((await failureOf(again())).code).toBe('session_gone');
  });

  it('does not make another code right', async () => {
    await start({ users: [{ phone: digits }] });
    const { challenge } = await twice('sign-in', 0);
    const { backend, call, lastCode } = setup;
    const { code } = await failureOf(backend.verifyCode(challenge, wrongCode(lastCode()), call()));
    expect(code).toBe('challenge_gone');
  });

  it('of a check that is done is not made again', async () => {
    await start({ users: [{ phone: digits }] });
    const { again } = await twice('sign-in', 1);
    await again();
    expect(setup.paths().filter(path => path.endsWith('/verify'))).toHaveLength(1);
  });

  it('of the switch to a registration: it makes one account', async () => {
    const { pass, backend, call, logto } = await start();
    const next = nextIn(await pass(phone, 'sign-in'));
    logto.server.loseAnswer(1);
    const confirm = () => Promise.resolve(backend.continueWith?.(next, { kind: 'confirm' }, call()));
    expect((await failureOf(confirm())).code).toBe('network');
    expect(await confirm()).toEqual(redirect);
    expect(logto.users).toHaveLength(1);
  });

  it('is not one that refused: a taken number stays taken', async () => {
    await start({ users: [{ phone: digits }] });
    const { backend, call, lastCode, logto } = setup;
    const challenge = await backend.requestCode({ phone, purpose: 'register' }, call());
    const verify = () => backend.verifyCode(challenge, lastCode(), call());
    logto.refuse('/identification', 'auth.forbidden');
    expect((await failureOf(verify())).code).toBe('signup_disabled');
    expect(nextIn(await verify()).kind).toBe('confirm-sign-in');
  });

  it('of a number to add: it is added once', async () => {
    await start({ users: [{ phone: digits, password: 'x' }] });
    await passFirstFactor(setup, digits, 'x');
    const { backend, call, lastCode, logto } = setup;
    const challenge = await backend.requestCode({ phone: other, purpose: 'bind-new-identifier' }, call());
    logto.server.loseAnswer(1);
    expect((await failureOf(backend.verifyCode(challenge, lastCode(), call()))).code).toBe('network');
    expect(await backend.verifyCode(challenge, lastCode(), call())).toEqual(redirect);
  });
});

describe('what no phone answers', () => {
  it.each([
    [{ kind: 'new-password', state: {} }, { kind: 'confirm' }],
    [{ kind: 'confirm-register', state: { id: 'a', event: 'Register' } }, { kind: 'skip' }],
    [
      { kind: 'send-code', maskedPhone: undefined, state: {} },
      { kind: 'phone', phone: other },
    ],
  ] as const)('%j with %j', async (next, input) => {
    const { backend, call, logto } = await start();
    const going = Promise.resolve(backend.continueWith?.(next, input, call()));
    expect((await failureOf(going)).code).toBe('unsupported');
    expect(logto.server.requests).toEqual([]);
  });
});

describe('every error of Logto’s', () => {
  const send = '/verification/verification-code';
  const rows: [LogtoCode, ErrorCode, string][] = [
    ['verification_code.code_mismatch', 'code_invalid', '/verify'],
    ['verification_code.phone_mismatch', 'code_invalid', '/verify'],
    ['verification_code.expired', 'code_expired', '/verify'],
    ['verification_code.exceed_max_try', 'too_many_attempts', '/verify'],
    ['session.verification_blocked_too_many_attempts', 'account_locked', '/verify'],
    ['verification_code.not_found', 'challenge_gone', '/verify'],
    ['session.verification_session_not_found', 'challenge_gone', '/verify'],
    ['session.verification_failed', 'challenge_gone', '/identification'],
    ['session.not_found', 'session_gone', '/submit'],
    ['session.interaction_not_found', 'session_gone', send],
    ['session.identifier_not_found', 'session_gone', '/submit'],
    ['session.invalid_interaction_type', 'session_gone', '/identification'],
    ['guard.invalid_input', 'invalid_phone', send],
    ['user.invalid_phone', 'invalid_phone', send],
    ['user.suspended', 'account_blocked', '/identification'],
    ['auth.forbidden', 'signup_disabled', '/identification'],
    ['user.identity_not_exist', 'account_not_found', '/identification'],
    ['user.phone_already_in_use', 'account_exists', '/identification'],
    ['user.identity_already_in_use', 'account_exists', '/identification'],
    ['session.identity_conflict', 'account_exists', '/identification'],
    ['session.captcha_required', 'captcha_required', send],
    ['session.captcha_failed', 'captcha_failed', '/api/experience'],
    ['password.rejected', 'password_rejected', '/submit'],
    ['user.same_password', 'password_reused', '/submit'],
    ['user.sign_in_method_not_enabled', 'unsupported', '/identification'],
    ['session.not_supported_for_forgot_password', 'unsupported', '/identification'],
    ['session.mfa.mfa_factor_not_enabled', 'unsupported', '/submit'],
    ['session.mfa.backup_code_required', 'unsupported', '/submit'],
    ['user.missing_mfa', 'unsupported', '/submit'],
    ['user.missing_profile', 'unsupported', '/submit'],
    ['request.message_rate_limited', 'rate_limited', send],
    ['connector.rate_limit_exceeded', 'rate_limited', send],
    ['connector.usage_limit_exceeded', 'rate_limited', send],
    ['connector.general', 'delivery_failed', send],
    ['connector.invalid_config', 'delivery_failed', send],
    ['connector.invalid_response', 'delivery_failed', send],
    ['connector.template_not_found', 'delivery_failed', send],
    ['connector.not_found', 'delivery_failed', send],
  ];

  it.each(rows)('%s is %s', async (theirs, ours, path) => {
    const { pass, logto } = await start({ users: [{ phone: digits }] });
    logto.refuse(path, theirs);
    const { code, message } = await failureOf(pass(phone, 'sign-in'));
    expect(code).toBe(ours);
    // For the page's author, without what a provider may have written.
    expect(message).toContain(theirs);
    expect(message).not.toContain('provider says');
  });

  it.each([
    [418, 'bad_response'],
    [429, 'rate_limited'],
    [500, 'server_error'],
  ] as const)('unheard of, with %i, is %s', async (status, code) => {
    const { pass, logto } = await start();
    logto.server.answerWith(answer(status, 'application/json', '{"code":"never.heard_of"}'));
    expect((await failureOf(pass(phone, 'sign-in'))).code).toBe(code);
  });

  it.each(['toString', '__proto__', 'constructor', ''])(
    'named "%s" is nothing of the table’s',
    async name => {
      const { pass, logto } = await start();
      logto.server.answerWith(answer(400, 'application/json', JSON.stringify({ code: name })));
      expect((await failureOf(pass(phone, 'sign-in'))).code).toBe('bad_response');
    },
  );

  it('after a number was added does not make an account', async () => {
    await start({ users: [{ phone: digits, password: 'x' }] });
    await passFirstFactor(setup, digits, 'x');
    setup.logto.server.forget();
    setup.logto.refuse('/submit', 'user.suspended');
    expect((await failureOf(setup.pass(other, 'bind-new-identifier'))).code).toBe('account_blocked');
    expect(setup.paths()).not.toContain('POST /api/experience/identification');
  });

  it('is none, and yet nobody is signed in where no address follows', async () => {
    const { backend, call, lastCode, logto } = await start({ users: [{ phone: digits }] });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    logto.server.answerWith((_, response) => response.writeHead(204).end());
    const { code } = await failureOf(backend.verifyCode(challenge, lastCode(), call()));
    expect(code).toBe('bad_response');
  });

  it('from a server that is not Logto names the endpoint', async () => {
    const { pass, logto } = await start();
    logto.server.answerWith(answer(404, 'application/json', '{"message":"Cannot PUT"}'));
    const { code, message } = await failureOf(pass(phone, 'sign-in'));
    expect(code).toBe('misconfigured');
    expect(message).toContain(`${logto.origin}/api/experience`);
  });
});

describe('on Logto’s own origin', () => {
  /** The address and headers of the first call, without a network. */
  const firstCall = async (page: { search?: string; cookie?: string } = {}, appId?: string) => {
    await start();
    vi.stubGlobal('location', { search: page.search ?? '' });
    vi.stubGlobal('document', { cookie: page.cookie ?? '' });
    const seen: { url: string; init: RequestInit }[] = [];
    const backend = createLogtoBackend({
      ...(appId && { appId }),
      fetch: (input, init = {}) => {
        seen.push({ url: input as string, init });
        return Promise.resolve(new Response(null, { status: 204 }));
      },
    });
    await failureOf(backend.requestCode({ phone, purpose: 'sign-in' }, setup.call()));
    const [first] = seen;
    return { ...first, appId: (first?.init.headers as Record<string, string>)['logto-app-id'] };
  };

  it('needs no endpoint, and sends its cookies', async () => {
    expect(await firstCall()).toMatchObject({ url: '/api/experience', init: { credentials: 'include' } });
  });

  it.each([
    ['the query', { search: '?app_id=fromquery&x=1', cookie: '_logto={"appId":"fromcookie"}' }, 'fromquery'],
    ['the cookie', { cookie: 'a=b; _logto={"appId":"fromcookie"}; c=d' }, 'fromcookie'],
    ['an escaped cookie', { cookie: `_logto=${encodeURIComponent('{"appId":"fromcookie"}')}` }, 'fromcookie'],
    ['neither', { cookie: 'x_logto={"appId":"no"}' }, undefined],
    ['a cookie that is broken', { cookie: '_logto={"appId' }, undefined],
    ['a cookie that is null', { cookie: '_logto=null' }, undefined],
    ['a query that is no header', { search: '?app_id=%0d%0ax%3a1' }, undefined],
  ])('reads the application from %s', async (_, page, expected) => {
    expect((await firstCall(page)).appId).toBe(expected);
  });

  it('goes by what the page says before that', async () => {
    expect((await firstCall({ search: '?app_id=fromquery' }, 'own')).appId).toBe('own');
  });
});
