import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { Backend, Next } from '../../../src/backends/backend.js';
import { PhoneError } from '../../../src/errors.js';
import { createSignIn, type Captcha, type SignInOptions } from '../../../src/flow/sign-in.js';
import type { FlowState } from '../../../src/flow/state.js';
import { alice, bob, challengeTo, createFakeClock, createMemoryStorage, startMs } from './fixtures.js';
import { createScriptedBackend, settle } from './scripted-backend.js';
import { reload, session, start, startAtCode, storageKey } from './start.js';

const unhandled = vi.fn();
process.on('unhandledRejection', unhandled);
afterAll(() => void process.off('unhandledRejection', unhandled));
afterEach(async () => {
  await settle();
  expect(unhandled).not.toHaveBeenCalled();
});

describe('a whole sign-in', () => {
  test('goes from the number over the code to the session', async () => {
    const { backend, signIn, clock } = start();
    const steps: string[] = [];
    signIn.subscribe(({ step }) => steps.push(step));

    signIn.requestCode(alice);
    await settle();
    expect(backend.last('requestCode').request).toEqual({ phone: alice, purpose: 'sign-in' });
    await backend.last('requestCode').answer(challengeTo(alice));
    signIn.verify('123456');
    await settle();
    expect(backend.last('verifyCode')).toMatchObject({ code: '123456', challenge: challengeTo(alice) });
    await backend.last('verifyCode').answer(session);

    expect(steps).toEqual(['sending', 'code', 'verifying', 'done']);
    expect(signIn.state).toMatchObject({ step: 'done', outcome: session });
    expect(clock.timers, 'no timer is left').toBe(0);
  });

  test('answers what the backend asks for after the code', async () => {
    const { backend, signIn } = await startAtCode();
    signIn.verify('123456');
    await settle();
    const next = { kind: 'new-password', state: { session: 1 } } as const;
    await backend.last('verifyCode').answer({ kind: 'next', next });
    signIn.continueWith({ kind: 'new-password', password: 'correct horse' });
    await settle();
    expect(backend.last('continueWith')).toMatchObject({
      next,
      input: { kind: 'new-password', password: 'correct horse' },
    });
    await backend.last('continueWith').answer(session);
    expect(signIn.state.step).toBe('done');
  });

  test('a resend replaces the challenge', async () => {
    const { backend, signIn, clock } = await startAtCode();
    clock.advance(60_000);
    signIn.resend();
    await settle();
    expect(backend.last('resendCode').challenge).toEqual(challengeTo(alice));
    const replacement = challengeTo(alice, { state: { id: 'second' } });
    await backend.last('resendCode').answer(replacement);
    expect(signIn.state).toMatchObject({ step: 'code', challenge: replacement, resent: 1 });
  });

  test('the language is the one of the moment of the call', async () => {
    let locale = 'en';
    const { backend, signIn } = start({ locale: () => locale });
    locale = 'th';
    signIn.requestCode(alice);
    await settle();
    expect(backend.last('requestCode').options.locale).toBe('th');
  });

  test('the backend reads the time from the same clock', async () => {
    const { backend, signIn, clock } = start();
    signIn.requestCode(alice);
    await settle();
    clock.advance(5_000);
    expect(backend.last('requestCode').options.nowMs()).toBe(startMs + 5_000);
  });

  test('a double click is one call', async () => {
    const { backend, signIn } = start();
    signIn.requestCode(alice);
    signIn.requestCode(alice);
    await settle();
    expect(backend.calls).toHaveLength(1);
  });

  test('each intent has a key of its own, 128 bits long', async () => {
    const { backend, signIn } = await startAtCode();
    signIn.verify('111111');
    await settle();
    const keys = backend.calls.map(({ options }) => options.idempotencyKey);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('nothing is sent', () => {
  test('on creation, and no backend is loaded', async () => {
    const load = vi.fn(() => Promise.resolve(createScriptedBackend()));
    const { clock } = start({ backend: load, phone: alice });
    await settle();
    clock.advance(3_600_000);
    await settle();
    expect(load).not.toHaveBeenCalled();
  });

  test.each(['in the code step', 'while sending'])('on a reload %s', async moment => {
    const before = moment === 'while sending' ? start() : await startAtCode();
    if (moment === 'while sending') before.signIn.requestCode(alice);
    await settle();
    const { backend } = reload(before);
    before.clock.advance(3_600_000);
    await settle();
    expect(backend.calls).toEqual([]);
    expect(backend.cancelled).toEqual([]);
  });

  test('by itself after a failure', async () => {
    const { backend, signIn, clock } = start();
    signIn.requestCode(alice);
    await settle();
    await backend.last('requestCode').fail(new PhoneError('network'));
    clock.advance(3_600_000);
    await settle();
    expect(backend.calls).toHaveLength(1);
  });

  test('for a purpose that the backend does not serve', async () => {
    const { backend, signIn, report } = start({ purpose: 'bind-mfa' });
    signIn.requestCode(alice);
    await settle();
    expect(backend.calls).toEqual([]);
    expect(signIn.state).toMatchObject({ step: 'number', error: { code: 'unsupported' } });
    expect(report.mock.lastCall?.[0].message).toContain('bind-mfa');
  });
});

describe('time limits', () => {
  test('a request for a code has 20 seconds', async () => {
    const { backend, signIn, clock } = start();
    signIn.requestCode(alice);
    await settle();
    clock.advance(19_999);
    await settle();
    expect(signIn.state.step).toBe('sending');
    expect(backend.last('requestCode').options.signal.aborted).toBe(false);
    clock.advance(1);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'number', phone: alice, error: { code: 'timeout' } });
    expect(backend.last('requestCode').options.signal.aborted).toBe(true);
  });

  test('a resend has 20 seconds', async () => {
    const { signIn, clock } = await startAtCode();
    clock.advance(60_000);
    signIn.resend();
    clock.advance(19_999);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'code', error: undefined });
    clock.advance(1);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'code', error: { code: 'timeout', about: 'resend' } });
  });

  test('checking a code has 10 seconds', async () => {
    const { signIn, clock } = await startAtCode();
    signIn.verify('123456');
    clock.advance(9_999);
    await settle();
    expect(signIn.state.step).toBe('verifying');
    clock.advance(1);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'code', error: { code: 'timeout', about: 'code' } });
  });

  test('what comes after the code has 10 seconds', async () => {
    const { backend, signIn, clock } = await startAtCode();
    signIn.verify('123456');
    await settle();
    await backend
      .last('verifyCode')
      .answer({ kind: 'next', next: { kind: 'confirm-register', state: undefined } });
    signIn.continueWith({ kind: 'confirm' });
    clock.advance(10_000);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'next', error: { code: 'timeout', about: 'next' } });
  });

  test('loading the backend counts', async () => {
    const { signIn, clock } = start({ backend: () => new Promise<Backend>(() => undefined) });
    signIn.requestCode(alice);
    clock.advance(20_000);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'number', error: { code: 'timeout' } });
  });

  test('a backend that rejects because it was aborted is still a time-out', async () => {
    const { signIn, clock } = start({
      backend: createScriptedBackend({
        requestCode: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new PhoneError('network')));
          }),
      }),
    });
    signIn.requestCode(alice);
    await settle();
    clock.advance(20_000);
    await settle();
    expect(signIn.state.error?.code).toBe('timeout');
  });

  test('an answer after the time limit is dropped', async () => {
    const { backend, signIn, clock } = start();
    signIn.requestCode(alice);
    await settle();
    clock.advance(20_000);
    await settle();
    const { state } = signIn;
    await backend.last('requestCode').answer(challengeTo(alice));
    expect(signIn.state).toBe(state);
  });
});

