import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../src/channels.js';
import {
  SendRefused,
  type ChannelOptions,
  type Message,
  type PhoneServerOptions,
} from '../../../src/server/index.js';
import { clientB, phone, setUp } from './helpers.js';

/** A landline of London, and a number of a plan that tells landlines from mobiles by nothing. */
const landline = '+442079460123';
const american = '+12025550123';

type Ending = 'sent' | 'unknown' | 'elsewhere' | 'refused';

const all: Channel[] = ['sms', 'whatsapp', 'voice'];

/** A server with all three, whose messages end as the test says; sent unless it says something else. */
function setUpChannels(
  options: Partial<PhoneServerOptions> = {},
  names = all,
  own: Partial<Record<Channel, Omit<ChannelOptions, 'send'>>> = {},
) {
  const tried: Message[] = [];
  const endings: Partial<Record<Channel, Ending>> = {};
  const send = (message: Message) => {
    tried.push(message);
    const ending = endings[message.channel] ?? 'sent';
    if (ending === 'sent') return Promise.resolve();
    if (ending === 'unknown') return Promise.reject(new Error('Broken off'));
    return Promise.reject(new SendRefused('No', { notOnChannel: ending === 'elsewhere' }));
  };
  const channels = Object.fromEntries(names.map(name => [name, { send, ...own[name] }]));
  const test = setUp({ ...options, channels });
  const create = (channel?: string, to: string = phone) =>
    test.create({ body: { phone: to, purpose: 'sign-in', ...(channel && { channel }) } });
  const resend = (id: string | undefined, channel?: string, key?: string) =>
    test.resend(id, { body: { ...(channel && { channel }) }, ...(key && { key }) });
  const ways = () => tried.map(({ channel }) => channel);
  const code = () => tried.at(-1)?.code ?? '';
  return { ...test, tried, endings, create, resend, ways, code };
}

