/** What messages cost, and who makes them cost: kinds of numbers, paid look-ups, budgets and the alarm. */
import { describe, expect, it } from 'vitest';
import type { Spike } from '../../../src/server/index.js';
import { setUp } from './helpers.js';

const limit = (count: number, seconds = 3600) => ({ count, seconds });
const american = '+12025550123';
const british = (index: number) => `+4474001${23_000 + index}`;

describe('numbers that cost whoever texts them', () => {
  it.each([
    ['premium', '+449012345678'],
    ['shared cost', '+448451234567'],
    ['shared cost in Germany', '+4918012345678'],
    ['personal', '+447012345678'],
    ['for companies (UAN)', '+443001234567'],
    ['a pager', '+447640123456'],
    ['voicemail', '+41860791234567'],
  ])('are never texted: %s', async (_what, number) => {
    const { create, messages } = setUp({ checkPhone: () => ({ valid: true }) });
    expect((await create({}, number)).body.code).toBe('phone_blocked');
    expect(messages).toEqual([]);
  });

  it('are told apart before a captcha is asked for, or a host for its word', async () => {
    let asked = 0;
    const ask = () => (asked += 1) > 0;
    const { create } = setUp({
      checkPhone: () => ({ valid: ask() }),
      captcha: { provider: 'p', siteKey: 's', verify: () => Promise.resolve(ask()) },
    });
    const body = { phone: '+449012345678', purpose: 'sign-in', captcha: 'token' };
    expect((await create({ body })).body.code).toBe('phone_blocked');
    expect(asked).toBe(0);
  });

  it.each([
    ['a mobile', '+447400123456'],
    ['a landline', '+442079460123'],
    ['an American one, which may be either', american],
    ['one that no plan has assigned', '+447700900123'],
  ])('are no others: %s', async (_what, number) => {
    expect((await setUp().create({}, number)).status).toBe(201);
  });

  it('can be those that no plan has assigned, too', async () => {
    const { create } = setUp({ refuseUnassigned: true });
    expect((await create({}, '+447700900123')).body.code).toBe('invalid_phone');
    expect((await create({}, '+447400123456')).status).toBe(201);
  });
});

describe('a look-up that the host pays for', () => {
  it('comes after the captcha', async () => {
    const lookedUp: string[] = [];
    const { create } = setUp({
      checkPhone: number => {
        lookedUp.push(number);
        return { valid: true };
      },
      captcha: { provider: 'p', siteKey: 's', verify: token => Promise.resolve(token === 'good') },
    });
    for (const captcha of [undefined, 'bad']) {
      expect((await create({ body: { phone: american, purpose: 'sign-in', captcha } })).status).toBe(403);
    }
    expect(lookedUp).toEqual([]);
    expect((await create({ body: { phone: american, purpose: 'sign-in', captcha: 'good' } })).status).toBe(
      201,
    );
    expect(lookedUp).toEqual([american]);
  });

  it('which is none wastes no captcha', async () => {
    let checked = 0;
    const verify = () => Promise.resolve((checked += 1) > 0);
    const { create } = setUp({ captcha: { provider: 'p', siteKey: 's', verify } });
    const body = { phone: '+441234', purpose: 'sign-in', captcha: 'good' };
    expect((await create({ body })).body.code).toBe('invalid_phone');
    expect(checked).toBe(0);
  });
});

describe('messages', () => {
  it('are limited per block of 10,000 numbers', async () => {
    const { create } = setUp({ limits: { perPrefix: limit(2) } });
    for (const [index, status] of [201, 201, 429].entries()) {
      expect((await create({}, `+44740012300${index}`)).status).toBe(status);
    }
    expect((await create({}, '+447400133000')).status).toBe(201);
  });

  it('are limited to 50 per block and hour unless the host says otherwise', async () => {
    const { create, messages } = setUp();
    for (let index = 0; index < 60; index++) await create({}, british(index));
    expect(messages).toHaveLength(50);
  });

  it('are limited per country, also among those that share a calling code', async () => {
    const { create } = setUp({ limits: { perCountry: limit(1), countries: { US: limit(2) } } });
    expect((await create({}, '+18762101234')).status).toBe(201);
    expect((await create({}, '+18762101235')).body.code).toBe('rate_limited');
    expect((await create({}, '+14165550123')).status).toBe(201);
    expect((await create({}, american)).status).toBe(201);
    expect((await create({}, '+12015550123')).status).toBe(201);
    expect((await create({}, '+12015550124')).body.code).toBe('rate_limited');
  });

  it('are 1,000 an hour and 10,000 a day in all, which is said at the start', () => {
    const log = (limits: object) => {
      const said: unknown[] = [];
      setUp({ limits, log: ({ event, outcome, detail }) => said.push([event, outcome, detail]) });
      return said;
    };
    expect(log({})).toEqual([
      [
        'setup',
        'ok',
        'Messages in all: at most 1000 in 1 h and 10000 in 24 h. "limits.total" says otherwise.',
      ],
    ]);
    expect(log({ total: limit(5) })).toEqual([]);
  });
});

describe('the alarm of codes that do not come back', () => {
  const pump = async (test: ReturnType<typeof setUp>, count: number, answered = 0) => {
    for (let index = 0; index < count; index++) {
      const { body } = await test.create({}, `+4474${10_000_000 + index * 10_007 + test.messages.length}`);
      if (index < answered) await test.verify(body.id, test.code());
    }
  };
  const many = limit(1_000_000);
  const setUpAlarm = () => {
    const spikes: Spike[] = [];
    const limits = { perAddress: many, total: many, perCountry: many, perCallingCode: many };
    return { spikes, ...setUp({ limits, onSpike: spike => void spikes.push(spike) }) };
  };

  it('is told once people have had their time, and once an hour', async () => {
    const test = setUpAlarm();
    await pump(test, 40, 2);
    expect(test.spikes).toEqual([]);
    test.clock.nowMs += 10 * 60_000;
    await pump(test, 3);
    expect(test.spikes).toEqual([{ country: 'GB', sent: 40, verified: 2 }]);
    expect(test.log.filter(({ event }) => event === 'spike')).toMatchObject([
      { outcome: 'warning', detail: 'Of 40 codes to GB, 2 came back within the hour.' },
    ]);
    const text = test.server.metrics();
    expect(text).toContain(
      'phone_sign_in_messages_total{country="GB",calling_code="44",channel="sms",outcome="sent"} 43\n',
    );
    expect(text).toContain(
      'phone_sign_in_messages_total{country="GB",calling_code="44",channel="sms",outcome="verified"} 2\n',
    );
    expect(text).toContain('phone_sign_in_spikes_total{country="GB"} 1\n');
  });

  it('is not told where a quarter comes back, or few were sent', async () => {
    for (const [sent, answered] of [
      [40, 10],
      [19, 0],
    ] as const) {
      const test = setUpAlarm();
      await pump(test, sent, answered);
      test.clock.nowMs += 10 * 60_000;
      await pump(test, 1);
      expect(test.spikes).toEqual([]);
    }
  });

  it('keeps nobody out when who should hear it fails', async () => {
    const limits = { perAddress: many, total: many };
    const test = setUp({ limits, onSpike: () => Promise.reject(new Error('no such channel')) });
    await pump(test, 20);
    test.clock.nowMs += 10 * 60_000;
    expect((await test.create({}, american)).status).toBe(201);
    expect((await test.create({}, british(0))).status).toBe(201);
    expect(test.log.some(({ detail }) => detail?.includes('no such channel'))).toBe(true);
  });
});
