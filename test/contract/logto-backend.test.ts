/** The adapter for Logto's Experience API: every flow, each against a stand-in that was held to Logto's own answers. */
import { afterEach, describe, expect, it } from 'vitest';
import { createLogtoBackend } from '../../src/backends/logto.js';
import type { E164 } from '../../src/protocol.js';
import { answer } from './loopback.js';
import { backendContract, failureOf, password, phone, wrongCode, type System } from './backend-suite.js';
import type { LogtoOptions } from './logto-server.js';
import { appId, challengeIn, nextIn, passFirstFactor, setUpLogto, type LogtoSetup } from './logto-setup.js';

const digits = phone.slice(1);
const other = '+12025550143' as E164;
const redirect = { kind: 'redirect', url: expect.stringMatching(/\/oidc\/auth\/\w+$/) as string };

backendContract('logto', setUpSystem, {
  repeatedRequest: 'Logto sends again: it knows no key of an intent',
  noNumber: 'of a second factor Logto knows the number',
});

async function setUpSystem(): Promise<System> {
  const { logto, clock, connect } = await setUpLogto({ users: [{ phone: digits }] });
  return {
    server: logto.server,
    connect,
    clock,
    purpose: 'sign-in',
    get codes() {
      return logto.sms.map(({ code }) => code);
    },
    outcome: { kind: 'redirect' },
    limitFor() {
      logto.refuseMessage('request.message_rate_limited', { headers: { 'retry-after': '90' } });
      return 90;
    },
    limit() {
      logto.refuseMessage('request.message_rate_limited');
      return undefined;
    },
    failDelivery: () => logto.refuseMessage('connector.general'),
    givePassword() {
      logto.users[0]!.password = password;
      logto.settings.passwordSignIn = true;
    },
  };
}

let setup: LogtoSetup;
let isStarted = false;
afterEach(async () => {
  // The suite has a system of its own.
  if (isStarted) await setup.logto.close();
  isStarted = false;
});
const start = async (options?: LogtoOptions) => {
  setup = await setUpLogto(options);
  isStarted = true;
  return setup;
};

describe('signing in', () => {
  it('takes five calls, and ends with where to go', async () => {
    const { pass, paths, logto } = await start({ users: [{ phone: digits }] });
    expect(await pass(phone, 'sign-in')).toEqual(redirect);
    expect(paths()).toEqual([
      'PUT /api/experience',
      'POST /api/experience/verification/verification-code',
      'POST /api/experience/verification/verification-code/verify',
      'POST /api/experience/identification',
      'POST /api/experience/submit',
    ]);
    expect(logto.sms).toMatchObject([{ to: digits, type: 'SignIn' }]);
  });

  it('begins and ends in the application, by pages on Logto’s origin', async () => {
    const pages = answer(200, 'text/html', '<phone-sign-in backend="logto"></phone-sign-in>');
    const { browserFetch, logto, pass } = await start({ users: [{ phone: digits }], pages });
    const authorize = logto.authorizeUrl(appId, 'https://app.example/callback?a=b');
    const page = await browserFetch(authorize, { redirect: 'manual' });
    const signIn = new URL(page.headers.get('location') ?? '', logto.origin);
    expect(signIn.searchParams.get('app_id')).toBe(appId);
    expect(await (await browserFetch(signIn)).text()).toContain('<phone-sign-in');
    const outcome = await pass(phone, 'sign-in');
    const consent = await browserFetch(outcome.kind === 'redirect' ? outcome.url : '', {
      redirect: 'manual',
    });
    expect(consent.headers.get('location')).toBe(`/consent?app_id=${appId}`);
    const resumed = await browserFetch(`${logto.origin}/consent?app_id=${appId}`, { redirect: 'manual' });
    const back = await browserFetch(resumed.headers.get('location') ?? '', { redirect: 'manual' });
    expect(back.headers.get('location')).toMatch(/^https:\/\/app\.example\/callback\?a=b&code=\w+$/);
  });

  it('says which application and which language', async () => {
    const { backend, call, logto } = await start({ users: [{ phone: digits }] });
    await backend.requestCode({ phone, purpose: 'sign-in' }, call({ locale: 'pt-BR' }));
    expect(logto.sms[0]?.locale).toBe('pt-BR');
    for (const { headers } of logto.server.requests)
      expect(headers).toMatchObject({ 'logto-app-id': appId, 'accept-language': 'pt-BR' });
  });

  it('is the session of another application where the id is another', async () => {
    const { connect, call } = await start();
    const asking = connect({ appId: 'other' }).requestCode({ phone, purpose: 'sign-in' }, call());
    expect((await failureOf(asking)).code).toBe('session_gone');
  });

  it('sends again in the same interaction, and the old code is refused', async () => {
    const { backend, call, clock, logto, paths } = await start({ users: [{ phone: digits }] });
    const first = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(first).toMatchObject({ expiresAtMs: clock.nowMs + 600_000, resendAtMs: clock.nowMs + 60_000 });
    const second = await backend.resendCode(first, call());
    expect(second.state).not.toEqual(first.state);
    expect(paths().filter(path => path.startsWith('PUT'))).toHaveLength(1);
    // The first id is gone, whatever the code.
    const verifying = backend.verifyCode(first, logto.sms[1]?.code ?? '', call());
    expect((await failureOf(verifying)).code).toBe('challenge_gone');
    expect(await backend.verifyCode(second, logto.sms[1]?.code ?? '', call())).toEqual(redirect);
  });

  it('goes by codes of another length', async () => {
    const { connect, call } = await start({ settings: { codeLength: 8 } });
    const challenge = await connect({ codeLength: 8 }).requestCode({ phone, purpose: 'sign-in' }, call());
    expect(challenge.codeLength).toBe(8);
  });

  it('without a session says so at once', async () => {
    const { logto, call } = await start();
    const stranger = createLogtoBackend({ endpoint: logto.origin });
    const { code } = await failureOf(stranger.requestCode({ phone, purpose: 'sign-in' }, call()));
    expect(code).toBe('session_gone');
  });

  it.each(['register', 'forgot-password', 'bind-new-identifier', 'bind-mfa'] as const)(
    'needs a number for "%s"',
    async purpose => {
      const { backend, call, logto } = await start();
      const { code } = await failureOf(backend.requestCode({ phone: undefined, purpose }, call()));
      expect(code).toBe('invalid_phone');
      expect(logto.server.requests).toEqual([]);
    },
  );
});

