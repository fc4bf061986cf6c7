/** What the tests of the flow share: numbers, challenges, a clock that only they move and a storage in memory. */
import type { Challenge } from '../../../src/backends/backend.js';
import type { Clock } from '../../../src/flow/clock.js';
import type { SnapshotStorage } from '../../../src/flow/snapshot.js';
import type { E164 } from '../../../src/protocol.js';

export const alice = '+447700900123' as E164;
export const bob = '+66812345678' as E164;

/** Where every test's time begins. */
export const startMs = 1_800_000_000_000;

/** A code sent at `startMs`: good for ten minutes, sent again after one. */
export function challengeTo(phone: E164 | undefined, changes: Partial<Challenge> = {}): Challenge {
  return {
    phone,
    purpose: 'sign-in',
    codeLength: 6,
    expiresAtMs: startMs + 600_000,
    resendAtMs: startMs + 60_000,
    attemptsLeft: 5,
    maskedPhone: undefined,
    state: { id: 'first' },
    ...changes,
  };
}

export interface FakeClock extends Clock {
  /** Lets time pass, and with it every timer that falls due, in order. */
  advance(ms: number): void;
  /** Timers that are set and neither fired nor cancelled. */
  readonly timers: number;
}

export function createFakeClock(): FakeClock {
  let nowMs = startMs;
  const timers = new Set<{ dueMs: number; callback: () => void }>();
  return {
    nowMs: () => nowMs,
    after(delayMs, callback) {
      const timer = { dueMs: nowMs + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...timers].filter(t => t.dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs);
        if (!next) break;
        timers.delete(next);
        nowMs = next.dueMs;
        next.callback();
      }
      nowMs = endMs;
    },
    get timers() {
      return timers.size;
    },
  };
}

export interface MemoryStorage extends SnapshotStorage {
  readonly entries: Map<string, string>;
  /** Everything that was ever written, erased or not. */
  readonly written: string[];
}

export function createMemoryStorage(initial: Record<string, string> = {}): MemoryStorage {
  const entries = new Map(Object.entries(initial));
  const written: string[] = [];
  return {
    entries,
    written,
    getItem: key => entries.get(key) ?? null,
    setItem(key, value) {
      written.push(value);
      entries.set(key, value);
    },
    removeItem: key => void entries.delete(key),
  };
}
