/** The device's clock is set while a person signs in; the stopwatch is not. */
import { describe, expect, test } from 'vitest';
import { createHttpBackend } from '../../../src/backends/http.js';
import { PhoneError } from '../../../src/errors.js';
import { alice, createFakeClock, startMs, type FakeClock } from './fixtures.js';
import { settle } from './scripted-backend.js';
import { reload, start } from './start.js';

const hourMs = 3_600_000;

/** A clock that can be set by `setBy` milliseconds; its stopwatch and timers go on as before. */
function createSettableClock(): FakeClock & { setBy(ms: number): void } {
  const clock = createFakeClock();
  let aheadMs = 0;
  return {
    nowMs: () => clock.nowMs() + aheadMs,
    elapsedMs: () => clock.nowMs() - startMs,
    after: (delayMs, callback) => clock.after(delayMs, callback),
    advance: ms => clock.advance(ms),
    get timers() {
      return clock.timers;
    },
    setBy: ms => (aheadMs += ms),
  };
}

/** The http adapter before a server that answers each message with a code good for 600 s, and for 60 s not sent again. */
function createServer() {
  const calls: string[] = [];
  const answers: Response[] = [];
  const body = {
    id: 'c1',
    purpose: 'sign-in',
    codeLength: 6,
    expiresIn: 600,
    resendIn: 60,
    attemptsLeft: 5,
    maskedPhone: '…',
  };
  const backend = createHttpBackend({
    endpoint: '/api/phone',
    fetch: url => {
      calls.push((url as string).replace('/api/phone', ''));
      return Promise.resolve(answers.shift() ?? Response.json(body));
    },
  });
  return { backend, calls, answers };
}

/** The flow has begun; then the clock is set, and then a code is asked for. */
async function startWithSetClock(setByMs: number) {
  const clock = createSettableClock();
  const server = createServer();
  const all = start({ backend: server.backend, clock });
  clock.setBy(setByMs);
  all.signIn.requestCode(alice);
  await settle();
  expect(all.signIn.state.step).toBe('code');
  return { ...all, clock, ...server };
}

describe.each([
  ['back', -hourMs],
  ['on', hourMs],
])('a clock set %s by an hour before a code is asked for', (_, setByMs) => {
  test('sends no second message before the cool-down is over, and then a resend', async () => {
    const { signIn, clock, calls } = await startWithSetClock(setByMs);
    clock.advance(59_000);
    signIn.resend();
    await settle();
    expect(calls).toEqual(['/challenges']);
    clock.advance(1_000);
    signIn.resend();
    await settle();
    expect(calls).toEqual(['/challenges', '/challenges/c1/resend']);
  });

  test('holds back a press that comes before the server’s wait is over', async () => {
    const { signIn, clock, calls, answers } = await startWithSetClock(setByMs);
    clock.advance(60_000);
    answers.push(Response.json({ code: 'rate_limited', retryAfter: 30 }, { status: 429 }));
    signIn.resend();
    await settle();
    expect(signIn.state.error).toMatchObject({ code: 'rate_limited', retryAtMs: signIn.nowMs() + 30_000 });
    clock.advance(29_000);
    signIn.resend();
    await settle();
    expect(calls).toHaveLength(2);
    clock.advance(1_000);
    signIn.resend();
    await settle();
    expect(calls).toHaveLength(3);
  });

  test('keeps the step for a reload, with no longer a wait', async () => {
    const before = await startWithSetClock(setByMs);
    const { signIn } = reload(before);
    expect(signIn.state).toMatchObject({ step: 'code', challenge: { resendAtMs: signIn.nowMs() + 60_000 } });
  });

  test('and set right again holds the cool-down as long, and the code as good, as before', async () => {
    const { signIn, clock, calls } = await startWithSetClock(setByMs);
    if (setByMs > 0) clock.setBy(-setByMs);
    clock.advance(59_000);
    signIn.resend();
    await settle();
    expect(calls).toHaveLength(1);
    clock.advance(1_000);
    signIn.resend();
    await settle();
    expect(calls).toEqual(['/challenges', '/challenges/c1/resend']);
  });
});

test('the clock that a screen counts with is the one of the deadlines', async () => {
  const { signIn, clock } = await startWithSetClock(-hourMs);
  clock.advance(20_000);
  const { state } = signIn;
  if (state.step !== 'code') throw new Error(state.step);
  expect(state.challenge.resendAtMs - signIn.nowMs()).toBe(40_000);
});

test('a time-out that a set clock meets is told once', async () => {
  const clock = createSettableClock();
  const { signIn, report, backend } = start({ clock });
  clock.setBy(-hourMs);
  signIn.requestCode(alice);
  await settle();
  clock.advance(20_000);
  await settle();
  expect(backend.calls).toHaveLength(1);
  expect(report.mock.calls.map(([error]) => (error instanceof PhoneError ? error.code : ''))).toEqual([
    'timeout',
  ]);
});