describe('the switch between signing in and registering', () => {
  it('registers with a code that was meant to sign in: one message', async () => {
    const { pass, backend, call, logto } = await start();
    const next = nextIn(await pass(phone, 'sign-in'));
    expect(next.kind).toBe('confirm-register');
    expect(await backend.continueWith?.(next, { kind: 'confirm' }, call())).toEqual(redirect);
    expect(logto.users).toMatchObject([{ phone: digits }]);
    expect(logto.sms).toHaveLength(1);
  });

  it('signs in with a code that was meant to register: one message', async () => {
    const { pass, backend, call, logto } = await start({ users: [{ phone: digits }] });
    const next = nextIn(await pass(phone, 'register'));
    expect(next.kind).toBe('confirm-sign-in');
    expect(await backend.continueWith?.(next, { kind: 'confirm' }, call())).toEqual(redirect);
    expect(logto.users).toHaveLength(1);
    expect(logto.sms).toHaveLength(1);
  });

  it('survives a reload', async () => {
    const { pass, connect, call } = await start();
    const next = nextIn(await pass(phone, 'sign-in'));
    expect(await connect().continueWith?.(next, { kind: 'confirm' }, call())).toEqual(redirect);
  });

  it('is refused where nobody may register', async () => {
    const { pass, backend, call } = await start({ settings: { signUp: false } });
    const next = nextIn(await pass(phone, 'sign-in'));
    const confirming = backend.continueWith?.(next, { kind: 'confirm' }, call());
    expect((await failureOf(Promise.resolve(confirming))).code).toBe('signup_disabled');
  });

  it('is not offered to who forgot a password', async () => {
    const { pass } = await start();
    expect((await failureOf(pass(phone, 'forgot-password'))).code).toBe('account_not_found');
  });

  it.each([undefined, null, {}, { id: 7 }, { id: 'a' }])('takes the state %j for gone', async state => {
    const { backend, call, logto } = await start();
    const next = { kind: 'confirm-register' as const, state };
    const confirming = backend.continueWith?.(next, { kind: 'confirm' }, call());
    expect((await failureOf(Promise.resolve(confirming))).code).toBe('challenge_gone');
    expect(logto.server.requests).toEqual([]);
  });
});

