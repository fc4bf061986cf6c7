/** A captcha that a backend wants before it checks a code, and how long everything may take. */
import { describe, expect, test, vi } from 'vitest';
import { PhoneError } from '../../../src/errors.js';
import type { Captcha } from '../../../src/flow/sign-in.js';
import { alice, challengeTo } from './fixtures.js';
import { settle } from './scripted-backend.js';
import { session, start, startAtCode } from './start.js';

/** A captcha that the test solves. */
function createCaptcha() {
  const asked: string[] = [];
  let solve: (token: string | undefined) => void = () => undefined;
  let refuse: (error: Error) => void = () => undefined;
  const captcha: Captcha = action => {
    asked.push(action);
    return new Promise((resolve, reject) => ([solve, refuse] = [resolve, reject]));
  };
  return {
    captcha,
    asked,
    solve: (token?: string) => (solve(token), settle()),
    refuse: () => (refuse(new Error('blocked')), settle()),
  };
}

/** A code has been entered, and the backend wants a captcha before it checks it. */
async function startAsked() {
  const made = createCaptcha();
  const all = await startAtCode({
    // The first message goes without one.
    captcha: (action, signal) =>
      action === 'request' ? Promise.resolve(undefined) : made.captcha(action, signal),
  });
  all.signIn.verify('123456');
  await settle();
  const first = all.backend.last('verifyCode');
  expect(first.options.captcha).toBeUndefined();
  await first.fail(new PhoneError('captcha_required'));
  return { ...all, ...made, first };
}

describe('a captcha before a code is checked', () => {
  test('is asked for when the backend wants one; then the same code goes again under the same key', async () => {
    const { backend, signIn, asked, solve, first, report } = await startAsked();
    expect(asked).toEqual(['verify']);
    expect(signIn.state.step).toBe('verifying');
    expect(backend.calls.filter(({ method }) => method === 'verifyCode')).toHaveLength(1);
    await solve('token');
    const second = backend.last('verifyCode');
    expect(second).not.toBe(first);
    expect(second).toMatchObject({ code: '123456', challenge: first.challenge });
    expect(second.options).toMatchObject({
      captcha: 'token',
      idempotencyKey: first.options.idempotencyKey,
    });
    await second.answer(session);
    expect(signIn.state.step).toBe('done');
    expect(backend.calls).toHaveLength(3);
    expect(report).not.toHaveBeenCalled();
  });

  test('that was prepared as not needed is asked for all the same', async () => {
    const { captcha, asked } = createCaptcha();
    const { backend, signIn } = start({ captcha });
    // It answers that it needs none.
    void signIn.prepare();
    signIn.requestCode(alice);
    await settle();
    await backend.last('requestCode').answer(challengeTo(alice));
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').fail(new PhoneError('captcha_required'));
    expect(asked).toEqual(['verify']);
  });

  test('wanted once more after it was given is told, and not asked for for ever', async () => {
    const { backend, signIn, asked, solve } = await startAsked();
    await solve('token');
    await backend.last('verifyCode').fail(new PhoneError('captcha_required'));
    expect(signIn.state).toMatchObject({ step: 'code', error: { code: 'captcha_required', about: 'code' } });
    expect(asked).toHaveLength(1);
  });

  test.each(['has none to give', 'fails'])(
    'of a page that %s is told, and the code can be checked as it stands',
    async what => {
      const { backend, signIn, solve, refuse, first } = await startAsked();
      await (what === 'fails' ? refuse() : solve(undefined));
      const code = what === 'fails' ? 'captcha_failed' : 'captcha_required';
      expect(signIn.state).toMatchObject({
        step: 'code',
        error: { code },
        unverified: { wanted: '123456' },
      });
      expect(backend.calls.at(-1), 'nothing was sent').toBe(first);
      signIn.verify('123456');
      await settle();
      expect(backend.last('verifyCode').options.idempotencyKey).toBe(first.options.idempotencyKey);
    },
  );

  test('is told where the page has none', async () => {
    const { backend, signIn } = await startAtCode();
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').fail(new PhoneError('captcha_required'));
    expect(signIn.state).toMatchObject({ step: 'code', error: { code: 'captcha_required' } });
  });

  test('solved after the person went back sends nothing', async () => {
    const { backend, signIn, solve, first, clock } = await startAsked();
    signIn.changeNumber();
    await solve('token');
    expect(backend.calls.at(-1)).toBe(first);
    expect(clock.timers).toBe(0);
  });

  test('has time to be solved by hand, and the check the whole of its own 10 s after that', async () => {
    const { signIn, solve, clock } = await startAsked();
    clock.advance(119_999);
    expect(signIn.state.step).toBe('verifying');
    await solve('token');
    clock.advance(9_999);
    await settle();
    expect(signIn.state.step).toBe('verifying');
    clock.advance(1);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'code', error: { code: 'timeout', about: 'code' } });
  });
});

test('a message has 20 s after its captcha, and not the two minutes that the captcha had', async () => {
  const { captcha, solve } = createCaptcha();
  const { backend, signIn, clock } = start({ captcha });
  signIn.requestCode(alice);
  await settle();
  clock.advance(119_999);
  await settle();
  expect(signIn.state.step).toBe('sending');
  await solve('token');
  clock.advance(19_999);
  await settle();
  expect(signIn.state.step).toBe('sending');
  clock.advance(1);
  await settle();
  expect(signIn.state).toMatchObject({ step: 'number', error: { code: 'timeout' } });
  expect(backend.last('requestCode').options.signal.aborted).toBe(true);
});

test('a captcha that nobody solves for two minutes ends in a time-out, and nothing is sent', async () => {
  const { captcha } = createCaptcha();
  const aborted = vi.fn();
  const { backend, signIn, clock } = start({
    captcha: (action, signal) => {
      signal.addEventListener('abort', aborted);
      return captcha(action, signal);
    },
  });
  signIn.requestCode(alice);
  await settle();
  clock.advance(120_000);
  await settle();
  expect(signIn.state.error?.code).toBe('timeout');
  expect(aborted).toHaveBeenCalledOnce();
  expect(backend.calls).toEqual([]);
});
