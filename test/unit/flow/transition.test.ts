import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Challenge, Next, Outcome } from '../../../src/backends/backend.js';
import { errorCodes, PhoneError, type ErrorCode } from '../../../src/errors.js';
import { stateAtCode, stateAtNext } from '../../../src/flow/later-states.js';
import {
  initialState,
  type CodeState,
  type Effect,
  type FlowError,
  type FlowEvent,
  type FlowState,
  type NextState,
  type NumberState,
  type SendingState,
  type Step,
  type VerifyingState,
} from '../../../src/flow/state.js';
import { transition } from '../../../src/flow/transition.js';
import { alice, bob, challengeTo, startMs } from './fixtures.js';

/** Once resending is allowed, and before the code expires. */
const laterMs = startMs + 60_000;
const expiredMs = startMs + 600_000;

const unknownCodes = ['network', 'timeout', 'bad_response', 'server_error'] as const;
const deadCodes = ['code_expired', 'too_many_attempts', 'challenge_gone'] as const;
const definiteCodes = errorCodes.filter(code => !unknownCodes.includes(code as never));

const session: Outcome = { kind: 'session', claims: { sub: 'alice' } };
const newPassword: Next = { kind: 'new-password', state: 'adapter' };
const secondChallenge = challengeTo(undefined, { purpose: 'mfa-verification', state: { id: 'second' } });
const replacement = challengeTo(alice, { resendAtMs: startMs + 180_000, state: { id: 'replacement' } });

const request = (phone = alice, nowMs = laterMs, key = 'fresh'): FlowEvent => ({
  type: 'request',
  phone,
  nowMs,
  key,
});
const resend = (nowMs = laterMs, key = 'fresh'): FlowEvent => ({ type: 'resend', nowMs, key });
const verify = (code = '123456', nowMs = laterMs, key = 'fresh'): FlowEvent => ({
  type: 'verify',
  code,
  nowMs,
  key,
});
const sent = (seq: number, challenge: Challenge = replacement): FlowEvent => ({
  type: 'sent',
  seq,
  challenge,
});
const verified = (seq: number, outcome: Outcome = session): FlowEvent => ({ type: 'verified', seq, outcome });
const failed = (
  seq: number,
  code: ErrorCode,
  details?: { retryAfter?: number; attemptsLeft?: number },
  nowMs = laterMs,
): FlowEvent => ({ type: 'failed', seq, nowMs, error: new PhoneError(code, details) });

/** The state after all events, with the effects of the last one. */
function after(state: FlowState, ...events: FlowEvent[]) {
  let effects: readonly Effect[] = [];
  for (const event of events) ({ state, effects } = transition(state, event));
  return { state, effects };
}

function at<S extends Step>(state: FlowState, step: S): Extract<FlowState, { step: S }> {
  expect(state.step).toBe(step);
  return state as Extract<FlowState, { step: S }>;
}

const errorOf = (code: ErrorCode, about: FlowError['about'], occurrence = 1): FlowError => ({
  code,
  about,
  retryAtMs: undefined,
  attemptsLeft: undefined,
  minLength: undefined,
  occurrence,
});

// Every state a person can be in, each with a `seq` that leaves room for older answers.
const number: NumberState = { ...initialState(alice), seq: 10 };
const numberLive: NumberState = { ...number, live: challengeTo(alice, { resendAtMs: laterMs + 1 }) };
const numberError: NumberState = { ...number, error: errorOf('invalid_phone', 'number') };
const sending: SendingState = {
  ...number,
  step: 'sending',
  pending: { wanted: `request ${alice} `, key: 'k10' },
  intent: { wanted: `request ${alice} `, key: 'k10' },
  awaiting: 10,
};
const code: CodeState = stateAtCode(challengeTo(alice), undefined, 10);
const codeResending: CodeState = {
  ...code,
  pending: { wanted: `resend ${alice} `, key: 'k9' },
  resend: { awaiting: 9, intent: { wanted: `resend ${alice} `, key: 'k9' } },
};
const codeError: CodeState = { ...code, error: errorOf('code_invalid', 'code') };
const codeDead: CodeState = { ...code, dead: true, error: errorOf('code_expired', 'code') };
const verifying: VerifyingState = {
  ...code,
  step: 'verifying',
  resentBefore: 0,
  intent: { wanted: '123456', key: 'k10' },
  awaiting: 10,
};
const verifyingResending: VerifyingState = { ...codeResending, ...verifying, resend: codeResending.resend };
const next: NextState = stateAtNext({ phone: alice, pending: undefined, seq: 10 }, newPassword, undefined);
const nextContinuing: NextState = { ...next, awaiting: 10 };
const nextError: NextState = { ...next, error: errorOf('code_invalid', 'next') };
const done: FlowState = {
  step: 'done',
  phone: alice,
  error: undefined,
  pending: undefined,
  seq: 10,
  outcome: session,
};

const states = {
  number,
  numberLive,
  numberError,
  sending,
  code,
  codeResending,
  codeError,
  codeDead,
  verifying,
  verifyingResending,
  next,
  nextContinuing,
  nextError,
  done,
} satisfies Record<string, FlowState>;
type StateName = keyof typeof states;

// Calls are numbered: 10 is what `sending`, `verifying` and `nextContinuing` wait for, 9 is the resend; 8 is long gone.
const events = {
  request: request(),
  requestOther: request(bob),
  resend: resend(),
  resendTooSoon: resend(laterMs - 1),
  verify: verify(),
  continue: {
    type: 'continue',
    input: { kind: 'new-password', password: 'secret' },
    name: 'a password',
    nowMs: laterMs,
    key: 'fresh',
  },
  skip: { type: 'skip', key: 'fresh' },
  edit: { type: 'edit' },
  changeNumber: { type: 'change-number' },
  reset: { type: 'reset' },
  sent8: sent(8),
  sent9: sent(9),
  sent10: sent(10),
  sent11: sent(11),
  verified8: verified(8),
  verified9: verified(9),
  verified10: verified(10),
  verified10Next: verified(10, { kind: 'next', next: newPassword }),
  verified10Challenge: verified(10, {
    kind: 'next',
    next: { kind: 'challenge', challenge: secondChallenge },
  }),
  failed8: failed(8, 'network'),
  failed9: failed(9, 'network'),
  failed10: failed(10, 'network'),
  failed10Session: failed(10, 'session_gone'),
  failed11: failed(11, 'network'),
} satisfies Record<string, FlowEvent>;
type EventName = keyof typeof events;