describe('channels', () => {
  test('nothing is known of them before the backend has spoken, and where it does not', async () => {
    const { signIn } = start();
    expect(signIn.channels).toEqual([]);
    await signIn.prepare();
    await settle();
    expect(signIn.channels).toEqual([]);
  });

  test.each<[string, Partial<Backend>]>([
    ['settings', { prepare: () => Promise.resolve({ channels: ['whatsapp', 'sms'] }) }],
    [
      'capabilities',
      { capabilities: { purposes: ['sign-in'], knowsPhone: true, channels: ['whatsapp', 'sms'] } },
    ],
  ])('are those of its %s', async (_, changes) => {
    const { signIn } = start({ backend: createScriptedBackend(changes) });
    await signIn.prepare();
    await settle();
    expect(signIn.channels).toEqual(['whatsapp', 'sms']);
  });

  test('a code can be asked for by one; the backend chooses without it', async () => {
    const { backend, signIn } = start();
    signIn.requestCode(alice, undefined, 'voice');
    await settle();
    expect(backend.last('requestCode').request).toEqual({
      phone: alice,
      purpose: 'sign-in',
      channel: 'voice',
    });
    signIn.changeNumber();
    signIn.requestCode(alice);
    await settle();
    expect(backend.last('requestCode').request).toEqual({ phone: alice, purpose: 'sign-in' });
  });

  test('the next code comes by another, and a reload knows by which', async () => {
    const { backend, signIn, clock, storage } = start();
    signIn.requestCode(alice);
    await settle();
    const channels = ['sms', 'voice'] as const;
    await backend.last('requestCode').answer(challengeTo(alice, { channel: 'sms', channels }));
    clock.advance(60_000);
    signIn.resend('voice');
    await settle();
    expect(backend.last('resendCode').challenge.channel).toBe('voice');
    await backend.last('resendCode').answer(challengeTo(alice, { channel: 'voice', channels }));
    expect(reload({ storage, clock }).signIn.state).toMatchObject({
      step: 'code',
      challenge: { channel: 'voice', channels },
    });
  });

  test('a reload takes no channel that nobody knows', () => {
    const challenge = { ...challengeTo(alice), channel: '<b>', channels: ['sms', 'pigeon', 7] };
    const storage = createMemoryStorage({ [storageKey]: JSON.stringify({ version: 1, challenge }) });
    const { signIn } = start({ persist: { storage, key: storageKey } });
    expect(signIn.state).toMatchObject({ challenge: { channel: undefined, channels: ['sms'] } });
  });
});

