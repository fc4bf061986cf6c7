import { describe, expect, it, vi } from 'vitest';
import { isE164, type E164 } from '../../../src/protocol.js';
import { SendRefused } from '../../../src/server/index.js';
import { clientB, heldSend, phone, setUp } from './helpers.js';

describe('create', () => {
  it('sends a code and answers 201 with what the page needs', async () => {
    const { create, messages } = setUp();
    const { status, body } = await create({ body: { phone, purpose: 'sign-in', locale: 'ru-RU' } });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/) as string,
      purpose: 'sign-in',
      maskedPhone: '+44 ••••••0123',
      codeLength: 6,
      expiresIn: 600,
      resendIn: 60,
      attemptsLeft: 5,
    });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      phone,
      purpose: 'sign-in',
      locale: 'ru',
      code: expect.stringMatching(/^\d{6}$/) as string,
    });
    expect(messages[0]?.text).toContain(messages[0]?.code);
  });

  it('texts to the number that the server knows when the page brings none', async () => {
    const { create, messages } = setUp({ resolvePhone: () => phone as E164 });
    const { body } = await create({ body: { purpose: 'mfa-verification' } });
    expect(body.maskedPhone).toBe('+44 ••••••0123');
    expect(messages[0]?.phone).toBe(phone);
  });

  it('answers unauthenticated when the server knows nobody', async () => {
    const { create } = setUp({ resolvePhone: () => undefined });
    const { status, body } = await create({ body: { purpose: 'mfa-verification' } });
    expect([status, body.code]).toEqual([401, 'unauthenticated']);
  });

  it.each(['447700900123', '+0123456', '+12', '+1234567890123456', 'hello'])(
    'answers invalid_phone to %s',
    async to => {
      const { create, messages } = setUp();
      const { status, body } = await create({}, to);
      expect([status, body.code]).toEqual([422, 'invalid_phone']);
      expect(messages).toEqual([]);
    },
  );

  it('knows by itself which numbers are possible, and of which country they are', async () => {
    const { create, messages } = setUp({ countries: ['GB', 'CA'] });
    expect((await create({}, '+447')).body.code).toBe('invalid_phone');
    expect((await create({}, '+9991234567')).body.code).toBe('invalid_phone');
    expect((await create({}, '+12025550123')).body.code).toBe('phone_blocked');
    expect((await create({}, '+14165550123')).status).toBe(201);
    expect((await create({}, '+447400123456')).status).toBe(201);
    expect(messages).toHaveLength(2);
  });

  it('asks checkPhone instead, and texts to the countries named only', async () => {
    const { create, messages } = setUp({
      checkPhone: to =>
        Promise.resolve(
          to.startsWith('+999')
            ? { valid: false }
            : { valid: true, country: to.startsWith('+44') ? 'GB' : 'US' },
        ),
      countries: ['GB'],
    });
    expect((await create({}, '+9991234567')).body.code).toBe('invalid_phone');
    const blocked = await create({}, '+12025550123');
    expect([blocked.status, blocked.body.code]).toEqual([403, 'phone_blocked']);
    expect((await create()).status).toBe(201);
    expect(messages).toHaveLength(1);
  });

  it('asks for a captcha, checks it, and sends nothing when it cannot be checked', async () => {
    const verifyCaptcha = (token: string) =>
      token === 'broken' ? Promise.reject(new Error('down')) : Promise.resolve(token === 'good');
    const { create, messages } = setUp({
      captcha: { provider: 'turnstile', siteKey: 'site', verify: verifyCaptcha },
    });
    const ask = (captcha?: string) => create({ body: { phone, purpose: 'sign-in', captcha } });
    expect((await ask()).body).toMatchObject({ status: 403, code: 'captcha_required' });
    expect((await ask('bad')).body).toMatchObject({ status: 403, code: 'captcha_failed' });
    expect((await ask('broken')).body).toMatchObject({ status: 503, code: 'server_error' });
    expect(messages).toEqual([]);
    expect((await ask('good')).status).toBe(201);
  });

  it('adds the bound last line where a host is named', async () => {
    const { create, messages, code } = setUp({ boundHost: 'shop.example' });
    await create();
    expect(messages[0]?.text.split('\n').at(-1)).toBe(`@shop.example #${code()}`);
  });
});

