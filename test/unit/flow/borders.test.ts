/** What one step leaves to another, and to the page after a reload. */
import { describe, expect, test, vi } from 'vitest';
import type { Challenge, Next, Outcome } from '../../../src/backends/backend.js';
import { PhoneError } from '../../../src/errors.js';
import type { Captcha } from '../../../src/flow/sign-in.js';
import type { E164 } from '../../../src/protocol.js';
import { alice, bob, challengeTo, createMemoryStorage, startMs } from './fixtures.js';
import { createScriptedBackend, settle } from './scripted-backend.js';
import { reload, start, startAtCode, storageKey } from './start.js';

/** A page that begins with this in its storage. */
function startFrom(kept: object) {
  const storage = createMemoryStorage({
    [storageKey]: JSON.stringify({ version: 1, savedAtMs: startMs, ...kept }),
  });
  return start({ persist: { storage, key: storageKey } });
}

describe('a step that was kept', () => {
  test('has all that was known of its code', async () => {
    const challenge = challengeTo(alice, {
      maskedPhone: '••••0123',
      attemptsLeft: 3,
      isUncertain: true,
      channel: 'whatsapp',
      channels: ['sms', 'whatsapp'],
    });
    const all = start();
    all.signIn.requestCode(alice);
    await settle();
    await all.backend.last('requestCode').answer(challenge);
    expect(reload(all).signIn.state).toMatchObject({ step: 'code', challenge });
  });

  test.each<[string, Partial<Record<keyof Challenge, unknown>>, Partial<Challenge>]>([
    ['tries', { attemptsLeft: '3' }, { attemptsLeft: undefined }],
    ['a masked number', { maskedPhone: 7 }, { maskedPhone: undefined }],
    ['doubt', { isUncertain: 'yes' }, {}],
    ['four digits', { codeLength: 4 }, { codeLength: 4 }],
    ['twelve digits', { codeLength: 12 }, { codeLength: 12 }],
  ])('takes of what a page wrote what is of its kind: %s', (_, written, read) => {
    const { state } = startFrom({ challenge: { ...challengeTo(alice), ...written } }).signIn;
    expect(state.step).toBe('code');
    expect((state as { challenge?: Challenge }).challenge).toEqual({ ...challengeTo(alice), ...read });
  });

  test.each<[string, Partial<Record<keyof Challenge, unknown>>]>([
    ['digits as text', { codeLength: '6' }],
    ['three digits', { codeLength: 3 }],
    ['thirteen digits', { codeLength: 13 }],
    ['no known deadline', { expiresAtMs: 'later' }],
    ['no known wait', { resendAtMs: 'soon' }],
    ['no number', { phone: '07700 900123' }],
    ['another purpose', { purpose: 'nothing' }],
  ])('is none with %s', (_, written) => {
    const { state } = startFrom({ challenge: { ...challengeTo(alice), ...written } }).signIn;
    expect(state.step).toBe('number');
  });

  test.each(['later', null, { at: 1 }])('does not move its deadlines for a time of %j', savedAtMs => {
    const { state } = startFrom({ savedAtMs, challenge: challengeTo(alice) }).signIn;
    expect(state).toMatchObject({ step: 'code', challenge: { expiresAtMs: startMs + 600_000 } });
  });

  test('is over where the clock was set back by more than it had left', () => {
    const kept = (backMs: number) =>
      startFrom({ savedAtMs: startMs + backMs, challenge: challengeTo(alice) }).signIn.state.step;
    expect([kept(599_000), kept(601_000)]).toEqual(['code', 'number']);
  });

  test('asks for no number whose purpose is none', () => {
    const next = { kind: 'new-phone', canSkip: false, state: {} };
    expect(startFrom({ next: { ...next, purpose: 'bind-mfa' } }).signIn.state.step).toBe('next');
    expect(startFrom({ next: { ...next, purpose: 'nothing' } }).signIn.state.step).toBe('number');
  });

  test('goes on with no key but one that it made', async () => {
    for (const [key, expected] of [
      ['made-before', 'made-before'],
      [7, expect.not.stringContaining('made')],
    ] as [unknown, unknown][]) {
      const { signIn, backend } = startFrom({ phone: alice, pending: { wanted: `request ${alice} `, key } });
      signIn.requestCode(alice);
      await settle();
      expect(backend.last('requestCode').options.idempotencyKey).toEqual(expected);
    }
  });
});

