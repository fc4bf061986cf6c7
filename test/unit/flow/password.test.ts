/** The number with its password, beside the code. */
import { describe, expect, test } from 'vitest';
import type { Backend, BackendSettings, FirstFactor } from '../../../src/backends/backend.js';
import { PhoneError } from '../../../src/errors.js';
import type { SignInOptions } from '../../../src/flow/sign-in.js';
import { alice, bob, challengeTo, createFakeClock, createMemoryStorage, startMs } from './fixtures.js';
import { createScriptedBackend, settle } from './scripted-backend.js';
import { session, start, storageKey } from './start.js';

const capabilities: Backend['capabilities'] = {
  purposes: ['sign-in', 'forgot-password'],
  knowsPhone: true,
  firstFactors: ['code', 'password'],
};

function startWith(changes: Partial<Backend> = {}, options: Partial<SignInOptions> = {}) {
  const backend = createScriptedBackend({ capabilities, ...changes });
  return { ...start({ ...options, backend }), backend };
}

function startAtPassword(changes: Partial<Backend> = {}, options: Partial<SignInOptions> = {}) {
  const all = startWith(changes, options);
  all.signIn.usePassword(alice);
  expect(all.signIn.state).toMatchObject({ step: 'password', phone: alice, awaiting: undefined });
  return all;
}

async function give({ signIn }: Pick<ReturnType<typeof startWith>, 'signIn'>, password: string) {
  signIn.signInWithPassword(password);
  await settle();
}

describe('a password', () => {
  test('signs in with its number, and is kept nowhere', async () => {
    const all = startAtPassword();
    await give(all, 'correct horse');
    const { given, options } = all.backend.last('signInWithPassword');
    expect(given).toEqual({ phone: alice, password: 'correct horse' });
    expect(options.idempotencyKey).toMatch(/./);
    expect(all.signIn.state).toMatchObject({ step: 'password', awaiting: 1 });
    expect(JSON.stringify([all.signIn.state, all.storage.written])).not.toContain('horse');
    await all.backend.last('signInWithPassword').answer(session);
    expect(all.signIn.state).toMatchObject({ step: 'done', outcome: session });
    expect(all.clock.timers).toBe(0);
  });

  test('goes once while it is being checked, and not at another step', async () => {
    const all = startWith();
    await give(all, 'too soon');
    expect(all.backend.calls).toEqual([]);
    all.signIn.usePassword(alice);
    await give(all, 'one');
    await give(all, 'two');
    all.signIn.requestCode(alice);
    await settle();
    expect(all.backend.calls).toHaveLength(1);
  });

  test('that is wrong says so at the password; a new one is a new intent', async () => {
    const all = startAtPassword();
    await give(all, 'wrong');
    const first = all.backend.last('signInWithPassword');
    await first.fail(new PhoneError('credentials_invalid'));
    expect(all.signIn.state).toMatchObject({
      step: 'password',
      awaiting: undefined,
      pending: undefined,
      error: { code: 'credentials_invalid', about: 'password' },
    });
    all.signIn.edited();
    expect(all.signIn.state.error).toBeUndefined();
    await give(all, 'right');
    const second = all.backend.last('signInWithPassword');
    expect(second.given.password).toBe('right');
    expect(second.options.idempotencyKey).not.toBe(first.options.idempotencyKey);
  });

  test('whose answer was lost is given again under the same key, another one not', async () => {
    const all = startAtPassword();
    await give(all, 'correct horse');
    const first = all.backend.last('signInWithPassword');
    await first.fail(new PhoneError('network'));
    expect(all.signIn.state).toMatchObject({ step: 'password', error: { code: 'network' } });
    await give(all, 'correct horse');
    const again = all.backend.last('signInWithPassword');
    expect(again.options.idempotencyKey).toBe(first.options.idempotencyKey);
    await again.fail(new PhoneError('network'));
    await give(all, 'another');
    const other = all.backend.last('signInWithPassword');
    expect(other.options.idempotencyKey).not.toBe(first.options.idempotencyKey);
  });

  test('is not asked about before a lock ends', async () => {
    const all = startAtPassword();
    await give(all, 'wrong');
    const retryAtMs = startMs + 60_000;
    await all.backend.last('signInWithPassword').fail(new PhoneError('account_locked', { retryAfter: 60 }));
    const { occurrence } = all.signIn.state.error!;
    await give(all, 'right');
    expect(all.backend.calls).toHaveLength(1);
    expect(all.signIn.state.error).toMatchObject({ code: 'account_locked', retryAtMs });
    expect(all.signIn.state.error!.occurrence).not.toBe(occurrence);
    all.clock.advance(60_000);
    await give(all, 'right');
    expect(all.backend.calls).toHaveLength(2);
  });

  test('for which the backend has begun anew starts over, at the number', async () => {
    const all = startAtPassword();
    await give(all, 'correct horse');
    await all.backend.last('signInWithPassword').fail(new PhoneError('session_gone'));
    expect(all.signIn.state).toMatchObject({
      step: 'number',
      phone: alice,
      pending: undefined,
      error: { code: 'session_gone' },
    });
  });

  test('is refused where the backend has none', async () => {
    const all = startAtPassword({ signInWithPassword: undefined as never });
    await give(all, 'correct horse');
    expect(all.signIn.state).toMatchObject({ step: 'password', error: { about: 'password' } });
    expect(all.report).toHaveBeenCalledOnce();
  });
});

