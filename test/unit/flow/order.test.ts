/** What happens when several want something at once: listeners that act, and a flow that has ended. */
import { describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/backends/backend.js';
import { PhoneError } from '../../../src/errors.js';
import { alice, bob, challengeTo } from './fixtures.js';
import { createScriptedBackend, settle } from './scripted-backend.js';
import { session, start, startAtCode } from './start.js';

describe('a listener that acts', () => {
  test('is carried out when every listener has heard of the step before', async () => {
    const { backend, signIn } = await startAtCode();
    const heard: string[] = [];
    signIn.subscribe(({ step }) => {
      heard.push(`first ${step}`);
      if (step !== 'done') return;
      signIn.reset();
      heard.push(`still ${signIn.state.step}`);
    });
    signIn.subscribe(state => {
      heard.push(`second ${state.step}`);
      expect(state, 'what is heard is what is so').toBe(signIn.state);
    });
    signIn.verify('123456');
    await settle();
    await backend.last('verifyCode').answer(session);
    expect(heard).toEqual([
      'first verifying',
      'second verifying',
      'first done',
      'still done',
      'second done',
      'first number',
      'second number',
    ]);
    expect(signIn.state.step).toBe('number');
  });

  test('and throws does not hold up what was asked for', async () => {
    const { signIn } = await startAtCode();
    signIn.subscribe(({ step }) => {
      if (step !== 'verifying') return;
      signIn.changeNumber();
      throw new Error('a page’s defect');
    });
    expect(() => signIn.verify('123456')).toThrow('a page’s defect');
    expect(signIn.state.step).toBe('number');
    signIn.requestCode(bob);
    expect(signIn.state.step).toBe('sending');
  });

  test('by ending the flow is the last to hear', async () => {
    const { signIn } = await startAtCode();
    const heard: string[] = [];
    signIn.subscribe(({ step }) => {
      heard.push(`first ${step}`);
      signIn.reset();
      signIn.dispose();
    });
    signIn.subscribe(({ step }) => heard.push(`second ${step}`));
    signIn.verify('123456');
    expect(heard).toEqual(['first verifying']);
  });
});

describe('a flow that has ended', () => {
  test('sends nothing that it was asked for before, whose backend comes later', async () => {
    const backend = createScriptedBackend();
    let arrive: (backend: Backend) => void = () => undefined;
    const { signIn } = start({ backend: () => new Promise(resolve => (arrive = resolve)) });
    void signIn.prepare();
    signIn.requestCode(alice);
    signIn.dispose();
    arrive(backend);
    await settle();
    expect(backend.calls).toEqual([]);
    expect(backend.prepared).toBe(0);
  });

  test('sends nothing whose captcha comes later', async () => {
    let solve: (token: string) => void = () => undefined;
    const { backend, signIn, clock } = start({ captcha: () => new Promise(done => (solve = done)) });
    signIn.requestCode(alice);
    await settle();
    signIn.dispose();
    solve('token');
    await settle();
    expect(backend.calls).toEqual([]);
    expect(clock.timers).toBe(0);
  });

  test('sends nothing that it is asked for afterwards, and keeps its state', async () => {
    const { backend, signIn } = await startAtCode();
    const { state } = signIn;
    signIn.dispose();
    signIn.verify('123456');
    signIn.changeNumber();
    signIn.requestCode(bob);
    void signIn.prepare();
    await settle();
    expect(backend.calls).toHaveLength(1);
    expect(backend.prepared).toBe(0);
    expect(signIn.state).toBe(state);
  });
});

test('a message that is not wanted any more is not sent once its captcha is solved', async () => {
  let solve: (token: string) => void = () => undefined;
  const { backend, signIn } = start({ captcha: () => new Promise(done => (solve = done)) });
  signIn.requestCode(alice);
  await settle();
  signIn.changeNumber();
  solve('token');
  await settle();
  expect(backend.calls).toEqual([]);
});

describe('an error', () => {
  test.each(['number', 'code', 'resend'] as const)(
    'about the %s is gone with a reset and with a new press',
    async about => {
      const { backend, signIn, clock } = about === 'number' ? start() : await startAtCode();
      clock.advance(60_000);
      const press = {
        number: () => signIn.requestCode(alice),
        code: () => signIn.verify('123456'),
        resend: () => signIn.resend(),
      }[about];
      press();
      await settle();
      await backend.calls.at(-1)?.fail(new PhoneError('network'));
      expect(signIn.state.error).toMatchObject({ about });
      press();
      expect(signIn.state.error).toBeUndefined();
      await settle();
      await backend.calls.at(-1)?.fail(new PhoneError('network'));
      signIn.reset();
      expect(signIn.state.error).toBeUndefined();
    },
  );
});

describe('what is asked for after the code', () => {
  const toAsk = async () => {
    const all = await startAtCode();
    all.signIn.verify('123456');
    await settle();
    return all;
  };
  const keyOf = async (all: Awaited<ReturnType<typeof toAsk>>, password: string) => {
    all.signIn.continueWith({ kind: 'new-password', password });
    await settle();
    const call = all.backend.last('continueWith');
    await call.fail(new PhoneError('network'));
    return call.options.idempotencyKey;
  };

  test('another password after a lost answer has a key of its own, the same one keeps its key', async () => {
    const all = await toAsk();
    await all.backend
      .last('verifyCode')
      .answer({ kind: 'next', next: { kind: 'new-password', state: undefined } });
    const first = await keyOf(all, 'correct horse');
    expect(await keyOf(all, 'correct horse')).toBe(first);
    const second = await keyOf(all, 'battery staple');
    expect(second).not.toBe(first);
    expect(await keyOf(all, 'battery staple')).toBe(second);
    expect(all.storage.entries.size).toBe(1);
    const kept = [...all.storage.written, JSON.stringify(all.signIn.state)].join();
    expect(kept).not.toMatch(/correct horse|battery staple/);
    expect(kept).toContain(second);
  });

  test('a reset tells the backend of the code sent to another number', async () => {
    const { backend, signIn } = await toAsk();
    const next = { kind: 'new-phone', purpose: 'bind-mfa', canSkip: false, state: undefined } as const;
    await backend.last('verifyCode').answer({ kind: 'next', next });
    signIn.continueWith({ kind: 'phone', phone: bob });
    await settle();
    const challenge = challengeTo(bob, { purpose: 'bind-mfa', state: { id: 'live' } });
    await backend.last('continueWith').answer({ kind: 'next', next: { kind: 'challenge', challenge } });
    signIn.changeNumber();
    expect(signIn.state).toMatchObject({ step: 'next', live: challenge });
    signIn.reset();
    await settle();
    expect(backend.cancelled).toContainEqual(challenge);
  });
});
