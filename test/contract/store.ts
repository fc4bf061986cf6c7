/** What every store must do. Run it on each: `storeContract('memory', createMemoryStore)`. */
import { beforeEach, describe, expect, it } from 'vitest';
import { rules, type NewChallenge, type Store } from '../../src/server/stores/store.js';
import { channelContract, newChallenge } from './store-channels.js';

export function storeContract(name: string, makeStore: () => Store | Promise<Store>): void {
  describe(`the ${name} store`, () => {
    const startMs = Date.UTC(2026, 0, 1);
    let store: Store;
    let nowMs: number;
    let challenge: NewChallenge;

    beforeEach(async () => {
      store = await makeStore();
      nowMs = startMs;
      challenge = newChallenge();
    });

    const begin = (changes: Partial<NewChallenge> = {}) => store.begin({ ...challenge, ...changes }, nowMs);
    const attempt = (code: string) =>
      store.attempt({ id: challenge.id, client: challenge.client, code }, nowMs);
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
            sentAtMs: nowMs,
          },
        });
        const limited = { kind: 'others', retryAtMs: nowMs + rules.cooldownMs };
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
        await store.settle(challenge.id, 'code-1', 'sent', nowMs);
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
            sentAtMs: nowMs,
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
          await store.settle(id, 'code-1', 'sent', nowMs);
          nowMs += rules.cooldownMs;
          await store.resend(id, challenge.client, 'code-2', nowMs);
          if (outcome) await store.settle(id, 'code-2', outcome, nowMs);
          const { kind } = await store.attempt({ id, client: challenge.client, code }, nowMs);
          expect(kind).toBe((right as readonly string[]).includes(code) ? 'accepted' : 'wrong');
        }
      });
    });

    describe('settle', () => {
      it('refused ends a challenge without another code and gives the cool-down back', async () => {
        await begin();
        await store.settle(challenge.id, 'code-1', 'refused', nowMs);
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
        expect(await begin()).toMatchObject({
          kind: 'begun',
          status: { resendAtMs: nowMs + rules.cooldownMs },
        });
      });

      it('refused gives back the cool-down of a resend', async () => {
        await begin();
        await store.settle(challenge.id, 'code-1', 'sent', nowMs);
        nowMs += rules.cooldownMs;
        await resend('code-2');
        await store.settle(challenge.id, 'code-2', 'refused', nowMs);
        expect(await resend('code-3')).toMatchObject({
          kind: 'begun',
          status: { resendAtMs: nowMs + 2 * rules.cooldownMs },
        });
      });

      it('refused, when it comes late, gives nothing back of what a newer challenge rests', async () => {
        await begin();
        nowMs += rules.cooldownMs;
        const newer = { id: `${challenge.id}-newer`, client: 'newer' };
        const begun = await begin(newer);
        const readyAtMs = begun.kind === 'begun' ? begun.status.resendAtMs : NaN;
        await store.settle(challenge.id, challenge.code, 'refused', nowMs);
        expect(await begin({ id: 'third', client: 'third' })).toEqual({
          kind: 'others',
          retryAtMs: readyAtMs,
        });
        expect(await begin({ ...newer, id: 'again' })).toMatchObject({
          kind: 'live',
          status: { id: newer.id },
        });
      });

      it('refused, when it comes after a newer code, gives nothing back of what that rests', async () => {
        await begin();
        nowMs += rules.cooldownMs;
        const resent = await resend('code-2');
        const readyAtMs = resent.kind === 'begun' ? resent.status.resendAtMs : NaN;
        await store.settle(challenge.id, challenge.code, 'refused', nowMs);
        expect(await resend('code-3')).toEqual({ kind: 'limited', retryAtMs: readyAtMs });
        expect(await attempt('code-2')).toMatchObject({ kind: 'accepted' });
      });

      it('of what is gone does nothing', async () => {
        await store.settle(`unknown-${challenge.id}`, 'code-1', 'refused', nowMs);
        await store.settle(`unknown-${challenge.id}`, 'code-1', 'sent', nowMs);
      });
    });

    describe('attempt', () => {
      it('counts down to exhausted, whatever comes then', async () => {
        await begin();
        for (const attemptsLeft of [4, 3, 2, 1, 0]) {
          expect(await attempt('wrong')).toEqual({ kind: 'wrong', attemptsLeft });
        }
        expect(await attempt('wrong')).toEqual({ kind: 'exhausted' });
        expect(await attempt('code-1')).toEqual({ kind: 'exhausted' });
      });

      it('accepts once, and ends the cool-down', async () => {
        await begin();
        expect(await attempt('code-1')).toEqual({ kind: 'accepted', sealed: 'sealed', turn: 1 });
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
        expect(await begin({ id: `${challenge.id}-2` })).toMatchObject({
          kind: 'begun',
          status: { resendAtMs: nowMs + rules.cooldownMs },
        });
      });

      it('evaluates five of 200 at once, and accepts one of 20', async () => {
        await begin();
        const guesses = await Promise.all(Array.from({ length: 200 }, () => attempt('wrong')));
        expect(guesses.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
        await begin({ id: `${challenge.id}-2`, phone: `${challenge.phone}-2` });
        const rights = await Promise.all(
          Array.from({ length: 20 }, () =>
            store.attempt({ ...challenge, id: `${challenge.id}-2`, code: 'code-1' }, nowMs),
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
          expect(await store.attempt({ id, client: challenge.client, code: 'wrong' }, nowMs)).toMatchObject({
            kind: 'wrong',
          });
        }
        nowMs += rules.maxCooldownMs;
        await begin();
        expect(await attempt('code-1')).toEqual({
          kind: 'limited',
          retryAtMs: startMs + rules.failureWindowMs,
        });
        nowMs = startMs + rules.failureWindowMs;
        await begin({ id: `${challenge.id}-next` });
        const { kind } = await store.attempt(
          { ...challenge, id: `${challenge.id}-next`, code: 'code-1' },
          nowMs,
        );
        expect(kind).toBe('accepted');
      });

      it('is taken back by reopen, with its try', async () => {
        await begin();
        await attempt('code-1');
        await store.reopen(challenge.id, 1, nowMs);
        expect(await attempt('wrong')).toEqual({ kind: 'wrong', attemptsLeft: 4 });
        expect(await attempt('code-1')).toMatchObject({ kind: 'accepted' });
      });

      it('is taken back by the latest acceptance alone', async () => {
        await begin();
        const guess = { ...challenge, request: 'request' };
        expect(await store.attempt(guess, nowMs)).toMatchObject({ kind: 'accepted', turn: 1 });
        expect(await store.attempt(guess, nowMs)).toMatchObject({ kind: 'accepted', turn: 2 });
        await store.reopen(challenge.id, 1, nowMs);
        expect(await attempt('code-1')).toEqual({ kind: 'gone' });
        await store.reopen(challenge.id, 2, nowMs);
        expect(await store.attempt(guess, nowMs)).toMatchObject({ kind: 'accepted', turn: 3 });
      });

      it('answers a repeated request alike, and counts it once', async () => {
        await begin();
        const wrong = { ...challenge, code: 'wrong', request: 'first' };
        for (let i = 0; i < 3; i++) {
          expect(await store.attempt(wrong, nowMs)).toEqual({ kind: 'wrong', attemptsLeft: 4 });
        }
        const right = { ...challenge, request: 'second' };
        for (const turn of [1, 2]) {
          expect(await store.attempt(right, nowMs)).toEqual({ kind: 'accepted', sealed: 'sealed', turn });
        }
        expect(await store.attempt({ ...right, request: 'third' }, nowMs)).toEqual({ kind: 'gone' });
        const laterMs = nowMs + rules.codeLifetimeMs;
        expect(await store.attempt(right, laterMs)).toEqual({ kind: 'expired' });
        expect(await store.attempt({ ...right, client: 'other' }, nowMs)).toEqual({ kind: 'gone' });
        expect(await store.attempt(wrong, nowMs)).toEqual({ kind: 'wrong', attemptsLeft: 4 });
      });

      it('counts wrong guesses against budgets that challenges share, and right ones not', async () => {
        const narrow = { key: `narrow-${challenge.id}`, count: 2, seconds: 60 };
        const wide = { key: `wide-${challenge.id}`, count: 3, seconds: 3600 };
        const guess = async (name: string, code: string, budgets = [narrow, wide]) => {
          const id = `${challenge.id}-${name}`;
          await begin({ id, phone: id });
          return store.attempt({ ...challenge, id, code, budgets }, nowMs);
        };
        expect(await guess('a', 'code-1')).toMatchObject({ kind: 'accepted' });
        expect(await guess('b', 'wrong')).toMatchObject({ kind: 'wrong' });
        nowMs += 1000;
        expect(await guess('c', 'wrong')).toMatchObject({ kind: 'wrong' });
        expect(await guess('d', 'wrong')).toEqual({
          kind: 'limited',
          retryAtMs: startMs + 60_000,
          budget: narrow.key,
        });
        expect(await guess('e', 'code-1')).toMatchObject({ kind: 'limited' });
        nowMs = startMs + 60_000;
        expect(await guess('f', 'wrong')).toMatchObject({ kind: 'wrong' });
        expect(await guess('g', 'code-1')).toEqual({
          kind: 'limited',
          retryAtMs: startMs + 3_600_000,
          budget: wide.key,
        });
        expect(await guess('h', 'code-1', [])).toMatchObject({ kind: 'accepted' });
      });

      it('evaluates as many of 40 guesses at 40 challenges at once as their budget has', async () => {
        const budgets = [{ key: `budget-${challenge.id}`, count: 7, seconds: 60 }];
        const guesses = Array.from({ length: 40 }, (_, i) => ({ ...challenge, id: `${challenge.id}-${i}` }));
        for (const { id } of guesses) await begin({ id, phone: id });
        const answers = await Promise.all(
          guesses.map(guess => store.attempt({ ...guess, code: 'wrong', budgets }, nowMs)),
        );
        const count = (kind: string) => answers.filter(answer => answer.kind === kind).length;
        expect([count('wrong'), count('limited')]).toEqual([7, 33]);
      });

      it('counts nothing of what it does not evaluate', async () => {
        const budget = { key: `budget-${challenge.id}`, count: 1, seconds: 60 };
        const guess = { ...challenge, code: 'wrong', budgets: [budget] };
        await begin();
        expect(await store.attempt({ ...guess, client: 'other' }, nowMs)).toEqual({ kind: 'gone' });
        expect(await store.attempt({ ...guess, id: 'unknown' }, nowMs)).toEqual({ kind: 'gone' });
        nowMs += rules.codeLifetimeMs;
        expect(await store.attempt(guess, nowMs)).toEqual({ kind: 'expired' });
        nowMs = startMs;
        expect(await store.attempt(guess, nowMs)).toMatchObject({ kind: 'wrong' });
      });

      it('reopens nothing that was not accepted', async () => {
        await begin();
        await attempt('wrong');
        await store.reopen(challenge.id, 1, nowMs);
        await store.reopen('unknown', 1, nowMs);
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
        await store.reopen(challenge.id, 1, nowMs);
        expect(await attempt('code-1')).toMatchObject({ kind: 'accepted' });
      });
    });

    describe('claim', () => {
      const key = () => `key-${challenge.id}`;
      const claim = (fingerprint: string, owner = 'owner') => store.claim(key(), fingerprint, owner, nowMs);

      it('is given once, then repeats the answer for an hour', async () => {
        expect(await claim('body')).toEqual({ kind: 'mine' });
        await store.finish(key(), 'owner', 'answer', nowMs);
        nowMs += rules.answerMemoryMs - 1;
        expect(await claim('body')).toEqual({ kind: 'answered', answer: 'answer' });
        nowMs += 1;
        expect(await claim('body')).toEqual({ kind: 'mine' });
      });

      it('tells another request, running or answered', async () => {
        await claim('body');
        expect(await claim('other')).toEqual({ kind: 'mismatch' });
        await store.finish(key(), 'owner', 'answer', nowMs);
        expect(await claim('other')).toEqual({ kind: 'mismatch' });
      });

      it.each([['answered', 'answer'] as const, ['mine', undefined] as const])(
        'is waited for, and then %s',
        async (kind, answer) => {
          await claim('body');
          const waiting = await claim('body');
          expect(waiting.kind).toBe('running');
          await store.finish(key(), 'owner', answer, nowMs);
          if (waiting.kind === 'running') await waiting.ended;
          expect((await claim('body')).kind).toBe(kind);
        },
      );

      it('falls to the next when its lease has run out', async () => {
        await claim('body');
        nowMs += rules.claimLeaseMs;
        expect(await claim('body')).toEqual({ kind: 'mine' });
      });
    });

    describe('finish', () => {
      it('ends no claim but its own', async () => {
        const key = `key-${challenge.id}`;
        await store.claim(key, 'body', 'first', nowMs);
        await store.finish(key, 'second', 'answer', nowMs);
        expect(await store.claim(key, 'body', 'third', nowMs)).toMatchObject({ kind: 'running' });
        nowMs += rules.claimLeaseMs;
        expect(await store.claim(key, 'body', 'third', nowMs)).toEqual({ kind: 'mine' });
        await store.finish(key, 'first', 'late', nowMs);
        expect(await store.claim(key, 'body', 'fourth', nowMs)).toMatchObject({ kind: 'running' });
        await store.finish(key, 'third', undefined, nowMs);
      });
    });

    describe('a counter', () => {
      it('is taken from until it is empty, each key for itself, and can be given back to', async () => {
        const counter = store.counter(`test-${challenge.id}`, { count: 2, seconds: 60 });
        expect(await counter.look('a')).toBeUndefined();
        expect([await counter.take('a'), await counter.take('a')]).toEqual([undefined, undefined]);
        const waitMs = await counter.take('a');
        expect(waitMs).toBeGreaterThan(50_000);
        expect(waitMs).toBeLessThanOrEqual(60_000);
        expect(await counter.look('a')).toBeGreaterThan(50_000);
        expect(await counter.take('b')).toBeUndefined();
        await counter.giveBack('a');
        expect(await counter.take('a')).toBeGreaterThan(0);
        await counter.giveBack('a');
        await counter.giveBack('a');
        expect(await counter.take('a')).toBeUndefined();
        await counter.clear('a');
        expect([await counter.take('a'), await counter.take('a')]).toEqual([undefined, undefined]);
        expect(await counter.take('a')).toBeGreaterThan(0);
      });

      it('gives 20 of 100 at once what is there', async () => {
        const counter = store.counter(`test-${challenge.id}`, { count: 20, seconds: 60 });
        const taken = await Promise.all(Array.from({ length: 100 }, () => counter.take('a')));
        expect(taken.filter(waitMs => waitMs === undefined)).toHaveLength(20);
      });
    });

    it('unlocks a number: its cool-down ends, and its wrong guesses are forgotten', async () => {
      for (let round = 0; round < 4; round++) {
        await begin({ id: `${challenge.id}-${round}` });
        for (let i = 0; i < 5; i++) {
          await store.attempt({ ...challenge, id: `${challenge.id}-${round}`, code: 'wrong' }, nowMs);
        }
        nowMs += rules.maxCooldownMs;
      }
      const right = async (id: string) => {
        expect(await begin({ id })).toMatchObject({ kind: 'begun' });
        return store.attempt({ ...challenge, id }, nowMs);
      };
      expect(await right(`${challenge.id}-locked`)).toMatchObject({ kind: 'limited' });
      await store.unlock(challenge.phone);
      expect(await right(`${challenge.id}-open`)).toMatchObject({ kind: 'accepted' });
    });

    channelContract(makeStore);

    it('checks itself', async () => {
      await store.check();
    });

    describe('revoke', () => {
      it('is remembered for the time given', async () => {
        const session = `session-${challenge.id}`;
        expect(await store.revokedAt([session], nowMs)).toEqual([undefined]);
        await store.revoke(session, 1000, nowMs);
        expect(await store.revokedAt([session], nowMs + 999)).toEqual([nowMs]);
        expect(await store.revokedAt([session], nowMs + 1000)).toEqual([undefined]);
      });

      it('is told of each name, with the time of the last one', async () => {
        const [one, other] = [`one-${challenge.id}`, `other-${challenge.id}`];
        await store.revoke(one, 60_000, nowMs);
        await store.revoke(one, 60_000, nowMs + 5);
        expect(await store.revokedAt([other, one], nowMs + 10)).toEqual([undefined, nowMs + 5]);
      });
    });
  });
}
