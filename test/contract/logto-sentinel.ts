/** What the stand-in of Logto counts: wrong passwords and codes of a number, and messages to it. */
import { LogtoError } from './logto-errors.js';
import type { LogtoSettings } from './logto-world.js';

const messageWindowMs = 600_000;
const maxMessages = 10;

export function createSentinel(nowMs: () => number, settings: LogtoSettings) {
  const failures = new Map<string, number>();
  const messages = new Map<string, number[]>();

  const guard = (phone: string) => {
    if ((failures.get(phone) ?? 0) >= settings.maxAttempts)
      throw new LogtoError('session.verification_blocked_too_many_attempts');
  };

  return {
    /** What was wrong counts; the last try that is allowed is answered as the first that is not, as recorded. */
    watch<T>(phone: string, act: () => T): T {
      guard(phone);
      try {
        return act();
      } catch (error) {
        failures.set(phone, (failures.get(phone) ?? 0) + 1);
        guard(phone);
        throw error;
      }
    },

    /** Ten messages to a number in ten minutes (1.42, *unrecorded*): says no time to come back. */
    countMessage(phone: string): void {
      if (settings.version === '1.37') return;
      const recent = (messages.get(phone) ?? []).filter(atMs => atMs > nowMs() - messageWindowMs);
      if (recent.length >= maxMessages) throw new LogtoError('request.message_rate_limited');
      messages.set(phone, [...recent, nowMs()]);
    },
  };
}

export type Sentinel = ReturnType<typeof createSentinel>;
