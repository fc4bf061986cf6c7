/** What every store must do. Run it on each: `storeContract('memory', createMemoryStore)`. */
import { beforeEach, describe, expect, it } from 'vitest';
import { rules, type NewChallenge, type Store } from '../../src/server/stores/store.js';

export function storeContract(name: string, makeStore: () => Store | Promise<Store>): void {
  describe(`the ${name} store`, () => {
    const startMs = Date.UTC(2026, 0, 1);
    let store: Store;
    let nowMs: number;
    /** Fresh ids per test: a shared store need not be emptied. */
    let challenge: NewChallenge;

    beforeEach(async () => {
      store = await makeStore();
      nowMs = startMs;
      const run = crypto.randomUUID();
      challenge = {
        id: `id-${run}`,
        client: `client-${run}`,
        phone: `phone-${run}`,
        purpose: 'sign-in',
        code: 'code-1',
        sealed: 'sealed',
      };
    });

    const begin = (changes: Partial<NewChallenge> = {}) => store.begin({ ...challenge, ...changes }, nowMs);
    const attempt = (code: string) => store.attempt(challenge.id, challenge.client, code, nowMs);
    const resend = (code: string) => store.resend(challenge.id, challenge.client, code, nowMs);
    const wrongs = async (count: number) => {
      for (let i = 0; i < count; i++) await attempt('wrong');
    };

    describe('begin', () => {
      it('starts a challenge and the cool-down of its number', async () => {
        expect(await begin()).toEqual({
          kind: 'begun',
          status: {
            id: challenge.id,
            expiresAtMs: nowMs + rules.codeLifetimeMs,
            resendAtMs: nowMs + rules.cooldownMs,
            attemptsLeft: rules.maxAttempts,
          },
        });
        const limited = { kind: 'limited', retryAtMs: nowMs + rules.cooldownMs };
        expect(await begin({ id: 'other', client: 'other' })).toEqual(limited);
        expect(await begin({ id: 'other', purpose: 'register' })).toEqual(limited);
      });

      it('answers its own client with the challenge alive, tries as they are', async () => {
        await begin();
        await attempt('wrong');
        nowMs += 1000;
        expect(await begin({ id: 'other', code: 'other' })).toMatchObject({
          kind: 'live',
          status: { id: challenge.id, attemptsLeft: 4, resendAtMs: startMs + rules.cooldownMs },
        });
        expect(await attempt('other')).toMatchObject({ kind: 'wrong' });
      });

      it('lets one of many begin at once', async () => {
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, i) => begin({ id: `${challenge.id}-${i}`, client: `${i}` })),
        );
        expect(results.filter(({ kind }) => kind === 'begun')).toHaveLength(1);
      });

      it('replaces its own earlier challenge after the cool-down', async () => {
        await begin();
        nowMs += rules.cooldownMs;
        expect(await begin({ id: `${challenge.id}-2` })).toMatchObject({
          kind: 'begun',
          status: { resendAtMs: nowMs + 2 * rules.cooldownMs },
        });
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
      });

      it("leaves another client's challenge alone", async () => {
        await begin();
        nowMs += rules.cooldownMs;
        await begin({ id: `${challenge.id}-2`, client: 'other' });
        expect(await attempt('code-1')).toMatchObject({ kind: 'accepted' });
      });
    });

    describe('resend', () => {
      it('waits for the cool-down, adds a code, and keeps the tries', async () => {
        await begin();
        await store.settle(challenge.id, 'sent', nowMs);
        await attempt('wrong');
        expect(await resend('code-2')).toEqual({ kind: 'limited', retryAtMs: nowMs + rules.cooldownMs });
        nowMs += rules.cooldownMs;
        expect(await resend('code-2')).toEqual({
          kind: 'begun',
          sealed: 'sealed',
          status: {
            id: challenge.id,
            expiresAtMs: nowMs + rules.codeLifetimeMs,
            resendAtMs: nowMs + 2 * rules.cooldownMs,
            attemptsLeft: 4,
          },
        });
      });

      it('is refused to other clients, without tries, and for what is gone', async () => {
        await begin();
        nowMs += rules.cooldownMs;
        expect(await store.resend(challenge.id, 'other', 'x', nowMs)).toEqual({ kind: 'gone' });
        expect(await store.resend('unknown', challenge.client, 'x', nowMs)).toEqual({ kind: 'gone' });
        await wrongs(5);
        expect(await resend('code-2')).toEqual({ kind: 'exhausted' });
      });

      it.each([
        ['sent', ['code-2'], ['code-1']],
        ['refused', ['code-1'], ['code-2']],
        [undefined, ['code-1', 'code-2'], []],
      ] as const)('whose message is %s leaves %j right', async (outcome, right, wrong) => {
        for (const code of [...right, ...wrong]) {
          nowMs = startMs;
          const id = `${challenge.id}-${code}`;
          const phone = `${challenge.phone}-${code}`;
          await begin({ id, phone });
          await store.settle(id, 'sent', nowMs);
          nowMs += rules.cooldownMs;
          await store.resend(id, challenge.client, 'code-2', nowMs);
          if (outcome) await store.settle(id, outcome, nowMs);
          const { kind } = await store.attempt(id, challenge.client, code, nowMs);
          expect(kind).toBe((right as readonly string[]).includes(code) ? 'accepted' : 'wrong');
        }
      });
    });

    describe('settle', () => {
      it('refused ends a challenge without another code and gives the cool-down back', async () => {
        await begin();
        await store.settle(challenge.id, 'refused', nowMs);
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
        expect(await begin()).toMatchObject({
          kind: 'begun',
          status: { resendAtMs: nowMs + rules.cooldownMs },
        });
      });

      it('refused gives back the cool-down of a resend', async () => {
        await begin();
        await store.settle(challenge.id, 'sent', nowMs);
        nowMs += rules.cooldownMs;
        await resend('code-2');
        await store.settle(challenge.id, 'refused', nowMs);
        expect(await resend('code-3')).toMatchObject({
          kind: 'begun',
          status: { resendAtMs: nowMs + 2 * rules.cooldownMs },
        });
      });

      it('of what is gone does nothing', async () => {
        await store.settle('unknown', 'refused', nowMs);
        await store.settle('unknown', 'sent', nowMs);
      });
    });

    describe('attempt', () => {
      it('counts down to exhausted, whatever comes then', async () => {
        await begin();
        for (const attemptsLeft of [4, 3, 2, 1]) {
          expect(await attempt('wrong')).toEqual({ kind: 'wrong', attemptsLeft });
        }
        expect(await attempt('wrong')).toEqual({ kind: 'exhausted' });
        expect(await attempt('code-1')).toEqual({ kind: 'exhausted' });
      });

      it('accepts once, and ends the cool-down', async () => {
        await begin();
        expect(await attempt('code-1')).toEqual({ kind: 'accepted', sealed: 'sealed' });
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
        expect(await begin({ id: `${challenge.id}-2` })).toMatchObject({
          kind: 'begun',
          status: { resendAtMs: nowMs + rules.cooldownMs },
        });
      });

      it('evaluates five of 200 at once, and accepts one of 20', async () => {
        await begin();
        const guesses = await Promise.all(Array.from({ length: 200 }, () => attempt('wrong')));
        expect(guesses.filter(({ kind }) => kind === 'wrong')).toHaveLength(4);
        await begin({ id: `${challenge.id}-2`, phone: `${challenge.phone}-2` });
        const rights = await Promise.all(
          Array.from({ length: 20 }, () =>
            store.attempt(`${challenge.id}-2`, challenge.client, 'code-1', nowMs),
          ),
        );
        expect(rights.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
      });

      it('knows expired from gone for an hour', async () => {
        await begin();
        nowMs += rules.codeLifetimeMs - 1;
        expect(await attempt('wrong')).toMatchObject({ kind: 'wrong' });
        nowMs += 1;
        expect(await attempt('code-1')).toEqual({ kind: 'expired' });
        nowMs = startMs + rules.challengeMemoryMs;
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
      });

      it('stops at the failures of a number, across challenges, for a day', async () => {
        for (let i = 0; i < rules.maxFailures; i++) {
          nowMs = startMs + i * rules.maxCooldownMs;
          const id = `${challenge.id}-${i}`;
          await begin({ id });
          expect(await store.attempt(id, challenge.client, 'wrong', nowMs)).toMatchObject({ kind: 'wrong' });
        }
        nowMs += rules.maxCooldownMs;
        await begin();
        expect(await attempt('code-1')).toEqual({
          kind: 'limited',
          retryAtMs: startMs + rules.failureWindowMs,
        });
        nowMs = startMs + rules.failureWindowMs;
        await begin({ id: `${challenge.id}-next` });
        const { kind } = await store.attempt(`${challenge.id}-next`, challenge.client, 'code-1', nowMs);
        expect(kind).toBe('accepted');
      });

      it('is taken back by reopen, with its try', async () => {
        await begin();
        await attempt('code-1');
        await store.reopen(challenge.id, nowMs);
        expect(await attempt('wrong')).toEqual({ kind: 'wrong', attemptsLeft: 4 });
        expect(await attempt('code-1')).toMatchObject({ kind: 'accepted' });
      });

      it('reopens nothing that was not accepted', async () => {
        await begin();
        await attempt('wrong');
        await store.reopen(challenge.id, nowMs);
        await store.reopen('unknown', nowMs);
        expect(await attempt('wrong')).toEqual({ kind: 'wrong', attemptsLeft: 3 });
      });
    });

    describe('end', () => {
      it('puts a challenge away until its client asks for the number again', async () => {
        await begin();
        await store.end(challenge.id, challenge.client, nowMs);
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
        expect(await resend('code-2')).toEqual({ kind: 'gone' });
        expect(await begin({ id: 'other' })).toMatchObject({ kind: 'live', status: { id: challenge.id } });
        expect(await attempt('code-1')).toMatchObject({ kind: 'accepted' });
      });

      it("leaves another client's challenge and a spent one as they are", async () => {
        await begin();
        await store.end(challenge.id, 'other', nowMs);
        expect(await attempt('code-1')).toMatchObject({ kind: 'accepted' });
        await store.end(challenge.id, challenge.client, nowMs);
        await store.reopen(challenge.id, nowMs);
        expect(await attempt('code-1')).toMatchObject({ kind: 'accepted' });
      });
    });

    describe('claim', () => {
      const key = () => `key-${challenge.id}`;

      it('is given once, then repeats the answer for an hour', async () => {
        expect(await store.claim(key(), 'body', nowMs)).toEqual({ kind: 'mine' });
        await store.finish(key(), 'answer', nowMs);
        nowMs += rules.answerMemoryMs - 1;
        expect(await store.claim(key(), 'body', nowMs)).toEqual({ kind: 'answered', answer: 'answer' });
        nowMs += 1;
        expect(await store.claim(key(), 'body', nowMs)).toEqual({ kind: 'mine' });
      });

      it('tells another request, running or answered', async () => {
        await store.claim(key(), 'body', nowMs);
        expect(await store.claim(key(), 'other', nowMs)).toEqual({ kind: 'mismatch' });
        await store.finish(key(), 'answer', nowMs);
        expect(await store.claim(key(), 'other', nowMs)).toEqual({ kind: 'mismatch' });
      });

      it.each([['answered', 'answer'] as const, ['mine', undefined] as const])(
        'is waited for, and then %s',
        async (kind, answer) => {
          await store.claim(key(), 'body', nowMs);
          const waiting = await store.claim(key(), 'body', nowMs);
          expect(waiting.kind).toBe('running');
          await store.finish(key(), answer, nowMs);
          if (waiting.kind === 'running') await waiting.ended;
          expect((await store.claim(key(), 'body', nowMs)).kind).toBe(kind);
        },
      );

      it('falls to the next when its lease has run out', async () => {
        await store.claim(key(), 'body', nowMs);
        nowMs += rules.claimLeaseMs;
        expect(await store.claim(key(), 'body', nowMs)).toEqual({ kind: 'mine' });
      });
    });

    describe('revoke', () => {
      it('is remembered for the time given', async () => {
        const session = `session-${challenge.id}`;
        expect(await store.isRevoked(session, nowMs)).toBe(false);
        await store.revoke(session, 1000, nowMs);
        expect(await store.isRevoked(session, nowMs + 999)).toBe(true);
        expect(await store.isRevoked(session, nowMs + 1000)).toBe(false);
      });
    });
  });
}