/** The pairs that fit: the step they lead to, then the effects. Every other pair changes nothing and does nothing. */
const fitting: Record<StateName, Partial<Record<EventName, string>>> = {
  number: {
    skip: 'sending skip',
    request: 'sending request',
    requestOther: 'sending request',
    reset: 'number abort',
  },
  numberLive: {
    skip: 'sending skip',
    request: 'code',
    requestOther: 'sending request',
    reset: 'number abort cancel',
  },
  numberError: {
    skip: 'sending skip',
    request: 'sending request',
    requestOther: 'sending request',
    edit: 'number',
    reset: 'number abort',
  },
  sending: {
    changeNumber: 'number abort',
    reset: 'number abort',
    sent10: 'code',
    failed10: 'number',
    failed10Session: 'number',
  },
  code: {
    resend: 'code resend',
    verify: 'verifying verify',
    changeNumber: 'number abort',
    reset: 'number abort cancel',
  },
  codeResending: {
    verify: 'verifying verify',
    changeNumber: 'number abort',
    reset: 'number abort cancel',
    sent9: 'code',
    failed9: 'code',
  },
  codeError: {
    resend: 'code resend',
    verify: 'verifying verify',
    edit: 'code',
    changeNumber: 'number abort',
    reset: 'number abort cancel',
  },
  codeDead: {
    // The cool-down belongs to the dead challenge: a new code may be asked for at once.
    resend: 'code request',
    resendTooSoon: 'code request',
    // Says again that the code is dead, and sends nothing.
    verify: 'code',
    changeNumber: 'number abort',
    reset: 'number abort cancel',
  },
  verifying: {
    changeNumber: 'number abort',
    reset: 'number abort cancel',
    verified10: 'done abort',
    verified10Next: 'next abort',
    verified10Challenge: 'code abort',
    failed10: 'code',
    failed10Session: 'number abort',
  },
  verifyingResending: {
    changeNumber: 'number abort',
    reset: 'number abort cancel',
    sent9: 'verifying',
    failed9: 'verifying',
    verified10: 'done abort',
    verified10Next: 'next abort',
    verified10Challenge: 'code abort',
    failed10: 'code',
    failed10Session: 'number abort',
  },
  next: { continue: 'next continue', changeNumber: 'number abort', reset: 'number abort' },
  nextContinuing: {
    changeNumber: 'number abort',
    reset: 'number abort',
    verified10: 'done abort',
    verified10Next: 'next abort',
    verified10Challenge: 'code abort',
    failed10: 'next',
    failed10Session: 'number abort',
  },
  nextError: {
    continue: 'next continue',
    edit: 'next',
    changeNumber: 'number abort',
    reset: 'number abort',
  },
  done: { reset: 'number abort' },
};

describe('every state meets every event', () => {
  const pairs = (Object.keys(states) as StateName[]).flatMap(stateName =>
    (Object.keys(events) as EventName[]).map(eventName => ({
      stateName,
      eventName,
      expected: fitting[stateName][eventName],
    })),
  );
  const fits = pairs.filter(({ expected }) => expected !== undefined);
  const misfits = pairs.filter(({ expected }) => expected === undefined);

  test.each(misfits)('$stateName × $eventName changes nothing', ({ stateName, eventName }) => {
    const state: FlowState = states[stateName];
    const result = transition(state, events[eventName]);
    expect(result.effects).toEqual([]);
    // Not `toBe`: clearing an error that must stay hands back an equal state.
    expect(result.state).toEqual(state);
  });

  test.each(fits)('$stateName × $eventName → $expected', ({ stateName, eventName, expected }) => {
    const state: FlowState = states[stateName];
    const before = structuredClone(state);
    const result = transition(state, events[eventName]);
    expect([result.state.step, ...result.effects.map(({ type }) => type)].join(' ')).toBe(expected);
    expect(result.state).not.toEqual(state);
    expect(state, 'the old state is not written to').toEqual(before);
    expect(result.state.seq).toBeGreaterThanOrEqual(state.seq);
  });
});

describe('asking for a code', () => {
  test('carries the number, a fresh key and the sequence number it waits for', () => {
    const { state, effects } = after(number, request(bob));
    expect(effects).toEqual([{ type: 'request', seq: 11, phone: bob, key: 'fresh' }]);
    expect(at(state, 'sending')).toMatchObject({ phone: bob, awaiting: 11, seq: 11, error: undefined });
  });

  test('works without a number where only the server knows it', () => {
    const { effects } = after(initialState(), {
      type: 'request',
      phone: undefined,
      nowMs: laterMs,
      key: 'fresh',
    });
    expect(effects).toEqual([{ type: 'request', seq: 1, phone: undefined, key: 'fresh' }]);
  });

  test('a second click sends nothing more', () => {
    const first = after(number, request());
    const second = after(first.state, request());
    expect(second).toEqual({ state: first.state, effects: [] });
  });

  test('the answer leads to the code and retires the key', () => {
    const state = at(after(sending, sent(10)).state, 'code');
    expect(state).toMatchObject({ challenge: replacement, phone: alice, pending: undefined, resent: 0 });
    expect(state.dead).toBe(false);
  });

  test('a failure keeps the number and says when to come back', () => {
    const state = at(after(sending, failed(10, 'rate_limited', { retryAfter: 30 })).state, 'number');
    expect(state.phone).toBe(alice);
    expect(state.error).toEqual({
      code: 'rate_limited',
      about: 'number',
      retryAtMs: laterMs + 30_000,
      attemptsLeft: undefined,
      occurrence: 10,
    });
  });
});

