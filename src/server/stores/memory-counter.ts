/** One budget in this process. */
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import { refusalOf } from './refusal.js';
import type { Counter, Limit } from './store.js';

/** Of more than `maxKeys` who share it, the one that has not asked for longest is forgotten: floods cost no memory. */
export function createMemoryCounter({ count, seconds }: Limit, maxKeys: number): Counter {
  const limiter = new RateLimiterMemory({ points: count, duration: seconds });
  const keys = new Set<string>();

  function remember(key: string): void {
    keys.delete(key);
    keys.add(key);
    if (keys.size <= maxKeys) return;
    const [oldest = ''] = keys;
    keys.delete(oldest);
    void limiter.delete(oldest);
  }

  return {
    take(key) {
      remember(key);
      return limiter.consume(key).then(() => undefined, refusalOf);
    },
    async giveBack(key) {
      if (keys.has(key)) await limiter.reward(key);
    },
    async look(key) {
      const taken = await limiter.get(key);
      return taken && taken.consumedPoints >= count && taken.msBeforeNext > 0
        ? taken.msBeforeNext
        : undefined;
    },
    async clear(key) {
      keys.delete(key);
      await limiter.delete(key);
    },
  };
}
