/** The standalone server's store: opened, tried, and where it cannot be used, said why. */
import type { RedisSetting } from './open-redis.js';
import type { StoreConfig } from './standalone-config.js';
import { createMemoryStore } from './stores/memory.js';
import type { Store } from './stores/store.js';

export type OpenStore = Store & { close(): unknown };

/** Rejects with an `Error` that names what to mend, and no password. */
export async function openStore(config: StoreConfig): Promise<OpenStore> {
  if (config.kind === 'memory') {
    const { maxEntries } = config;
    return { ...createMemoryStore(maxEntries === undefined ? {} : { maxEntries }), close: () => undefined };
  }
  const store = await (config.kind === 'redis' ? openRedis(config) : openPostgres(config));
  try {
    await checkInTime(store);
  } catch (error) {
    await store.close();
    const { hostname, port } = new URL(config.url);
    const [name, usual] = config.kind === 'redis' ? ['Redis', 6379] : ['PostgreSQL', 5432];
    const sentinels = config.kind === 'redis' && config.sentinels;
    const place = sentinels ? `"${hostname}" by ${sentinels.join(', ')}` : `at ${hostname}:${port || usual}`;
    throw new Error(`${name} ${place} cannot be used: ${explain(error)}`, {
      cause: error,
    });
  }
  return store;
}

async function openRedis(setting: RedisSetting): Promise<OpenStore> {
  const redis = await installed('redis', 'ioredis', () => import('./open-redis.js'));
  return redis.openRedis(setting);
}

async function openPostgres(setting: Omit<StoreConfig & { kind: 'postgres' }, 'kind'>): Promise<OpenStore> {
  const { createPostgresStore } = await installed('postgres', 'pg', () => import('./stores/postgres.js'));
  return createPostgresStore(setting);
}

/** Who is busy starting, as this process is, may need more than the time of one question. */
async function checkInTime(store: Store, tries = 5): Promise<void> {
  try {
    await store.check();
  } catch (error) {
    const isLate = error instanceof Error && /did not answer within/.test(error.message);
    if (!isLate || tries === 1) throw error;
    await checkInTime(store, tries - 1);
  }
}

async function installed<T>(store: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    const message = `The store "${store}" needs a package that is not installed. Run: npm install ${name}`;
    throw new Error(message, { cause: error });
  }
}

const causes: readonly [RegExp, string][] = [
  [/ENOTFOUND|EAI_AGAIN/, 'there is no host of that name'],
  [/ECONNREFUSED/, 'nothing listens there'],
  [/WRONGPASS|NOAUTH|invalid password|password authentication failed/i, 'the password is wrong, or missing'],
  [
    /certificate|self.signed|UNABLE_TO_VERIFY/i,
    'its certificate is not trusted; for a CA of your own set NODE_EXTRA_CA_CERTS to its file',
  ],
];

/** What happened first is at the end of the chain. */
function explain(error: unknown): string {
  const said: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    const parts = each instanceof AggregateError ? (each.errors as Error[]) : [each];
    said.push(...parts.map(part => `${(part as { code?: string }).code ?? ''} ${part.message}`.trim()));
  }
  const [words] = said;
  const cause = causes.find(([pattern]) => said.some(text => pattern.test(text)))?.[1];
  return cause === undefined ? (words ?? 'nobody knows why') : `${cause} (${said.at(-1)})`;
}
