/** Time as the flow sees it; tests hand in their own. */
export interface Clock {
  /** Epoch milliseconds. */
  nowMs(): number;
  /** Calls `callback` once after `delayMs`; the answer cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
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