describe('a late answer is dropped', () => {
  test.each([
    ['a code that arrives after going back', sending, sent(10)],
    ['a failure that arrives after going back', sending, failed(10, 'network')],
    ['a right code whose answer arrives after going back', verifying, verified(10)],
    ['a wrong code whose answer arrives after going back', verifying, failed(10, 'code_invalid')],
    ['a resend that arrives after going back', codeResending, sent(9)],
    ['an answer to what came after the code', nextContinuing, verified(10)],
  ])('%s', (_, state, answer) => {
    const back = after(state, { type: 'change-number' }).state;
    expect(after(back, answer)).toEqual({ state: back, effects: [] });
  });

  test('the first request’s answer does not stand in for the second’s', () => {
    const second = after(sending, { type: 'change-number' }, request(bob)).state;
    expect(at(second, 'sending').awaiting).toBe(11);
    expect(after(second, sent(10)).state).toBe(second);
    expect(at(after(second, sent(11, challengeTo(bob))).state, 'code').phone).toBe(bob);
  });

  test('an answer from before a reset does not match anything after it', () => {
    const again = after(sending, { type: 'reset' }, request()).state;
    expect(after(again, sent(10)).state).toBe(again);
  });

  test('an answer counts once', () => {
    const { state } = after(sending, sent(10));
    expect(after(state, sent(10), failed(10, 'network')).state).toBe(state);
  });

  test('a resend’s answer after the second challenge began is dropped', () => {
    const second = after(verifyingResending, events.verified10Challenge);
    expect(second.effects).toEqual([{ type: 'abort' }]);
    expect(after(second.state, sent(9)).state).toBe(second.state);
  });
});

describe('the code on its way stays good while the number is looked at again', () => {
  test('the same number within the cool-down returns to it, and nothing is sent', () => {
    const back = after(code, { type: 'change-number' }).state;
    expect(at(back, 'number').phone).toBe(alice);
    const { state, effects } = after(back, request(alice, laterMs - 1));
    expect(effects).toEqual([]);
    expect(at(state, 'code').challenge).toEqual(code.challenge);
  });

  test('the tries that were used up stay used up', () => {
    const { state } = after(
      verifying,
      failed(10, 'code_invalid', { attemptsLeft: 2 }),
      { type: 'change-number' },
      request(alice, laterMs - 1),
    );
    expect(at(state, 'code').challenge.attemptsLeft).toBe(2);
  });

  test.each([
    ['another number', bob, laterMs - 1],
    ['the same number once the cool-down is over', alice, laterMs],
    ['the same number once the code expired', alice, expiredMs],
  ])('%s asks for a new code', (_, phone, nowMs) => {
    const { state, effects } = after(code, { type: 'change-number' }, request(phone, nowMs));
    expect(state.step).toBe('sending');
    expect(effects).toEqual([{ type: 'request', seq: 11, phone, key: 'fresh' }]);
  });

  test('a code that expires within its cool-down is not returned to', () => {
    const brief = stateAtCode(challengeTo(alice, { expiresAtMs: startMs + 30_000 }));
    const back = after(brief, { type: 'change-number' }).state;
    expect(after(back, request(alice, startMs + 29_999)).effects).toEqual([]);
    expect(after(back, request(alice, startMs + 30_000)).effects).toMatchObject([{ type: 'request' }]);
  });

  test('it outlives a failed attempt with another number', () => {
    const { state, effects } = after(
      code,
      { type: 'change-number' },
      request(bob, startMs),
      failed(11, 'invalid_phone'),
      request(alice, startMs + 1),
    );
    expect(effects).toEqual([]);
    expect(at(state, 'code').challenge).toBe(code.challenge);
  });

  test('it outlives going back while another number was being sent to', () => {
    const events = [
      { type: 'change-number' },
      request(bob, startMs),
      { type: 'change-number' },
    ] satisfies FlowEvent[];
    const back = after(code, ...events);
    expect(back.effects).toEqual([{ type: 'abort' }]);
    expect(at(after(back.state, request(alice, startMs)).state, 'code').challenge).toBe(code.challenge);
  });

  test('a dead code is not returned to', () => {
    const { effects } = after(codeDead, { type: 'change-number' }, request(alice, startMs));
    expect(effects.map(({ type }) => type)).toEqual(['request']);
  });
});