describe('asking again for a number within its cool-down', () => {
  it('returns to the code on its way, and sends nothing', async () => {
    const { create, verify, clock, messages, code } = setUp();
    const { id } = (await create()).body;
    clock.nowMs += 20_000;
    const again = await create();
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ id, resendIn: 40, expiresIn: 580 });
    expect(messages).toHaveLength(1);
    expect((await verify(id, code())).status).toBe(200);
  });

  it('returns to a challenge that was put away', async () => {
    const { create, call, verify, code } = setUp();
    const { id } = (await create()).body;
    expect((await call('DELETE', `/challenges/${id}`)).status).toBe(204);
    expect((await verify(id, code())).body.code).toBe('challenge_gone');
    expect((await create()).body.id).toBe(id);
    expect((await verify(id, code())).status).toBe(200);
  });

  it.each([
    ['another client', { client: clientB }],
    ['another purpose', { body: { phone, purpose: 'register' } }],
  ])('answers just_sent to %s', async (_name, init) => {
    const { create, clock, messages } = setUp();
    await create();
    clock.nowMs += 20_500;
    const { status, headers, body } = await create(init);
    expect([status, body.code]).toEqual([429, 'just_sent']);
    expect(body.retryAfter).toBe(40);
    expect(headers.get('retry-after')).toBe('40');
    expect(messages).toHaveLength(1);
  });

  it('answers rate_limited once the tries are used up', async () => {
    const { create, verify, wrong } = setUp();
    const { id } = (await create()).body;
    for (let i = 0; i < 5; i++) await verify(id, wrong());
    expect((await create()).body).toMatchObject({ code: 'rate_limited', retryAfter: 60 });
  });

  it('sends at once after a right code, because the number has shown who holds it', async () => {
    const { create, verify, code, messages } = setUp();
    await verify((await create()).body.id, code());
    expect((await create()).body.resendIn).toBe(60);
    expect(messages).toHaveLength(2);
  });
});

describe('resend', () => {
  it('waits for the cool-down, then sends a new code under the same id', async () => {
    const { create, resend, clock, messages } = setUp();
    const { id } = (await create()).body;
    clock.nowMs += 59_000;
    const early = await resend(id);
    expect(early.body).toMatchObject({ status: 429, code: 'rate_limited', retryAfter: 1 });
    clock.nowMs += 1000;
    const { status, body } = await resend(id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, expiresIn: 600, resendIn: 120, attemptsLeft: 5 });
    expect(messages).toHaveLength(2);
  });

  it('doubles the cool-down up to an hour, across challenges and clients', async () => {
    const { create, clock } = setUp();
    const waits: unknown[] = [];
    for (let i = 0; i < 9; i++) {
      const { resendIn = 0 } = (await create(i % 2 ? { client: clientB } : {})).body;
      waits.push(resendIn);
      clock.nowMs += resendIn * 1000;
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
    clock.nowMs += 24 * 3_600_000;
    expect((await create()).body.resendIn).toBe(60);
  });

  it('makes the newest code the only one', async () => {
    const { create, resend, verify, clock, code } = setUp();
    const { id } = (await create()).body;
    const first = code();
    clock.nowMs += 60_000;
    await resend(id);
    if (first !== code()) expect((await verify(id, first)).body.code).toBe('code_invalid');
    expect((await verify(id, code())).status).toBe(200);
  });

  it('does not give the tries back', async () => {
    const { create, resend, verify, clock, wrong } = setUp();
    const { id } = (await create()).body;
    for (let i = 0; i < 3; i++) await verify(id, wrong());
    clock.nowMs += 60_000;
    expect((await resend(id)).body.attemptsLeft).toBe(2);
    await verify(id, wrong());
    expect((await verify(id, wrong())).body.code).toBe('too_many_attempts');
    clock.nowMs += 3_600_000;
    expect((await resend(id)).body).toMatchObject({ status: 410, code: 'too_many_attempts' });
  });

  it('revives a challenge whose code has expired', async () => {
    const { create, resend, verify, clock, code } = setUp();
    const { id } = (await create()).body;
    clock.nowMs += 11 * 60_000;
    expect((await verify(id, code())).body.code).toBe('code_expired');
    expect((await resend(id)).status).toBe(200);
    expect((await verify(id, code())).status).toBe(200);
  });

  it('asks for a captcha where there is one', async () => {
    const { create, resend, clock } = setUp({
      captcha: { provider: 'p', siteKey: 's', verify: token => Promise.resolve(token === 'good') },
    });
    const { id } = (await create({ body: { phone, purpose: 'sign-in', captcha: 'good' } })).body;
    clock.nowMs += 60_000;
    expect((await resend(id)).body.code).toBe('captcha_required');
    expect((await resend(id, { body: { captcha: 'good' } })).status).toBe(200);
  });
});