describe('which channel', () => {
  it('is told to pages in the order of the host, and not at all for SMS alone', async () => {
    const { call } = setUpChannels({}, ['whatsapp', 'voice', 'sms']);
    expect((await call('GET', '/config')).body).toMatchObject({ channels: ['whatsapp', 'voice', 'sms'] });
    for (const test of [setUp(), setUpChannels({}, ['sms'])]) {
      expect((await test.call('GET', '/config')).body).not.toHaveProperty('channels');
      const { body } = await test.create();
      expect(Object.keys(body).sort()).toEqual([
        'attemptsLeft',
        'codeLength',
        'expiresIn',
        'id',
        'maskedPhone',
        'purpose',
        'resendIn',
      ]);
    }
  });

  it('is SMS for an old page, wherever it stands', async () => {
    const { create, ways } = setUpChannels({}, ['whatsapp', 'sms']);
    const { body } = await create();
    expect(body).toMatchObject({ channels: ['whatsapp', 'sms'] });
    expect(body).not.toHaveProperty('channel');
    expect(ways()).toEqual(['sms']);
  });

  it('an old page signs in as before: each message by SMS, each with a code of its own', async () => {
    const { call, verify, ways, tried, clock } = setUpChannels({}, ['whatsapp', 'sms', 'voice']);
    const created = await call('POST', '/challenges', { body: { phone, purpose: 'sign-in', locale: 'en' } });
    expect(created).toMatchObject({ status: 201, body: { resendIn: 60, expiresIn: 600 } });
    const { id } = created.body;
    clock.nowMs += 60_000;
    const again = await call('POST', `/challenges/${id}/resend`, { body: {} });
    expect(again).toMatchObject({ status: 200, body: { resendIn: 120, expiresIn: 600 } });
    expect(again.body).not.toHaveProperty('channel');
    expect(ways()).toEqual(['sms', 'sms']);
    expect(await verify(id, tried[1]?.code ?? '')).toMatchObject({ status: 200 });
  });

  it('is the first for an old page where there is no SMS', async () => {
    const { create, ways } = setUpChannels({}, ['voice', 'whatsapp']);
    expect((await create()).body).toMatchObject({ channel: 'voice', channels: ['voice', 'whatsapp'] });
    expect(ways()).toEqual(['voice']);
  });

  it.each(all)('is the one that was asked for: %s', async channel => {
    const { create, ways, log } = setUpChannels();
    const { status, body } = await create(channel);
    expect([status, body.channel ?? 'sms', body.channels]).toEqual([201, channel, all]);
    expect(ways()).toEqual([channel]);
    expect(log.at(-1)).toMatchObject({ event: 'create', outcome: 'sent', channel });
  });

  it.each(['voice', 'pigeon', 5, null])('is never another one than was asked for: %j', async channel => {
    const { call, create, resend, tried } = setUpChannels({}, ['sms', 'whatsapp']);
    const body = { phone, purpose: 'sign-in', channel };
    expect(await call('POST', '/challenges', { body })).toMatchObject({
      status: 400,
      body: { code: 'malformed_request', detail: '"channel" must be one of: sms, whatsapp.' },
    });
    expect(tried).toEqual([]);
    const { id } = (await create()).body;
    expect(await call('POST', `/challenges/${id}/resend`, { body: { channel } })).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
    expect(await resend(id)).toMatchObject({ status: 429 });
    expect(tried).toHaveLength(1);
  });

  it('is a call for a landline, where there are calls', async () => {
    const { create, resend, ways, clock } = setUpChannels();
    const { id, channel, channels } = (await create(undefined, landline)).body;
    expect([channel, channels]).toEqual(['voice', ['voice']]);
    expect(await create('sms', landline)).toMatchObject({
      status: 400,
      body: { detail: '"channel" must be one of: voice.' },
    });
    clock.nowMs += 60_000;
    expect(await resend(id, 'whatsapp')).toMatchObject({ status: 400 });
    // It cost nothing.
    expect((await resend(id)).body).toMatchObject({ channel: 'voice', resendIn: 120 });
    expect(ways()).toEqual(['voice', 'voice']);
  });

  it('is what there is for a landline without calls, and where the plan does not know', async () => {
    const { create } = setUpChannels({}, ['sms', 'whatsapp']);
    expect((await create(undefined, landline)).body.channels).toEqual(['sms', 'whatsapp']);
    expect((await setUpChannels().create('whatsapp', american)).body.channels).toEqual(all);
  });

  it('costs no captcha where it is not possible', async () => {
    let asked = 0;
    const verify = () => Promise.resolve(++asked > 0);
    const { create } = setUpChannels({ captcha: { provider: 'p', siteKey: 's', verify } });
    expect(await create('sms', landline)).toMatchObject({ status: 400 });
    expect(asked).toBe(0);
  });
});