describe('what is not wanted any more is aborted', () => {
  test('changing the number while sending', async () => {
    const { backend, signIn, clock, report } = start();
    signIn.requestCode(alice);
    await settle();
    const call = backend.last('requestCode');
    signIn.changeNumber();
    expect(call.options.signal.aborted).toBe(true);
    await call.answer(challengeTo(alice));
    expect(signIn.state).toMatchObject({ step: 'number', phone: alice, error: undefined });
    expect(clock.timers).toBe(0);
    expect(report).not.toHaveBeenCalled();
  });

  test('the next request runs although the one before was aborted', async () => {
    const { backend, signIn } = start();
    signIn.requestCode(alice);
    await settle();
    signIn.changeNumber();
    signIn.requestCode(bob);
    await settle();
    expect(backend.last('requestCode').options.signal.aborted).toBe(false);
    await backend.last('requestCode').answer(challengeTo(bob));
    expect(signIn.state).toMatchObject({ step: 'code', phone: bob });
  });

  test('a resend, once the code was right', async () => {
    const { backend, signIn, clock } = await startAtCode();
    clock.advance(60_000);
    signIn.resend();
    await settle();
    const resend = backend.last('resendCode');
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').answer(session);
    expect(resend.options.signal.aborted).toBe(true);
    expect(signIn.state.step).toBe('done');
  });

  test('a reset aborts, and tells the backend', async () => {
    const { backend, signIn } = await startAtCode();
    signIn.verify('123456');
    await settle();
    signIn.reset();
    await settle();
    expect(backend.last('verifyCode').options.signal.aborted).toBe(true);
    expect(backend.cancelled).toEqual([challengeTo(alice)]);
    expect(signIn.state).toMatchObject({ step: 'number', phone: undefined, live: undefined });
  });

  test.each<[string, Backend['cancel']]>([
    ['cannot cancel', undefined],
    ['fails to cancel', () => Promise.reject(new PhoneError('network'))],
  ])('a reset succeeds where the backend %s', async (_, cancel) => {
    const { backend, signIn } = await startAtCode();
    if (cancel) backend.cancel = cancel;
    else delete backend.cancel;
    signIn.reset();
    await settle();
    expect(signIn.state).toMatchObject({ step: 'number', error: undefined });
  });
});

