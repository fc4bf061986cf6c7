import { afterEach, describe, expect, test, vi } from 'vitest';
import { steadyTime, systemClock } from '../../../src/flow/clock.js';

describe('time that is compared with deadlines', () => {
  test('goes on by the stopwatch where the clock was set back, and follows the clock where the stopwatch stood', () => {
    let [nowMs, elapsedMs] = [1_000_000, 500];
    const time = steadyTime({ nowMs: () => nowMs, elapsedMs: () => elapsedMs, after: () => () => {} });
    expect(time()).toBe(1_000_000);
    // Set back by an hour; a minute later.
    [nowMs, elapsedMs] = [1_000_000 - 3_600_000 + 60_000, 60_500];
    expect(time()).toBe(1_060_000);
    // Asleep for two hours.
    nowMs += 7_200_000;
    expect(time()).toBe(1_000_000 + 3_660_000);
  });

  test('is the clock where there is no stopwatch', () => {
    expect(steadyTime({ nowMs: () => 7, after: () => () => {} })()).toBe(7);
  });
});

describe('the system’s clock', () => {
  afterEach(() => void vi.useRealTimers());

  test('calls once after the delay, unless cancelled', () => {
    vi.useFakeTimers({ now: 1_000 });
    expect(systemClock.nowMs()).toBe(1_000);
    const kept = vi.fn();
    const cancelled = vi.fn();
    systemClock.after(500, kept);
    systemClock.after(500, cancelled)();
    vi.advanceTimersByTime(499);
    expect(kept).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(kept).toHaveBeenCalledTimes(1);
    expect(cancelled).not.toHaveBeenCalled();
  });
});
