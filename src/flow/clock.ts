/** Time as the flow sees it; tests hand in their own. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
  /** Milliseconds of a stopwatch that nobody can set; it may stand still while the machine sleeps. */
  elapsedMs?(): number;
  /** Calls `callback` once after `delayMs`; the answer cancels it. */
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
 * Milliseconds until a deadline, computed when it is painted, because timers stop in a paused page. `Date.now()` can
 * jump, so what remains is clamped to the longest it can honestly be.
 */
export function remainingMs(deadlineMs: number, nowMs: number, longestMs: number): number {
  return Math.min(Math.max(deadlineMs - nowMs, 0), longestMs);
}

/**
 * The time of a clock as it is compared with deadlines. It never goes back: where the system's clock was set back, the
 * stopwatch goes on, or a person would wait for as long again.
 */
export function steadyTime(clock: Clock): () => number {
  let startMs = -Infinity;
  return () => {
    const elapsedMs = clock.elapsedMs?.() ?? 0;
    startMs = Math.max(startMs, clock.nowMs() - elapsedMs);
    return startMs + elapsedMs;
  };
}
