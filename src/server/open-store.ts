/** The standalone server's store: opened, tried, and where it cannot be used, said why. */
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
    await store.check();
  } catch (error) {
    await store.close();
    const { hostname, port } = new URL(config.url);
    const [name, usual] = config.kind === 'redis' ? ['Redis', 6379] : ['PostgreSQL', 5432];
    throw new Error(`${name} at ${hostname}:${port || usual} cannot be used: ${explain(error)}`, {
      cause: error,
    });
  }
  return store;
}

type Setting<Kind> = Omit<StoreConfig & { kind: Kind }, 'kind'>;

async function openRedis(setting: Setting<'redis'>): Promise<OpenStore> {
  const { createRedisStore } = await installed('redis', 'ioredis', () => import('./stores/redis.js'));
  return createRedisStore(setting);
}

async function openPostgres(setting: Setting<'postgres'>): Promise<OpenStore> {
  const { createPostgresStore } = await installed('postgres', 'pg', () => import('./stores/postgres.js'));
  return createPostgresStore(setting);
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