describe('verify', () => {
  it('counts wrong codes down and answers the fifth with 410', async () => {
    const { create, verify, code, wrong } = setUp();
    const { id } = (await create()).body;
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect((await verify(id, wrong())).body).toMatchObject({
        status: 422,
        code: 'code_invalid',
        attemptsLeft,
      });
    }
    expect((await verify(id, wrong())).body).toMatchObject({
      status: 410,
      code: 'too_many_attempts',
      attemptsLeft: 0,
    });
    expect((await verify(id, code())).body.code).toBe('too_many_attempts');
  });

  it('accepts the right code on the fifth try', async () => {
    const { create, verify, code, wrong } = setUp();
    const { id } = (await create()).body;
    for (let i = 0; i < 4; i++) await verify(id, wrong());
    expect((await verify(id, code())).status).toBe(200);
  });

  it('accepts a code once', async () => {
    const { create, verify, code } = setUp();
    const { id } = (await create()).body;
    expect((await verify(id, code())).status).toBe(200);
    expect((await verify(id, code())).body).toMatchObject({ status: 404, code: 'challenge_gone' });
  });

  it('accepts a code for ten minutes, and forgets the challenge after another hour', async () => {
    const { create, verify, clock, code } = setUp();
    const { id } = (await create()).body;
    clock.nowMs += 10 * 60_000 - 1;
    await verify(id, '000000');
    clock.nowMs += 1;
    expect((await verify(id, code())).body).toMatchObject({ status: 410, code: 'code_expired' });
    clock.nowMs += 3_600_000;
    expect((await verify(id, code())).body.code).toBe('challenge_gone');
  });

  it('knows a challenge from the client that began it only, and others cost no try', async () => {
    const { create, verify, resend, call, clock, code } = setUp();
    const { id } = (await create()).body;
    expect((await verify(id, code(), { client: clientB })).body.code).toBe('challenge_gone');
    expect((await call('DELETE', `/challenges/${id}`, { client: clientB })).status).toBe(204);
    clock.nowMs += 60_000;
    expect((await resend(id, { client: clientB })).body.code).toBe('challenge_gone');
    expect((await resend(id)).body.attemptsLeft).toBe(5);
  });

  it("does not accept another challenge's code", async () => {
    const { create, verify, code, messages } = setUp();
    const { id } = (await create()).body;
    await create({}, '+12025550123');
    if (messages[0]?.code !== code()) expect((await verify(id, code())).body.code).toBe('code_invalid');
  });

  it('evaluates at most 20 wrong codes per number and day, whatever the challenge', async () => {
    const { create, verify, clock, code, wrong } = setUp();
    for (let i = 0; i < 4; i++) {
      const { id, resendIn = 0 } = (await create()).body;
      for (let j = 0; j < 5; j++) await verify(id, wrong());
      clock.nowMs += resendIn * 1000;
    }
    const { id } = (await create()).body;
    const refused = await verify(id, code());
    expect(refused.body).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(refused.body.retryAfter).toBeGreaterThan(23 * 3600);
    clock.nowMs += 24 * 3_600_000;
    const next = await create();
    expect((await verify(next.body.id, code())).status).toBe(200);
  });
});

