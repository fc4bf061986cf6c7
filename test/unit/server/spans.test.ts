/** What a host's tracing is told, and what it cannot break; and budgets that a host keeps itself. */
import { describe, expect, it } from 'vitest';
import { SendRefused, type PhoneServerOptions } from '../../../src/server/index.js';
import type { Sender } from '../../../src/server/limits.js';
import { phone, setUp } from './helpers.js';

type Told = [name: string, attributes: Readonly<Record<string, string>>, end: string];
type Trace = NonNullable<PhoneServerOptions['trace']>;

/** As OpenTelemetry's `startActiveSpan`: writes down how each span ends. */
function recorder() {
  const told: Told[] = [];
  const trace: Trace = async (name, attributes, run) => {
    const end = await run().then(
      () => 'ok',
      (error: unknown) => (error as Error).message,
    );
    told.push([name, attributes, end]);
  };
  return { told, trace };
}

const refused = () => Promise.reject(new SendRefused('no credit'));
const unknown = () => Promise.reject(new Error('reset'));

describe('a span', () => {
  it('is one for each message, by where it goes', async () => {
    const { told, trace } = recorder();
    const { create } = setUp({ trace });
    await create({}, '+447400123456');
    await create({}, '+390612345678');
    expect(told.filter(([name]) => name === 'phone-sign-in.send')).toEqual([
      ['phone-sign-in.send', { country: 'GB', callingCode: '44', channel: 'sms' }, 'ok'],
      ['phone-sign-in.send', { country: 'IT', callingCode: '39', channel: 'sms' }, 'ok'],
    ]);
  });

  it.each([
    ['refused', refused],
    ['unknown', unknown],
  ])('of a message that was not sent has failed: %s', async (kind, send) => {
    const { told, trace } = recorder();
    await setUp({ trace, send }).create();
    const sends = told.filter(([name]) => name === 'phone-sign-in.send');
    expect(sends.map(([, , end]) => end)).toEqual([`The message was not sent: ${kind}`]);
  });

  it('is one for each question to the store', async () => {
    const { told, trace } = recorder();
    const { create, verify, code } = setUp({ trace });
    await verify((await create()).body.id, code());
    const names = new Set(told.map(([name]) => name));
    for (const name of ['begin', 'settle', 'attempt', 'counter.look', 'counter.take'])
      expect(names).toContain(`phone-sign-in.store.${name}`);
    expect(told.filter(([, , end]) => end !== 'ok')).toEqual([]);
  });

  it.each<[string, Trace]>([
    ['throws', () => { throw new Error('broken'); }], // prettier-ignore
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['never ends', () => new Promise(() => undefined)],
    ['runs nothing', () => undefined],
    ['runs all of it twice', async (_name, _attributes, run) => [await run(), await run()]],
  ])('of a tracing that %s costs nobody an answer, and sends nothing twice', async (_what, trace) => {
    const { create, messages } = setUp({ trace });
    expect((await create()).status).toBe(201);
    expect(messages).toHaveLength(1);
  });
});

describe('a budget of the host', () => {
  it.each([
    [7000, 'budget'],
    [{ budget: 'shop', waitMs: 7000 }, 'shop'],
  ])('that is spent (%j) is in the log, and nothing is sent', async (spent, name) => {
    const { create, log, messages } = setUp({ budget: { take: () => Promise.resolve(spent) } });
    const answer = await create();
    expect(answer.body).toMatchObject({ code: 'rate_limited', retryAfter: 7 });
    expect(answer.body).not.toHaveProperty('budget');
    expect(log.map(({ outcome, budget }) => [outcome, budget])).toEqual([['rate_limited', name]]);
    expect(messages).toEqual([]);
  });

  it('is told who sends where, and not by number or address', async () => {
    const asked: Sender[] = [];
    const budget = {
      take: (sender: Sender) => {
        asked.push(sender);
        return Promise.resolve(undefined);
      },
    };
    const { create } = setUp({ budget });
    await create({ peer: { address: '192.0.2.1' } }, '+447400123456');
    await create({}, '+447400123457');
    const [first, second] = asked;
    expect(first).toMatchObject({ country: 'GB', callingCode: '44', channel: 'sms' });
    expect(first).not.toHaveProperty('insteadOf');
    expect(second?.address).toBeUndefined();
    expect(second?.prefix).toBe(first?.prefix);
    const macs = [first?.address, first?.phone, first?.prefix, second?.phone];
    for (const mac of macs) expect(mac).toMatch(/^[\w-]{43}$/);
    expect(new Set(macs).size).toBe(4);
  });

  it('gives a number back what is unlocked, where it can', async () => {
    const released: string[] = [];
    const take = () => Promise.resolve(undefined);
    const release = (name: string) => {
      released.push(name);
      return Promise.resolve();
    };
    await setUp({ budget: { take, release } }).server.unlock(phone);
    expect(released).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    await expect(setUp({ budget: { take } }).server.unlock(phone)).resolves.toBeUndefined();
  });

  it('is told from the limit of a provider', async () => {
    const send = () => Promise.reject(new SendRefused('wait', { retryAfterMs: 9000 }));
    const { create, log } = setUp({ send });
    expect((await create()).body).toMatchObject({ code: 'rate_limited', retryAfter: 9 });
    expect(log.map(({ outcome, budget }) => [outcome, budget])).toEqual([['rate_limited', 'provider']]);
  });
});

it.each([
  ['+449012345678', 'premium rate'],
  ['+448441234567', 'shared cost'],
  ['+447012345678', 'a personal number'],
  ['+445512345678', 'a number of a company'],
  ['+447640123456', 'a pager'],
])('%s gets no message: %s', async number => {
  const { create, messages } = setUp();
  expect((await create({}, number)).body.code).toBe('phone_blocked');
  expect(messages).toEqual([]);
});