describe('a captcha', () => {
  const made = () => vi.fn<Captcha>(() => Promise.resolve('token'));

  /** Where a backend asks for `next`, after a right code. */
  async function startAtNext(next: Next) {
    const captcha = made();
    const all = await startAtCode({ captcha });
    all.signIn.verify('123456');
    await settle();
    await all.backend.last('verifyCode').answer({ kind: 'next', next });
    captcha.mockClear();
    return { ...all, captcha };
  }
  const newPhone: Next = { kind: 'new-phone', purpose: 'bind-mfa', canSkip: true, state: {} };

  test.each([
    [newPhone, { kind: 'phone', phone: bob }],
    [{ kind: 'send-code', maskedPhone: undefined, state: {} }, { kind: 'confirm' }],
  ] as const)('goes with the message that answers %j', async (next, input) => {
    const { signIn, backend, captcha } = await startAtNext(next);
    signIn.continueWith(input);
    await settle();
    expect(captcha).toHaveBeenCalledExactlyOnceWith('request', expect.any(AbortSignal));
    expect(backend.last('continueWith').options.captcha).toBe('token');
  });

  test('goes with a password', async () => {
    const captcha = made();
    const { signIn, backend } = start({ captcha });
    signIn.usePassword(alice);
    signIn.signInWithPassword('correct horse');
    await settle();
    expect(captcha).toHaveBeenCalledExactlyOnceWith('request', expect.any(AbortSignal));
    expect(backend.last('signInWithPassword').options.captcha).toBe('token');
  });

  test.each([
    [newPhone, { kind: 'skip' }],
    [
      { kind: 'new-password', state: {} },
      { kind: 'new-password', password: 'long enough' },
    ],
  ] as const)('goes with nothing else: %j', async (next, input) => {
    const { signIn, backend, captcha } = await startAtNext(next);
    signIn.continueWith(input);
    await settle();
    await backend.last('continueWith').fail(new PhoneError('captcha_required'));
    expect(captcha).not.toHaveBeenCalled();
    expect(signIn.state.error?.code).toBe('captcha_required');
  });

  test('is not made for a code that was refused', async () => {
    const captcha = made();
    const { signIn, backend } = await startAtCode({ captcha });
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').fail(new PhoneError('code_invalid'));
    expect(captcha.mock.calls.map(([action]) => action)).toEqual(['request']);
    expect(backend.calls).toHaveLength(2);
  });

  test('that fails says why to the page’s author', async () => {
    const { signIn, report } = start({ captcha: () => Promise.reject(new Error('blocked by the page')) });
    signIn.requestCode(alice);
    await settle();
    const [error] = report.mock.lastCall!;
    expect([error.code, error.message]).toEqual(['captcha_failed', 'captcha: Error: blocked by the page']);
    expect(error.cause).toMatchObject({ message: 'blocked by the page' });
  });
});

describe('another number', () => {
  const carol = '+15005550006' as E164;

  test('than the one that has a code gets a code of its own, after the code as before it', async () => {
    const { signIn, backend } = await startAtCode();
    const next: Next = { kind: 'new-phone', purpose: 'bind-mfa', canSkip: false, state: {} };
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').answer({ kind: 'next', next });
    signIn.continueWith({ kind: 'phone', phone: bob });
    await settle();
    const challenge = challengeTo(bob, { purpose: 'bind-mfa' });
    const sent: Outcome = { kind: 'next', next: { kind: 'challenge', challenge } };
    await backend.last('continueWith').answer(sent);
    signIn.changeNumber();
    expect(signIn.state).toMatchObject({ step: 'next', live: { phone: bob } });

    signIn.continueWith({ kind: 'phone', phone: carol });
    await settle();
    expect(backend.last('continueWith').input).toEqual({ kind: 'phone', phone: carol });
    await backend.last('continueWith').fail(new PhoneError('delivery_failed'));
    const before = backend.calls.length;
    signIn.continueWith({ kind: 'phone', phone: bob });
    await settle();
    expect(signIn.state).toMatchObject({ step: 'code', challenge: { phone: bob } });
    expect(backend.calls).toHaveLength(before);
  });
});

describe('a password', () => {
  test('leaves a new code that is on its way behind', async () => {
    const all = await startAtCode();
    all.clock.advance(60_000);
    all.signIn.resend();
    await settle();
    const { signal } = all.backend.last('resendCode').options;
    all.signIn.usePassword();
    expect(all.signIn.state.step).toBe('password');
    expect(signal.aborted).toBe(true);
  });

  test('is not asked about where a code is entered', async () => {
    const { signIn, backend } = await startAtCode();
    signIn.signInWithPassword('correct horse');
    await settle();
    expect(signIn.state.step).toBe('code');
    expect(backend.calls).toHaveLength(1);
  });

  test('that is to be replaced has a message of its own', async () => {
    const backend = createScriptedBackend({
      capabilities: { purposes: ['sign-in', 'forgot-password'], knowsPhone: true },
    });
    const { signIn } = start({ backend });
    signIn.usePassword(alice);
    const keys: string[] = [];
    for (const purpose of ['forgot-password', undefined, 'forgot-password'] as const) {
      signIn.requestCode(alice, purpose);
      await settle();
      const call = backend.last('requestCode');
      keys.push(call.options.idempotencyKey);
      await call.fail(new PhoneError('network'));
    }
    expect(new Set(keys).size).toBe(3);
  });

  test('and a call that the backend does not know are told by name', async () => {
    const backend = createScriptedBackend({ signInWithPassword: undefined as never });
    const { signIn, report } = start({ backend });
    signIn.usePassword(alice);
    signIn.signInWithPassword('correct horse');
    await settle();
    expect(report.mock.lastCall?.[0]).toMatchObject({
      code: 'unsupported',
      message: 'This backend does not answer "password".',
    });
  });
});

test('a locked account gets no new code', async () => {
  const { signIn, backend, clock } = await startAtCode();
  signIn.verify('123456');
  await settle();
  await backend.last('verifyCode').fail(new PhoneError('account_locked'));
  clock.advance(61_000);
  signIn.resend();
  await settle();
  expect(signIn.state.error?.code).toBe('account_locked');
  expect(backend.calls).toHaveLength(2);
});
