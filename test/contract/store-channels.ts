/** What every store must do with messages that go by several channels: part of `storeContract`. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/channels.js';
import { rules, type NewChallenge, type Store } from '../../src/server/stores/store.js';

/** With fresh ids: a shared store need not be emptied. */
export function newChallenge(): NewChallenge {
  const run = crypto.randomUUID();
  return {
    id: `id-${run}`,
    client: `client-${run}`,
    phone: `phone-${run}`,
    purpose: 'sign-in',
    code: 'code-1',
    sealed: 'sealed',
  };
}

export function channelContract(makeStore: () => Store | Promise<Store>): void {
  describe('channels', () => {
    const startMs = Date.UTC(2026, 0, 1);
    let store: Store;
    let nowMs: number;
    let challenge: NewChallenge;

    beforeEach(async () => {
      store = await makeStore();
      nowMs = startMs;
      challenge = { ...newChallenge(), channel: 'sms', digits: 'digits-1' };
    });

    const begin = (changes: Partial<NewChallenge> = {}) => store.begin({ ...challenge, ...changes }, nowMs);
    const attempt = (code: string) =>
      store.attempt({ id: challenge.id, client: challenge.client, code }, nowMs);
    const settle = (code: string, outcome: 'sent' | 'refused' | 'unknown', channel?: Channel) =>
      store.settle(challenge.id, code, outcome, nowMs, channel);
    const resend = (number: number, channel: Channel, cooldownMs?: number) =>
      store.resend(challenge.id, challenge.client, `code-${number}`, nowMs, {
        channel,
        digits: `digits-${number}`,
        cooldownMs,
      });

    it('names the channel of the latest message, and all that were tried', async () => {
      expect(await begin()).toMatchObject({ status: { channel: 'sms', tried: ['sms'], sentAtMs: startMs } });
      nowMs += rules.cooldownMs;
      expect(await resend(2, 'whatsapp')).toMatchObject({
        status: { channel: 'whatsapp', tried: ['sms', 'whatsapp'], sentAtMs: nowMs },
      });
      expect(await begin({ id: 'other' })).toMatchObject({ kind: 'live', status: { channel: 'whatsapp' } });
      expect(await attempt('code-1')).toMatchObject({ kind: 'accepted', channel: 'whatsapp' });
    });

    it('has one code over all channels, which ends when it would have', async () => {
      await begin();
      await settle('code-1', 'sent');
      nowMs += rules.cooldownMs;
      expect(await resend(2, 'whatsapp')).toMatchObject({
        kind: 'begun',
        digits: 'digits-1',
        status: { expiresAtMs: startMs + rules.codeLifetimeMs, resendAtMs: nowMs + 2 * rules.cooldownMs },
      });
      await settle('code-2', 'sent');
      nowMs += 2 * rules.cooldownMs;
      expect(await resend(3, 'voice')).toMatchObject({ digits: 'digits-1' });
      await settle('code-3', 'sent');
      expect(await attempt('code-2')).toEqual({ kind: 'wrong', attemptsLeft: 4 });
      expect(await attempt('code-3')).toEqual({ kind: 'wrong', attemptsLeft: 3 });
      nowMs = startMs + rules.codeLifetimeMs - 1;
      expect(await attempt('code-1')).toMatchObject({ kind: 'accepted', channel: 'voice' });
    });

    it('counts the tries over all channels', async () => {
      await begin();
      for (let i = 0; i < 4; i++) await attempt('wrong');
      nowMs += rules.cooldownMs;
      expect(await resend(2, 'voice')).toMatchObject({ status: { attemptsLeft: 1 } });
      expect(await attempt('wrong')).toEqual({ kind: 'wrong', attemptsLeft: 0 });
      nowMs += rules.maxCooldownMs;
      expect(await resend(3, 'whatsapp')).toEqual({ kind: 'exhausted' });
    });

    it('makes a new code where the old one is about to end, or the channel is the same', async () => {
      await begin();
      nowMs = startMs + rules.codeLifetimeMs - rules.sameCodeMs + 1;
      const late = await resend(2, 'whatsapp');
      expect(late).toMatchObject({ status: { expiresAtMs: nowMs + rules.codeLifetimeMs } });
      expect(late).not.toHaveProperty('digits');
      await settle('code-2', 'sent');
      nowMs += 2 * rules.cooldownMs;
      expect(await resend(3, 'whatsapp')).not.toHaveProperty('digits');
      await settle('code-3', 'sent');
      expect(await attempt('code-2')).toMatchObject({ kind: 'wrong' });
      expect(await attempt('code-3')).toMatchObject({ kind: 'accepted' });
    });

    it('keeps the code of the message before, when one by another channel is refused', async () => {
      await begin();
      await settle('code-1', 'sent');
      nowMs += rules.cooldownMs;
      await resend(2, 'whatsapp');
      await settle('code-2', 'refused');
      expect(await begin({ id: `${challenge.id}-2`, client: 'other' })).toMatchObject({ kind: 'begun' });
      expect(await attempt('code-1')).toMatchObject({ kind: 'accepted', channel: 'sms' });
    });

    it('lets a channel that was not tried yet wait for less, once', async () => {
      await begin();
      nowMs = startMs + 19_999;
      expect(await resend(2, 'whatsapp', 20_000)).toEqual({ kind: 'limited', retryAtMs: startMs + 20_000 });
      nowMs = startMs + 20_000;
      expect(await resend(2, 'sms', 20_000)).toEqual({
        kind: 'limited',
        retryAtMs: startMs + rules.cooldownMs,
      });
      expect(await resend(2, 'voice')).toMatchObject({ kind: 'limited' });
      expect(await resend(2, 'whatsapp', 20_000)).toMatchObject({ kind: 'begun' });
      nowMs += 30_000;
      const rested = { kind: 'limited', retryAtMs: startMs + 20_000 + 2 * rules.cooldownMs };
      expect(await resend(3, 'sms', 20_000)).toEqual(rested);
      expect(await resend(3, 'voice', 20_000)).toMatchObject({ kind: 'begun' });
    });

    it('gives no cool-down back that was not its own', async () => {
      await begin();
      nowMs += 20_000;
      await resend(2, 'whatsapp', 20_000);
      await settle('code-2', 'refused');
      const rested = { kind: 'limited', retryAtMs: startMs + rules.cooldownMs };
      expect(await resend(3, 'sms', 20_000)).toEqual(rested);
      expect(await resend(3, 'whatsapp', 20_000)).toEqual(rested);
    });

    it("does not shorten the cool-down of another's message", async () => {
      await begin();
      nowMs += rules.cooldownMs;
      await begin({ id: `${challenge.id}-2`, client: 'other' });
      nowMs += 30_000;
      expect(await resend(2, 'whatsapp', 20_000)).toMatchObject({ kind: 'limited' });
    });

    it.each(['sent', 'unknown'] as const)('is told how a message really went: %s', async outcome => {
      await begin({ channel: 'whatsapp' });
      await settle('code-1', outcome, 'sms');
      expect(await begin({ id: 'other' })).toMatchObject({
        kind: 'live',
        status: { channel: 'sms', tried: ['whatsapp', 'sms'] },
      });
      expect(await attempt('code-1')).toMatchObject({ kind: 'accepted', channel: 'sms' });
    });

    it('"unknown" leaves the code before in force', async () => {
      await begin();
      nowMs += rules.cooldownMs;
      await resend(2, 'sms');
      await settle('code-2', 'unknown', 'voice');
      expect(await attempt('code-1')).toMatchObject({ kind: 'accepted', channel: 'voice' });
    });

    it('reads a message of which nobody said how it went as one by SMS', async () => {
      const { id, client, phone, purpose, code, sealed } = challenge;
      const begun = await store.begin({ id, client, phone, purpose, code, sealed }, nowMs);
      expect(begun).toMatchObject({ kind: 'begun' });
      expect(JSON.stringify(begun)).not.toMatch(/channel|tried/);
      nowMs += 20_000;
      expect(await resend(2, 'sms', 10_000)).toMatchObject({ kind: 'limited' });
      const other = await resend(2, 'whatsapp', 10_000);
      // Its digits are not known, so that there is a new code.
      expect(other).toMatchObject({ kind: 'begun', status: { channel: 'whatsapp' } });
      expect(other).not.toHaveProperty('digits');
      expect(await attempt('code-2')).toMatchObject({ kind: 'accepted' });
    });
  });
}
