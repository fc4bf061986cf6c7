/**
 * What survives a reload: the step, the challenge, its deadlines and the key of a message whose answer never came, under
 * one versioned entry. Never a code, a password or a token.
 */
import type { Challenge } from '../backends/backend.js';
import { isE164, isPurpose } from '../protocol.js';
import { codeState, initialState, type FlowState, type PendingIntent } from './state.js';

/** The part of `Storage` that is used; `sessionStorage` fits. */
export type SnapshotStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Snapshot {
  version: 1;
  phone?: string | undefined;
  pending?: PendingIntent | undefined;
  /** In the code step: the challenge on the screen. */
  challenge?: Challenge | undefined;
  /** In the number step: a code still on its way. */
  live?: Challenge | undefined;
}

/** Storage can be full or forbidden; the flow then goes on without it. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export function saveSnapshot(storage: SnapshotStorage, key: string, state: FlowState): void {
  const snapshot = snapshotOf(state);
  quietly(() => (snapshot ? storage.setItem(key, JSON.stringify(snapshot)) : storage.removeItem(key)));
}

function snapshotOf(state: FlowState): Snapshot | undefined {
  const { phone, pending } = state;
  switch (state.step) {
    case 'number':
    case 'sending':
      // A number alone is no progress: a page that was only looked at leaves nothing behind.
      return state.live || pending ? { version: 1, phone, pending, live: state.live } : undefined;
    case 'code':
    case 'verifying':
      // A dead challenge is no place to come back to.
      return state.dead
        ? { version: 1, phone, pending }
        : { version: 1, phone, pending, challenge: state.challenge };
    case 'next':
    case 'done':
      return undefined;
  }
}

/** The state to begin with, or `undefined` where nothing usable was kept. */
export function loadSnapshot(storage: SnapshotStorage, key: string, nowMs: number): FlowState | undefined {
  const text = quietly(() => storage.getItem(key));
  const snapshot: unknown = text == null ? undefined : quietly(() => JSON.parse(text) as unknown);
  if (!isRecord(snapshot) || snapshot['version'] !== 1) return undefined;
  const phone = isE164(snapshot['phone']) ? snapshot['phone'] : undefined;
  const pending = parsePending(snapshot['pending']);
  const challenge = parseChallenge(snapshot['challenge'], nowMs);
  if (challenge) return codeState(challenge, pending);
  return initialState(phone, pending, parseChallenge(snapshot['live'], nowMs));
}

function parsePending(value: unknown): PendingIntent | undefined {
  if (!isRecord(value)) return undefined;
  const { intent, key } = value;
  return typeof intent === 'string' && typeof key === 'string' ? { intent, key } : undefined;
}

/** Storage is the page's, and the page's scripts may have written anything: a boundary like the network. */
function parseChallenge(value: unknown, nowMs: number): Challenge | undefined {
  if (!isRecord(value)) return undefined;
  const { phone, purpose, codeLength, alphabet, expiresAtMs, resendAtMs, attemptsLeft, maskedPhone, state } =
    value;
  if (phone !== undefined && !isE164(phone)) return undefined;
  if (!isPurpose(purpose)) return undefined;
  if (typeof codeLength !== 'number' || !(codeLength >= 4 && codeLength <= 12)) return undefined;
  if (typeof expiresAtMs !== 'number' || typeof resendAtMs !== 'number' || expiresAtMs <= nowMs)
    return undefined;
  return {
    phone,
    purpose,
    codeLength,
    alphabet: alphabet === 'alphanumeric' ? alphabet : 'digits',
    expiresAtMs,
    resendAtMs,
    attemptsLeft: typeof attemptsLeft === 'number' ? attemptsLeft : undefined,
    maskedPhone: typeof maskedPhone === 'string' ? maskedPhone : undefined,
    state,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
