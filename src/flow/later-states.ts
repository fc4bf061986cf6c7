/** How a step begins. Apart from `initialState`, which a page needs before anything is touched. */
import type { Challenge, Next } from '../backends/backend.js';
import {
  initialState,
  type CodeState,
  type Effect,
  type FlowState,
  type NextState,
  type NumberState,
  type PasswordState,
  type PendingIntent,
  type Transition,
} from './state.js';

export function stateAtNumber(
  { phone, pending, seq }: Pick<NumberState, 'phone' | 'pending' | 'seq'>,
  live: Challenge | undefined,
): NumberState {
  return { ...initialState(phone, pending, live), seq };
}

/** The number is known, and its password is wanted. `live`: a code on its way to it. */
export function stateAtPassword(
  { phone, pending, seq }: Pick<NumberState, 'phone' | 'pending' | 'seq'>,
  live: Challenge | undefined,
): PasswordState {
  return { step: 'password', phone, error: undefined, pending, seq, live, awaiting: undefined };
}

export function stateAtCode(challenge: Challenge, pending?: PendingIntent, seq = 0): CodeState {
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
    tried: [challenge.channel ?? 'sms'],
    asked: undefined,
  };
}

/** In the step `next`: the backend has asked for `next` after the code. */
export function stateAtNext(
  { phone, pending, seq }: Pick<NextState, 'phone' | 'pending' | 'seq'>,
  next: Next,
  challenge: Challenge | undefined,
  live?: Challenge,
): NextState {
  return { step: 'next', phone, error: undefined, pending, seq, next, challenge, live, awaiting: undefined };
}

export const stay = (state: FlowState): Transition => ({ state, effects: [] });
export const to = (state: FlowState, ...effects: Effect[]): Transition => ({ state, effects });
