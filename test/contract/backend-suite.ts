/** What every adapter must do. Run it on each, against a stand-in of its system: `backendContract('http', setUp)`. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Backend, CallOptions, Challenge, Outcome } from '../../src/backends/backend.js';
import { PhoneError, type ErrorCode } from '../../src/errors.js';
import { purposes, type E164, type Purpose } from '../../src/protocol.js';
import { answer, type Loopback } from './loopback.js';

/** One adapter with a fresh stand-in behind it. */
export interface System {
  server: Loopback;
  /** A new adapter in the same browser, with its cookies and storage: what a reload makes. */
  connect: () => Backend;
  /** The device's clock, and the stand-in's. */
  clock: { nowMs: number };
  purpose: Purpose;
  /** What was texted, the oldest first. */
  codes: readonly string[];
  /** How a right code ends; what it says of it must hold. */
  outcome: Partial<Outcome>;
  /** What a code that does not count is refused with, where it is not `code_invalid` and `code_expired`. */
  refusals?: { wrong?: ErrorCode; expired?: ErrorCode; old?: ErrorCode; tooMany?: ErrorCode };
  /** Lets the code expire; moves the clock without it. */
  expire?: () => void;
  /** The next message is refused, and the system says for how long: answers the seconds to expect. */
  limitFor?: () => number | Promise<number>;
  /** The next message is refused, and the system does not say for how long: answers the adapter's own seconds, if it has any. */
  limit?: () => number | undefined | Promise<number | undefined>;
  /** The provider refuses the next message. */
  failDelivery?: () => void | Promise<void>;
  /** Gives the number an account with `password`, where there are passwords. */
  givePassword?: () => void | Promise<void>;
  /** Frees what the stand-in holds beside its server. */
  close?: () => void | Promise<void>;
}

/** What not every system can be made to do. */
export type Condition =
  | 'oldCode'
  | 'expired'
  | 'tooManyTries'
  | 'rateLimitedFor'
  | 'rateLimited'
  | 'deliveryFailed'
  | 'unsupported'
  | 'noNumber'
  | 'foreignState'
  | 'password'
  | 'repeatedRequest'
  | 'repeatedVerify';

export const phone = '+447700900123' as E164;
export const password = 'Xk9!vPq2#zLm';