describe('over all channels', () => {
  it('there is one code, one challenge and one session', async () => {
    const { create, resend, verify, tried, ways, clock, server, log } = setUpChannels();
    const { id, resendIn = 0 } = (await create()).body;
    clock.nowMs += resendIn * 1000;
    const second = (await resend(id, 'whatsapp')).body;
    expect(second).toMatchObject({ id, channel: 'whatsapp', resendIn: 120, expiresIn: 540, attemptsLeft: 5 });
    clock.nowMs += 120_000;
    expect((await resend(id, 'voice')).body).toMatchObject({
      id,
      channel: 'voice',
      resendIn: 240,
      expiresIn: 420,
    });
    expect(ways()).toEqual(all);
    expect(new Set(tried.map(({ code }) => code)).size).toBe(1);
    expect(await verify(id, tried[0]?.code ?? '')).toMatchObject({
      status: 200,
      body: { result: 'session' },
    });
    expect(await verify(id, tried[0]?.code ?? '')).toMatchObject({ status: 404 });
    expect(log.find(({ event, outcome }) => event === 'verify' && outcome === 'ok')).toMatchObject({
      channel: 'voice',
    });
    const metrics = server.metrics();
    for (const channel of all)
      expect(metrics).toContain(`{country="+44",calling_code="44",channel="${channel}",outcome="sent"} 1`);
    expect(metrics).toContain('channel="voice",outcome="verified"} 1');
    expect(metrics).not.toContain('channel="sms",outcome="verified"');
  });

  it('the same channel again has a new code', async () => {
    const { create, resend, verify, tried, clock, wrong } = setUpChannels();
    const { id } = (await create('voice')).body;
    clock.nowMs += 60_000;
    await resend(id, 'voice');
    const [first = '', second = ''] = tried.map(({ code }) => code);
    expect(await verify(id, first === second ? wrong(second) : first)).toMatchObject({ status: 422 });
    expect(await verify(id, second)).toMatchObject({ status: 200 });
  });

  it('a change obeys the cool-down of the number, or a shorter one of its own', async () => {
    const { create, resend, clock } = setUpChannels({}, all, { whatsapp: { cooldown: 20 } });
    const created = (await create()).body;
    expect(created).toMatchObject({ resendIn: 60, changeIn: { whatsapp: 20 } });
    clock.nowMs += 19_000;
    expect(await resend(created.id, 'whatsapp')).toMatchObject({ status: 429, body: { retryAfter: 1 } });
    clock.nowMs += 1000;
    expect(await resend(created.id, 'voice')).toMatchObject({ status: 429, body: { retryAfter: 40 } });
    const changed = (await resend(created.id, 'whatsapp')).body;
    expect(changed).toMatchObject({ channel: 'whatsapp', resendIn: 120 });
    expect(changed).not.toHaveProperty('changeIn');
  });

  it('a repeated answer says what is left of a shorter cool-down', async () => {
    const { call, clock } = setUpChannels({}, all, { voice: { cooldown: 20 } });
    const asked = { body: { phone, purpose: 'sign-in' }, key: 'one' };
    await call('POST', '/challenges', asked);
    clock.nowMs += 5000;
    expect((await call('POST', '/challenges', asked)).body).toMatchObject({
      resendIn: 55,
      changeIn: { voice: 15 },
    });
  });

  it('an idempotency key covers the channel', async () => {
    const { create, call, resend, clock, tried } = setUpChannels();
    const body = { phone, purpose: 'sign-in', channel: 'whatsapp' };
    const first = await call('POST', '/challenges', { body, key: 'create' });
    expect(await call('POST', '/challenges', { body, key: 'create' })).toMatchObject({ body: first.body });
    expect(
      await call('POST', '/challenges', { body: { ...body, channel: 'sms' }, key: 'create' }),
    ).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    });
    clock.nowMs += 60_000;
    const { id } = (await create()).body;
    clock.nowMs += 120_000;
    await resend(id, 'voice', 'resend');
    expect(await resend(id, 'sms', 'resend')).toMatchObject({ body: { code: 'idempotency_mismatch' } });
    expect(await resend(id, 'voice', 'resend')).toMatchObject({ body: { channel: 'voice' } });
    expect(tried).toHaveLength(3);
  });

  it('who asks again within the cool-down learns how the code went', async () => {
    const { create, tried } = setUpChannels();
    await create('voice');
    expect((await create('whatsapp')).body).toMatchObject({ channel: 'voice' });
    expect(tried).toHaveLength(1);
  });

  it('an unknown outcome is told by the channel that was tried, and falls back to nothing', async () => {
    const { create, verify, endings, code, ways, log } = setUpChannels({ fallback: { whatsapp: 'sms' } });
    endings.whatsapp = 'unknown';
    expect(await create('whatsapp')).toMatchObject({ status: 502, body: { code: 'delivery_failed' } });
    expect(ways()).toEqual(['whatsapp']);
    expect(log.at(-1)).toMatchObject({ channel: 'whatsapp', detail: 'unknown: Error: Broken off' });
    const { id, channel } = (await create('sms')).body;
    expect(channel).toBe('whatsapp');
    expect(await verify(id, code())).toMatchObject({ status: 200 });
  });

  it('a test number has its code, whatever the channel', async () => {
    const { create, resend, verify, clock, tried } = setUpChannels({ testNumbers: { [phone]: '246810' } });
    const { id, channel } = (await create('voice')).body;
    expect(channel).toBe('voice');
    clock.nowMs += 60_000;
    expect((await resend(id, 'whatsapp')).body).toMatchObject({ channel: 'whatsapp' });
    expect(await verify(id, '246810')).toMatchObject({ status: 200 });
    expect(tried).toEqual([]);
  });

  it('a message that is no SMS is not bound to a site', async () => {
    const { create, tried, clock } = setUpChannels({ boundHost: 'shop.example' });
    await create('voice');
    clock.nowMs += 60_000;
    await create('sms');
    expect(tried[0]?.text).not.toContain('@shop.example');
    expect(tried[0]).not.toHaveProperty('boundHost');
    expect(tried[1]?.text).toContain('@shop.example');
  });
});