describe('a forgotten password', () => {
  const toNewPassword = async () => {
    await start({ users: [{ phone: digits, password: 'Old-Pa55word!' }] });
    const next = nextIn(await setup.pass(phone, 'forgot-password'));
    expect(next.kind).toBe('new-password');
    const choose = (password: string) =>
      setup.backend.continueWith?.(next, { kind: 'new-password', password }, setup.call()) ??
      expect.fail('no continueWith');
    return { ...setup, choose };
  };

  it('is replaced, and nobody is signed in by it', async () => {
    const { choose, logto } = await toNewPassword();
    expect(await choose('Xk9!vPq2#zLm')).toEqual({ kind: 'done' });
    expect(logto.users[0]?.password).toBe('Xk9!vPq2#zLm');
    expect(logto.sms).toMatchObject([{ type: 'ForgotPassword' }]);
  });

  it('is not replaced by a short one, and says how long it must be', async () => {
    const { choose } = await toNewPassword();
    expect(await failureOf(choose('123'))).toMatchObject({ code: 'password_rejected', minLength: 8 });
    expect(await failureOf(choose('12345678'))).toMatchObject({
      code: 'password_rejected',
      minLength: undefined,
    });
    expect(await choose('Xk9!vPq2#zLm')).toEqual({ kind: 'done' });
  });

  it('is not replaced by itself', async () => {
    const { choose } = await toNewPassword();
    expect((await failureOf(choose('Old-Pa55word!'))).code).toBe('password_reused');
  });

  it('is replaced where the last answer was lost, and the same is tried again', async () => {
    const { choose, logto } = await toNewPassword();
    logto.server.loseAnswer(1);
    expect((await failureOf(choose('Xk9!vPq2#zLm'))).code).toBe('network');
    expect(await choose('Xk9!vPq2#zLm')).toEqual({ kind: 'done' });
  });

  it('is not said to be replaced where the end was refused', async () => {
    const { choose, logto } = await toNewPassword();
    logto.refuse('/submit', 'user.suspended');
    expect((await failureOf(choose('Xk9!vPq2#zLm'))).code).toBe('account_blocked');
    logto.refuse('/profile/password', 'session.interaction_not_found');
    expect((await failureOf(choose('Xk9!vPq2#zLm'))).code).toBe('session_gone');
  });

  it('is not said to be replaced where the session ended before', async () => {
    const { choose, logto } = await toNewPassword();
    logto.server.loseAnswer();
    expect((await failureOf(choose('Xk9!vPq2#zLm'))).code).toBe('network');
    logto.refuse('/profile/password', 'session.interaction_not_found');
    expect((await failureOf(choose('Xk9!vPq2#zLm'))).code).toBe('session_gone');
  });
});

describe('a second factor', () => {
  const password = 'Xk9!vPq2#zLm';
  const user = { phone: digits, password, hasMfa: true };

  it('is texted to the number that only Logto knows', async () => {
    const { backend, call, lastCode, logto } = await start({ users: [user] });
    await passFirstFactor(setup, digits, password);
    const challenge = await backend.requestCode({ phone: undefined, purpose: 'mfa-verification' }, call());
    expect(challenge).toMatchObject({ phone: undefined, purpose: 'mfa-verification' });
    expect(logto.sms).toMatchObject([{ to: digits, type: 'MfaVerification' }]);
    const again = await backend.resendCode(challenge, call());
    const { code } = await failureOf(backend.verifyCode(again, wrongCode(lastCode()), call()));
    expect(code).toBe('code_invalid');
    expect(await backend.verifyCode(again, lastCode(), call())).toEqual(redirect);
  });

  it('may follow the code: asked for, then texted when the person says so', async () => {
    const { pass, backend, call, lastCode, logto } = await start({ users: [user] });
    const next = nextIn(await pass(phone, 'sign-in'));
    expect(next).toMatchObject({ kind: 'send-code', maskedPhone: `****${digits.slice(-4)}` });
    expect(logto.sms).toHaveLength(1);
    const sent = await backend.continueWith?.(next, { kind: 'confirm' }, call());
    const challenge = challengeIn(sent ?? expect.fail('no outcome'));
    expect(challenge.phone).toBeUndefined();
    expect(challenge).toMatchObject({ maskedPhone: `****${digits.slice(-4)}` });
    expect(logto.sms).toHaveLength(2);
    expect(await backend.verifyCode(challenge, lastCode(), call())).toEqual(redirect);
  });

  it('that is no phone is not served, and the page’s author learns which', async () => {
    const { pass } = await start({ users: [user], settings: { factors: ['Totp', 'WebAuthn'] } });
    const { code, message } = await failureOf(pass(phone, 'sign-in'));
    expect(code).toBe('unsupported');
    expect(message).toContain('Totp');
    expect(message).not.toContain(digits);
  });

  it('without a first one has to start over', async () => {
    const { backend, call } = await start({ users: [user] });
    const asking = backend.requestCode({ phone: undefined, purpose: 'mfa-verification' }, call());
    expect((await failureOf(asking)).code).toBe('session_gone');
  });
});

