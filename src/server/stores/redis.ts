/**
 * The store that many server processes share: Redis 6.2 or later, or Valkey. Each decision is one Lua script or one
 * command (redis-scripts.ts); here is how they are asked for, and what happens when no answer comes.
 *
 * Everything is found under one hash tag, so that a cluster keeps it in one slot: one node decides. Every key expires.
 */
import { Redis, type Cluster } from 'ioredis';
import RateLimiterRedis from 'rate-limiter-flexible/lib/RateLimiterRedis.js';
import { createGuard, NotAsked } from './redis-guard.js';
import { scripts, type ScriptName } from './redis-scripts.js';
import { refusalOf } from './refusal.js';
import type {
  AttemptResult,
  BeginResult,
  ChallengeStatus,
  Claim,
  Counter,
  Limit,
  ResendResult,
  Store,
} from './store.js';

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
  client.on('error', () => undefined);
  const tagged = `{${prefix}}:`;
  const guard = createGuard(client, timeoutMs);

  for (const [name, lua] of Object.entries(scripts)) client.defineCommand(commandName(name), { lua });
  const commands = client as unknown as Record<string, Script>;

  /** Runs a script; times in its answer are told by the caller's clock. */
  async function call(name: ScriptName, key: string, nowMs: number, ...parts: string[]): Promise<Reply> {
    const time = clock === 'caller' ? String(nowMs) : '';
    const text = await commands[commandName(name)]?.(1, tagged + key, tagged, time, ...parts);
    const { nowMs: answeredAtMs, ...reply } = JSON.parse(text ?? '{}') as Reply & { nowMs: number };
    const shiftMs = nowMs - answeredAtMs;
    if (reply.retryAtMs !== undefined) reply.retryAtMs += shiftMs;
    if (reply.status) {
      reply.status.expiresAtMs += shiftMs;
      reply.status.resendAtMs += shiftMs;
    }
    return reply;
  }

  const decide = (...args: Parameters<typeof call>) => guard.run(() => call(...args));
  const takeBack = (...args: Parameters<typeof call>) => guard.takeBack(() => call(...args));

  /** A decision that either is answered, or is undone by `undo`, in whatever order the two arrive. */
  async function decideOrUndo(args: Parameters<typeof call>, undo: Parameters<typeof call>): Promise<Reply> {
    try {
      return await decide(...args);
    } catch (error) {
      if (!(error instanceof NotAsked)) void takeBack(...undo).catch(() => undefined);
      throw error;
    }
  }

  const store: RedisStore = {
    async begin({ id, client, phone, purpose, code, sealed }, nowMs) {
      const key = `challenge:${id}`;
      const reply = await decideOrUndo(
        ['begin', key, nowMs, id, client, phone, purpose, code, sealed],
        ['settle', key, nowMs, id, code, 'refused'],
      );
      return reply.kind === 'limited'
        ? { kind: 'limited', retryAtMs: reply.retryAtMs ?? nowMs }
        : ({ kind: reply.kind, status: reply.status } as BeginResult);
    },

    async resend(id, client, code, nowMs) {
      const key = `challenge:${id}`;
      const reply = await decideOrUndo(
        ['resend', key, nowMs, id, client, code],
        ['settle', key, nowMs, id, code, 'refused'],
      );
      return reply as ResendResult;
    },

    async settle(id, code, outcome, nowMs) {
      await takeBack('settle', `challenge:${id}`, nowMs, id, code, outcome);
    },

    async attempt({ id, client, code, request = '', budgets = [] }, nowMs) {
      const limits = budgets.flatMap(({ key, count, seconds }) => [
        key,
        String(count),
        String(seconds * 1000),
      ]);
      const reply = await decide('attempt', `challenge:${id}`, nowMs, id, client, code, request, ...limits);
      return reply as AttemptResult;
    },

    async reopen(id, turn, nowMs) {
      await takeBack('reopen', `challenge:${id}`, nowMs, id, String(turn));
    },

    async end(id, client, nowMs) {
      await decide('end', `challenge:${id}`, nowMs, id, client);
    },

    async unlock(phone) {
      await guard.run(() => client.del(`${tagged}phone:${phone}`));
    },

    async claim(key, fingerprint, owner, nowMs) {
      const reply = await decideOrUndo(
        ['claim', `request:${key}`, nowMs, key, fingerprint, owner],
        ['finish', `request:${key}`, nowMs, key, owner, ''],
      );
      return (reply.kind === 'running' ? { kind: 'running', ended: pause(pollMs) } : reply) as Claim;
    },

    async finish(key, owner, answer, nowMs) {
      await takeBack('finish', `request:${key}`, nowMs, key, owner, answer ?? '');
    },

    async revoke(session, lifetimeMs, nowMs) {
      const key = `${tagged}revoked:${session}`;
      await guard.run(() => client.set(key, String(nowMs + lifetimeMs), 'PX', lifetimeMs));
    },

    async isRevoked(session, nowMs) {
      const endsAtMs = await guard.run(() => client.get(`${tagged}revoked:${session}`));
      return endsAtMs !== null && (clock === 'redis' || Number(endsAtMs) > nowMs);
    },

    counter: (name, limit) => createRedisCounter(client, guard, `${tagged}counter:${name}`, limit),
    async check() {
      await guard.check();
      checkMemoryPolicy(await guard.run(() => client.info('memory').catch(orDenied)));
      // What a create does, for a number that is none: it writes, in a script, and leaves nothing.
      const [id, nowMs] = [`probe-${crypto.randomUUID()}`, Date.now()];
      const probe = { id, client: id, phone: id, purpose: 'generic', code: id, sealed: '' } as const;
      const begun = await store.begin(probe, nowMs);
      await store.settle(id, id, 'refused', nowMs);
      if (begun.kind !== 'begun') throw new Error(`Redis answered "${begun.kind}" to a number that is new`);
    },
    close: () => {
      if (options.client === undefined) client.disconnect();
    },
  };
  return store;
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

/** How often a request that runs elsewhere is asked about. */
const pollMs = 100;

interface Reply {
  kind: string;
  retryAtMs?: number;
  status?: ChallengeStatus;
}

/** Of the client's own, in a namespace. */
function commandName(name: string): string {
  return `phoneSignIn:${name}`;
}

function createRedisCounter(
  client: Redis | Cluster,
  guard: ReturnType<typeof createGuard>,
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

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
