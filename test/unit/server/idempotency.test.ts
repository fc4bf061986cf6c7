import { describe, expect, it, vi } from 'vitest';
import type { E164 } from '../../../src/protocol.js';
import { createMemoryStore, SendRefused, type Store } from '../../../src/server/index.js';
import { clientB, heldSend, phone, setUp } from './helpers.js';

describe('an idempotency key', () => {
  it('repeats the first answer and sends nothing', async () => {
    const { create, messages, log } = setUp();
    const first = await create({ key: 'one' });
    const second = await create({ key: 'one' });
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(messages).toHaveLength(1);
    expect(log[1]?.outcome).toBe('repeated');
  });

  it('repeats durations as they are by then', async () => {
    const { create, clock } = setUp();
    await create({ key: 'one' });
    clock.nowMs += 20_000;
    expect((await create({ key: 'one' })).body).toMatchObject({ expiresIn: 580, resendIn: 40 });
  });

  it('makes 50 duplicates in flight one message with one answer', async () => {
    const { held, send } = heldSend();
    const { create } = setUp({ send });
    const all = Promise.all(Array.from({ length: 50 }, () => create({ key: 'one' })));
    await vi.waitFor(() => expect(held).toHaveLength(1));
    held[0]?.resolve();
    const answers = await all;
    expect(held).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });

  it('belongs to one request: another body or path is a mismatch', async () => {
    const { create, verify, code, messages } = setUp();
    const { id } = (await create({ key: 'one' })).body;
    const other = await create({ key: 'one', body: { phone, purpose: 'register' } });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
    expect((await verify(id, code(), { key: 'one' })).body.code).toBe('idempotency_mismatch');
    expect(messages).toHaveLength(1);
  });

  it('stays the same intent with a fresh captcha token and in another language', async () => {
    const { create, messages } = setUp();
    const first = await create({
      key: 'one',
      body: { phone, purpose: 'sign-in', locale: 'en', captcha: 'a' },
    });
    const second = await create({
      key: 'one',
      body: { phone, purpose: 'sign-in', locale: 'th', captcha: 'b' },
    });
    expect(second.body).toEqual(first.body);
    expect(messages).toHaveLength(1);
  });

  it('belongs to one client', async () => {
    const { create, messages } = setUp();
    await create({ key: 'one' });
    expect((await create({ key: 'one', client: clientB }, '+12025550123')).status).toBe(201);
    expect(messages).toHaveLength(2);
  });

  it('repeats a resend without another message', async () => {
    const { create, resend, clock, messages } = setUp();
    const { id } = (await create()).body;
    clock.nowMs += 60_000;
    const first = await resend(id, { key: 'again' });
    expect((await resend(id, { key: 'again' })).body).toEqual(first.body);
    expect(messages).toHaveLength(2);
  });

  it('repeats a verified session with its cookie', async () => {
    const { create, verify, code } = setUp();
    const { id } = (await create()).body;
    const first = await verify(id, code(), { key: 'verify' });
    const second = await verify(id, code(), { key: 'verify' });
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('set-cookie')).toBe(first.headers.get('set-cookie'));
    expect(second.headers.get('cache-control')).toBe('no-store');
  });

  it('counts a wrong code once', async () => {
    const { create, verify, wrong } = setUp();
    const { id } = (await create()).body;
    await verify(id, wrong(), { key: 'guess' });
    expect((await verify(id, wrong(), { key: 'guess' })).body).toMatchObject({
      status: 422,
      attemptsLeft: 4,
    });
    expect((await verify(id, wrong())).body.attemptsLeft).toBe(3);
  });

  it('repeats a refusal of the provider', async () => {
    let sends = 0;
    const { create } = setUp({
      send: () => {
        sends += 1;
        return Promise.reject(new SendRefused('no'));
      },
    });
    await create({ key: 'one' });
    expect((await create({ key: 'one' })).body.code).toBe('delivery_failed');
    expect(sends).toBe(1);
  });

  it('is free again after an answer by which nothing was decided', async () => {
    const { create, clock, messages } = setUp();
    await create();
    expect((await create({ key: 'one', client: clientB })).status).toBe(429);
    clock.nowMs += 60_000;
    expect((await create({ key: 'one', client: clientB })).status).toBe(201);
    expect(messages).toHaveLength(2);
  });

  it.each([
    ['a fresh captcha token', { captcha: 'fresh' }, 'captcha_failed'],
    ['a captcha token at all', { captcha: 'fresh' }, 'captcha_required'],
    ['somebody who is signed in', {}, 'unauthenticated'],
  ])('lets %s pass with the same key', async (_name, more, code) => {
    let isSignedIn = false;
    const { create, messages } = setUp({
      ...(code === 'unauthenticated'
        ? { resolvePhone: () => (isSignedIn ? (phone as E164) : undefined) }
        : { captcha: { provider: 'p', siteKey: 's', verify: token => Promise.resolve(token === 'fresh') } }),
    });
    const asked =
      code === 'unauthenticated' ? { purpose: 'mfa-verification' } : { phone, purpose: 'sign-in' };
    const stale = code === 'captcha_failed' ? { captcha: 'stale' } : {};
    expect((await create({ key: 'one', body: { ...asked, ...stale } })).body.code).toBe(code);
    isSignedIn = true;
    expect((await create({ key: 'one', body: { ...asked, ...more } })).status).toBe(201);
    expect(messages).toHaveLength(1);
  });

  it.each([
    [0, 201],
    [15_000, 201],
    [15_001, 503],
  ])('waits for the first of two requests, and no longer than 15 s: %i ms', async (ms, status) => {
    const memory = createMemoryStore();
    const test = setUp({
      store: {
        ...memory,
        claim: (...of) => {
          if (++claims > 1) return memory.claim(...of);
          test.clock.nowMs += ms;
          return Promise.resolve({ kind: 'running', ended: Promise.resolve() });
        },
      },
    });
    let claims = 0;
    const answer = await test.create({ key: 'one' });
    expect(answer.status).toBe(status);
    if (status === 503) expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('is taken by a name that no other request has', async () => {
    const memory = createMemoryStore();
    const owners: string[] = [];
    const claim: Store['claim'] = (key, fingerprint, owner, nowMs) => {
      owners.push(owner);
      return memory.claim(key, fingerprint, owner, nowMs);
    };
    const { create } = setUp({ store: { ...memory, claim } });
    await create({ key: 'one' });
    await create({ key: 'two' });
    expect(owners).toHaveLength(2);
    for (const owner of owners) expect(owner).toMatch(/^[\w-]{22}\.\d+$/);
    expect(owners[0]).not.toBe(owners[1]);
  });

  it('keeps nobody waiting who is refused because the store is down', async () => {
    const down = () => Promise.reject(new Error('down'));
    const finish = () => new Promise<never>(() => undefined);
    const { create } = setUp({ store: { ...createMemoryStore(), begin: down, finish } });
    expect((await create({ key: 'one' })).status).toBe(503);
  });

  it('leaves nothing behind where nothing was decided, however many are sent', async () => {
    const memory = createMemoryStore();
    const kept: unknown[] = [];
    const claimed = new Set<string>();
    const store: Store = {
      ...memory,
      claim: (key, ...rest) => {
        claimed.add(key);
        return memory.claim(key, ...rest);
      },
      finish: (key, owner, answer, nowMs) => {
        if (answer === undefined) claimed.delete(key);
        else kept.push(answer);
        return memory.finish(key, owner, answer, nowMs);
      },
    };
    const { create, resend, verify, clock } = setUp({ store, purposes: ['sign-in', 'generic'] });
    const { id } = (await create()).body;
    let keys = 0;
    const answers = [];
    for (let i = 0; i < 5; i++) {
      const key = () => ({ key: `key-${keys++}` });
      answers.push(
        await verify('unknown', '123456', key()),
        await resend('unknown', key()),
        await create(key(), '+12'),
        await create({ ...key(), body: { phone, purpose: 'register' } }),
        await create({ ...key(), client: clientB }),
        await create(key()),
        await resend(id, key()),
      );
    }
    clock.nowMs += 10 * 60_000;
    answers.push(await verify(id, '123456', { key: 'late' }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 422, 400, 429, 201, 410]));
    expect([kept, claimed.size]).toEqual([[], 0]);
  });
});