describe('fallback', () => {
  const fallback = { whatsapp: 'sms' } as const;

  it('sends an SMS at once to a number without WhatsApp, and says so', async () => {
    const { create, resend, verify, endings, ways, tried, clock, server, log } = setUpChannels({ fallback });
    endings.whatsapp = 'elsewhere';
    const { status, body } = await create('whatsapp');
    expect(status).toBe(201);
    expect(body).toMatchObject({ resendIn: 60, channels: all });
    expect(body).not.toHaveProperty('channel');
    expect(ways()).toEqual(['whatsapp', 'sms']);
    expect(log.at(-1)).toMatchObject({ outcome: 'sent', channel: 'sms' });
    expect((await create('voice')).body).not.toHaveProperty('channel');
    const metrics = server.metrics();
    expect(metrics).toContain('channel="whatsapp",outcome="refused"} 1');
    expect(metrics).toContain('channel="sms",outcome="sent"} 1');
    clock.nowMs += 60_000;
    expect((await resend(body.id, 'whatsapp')).body).not.toHaveProperty('channel');
    expect(await verify(body.id, tried.at(-1)?.code ?? '')).toMatchObject({ status: 200 });
  });

  it.each([
    ['elsewhere', {}],
    ['refused', fallback],
  ] as const)('is for what is set up, and for no other refusal: %s', async (ending, fallback) => {
    const { create, endings, ways } = setUpChannels({ fallback });
    endings.whatsapp = ending;
    expect(await create('whatsapp')).toMatchObject({ status: 502, body: { code: 'delivery_failed' } });
    expect(ways()).toEqual(['whatsapp']);
    expect(await create('sms')).toMatchObject({ status: 201, body: { resendIn: 60 } });
  });

  it('is told by its own channel where its outcome is unknown', async () => {
    const { create, endings, log } = setUpChannels({ fallback });
    Object.assign(endings, { whatsapp: 'elsewhere', sms: 'unknown' });
    expect(await create('whatsapp')).toMatchObject({ status: 502 });
    expect(log.at(-1)).toMatchObject({ channel: 'sms', detail: 'unknown: Error: Broken off' });
    const live = await create('whatsapp');
    expect(live.status).toBe(201);
    expect(live.body).not.toHaveProperty('channel');
  });

  it('goes on along a chain', async () => {
    const { create, endings, ways } = setUpChannels({ fallback: { whatsapp: 'sms', sms: 'voice' } });
    Object.assign(endings, { whatsapp: 'elsewhere', sms: 'elsewhere' });
    expect((await create('whatsapp')).body).toMatchObject({ channel: 'voice' });
    expect(ways()).toEqual(['whatsapp', 'sms', 'voice']);
  });

  it('obeys the limits of SMS, and counts one message in all', async () => {
    const limit = (count: number) => ({ count, seconds: 3600 });
    const { create, verify, endings, ways, code, log } = setUpChannels(
      { fallback, limits: { perPhone: limit(3) } },
      all,
      { sms: { limits: { perPhone: limit(2) } } },
    );
    endings.whatsapp = 'elsewhere';
    for (let i = 0; i < 2; i++) await verify((await create('whatsapp')).body.id, code());
    expect(await create('whatsapp')).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
    expect(log.at(-1)).toMatchObject({ channel: 'sms', budget: 'sms.perPhone' });
    expect(ways()).toEqual(['whatsapp', 'sms', 'whatsapp', 'sms', 'whatsapp']);
    // That one is spent too: three were tried.
    expect(await create('voice')).toMatchObject({ status: 429 });
    expect(log.at(-1)).toMatchObject({ channel: 'voice', budget: 'perPhone' });
  });
});

