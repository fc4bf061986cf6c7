/** What the memory store keeps of a challenge and its number, and how a further code comes in. */
import type { Channel } from '../../channels.js';
import type { Purpose } from '../../protocol.js';
import { rules, type ChallengeStatus } from './store.js';

interface Code {
  channel: Channel | undefined;
  /** Encrypted. */
  digits: string | undefined;
  /** Of the message: what it was begun with. */
  name: string;
  mac: string;
  expiresAtMs: number;
  /** Until when the number rested before this message, for when it is taken back. */
  restedUntilMs: number;
}

export interface Challenge {
  id: string;
  client: string;
  phone: string;
  purpose: Purpose;
  sealed: string;
  /** In force, newest last: the last one known to be sent, and newer ones whose message has no known outcome. */
  codes: Code[];
  /** The channels by which a message was tried. */
  tried: Channel[];
  attempts: number;
  state: 'open' | 'put-away' | 'spent';
  /** How often it was accepted, or that was answered again. */
  turn: number;
  /** What was answered to guesses that may be repeated, by their request; as few as there are attempts. */
  answers: Map<string, 'accepted' | { kind: 'wrong'; attemptsLeft: number }>;
}

export interface Phone {
  /** The number's latest challenge. */
  challenge: string | undefined;
  sends: number;
  sentAtMs: number;
  readyAtMs: number;
  failures: number;
  failuresSinceMs: number;
}

export const expiryOf = ({ codes }: Challenge): number => codes.at(-1)?.expiresAtMs ?? 0;

export function isLive(challenge: Challenge, nowMs: number): boolean {
  const isSpent = challenge.state === 'spent' || challenge.attempts >= rules.maxAttempts;
  return !isSpent && expiryOf(challenge) > nowMs;
}

export function statusOf(challenge: Challenge, phone: Phone): ChallengeStatus {
  const { id, codes, tried, attempts } = challenge;
  return {
    id,
    expiresAtMs: expiryOf(challenge),
    resendAtMs: phone.readyAtMs,
    attemptsLeft: rules.maxAttempts - attempts,
    channel: codes.at(-1)?.channel,
    tried: tried.length > 0 ? [...tried] : undefined,
    sentAtMs: phone.sentAtMs,
  };
}

/** Whether a message by `channel` would be one by another than the latest. */
function isOther({ codes }: Challenge, channel: Channel | undefined): boolean {
  return channel !== undefined && channel !== (codes.at(-1)?.channel ?? 'sms');
}

/** From when a message may go by `channel`. */
export function readyFor(
  challenge: Challenge,
  phone: Phone,
  { channel, cooldownMs }: { channel?: Channel | undefined; cooldownMs?: number | undefined },
): number {
  const isSooner =
    cooldownMs !== undefined &&
    channel !== undefined &&
    isOther(challenge, channel) &&
    !challenge.tried.includes(channel) &&
    phone.challenge === challenge.id;
  return isSooner ? Math.min(phone.readyAtMs, phone.sentAtMs + cooldownMs) : phone.readyAtMs;
}

/** Answers the digits of the code that goes out again, where it is not the new one. */
export function addCode(
  challenge: Challenge,
  { name, channel, digits }: Pick<Code, 'name' | 'channel' | 'digits'>,
  restedUntilMs: number,
  nowMs: number,
): string | undefined {
  const last = challenge.codes.at(-1);
  const isSame =
    isOther(challenge, channel) && last?.digits !== undefined && last.expiresAtMs - nowMs >= rules.sameCodeMs;
  const code: Code = isSame
    ? { ...last, name, channel, restedUntilMs }
    : { name, mac: name, channel, digits, expiresAtMs: nowMs + rules.codeLifetimeMs, restedUntilMs };
  challenge.codes = [...challenge.codes.slice(1 - rules.maxCodes), code];
  noteTried(challenge, channel);
  return isSame ? last.digits : undefined;
}

export function noteTried({ tried }: Challenge, channel: Channel | undefined): void {
  if (channel !== undefined && !tried.includes(channel)) tried.push(channel);
}
