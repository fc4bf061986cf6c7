/** Locking people out: what a device that verified a number before, a captcha, and the host can do about it. */
import { describe, expect, it } from 'vitest';
import type { PhoneServerOptions } from '../../../src/server/index.js';
import { clientA, clientB, phone, secret, setUp, site, type Answer } from './helpers.js';

const limit = (count: number, seconds = 3600) => ({ count, seconds });
const day = 24 * 3_600_000;
type Test = ReturnType<typeof setUp>;

/** What a browser keeps of an answer and sends with the next request. */
const cookies = (answer: Answer) => {
  const pairs = answer.headers.getSetCookie().map(line => line.split(';')[0]);
  return { cookie: pairs.join('; ') };
};
const knownCookie = (answer: Answer) =>
  answer.headers.getSetCookie().find(line => line.includes('phone-known'));

/** The owner signs in, and then somebody else spends four messages and twenty guesses on the number. */
async function signInAndLockOut(test: Test) {
  const signedIn = await test.verify((await test.create()).body.id, test.code());
  for (let round = 0; round < 4; round++) {
    test.clock.nowMs += 3_600_000;
    const { id } = (await test.create({ client: clientB })).body;
    for (let i = 0; i < 5; i++) await test.verify(id, test.wrong(), { client: clientB });
  }
  test.clock.nowMs += 3_600_000;
  return cookies(signedIn);
}