describe('each channel has limits of its own', () => {
  const limit = (count: number) => ({ count, seconds: 3600 });
  const numbers = [0, 1, 2, 3, 4, 5].map(last => `+44770090012${last}`);

  it('beside those that count all', async () => {
    const { create, log, server } = setUpChannels({ limits: { total: limit(4) } }, all, {
      voice: { limits: { total: limit(2) } },
    });
    const statuses = [];
    for (const [index, to] of numbers.entries())
      statuses.push((await create(index < 3 ? 'voice' : 'sms', to)).status);
    expect(statuses).toEqual([201, 201, 429, 201, 201, 429]);
    expect(log.flatMap(({ budget }) => budget ?? [])).toEqual(['voice.total', 'total']);
    expect(server.metrics()).toContain('phone_sign_in_limited_total{budget="voice.total"} 1');
  });

  it('which for calls are narrow unless you say more', async () => {
    const { create, verify, tried, code, log } = setUpChannels();
    for (let i = 0; i < 3; i++) await verify((await create('voice')).body.id, code());
    expect(await create('voice')).toMatchObject({ status: 429 });
    expect(log.at(-1)).toMatchObject({ budget: 'voice.perPhone' });
    expect(await create('sms')).toMatchObject({ status: 201 });
    expect(tried).toHaveLength(4);
  });

  it('which unlock gives back', async () => {
    const { create, verify, code, server } = setUpChannels();
    for (let i = 0; i < 3; i++) await verify((await create('voice')).body.id, code());
    await server.unlock(phone);
    expect(await create('voice')).toMatchObject({ status: 201 });
  });

  it('in capitals or not', async () => {
    const { create } = setUpChannels({}, all, { voice: { limits: { countries: { gb: limit(0) } } } });
    expect(await create('voice', '+447400123456')).toMatchObject({ status: 429 });
  });

  it('and a budget of your own is told the channel, and what it stands in for', async () => {
    const taken: object[] = [];
    const take = ({ channel, insteadOf }: { channel: Channel; insteadOf?: Channel }) =>
      Promise.resolve(void taken.push({ channel, insteadOf }));
    const { create, endings } = setUpChannels({ budget: { take }, fallback: { whatsapp: 'sms' } });
    endings.whatsapp = 'elsewhere';
    await create('whatsapp');
    expect(taken).toEqual([
      { channel: 'whatsapp', insteadOf: undefined },
      { channel: 'sms', insteadOf: 'whatsapp' },
    ]);
  });
});

it("another client's challenge is no way around the cool-down", async () => {
  const { call, create, resend, clock } = setUpChannels({}, all, { whatsapp: { cooldown: 20 } });
  const { id } = (await create()).body;
  clock.nowMs += 60_000;
  await call('POST', '/challenges', { body: { phone, purpose: 'sign-in' }, client: clientB });
  clock.nowMs += 30_000;
  expect(await resend(id, 'whatsapp')).toMatchObject({ status: 429 });
});