describe('failures', () => {
  test('a lost answer keeps the key, a definite one retires it', async () => {
    const { backend, signIn } = start();
    const keys: string[] = [];
    for (const code of ['network', 'server_error', 'rate_limited', 'network'] as const) {
      signIn.requestCode(alice);
      await settle();
      keys.push(backend.last('requestCode').options.idempotencyKey);
      await backend.last('requestCode').fail(new PhoneError(code));
      expect(signIn.state).toMatchObject({ step: 'number', phone: alice, error: { code } });
    }
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  test('going back and asking again for the same number keeps the key', async () => {
    const { backend, signIn } = start();
    signIn.requestCode(alice);
    await settle();
    const { idempotencyKey } = backend.last('requestCode').options;
    signIn.changeNumber();
    signIn.requestCode(alice);
    await settle();
    expect(backend.calls).toHaveLength(2);
    expect(backend.last('requestCode').options.idempotencyKey).toBe(idempotencyKey);
  });

  test('the same code checked again after a lost answer keeps its key', async () => {
    const { backend, signIn } = await startAtCode();
    signIn.verify('123456');
    await settle();
    const { idempotencyKey } = backend.last('verifyCode').options;
    await backend.last('verifyCode').fail(new PhoneError('network'));
    signIn.verify('123456');
    await settle();
    expect(backend.last('verifyCode').options.idempotencyKey).toBe(idempotencyKey);
  });

  test('are reported with their cause, once each', async () => {
    const { backend, signIn, report } = start();
    signIn.requestCode(alice);
    await settle();
    const error = new PhoneError('misconfigured', { detail: 'Wrong endpoint', cause: new Error('404') });
    await backend.last('requestCode').fail(error);
    expect(report.mock.calls).toEqual([[error]]);
  });

  test('an error that is not ours becomes server_error and keeps its cause', async () => {
    const { backend, signIn, report } = start();
    signIn.requestCode(alice);
    await settle();
    const cause = new TypeError('adapter defect');
    await backend.last('requestCode').fail(cause);
    expect(signIn.state.error?.code).toBe('server_error');
    expect(report.mock.lastCall?.[0].cause).toBe(cause);
  });

  test('a backend that throws instead of rejecting is a failure like any other', async () => {
    const backend = createScriptedBackend({
      requestCode: () => {
        throw new PhoneError('invalid_phone');
      },
    });
    const { signIn } = start({ backend });
    signIn.requestCode(alice);
    await settle();
    expect(signIn.state.error?.code).toBe('invalid_phone');
  });

  test('retryAfter becomes a deadline on this device’s clock', async () => {
    const { backend, signIn, clock } = start();
    signIn.requestCode(alice);
    await settle();
    clock.advance(2_000);
    await backend.last('requestCode').fail(new PhoneError('rate_limited', { retryAfter: 30 }));
    expect(signIn.state.error?.retryAtMs).toBe(startMs + 32_000);
    signIn.requestCode(alice);
    await settle();
    expect(backend.calls, 'too early: nothing is sent').toHaveLength(1);
    clock.advance(30_000);
    signIn.requestCode(alice);
    await settle();
    expect(backend.calls).toHaveLength(2);
  });

  test('what the backend asks for and nothing can answer is unsupported', async () => {
    const { backend, signIn } = await startAtCode();
    delete backend.continueWith;
    signIn.verify('123456');
    await settle();
    await backend
      .last('verifyCode')
      .answer({ kind: 'next', next: { kind: 'confirm-register', state: undefined } });
    signIn.continueWith({ kind: 'confirm' });
    await settle();
    expect(signIn.state).toMatchObject({ step: 'next', error: { code: 'unsupported' } });
  });

  test('typing makes an error go away', async () => {
    const { backend, signIn } = await startAtCode();
    signIn.verify('111111');
    await settle();
    await backend.last('verifyCode').fail(new PhoneError('code_invalid', { attemptsLeft: 4 }));
    expect(signIn.state.error?.attemptsLeft).toBe(4);
    signIn.edited();
    expect(signIn.state.error).toBeUndefined();
  });
});

describe('a backend that is loaded when it is first needed', () => {
  test('is loaded once', async () => {
    const backend = createScriptedBackend();
    const load = vi.fn(() => Promise.resolve(backend));
    const { signIn } = start({ backend: load });
    void signIn.prepare();
    signIn.requestCode(alice);
    await settle();
    await backend.last('requestCode').answer(challengeTo(alice));
    signIn.verify('123456');
    await settle();
    expect(load).toHaveBeenCalledTimes(1);
  });

  test.each<[string, () => Promise<Backend>]>([
    ['rejects', () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))],
    [
      'throws',
      () => {
        throw new TypeError('no such module');
      },
    ],
  ])('a loader that %s is asked again at the next try, with the same key', async (_, failToLoad) => {
    const backend = createScriptedBackend();
    const load = vi.fn<() => Promise<Backend>>();
    load.mockImplementationOnce(failToLoad).mockResolvedValue(backend);
    const { signIn, storage } = start({ backend: load });
    signIn.requestCode(alice);
    const pending = storage.entries.get(storageKey);
    await settle();
    expect(signIn.state).toMatchObject({ step: 'number', phone: alice, error: { code: 'server_error' } });
    signIn.requestCode(alice);
    await settle();
    expect(load).toHaveBeenCalledTimes(2);
    expect(pending).toContain(backend.last('requestCode').options.idempotencyKey);
  });

  test('keeps the loader’s own reason', async () => {
    const { signIn } = start({ backend: () => Promise.reject(new PhoneError('misconfigured')) });
    signIn.requestCode(alice);
    await settle();
    expect(signIn.state.error?.code).toBe('misconfigured');
  });

  test('preparing warms the backend and changes nothing', async () => {
    const { backend, signIn } = start();
    const { state } = signIn;
    void signIn.prepare();
    await settle();
    expect(backend.prepared).toBe(1);
    expect(signIn.state).toBe(state);
  });

  test.each<[string, SignInOptions['backend']]>([
    ['the loader rejects', () => Promise.reject(new Error('offline'))],
    [
      'the loader throws',
      () => {
        throw new Error('no endpoint');
      },
    ],
    [
      'the backend fails',
      createScriptedBackend({ prepare: () => Promise.reject(new PhoneError('network')) }),
    ],
  ])('preparing is silent when %s', async (_, backend) => {
    const { signIn, report } = start({ backend });
    expect(() => signIn.prepare()).not.toThrow();
    await settle();
    expect(signIn.state).toMatchObject({ step: 'number', error: undefined });
    expect(report).not.toHaveBeenCalled();
  });
});

