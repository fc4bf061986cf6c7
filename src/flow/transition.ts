/**
 * `transition(state, event) → {state, effects}`: the whole flow as one pure function. What does not fit the state it
 * meets (a second click, a late answer) changes nothing and does nothing.
 */
import type { Challenge } from '../backends/backend.js';
import { onFailed } from './failures.js';
import { intentOf, isTooEarly, withErrorAgain } from './intents.js';
import { stateAtCode, stateAtNext, stateAtNumber, stay, to } from './later-states.js';
import { onPassword, onPasswordSaved, onUsePassword } from './password-steps.js';
import { initialState, type Effect, type FlowEvent, type FlowState, type Transition } from './state.js';

export function transition(state: FlowState, event: FlowEvent): Transition {
  switch (event.type) {
    case 'request':
      return onRequest(state, event);
    case 'use-password':
      return onUsePassword(state, event.phone);
    case 'password':
      return onPassword(state, event);
    case 'password-saved':
      return onPasswordSaved(state, event);
    case 'resend':
      return onResend(state, event);
    case 'verify':
      return onVerify(state, event);
    case 'continue':
      return onContinue(state, event);
    case 'skip':
      return onSkip(state, event.key);
    case 'edit':
      return state.error === undefined || isBeyondTyping(state)
        ? stay(state)
        : to({ ...state, error: undefined });
    case 'change-number':
      return onChangeNumber(state);
    case 'reset':
      return onReset(state);
    case 'sent':
      return onSent(state, event.seq, event.challenge);
    case 'verified':
      return onVerified(state, event);
    case 'failed':
      return onFailed(state, event.seq, event.error, event.nowMs);
  }
}

/** Typing clears an error, but not one that typing cannot mend. */
function isBeyondTyping(state: FlowState): boolean {
  return state.step === 'code' && (state.dead || state.error?.about === 'resend');
}

const isStillGood = (challenge: Challenge | undefined, nowMs: number): challenge is Challenge =>
  challenge !== undefined && nowMs < challenge.expiresAtMs && nowMs < challenge.resendAtMs;

function onRequest(state: FlowState, event: Extract<FlowEvent, { type: 'request' }>): Transition {
  if (state.step !== 'number' && state.step !== 'password') return stay(state);
  if (state.step === 'password' && state.awaiting !== undefined) return stay(state);
  const { phone, purpose, channel, nowMs } = event;
  const isSame = state.live?.phone === phone && (!purpose || state.live?.purpose === purpose);
  if (isStillGood(state.live, nowMs) && isSame) return to(stateAtCode(state.live, state.pending, state.seq));
  if (state.phone === phone && isTooEarly(state.error, nowMs)) return to(withErrorAgain(state));
  const isFromPassword = state.step === 'password';
  const isReset = isFromPassword && purpose === 'forgot-password';
  const wanted = [isReset ? 'reset' : 'request', phone, channel];
  const intent = intentOf(wanted.join(' '), state.pending, event.key);
  const seq = state.seq + 1;
  return to(
    {
      ...{ step: 'sending', phone, error: undefined, pending: intent, seq, live: state.live },
      ...{ intent, awaiting: seq, ...(isFromPassword && { isFromPassword }) },
    },
    { type: 'request', seq, phone, purpose, channel, key: intent.key },
  );
}

/** On without a number, where one is not needed. */
function onSkip(state: FlowState, freshKey: string): Transition {
  if (state.step !== 'number') return stay(state);
  const intent = intentOf('skip', state.pending, freshKey);
  const seq = state.seq + 1;
  return to(
    { ...state, step: 'sending', error: undefined, pending: intent, intent, awaiting: seq, seq },
    { type: 'skip', seq, key: intent.key },
  );
}

function onResend(state: FlowState, event: Extract<FlowEvent, { type: 'resend' }>): Transition {
  // Of a locked account no code is taken, however new.
  if (state.step !== 'code' || state.resend || state.error?.code === 'account_locked') return stay(state);
  const { channel = state.challenge.channel } = event;
  const challenge = { ...state.challenge, channel };
  const { phone, purpose } = challenge;
  const isDead = state.dead || event.nowMs >= challenge.expiresAtMs;
  if (!isDead && event.nowMs < challenge.resendAtMs) return stay(state);
  if (state.error?.about === 'resend' && isTooEarly(state.error, event.nowMs))
    return to(withErrorAgain(state));
  const seq = state.seq + 1;
  // A dead challenge cannot send again; what the person wants is a new code for the same number.
  const wanted = [isDead ? 'request' : 'resend', phone, channel];
  const intent = intentOf(wanted.join(' '), state.pending, event.key);
  return to(
    {
      ...{ ...state, error: undefined, pending: intent, resend: { awaiting: seq, intent }, seq },
      tried: [...state.tried, channel],
    },
    isDead
      ? { type: 'request', seq, phone, purpose, channel, key: intent.key }
      : { type: 'resend', seq, challenge, key: intent.key },
  );
}

