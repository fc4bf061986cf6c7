/** What a host's function may answer, and what it is told of anything else. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { E164 } from '../../../src/protocol.js';
import { createHooks, isDenial } from '../../../src/server/hooks.js';

type Options = Parameters<typeof createHooks>[0];
const phone = '+447700900123' as E164;
const request = new Request('https://shop.example/');
const verified = { phone, purpose: 'sign-in', request } as const;
const answering = (answer: unknown): Options => {
  const hook = () => answer as never;
  return {
    captcha: { provider: 'turnstile', siteKey: 'a', verify: hook },
    resolvePhone: hook,
    onVerified: hook,
    verifyPassword: hook,
  };
};

afterEach(() => vi.useRealTimers());

const concluded = (answer: unknown) => createHooks(answering(answer)).onVerified('a', verified);
const checked = (answer: unknown) => createHooks({}).checkPhone(() => answer as never, phone);
const resolved = (answer: unknown) => createHooks(answering(answer)).resolvePhone(request, 'sign-in');
const solved = (answer: unknown) => createHooks(answering(answer)).passesCaptcha('token', request);
const withPassword = (answer: unknown) =>
  createHooks(answering(answer)).verifyPassword({ phone, password: 'a', request });

describe('an answer that counts', () => {
  it('of a captcha is true or false', async () => {
    expect([await solved(true), await solved(false)]).toEqual([true, false]);
  });

  it('of a number is whether it is one, and of which country', async () => {
    expect(await checked({ valid: false, country: 'GB' })).toStrictEqual({ valid: false });
    expect(await checked({ valid: true })).toStrictEqual({ valid: true });
    expect(await checked({ valid: true, country: 'GB' })).toStrictEqual({ valid: true, country: 'GB' });
  });

  it('of whose number it is is one, or none', async () => {
    expect(await resolved(phone)).toBe(phone);
    expect(await resolved(undefined)).toBeUndefined();
    expect(await createHooks({}).resolvePhone(request, 'sign-in')).toBeUndefined();
    expect([createHooks({}).knowsPhone, createHooks(answering(1)).knowsPhone]).toEqual([false, true]);
  });

  it.each(['account_not_found', 'account_exists', 'account_blocked', 'signup_disabled'])(
    'denies by %s',
    async deny => {
      const denial = await concluded({ deny });
      expect(denial).toStrictEqual({ deny });
      expect(isDenial(denial)).toBe(true);
    },
  );

  it('is claims that JSON can write', async () => {
    const claims = { a: null, b: [1, { c: 'ü' }], d: Object.assign(Object.create(null) as object, { e: 1 }) };
    const answer = await concluded(claims);
    expect(answer).toEqual({ a: null, b: [1, { c: 'ü' }], d: { e: 1 } });
    expect(isDenial(answer)).toBe(false);
    expect(await concluded(undefined)).toStrictEqual({});
    expect(await createHooks({}).onVerified('a', verified)).toStrictEqual({});
    expect(await concluded({ a: 'a'.repeat(2048 - 8) })).toHaveProperty('a');
  });

  it('of a password is claims, a denial, or whether it is right', async () => {
    expect(await withPassword(true)).toStrictEqual({});
    expect(await withPassword(false)).toBeUndefined();
    expect(await withPassword({ a: 1 })).toStrictEqual({ a: 1 });
    expect(await withPassword({ deny: 'account_blocked' })).toStrictEqual({ deny: 'account_blocked' });
  });
});

describe('anything else names the hook, and what is wanted', () => {
  it.each<[string, (answer: unknown) => Promise<unknown>, unknown, string]>([
    ['captcha.verify', solved, 1, '(number): it must be true or false'],
    ['captcha.verify', solved, undefined, '(undefined): it must be true or false'],
    [
      'checkPhone',
      checked,
      undefined,
      '(undefined): it must be { valid: false }, or { valid: true, country }',
    ],
    ['checkPhone', checked, { valid: 'yes' }, '(object): it must be { valid: false }, or'],
    ['checkPhone', checked, { valid: true, country: 44 }, '(object): it must be'],
    ['resolvePhone', resolved, '0770', '(string): it must be a number like "+447700900123", or undefined'],
    ['resolvePhone', resolved, null, '(null): it must be a number'],
    ['onVerified', concluded, 'yes', '(string): it must be claims, { deny: code } or undefined'],
    ['onVerified', concluded, null, '(null): it must be claims'],
    ['onVerified', concluded, [], '(a list): it must be claims'],
    ['onVerified', concluded, new Date(), '(object): it must be claims'],
    [
      'verifyPassword',
      withPassword,
      undefined,
      '(undefined): it must be claims, { deny: code }, true or false',
    ],
    ['verifyPassword', withPassword, 1, '(number): it must be claims'],
  ])('%s', async (name, asked, answer, why) => {
    await expect(asked(answer)).rejects.toThrow(`"${name}" gave no answer that counts ${why}`);
  });

  it.each<[unknown, string]>([
    [
      { deny: 'no' },
      'without one of its codes: account_not_found, account_exists, account_blocked, signup_disabled',
    ],
    [{ deny: undefined }, 'without one of its codes'],
    [{ error: 'no' }, 'answered an "error": deny with { deny: code }, or throw'],
    [{ a: () => 1 }, 'claims whose "a" cannot be written as JSON'],
    [{ a: Symbol('b') }, 'claims whose "a" cannot be written'],
    [{ a: NaN }, 'claims whose "a" cannot be written'],
    [{ a: { b: new Map() } }, 'claims whose "b" cannot be written'],
    [{ a: 'a'.repeat(2048 - 7) }, 'claims of 2049 bytes, and at most 2048 fit'],
  ])('%#: claims', async (answer, why) => {
    await expect(concluded(answer)).rejects.toThrow(why);
  });
});

describe('the time of a hook', () => {
  it('ends with its answer, and leaves no timer behind', async () => {
    vi.useFakeTimers();
    await concluded({});
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is told to it by a signal', async () => {
    vi.useFakeTimers();
    const given: AbortSignal[] = [];
    const hooks = createHooks({
      hookTimeoutMs: 70,
      onVerified: ({ signal }) => {
        given.push(signal);
        return new Promise(() => undefined);
      },
    });
    const waits = expect(hooks.onVerified('a', verified)).rejects.toThrow(
      '"onVerified" has not answered within 70 milliseconds',
    );
    await vi.advanceTimersByTimeAsync(70);
    await waits;
    expect(given.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('is a new one after an answer that failed, and the same one while it is not there', async () => {
    const answers = [Promise.reject(new Error('down')), Promise.resolve({ a: 1 }), Promise.resolve({ a: 2 })];
    const hooks = createHooks({ onVerified: () => answers.shift() });
    await expect(hooks.onVerified('a', verified)).rejects.toThrow('down');
    expect(await hooks.onVerified('a', verified)).toEqual({ a: 1 });
    expect(await hooks.onVerified('a', verified)).toEqual({ a: 2 });
  });
});
