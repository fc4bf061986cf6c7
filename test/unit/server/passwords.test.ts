/** `POST /password`: the number with its password, by the host's own check. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GivenPassword, PhoneServerOptions } from '../../../src/server/index.js';
import { phone, setUp as setUpServer, type CallInit } from './helpers.js';

const right = 'correct horse battery';
const other = '+447700900124';
const verifyPassword = (given: Pick<GivenPassword, 'phone' | 'password'>) =>
  given.phone === phone && given.password === right && { name: 'Ada' };

afterEach(() => void vi.useRealTimers());

function setUp(options: Partial<PhoneServerOptions> = {}) {
  const test = setUpServer({ verifyPassword, ...options });
  const signIn = (password = right, number = phone, init: CallInit = {}) =>
    test.call('POST', '/password', { body: { phone: number, password }, ...init });
  return { ...test, signIn };
}

describe('a password', () => {
  it('that is right is a session with what the host knows', async () => {
    const { signIn, server } = setUp();
    const { status, body, headers } = await signIn();
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: 'session', claims: { name: 'Ada', phone } });
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const session = await server.verifySession(new Request('https://shop.example/', { headers: { cookie } }));
    expect(session).toMatchObject({ phone, purpose: 'sign-in', claims: { name: 'Ada' } });
  });

  it('that is wrong, and a number without an account, get the same answer', async () => {
    const { signIn } = setUp();
    const [wrong, unknown] = await Promise.all([signIn('nope'), signIn(right, other)]);
    expect(wrong.body).toMatchObject({ status: 401, code: 'credentials_invalid' });
    // Each names its own request.
    for (const { headers } of [wrong, unknown]) headers.delete('x-request-id');
    expect(unknown).toEqual(wrong);
  });

  it('is answered at the same time whether or not the host has hashed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const asked: string[] = [];
    const { signIn } = setUp({
      verifyPassword: async given => {
        asked.push(given.phone);
        if (given.phone === phone) await new Promise(done => setTimeout(done, 180));
        return false;
      },
    });
    const answered: string[] = [];
    const all = [phone, other].map(number => signIn('nope', number).then(() => answered.push(number)));
    // Turns of the event loop, which is not a fake one.
    while (asked.length < 2) await new Promise(done => setImmediate(done));
    await vi.advanceTimersByTimeAsync(499);
    expect(answered).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all(all);
    expect(answered).toHaveLength(2);
  });

  it('locks its number after ten that were wrong, with an account or not, and the right one too', async () => {
    const { signIn, server, clock, log } = setUp();
    await Promise.all(Array.from({ length: 10 }, () => signIn('nope')));
    await Promise.all(Array.from({ length: 10 }, () => signIn('nope', other)));
    for (const number of [phone, other]) {
      const { status, body } = await signIn(right, number);
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'account_locked' });
      expect(log.at(-1)).toMatchObject({ outcome: 'account_locked', budget: 'passwordsPerPhone' });
      expect(body.retryAfter).toBeGreaterThan(0);
    }
    clock.nowMs += 1000;
    await server.unlock(phone);
    expect((await signIn()).status).toBe(200);
  });

  it('of many at once no more than ten are looked at', async () => {
    let looked = 0;
    const { signIn } = setUp({ verifyPassword: () => (looked++, false) });
    await Promise.all(Array.from({ length: 40 }, (_, at) => signIn(`guess ${at}`)));
    expect(looked).toBe(10);
  });

  it('has budgets by address and in all, and the right ones cost nothing', async () => {
    const two = { count: 2, seconds: 3600 };
    const peer = { address: '203.0.113.7' };
    const byAddress = setUp({ limits: { passwordsPerAddress: two } });
    for (let tries = 0; tries < 4; tries++)
      expect((await byAddress.signIn(right, phone, { peer })).status).toBe(200);
    await byAddress.signIn('nope', phone, { peer });
    await byAddress.signIn('nope', other, { peer });
    expect((await byAddress.signIn(right, phone, { peer })).body.code).toBe('rate_limited');
    const inAll = setUp({ limits: { passwords: two } });
    await inAll.signIn('nope');
    await inAll.signIn('nope', other);
    expect((await inAll.signIn()).body.code).toBe('rate_limited');
  });

  it('is neither logged nor kept', async () => {
    const { signIn, log } = setUp();
    await signIn('a very secret word', phone, { key: 'key-1' });
    expect(JSON.stringify(log)).not.toContain('secret word');
    expect(log).toMatchObject([{ event: 'password', outcome: 'credentials_invalid', purpose: 'sign-in' }]);
    expect(log[0]?.phone).not.toContain('900123');
    // The same key with another password is looked at anew: no answer stands for both.
    expect((await signIn(right, phone, { key: 'key-1' })).status).toBe(200);
  });

  it('whose account is blocked says so to who knows it', async () => {
    const { signIn } = setUp({
      verifyPassword: ({ password }) => password === right && { deny: 'account_blocked' },
    });
    expect((await signIn()).body.code).toBe('account_blocked');
    expect((await signIn('nope')).body.code).toBe('credentials_invalid');
  });

  it('that the host cannot check lets nobody in, and counts for nothing', async () => {
    let isDown = true;
    const { signIn } = setUp({
      limits: { passwordsPerPhone: { count: 1, seconds: 3600 } },
      verifyPassword: given => {
        if (isDown) throw new Error('the database is down');
        return verifyPassword(given);
      },
    });
    for (let tries = 0; tries < 3; tries++) expect((await signIn()).status).toBe(503);
    isDown = false;
    expect((await signIn()).status).toBe(200);
  });

  it.each([undefined, null, 7, [], 'yes'])('that is answered by %j lets nobody in', async answer => {
    const { signIn } = setUp({ verifyPassword: () => answer as never });
    expect((await signIn()).status).toBe(503);
  });

  it.each([
    [{ phone }, 400],
    [{ phone, password: '' }, 400],
    [{ phone, password: 7 }, 400],
    [{ phone, password: 'x'.repeat(1025) }, 400],
    [{ phone: '07700', password: right }, 422],
    [{ password: right }, 422],
  ])('must be well-formed: %#', async (body, status) => {
    const { call } = setUp();
    expect((await call('POST', '/password', { body })).status).toBe(status);
  });

  it('wants the captcha that a message wants', async () => {
    const captcha = {
      provider: 'x',
      siteKey: 'y',
      verify: (token: string) => Promise.resolve(token === 'human'),
    };
    const { signIn } = setUp({ captcha });
    expect((await signIn()).body.code).toBe('captcha_required');
    const body = { phone, password: right, captcha: 'human' };
    expect((await signIn(right, phone, { body })).status).toBe(200);
  });

  it('is not there without the hook, or where nobody signs in; the config says so', async () => {
    const without = setUp({ verifyPassword: undefined as never });
    expect((await without.signIn()).status).toBe(404);
    expect((await without.call('GET', '/config')).body).toMatchObject({ firstFactors: ['code'] });
    expect((await setUp({ purposes: ['generic'] }).signIn()).status).toBe(404);
    const config = await setUp().call('GET', '/config');
    expect(config.body).toMatchObject({ firstFactors: ['code', 'password'] });
  });
});
