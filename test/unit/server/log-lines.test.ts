/** The line of the log that each call leaves, and what it must not hold. */
import { describe, expect, it } from 'vitest';
import { phone, setUp } from './helpers.js';

const peer = { address: '192.0.2.1' };

describe('a line of the log', () => {
  it('has the name that the answer has, and of the address an HMAC alone', async () => {
    const { create, log } = setUp();
    const { headers } = await create({ peer });
    const [line] = log;
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{22}$/);
    expect(line?.request).toBe(headers.get('x-request-id'));
    expect(line?.address).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(log)).not.toMatch(/192\.0\.2|7700 ?900/);
    await create({}, '+447700900124');
    expect(log[1]).not.toHaveProperty('address');
    expect(log[1]).not.toHaveProperty('budget');
    expect(log[1]).not.toHaveProperty('detail');
  });

  it('names the challenge of a path where that looks like one, and nothing else that stands there', async () => {
    const { create, verify, wrong, resend, log } = setUp();
    const { id } = (await create()).body;
    await verify(id, wrong());
    await verify('my-secret-password', '123456');
    await resend(`${id}x`);
    expect(log.map(({ challenge }) => challenge)).toEqual([id, id, undefined, undefined]);
    for (const line of log.slice(2)) expect(line).not.toHaveProperty('challenge');
  });

  it('is not left by a probe that finds all well', async () => {
    const { server, log } = setUp();
    for (const path of ['health', 'ready']) {
      const { status, headers } = await server.fetch(new Request(`https://shop.example/api/phone/${path}`));
      expect([status, headers.get('x-request-id')]).toEqual([200, null]);
    }
    expect(log).toEqual([]);
  });

  it('says that there were too many requests, before anything else of them is looked at', async () => {
    const { call, log, server } = setUp({ limits: { requests: { count: 1, seconds: 60 } } });
    await call('POST', '/challenges', { peer, body: { phone, purpose: 'sign-in' } });
    const { body, headers } = await call('POST', '/challenges', { peer, body: '{', client: null });
    expect(body).toMatchObject({ code: 'rate_limited', retryAfter: 60 });
    expect(headers.get('retry-after')).toBe('60');
    expect(log[1]).toMatchObject({ outcome: 'rate_limited', budget: 'requests' });
    const [, sum] = /duration_seconds_sum\{event="create"\} (\S+)/.exec(server.metrics()) ?? [];
    expect(Number(sum)).toBeGreaterThan(0);
    expect(Number(sum)).toBeLessThan(60);
  });

  it('says why, and the cause before what the page is told', async () => {
    const { create, log } = setUp({
      checkPhone: () => Promise.reject(new TypeError('plan 4477009001 is broken')),
    });
    const { body } = await create();
    expect(body.code).toBe('server_error');
    expect(JSON.stringify(body)).not.toContain('broken');
    expect(log[0]?.detail).toBe('TypeError: plan ••• is broken');
    const other = setUp();
    await other.call('POST', '/challenges', { body: { phone, purpose: 'nothing' } });
    expect(other.log[0]?.detail).toMatch(/^"purpose" must be one of: /);
  });
});