describe('a device that verified a number before', () => {
  it('is remembered by a cookie that no script reads, for 90 days', async () => {
    const { create, verify, code } = setUp();
    const line = knownCookie(await verify((await create()).body.id, code())) ?? '';
    expect(line).toMatch(/^__Host-phone-known=[\w-]{22}\.[a-z\d]+~[\w-]{43}; /);
    expect(line).toMatch(/; Max-Age=7776000;.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(line).not.toContain(phone.slice(-6));
  });

  it.each(['sign-in', 'mfa-verification'])(
    'gets in for %s though others locked the number',
    async purpose => {
      const test = setUp();
      const headers = await signInAndLockOut(test);
      const body = { phone, purpose };
      const locked = await test.create({ body });
      expect((await test.verify(locked.body.id, test.code())).body.code).toBe('rate_limited');
      const { id } = (await test.create({ body, headers })).body;
      expect((await test.verify(id, test.code(), { headers })).status).toBe(200);
    },
  );

  it('need not wait for a cool-down that others began', async () => {
    const test = setUp();
    const headers = cookies(await test.verify((await test.create()).body.id, test.code()));
    await test.create({ client: clientB });
    expect((await test.create()).status).toBe(429);
    expect((await test.create({ headers })).status).toBe(201);
    // Its own it has to wait for.
    expect((await test.create({ headers, client: clientB })).status).toBe(429);
  });

  it('has no more tries than others have', async () => {
    const test = setUp({ limits: { failures: limit(1), perAddress: limit(1000), perPhone: limit(1000) } });
    const headers = cookies(await test.verify((await test.create()).body.id, test.code()));
    let evaluated = 0;
    for (let round = 0; round < 6; round++) {
      test.clock.nowMs += 3_600_000;
      const { id } = (await test.create({ headers })).body;
      for (let i = 0; i < 6; i++) {
        const { body } = await test.verify(id, test.wrong(), { headers });
        if (body.attemptsLeft !== undefined && body.attemptsLeft < 5)
          evaluated += Number(body.code === 'code_invalid' || (body.attemptsLeft === 0 && i < 5));
      }
    }
    expect(evaluated).toBe(20);
  });

  it('shares one budget of messages with all others of its number', async () => {
    const test = setUp({ limits: { perPhone: limit(2) } });
    const first = cookies(await test.verify((await test.create()).body.id, test.code()));
    const second = cookies(await test.verify((await test.create()).body.id, test.code()));
    const sent = [];
    for (const headers of [first, second, first, second]) {
      const { status, body } = await test.create({ headers });
      sent.push(status);
      if (status === 201) await test.verify(body.id, test.code(), { headers });
    }
    expect(sent).toEqual([201, 201, 429, 429]);
  });

  it('knows up to three numbers', async () => {
    const test = setUp();
    let headers = {};
    const numbers = ['+447400123456', '+33612345678', '+12025550123', '+4915112345678'];
    for (const number of numbers) {
      const { id } = (await test.create({ headers }, number)).body;
      headers = cookies(await test.verify(id, test.code(), { headers }));
    }
    const known = [];
    for (const number of numbers)
      known.push(((await test.create({ headers }, number)).body.id ?? '').endsWith('.known'));
    expect(known).toEqual([false, true, true, true]);
  });

  it('has no more read of its cookie than three numbers, and nothing where that is cut short', async () => {
    const test = setUp();
    const line = knownCookie(await test.verify((await test.create()).body.id, test.code())) ?? '';
    const [value = ''] = line.split(';');
    const [device, entry] = value.split('.');
    const isKnown = async (cookie: string) => {
      const { id = '' } = (await test.create({ headers: { cookie }, client: clientB })).body;
      return id.endsWith('.known');
    };
    expect(await isKnown([device, 'a', 'b', 'c', entry].join('.'))).toBe(false);
    expect(await isKnown(`${device}A.${entry}`)).toBe(false);
    expect(await isKnown(`__Host-phone-known=A${value.slice('__Host-phone-known='.length)}`)).toBe(false);
    expect(await isKnown(device ?? '')).toBe(false);
    const long = [device, 'a', entry, 'b', 'c', 'd'].join('.');
    const again = await test.create({ headers: { cookie: long } }, '+447400123456');
    const kept = knownCookie(await test.verify(again.body.id, test.code(), { headers: { cookie: long } }));
    const own = kept?.split(';')[0]?.split('.') ?? [];
    expect([own[0], ...own.slice(2)]).toEqual([device, 'a', entry]);
    const same = { headers: { cookie: value } };
    test.clock.nowMs += 60_000;
    const back = await test.create(same);
    const renewed = knownCookie(await test.verify(back.body.id, test.code(), same));
    expect(renewed?.split(';')[0]?.split('.')).toHaveLength(2);
  });

  it.each<[string, (value: string) => string]>([
    ['of another device', value => value.replace(/=.{22}/, `=${'A'.repeat(22)}`)],
    ['with a later end', value => value.replace(/\.[a-z\d]+~/, '.zzzzzz~')],
    ['without an HMAC', value => value.replace(/~.*/, '~')],
    ['made of nothing', () => '__Host-phone-known=.~.~'],
  ])('is not believed %s', async (_what, forge) => {
    const test = setUp();
    const line = knownCookie(await test.verify((await test.create()).body.id, test.code())) ?? '';
    const cookie = forge(line.split(';')[0] ?? '');
    expect((await test.create({ headers: { cookie } })).body.id).not.toMatch(/known/);
  });

  it('is not known for another number, after 90 days, or under another secret', async () => {
    const test = setUp();
    const headers = cookies(await test.verify((await test.create()).body.id, test.code()));
    const isKnown = async (of: Test, number?: string) =>
      /known/.test((await of.create({ headers }, number)).body.id ?? '');
    expect(await isKnown(setUp({ secret: [`${secret}!`, secret] }))).toBe(true);
    expect(await isKnown(setUp({ secret: `${secret}!` }))).toBe(false);
    expect(await isKnown(test, '+447400123456')).toBe(false);
    test.clock.nowMs += 90 * day - 1000;
    expect(await isKnown(test)).toBe(true);
    const later = setUp();
    later.clock.nowMs += 90 * day;
    expect(await isKnown(later)).toBe(false);
  });

  it('cannot be played by an id that says so', async () => {
    const test = setUp({ limits: { failures: limit(0) } });
    const { id } = (await test.create()).body;
    expect((await test.verify(`${id}.known`, test.code())).body.code).toBe('challenge_gone');
  });

  it('is not remembered where the page keeps nothing, or is another site', async () => {
    const options = { origins: ['https://other.example'] };
    for (const { body, headers } of [
      { body: { persist: false }, headers: {} },
      { body: {}, headers: { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' } },
    ]) {
      const test = setUp(options);
      const { id } = (await test.create({ headers })).body;
      const answer = await test.verify(id, '', { body: { code: test.code(), ...body }, headers });
      expect(answer.status).toBe(200);
      expect(knownCookie(answer)).toBeUndefined();
    }
    const test = setUp();
    const { id } = (await test.create()).body;
    const wrong = await test.verify(id, '', { body: { code: test.code(), persist: 'no' } });
    expect(wrong.body).toMatchObject({ status: 400, code: 'malformed_request' });
  });
});

describe('when the wrong codes of all are spent', () => {
  const captcha = {
    provider: 'p',
    siteKey: 's',
    verify: (token: string) => Promise.resolve(token === 'good'),
  };
  const spend = async (options: Partial<PhoneServerOptions> = {}) => {
    const test = setUp({ limits: { failures: limit(2), failuresPerAddress: limit(5) }, ...options });
    const body = (number: string) => ({ phone: number, purpose: 'sign-in', captcha: 'good' });
    const foe = (await test.create({ body: body('+447400123456'), client: clientB })).body.id;
    for (let i = 0; i < 2; i++) await test.verify(foe, test.wrong(), { client: clientB });
    const { id } = (await test.create({ body: body(phone) })).body;
    return { ...test, id };
  };

  it('a captcha lets who passes it try, where one is configured', async () => {
    const { id, verify, code, wrong } = await spend({ captcha });
    const guess = (said: string, token?: string) =>
      verify(id, '', {
        body: { code: said, ...(token !== undefined && { captcha: token }) },
        key: `${said}`,
      });
    expect((await guess(code())).body).toMatchObject({ status: 403, code: 'captcha_required' });
    expect((await guess(code(), 'bad')).body).toMatchObject({ status: 403, code: 'captcha_failed' });
    expect((await guess(wrong(), 'good')).body).toMatchObject({ code: 'code_invalid', attemptsLeft: 4 });
    expect((await guess(code(), 'good')).body).toMatchObject({ result: 'session' });
  });

  it('without a captcha all wait', async () => {
    const { id, verify, code } = await spend();
    expect((await verify(id, code())).body.code).toBe('rate_limited');
  });

  it('a device that is known is asked for nothing', async () => {
    const owner = setUp();
    const headers = cookies(await owner.verify((await owner.create()).body.id, owner.code()));
    const test = await spend({ captcha });
    test.clock.nowMs += 60_000;
    const { id } = (await test.create({ body: { phone, purpose: 'sign-in', captcha: 'good' }, headers }))
      .body;
    expect((await test.verify(id, test.code(), { headers })).status).toBe(200);
  });

  it('a captcha does not open the budget of an address', async () => {
    const limits = { failures: limit(2), failuresPerAddress: limit(1) };
    const { id, call, code, wrong } = await spend({ captcha, limits });
    const guess = (said: string) =>
      call('POST', `/challenges/${id}/verify`, {
        body: { code: said, captcha: 'good' },
        peer: { address: '192.0.2.1' },
      });
    expect((await guess(wrong())).body.code).toBe('code_invalid');
    expect((await guess(code())).body.code).toBe('rate_limited');
    // Nor is one asked for: it would be solved for nothing.
    const init = { body: { code: code() }, peer: { address: '192.0.2.1' } };
    expect((await call('POST', `/challenges/${id}/verify`, init)).body.code).toBe('rate_limited');
  });
});

describe('unlock', () => {
  it('lets an owner in whom others locked out', async () => {
    const test = setUp({ limits: { perPhone: limit(5, 86_400) } });
    await signInAndLockOut(test);
    expect((await test.create({ client: clientA })).body.code).toBe('rate_limited');
    await test.server.unlock(phone);
    const { id } = (await test.create()).body;
    expect((await test.verify(id, test.code())).body).toMatchObject({ result: 'session' });
  });

  it('takes a number, and says so', async () => {
    await expect(setUp().server.unlock('07700 900123')).rejects.toThrow(/\+447700900123/);
  });
});

describe('a widget of version 0.1', () => {
  it('signs in as before: it sends neither captcha nor persist with a code', async () => {
    const test = setUp();
    const headers = { origin: site };
    const first = await test.create({ body: { purpose: 'sign-in', locale: 'en', phone }, headers, key: 'a' });
    expect(Object.keys(first.body)).toEqual([
      'id',
      'purpose',
      'maskedPhone',
      'codeLength',
      'expiresIn',
      'resendIn',
      'attemptsLeft',
    ]);
    test.clock.nowMs += 60_000;
    expect((await test.resend(first.body.id, { body: {}, headers, key: 'b' })).status).toBe(200);
    const wrong = await test.verify(first.body.id, test.wrong(), { headers, key: 'c' });
    expect(wrong.body).toMatchObject({ code: 'code_invalid', attemptsLeft: 4 });
    const done = await test.verify(first.body.id, test.code(), { headers, key: 'd' });
    expect(Object.keys(done.body)).toEqual(['result', 'expiresIn', 'claims']);
    // Again, as the device that it now is: what the widget takes for an id it only hands back.
    const known = { ...headers, ...cookies(done) };
    const { id } = (await test.create({ headers: known, key: 'e' })).body;
    expect((await test.verify(id, test.code(), { headers: known, key: 'f' })).status).toBe(200);
  });

  it('shows an error that it knows when the guesses of all are spent', async () => {
    const captcha = { provider: 'p', siteKey: 's', verify: () => Promise.resolve(true) };
    const { create, verify, code, wrong } = setUp({ captcha, limits: { failures: limit(1) } });
    const { id } = (await create({ body: { phone, purpose: 'sign-in', captcha: 'good' } })).body;
    await verify(id, wrong());
    expect((await verify(id, code(), { key: 'a' })).body.code).toBe('captcha_required');
  });
});
