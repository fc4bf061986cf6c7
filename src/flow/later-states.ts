/** States that begin behind the first step; apart from `initialState`, which a page needs before anything is touched. */
import type { Challenge, Next } from '../backends/backend.js';
import type { CodeState, NextState, PendingIntent } from './state.js';

export function codeState(challenge: Challenge, pending?: PendingIntent, seq = 0): CodeState {
  return {
    step: 'code',
    phone: challenge.phone,
    error: undefined,
    pending,
    seq,
    challenge,
    resend: undefined,
    unverified: undefined,
    dead: false,
    resent: 0,
    asked: undefined,
  };
}

export function nextState(
  { phone, pending, seq }: Pick<NextState, 'phone' | 'pending' | 'seq'>,
  next: Next,
  challenge: Challenge | undefined,
  live?: Challenge,
): NextState {
  return { step: 'next', phone, error: undefined, pending, seq, next, challenge, live, awaiting: undefined };
}
