/**
 * A Redis that is full, or is replaced by its replica: nobody gets tries back, nothing is sent unseen, and all is well again
 * by itself. `npm run chaos:redis`.
 */
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freeDisk, startRedis, whyNoRedis, type RedisOptions } from '../contract/redis-server.js';
import { createPhoneServer, type Message } from '../../src/server/index.js';
import { createRedisStore, redisClientOptions, type RedisStore } from '../../src/server/stores/redis.js';
import { createRequest, verifyRequest } from './guesses.js';
import { masterName, startSentinels } from './sentinels.js';

const client = 'AAAAAAAAAAAAAAAAAAAAAA';
const phone = '+447400123456';
const other = '+447400123457';
const missing = whyNoRedis();
vi.setConfig({ testTimeout: 60_000 });

/** A server over a store, and what a visitor does with it. */
function serve(store: RedisStore) {
  onTestFinished(() => store.close());
  const messages: Message[] = [];
  const server = createPhoneServer({
    secret: 'a secret of loss, which is long enough!!',
    store,
    send: message => {
      messages.push(message);
      return Promise.resolve();
    },
  });
  const ask = (request: Request) => server.fetch(request, { address: '192.0.2.1' });
  const get = async (path: string) =>
    (await ask(new Request(`https://shop.example/api/phone${path}`))).status;
  const create = (to = phone) => ask(createRequest(to, client));
  const begin = async (to = phone) => {
    const { id } = (await (await create(to)).json()) as { id: string };
    return { id, code: messages.at(-1)?.code ?? '' };
  };
  const verify = async (id: string, code: string) => (await ask(verifyRequest({ id, client }, code))).status;
  /** Asks until the server is ready, or no longer is. */
  const until = async (status: number) => {
    while ((await get('/ready')) !== status) await new Promise(resolve => setTimeout(resolve, 50));
  };
  return { messages, get, create, begin, verify, until };
}

const wrongFor = (code: string) => (code === '000000' ? '111111' : '000000');

describe.skipIf(missing)(`Redis${missing ? ` (${missing})` : ''}`, () => {
  async function start(options: RedisOptions) {
    const redis = await startRedis({ own: true, ...options });
    const filler = new Redis(redis.url);
    filler.on('error', () => undefined);
    onTestFinished(async () => {
      filler.disconnect();
      await redis.stop();
    });
    return { redis, filler, visitor: serve(createRedisStore({ url: redis.url })) };
  }

  /** A challenge whose tries are spent, and one that is still open. */
  async function spendTries({ begin, verify }: ReturnType<typeof serve>) {
    const spent = await begin();
    for (const status of [422, 422, 422, 422, 410])
      expect(await verify(spent.id, wrongFor(spent.code))).toBe(status);
    return { spent, open: await begin(other) };
  }

  /** Fills Redis with what is not ours, until it takes no more, or as much as that. */
  async function fill(filler: Redis, mostKiB: number): Promise<void> {
    for (let i = 0; i < mostKiB; i++) {
      const isTaken = await filler.set(`filler:${i}`, 'x'.repeat(1024)).catch(() => undefined);
      if (isTaken === undefined) return;
    }
  }

  it('whose memory is full refuses, keeps every try that was spent, and recovers with room', async () => {
    const { filler, visitor } = await start({ args: ['--maxmemory', '4mb'] });
    await visitor.until(200);
    const { spent, open } = await spendTries(visitor);
    await fill(filler, 8192);
    expect([await visitor.get('/health'), await visitor.get('/ready')]).toEqual([200, 503]);
    expect((await visitor.create('+447400123458')).status).toBe(503);
    // Right or wrong, uncounted guesses are answered alike.
    expect(await visitor.verify(open.id, wrongFor(open.code))).toBe(503);
    expect(await visitor.verify(open.id, open.code)).toBe(503);
    expect(await visitor.verify(spent.id, spent.code)).toBe(410);
    expect(visitor.messages).toHaveLength(2);
    await filler.call('EVAL', "for i = 0, 8192 do redis.call('DEL', 'filler:' .. i) end", '0');
    await visitor.until(200);
    expect(await visitor.verify(spent.id, spent.code)).toBe(410);
    expect(await visitor.verify(open.id, open.code)).toBe(200);
  });

  it('that forgets when it is full is not ready before anything was forgotten', async () => {
    const { filler, visitor } = await start({
      args: ['--maxmemory', '4mb', '--maxmemory-policy', 'allkeys-lru'],
    });
    expect(await visitor.get('/ready')).toBe(503);
    // What it is refused for: a number that has to wait is free again, once somebody fills the memory.
    await visitor.begin();
    expect((await visitor.create()).status).toBe(201);
    expect(visitor.messages).toHaveLength(1);
    await fill(filler, 8192);
    expect((await visitor.create()).status).toBe(201);
    expect(visitor.messages).toHaveLength(2);
  });

  it('whose disk is full refuses, keeps every try that was spent, and recovers with room', async () => {
    const args = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--auto-aof-rewrite-percentage', '0'];
    const { redis, filler, visitor } = await start({ args, maxFileKiB: 256 });
    await visitor.until(200);
    const { spent, open } = await spendTries(visitor);
    await fill(filler, 512);
    await visitor.until(503);
    expect(await visitor.get('/health')).toBe(200);
    expect((await visitor.create('+447400123458')).status).toBe(503);
    expect(await visitor.verify(open.id, open.code)).toBe(503);
    expect(visitor.messages).toHaveLength(2);
    freeDisk(redis);
    await visitor.until(200);
    expect(await visitor.verify(spent.id, spent.code)).toBe(410);
    expect(await visitor.verify(open.id, open.code)).toBe(200);
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'that fails over to its replica (%s) forgets no try and accepts no code twice',
    async signal => {
      const world = await startSentinels();
      onTestFinished(() => world.stop());
      const { sentinels } = world;
      const connection = new Redis({ sentinels, name: masterName, ...redisClientOptions });
      onTestFinished(() => connection.disconnect());
      const visitor = serve(createRedisStore({ client: connection }));
      await visitor.until(200);
      const { spent, open } = await spendTries(visitor);
      const used = await visitor.begin('+447400123458');
      expect(await visitor.verify(used.id, used.code)).toBe(200);
      const first = world.connectFirst();
      expect(await first.wait(1, 5000)).toBe(1);
      first.disconnect();
      world.first.kill(signal);
      await visitor.until(503);
      expect(await visitor.verify(open.id, open.code)).toBe(503);
      await visitor.until(200);
      expect(await visitor.verify(spent.id, spent.code)).toBe(410);
      expect(await visitor.verify(used.id, used.code)).toBe(404);
      expect(await visitor.verify(open.id, open.code)).toBe(200);
      expect(visitor.messages).toHaveLength(3);
    },
  );
});
