/**
 * The store port: what the server remembers, as a few atomic decisions. Nobody reads, decides and writes in separate
 * steps, so that guesses sent in parallel cannot slip past a limit, and so that a shared store can make each decision in
 * one script. A store sees hashes and ciphertext only. Each call brings the caller's time; a store that several
 * machines share goes by a clock of its own, and answers in the caller's.
 */
import type { Channel } from '../../channels.js';
import type { Purpose } from '../../protocol.js';

/** The numbers of every decision; all stores obey the same. */
export const rules = {
  /** A code is right for this long. */
  codeLifetimeMs: 10 * 60_000,
  /** Codes of one challenge in force at once, all but one of them with an unknown outcome. */
  maxCodes: 3,
  /** A message by another channel carries the same code, if that is right for as long; else a new one. */
  sameCodeMs: 5 * 60_000,
  /** Guesses evaluated per challenge, shared by all its codes. */
  maxAttempts: 5,
  /** Wrong guesses per number within `failureWindowMs`, whatever the challenge. */
  maxFailures: 20,
  failureWindowMs: 24 * 3_600_000,
  /** From one message to a number to the next; doubled with each, up to `maxCooldownMs`. */
  cooldownMs: 60_000,
  maxCooldownMs: 3_600_000,
  /** The doubling starts anew after this long without a message, or with a right code. */
  cooldownMemoryMs: 24 * 3_600_000,
  /** An expired challenge is remembered, so that its code is "expired" and can be asked for again. */
  challengeMemoryMs: 70 * 60_000,
  /** A request that never finished frees its idempotency key after this long. */
  claimLeaseMs: 30_000,
  /** An answer is repeated for this long. */
  answerMemoryMs: 3_600_000,
  /** What was taken back before it happened, because a shared store had stalled, may still happen within this time. */
  voidMemoryMs: 120_000,
} as const;

/** So many, within a time that starts with the first. */
export interface Limit {
  count: number;
  seconds: number;
}

/** How long a number rests after its `sends`-th message (from 1), in milliseconds. */
export function cooldownAfter(sends: number): number {
  return Math.min(rules.cooldownMs * 2 ** (sends - 1), rules.maxCooldownMs);
}

/** How a message goes, and what is needed to send its code by another channel. */
export interface Carried {
  channel: Channel;
  /** The code, encrypted. */
  digits: string;
}

export interface NewChallenge extends Partial<Carried> {
  id: string;
  /** Hash of the client that may use it. */
  client: string;
  /** Hash of the number. */
  phone: string;
  purpose: Purpose;
  /** HMAC of the code. */
  code: string;
  /** What the server needs to go on (the number among it), encrypted. */
  sealed: string;
}

/** A challenge as its client may know it. */
export interface ChallengeStatus {
  id: string;
  expiresAtMs: number;
  /** From when another message may be asked for. */
  resendAtMs: number;
  attemptsLeft: number;
  /** Of the latest message; absent where nobody said, as in what an older version has stored: then it was SMS. */
  channel?: Channel | undefined;
  /** All that were tried, where one was said. A shorter cool-down counts for the others alone. */
  tried?: readonly Channel[] | undefined;
  /** When the number's latest message went. */
  sentAtMs: number;
}

export type BeginResult =
  | { kind: 'begun'; status: ChallengeStatus }
  /** The number rests, and its code in force was asked for by the same client for the same purpose: send nothing. */
  | { kind: 'live'; status: ChallengeStatus }
  | { kind: 'limited'; retryAtMs: number }
  /** The number rests after a message that was asked for by another client, or for another purpose. */
  | { kind: 'others'; retryAtMs: number };

export type ResendResult =
  /** `digits`: those of the code before it, which goes out again by another channel; the new one counts for nothing then. */
  | { kind: 'begun'; status: ChallengeStatus; sealed: string; digits?: string }
  | { kind: 'limited'; retryAtMs: number }
  | { kind: 'exhausted' }
  | { kind: 'gone' };

/** One try at a code. */
export interface Guess {
  id: string;
  client: string;
  /** HMAC of the digits. */
  code: string;
  /**
   * Names the request and all that it says, where it may be repeated: a guess that was evaluated under this name is not
   * evaluated again, but answered alike. So a right code whose answer was lost on the way still succeeds, while it lasts.
   */
  request?: string | undefined;
  /** Budgets of wrong guesses beside the number's own, from narrow to wide. */
  budgets?: readonly FailureBudget[];
}

export interface FailureBudget extends Limit {
  /** Who shares it. */
  key: string;
}