/** What a promise rejects with, which must be a `PhoneError`. */
export async function failureOf(promise: Promise<unknown>): Promise<PhoneError> {
  const error = await promise.then(
    value => expect.fail(`resolved with ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(PhoneError);
  return error as PhoneError;
}

let calls = 0;

export function callOptions(clock: { nowMs: number }, changes: Partial<CallOptions> = {}): CallOptions {
  return {
    signal: new AbortController().signal,
    locale: 'en',
    captcha: undefined,
    idempotencyKey: `key-${++calls}`,
    nowMs: () => clock.nowMs,
    ...changes,
  };
}

/** A code of the same length that is not the right one. */
export const wrongCode = (code = '') => code.replace(/\d/g, digit => String((Number(digit) + 1) % 10));

/** `cannot` names what the system has no way to do, with the reason: the test is skipped, and says so. */
export function backendContract(
  name: string,
  setUp: () => Promise<System>,
  cannot: Partial<Record<Condition, string>> = {},
): void {
  describe(`the ${name} adapter`, () => {
    let system: System;
    let backend: Backend;

    beforeEach(async () => {
      system = await setUp();
      backend = system.connect();
    });
    afterEach(async () => {
      await system.server.close();
      await system.close?.();
    });

    const when = (condition: Condition, title: string, run: () => Promise<void>) => {
      const reason = cannot[condition];
      if (reason === undefined) it(title, run);
      else it.skip(`${title}: ${reason}`, run);
    };
    const call = (changes?: Partial<CallOptions>) => callOptions(system.clock, changes);
    const request = (changes?: Partial<CallOptions>) =>
      backend.requestCode({ phone, purpose: system.purpose }, call(changes));
    const resend = (challenge: Challenge) => {
      system.clock.nowMs = Math.max(system.clock.nowMs, challenge.resendAtMs);
      return backend.resendCode(challenge, call());
    };
    const verify = (challenge: Challenge, code: string | undefined, changes?: Partial<CallOptions>) =>
      backend.verifyCode(challenge, code ?? expect.fail('nothing was texted'), call(changes));
    const methods: Record<string, (challenge: Challenge, options: CallOptions) => Promise<unknown>> = {
      requestCode: (_, options) => backend.requestCode({ phone, purpose: system.purpose }, options),
      resendCode: (challenge, options) => backend.resendCode(challenge, options),
      verifyCode: (challenge, options) => backend.verifyCode(challenge, system.codes[0] ?? '', options),
    };

    describe('a code', () => {
      it('is asked for: one message, and a challenge on this device’s clock', async () => {
        const challenge = await request();
        expect(challenge).toMatchObject({ phone, purpose: system.purpose });
        expect(system.codes).toHaveLength(1);
        expect(challenge.codeLength).toBe(system.codes[0]?.length);
        expect(challenge.expiresAtMs).toBeGreaterThan(system.clock.nowMs);
        expect(challenge.resendAtMs).toBeGreaterThanOrEqual(system.clock.nowMs);
      });

      it('that is right ends as the system says', async () => {
        expect(await verify(await request(), system.codes[0])).toMatchObject(system.outcome);
      });

      it('is good after a reload', async () => {
        const challenge = await request();
        const reloaded = JSON.parse(JSON.stringify(challenge)) as Challenge;
        expect(reloaded).toEqual(challenge);
        backend = system.connect();
        expect(await verify(reloaded, system.codes[0])).toMatchObject(system.outcome);
      });

      it('that is wrong is refused, and the right one still counts', async () => {
        const challenge = await request();
        const { code } = await failureOf(verify(challenge, wrongCode(system.codes[0])));
        expect(code).toBe(system.refusals?.wrong ?? 'code_invalid');
        expect(await verify(challenge, system.codes[0])).toMatchObject(system.outcome);
      });

      when('expired', 'that has expired is refused', async () => {
        const challenge = await request();
        if (system.expire) system.expire();
        else system.clock.nowMs = challenge.expiresAtMs + 1;
        const { code } = await failureOf(verify(challenge, system.codes[0]));
        expect(code).toBe(system.refusals?.expired ?? 'code_expired');
      });

      when('tooManyTries', 'cannot be guessed for ever: the right one is refused in the end', async () => {
        const challenge = await request();
        const wrong = wrongCode(system.codes[0]);
        let code: ErrorCode | undefined;
        for (let tries = 0; tries < 20 && code !== 'too_many_attempts'; tries++)
          ({ code } = await failureOf(verify(challenge, wrong)));
        expect(code).toBe('too_many_attempts');
        const { code: after } = await failureOf(verify(challenge, system.codes[0]));
        expect(['too_many_attempts', 'challenge_gone']).toContain(after);
      });

      when('repeatedVerify', 'whose check has an unknown answer may be checked once more', async () => {
        const challenge = await request();
        system.server.loseAnswer();
        const { code } = await failureOf(verify(challenge, system.codes[0], { idempotencyKey: 'same' }));
        expect(code).toBe('network');
        expect(await verify(challenge, system.codes[0], { idempotencyKey: 'same' })).toMatchObject(
          system.outcome,
        );
      });
    });

    it('signs in with a password where it says that it can', () => {
      const { firstFactors = ['code'] } = backend.capabilities;
      expect(backend.signInWithPassword !== undefined).toBe(firstFactors.includes('password'));
    });

    describe('a password', () => {
      const signIn = (given = password, number = phone, changes?: Partial<CallOptions>) =>
        backend.signInWithPassword?.({ phone: number, password: given }, call(changes)) ??
        expect.fail('no signInWithPassword');
      const give = () => (system.givePassword ?? expect.fail('no givePassword'))();

      when('password', 'that is right ends as a right code does, and no message is sent', async () => {
        await give();
        const before = system.codes.length;
        expect(await signIn()).toMatchObject(system.outcome);
        expect(system.codes).toHaveLength(before);
      });

      when(
        'password',
        'that is wrong, and a number without an account, are refused in one word',
        async () => {
          await give();
          expect((await failureOf(signIn('nope'))).code).toBe('credentials_invalid');
          const nobody = '+447700900321' as E164;
          expect((await failureOf(signIn(password, nobody))).code).toBe('credentials_invalid');
          expect(await signIn()).toMatchObject(system.outcome);
        },
      );

      when('password', 'is in no address, and neither is its number', async () => {
        await give();
        await signIn();
        for (const { url } of system.server.requests)
          expect(decodeURIComponent(url)).not.toMatch(/Xk9!|7700900123/);
      });

      when('password', 'may not arrive', async () => {
        await give();
        system.server.loseAnswer();
        expect((await failureOf(signIn())).code).toBe('network');
        expect(await signIn()).toMatchObject(system.outcome);
        await failureOf(signIn(password, phone, { signal: AbortSignal.abort() }));
      });

      when('password', 'is refused by nothing but a PhoneError', async () => {
        for (const [status, body] of [
          [200, '[]'],
          [400, '{}'],
          [422, 'null'],
          [500, '{"code":["a"]}'],
        ] as const) {
          system.server.answerWith(answer(status, 'application/json', body));
          await failureOf(signIn());
        }
      });
    });

    describe('a resend', () => {
      it('texts once more, and its challenge replaces the other', async () => {
        const first = await request();
        const second = await resend(first);
        expect(system.codes).toHaveLength(2);
        expect(second).toMatchObject({ phone, purpose: system.purpose, codeLength: first.codeLength });
        expect(second.expiresAtMs).toBeGreaterThan(system.clock.nowMs);
        expect(second.resendAtMs).toBeGreaterThanOrEqual(system.clock.nowMs);
        expect(JSON.parse(JSON.stringify(second))).toEqual(second);
        expect(await verify(second, system.codes[1])).toMatchObject(system.outcome);
      });

      it('can follow a reload', async () => {
        const first = await request();
        backend = system.connect();
        expect(await verify(await resend(first), system.codes[1])).toMatchObject(system.outcome);
      });

      when('oldCode', 'ends the code before it', async () => {
        const second = await resend(await request());
        expect(system.codes[0]).not.toBe(system.codes[1]);
        const { code } = await failureOf(verify(second, system.codes[0]));
        expect(code).toBe(system.refusals?.old ?? 'code_invalid');
      });
    });

    describe('a message', () => {
      when('rateLimitedFor', 'that is too many says when to come back', async () => {
        const retryAfter = await (system.limitFor ?? expect.fail('no limitFor'))();
        expect(retryAfter).toBeGreaterThan(0);
        const code = system.refusals?.tooMany ?? 'rate_limited';
        expect(await failureOf(request())).toMatchObject({ code, retryAfter });
      });

      when('rateLimited', 'that is too many says when to come back where that is known', async () => {
        const retryAfter = await (system.limit ?? expect.fail('no limit'))();
        expect(await failureOf(request())).toMatchObject({ code: 'rate_limited', retryAfter });
      });

      when('deliveryFailed', 'may fail to leave', async () => {
        await (system.failDelivery ?? expect.fail('no failDelivery'))();
        expect((await failureOf(request())).code).toBe('delivery_failed');
      });

      when('repeatedRequest', 'whose answer was lost is not sent twice', async () => {
        system.server.loseAnswer();
        expect((await failureOf(request({ idempotencyKey: 'same' }))).code).toBe('network');
        const challenge = await request({ idempotencyKey: 'same' });
        expect(system.codes).toHaveLength(1);
        expect(await verify(challenge, system.codes[0])).toMatchObject(system.outcome);
      });
    });

    describe('before anything is sent', () => {
      when('unsupported', 'refuses a purpose that it does not serve', async () => {
        const others = purposes.filter(purpose => !backend.capabilities.purposes.includes(purpose));
        expect(others).not.toEqual([]);
        for (const purpose of others)
          expect((await failureOf(backend.requestCode({ phone, purpose }, call()))).code).toBe('unsupported');
        expect(system.server.requests).toEqual([]);
      });

      when('noNumber', 'refuses to ask without a number', async () => {
        expect(backend.capabilities.knowsPhone).toBe(false);
        await failureOf(backend.requestCode({ phone: undefined, purpose: system.purpose }, call()));
        expect(system.server.requests).toEqual([]);
      });

      when('foreignState', 'takes a challenge that it did not make for gone', async () => {
        const challenge = await request();
        const before = system.server.requests.length;
        for (const state of [undefined, null, 'text', 7, [], {}, { of: 'another adapter' }]) {
          const foreign = { ...challenge, state };
          expect((await failureOf(backend.verifyCode(foreign, '123456', call()))).code).toBe(
            'challenge_gone',
          );
          expect((await failureOf(backend.resendCode(foreign, call()))).code).toBe('challenge_gone');
        }
        expect(system.server.requests).toHaveLength(before);
      });

      it('notices that nobody waits any more', async () => {
        const challenge = await request();
        const before = system.server.requests.length;
        for (const method of Object.values(methods))
          await failureOf(method(challenge, call({ signal: AbortSignal.abort() })));
        expect(system.server.requests).toHaveLength(before);
      });

      it('serves its own purpose', () => {
        expect(backend.capabilities.purposes).toContain(system.purpose);
      });
    });

    it('never writes the number in an address', async () => {
      const second = await resend(await request());
      await verify(second, system.codes[1]);
      await backend.cancel?.(second).catch(() => undefined);
      expect(system.server.requests.length).toBeGreaterThan(2);
      for (const { url } of system.server.requests)
        expect(decodeURIComponent(url)).not.toContain(phone.slice(3));
    });

    describe.each(['requestCode', 'resendCode', 'verifyCode'])('%s', name => {
      const run = (challenge: Challenge, options = call()) =>
        methods[name]?.(challenge, options) ?? expect.fail('no such method');

      it('says when nobody answers', async () => {
        const challenge = await request();
        await system.server.close();
        expect((await failureOf(run(challenge))).code).toBe('network');
      });

      it.each<[number, ErrorCode]>([
        [200, 'bad_response'],
        [404, 'misconfigured'],
        [429, 'rate_limited'],
        [502, 'server_error'],
      ])('says when a page in HTML answers with %i', async (status, code) => {
        const challenge = await request();
        system.server.answerWith(
          answer(status, 'text/html; charset=utf-8', '<!doctype html><title>Hello</title>'),
        );
        expect((await failureOf(run(challenge))).code).toBe(code);
      });

      it('ends when it is aborted, and so does its connection', async () => {
        const challenge = await request();
        const controller = new AbortController();
        const closed = new Promise(resolve =>
          system.server.answerWith((_, response) => {
            response.on('close', resolve);
            controller.abort();
          }),
        );
        await failureOf(run(challenge, call({ signal: controller.signal })));
        await closed;
      });

      it.each([
        [204, ''],
        [200, 'null'],
        [200, '[]'],
        [200, '"text"'],
        [200, '{"a":'],
        [200, '{"verificationId":7,"sessionInfo":null,"id":{},"user":0}'],
        [400, '{}'],
        [400, '{"code":"toString","error":"__proto__","message":{}}'],
        [401, '{"error":{"message":7}}'],
        [403, '[]'],
        [422, 'null'],
        [500, '{"code":["a"]}'],
      ])('rejects with nothing but a PhoneError: %i %s', async (status, body) => {
        const challenge = await request();
        system.server.answerWith(answer(status, 'application/json', body));
        const error: unknown = await run(challenge).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (error !== undefined || status >= 400) expect(error).toBeInstanceOf(PhoneError);
      });
    });
  });
}