describe('sending', () => {
  it('gives the cool-down back when the message was certainly refused', async () => {
    const { create, messages, log } = setUp({
      send: message => {
        messages.push(message);
        return messages.length === 1
          ? Promise.reject(new SendRefused(`no route to ${message.phone}, code ${message.code}`))
          : Promise.resolve();
      },
    });
    const refused = await create();
    expect(refused.body).toMatchObject({ status: 502, code: 'delivery_failed' });
    expect(refused.body.retryAfter).toBeUndefined();
    expect(JSON.stringify(refused.body)).not.toContain('no route');
    expect(log[0]?.detail).toContain('no route to +•••, code •••');
    expect((await create()).body).toMatchObject({ resendIn: 60, attemptsLeft: 5 });
  });

  it('keeps the cool-down and the code when nobody knows what became of the message', async () => {
    const { create, verify, code, messages } = setUp({
      send: message => {
        messages.push(message);
        return Promise.reject(new Error('socket hang up'));
      },
    });
    expect((await create()).body.code).toBe('delivery_failed');
    const live = await create();
    expect(live.body.resendIn).toBe(60);
    expect(messages).toHaveLength(1);
    expect((await verify(live.body.id, code())).status).toBe(200);
  });

  it('keeps the old code good when a resend is refused', async () => {
    const { held, send } = heldSend();
    const { create, resend, verify, clock } = setUp({ send });
    const creating = create();
    await vi.waitFor(() => expect(held).toHaveLength(1));
    held[0]?.resolve();
    const { id } = (await creating).body;
    clock.nowMs += 60_000;
    const resending = resend(id);
    await vi.waitFor(() => expect(held).toHaveLength(2));
    held[1]?.reject(new SendRefused('no'));
    expect((await resending).body.code).toBe('delivery_failed');
    expect((await verify(id, held[1]?.message.code ?? '')).body.code).toBe('code_invalid');
    expect((await verify(id, held[0]?.message.code ?? '')).status).toBe(200);
  });

  it.each([0, 1])('accepts code %i of two while the resend has no known outcome', async index => {
    const { messages, create, resend, verify, clock } = setUp({
      send: message => {
        messages.push(message);
        return messages.length === 1 ? Promise.resolve() : Promise.reject(new Error('time-out'));
      },
    });
    const { id } = (await create()).body;
    clock.nowMs += 60_000;
    expect((await resend(id)).status).toBe(502);
    expect((await verify(id, messages[index]?.code ?? '')).status).toBe(200);
  });

  it('gives up after ten seconds and tells the sender so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let aborted = false;
      let begun = false;
      const { create } = setUp({
        send: (_message, signal) => {
          begun = true;
          signal.addEventListener('abort', () => (aborted = true));
          return new Promise(() => {});
        },
      });
      const creating = create();
      while (!begun) await new Promise(setImmediate);
      await vi.advanceTimersByTimeAsync(9_999);
      expect(aborted).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect((await creating).body.code).toBe('delivery_failed');
      expect(aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('budgets', () => {
  const budgetOf = (count: number) => ({ count, seconds: 3600 });
  const numbers = Array.from({ length: 8 }, (_, i) => `+4477009001${10 + i}`).filter(isE164);

  it('refuses an address that has sent enough, without a cool-down for the number', async () => {
    const { create, messages } = setUp({ limits: { perAddress: budgetOf(2) } });
    const from = (address: string, index: number) => create({ peer: { address } }, numbers[index]);
    await from('2001:db8::1', 0);
    await from('2001:db8::2', 1);
    const refused = await from('2001:db8:0:0:ffff::3', 2);
    expect(refused.body).toMatchObject({ code: 'rate_limited', retryAfter: 3600 });
    expect((await from('2001:db8:0:1::1', 2)).status).toBe(201);
    expect(messages).toHaveLength(3);
  });

  it('takes the address from the option alone where there is one', async () => {
    const { create } = setUp({
      limits: { perAddress: budgetOf(1) },
      trustedAddress: request => request.headers.get('x-real-ip') ?? undefined,
    });
    const from = (address: string, index: number) =>
      create({ headers: { 'x-real-ip': address }, peer: { address: '10.0.0.1' } }, numbers[index]);
    expect((await from('192.0.2.1', 0)).status).toBe(201);
    expect((await from('192.0.2.2', 1)).status).toBe(201);
    expect((await from('192.0.2.2', 2)).status).toBe(429);
  });

  it('refuses everyone once all messages of the hour are sent, and no resend either', async () => {
    const { create, resend, clock } = setUp({ limits: { total: budgetOf(2) } });
    const { id } = (await create({}, numbers[0])).body;
    await create({}, numbers[1]);
    expect((await create({}, numbers[2])).body.code).toBe('rate_limited');
    clock.nowMs += 60_000;
    expect((await resend(id)).body.code).toBe('rate_limited');
  });

  it('sends nothing, and takes no cool-down, when the budget cannot be asked', async () => {
    let isDown = true;
    const take = () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(undefined));
    const { create, messages } = setUp({ budget: { take } });
    expect((await create()).body.code).toBe('server_error');
    expect(messages).toEqual([]);
    isDown = false;
    expect((await create()).status).toBe(201);
  });

  it('refuses a number that has got enough, whoever asks', async () => {
    const { create, verify, code } = setUp({ limits: { perPhone: budgetOf(1) } });
    await verify((await create()).body.id, code());
    expect((await create({ client: clientB })).body.code).toBe('rate_limited');
  });
});

describe('the log', () => {
  it('says one line a decision, without codes and whole numbers', async () => {
    const { create, verify, log, code } = setUp();
    const { id } = (await create()).body;
    await create();
    await verify(id, code());
    expect(log.map(({ event, outcome }) => `${event} ${outcome}`)).toEqual([
      'create sent',
      'create live',
      'verify ok',
    ]);
    expect(log.every(entry => entry.phone === '+44 ••••••0123')).toBe(true);
  });
});

describe('what the log says', () => {
  it('names the cool-down as what was spent', async () => {
    const { create, resend, log } = setUp();
    const { id } = (await create()).body;
    await create({ client: clientB });
    await resend(id);
    expect(log.map(({ event, outcome, budget }) => [event, outcome, budget])).toEqual([
      ['create', 'sent', undefined],
      ['create', 'just_sent', 'cooldown'],
      ['resend', 'rate_limited', 'cooldown'],
    ]);
  });

  it('tells a test number from one to which a message goes', async () => {
    const { create, log, messages } = setUp({ testNumbers: { '+447700900124': '424242' } });
    await create();
    await create({}, '+447700900124');
    expect(log.map(({ detail }) => detail)).toEqual([undefined, 'A test number']);
    expect(messages).toHaveLength(1);
  });
});

it('a challenge without tries says so to who wants another message', async () => {
  const { create, resend, verify, wrong, clock } = setUp();
  const { id } = (await create()).body;
  const verdicts = [];
  for (let i = 0; i < 5; i++) verdicts.push((await verify(id, wrong())).body);
  expect(verdicts.map(({ code, attemptsLeft }) => [code, attemptsLeft])).toEqual([
    ['code_invalid', 4],
    ['code_invalid', 3],
    ['code_invalid', 2],
    ['code_invalid', 1],
    ['too_many_attempts', 0],
  ]);
  clock.nowMs += 60_000;
  expect((await resend(id)).body).toMatchObject({ code: 'too_many_attempts', attemptsLeft: 0 });
  const gone = (await verify('unknown', '123456')).body;
  expect(gone.code).toBe('challenge_gone');
  expect(gone).not.toHaveProperty('attemptsLeft');
});