describe('a second factor to add', () => {
  const begin = async (settings: LogtoOptions['settings']) => {
    await start({ users: [{ phone: digits, password: 'Xk9!vPq2#zLm' }], settings: { ...settings } });
    return nextIn(await setup.pass(phone, 'sign-in'));
  };

  it('is another number, and then the person is signed in', async () => {
    const next = await begin({ mfaPolicy: 'mandatory' });
    expect(next).toMatchObject({ kind: 'new-phone', purpose: 'bind-mfa', canSkip: false });
    const { backend, call, lastCode, logto, paths } = setup;
    const sent = await backend.continueWith?.(next, { kind: 'phone', phone: other }, call());
    const challenge = challengeIn(sent ?? expect.fail('no outcome'));
    expect(challenge).toMatchObject({ phone: other, purpose: 'bind-mfa' });
    expect(await backend.verifyCode(challenge, lastCode(), call())).toEqual(redirect);
    expect(logto.users).toMatchObject([{ phone: other.slice(1), hasMfa: true }]);
    // The interaction under way is not begun anew: that would forget who is signing in.
    expect(paths().filter(path => path === 'PUT /api/experience')).toHaveLength(1);
  });

  it('can be asked for by a page of its own', async () => {
    await begin({ mfaPolicy: 'mandatory' });
    expect(await setup.pass(other, 'bind-mfa')).toEqual(redirect);
    expect(setup.logto.users[0]).toMatchObject({ phone: other.slice(1), hasMfa: true });
  });

  it('can be put off where Logto lets it', async () => {
    const next = await begin({ mfaPolicy: 'skippable' });
    expect(next).toMatchObject({ kind: 'new-phone', purpose: 'bind-mfa', canSkip: true });
    expect(await setup.backend.continueWith?.(next, { kind: 'skip' }, setup.call())).toEqual(redirect);
    expect(setup.logto.users[0]?.hasSkippedMfa).toBe(true);
  });

  it('can be put off by a page of its own', async () => {
    await begin({ mfaPolicy: 'skippable' });
    expect(await setup.backend.skip?.('bind-mfa', setup.call())).toEqual(redirect);
  });

  it('cannot be put off where Logto does not let it', async () => {
    await begin({ mfaPolicy: 'mandatory' });
    const skipping = setup.backend.skip?.('bind-mfa', setup.call());
    expect((await failureOf(Promise.resolve(skipping))).code).toBe('unsupported');
  });

  it('is all that can be put off', async () => {
    const { backend, call, logto } = await start();
    const skipping = backend.skip?.('bind-new-identifier', call());
    expect((await failureOf(Promise.resolve(skipping))).code).toBe('unsupported');
    expect(logto.server.requests).toEqual([]);
  });

  it('is refused where another account has the number', async () => {
    await begin({ mfaPolicy: 'mandatory' });
    setup.logto.users.push({ id: 'another', phone: other.slice(1) });
    expect((await failureOf(setup.pass(other, 'bind-mfa'))).code).toBe('account_exists');
  });

  it('is not served where the phone is none', async () => {
    await start({ users: [{ phone: digits }], settings: { mfaPolicy: 'mandatory', factors: ['Totp'] } });
    expect((await failureOf(setup.pass(phone, 'sign-in'))).code).toBe('unsupported');
  });

  it('that is only suggested, and is no phone, holds nobody up', async () => {
    await start({ settings: { suggestsAdditionalMfa: true } });
    expect(await setup.pass(phone, 'register')).toEqual(redirect);
    expect(setup.paths()).toContain('POST /api/experience/profile/mfa/mfa-suggestion-skipped');
  });
});

