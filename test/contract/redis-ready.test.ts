/** A Redis that answers a PING, and cannot decide or would not keep what was decided: alive is not ready. */
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRedisStore } from '../../src/server/stores/redis.js';
import { setUp } from '../unit/server/helpers.js';
import { startRedis, whyNoRedis } from './redis-server.js';

const missing = whyNoRedis();

describe.skipIf(missing)(`with Redis${missing ? ` (${missing})` : ''}`, () => {
  async function start(
    args: string[],
    setting: (client: Redis) => Promise<unknown> = () => Promise.resolve(),
  ) {
    const redis = await startRedis({ own: true, args });
    const client = new Redis(redis.url);
    await setting(client);
    const store = createRedisStore({ url: redis.url, timeoutMs: 10_000 });
    onTestFinished(async () => {
      client.disconnect();
      store.close();
      await redis.stop();
    });
    const { call, log, messages } = setUp({ store });
    const status = async (path: string) => (await call('GET', path, { client: null })).status;
    return { client, log, messages, status };
  }

  it('ready is a decision that leaves nothing and sends nothing', async () => {
    const { client, log, messages, status } = await start([]);
    expect(await status('/ready')).toBe(200);
    expect(await status('/ready')).toBe(200);
    expect(await client.dbsize()).toBe(0);
    expect([log, messages]).toEqual([[], []]);
    expect(await client.info('commandstats')).toMatch(/cmdstat_(eval|evalsha):calls=[^0]/);
  });

  it.each<[string, string[], ((client: Redis) => Promise<unknown>) | undefined, RegExp]>([
    ['is a replica', ['--replicaof', '127.0.0.1 1'], undefined, /READONLY/],
    ['forbids scripts', [], c => c.call('ACL', 'SETUSER', 'default', '-eval', '-evalsha'), /NOPERM/],
    ['is out of memory', ['--maxmemory', '100kb'], undefined, /OOM/],
    [
      'forgets by age',
      ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'],
      undefined,
      /allkeys-lru/,
    ],
    [
      'forgets what ends',
      ['--maxmemory', '100mb', '--maxmemory-policy', 'volatile-ttl'],
      undefined,
      /volatile-ttl/,
    ],
  ])('is not ready while it %s, and the log says why', async (_name, args, setting, why) => {
    const { log, status } = await start(args, setting);
    expect([await status('/health'), await status('/ready')]).toEqual([200, 503]);
    expect(log).toMatchObject([{ event: 'ready', outcome: 'server_error' }]);
    expect(log[0]?.detail).toMatch(why);
  });

  it.each<[string, string[], ((client: Redis) => Promise<unknown>) | undefined]>([
    ['would forget, but has no bound to its memory', ['--maxmemory-policy', 'allkeys-lru'], undefined],
    ['has a bound, and forgets nothing', ['--maxmemory', '100mb'], undefined],
    ['keeps its settings to itself', [], c => c.call('ACL', 'SETUSER', 'default', '-info')],
  ])('is ready while it %s', async (_name, args, setting) => {
    const { status } = await start(args, setting);
    expect(await status('/ready')).toBe(200);
  });
});