describe('listeners', () => {
  test('hear every change with the state as it is, and no press that changes nothing', () => {
    const { signIn } = start();
    const heard: FlowState[] = [];
    signIn.subscribe(state => heard.push(state));
    signIn.verify('123456');
    signIn.resend();
    signIn.edited();
    expect(heard).toEqual([]);
    signIn.requestCode(alice);
    expect(heard).toEqual([signIn.state]);
  });

  test('stop hearing once they unsubscribed', () => {
    const { signIn } = start();
    const listener = vi.fn();
    const other = vi.fn();
    const unsubscribe = signIn.subscribe(listener);
    signIn.subscribe(other);
    unsubscribe();
    signIn.requestCode(alice);
    expect(listener).not.toHaveBeenCalled();
    expect(other).toHaveBeenCalledTimes(1);
  });

  test('may act on what they hear', async () => {
    const { backend, signIn } = await startAtCode();
    signIn.subscribe(state => {
      if (state.step === 'code' && state.error) signIn.changeNumber();
    });
    signIn.verify('111111');
    await settle();
    await backend.last('verifyCode').fail(new PhoneError('code_invalid'));
    expect(signIn.state.step).toBe('number');
  });

  test('hear nothing after dispose, which aborts what is in flight', async () => {
    const { backend, signIn, clock, report } = start();
    signIn.requestCode(alice);
    await settle();
    const listener = vi.fn();
    signIn.subscribe(listener);
    signIn.dispose();
    const call = backend.last('requestCode');
    expect(call.options.signal.aborted).toBe(true);
    await call.answer(challengeTo(alice));
    expect(listener).not.toHaveBeenCalled();
    expect(report).not.toHaveBeenCalled();
    expect(clock.timers).toBe(0);
  });

  test('dispose leaves what was kept for a reload', async () => {
    const before = await startAtCode();
    before.signIn.dispose();
    expect(reload(before).signIn.state.step).toBe('code');
  });
});

