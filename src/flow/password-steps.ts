/** The number with its password, as rows of the flow. No state holds a password: the effect is for the one given last. */
import type { E164 } from '../protocol.js';
import { intentOf, isTooEarly, withErrorAgain } from './intents.js';
import { stateAtPassword, stay, to } from './later-states.js';
import type { FlowEvent, FlowState, Transition } from './state.js';

/** To the password of a number; from the code, which stays good. */
export function onUsePassword(state: FlowState, phone: E164 | undefined): Transition {
  if (state.step === 'number') return to(stateAtPassword({ ...state, phone }, state.live));
  if (state.step !== 'code' || state.asked) return stay(state);
  return to(stateAtPassword(state, state.dead ? undefined : state.challenge), { type: 'abort' });
}

export function onPassword(state: FlowState, event: Extract<FlowEvent, { type: 'password' }>): Transition {
  const { phone } = state;
  if (state.step !== 'password' || state.awaiting !== undefined || !phone) return stay(state);
  if (isTooEarly(state.error, event.nowMs)) return to(withErrorAgain(state));
  const intent = intentOf(`password ${event.name}`, state.pending, event.key);
  const seq = state.seq + 1;
  return to(
    { ...state, error: undefined, pending: intent, awaiting: seq, seq },
    { type: 'password', seq, phone, key: intent.key },
  );
}

/** A forgotten password was replaced on the way to signing in: the new one does that. */
export function onPasswordSaved(
  state: FlowState,
  event: Extract<FlowEvent, { type: 'password-saved' }>,
): Transition {
  const { phone } = state;
  if (state.step !== 'next' || state.awaiting !== event.seq || !phone) return stay(state);
  const seq = state.seq + 1;
  return to(
    { ...stateAtPassword({ phone, pending: undefined, seq }, undefined), awaiting: seq },
    { type: 'password', seq, phone, key: event.key },
  );
}
