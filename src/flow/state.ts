/**
 * The sign-in as data: the states a person can be in, what can happen, and what is to be done about it.
 * No promise, clock or DOM in here; `transition.ts` says how one leads to the next and `sign-in.ts` carries it out.
 */
import type { Challenge, Next, NextInput, Outcome } from '../backends/backend.js';
import type { Channel } from '../channels.js';
import type { ErrorCode, PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';

/** What went wrong, ready to be put into words. It is taken away by the next press, and by typing where that can mend it. */
export interface FlowError {
  code: ErrorCode;
  /** Next to what it is shown. */
  about: 'number' | 'password' | 'code' | 'resend' | 'next';
  /** Epoch milliseconds of the flow's clock from which another try can succeed, where that is known. */
  retryAtMs: number | undefined;
  /** Tries left on the challenge, where that is known. */
  attemptsLeft: number | undefined;
  /** The fewest characters of a password, where it was rejected for being shorter. */
  minLength: number | undefined;
  /** Differs between two occurrences of the same error, so that the second is announced too. */
  occurrence: number;
}

/** Something asked of the backend whose answer is unknown: the same intent, tried again, must carry the same key. */
export interface PendingIntent {
  /** The same text means the same intent. */
  wanted: string;
  /** The idempotency key. */
  key: string;
}

interface Common {
  /** The number last sent to, kept in every state; `undefined` where only the server knows it. */
  phone: E164 | undefined;
  error: FlowError | undefined;
  /** A message that was asked for and whose answer never came. */
  pending: PendingIntent | undefined;
  /** The sequence number last given to an effect. */
  seq: number;
}

export interface NumberState extends Common {
  step: 'number';
  /** A code still on its way to the number last asked for: asking again within its cool-down returns to it. */
  live: Challenge | undefined;
}

export interface PasswordState extends Common {
  step: 'password';
  /** A code still on its way: asking for one within its cool-down returns to it. */
  live: Challenge | undefined;
  /** The check in flight, if one is. */
  awaiting: number | undefined;
}

export interface SendingState extends Common {
  step: 'sending';
  live: Challenge | undefined;
  /** It was asked for at the password: what fails leads back there. */
  isFromPassword?: boolean;
  intent: PendingIntent;
  awaiting: number;
}

export interface CodeState extends Common {
  step: 'code';
  challenge: Challenge;
  /** A resend in flight: its effect's number and what it wants. */
  resend: { awaiting: number; intent: PendingIntent } | undefined;
  /** A code that was sent and of which nobody knows whether it is right. Not kept across a reload: it holds the code. */
  unverified: PendingIntent | undefined;
  /** The code that was found wrong last: entered again, it is not checked again. Not kept across a reload either. */
  refused?: { code: string; error: FlowError } | undefined;
  /** No code can succeed any more (expired, too many tries, gone): the way on is a new code. */
  dead: boolean;
  /** How many messages were sent again; a new message is announced. */
  resent: number;
  /** The channels that were asked for in this step, the latest last. A reload keeps only the last. */
  tried: readonly (Channel | undefined)[];
  /** What the backend asked for, where this code is a part of the answer: going back leads there. */
  asked: Next | undefined;
}

export interface VerifyingState extends Omit<CodeState, 'step'> {
  step: 'verifying';
  /** `resent` when the check began: a verdict on an older challenge says nothing of the one that replaced it. */
  resentBefore: number;
  intent: PendingIntent;
  awaiting: number;
}

export interface NextState extends Common {
  step: 'next';
  next: Next;
  /** Whose right code led here: a backend may still find that the code was not good. */
  challenge: Challenge | undefined;
  /** A code on its way to a number given here: asking again within its cool-down returns to it. */
  live: Challenge | undefined;
  /** The answer in flight, if one is. */
  awaiting: number | undefined;
}

export interface DoneState extends Common {
  step: 'done';
  outcome: Exclude<Outcome, { kind: 'next' }>;
}

/**
 * Where the person is, by `step`. Plain data: it can be compared, logged and kept, and holds a code that was typed while
 * that is checked, but never a password.
 */
export type FlowState =
  NumberState | PasswordState | SendingState | CodeState | VerifyingState | NextState | DoneState;

export type Step = FlowState['step'];

/**
 * What a person does, and what comes back. `nowMs` is of the flow's clock; `key` a fresh idempotency key; `name` differs
 * between two answers of a kind and holds no secret.
 */
export type FlowEvent =
  | {
      type: 'request';
      phone: E164 | undefined;
      purpose?: Purpose | undefined;
      channel?: Channel | undefined;
      nowMs: number;
      key: string;
    }
  | { type: 'use-password'; phone: E164 | undefined }
  | { type: 'password'; name: string; nowMs: number; key: string }
  /** Without a channel: as the code came before. */
  | { type: 'resend'; channel?: Channel | undefined; nowMs: number; key: string }
  | { type: 'verify'; code: string; nowMs: number; key: string }
  | { type: 'continue'; input: NextInput; name: string; nowMs: number; key: string }
  | { type: 'skip'; key: string }
  | { type: 'edit' }
  | { type: 'change-number' }
  | { type: 'reset' }
  | { type: 'sent'; seq: number; challenge: Challenge }
  | { type: 'verified'; seq: number; outcome: Outcome }
  /** A new password was saved, and signs in. */
  | { type: 'password-saved'; seq: number; key: string }
  | { type: 'failed'; seq: number; error: PhoneError; nowMs: number };

/** What is to be done. A request without a purpose is for the flow's own. */
export type Effect =
  | {
      type: 'request';
      seq: number;
      phone: E164 | undefined;
      purpose: Purpose | undefined;
      channel: Channel | undefined;
      key: string;
    }
  /** By the channel of the challenge. */
  | { type: 'resend'; seq: number; challenge: Challenge; key: string }
  | { type: 'verify'; seq: number; challenge: Challenge; code: string; key: string }
  | { type: 'continue'; seq: number; next: Next; input: NextInput; key: string }
  | { type: 'skip'; seq: number; key: string }
  /** With the password that was given last: no state holds it. */
  | { type: 'password'; seq: number; phone: E164; key: string }
  /** The answer to everything in flight is no longer wanted. */
  | { type: 'abort' }
  /** Tell the backend that this code is not wanted any more. */
  | { type: 'cancel'; challenge: Challenge };

export interface Transition {
  state: FlowState;
  effects: readonly Effect[];
}

export function initialState(phone?: E164, pending?: PendingIntent, live?: Challenge): NumberState {
  return { step: 'number', phone, error: undefined, pending, seq: 0, live };
}