describe('one intent, one message', () => {
  const keyOf = (effects: readonly Effect[]) => effects.map(effect => 'key' in effect && effect.key);

  test.each(unknownCodes)('%s: asking again for the same number carries the same key', answer => {
    const { effects } = after(number, request(alice, laterMs, 'k1'), failed(11, answer), request());
    expect(keyOf(effects)).toEqual(['k1']);
  });

  test.each(definiteCodes)('%s retires the key of a request', answer => {
    const { state, effects } = after(number, request(alice, laterMs, 'k1'), failed(11, answer), request());
    expect(keyOf(effects)).toEqual(['fresh']);
    expect(state.pending?.key).toBe('fresh');
  });

  test.each(unknownCodes)('%s: another number gets a key of its own', answer => {
    const { effects } = after(number, request(alice, laterMs, 'k1'), failed(11, answer), request(bob));
    expect(keyOf(effects)).toEqual(['fresh']);
  });

  test('going back while sending leaves the answer unknown: the same number carries the same key', () => {
    const { effects } = after(sending, { type: 'change-number' }, request());
    expect(keyOf(effects)).toEqual(['k10']);
  });

  test.each(unknownCodes)('%s: resending again carries the same key', answer => {
    const { effects } = after(code, resend(laterMs, 'k1'), failed(11, answer), resend());
    expect(effects).toEqual([{ type: 'resend', seq: 12, challenge: code.challenge, key: 'k1' }]);
  });

  describe('a message by another channel', () => {
    const ways: CodeState = {
      ...code,
      challenge: challengeTo(alice, { channel: 'sms', channels: ['sms', 'voice'] }),
    };
    const call = (nowMs = laterMs, key = 'fresh'): FlowEvent => ({
      type: 'resend',
      channel: 'voice',
      nowMs,
      key,
    });

    test('is asked for by it; without a word the code comes as it came', () => {
      expect(after(ways, call()).effects).toMatchObject([
        { type: 'resend', challenge: { channel: 'voice' } },
      ]);
      expect(after(ways, resend()).effects).toMatchObject([
        { type: 'resend', challenge: { channel: 'sms' } },
      ]);
      expect(after(code, resend()).effects).toEqual([
        { type: 'resend', seq: 11, challenge: code.challenge, key: 'fresh' },
      ]);
    });

    test('waits for the cool-down as any other', () => {
      expect(after(ways, call(startMs)).effects).toEqual([]);
    });

    test('is asked for anew where no code can succeed any more', () => {
      expect(after({ ...ways, dead: true }, call(startMs)).effects).toMatchObject([
        { type: 'request', phone: alice, channel: 'voice' },
      ]);
    });

    test.each(unknownCodes)('%s: it never carries the key of the one before', answer => {
      const { effects } = after(ways, resend(laterMs, 'k1'), failed(11, answer), call(laterMs, 'k2'));
      expect(keyOf(effects)).toEqual(['k2']);
    });

    test.each(unknownCodes)('%s: the same call again carries the same key', answer => {
      const { effects } = after(ways, call(laterMs, 'k1'), failed(11, answer), call(laterMs, 'k2'));
      expect(keyOf(effects)).toEqual(['k1']);
    });

    test.each(unknownCodes)('%s: nor does the first message by another one', answer => {
      const first: FlowEvent = { type: 'request', phone: alice, nowMs: laterMs, key: 'k1' };
      const { effects } = after(number, first, failed(11, answer), { ...first, channel: 'voice', key: 'k2' });
      expect(effects).toMatchObject([{ type: 'request', channel: 'voice', key: 'k2' }]);
    });

    test('what was asked for is remembered, as long as the person is here', () => {
      const first = after(
        { ...number, live: undefined },
        { type: 'request', phone: alice, nowMs: startMs, key: 'k0' },
      );
      const here = after(first.state, sent(first.state.seq, challengeTo(alice))).state;
      expect(at(here, 'code').tried).toEqual(['sms']);
      // What was refused was asked for as well.
      const refused = after(here, call(), failed(here.seq + 1, 'delivery_failed')).state;
      expect(at(refused, 'code').tried).toEqual(['sms', 'voice']);
      const back = after(refused, { type: 'change-number' }, call()).state;
      expect(back).not.toHaveProperty('tried');
    });

    test('what the answer says counts, and not what was asked for', () => {
      const answer = challengeTo(alice, { channel: 'sms', channels: ['sms'], resendAtMs: laterMs + 60_000 });
      const { state } = after(
        { ...ways, challenge: { ...ways.challenge, channels: ['sms', 'whatsapp'] } },
        { type: 'resend', channel: 'whatsapp', nowMs: laterMs, key: 'k1' },
        sent(11, answer),
      );
      expect(at(state, 'code').challenge).toEqual(answer);
      expect(after(state, resend(laterMs + 60_000)).effects).toMatchObject([
        { challenge: { channel: 'sms' } },
      ]);
    });
  });

  const isNoEnd = (answer: string) => answer !== 'session_gone' && answer !== 'account_locked';

  test.each(definiteCodes.filter(isNoEnd))('%s retires the key of a resend', answer => {
    const { effects } = after(code, resend(laterMs, 'k1'), failed(11, answer), resend());
    expect(keyOf(effects)).toEqual(['fresh']);
  });

  test('a resend that succeeded retires its key', () => {
    const { effects } = after(code, resend(laterMs, 'k1'), sent(11), resend(replacement.resendAtMs));
    expect(keyOf(effects)).toEqual(['fresh']);
  });

  test.each(unknownCodes)('%s: the same code checked again carries the same key', answer => {
    const { effects } = after(code, verify('111111', laterMs, 'k1'), failed(11, answer), verify('111111'));
    expect(keyOf(effects)).toEqual(['k1']);
  });

  test.each(unknownCodes)('%s: another code gets a key of its own', answer => {
    const { effects } = after(code, verify('111111', laterMs, 'k1'), failed(11, answer), verify('222222'));
    expect(keyOf(effects)).toEqual(['fresh']);
  });

  test('a wrong code is not checked again, and it is said again', () => {
    const wrong = [code, verify('111111'), failed(11, 'code_invalid', { attemptsLeft: 4 })] as const;
    const { state, effects } = after(...wrong, { type: 'edit' }, verify('111111'));
    expect(effects).toEqual([]);
    expect(state).toMatchObject({ step: 'code', error: { code: 'code_invalid', attemptsLeft: 4 } });
    expect(state.error?.occurrence).not.toBe(after(...wrong).state.error?.occurrence);
    expect(keyOf(after(...wrong, verify('222222')).effects)).toEqual(['fresh']);
  });

  test('a wrong code is a new try against a new code', () => {
    const { effects } = after(
      code,
      verify('111111', laterMs, 'k1'),
      failed(11, 'code_invalid'),
      resend(),
      sent(12),
      verify('111111'),
    );
    expect(keyOf(effects)).toEqual(['fresh']);
  });

  test('the same digits against a new code are a new try', () => {
    const { effects } = after(
      code,
      verify('111111', laterMs, 'k1'),
      failed(11, 'network'),
      resend(),
      sent(12),
      verify('111111'),
    );
    expect(keyOf(effects)).toEqual(['fresh']);
  });

  test('a verdict on the code before says nothing of the new one, which may have the same digits', () => {
    const late = after(verifyingResending, sent(9), failed(10, 'code_invalid', { attemptsLeft: 4 }));
    expect(at(late.state, 'code')).toMatchObject({ challenge: { state: { id: 'replacement' } } });
    expect(after(late.state, verify()).effects).toMatchObject([
      { type: 'verify', code: '123456', challenge: { state: { id: 'replacement' } } },
    ]);
  });

  test('a lost verdict on the code before leaves no key for the new one', () => {
    const lost = after(verifyingResending, sent(9), failed(10, 'network')).state;
    expect(after(lost, verify()).effects).toMatchObject([{ type: 'verify', key: 'fresh' }]);
  });

  test('checking a code leaves a resend’s unknown answer unknown', () => {
    const { effects } = after(
      code,
      resend(laterMs, 'k1'),
      failed(11, 'timeout'),
      verify(),
      failed(12, 'code_invalid'),
      resend(),
    );
    expect(keyOf(effects)).toEqual(['k1']);
  });

  test('a reset forgets the key', () => {
    const { effects } = after(sending, { type: 'reset' }, request());
    expect(keyOf(effects)).toEqual(['fresh']);
  });
});

