/** The handler over Redis: small and quick versions of what `test/server` shows at length. */
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRedisStore, type RedisStore } from '../../src/server/stores/redis.js';
import { heldSend, phone, setUp } from '../unit/server/helpers.js';
import { startRedis, whyNoRedis, type RedisServer } from './redis-server.js';

const missing = whyNoRedis();

describe.skipIf(missing)(`the handler over Redis${missing ? ` (${missing})` : ''}`, () => {
  let redis: RedisServer;
  const stores: RedisStore[] = [];

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    for (const store of stores) store.close();
    await redis.stop();
  });

  /** Two server processes, as far as they can know. */
  function setUpTwo() {
    const prefix = `test-${crypto.randomUUID()}`;
    const make = () => {
      const store = createRedisStore({ url: redis.url, prefix, clock: 'caller', timeoutMs: 5000 });
      stores.push(store);
      return store;
    };
    return { prefix, first: make(), second: make() };
  }

  it('signs in on one process with the code that another sent, once', async () => {
    const { first, second } = setUpTwo();
    const [a, b] = [setUp({ store: first }), setUp({ store: second })];
    const { id } = (await a.create()).body;
    expect((await b.create()).body.id).toBe(id);
    expect(b.messages).toEqual([]);
    expect((await b.verify(id, a.wrong())).body.attemptsLeft).toBe(4);
    const rights = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? a : b).verify(id, a.code())),
    );
    expect(rights.filter(({ status }) => status === 200)).toHaveLength(1);
    const cookie = rights.find(({ status }) => status === 200)?.headers.get('set-cookie') ?? '';
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await b.call('GET', '/session', { headers })).status).toBe(200);
    await a.call('DELETE', '/session', { headers });
    expect((await b.call('GET', '/session', { headers })).status).toBe(401);
  });

  it('evaluates five of 100 guesses at once at two processes', async () => {
    const { first, second } = setUpTwo();
    const [a, b] = [setUp({ store: first }), setUp({ store: second })];
    const { id } = (await a.create()).body;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => (i % 2 ? a : b).verify(id, a.wrong())),
    );
    const left = answers.map(({ body }) => body.attemptsLeft).sort();
    expect(left.slice(-5)).toEqual([0, 1, 2, 3, 4]);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
  });

  it('makes 50 duplicates at two processes one message with one answer', async () => {
    const { first, second } = setUpTwo();
    const { held, send } = heldSend();
    const [a, b] = [setUp({ store: first, send }), setUp({ store: second, send })];
    const all = Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? a : b).create({ key: 'one' })));
    await expect.poll(() => held.length).toBe(1);
    held[0]?.resolve();
    const answers = await all;
    expect(held).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });

  it('counts budgets over both processes', async () => {
    const { first, second } = setUpTwo();
    const limits = { total: { count: 2, seconds: 3600 } };
    const [a, b] = [setUp({ store: first, limits }), setUp({ store: second, limits })];
    expect((await a.create({}, '+447400123450')).status).toBe(201);
    expect((await b.create({}, '+447400123451')).status).toBe(201);
    expect((await a.create({}, '+447400123452')).body.code).toBe('rate_limited');
  });

  it('leaves no number, client, code or token in Redis', async () => {
    const { prefix, first } = setUpTwo();
    const test = setUp({ store: first });
    const { id } = (await test.create({ key: 'create-key', peer: { address: '192.0.2.55' } })).body;
    const verified = await test.verify(id, test.code(), { key: 'verify-key' });
    const token = /=([^;]+)/.exec(verified.headers.get('set-cookie') ?? '')?.[1] ?? '?';
    const reader = new Redis(redis.url);
    let dump = '';
    for (const key of await reader.keys(`*${prefix}*`)) dump += `${key} ${await reader.get(key)}\n`;
    reader.disconnect();
    expect(dump).toContain(id);
    for (const secret of [phone.slice(1), phone.slice(-7), 'AAAAAAAAAAAAAAAAAAAAAA', token, '192.0.2.55']) {
      expect(dump).not.toContain(secret);
    }
  });
});
