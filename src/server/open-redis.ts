/** The standalone server's Redis: a single one, one that sentinels know, or a cluster. */
import { Cluster, Redis } from 'ioredis';
import type { StoreConfig } from './standalone-config.js';
import { createRedisStore, redisClientOptions, type RedisStore } from './stores/redis.js';

export type RedisSetting = Omit<StoreConfig & { kind: 'redis' }, 'kind'>;

export function openRedis({ url, sentinels, cluster = false, ...rest }: RedisSetting): RedisStore {
  if (!sentinels && !cluster) return createRedisStore({ url, ...rest });
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const { timeoutMs = 300 } = rest;
  const options = {
    ...redisClientOptions,
    commandTimeout: timeoutMs + 100,
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
  const client = sentinels
    ? new Redis({
        ...options,
        name: hostname,
        db: Number(pathname.slice(1)) || 0,
        sentinels: sentinels.map(addressOf),
        sentinelRetryStrategy: redisClientOptions.retryStrategy,
        enableTLSForSentinelMode: protocol === 'rediss:',
      })
    : new Cluster([{ host: hostname, port: Number(port) || 6379 }], {
        redisOptions: options,
        enableOfflineQueue: false,
        clusterRetryStrategy: redisClientOptions.retryStrategy,
        // Certificates name hosts: what the cluster says is not looked up before.
        dnsLookup: (address, callback) => callback(null, address),
      });
  return { ...createRedisStore({ client, ...rest }), close: () => client.disconnect() };
}

/** "10.0.0.1:26379", "[::1]:26379", or a name alone. */
function addressOf(text: string): { host: string; port: number } {
  const { hostname, port } = new URL(`redis://${text}`);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 26_379 };
}