describe('resending', () => {
  test('is for when the cool-down is over', () => {
    expect(after(code, resend(laterMs - 1))).toEqual({ state: code, effects: [] });
    expect(after(code, resend(laterMs)).effects).toEqual([
      { type: 'resend', seq: 11, challenge: code.challenge, key: 'fresh' },
    ]);
  });

  test('a second click sends nothing more', () => {
    const first = after(code, resend());
    expect(after(first.state, resend())).toEqual({ state: first.state, effects: [] });
  });

  test('the answer replaces the challenge and is counted, so that it can be announced', () => {
    const state = at(after(codeError, resend(), sent(11)).state, 'code');
    expect(state).toMatchObject({ challenge: replacement, resent: 1, resend: undefined, error: undefined });
  });

  test('a failure keeps the code on the screen and says so beside the button', () => {
    const state = at(after(codeResending, failed(9, 'delivery_failed')).state, 'code');
    expect(state).toMatchObject({ challenge: code.challenge, resend: undefined, dead: false });
    expect(state.error).toEqual(errorOf('delivery_failed', 'resend', 9));
  });

  test('is not possible while a code is checked', () => {
    expect(after(verifying, resend())).toEqual({ state: verifying, effects: [] });
  });

  test('a code can be checked while it runs, and both answers find their place', () => {
    const during = after(codeResending, verify('111111'));
    expect(during.effects).toEqual([
      { type: 'verify', seq: 11, challenge: code.challenge, code: '111111', key: 'fresh' },
    ]);
    const resent = at(after(during.state, sent(9)).state, 'verifying');
    expect(resent).toMatchObject({ challenge: replacement, resend: undefined, resent: 1 });
    const wrong = at(after(resent, failed(11, 'code_invalid', { attemptsLeft: 4 })).state, 'code');
    expect(wrong.challenge).toEqual({ ...replacement, attemptsLeft: 4 });
  });

  test('a verdict on the challenge that it replaced does not end the new one', () => {
    const during = after(codeResending, verify('111111'), sent(9)).state;
    const state = at(after(during, failed(11, 'challenge_gone')).state, 'code');
    expect(state).toMatchObject({ challenge: replacement, dead: false });
  });

  test('a code can turn out wrong before it answers', () => {
    const { state } = after(verifyingResending, failed(10, 'code_invalid'), sent(9));
    expect(at(state, 'code')).toMatchObject({ challenge: replacement, resent: 1, error: undefined });
  });

  test('signing in ends it', () => {
    expect(after(verifyingResending, verified(10)).effects).toEqual([{ type: 'abort' }]);
  });
});

describe('checking a code', () => {
  test('carries the challenge and the code', () => {
    const { state, effects } = after(code, verify('654321'));
    expect(effects).toEqual([
      { type: 'verify', seq: 11, challenge: code.challenge, code: '654321', key: 'fresh' },
    ]);
    expect(state.step).toBe('verifying');
  });

  test('a second click checks nothing more', () => {
    const first = after(code, verify());
    expect(after(first.state, verify())).toEqual({ state: first.state, effects: [] });
  });

  test('a wrong code keeps the step and counts the tries', () => {
    const state = at(after(verifying, failed(10, 'code_invalid', { attemptsLeft: 3 })).state, 'code');
    expect(state).toMatchObject({ challenge: { attemptsLeft: 3 }, dead: false });
    expect(state.error).toMatchObject({ code: 'code_invalid', about: 'code', attemptsLeft: 3 });
  });

  test('tries that are not told stay as they were', () => {
    expect(at(after(verifying, failed(10, 'network')).state, 'code').challenge.attemptsLeft).toBe(5);
  });

  test('two wrong codes are two occurrences', () => {
    const first = after(verifying, failed(10, 'code_invalid')).state;
    const second = after(first, verify(), failed(11, 'code_invalid')).state;
    expect(second.error?.occurrence).not.toBe(first.error?.occurrence);
  });

  test('typing clears what typing can mend', () => {
    expect(after(codeError, { type: 'edit' }).state.error).toBeUndefined();
    const refused: CodeState = { ...code, error: errorOf('rate_limited', 'resend') };
    expect(after(refused, { type: 'edit' }).state.error).toEqual(refused.error);
    expect(after(codeDead, { type: 'edit' }).state.error).toEqual(codeDead.error);
  });
});

