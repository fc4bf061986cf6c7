import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { faults, slowMs } from '../../../demo/faults.js';
import { createWire, type Exchange } from '../../../demo/wire.js';

const endpoint = '/api/phone';
const address = `https://demo.example${endpoint}`;

function setUp(answer: () => Response = () => Response.json({ id: 'x', resendIn: 60 }, { status: 201 })) {
  const asked: Request[] = [];
  const wire = createWire(request => {
    asked.push(request);
    return Promise.resolve(answer());
  }, endpoint);
  const exchanges: Exchange[] = [];
  wire.onExchange(exchange => exchanges.push(exchange));
  const ask = (path = '/challenges', init: RequestInit = {}) =>
    wire.fetch(address + path, { method: 'POST', body: '{"phone":"+447400123456"}', ...init });
  return { wire, asked, exchanges, ask };
}

beforeEach(() => {
  vi.stubGlobal('location', { href: 'https://demo.example/' });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the line between widget and handler', () => {
  test('hands on what it is given, and writes down both ways', async () => {
    const { asked, exchanges, ask } = setUp();
    const response = await ask('/challenges', { headers: { 'phone-client': 'abc' } });
    expect(await response.json()).toEqual({ id: 'x', resendIn: 60 });
    expect(await asked[0]!.json()).toEqual({ phone: '+447400123456' });
    expect(exchanges).toHaveLength(2);
    expect(exchanges[0]).toBe(exchanges[1]);
    expect(exchanges[0]).toMatchObject({
      method: 'POST',
      path: '/challenges',
      request: { headers: { 'phone-client': 'abc' }, body: { phone: '+447400123456' } },
      answer: { status: 201, body: { id: 'x', resendIn: 60 } },
      faults: [],
    });
  });

  test('a fault for once meets the next call that it concerns, and no other', async () => {
    const { wire, asked, ask } = setUp();
    wire.add(faults.expired, true);
    expect((await ask('/challenges')).status).toBe(201);
    expect(wire.active).toHaveLength(1);
    const refused = await ask('/challenges/x/verify');
    expect([refused.status, (await refused.json()) as object]).toEqual([
      410,
      expect.objectContaining({ code: 'code_expired' }),
    ]);
    expect(wire.active).toHaveLength(0);
    expect((await ask('/challenges/x/verify')).status).toBe(201);
    expect(asked).toHaveLength(2);
  });

  test('a fault that lasts stays until it is cleared', async () => {
    const { wire, exchanges, ask } = setUp();
    wire.add(faults.offline, false);
    await expect(ask()).rejects.toThrow('Failed to fetch');
    await expect(ask()).rejects.toThrow('Failed to fetch');
    expect(exchanges.at(-1)).toMatchObject({ answer: { failed: 'Failed to fetch' }, faults: ['Offline'] });
    wire.clear();
    expect((await ask()).status).toBe(201);
  });

  test('rate limited says for how long', async () => {
    const { wire, asked, ask } = setUp();
    wire.add(faults.rateLimited, true);
    expect(await (await ask()).json()).toMatchObject({ code: 'rate_limited', retryAfter: 42 });
    expect(asked).toHaveLength(0);
  });

  test('slow asks the handler, after its time', async () => {
    vi.useFakeTimers();
    const { wire, asked, ask } = setUp();
    wire.add(faults.slow, true);
    const answer = ask();
    await vi.advanceTimersByTimeAsync(slowMs - 1);
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect((await answer).status).toBe(201);
  });

  test('what never answers ends with the request', async () => {
    const { wire, ask } = setUp();
    wire.add(faults.silent, true);
    const patience = new AbortController();
    const answer = ask('/challenges', { signal: patience.signal });
    patience.abort(new Error('Enough'));
    await expect(answer).rejects.toThrow();
  });

  test('an answer that is lost has reached the handler', async () => {
    const { wire, asked, ask } = setUp();
    wire.add(faults.answerLost, true);
    await expect(ask()).rejects.toThrow('Failed to fetch');
    expect(asked).toHaveLength(1);
  });

  test('no cool-down changes that of the handler’s answer, and nothing else', async () => {
    const { wire, ask } = setUp();
    wire.add(faults.noCooldown, true);
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([201, { id: 'x', resendIn: 0 }]);
  });

  test('two faults at once: both meet the call', async () => {
    vi.useFakeTimers();
    const { wire, exchanges, ask } = setUp();
    wire.add(faults.slow, true);
    wire.add(faults.serverError, true);
    const answer = ask();
    await vi.advanceTimersByTimeAsync(slowMs);
    expect((await answer).status).toBe(503);
    expect(exchanges[0]!.faults).toEqual(['Slow: 3 s', 'Server error']);
  });
});
