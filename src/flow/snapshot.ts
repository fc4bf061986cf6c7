/**
 * What survives a reload: the step, the challenge, its deadlines and the key of a message whose answer never came, under
 * one versioned entry. Never a code, a password or a token.
 */
import type { Challenge, Next } from '../backends/backend.js';
import { channelsIn, isE164, isPurpose } from '../protocol.js';
import { stateAtCode, stateAtNext, stateAtPassword } from './later-states.js';
import { initialState, type FlowState, type PendingIntent } from './state.js';

/** The part of `Storage` that is used; `sessionStorage` fits. */
export type SnapshotStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Snapshot {
  version: 1;
  /** When it was kept: a clock that is behind that has been set back. */
  savedAtMs: number;
  phone?: string | undefined;
  pending?: PendingIntent | undefined;
  /** In the code step: the challenge on the screen. */
  challenge?: Challenge | undefined;
  /** In the number step, and where another number is asked for: a code still on its way. */
  live?: Challenge | undefined;
  /** At the password, which itself is not kept. */
  isAtPassword?: true;
  /** In the code step and in a step after it: what the backend asked for. */
  next?: Next | undefined;
}

/** Storage can be full or forbidden; the flow then goes on without it. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export function saveSnapshot(storage: SnapshotStorage, key: string, state: FlowState, nowMs: number): void {
  const content = snapshotOf(state);
  const snapshot: Snapshot | undefined = content && { version: 1, savedAtMs: nowMs, ...content };
  quietly(() => (snapshot ? storage.setItem(key, JSON.stringify(snapshot)) : storage.removeItem(key)));
}

function snapshotOf(state: FlowState): Omit<Snapshot, 'version' | 'savedAtMs'> | undefined {
  const { phone, pending } = state;
  switch (state.step) {
    case 'number':
    case 'sending':
      // A number alone is no progress: a page that was only looked at leaves nothing behind.
      return state.live || pending ? { phone, pending, live: state.live } : undefined;
    case 'password':
      return { phone, pending, live: state.live, isAtPassword: true };
    case 'code':
    case 'verifying':
      // A dead challenge is no place to come back to: a reload leads where "Change number" does.
      return { phone, pending, challenge: state.dead ? undefined : state.challenge, next: kept(state.asked) };
    case 'next': {
      const { next } = state;
      return kept(next) ? { phone, pending, next, live: state.live } : { phone, challenge: state.challenge };
    }
    case 'done':
      return undefined;
  }
}

/** What may be kept of what was asked for. With a code in it nothing is: the code is to be entered again. */
const kept = (next: Next | undefined) => (next && 'code' in next ? undefined : next);

/** The state to begin with, or `undefined` where nothing usable was kept. */
export function loadSnapshot(storage: SnapshotStorage, key: string, nowMs: number): FlowState | undefined {
  const text = quietly(() => storage.getItem(key));
  const snapshot: unknown = text == null ? undefined : quietly(() => JSON.parse(text) as unknown);
  if (!isRecord(snapshot) || snapshot['version'] !== 1) return undefined;
  const phone = isE164(snapshot['phone']) ? snapshot['phone'] : undefined;
  const pending = parsePending(snapshot['pending']);
  const savedAtMs = snapshot['savedAtMs'];
  const setBackMs = typeof savedAtMs === 'number' ? Math.max(0, savedAtMs - nowMs) : 0;
  const challenge = parseChallenge(snapshot['challenge'], nowMs, setBackMs);
  const next = parseNext(snapshot['next']);
  const live = parseChallenge(snapshot['live'], nowMs, setBackMs);
  if (challenge) return { ...stateAtCode(challenge, pending), asked: next };
  if (next) return stateAtNext({ phone, pending, seq: 0 }, next, undefined, live);
  if (phone && snapshot['isAtPassword'] === true) return stateAtPassword({ phone, pending, seq: 0 }, live);
  return initialState(phone, pending, live);
}

function parsePending(value: unknown): PendingIntent | undefined {
  if (!isRecord(value)) return undefined;
  const { wanted, key } = value;
  return typeof wanted === 'string' && typeof key === 'string' ? { wanted, key } : undefined;
}

/**
 * Storage is the page's, and the page's scripts may have written anything: a boundary like the network. Deadlines come
 * nearer by as much as the clock was set back, so that nobody waits longer than before.
 */
function parseChallenge(value: unknown, nowMs: number, setBackMs: number): Challenge | undefined {
  if (!isRecord(value)) return undefined;
  const { phone, purpose, codeLength, expiresAtMs, resendAtMs, attemptsLeft, maskedPhone, state } = value;
  if (phone !== undefined && !isE164(phone)) return undefined;
  if (!isPurpose(purpose)) return undefined;
  if (typeof codeLength !== 'number' || !(codeLength >= 4 && codeLength <= 12)) return undefined;
  if (typeof expiresAtMs !== 'number' || typeof resendAtMs !== 'number') return undefined;
  if (expiresAtMs - setBackMs <= nowMs) return undefined;
  return {
    phone,
    purpose,
    codeLength,
    expiresAtMs: expiresAtMs - setBackMs,
    resendAtMs: resendAtMs - setBackMs,
    attemptsLeft: typeof attemptsLeft === 'number' ? attemptsLeft : undefined,
    maskedPhone: typeof maskedPhone === 'string' ? maskedPhone : undefined,
    ...(value['isUncertain'] === true && { isUncertain: true }),
    ...channelsIn(value),
    state,
  };
}

function parseNext(value: unknown): Next | undefined {
  if (!isRecord(value) || !kinds.test(String(value['kind']))) return undefined;
  const { kind, state, maskedPhone, purpose, minLength } = value;
  if (kind === 'new-phone' && !isPurpose(purpose)) return undefined;
  return {
    ...{ kind, state, purpose },
    minLength: typeof minLength === 'number' ? minLength : undefined,
    maskedPhone: typeof maskedPhone === 'string' ? maskedPhone : undefined,
    canSkip: value['canSkip'] === true,
    canConfirm: value['canConfirm'] === true,
  } as Next;
}

const kinds = /^(new-(password|phone)|confirm-(register|sign-in)|suggest-mfa|send-code)$/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