describe('a challenge on which no code can succeed', () => {
  test.each(deadCodes)('%s: checking again sends nothing and says it again', answer => {
    const dead = after(verifying, failed(10, answer)).state;
    expect(at(dead, 'code').dead).toBe(true);
    const { state, effects } = after(dead, verify());
    expect(effects).toEqual([]);
    expect(state.error).toMatchObject({ code: answer, about: 'code' });
    expect(state.error?.occurrence).not.toBe(dead.error?.occurrence);
  });

  test.each(deadCodes)('%s: resending asks for a new code for the same number, at once', answer => {
    const { state, effects } = after(verifying, failed(10, answer), resend(startMs));
    expect(effects).toEqual([{ type: 'request', seq: 11, phone: alice, purpose: 'sign-in', key: 'fresh' }]);
    const fresh = at(after(state, sent(11)).state, 'code');
    expect(fresh).toMatchObject({ challenge: replacement, dead: false, error: undefined, resent: 1 });
  });

  test.each(deadCodes)('%s as the answer to a resend: the next press asks for a new code', answer => {
    const dead = after(codeResending, failed(9, answer)).state;
    expect(dead.error?.about).toBe('code');
    expect(after(dead, resend()).effects).toEqual([
      { type: 'request', seq: 11, phone: alice, purpose: 'sign-in', key: 'fresh' },
    ]);
  });

  test('an expired code asks for a new one, even before anybody said that it expired', () => {
    expect(after(code, resend(expiredMs)).effects).toEqual([
      { type: 'request', seq: 11, phone: alice, purpose: 'sign-in', key: 'fresh' },
    ]);
  });

  test.each(unknownCodes)('%s while asking for the new code keeps it dead, and the key', answer => {
    const { state, effects } = after(
      codeDead,
      resend(startMs, 'k1'),
      failed(11, answer),
      verify(),
      resend(startMs),
    );
    expect(at(state, 'code').dead).toBe(true);
    expect(effects).toMatchObject([{ type: 'request', key: 'k1' }]);
  });

  test('the key of that request is the number step’s too', () => {
    const { effects } = after(
      codeDead,
      resend(startMs, 'k1'),
      failed(11, 'network'),
      { type: 'change-number' },
      request(alice, startMs),
    );
    expect(effects).toMatchObject([{ type: 'request', key: 'k1' }]);
  });

  test('a lost verification does not bring it back to life', () => {
    const { state } = after(verifyingResending, failed(9, 'challenge_gone'), failed(10, 'network'));
    expect(at(state, 'code').dead).toBe(true);
  });
});

describe('an answer that says when to come back', () => {
  const tooEarly = laterMs + 29_999;
  const inTime = laterMs + 30_000;
  const limited = (seq: number) => failed(seq, 'rate_limited', { retryAfter: 30 });

  test.each([
    ['request', sending, 10, (nowMs: number) => request(alice, nowMs)],
    ['resend', codeResending, 9, (nowMs: number) => resend(nowMs)],
    ['verify', verifying, 10, (nowMs: number) => verify('123456', nowMs)],
  ] as const)('%s: pressing before that sends nothing and is a new occurrence', (type, state, seq, press) => {
    const refused = after(state, limited(seq)).state;
    const early = after(refused, press(tooEarly));
    expect(early.effects).toEqual([]);
    expect(early.state.step).toBe(refused.step);
    expect(early.state.error).toEqual({
      ...refused.error,
      occurrence: expect.any(Number) as number,
    });
    expect(early.state.error?.occurrence).not.toBe(refused.error?.occurrence);
    const twice = after(early.state, press(tooEarly));
    expect(twice.state.error?.occurrence).not.toBe(early.state.error?.occurrence);
    expect(after(twice.state, press(inTime)).effects).toMatchObject([{ type }]);
  });

  test('does not hold back another number', () => {
    expect(after(sending, limited(10), request(bob, tooEarly)).effects).toMatchObject([{ type: 'request' }]);
  });

  test('a refused resend does not hold back the code', () => {
    expect(after(codeResending, limited(9), verify()).effects).toMatchObject([{ type: 'verify' }]);
  });

  test('a refused code does not hold back a resend', () => {
    expect(after(verifying, limited(10), resend()).effects).toMatchObject([{ type: 'resend' }]);
  });
});

describe('the backend has forgotten the session', () => {
  test.each([
    ['while a code is checked', verifying, 10],
    ['while a code is checked and a resend runs', verifyingResending, 10],
    ['while resending', codeResending, 9],
    ['after the code', nextContinuing, 10],
  ])('%s: the way on is the number, which is kept', (_, state, seq) => {
    const gone = after(state, failed(seq, 'session_gone'));
    expect(gone.effects).toEqual([{ type: 'abort' }]);
    expect(at(gone.state, 'number')).toMatchObject({ phone: alice, live: undefined });
    expect(gone.state.error).toEqual(errorOf('session_gone', 'number', seq));
    expect(after(gone.state, request(alice, startMs)).effects).toMatchObject([
      { type: 'request', phone: alice, key: 'fresh' },
    ]);
  });
});

test('a forgotten session retires the key of the new code that was asked for', () => {
  const { effects } = after(codeDead, resend(startMs, 'k1'), failed(11, 'session_gone'), request());
  expect(effects).toMatchObject([{ type: 'request', key: 'fresh' }]);
});