describe('an account without a number', () => {
  it.each(['phone', 'emailOrPhone'])('gets one in the interaction under way (%s)', async missing => {
    const password = 'Xk9!vPq2#zLm';
    await start({ users: [{ phone: digits, password }], settings: { requiredProfile: [missing] } });
    await passFirstFactor(setup, digits, password);
    const [user] = setup.logto.users;
    delete user?.phone;
    expect(await setup.pass(other, 'bind-new-identifier')).toEqual(redirect);
    expect(user?.phone).toBe(other.slice(1));
    expect(setup.logto.sms).toMatchObject([{ to: other.slice(1), type: 'SignIn' }]);
  });

  it('is asked for one after another step', async () => {
    const { backend, call, lastCode } = await start({
      users: [{ phone: digits, password: 'x', hasMfa: true }],
    });
    await passFirstFactor(setup, digits, 'x');
    const challenge = await backend.requestCode({ phone: undefined, purpose: 'mfa-verification' }, call());
    setup.logto.refuse('/submit', 'user.missing_profile', { data: { missingProfile: ['emailOrPhone'] } });
    const next = nextIn(await backend.verifyCode(challenge, lastCode(), call()));
    expect(next).toMatchObject({ kind: 'new-phone', purpose: 'bind-new-identifier', canSkip: false });
    const sent = await backend.continueWith?.(next, { kind: 'phone', phone: other }, call());
    const second = challengeIn(sent ?? expect.fail('no outcome'));
    expect(await backend.verifyCode(second, lastCode(), call())).toEqual(redirect);
    expect(setup.logto.users[0]?.phone).toBe(other.slice(1));
  });

  it('is made with one where the registration lacked it alone', async () => {
    const { browserFetch, logto, pass, paths } = await start({ settings: { requiredProfile: ['phone'] } });
    await browserFetch(`${logto.origin}/api/experience`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ interactionEvent: 'Register' }),
    });
    expect(await pass(phone, 'bind-new-identifier')).toEqual(redirect);
    expect(logto.users).toMatchObject([{ phone: digits }]);
    expect(paths().slice(-4)).toEqual([
      'POST /api/experience/profile',
      'POST /api/experience/submit',
      'POST /api/experience/identification',
      'POST /api/experience/submit',
    ]);
  });

  it('cannot get one before anything else was proved', async () => {
    const { browserFetch, logto, pass } = await start();
    await browserFetch(`${logto.origin}/api/experience`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ interactionEvent: 'SignIn' }),
    });
    expect((await failureOf(pass(phone, 'bind-new-identifier'))).code).toBe('session_gone');
  });

  it('gets none that another account has', async () => {
    await start({ users: [{ phone: digits, password: 'x' }, { phone: other.slice(1) }] });
    await passFirstFactor(setup, digits, 'x');
    expect((await failureOf(setup.pass(other, 'bind-new-identifier'))).code).toBe('account_exists');
  });

  it('that lacks what no phone can give is not served', async () => {
    await start({ users: [{ phone: digits }], settings: { requiredProfile: ['email', 'username'] } });
    const { code, message } = await failureOf(setup.pass(phone, 'sign-in'));
    expect(code).toBe('unsupported');
    expect(message).toContain('email');
  });
});

describe('a captcha', () => {
  const settings = { captcha: (token: string) => token === 'human' };

  it('is asked for when a message is', async () => {
    const { backend, call, logto } = await start({ users: [{ phone: digits }], settings });
    const request = (captcha?: string) =>
      backend.requestCode({ phone, purpose: 'sign-in' }, call({ captcha }));
    expect((await failureOf(request())).code).toBe('captcha_required');
    expect((await failureOf(request('robot'))).code).toBe('captcha_failed');
    expect(logto.sms).toEqual([]);
    const challenge = await request('human');
    // One token for the interaction: a message sent again needs none.
    await backend.resendCode(challenge, call());
    expect(logto.sms).toHaveLength(2);
  });

  it('that Logto wants again begins the interaction anew', async () => {
    const { backend, call, lastCode, logto, paths } = await start({ users: [{ phone: digits }], settings });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call({ captcha: 'human' }));
    logto.refuseMessage('session.captcha_required');
    expect((await failureOf(backend.resendCode(challenge, call()))).code).toBe('captcha_required');
    logto.refuseMessage('session.captcha_required');
    const again = await backend.resendCode(challenge, call({ captcha: 'human' }));
    expect(paths().filter(path => path.startsWith('PUT'))).toHaveLength(2);
    expect(await backend.verifyCode(again, lastCode(), call())).toEqual(redirect);
  });
});
