/** What becomes of the flow when the backend refuses, or nothing is heard of it. */
import type { ErrorCode, PhoneError } from '../errors.js';
import { stateAtCode, stateAtNumber, stateAtPassword, stay, to } from './later-states.js';
import type { CodeState, FlowError, FlowState, NextState, Transition, VerifyingState } from './state.js';

/** The backend may have acted: nobody knows. The same intent keeps its idempotency key. */
const unknownAnswers: ReadonlySet<ErrorCode> = new Set([
  'network',
  'timeout',
  'bad_response',
  'server_error',
]);

/** No code can succeed on this challenge any more. */
const deadAnswers: ReadonlySet<ErrorCode> = new Set([
  'code_expired',
  'too_many_attempts',
  'challenge_gone',
  'account_locked',
]);

/** The code was not looked at: it can be checked as it stands, and nothing was decided under its key. */
const captchaAnswers: ReadonlySet<ErrorCode> = new Set(['captcha_required', 'captcha_failed']);

/** The code was not good after all: what came after it leads back to it. */
const codeAnswers: ReadonlySet<ErrorCode> = new Set([...deadAnswers, 'code_invalid', 'code_rejected']);

export function onFailed(state: FlowState, seq: number, error: PhoneError, nowMs: number): Transition {
  const isUnknown = unknownAnswers.has(error.code);
  if (state.step === 'sending' && state.awaiting === seq) {
    const pending = isUnknown ? state.intent : undefined;
    if (state.isFromPassword && error.code !== 'session_gone')
      return to({
        ...stateAtPassword(state, state.live),
        pending,
        error: flowError(error, 'password', seq, nowMs),
      });
    return to({
      ...stateAtNumber(state, state.live),
      pending,
      error: flowError(error, 'number', seq, nowMs),
    });
  }
  if (state.step === 'password' && state.awaiting === seq) {
    if (error.code === 'session_gone') return startOver({ ...state, pending: undefined }, error, seq, nowMs);
    return to({
      ...state,
      pending: isUnknown ? state.pending : undefined,
      awaiting: undefined,
      error: flowError(error, 'password', seq, nowMs),
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
  const isOfThisChallenge = state.resent === resentBefore;
  const isUnchecked = isUnknown || captchaAnswers.has(error.code);
  return to({
    ...state,
    step: 'code',
    refused:
      isOfThisChallenge && error.code === 'code_invalid'
        ? { code: intent.wanted, error: known }
        : state.refused,
    challenge: { ...state.challenge, attemptsLeft: error.attemptsLeft ?? state.challenge.attemptsLeft },
    unverified: isOfThisChallenge && isUnchecked ? intent : undefined,
    dead: state.dead || (isOfThisChallenge && deadAnswers.has(error.code)),
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
    ...stateAtCode(state.challenge, undefined, state.seq),
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
    { ...stateAtNumber(state, undefined), error: flowError(error, 'number', seq, nowMs) },
    { type: 'abort' },
  );
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