describe('what a backend asks for after the code', () => {
  test('is shown, and what comes after it ends the flow', () => {
    const asked = after(verifying, events.verified10Next).state;
    expect(at(asked, 'next').next).toBe(newPassword);
    const answered = after(asked, events.continue);
    expect(answered.effects).toEqual([
      {
        type: 'continue',
        seq: 11,
        next: newPassword,
        input: { kind: 'new-password', password: 'secret' },
        key: 'fresh',
      },
    ]);
    expect(at(after(answered.state, verified(11)).state, 'done').outcome).toBe(session);
  });

  test('a second click answers nothing more', () => {
    const first = after(next, events.continue);
    expect(after(first.state, events.continue)).toEqual({ state: first.state, effects: [] });
  });

  test('another challenge is a code step of its own', () => {
    const state = at(after(verifying, events.verified10Challenge).state, 'code');
    expect(state).toMatchObject({ challenge: secondChallenge, phone: undefined, seq: 10, resent: 0 });
  });

  test('one question can follow another', () => {
    const confirm: Next = { kind: 'confirm-register', state: undefined };
    const state = after(nextContinuing, verified(10, { kind: 'next', next: confirm })).state;
    expect(at(state, 'next')).toMatchObject({ next: confirm, awaiting: undefined });
  });

  test('a failure stays there, and can be tried again', () => {
    const failedOnce = after(nextContinuing, failed(10, 'server_error')).state;
    expect(at(failedOnce, 'next').error).toEqual(errorOf('server_error', 'next', 10));
    expect(after(failedOnce, events.continue).effects).toMatchObject([{ type: 'continue', seq: 11 }]);
  });

  test('a code that was not good after all is asked for again', () => {
    const state = after({ ...nextContinuing, challenge: code.challenge }, failed(10, 'code_invalid')).state;
    expect(at(state, 'code')).toMatchObject({ challenge: code.challenge, dead: false });
    expect(state.error).toEqual(errorOf('code_invalid', 'code', 10));
    const expired = after({ ...nextContinuing, challenge: code.challenge }, failed(10, 'code_expired')).state;
    expect(at(expired, 'code').dead).toBe(true);
  });

  test('the same answer, tried again after silence, has the same key; a password never becomes part of it', () => {
    const silent = after(next, events.continue, failed(11, 'network')).state;
    const { effects } = after(silent, { ...events.continue, key: 'another' });
    expect(effects).toMatchObject([{ key: 'fresh' }]);
    expect(JSON.stringify(silent)).not.toContain('secret');
    const refused = after(next, events.continue, failed(11, 'password_rejected')).state;
    expect(after(refused, { ...events.continue, key: 'another' }).effects).toMatchObject([
      { key: 'another' },
    ]);
  });

  test('a wait that is not over is not asked again', () => {
    const early = { ...nextError, error: { ...errorOf('rate_limited', 'next'), retryAtMs: laterMs + 1 } };
    expect(after(early, events.continue)).toMatchObject({ state: { seq: 11 }, effects: [] });
  });

  describe('another number', () => {
    const asked: Next = { kind: 'new-phone', purpose: 'bind-mfa', canSkip: true, state: {} };
    const toBob = challengeTo(bob, { purpose: 'bind-mfa' });
    const answer = {
      type: 'continue',
      input: { kind: 'phone', phone: bob },
      name: bob,
      nowMs: laterMs,
      key: 'k',
    } satisfies FlowEvent;
    const atBob = after(
      after(verifying, verified(10, { kind: 'next', next: asked })).state,
      answer,
      verified(11, { kind: 'next', next: { kind: 'challenge', challenge: toBob } }),
    ).state;

    test('gets a code of its own, and going back asks for the number again', () => {
      expect(at(atBob, 'code')).toMatchObject({ challenge: toBob, phone: bob });
      expect(at(after(atBob, { type: 'change-number' }).state, 'next').next).toBe(asked);
    });

    test('the same one, given again within the cool-down, returns to the code on its way', () => {
      const again = after(atBob, { type: 'change-number' }, { ...answer, nowMs: startMs });
      expect(again.effects).toEqual([]);
      expect(at(again.state, 'code')).toMatchObject({ challenge: toBob, asked });
      expect(after(atBob, { type: 'change-number' }, answer).effects).toMatchObject([{ type: 'continue' }]);
    });

    test('a new code for a dead one is asked for in its own name', () => {
      const dead = after(atBob, verify(), failed(12, 'code_expired')).state;
      expect(after(dead, resend()).effects).toMatchObject([
        { type: 'request', phone: bob, purpose: 'bind-mfa' },
      ]);
    });
  });

  test.each<Exclude<Outcome, { kind: 'next' }>>([
    { kind: 'session', claims: {} },
    { kind: 'done' },
    { kind: 'proof', token: 't', claims: {} },
    { kind: 'redirect', url: 'https://example.com/callback' },
  ])('$kind ends the flow', outcome => {
    expect(at(after(verifying, verified(10, outcome)).state, 'done').outcome).toBe(outcome);
  });
});

describe('going on without a number', () => {
  const skip = (key: string): FlowEvent => ({ type: 'skip', key });

  test('ends the flow as the backend says', () => {
    const { state, effects } = after(number, skip('k'));
    expect(effects).toEqual([{ type: 'skip', seq: 11, key: 'k' }]);
    expect(at(after(state, verified(11)).state, 'done').outcome).toBe(session);
  });

  test('fails back to the number, with the same key where the answer is unknown', () => {
    const silent = after(number, skip('k'), failed(11, 'timeout')).state;
    expect(at(silent, 'number').error).toMatchObject({ code: 'timeout' });
    expect(after(silent, skip('other')).effects).toMatchObject([{ type: 'skip', key: 'k' }]);
  });
});

