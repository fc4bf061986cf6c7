import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRedisStore, type RedisStore } from '../../src/server/stores/redis.js';
import { rules } from '../../src/server/stores/store.js';
import { startRedis, whyNoRedis, type RedisServer } from './redis-server.js';
import { storeContract } from './store.js';

const missing = whyNoRedis();

describe.skipIf(missing)(`with Redis${missing ? ` (${missing})` : ''}`, () => {
  let redis: RedisServer;
  let store: RedisStore;
  const prefix = `test-${crypto.randomUUID()}`;

  beforeAll(async () => {
    redis = await startRedis();
    store = createRedisStore({ url: redis.url, prefix, clock: 'caller' });
  });
  afterAll(async () => {
    store.close();
    await redis.stop();
  });

  storeContract('Redis', () => store);

  const entry = (name: string) => ({
    id: name,
    client: 'client',
    phone: `phone ${name}`,
    purpose: 'sign-in' as const,
    code: 'code-1',
    sealed: 'sealed',
  });

  it('goes by its own clock, so that processes whose clocks differ agree', async () => {
    const shared = createRedisStore({ url: redis.url, prefix });
    const [early, late] = [Date.now() - 3_600_000, Date.now() + 3_600_000];
    const begun = await shared.begin(entry('skewed'), early);
    expect(begun).toEqual({
      kind: 'begun',
      status: {
        id: 'skewed',
        expiresAtMs: early + rules.codeLifetimeMs,
        resendAtMs: early + rules.cooldownMs,
        sentAtMs: early,
        attemptsLeft: rules.maxAttempts,
      },
    });
    const other = await shared.begin({ ...entry('skewed'), client: 'other' }, late);
    expect(other.kind).toBe('others');
    const waitMs = other.kind === 'others' ? other.retryAtMs - late : 0;
    expect(waitMs).toBeGreaterThan(rules.cooldownMs - 5000);
    expect(waitMs).toBeLessThanOrEqual(rules.cooldownMs);
    expect(await shared.attempt(entry('skewed'), late)).toMatchObject({ kind: 'accepted' });
    shared.close();
  });

  it('reads what an older version has stored as sent by SMS', async () => {
    const client = new Redis(redis.url);
    const nowMs = Date.now();
    const key = (kind: string, name: string) => `{${prefix}}:${kind}:${name}`;
    const { id, phone, code: mac, ...rest } = entry('old');
    const codes = [{ mac, expiresAtMs: nowMs + rules.codeLifetimeMs }];
    const state = { codes, attempts: 0, state: 'open', turn: 0, answers: {}, endsAtMs: nowMs + 1e6 };
    await client.set(key('challenge', id), JSON.stringify({ ...rest, phone, ...state }));
    const times = { sentAtMs: nowMs, readyAtMs: nowMs + rules.cooldownMs, failuresSinceMs: 0 };
    const record = { challenge: id, sends: 1, failures: 0, ...times, endsAtMs: nowMs + 1e6 };
    await client.set(key('phone', phone), JSON.stringify(record));

    const live = await store.begin({ ...entry('old'), id: 'new', channel: 'voice', digits: 'd' }, nowMs);
    expect(live).toMatchObject({ kind: 'live', status: { id, resendAtMs: nowMs + rules.cooldownMs } });
    expect(JSON.stringify(live)).not.toMatch(/channel|tried/);
    const by = (channel: 'sms' | 'voice') => ({ channel, digits: 'd', cooldownMs: 10_000 });
    expect(await store.resend(id, 'client', 'code-2', nowMs + 20_000, by('sms'))).toMatchObject({
      kind: 'limited',
    });
    const begun = await store.resend(id, 'client', 'code-2', nowMs + 20_000, by('voice'));
    expect(begun).toMatchObject({ kind: 'begun', status: { channel: 'voice', tried: ['voice'] } });
    // What went by SMS is still told apart by its code.
    await store.settle(id, 'code-1', 'sent', nowMs + 20_000);
    await store.settle(id, 'code-2', 'refused', nowMs + 20_000);
    expect(await store.attempt(entry('old'), nowMs + 20_000)).toMatchObject({ kind: 'accepted' });
    client.disconnect();
  });

  it('keeps nothing without an end, all of it in one slot of a cluster', async () => {
    const client = new Redis(redis.url);
    await store.revoke('session', 1000, Date.now());
    await store.settle('unknown', 'code', 'refused', Date.now());
    const keys = await client.keys(`*${prefix}*`);
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) {
      expect(key.startsWith(`{${prefix}}:`)).toBe(true);
      expect(await client.pttl(key)).toBeGreaterThan(0);
    }
    client.disconnect();
  });

  it('does not do later what was taken back before', async () => {
    const nowMs = Date.now();
    await store.settle('late', 'code-1', 'refused', nowMs);
    await expect(store.begin(entry('late'), nowMs)).rejects.toThrow(/taken back/);
    await store.finish('late-key', 'late-owner', undefined, nowMs);
    await expect(store.claim('late-key', 'body', 'late-owner', nowMs)).rejects.toThrow(/given up/);
    expect(await store.claim('late-key', 'body', 'next', nowMs)).toEqual({ kind: 'mine' });
  });

  it('takes a client of the host, and leaves it open', async () => {
    const client = new Redis(redis.url);
    const shared = createRedisStore({ client, prefix });
    await shared.check();
    shared.close();
    expect(await client.ping()).toBe('PONG');
    client.disconnect();
  });

  it.each([
    [{}, /either "url" or "client"/],
    [{ url: 'redis://localhost', prefix: 'a{b}' }, /prefix/],
  ])('refuses %j', (options, message) => {
    expect(() => createRedisStore(options)).toThrow(message);
  });
});
