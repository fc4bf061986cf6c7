/** A store that processes share, by what its address looks like. */
import type { Store } from '../../../src/server/index.js';
import { createPostgresStore } from '../../../src/server/stores/postgres.js';
import { createRedisStore } from '../../../src/server/stores/redis.js';

export function openStore(url: string, timeoutMs: number): Store & { close(): unknown } {
  const options = { url, timeoutMs };
  return url.startsWith('postgres:') ? createPostgresStore(options) : createRedisStore(options);
}