describe('between password and code', () => {
  test('a code is asked for at the password, and a failure leads back there', async () => {
    const all = startAtPassword();
    all.signIn.requestCode(alice);
    await settle();
    expect(all.signIn.state).toMatchObject({ step: 'sending', isFromPassword: true });
    await all.backend.last('requestCode').fail(new PhoneError('delivery_failed'));
    expect(all.signIn.state).toMatchObject({
      step: 'password',
      phone: alice,
      pending: undefined,
      error: { code: 'delivery_failed', about: 'password' },
    });
    all.signIn.requestCode(alice);
    await settle();
    await all.backend.last('requestCode').fail(new PhoneError('session_gone'));
    expect(all.signIn.state.step).toBe('number');
  });

  test('a code on its way stays good, and is not sent twice', async () => {
    const all = startWith();
    all.signIn.requestCode(alice);
    await settle();
    const challenge = challengeTo(alice);
    await all.backend.last('requestCode').answer(challenge);
    all.signIn.usePassword();
    expect(all.signIn.state).toMatchObject({ step: 'password', phone: alice, live: challenge });
    all.signIn.requestCode(alice);
    await settle();
    expect(all.signIn.state).toMatchObject({ step: 'code', challenge });
    expect(all.backend.calls).toHaveLength(1);
  });

  test('no other step leads to the password', () => {
    const all = startWith();
    all.signIn.requestCode(alice);
    all.signIn.usePassword(bob);
    expect(all.signIn.state).toMatchObject({ step: 'sending', phone: alice });
  });

  test('a reload comes back to the password, without it', async () => {
    const storage = createMemoryStorage();
    const clock = createFakeClock();
    const persist = { storage, key: storageKey };
    const before = startAtPassword({}, { persist, clock });
    await give(before, 'correct horse');
    before.signIn.dispose();
    const { signIn } = startWith({}, { persist, clock });
    expect(signIn.state).toMatchObject({ step: 'password', phone: alice, awaiting: undefined });
  });
});

