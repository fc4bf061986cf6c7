/** Where the flow reads the time from: the device, or what a test hands in. */
export interface Clock {
  /** Epoch milliseconds. Whoever owns the device can set them back or on. */
  nowMs(): number;
  /** Milliseconds of a stopwatch that nobody can set. It may stand still while the machine sleeps. */
  elapsedMs?(): number;
  /** Calls `callback` once after `delayMs` milliseconds. The function that it answers cancels that. */
  after(delayMs: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/**
 * A clock that never goes back, in epoch milliseconds. Where the device's clock is set back, the stopwatch goes on:
 * else a person would wait for as long again. Deadlines are made from it and compared with it, never with another.
 */
export function steadyTime(clock: Clock): () => number {
  let startMs = -Infinity;
  return () => {
    const elapsedMs = clock.elapsedMs?.() ?? 0;
    startMs = Math.max(startMs, clock.nowMs() - elapsedMs);
    return startMs + elapsedMs;
  };
}
