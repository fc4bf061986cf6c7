/**
 * `transition(state, event) → {state, effects}`: the whole flow as one pure function. What does not fit the state it
 * meets (a second click, a late answer) changes nothing and does nothing.
 */
import type { Challenge } from '../backends/backend.js';
import type { ErrorCode, PhoneError } from '../errors.js';
import type {
  CodeState,
  Effect,
  FlowError,
  FlowEvent,
  FlowState,
  PendingIntent,
  Transition,
} from './state.js';
import { codeState, nextState } from './later-states.js';
import {
  initialState,
  type NextState,
  type NumberState,
  type SendingState,
  type VerifyingState,
} from './state.js';

/** The backend may have acted: nobody knows. The same intent keeps its idempotency key. */
const unknownAnswers: ReadonlySet<ErrorCode> = new Set([
  'network',
  'timeout',
  'bad_response',
  'server_error',
]);

/** No code can succeed on this challenge any more. */
const deadAnswers: ReadonlySet<ErrorCode> = new Set(['code_expired', 'too_many_attempts', 'challenge_gone']);

/** The code was not good after all: what came after it leads back to it. */
const codeAnswers: ReadonlySet<ErrorCode> = new Set([...deadAnswers, 'code_invalid', 'code_rejected']);

export function transition(state: FlowState, event: FlowEvent): Transition {
  switch (event.type) {
    case 'request':
      return onRequest(state, event);
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

const stay = (state: FlowState): Transition => ({ state, effects: [] });
const to = (state: FlowState, ...effects: Effect[]): Transition => ({ state, effects });

/** Typing clears an error, but not one that typing cannot mend. */
function isBeyondTyping(state: FlowState): boolean {
  return state.step === 'code' && (state.dead || state.error?.about === 'resend');
}

/** The intent with its key: the one whose answer never came, or else a fresh one. */
function intentOf(intent: string, pending: PendingIntent | undefined, freshKey: string): PendingIntent {
  return pending?.intent === intent ? pending : { intent, key: freshKey };
}

const isLive = (challenge: Challenge | undefined, nowMs: number): challenge is Challenge =>
  challenge !== undefined && nowMs < challenge.expiresAtMs && nowMs < challenge.resendAtMs;

/** An error that says when to come back is shown again, instead of asking the backend before that. */
function isTooEarly(error: FlowError | undefined, nowMs: number): error is FlowError {
  return error?.retryAtMs !== undefined && nowMs < error.retryAtMs;
}

function onRequest(state: FlowState, event: Extract<FlowEvent, { type: 'request' }>): Transition {
  if (state.step !== 'number') return stay(state);
  const { phone, nowMs } = event;
  if (isLive(state.live, nowMs) && state.live.phone === phone)
    return to(codeState(state.live, state.pending, state.seq));
  if (state.phone === phone && isTooEarly(state.error, nowMs)) return to(again(state));
  const intent = intentOf(`request ${phone ?? ''}`, state.pending, event.key);
  const seq = state.seq + 1;
  return to(
    { ...state, step: 'sending', phone, error: undefined, pending: intent, intent, awaiting: seq, seq },
    { type: 'request', seq, phone, purpose: undefined, key: intent.key },
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
  if (state.step !== 'code' || state.resend) return stay(state);
  const { challenge } = state;
  const isDead = state.dead || event.nowMs >= challenge.expiresAtMs;
  if (!isDead && event.nowMs < challenge.resendAtMs) return stay(state);
  if (state.error?.about === 'resend' && isTooEarly(state.error, event.nowMs)) return to(again(state));
  const seq = state.seq + 1;
  // A dead challenge cannot send again; what the person wants is a new code for the same number.
  const intent = intentOf(
    `${isDead ? 'request' : 'resend'} ${challenge.phone ?? ''}`,
    state.pending,
    event.key,
  );
  return to(
    { ...state, error: undefined, pending: intent, resend: { awaiting: seq, intent }, seq },
    isDead
      ? { type: 'request', seq, phone: challenge.phone, purpose: challenge.purpose, key: intent.key }
      : { type: 'resend', seq, challenge, key: intent.key },
  );
}

function onVerify(state: FlowState, event: Extract<FlowEvent, { type: 'verify' }>): Transition {
  if (state.step !== 'code') return stay(state);
  if (state.dead || (state.error?.about === 'code' && isTooEarly(state.error, event.nowMs)))
    return to(again(state));
  if (state.refused?.code === event.code) return to(again({ ...state, error: state.refused.error }));
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
  if (input.kind === 'phone' && isLive(state.live, nowMs) && state.live.phone === input.phone)
    return to({ ...codeState(state.live, state.pending, state.seq), asked: state.next });
  if (isTooEarly(state.error, nowMs)) return to(again(state));
  const intent = intentOf(
    `next ${input.kind} ${'phone' in input ? input.phone : ''}`,
    state.pending,
    event.key,
  );
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
    case 'sending':
      return to(numberState(state, state.live), { type: 'abort' });
    case 'code':
    case 'verifying':
      return to(
        state.asked
          ? nextState(state, state.asked, undefined, state.dead ? undefined : state.challenge)
          : numberState(state, state.dead ? undefined : state.challenge),
        { type: 'abort' },
      );
    case 'next':
      return to(numberState(state, undefined), { type: 'abort' });
  }
}

function onReset(state: FlowState): Transition {
  const fresh = { ...initialState(), seq: state.seq };
  const abort: Effect = { type: 'abort' };
  const challenge = 'challenge' in state ? state.challenge : 'live' in state ? state.live : undefined;
  return challenge ? to(fresh, abort, { type: 'cancel', challenge }) : to(fresh, abort);
}

function onSent(state: FlowState, seq: number, challenge: Challenge): Transition {
  if (state.step === 'sending' && state.awaiting === seq)
    return to(codeState(challenge, undefined, state.seq));
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
  const isSkipping = state.step === 'sending' && state.intent.intent === 'skip';
  if (state.step !== 'verifying' && state.step !== 'next' && !isSkipping) return stay(state);
  if (state.awaiting !== event.seq) return stay(state);
  const { outcome } = event;
  const common = { phone: state.phone, error: undefined, pending: undefined, seq: state.seq };
  // A resend still in flight is for a code that nobody needs any more.
  const abort: Effect = { type: 'abort' };
  if (outcome.kind !== 'next') return to({ ...common, step: 'done', outcome }, abort);
  const { next } = outcome;
  if (next.kind === 'challenge') {
    const asked = state.step === 'next' ? state.next : undefined;
    return to({ ...codeState(next.challenge, undefined, state.seq), asked }, abort);
  }
  return to(nextState(common, next, 'challenge' in state ? state.challenge : undefined), abort);
}

function onFailed(state: FlowState, seq: number, error: PhoneError, nowMs: number): Transition {
  const isUnknown = unknownAnswers.has(error.code);
  if (state.step === 'sending' && state.awaiting === seq) {
    return to({
      ...numberState(state, state.live),
      pending: isUnknown ? state.intent : undefined,
      error: flowError(error, 'number', seq, nowMs),
    });
  }
  if (state.step === 'verifying' && state.awaiting === seq)
    return onVerifyFailed(state, error, nowMs, isUnknown);
  if ((state.step === 'code' || state.step === 'verifying') && state.resend?.awaiting === seq) {
    if (error.code === 'session_gone') return startOver({ ...state, pending: undefined }, error, seq, nowMs);
    const isGone = deadAnswers.has(error.code);
    return to({
      ...state,
      resend: undefined,
      pending: isUnknown ? state.resend.intent : undefined,
      // The backend does not know the challenge any more: the next press asks for a new one.
      dead: state.dead || isGone,
      error: flowError(error, isGone ? 'code' : 'resend', seq, nowMs),
    });
  }
  if (state.step === 'next' && state.awaiting === seq) {
    return onNextFailed(state, error, seq, nowMs, isUnknown);
  }
  return stay(state);
}

function onVerifyFailed(
  { intent, awaiting, resentBefore, ...state }: VerifyingState,
  error: PhoneError,
  nowMs: number,
  isUnknown: boolean,
): Transition {
  if (error.code === 'session_gone') return startOver(state, error, awaiting, nowMs);
  const known = flowError(error, 'code', awaiting, nowMs);
  // A verdict on an older challenge says nothing of the one that replaced it.
  const isRefused = error.code === 'code_invalid' && state.resent === resentBefore;
  return to({
    ...state,
    step: 'code',
    refused: isRefused ? { code: intent.intent, error: known } : state.refused,
    challenge: { ...state.challenge, attemptsLeft: error.attemptsLeft ?? state.challenge.attemptsLeft },
    unverified: isUnknown ? intent : undefined,
    dead: state.dead || (state.resent === resentBefore && deadAnswers.has(error.code)),
    error: known,
  });
}

function onNextFailed(
  state: NextState,
  error: PhoneError,
  seq: number,
  nowMs: number,
  isUnknown: boolean,
): Transition {
  if (error.code === 'session_gone') return startOver({ ...state, pending: undefined }, error, seq, nowMs);
  const pending = isUnknown ? state.pending : undefined;
  if (!state.challenge || !codeAnswers.has(error.code))
    return to({ ...state, pending, awaiting: undefined, error: flowError(error, 'next', seq, nowMs) });
  return to({
    ...codeState(state.challenge, undefined, state.seq),
    dead: deadAnswers.has(error.code),
    error: flowError(error, 'code', seq, nowMs),
  });
}

/** The backend forgot all that was done so far: no step but the first can succeed. */
function startOver(
  state: Pick<CodeState | NextState, 'phone' | 'pending' | 'seq'>,
  error: PhoneError,
  seq: number,
  nowMs: number,
): Transition {
  return to(
    { ...numberState(state, undefined), error: flowError(error, 'number', seq, nowMs) },
    { type: 'abort' },
  );
}

function numberState(
  state: Pick<SendingState | CodeState, 'phone' | 'pending' | 'seq'>,
  live: Challenge | undefined,
): NumberState {
  return { ...initialState(state.phone, state.pending, live), seq: state.seq };
}

function flowError(
  error: PhoneError,
  about: FlowError['about'],
  occurrence: number,
  nowMs: number,
): FlowError {
  const { code, retryAfter, attemptsLeft, minLength } = error;
  const retryAtMs = retryAfter === undefined ? undefined : nowMs + retryAfter * 1000;
  return { code, about, retryAtMs, attemptsLeft, minLength, occurrence };
}

/** The same error once more, as a new occurrence. */
function again<S extends NumberState | CodeState | NextState>(state: S): S {
  const seq = state.seq + 1;
  return state.error ? { ...state, seq, error: { ...state.error, occurrence: seq } } : state;
}