describe('a reload', () => {
  test('in the code step comes back to it, with its deadlines and tries', async () => {
    const before = await startAtCode();
    before.signIn.verify('111111');
    await settle();
    await before.backend.last('verifyCode').fail(new PhoneError('code_invalid', { attemptsLeft: 4 }));
    before.clock.advance(61_000);
    const { backend, signIn } = reload(before);
    expect(signIn.state).toMatchObject({
      step: 'code',
      phone: alice,
      error: undefined,
      challenge: challengeTo(alice, { attemptsLeft: 4 }),
    });
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').answer(session);
    expect(signIn.state.step).toBe('done');
  });

  test('while sending comes back to the number, and the same number carries the same key', async () => {
    const before = start();
    before.signIn.requestCode(alice);
    await settle();
    const { idempotencyKey } = before.backend.last('requestCode').options;
    const { backend, signIn } = reload(before);
    expect(signIn.state).toMatchObject({ step: 'number', phone: alice });
    signIn.requestCode(alice);
    await settle();
    expect(backend.last('requestCode').options.idempotencyKey).toBe(idempotencyKey);
  });

  test('while resending comes back to the code, and resending carries the same key', async () => {
    const before = await startAtCode();
    before.clock.advance(60_000);
    before.signIn.resend();
    await settle();
    const { idempotencyKey } = before.backend.last('resendCode').options;
    const { backend, signIn } = reload(before);
    expect(signIn.state).toMatchObject({ step: 'code', resend: undefined });
    signIn.resend();
    await settle();
    expect(backend.last('resendCode').options.idempotencyKey).toBe(idempotencyKey);
  });

  test('while a code is checked comes back to the code step', async () => {
    const before = await startAtCode();
    before.signIn.verify('123456');
    await settle();
    expect(reload(before).signIn.state.step).toBe('code');
  });

  test('after going back to the number still knows the code on its way', async () => {
    const before = await startAtCode();
    before.signIn.changeNumber();
    const { backend, signIn } = reload(before);
    expect(signIn.state).toMatchObject({ step: 'number', phone: alice });
    signIn.requestCode(alice);
    await settle();
    expect(signIn.state.step).toBe('code');
    expect(backend.calls).toEqual([]);
  });

  test('after the code expired comes back to the number, and erases what was kept', async () => {
    const before = await startAtCode();
    before.clock.advance(600_000);
    const { signIn, storage } = reload(before);
    expect(signIn.state).toMatchObject({ step: 'number', phone: alice, live: undefined });
    expect(storage.entries.size).toBe(0);
  });

  test('after the clock was set back has deadlines no further away than before', async () => {
    const before = await startAtCode();
    before.clock.advance(-3_600_000);
    const { state } = reload(before).signIn;
    expect(state).toMatchObject({
      step: 'code',
      challenge: { resendAtMs: startMs - 3_600_000 + 60_000, expiresAtMs: startMs - 3_600_000 + 600_000 },
    });
  });

  test('after too many tries comes back to the number', async () => {
    const before = await startAtCode();
    before.signIn.verify('111111');
    await settle();
    await before.backend.last('verifyCode').fail(new PhoneError('too_many_attempts'));
    expect(reload(before).signIn.state).toMatchObject({ step: 'number', phone: alice });
  });

  describe('where a second code was asked for after the first', () => {
    const next: Next = { kind: 'send-code', maskedPhone: '•••• 09', state: { id: 'kept' } };
    const second = challengeTo(undefined, { purpose: 'mfa-verification', state: { id: 'second' } });

    async function startAtSecondCode() {
      const all = await startAtCode();
      all.signIn.verify('123456');
      await settle();
      await all.backend.last('verifyCode').answer({ kind: 'next', next });
      all.signIn.continueWith({ kind: 'confirm' });
      await settle();
      await all.backend
        .last('continueWith')
        .answer({ kind: 'next', next: { kind: 'challenge', challenge: second } });
      return all;
    }

    test('and no code can succeed any more, leads where "Change number" leads: to what was asked for', async () => {
      const before = await startAtSecondCode();
      before.signIn.verify('111111');
      await settle();
      await before.backend.last('verifyCode').fail(new PhoneError('too_many_attempts'));
      const { state } = reload(before).signIn;
      before.signIn.changeNumber();
      expect(state).toMatchObject({ step: 'next', next });
      expect(before.signIn.state).toMatchObject({ step: 'next', next });
    });

    test('and the person went back, still knows the code on its way', async () => {
      const before = await startAtSecondCode();
      before.signIn.changeNumber();
      expect(reload(before).signIn.state).toMatchObject({ step: 'next', next, live: second });
    });
  });

  test('of a page that was only looked at finds nothing, and takes the page’s own number', () => {
    const before = start({ phone: bob });
    expect(before.storage.entries.size).toBe(0);
    expect(before.signIn.state).toMatchObject({ step: 'number', phone: bob });
  });

  test.each(['done', 'reset'])('erases everything once the flow is %s', async end => {
    const { backend, signIn, storage } = await startAtCode();
    expect(storage.entries.size).toBe(1);
    if (end === 'reset') {
      signIn.reset();
    } else {
      signIn.verify('123456');
      await settle();
      await backend.last('verifyCode').answer(session);
    }
    expect(storage.entries.size).toBe(0);
  });

  test('keeps nothing without a storage', async () => {
    const backend = createScriptedBackend();
    const signIn = createSignIn({
      backend,
      purpose: 'sign-in',
      locale: () => 'en',
      clock: createFakeClock(),
    });
    signIn.requestCode(alice);
    await settle();
    await backend.last('requestCode').answer(challengeTo(alice));
    expect(signIn.state.step).toBe('code');
  });
});