describe('starting over', () => {
  test.each(Object.entries(states))('%s: a reset forgets everything but the count', (_, state) => {
    expect(after(state, { type: 'reset' }).state).toEqual({ ...initialState(), seq: 10 });
  });

  test.each<[string, FlowState, Challenge | undefined]>([
    ['the code on the screen', code, code.challenge],
    ['the code being checked', verifying, verifying.challenge],
    ['the code still on its way', numberLive, numberLive.live],
    [
      'the code on its way while another is asked for',
      { ...sending, live: challengeTo(bob) },
      challengeTo(bob),
    ],
  ])('tells the backend that %s is not wanted any more', (_, state, challenge) => {
    expect(after(state, { type: 'reset' }).effects).toEqual([
      { type: 'abort' },
      { type: 'cancel', challenge },
    ]);
  });

  test('tells the backend of both codes that can be on their way after the first', () => {
    const live = challengeTo(bob, { state: { id: 'live' } });
    const asked: NextState = { ...next, challenge: code.challenge, live };
    expect(after(asked, { type: 'reset' }).effects).toEqual([
      { type: 'abort' },
      { type: 'cancel', challenge: code.challenge },
      { type: 'cancel', challenge: live },
    ]);
    expect(after({ ...next, live }, { type: 'reset' }).effects).toEqual([
      { type: 'abort' },
      { type: 'cancel', challenge: live },
    ]);
  });

  test('changing the number cancels nothing: the code stays good', () => {
    expect(after(code, { type: 'change-number' }).effects).toEqual([{ type: 'abort' }]);
  });
});

describe('any sequence of events', () => {
  const phones = fc.constantFrom(alice, bob, undefined);
  const keys = fc.nat().map(n => `key-${n}`);
  const times = fc.integer({ min: 0, max: 700_000 }).map(ms => startMs + ms);
  const challenges = fc
    .record({ phone: phones, resendIn: fc.nat({ max: 90_000 }), expiresIn: fc.nat({ max: 600_000 }) })
    .map(({ phone, resendIn, expiresIn }) =>
      challengeTo(phone, { resendAtMs: startMs + resendIn, expiresAtMs: startMs + expiresIn }),
    );
  const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
    fc.constant(session),
    fc.constant<Outcome>({ kind: 'next', next: newPassword }),
    challenges.map<Outcome>(challenge => ({ kind: 'next', next: { kind: 'challenge', challenge } })),
  );
  const errors = fc
    .record({
      code: fc.constantFrom(...errorCodes),
      retryAfter: fc.option(fc.nat({ max: 120 }), { nil: undefined }),
      attemptsLeft: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    })
    .map(({ code, ...details }) => new PhoneError(code, details));

  /** How many calls ago the answered one was made: mostly the newest, sometimes one from the past or future. */
  const ago = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 1) }, fc.integer({ min: -1, max: 6 }));
  const flowEvents: fc.Arbitrary<(seq: number) => FlowEvent> = fc.oneof(
    fc
      .record({ type: fc.constant('request' as const), phone: phones, nowMs: times, key: keys })
      .map(e => () => e),
    fc.record({ type: fc.constant('resend' as const), nowMs: times, key: keys }).map(e => () => e),
    fc
      .record({
        type: fc.constant('verify' as const),
        code: fc.constantFrom('111111', '222222'),
        nowMs: times,
        key: keys,
      })
      .map(e => () => e),
    keys.map(key => (): FlowEvent => ({
      type: 'continue',
      input: { kind: 'new-password', password: 'secret' },
      name: 'a password',
      nowMs: startMs,
      key,
    })),
    keys.map(key => (): FlowEvent => ({ type: 'skip', key })),
    fc
      .constantFrom<FlowEvent>({ type: 'edit' }, { type: 'change-number' }, { type: 'reset' })
      .map(e => () => e),
    fc.tuple(ago, challenges).map(
      ([n, challenge]) =>
        (seq: number) =>
          sent(seq - n, challenge),
    ),
    fc.tuple(ago, outcomes).map(
      ([n, outcome]) =>
        (seq: number) =>
          verified(seq - n, outcome),
    ),
    fc.tuple(ago, errors, times).map(([n, error, nowMs]) => (seq: number): FlowEvent => ({
      type: 'failed',
      seq: seq - n,
      error,
      nowMs,
    })),
  );

  test('never throws, never has two messages in flight, and counts upwards', () => {
    fc.assert(
      fc.property(fc.array(flowEvents, { maxLength: 60, size: 'max' }), makers => {
        let state: FlowState = initialState();
        const inFlight = new Set<number>();
        for (const makeEvent of makers) {
          const event = makeEvent(state.seq);
          const result = transition(state, event);
          expect(result.state.seq).toBeGreaterThanOrEqual(state.seq);
          if ('seq' in event) inFlight.delete(event.seq);
          for (const effect of result.effects) {
            if (effect.type === 'abort') inFlight.clear();
            if (effect.type === 'request' || effect.type === 'resend') inFlight.add(effect.seq);
            if ('seq' in effect) {
              expect(effect.seq).toBeGreaterThan(state.seq);
              expect(effect.seq).toBe(result.state.seq);
            }
          }
          expect(inFlight.size).toBeLessThanOrEqual(1);
          state = result.state;
        }
      }),
      { numRuns: 2_000, endOnFailure: false },
    );
  });

  test('never reuses a key that a definite answer retired', () => {
    fc.assert(
      fc.property(fc.array(flowEvents, { maxLength: 60, size: 'max' }), makers => {
        let state: FlowState = initialState();
        let counter = 0;
        const callKeys = new Map<number, string>();
        const retired = new Set<string>();
        for (const makeEvent of makers) {
          const made = makeEvent(state.seq);
          const event = 'key' in made ? { ...made, key: `key-${counter++}` } : made;
          const result = transition(state, event);
          const wasTaken = result.state !== state;
          if ('seq' in event && wasTaken) {
            // A code that was not looked at for want of a captcha goes again as it was.
            const isUnchecked = (answer: ErrorCode) =>
              state.step === 'verifying' && answer.startsWith('captcha_');
            const isDefinite =
              event.type !== 'failed' ||
              !(unknownCodes.includes(event.error.code as never) || isUnchecked(event.error.code));
            const key = callKeys.get(event.seq);
            if (isDefinite && key) retired.add(key);
          }
          for (const effect of result.effects) {
            if (!('key' in effect)) continue;
            expect(retired).not.toContain(effect.key);
            callKeys.set(effect.seq, effect.key);
          }
          state = result.state;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
