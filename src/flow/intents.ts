/** What two presses have in common: the same intent, and the same error too early. */
import type { CodeState, FlowError, NextState, NumberState, PasswordState, PendingIntent } from './state.js';

/** 128 random bits. `crypto.randomUUID` is missing on plain-http pages other than localhost. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The intent with its key: the one whose answer never came, or else a fresh one. */
export function intentOf(
  wanted: string,
  pending: PendingIntent | undefined,
  freshKey: string,
): PendingIntent {
  return pending?.wanted === wanted ? pending : { wanted, key: freshKey };
}

/** An error that says when to come back is shown again, instead of asking the backend before that. */
export function isTooEarly(error: FlowError | undefined, nowMs: number): error is FlowError {
  return error?.retryAtMs !== undefined && nowMs < error.retryAtMs;
}

/** The same error once more, as a new occurrence. */
export function withErrorAgain<S extends NumberState | PasswordState | CodeState | NextState>(state: S): S {
  const seq = state.seq + 1;
  return state.error ? { ...state, seq, error: { ...state.error, occurrence: seq } } : state;
}