describe('a captcha', () => {
  const tokens = () => {
    const asked: string[] = [];
    const captcha: Captcha = action => Promise.resolve(`token ${asked.push(action)}`);
    return { asked, captcha };
  };

  test('is asked for anew before each message, and for nothing else', async () => {
    const { asked, captcha } = tokens();
    const { backend, signIn, clock } = await startAtCode({ captcha });
    expect(backend.last('requestCode').options.captcha).toBe('token 1');
    clock.advance(60_000);
    signIn.resend();
    await settle();
    expect(backend.last('resendCode').options.captcha).toBe('token 2');
    signIn.verify('123456');
    await settle();
    expect(backend.last('verifyCode').options.captcha).toBeUndefined();
    expect(asked).toEqual(['request', 'resend']);
  });

  test('is not asked for where the backend says that it needs none', async () => {
    const { asked, captcha } = tokens();
    const { backend, signIn } = start({ captcha });
    void signIn.prepare();
    signIn.requestCode(alice);
    await settle();
    expect(backend.last('requestCode').options.captcha).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('has time to be solved by hand, and a message the whole of its own time after that', async () => {
    let solve: (token: string) => void = () => undefined;
    const { backend, signIn, clock } = start({ captcha: () => new Promise(done => (solve = done)) });
    signIn.requestCode(alice);
    await settle();
    clock.advance(60_000);
    expect(signIn.state.step).toBe('sending');
    solve('token');
    await settle();
    clock.advance(19_000);
    await backend.last('requestCode').answer(challengeTo(alice));
    expect(signIn.state.step).toBe('code');
  });

  test('that fails sends nothing and says so', async () => {
    const { backend, signIn, report } = start({ captcha: () => Promise.reject(new Error('blocked')) });
    signIn.requestCode(alice);
    await settle();
    expect(backend.calls).toEqual([]);
    expect(signIn.state).toMatchObject({ step: 'number', phone: alice, error: { code: 'captcha_failed' } });
    expect(report).toHaveBeenCalledOnce();
  });

  test('is not asked for a purpose that the backend does not serve', async () => {
    const { asked, captcha } = tokens();
    const { signIn } = start({ captcha, purpose: 'bind-mfa' });
    signIn.requestCode(alice);
    await settle();
    expect(signIn.state.error?.code).toBe('unsupported');
    expect(asked).toEqual([]);
  });
});

describe('going on without a number', () => {
  test('ends the flow where the backend allows it', async () => {
    const skip = vi.fn<NonNullable<Backend['skip']>>(() => Promise.resolve({ kind: 'done' }));
    const backend = createScriptedBackend({
      skip,
      capabilities: { purposes: ['bind-mfa'], knowsPhone: true },
    });
    const { signIn } = start({ backend, purpose: 'bind-mfa' });
    signIn.skip();
    await settle();
    expect(skip.mock.calls[0]?.[0]).toBe('bind-mfa');
    expect(signIn.state).toMatchObject({ step: 'done', outcome: { kind: 'done' } });
  });

  test('is an error for the page’s author where it does not', async () => {
    const { signIn, report } = start();
    signIn.skip();
    await settle();
    expect(signIn.state.error?.code).toBe('unsupported');
    expect(report.mock.calls[0]?.[0].message).toContain('skip');
  });
});

describe('what is kept', () => {
  test('never holds a code, a password, a token or claims', async () => {
    const { backend, signIn, storage, clock } = await startAtCode();
    clock.advance(60_000);
    signIn.resend();
    signIn.verify('918273');
    await settle();
    await backend.last('verifyCode').fail(new PhoneError('network'));
    signIn.verify('918273');
    await settle();
    await backend.last('verifyCode').fail(new PhoneError('code_invalid', { attemptsLeft: 4 }));
    signIn.verify('564738');
    await settle();
    await backend
      .last('verifyCode')
      .answer({ kind: 'next', next: { kind: 'new-password', code: '657483', state: { id: 'kept' } } });
    expect(signIn.state.step).toBe('next');
    signIn.continueWith({ kind: 'new-password', password: 'correct horse' });
    await settle();
    await backend.last('continueWith').answer(session);
    expect(signIn.state.step).toBe('done');
    expect(storage.written.length).toBeGreaterThan(5);
    const everything = storage.written.join('\n');
    for (const secret of ['918273', '564738', '657483', 'correct horse', 'secret-token', 'claims'])
      expect(everything).not.toContain(secret);
  });

  test('what the backend asked for after the code comes back with a reload', async () => {
    const { backend, signIn, storage, clock } = await startAtCode();
    signIn.verify('123456');
    await settle();
    const next: Next = { kind: 'new-phone', purpose: 'bind-mfa', canSkip: true, state: { id: 'kept' } };
    await backend.last('verifyCode').answer({ kind: 'next', next });
    const reloaded = reload({ storage, clock });
    expect(reloaded.signIn.state).toMatchObject({ step: 'next', next, phone: alice });
  });

  test('a new password comes back with its rule', async () => {
    const { backend, signIn, storage, clock } = await startAtCode();
    signIn.verify('123456');
    await settle();
    const next: Next = { kind: 'new-password', minLength: 12, state: { id: 'kept' } };
    await backend.last('verifyCode').answer({ kind: 'next', next });
    expect(reload({ storage, clock }).signIn.state).toMatchObject({ step: 'next', next });
  });

  test('a new password whose code was not kept comes back to the code', async () => {
    const { backend, signIn, storage, clock } = await startAtCode();
    signIn.verify('123456');
    await settle();
    const next: Next = { kind: 'new-password', code: '123456', state: undefined };
    await backend.last('verifyCode').answer({ kind: 'next', next });
    const reloaded = reload({ storage, clock });
    expect(reloaded.signIn.state).toMatchObject({ step: 'code', challenge: { phone: alice } });
  });

  test('what was asked for with the code in it is not kept beside the code that answers it', async () => {
    const { backend, signIn, storage } = await startAtCode();
    signIn.verify('918273');
    await settle();
    const next: Next = { kind: 'new-password', code: '918273', state: undefined };
    await backend.last('verifyCode').answer({ kind: 'next', next });
    signIn.continueWith({ kind: 'new-password', password: 'correct horse' });
    await settle();
    await backend
      .last('continueWith')
      .answer({ kind: 'next', next: { kind: 'challenge', challenge: challengeTo(bob) } });
    expect(signIn.state.step).toBe('code');
    expect(storage.written.join()).not.toContain('918273');
  });

  const whole = {
    version: 1,
    phone: alice,
    challenge: challengeTo(alice),
    pending: { wanted: `resend ${alice}`, key: 'kept' },
  };

  test('is read back (which the damaged ones below rely on)', () => {
    const storage = createMemoryStorage({ [storageKey]: JSON.stringify(whole) });
    const { signIn } = start({ persist: { storage, key: storageKey } });
    expect(signIn.state).toMatchObject({ step: 'code', pending: { key: 'kept' } });
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['cut JSON', JSON.stringify(whole).slice(0, -10)],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['another version', JSON.stringify({ ...whole, version: 2 })],
    ['no version', JSON.stringify({ ...whole, version: undefined })],
    ['a challenge that is a text', JSON.stringify({ ...whole, challenge: 'code' })],
    ['a phone that is none', JSON.stringify({ ...whole, challenge: challengeTo('<b>' as never) })],
    [
      'an unknown purpose',
      JSON.stringify({ ...whole, challenge: challengeTo(alice, { purpose: 'x' as never }) }),
    ],
    ['a code of no length', JSON.stringify({ ...whole, challenge: challengeTo(alice, { codeLength: 0 }) })],
    [
      'a code of absurd length',
      JSON.stringify({ ...whole, challenge: challengeTo(alice, { codeLength: 1e9 }) }),
    ],
    [
      'a deadline that is a text',
      JSON.stringify({ ...whole, challenge: challengeTo(alice, { expiresAtMs: '9e99' as never }) }),
    ],
  ])('%s is begun afresh', (_, text) => {
    const storage = createMemoryStorage({ [storageKey]: text });
    const { signIn } = start({ persist: { storage, key: storageKey } });
    expect(signIn.state).toMatchObject({ step: 'number', live: undefined, error: undefined });
    expect(storage.entries.get(storageKey) ?? '').not.toContain('challenge');
  });

  test('a damaged key is not used', async () => {
    const storage = createMemoryStorage({
      [storageKey]: JSON.stringify({ version: 1, phone: alice, pending: { wanted: 7, key: {} } }),
    });
    const { signIn, backend } = start({ persist: { storage, key: storageKey } });
    signIn.requestCode(alice);
    await settle();
    expect(backend.last('requestCode').options.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a storage that throws on everything does not stop the sign-in', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const { backend, signIn } = await startAtCode({
      persist: { storage: { getItem: refuse, setItem: refuse, removeItem: refuse }, key: storageKey },
    });
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').answer(session);
    expect(signIn.state.step).toBe('done');
  });

  test('two widgets under two keys do not meet', async () => {
    const first = await startAtCode();
    const second = start({ persist: { storage: first.storage, key: 'other' }, clock: first.clock });
    expect(second.signIn.state).toMatchObject({ step: 'number', phone: undefined });
    second.signIn.requestCode(bob);
    second.signIn.reset();
    expect(reload(first).signIn.state).toMatchObject({ step: 'code', phone: alice });
  });
});