function onVerify(state: FlowState, event: Extract<FlowEvent, { type: 'verify' }>): Transition {
  if (state.step !== 'code') return stay(state);
  if (state.dead || (state.error?.about === 'code' && isTooEarly(state.error, event.nowMs)))
    return to(withErrorAgain(state));
  if (state.refused?.code === event.code) return to(withErrorAgain({ ...state, error: state.refused.error }));
  const { challenge } = state;
  const seq = state.seq + 1;
  const intent = intentOf(event.code, state.unverified, event.key);
  return to(
    { ...state, step: 'verifying', resentBefore: state.resent, error: undefined, intent, awaiting: seq, seq },
    { type: 'verify', seq, challenge, code: event.code, key: intent.key },
  );
}

function onContinue(state: FlowState, event: Extract<FlowEvent, { type: 'continue' }>): Transition {
  if (state.step !== 'next' || state.awaiting !== undefined) return stay(state);
  const { input, nowMs } = event;
  if (input.kind === 'phone' && isStillGood(state.live, nowMs) && state.live.phone === input.phone)
    return to({ ...stateAtCode(state.live, state.pending, state.seq), asked: state.next });
  if (isTooEarly(state.error, nowMs)) return to(withErrorAgain(state));
  const intent = intentOf(`next ${input.kind} ${event.name}`, state.pending, event.key);
  const seq = state.seq + 1;
  return to(
    { ...state, error: undefined, pending: intent, awaiting: seq, seq },
    { type: 'continue', seq, next: state.next, input, key: intent.key },
  );
}

/** Back to the number. The code on its way stays good: the same number, asked for again, returns to it. */
function onChangeNumber(state: FlowState): Transition {
  switch (state.step) {
    case 'number':
    case 'done':
      return stay(state);
    case 'password':
    case 'sending':
      return to(stateAtNumber(state, state.live), { type: 'abort' });
    case 'code':
    case 'verifying':
      return to(
        state.asked
          ? stateAtNext(state, state.asked, undefined, state.dead ? undefined : state.challenge)
          : stateAtNumber(state, state.dead ? undefined : state.challenge),
        { type: 'abort' },
      );
    case 'next':
      return to(stateAtNumber(state, undefined), { type: 'abort' });
  }
}

function onReset(state: FlowState): Transition {
  const fresh = { ...initialState(), seq: state.seq };
  const abort: Effect = { type: 'abort' };
  const unwanted = ['challenge' in state && state.challenge, 'live' in state && state.live];
  const cancels = unwanted.flatMap((challenge): Effect[] =>
    challenge ? [{ type: 'cancel', challenge }] : [],
  );
  return to(fresh, abort, ...cancels);
}

function onSent(state: FlowState, seq: number, challenge: Challenge): Transition {
  if (state.step === 'sending' && state.awaiting === seq)
    return to(stateAtCode(challenge, undefined, state.seq));
  if ((state.step !== 'code' && state.step !== 'verifying') || state.resend?.awaiting !== seq)
    return stay(state);
  return to({
    ...state,
    challenge,
    pending: undefined,
    resend: undefined,
    unverified: undefined,
    refused: undefined,
    dead: false,
    resent: state.resent + 1,
    error: undefined,
  });
}

function onVerified(state: FlowState, event: Extract<FlowEvent, { type: 'verified' }>): Transition {
  const isSkipping = state.step === 'sending' && state.intent.wanted === 'skip';
  const isAwaited = state.step === 'verifying' || state.step === 'next' || state.step === 'password';
  if (!isAwaited && !isSkipping) return stay(state);
  if (state.awaiting !== event.seq) return stay(state);
  const { outcome } = event;
  const common = { phone: state.phone, error: undefined, pending: undefined, seq: state.seq };
  // A resend still in flight is for a code that nobody needs any more.
  const abort: Effect = { type: 'abort' };
  if (outcome.kind !== 'next') return to({ ...common, step: 'done', outcome }, abort);
  const { next } = outcome;
  if (next.kind === 'challenge') {
    const asked = state.step === 'next' ? state.next : undefined;
    return to({ ...stateAtCode(next.challenge, undefined, state.seq), asked }, abort);
  }
  return to(stateAtNext(common, next, 'challenge' in state ? state.challenge : undefined), abort);
}