describe('a forgotten password', () => {
  test('is replaced by a code, and the new one signs in', async () => {
    const all = startAtPassword();
    all.signIn.requestCode(alice, 'forgot-password');
    await settle();
    const asked = all.backend.last('requestCode');
    expect(asked.request).toEqual({ phone: alice, purpose: 'forgot-password' });
    await asked.answer(challengeTo(alice, { purpose: 'forgot-password' }));
    all.signIn.verify('123456');
    await settle();
    const next = { kind: 'new-password', state: undefined } as const;
    await all.backend.last('verifyCode').answer({ kind: 'next', next });
    all.signIn.continueWith({ kind: 'new-password', password: 'a new horse' });
    await settle();
    await all.backend.last('continueWith').answer({ kind: 'done' });
    await settle();
    expect(all.backend.last('signInWithPassword').given).toEqual({ phone: alice, password: 'a new horse' });
    expect(all.signIn.state.step).toBe('password');
    await all.backend.last('signInWithPassword').answer(session);
    expect(all.signIn.state).toMatchObject({ step: 'done', outcome: session });
  });

  test('is another message than the code to sign in with', async () => {
    const all = startWith();
    all.signIn.requestCode(alice);
    await settle();
    await all.backend.last('requestCode').answer(challengeTo(alice));
    all.signIn.usePassword();
    all.signIn.requestCode(alice, 'forgot-password');
    await settle();
    expect(all.backend.calls).toHaveLength(2);
    expect(all.backend.last('requestCode').request.purpose).toBe('forgot-password');
  });

  test.each<[string, Partial<Backend>, BackendSettings, boolean]>([
    ['where the backend serves it', {}, {}, true],
    ['where its settings say so', {}, { purposes: ['forgot-password'] }, true],
    ['not where its settings leave it out', {}, { purposes: ['sign-in'] }, false],
    ['not where nothing can be answered after the code', { continueWith: undefined as never }, {}, false],
  ])('can be replaced %s', async (_, changes, settings, expected) => {
    const { signIn } = startWith({ ...changes, prepare: () => Promise.resolve(settings) });
    expect(signIn.canResetPassword).toBe(false);
    await signIn.prepare();
    await settle();
    expect(signIn.canResetPassword).toBe(expected);
  });
});

describe('what comes first', () => {
  test.each<[FirstFactor | undefined, FirstFactor[] | undefined, FirstFactor[]]>([
    // What the page says, what the backend's settings say, what is offered.
    [undefined, undefined, ['code']],
    ['password', undefined, ['password', 'code']],
    ['code', undefined, ['code', 'password']],
    [undefined, ['password', 'code'], ['password', 'code']],
    ['code', ['password', 'code'], ['code', 'password']],
    ['password', ['code'], ['code']],
    ['code', ['password'], ['password']],
  ])('the page: %s, the backend: %s', async (first, firstFactors, offered) => {
    const settings = firstFactors ? { firstFactors } : {};
    const { signIn } = startWith({ prepare: () => Promise.resolve(settings) }, { firstFactor: () => first });
    expect(signIn.firstFactors).toEqual(['code']);
    await signIn.prepare();
    expect(signIn.firstFactors).toEqual(offered);
  });

  test('the code alone, for other purposes and for a backend that has no passwords', async () => {
    const settings = () => Promise.resolve<BackendSettings>({ firstFactors: ['password', 'code'] });
    const registering = startWith({ prepare: settings }, { purpose: 'register' });
    await registering.signIn.prepare();
    expect(registering.signIn.firstFactors).toEqual(['code']);
    const without = startWith({
      prepare: settings,
      capabilities: { ...capabilities, firstFactors: ['code'] },
    });
    await without.signIn.prepare();
    await settle();
    expect(without.signIn.firstFactors).toEqual(['code']);
  });

  test('is waited for three seconds', async () => {
    const all = startWith({ prepare: () => new Promise(() => undefined) });
    let isReady = false;
    void all.signIn.prepare().then(() => (isReady = true));
    await settle();
    all.clock.advance(2999);
    await settle();
    expect(isReady).toBe(false);
    all.clock.advance(1);
    await settle();
    expect(isReady).toBe(true);
    expect(all.clock.timers).toBe(0);
  });
});