export type AttemptResult =
  /** `turn` counts the times this was answered: what `reopen` takes back is the latest. */
  | { kind: 'accepted'; sealed: string; turn: number; channel?: Channel | undefined }
  /** `attemptsLeft` is 0 with the last. */
  | { kind: 'wrong'; attemptsLeft: number }
  /** All that follow were not evaluated, and count nowhere. */
  | { kind: 'exhausted' }
  | { kind: 'expired' }
  /** `budget`: the key of the one that is spent, where it is not the number's own. */
  | { kind: 'limited'; retryAtMs: number; budget?: string }
  | { kind: 'gone' };

export type Claim =
  /** The caller answers, and calls `finish`. */
  | { kind: 'mine' }
  /** Another is answering: once that has `ended` (or some time has passed), claim again. */
  | { kind: 'running'; ended: Promise<void> }
  | { kind: 'answered'; answer: string }
  | { kind: 'mismatch' };

/** Counts what is taken from one budget, for each of those who have it. */
export interface Counter {
  /** Answers the milliseconds to wait where nothing is left. */
  take(key: string): Promise<number | undefined>;
  /** Undoes one `take`, whatever that answered. */
  giveBack(key: string): Promise<void>;
  /** The milliseconds to wait, where nothing is left; takes nothing. */
  look(key: string): Promise<number | undefined>;
  /** Gives back all that was taken. */
  clear(key: string): Promise<void>;
}

/**
 * Every method rejects when the store cannot decide; the server then refuses. Keys are hashes. A `begin`, `resend` or
 * `claim` that rejects has not happened, and does not happen later; a rejected `attempt` may have, and its outcome is kept
 * under the guess's `request`.
 *
 * Codes: a message's code counts from the moment it is handed over for sending, because the message can be faster than
 * the provider's answer. Until that answer is known the code before it counts as well: `sent` retires it,
 * `refused` retires the new one, and an unknown outcome (a time-out) leaves both in force, since either may arrive
 * (never more than `maxCodes`).
 */
export interface Store {
  /** Starts a challenge and the number's cool-down, unless the number rests. Replaces the client's earlier challenge. */
  begin(challenge: NewChallenge, nowMs: number): Promise<BeginResult>;
  /**
   * Gives a challenge a further code and starts the number's next cool-down. Attempts are not reset. By another channel than
   * the message before, the code stays the same where it still lasts for `sameCodeMs`, and ends when it would have. A channel
   * that was not tried yet waits for its own `cooldownMs` since the latest message, where that is the challenge's own.
   */
  resend(
    id: string,
    client: string,
    code: string,
    nowMs: number,
    by?: Carried & { cooldownMs?: number | undefined },
  ): Promise<ResendResult>;
  /**
   * What became of the message with this code. `refused` gives its cool-down back, and ends a challenge that has no other
   * code. A store that rejects sees to it later. `channel`: how it really went, where that is not what was said before;
   * `unknown` says no more than that.
   */
  settle(
    id: string,
    code: string,
    outcome: 'sent' | 'refused' | 'unknown',
    nowMs: number,
    channel?: Channel,
  ): Promise<void>;
  /** Evaluates one guess and counts it, in one step. The right code is accepted once, and ends the number's cool-down. */
  attempt(guess: Guess, nowMs: number): Promise<AttemptResult>;
  /** Takes an acceptance back, when the server failed before it could answer. */
  reopen(id: string, turn: number, nowMs: number): Promise<void>;
  /** Puts a challenge away. The same client gets it back by asking for the same number within the cool-down. */
  end(id: string, client: string, nowMs: number): Promise<void>;

  /** Ends a number's cool-down, and forgets its wrong guesses. */
  unlock(phone: string): Promise<void>;

  /** `owner` is unique to this call: only it can `finish` what it claimed. */
  claim(key: string, fingerprint: string, owner: string, nowMs: number): Promise<Claim>;
  /** Ends a claim that is still the owner's: with the answer to repeat, or with `undefined` to free the key. */
  finish(key: string, owner: string, answer: string | undefined, nowMs: number): Promise<void>;

  /** Remembers for `lifetimeMs` that a session, or all of a number, was signed out at `nowMs`. */
  revoke(name: string, lifetimeMs: number, nowMs: number): Promise<void>;
  /** Of each name the `nowMs` of its `revoke`, on the clock of who called that; `undefined` where there was none. */
  revokedAt(names: readonly string[], nowMs: number): Promise<(number | undefined)[]>;

  /** A budget where this store keeps all else, so that who shares the store shares the budget. `name`: unique to it. */
  counter(name: string, limit: Limit): Counter;

  /** Makes a decision that leaves nothing, to see that it can. Rejects when it cannot, or when it would not keep what it knows. */
  check(): Promise<void>;
}
