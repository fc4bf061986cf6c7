/**
 * The store that many server processes share: Redis 6.2 or later, or Valkey. Each decision is one Lua script or one
 * command (redis-scripts.ts); here is how they are asked for, and what happens when no answer comes.
 *
 * Everything is found under one hash tag, so that a cluster keeps it in one slot: one node decides. Every key expires.
 */
import { Redis, type Cluster } from 'ioredis';
import RateLimiterRedis from 'rate-limiter-flexible/lib/RateLimiterRedis.js';
import { createDecisions, probe } from './decisions.js';
import { createGuard, type Guard, type GuardedClient } from './guard.js';
import { scripts } from './redis-scripts.js';
import { refusalOf } from './refusal.js';
import type { Counter, Limit, Store } from './store.js';

export interface RedisStoreOptions {
  /** `redis://` or `rediss://`; the store then makes a client of its own, and `close()` ends it. */
  url?: string;
  /** Your own client of `ioredis` (a single server, sentinels or a cluster), best with {@link redisClientOptions}. */
  client?: Redis | Cluster;
  /** What all keys begin with: `phone-sign-in` by default. */
  prefix?: string;
  /**
   * Whose clock decides: Redis' own (`redis`, the default), so that processes whose clocks differ still agree, or that of
   * the server which asks (`caller`), for tests that move it.
   */
  clock?: 'redis' | 'caller';
  /** Milliseconds without an answer after which the server refuses: 300 by default. */
  timeoutMs?: number;
}

export interface RedisStore extends Store {
  /** Ends the client that was made from `url`. */
  close(): void;
}

/**
 * A client that fails at once instead of keeping commands for later, and never repeats one by itself. `socketTimeout`
 * gives up a connection on which nothing comes back any more, so that the next one can be better.
 */
export const redisClientOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 2000,
  commandTimeout: 400,
  socketTimeout: 10_000,
  retryStrategy: (times: number) => Math.min(50 * times, 500),
} as const;

type Script = (keyCount: number, ...keysAndArguments: string[]) => Promise<string>;

/** Throws a `TypeError` for options that cannot work. It connects by itself, and again whenever it must. */
export function createRedisStore(options: RedisStoreOptions): RedisStore {
  const { url, prefix = 'phone-sign-in', clock = 'redis', timeoutMs = 300 } = options;
  if ((url === undefined) === (options.client === undefined)) {
    throw new TypeError('phone-sign-in: createRedisStore needs either "url" or "client".');
  }
  if (!/^[\w:.-]+$/.test(prefix)) {
    throw new TypeError('phone-sign-in: "prefix" may hold letters, digits and ":._-" only.');
  }
  const client: Redis | Cluster =
    options.client ?? new Redis(url ?? '', { ...redisClientOptions, commandTimeout: timeoutMs + 100 });
  // Each failed command says so itself; without a listener ioredis writes every one to the console.
  let lastError: Error | undefined;
  client.on('error', (error: Error) => (lastError = error));
  const tagged = `{${prefix}}:`;
  const guard = createGuard(
    guarded(client, () => lastError),
    timeoutMs,
  );

  for (const [name, lua] of Object.entries(scripts)) client.defineCommand(commandName(name), { lua });
  const commands = client as unknown as Record<string, Script>;

  const decisions = createDecisions(async (name, nowMs, parts) => {
    const key = `${tagged}${name === 'claim' || name === 'finish' ? 'request' : 'challenge'}:${parts[0]}`;
    const time = clock === 'caller' ? String(nowMs) : '';
    return (await commands[commandName(name)]?.(1, key, tagged, time, ...parts)) ?? '{}';
  }, guard);

  return {
    ...decisions,

    async unlock(phone) {
      await guard.run(() => client.del(`${tagged}phone:${phone}`));
    },

    async revoke(name, lifetimeMs, nowMs) {
      const value = `${nowMs + lifetimeMs} ${nowMs}`;
      await guard.run(() => client.set(`${tagged}revoked:${name}`, value, 'PX', lifetimeMs));
    },

    async revokedAt(names, nowMs) {
      const values = await guard.run(() => client.mget(names.map(name => `${tagged}revoked:${name}`)));
      return values.map(value => {
        const [endsAtMs = 0, atMs = 0] = value?.split(' ').map(Number) ?? [];
        return value !== null && (clock === 'redis' || endsAtMs > nowMs) ? atMs : undefined;
      });
    },

    counter: (name, limit) => createRedisCounter(client, guard, `${tagged}counter:${name}`, limit),
    async check() {
      await guard.check();
      checkMemoryPolicy(await guard.run(() => client.info('memory').catch(orDenied)));
      await probe(decisions);
    },
    close: () => {
      if (options.client === undefined) client.disconnect();
    },
  };
}

/** Hosted ones may keep INFO to themselves; then it is theirs to have set it. */
function orDenied(error: Error): string {
  if (/NOPERM|unknown command/i.test(error.message)) return '';
  throw error;
}

/** Throws where a full memory would cost tries and budgets: whoever fills it would have new ones. */
function checkMemoryPolicy(info: string): void {
  const read = (name: string) => new RegExp(`^${name}:(.*?)\\s*$`, 'm').exec(info)?.[1];
  const policy = read('maxmemory_policy');
  if (policy === undefined || policy === 'noeviction' || read('maxmemory') === '0') return;
  throw new Error(
    `Redis forgets what it knows when its memory is full (maxmemory-policy ${policy}); it must be noeviction`,
  );
}

function guarded(client: Redis | Cluster, lastError: () => unknown): GuardedClient {
  return {
    name: 'Redis',
    lastError,
    get status() {
      return client.status;
    },
    ping: () => client.ping(),
    // ioredis says "Command timed out" in its own words, perhaps before we do.
    isDown: error => error instanceof Error && /timed out/i.test(error.message),
    on: (event, listener) => client.on(event, listener),
    once: (event, listener) => client.once(event, listener),
  };
}

/** Of the client's own, in a namespace. */
function commandName(name: string): string {
  return `phoneSignIn:${name}`;
}

function createRedisCounter(
  client: Redis | Cluster,
  guard: Guard,
  keyPrefix: string,
  { count, seconds }: Limit,
): Counter {
  const limiter = new RateLimiterRedis({ storeClient: client, keyPrefix, points: count, duration: seconds });
  return {
    take: key => guard.run(() => limiter.consume(key).then(() => undefined, refusalOf)),
    async giveBack(key) {
      await guard.run(() => limiter.reward(key));
    },
    look: key =>
      guard.run(async () => {
        const taken = await limiter.get(key);
        return taken && taken.consumedPoints >= count && taken.msBeforeNext > 0
          ? taken.msBeforeNext
          : undefined;
      }),
    async clear(key) {
      await guard.run(() => limiter.delete(key));
    },
  };
}
