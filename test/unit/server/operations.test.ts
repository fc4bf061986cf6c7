/** What who runs a server needs: health, counters, and numbers for tests. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore, createPhoneServer } from '../../../src/server/index.js';
import { secret, setUp } from './helpers.js';

describe('health', () => {
  it('is ok while the process answers, whatever the store does; ready is not', async () => {
    let isDown = false;
    const store = {
      ...createMemoryStore(),
      check: () => (isDown ? Promise.reject(new Error('redis is down')) : Promise.resolve()),
    };
    const { call, log, messages } = setUp({ store });
    const get = (path: string) => call('GET', path, { client: null });
    const well = await get('/ready');
    expect([well.status, well.body]).toEqual([200, { status: 'ok' }]);
    isDown = true;
    const ill = await get('/ready');
    expect(ill.body).toMatchObject({ status: 503, code: 'server_error' });
    expect(JSON.stringify(ill.body)).not.toContain('redis');
    expect(log.map(({ event, outcome, detail }) => [event, outcome, detail])).toEqual([
      ['ready', 'server_error', 'Error: redis is down'],
    ]);
    expect((await get('/health')).status).toBe(200);
    expect(messages).toEqual([]);
  });

  it('asks the store once for all who want to know at the same time', async () => {
    let checks = 0;
    let end = () => {};
    const ended = new Promise<void>(resolve => (end = resolve));
    const check = () => {
      checks += 1;
      return ended;
    };
    const { call } = setUp({ store: { ...createMemoryStore(), check } });
    const answers = Promise.all(Array.from({ length: 20 }, () => call('GET', '/ready')));
    end();
    expect((await answers).map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(checks).toBe(1);
  });
});

describe('a log', () => {
  afterEach(() => vi.restoreAllMocks());

  it('that there is not has warnings said on the console, and nothing else', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { create, verify, wrong } = setUp({ log: undefined } as object);
    const { id } = (await create()).body;
    await verify(id, wrong());
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^phone-sign-in: The listener tells no address/)],
    ]);
  });

  it('that there is has the warnings instead of the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { create, warnings } = setUp();
    await create();
    expect(warnings.at(-1)).toMatchObject({ event: 'setup', outcome: 'warning' });
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    ['throws', () => { throw new Error('EPIPE: +447700900123'); }], // prettier-ignore
    ['rejects', () => Promise.reject(new Error('EPIPE: +447700900123'))],
  ] as [string, () => never][])('that %s costs its lines, and no answer', async (_how, log) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { create, verify, code } = setUp({ log });
    const { id } = (await create()).body;
    expect((await verify(id, code())).body).toMatchObject({ result: 'session' });
    expect(warn.mock.calls).toEqual([
      ['phone-sign-in: "log" failed, and lines are lost: Error: EPIPE: +•••'],
    ]);
  });
});

describe('metrics', () => {
  it('count what was decided, without a word of any request', async () => {
    const { server, create, verify, wrong, code } = setUp();
    const { id } = (await create({ key: 'key' })).body;
    await create({ key: 'key' });
    await verify(id, wrong());
    await verify(id, wrong());
    await verify(id, code());
    await create({}, 'not a number');
    const text = server.metrics();
    const line = (labels: string) =>
      new RegExp(`^phone_sign_in_decisions_total\\{${labels}\\} (\\d+)$`, 'm').exec(text)?.[1];
    expect(line('event="create",outcome="sent"')).toBe('1');
    expect(line('event="create",outcome="repeated"')).toBe('1');
    expect(line('event="create",outcome="invalid_phone"')).toBe('1');
    expect(line('event="verify",outcome="code_invalid"')).toBe('2');
    expect(line('event="verify",outcome="ok"')).toBe('1');
    expect(text).toContain('phone_sign_in_duration_seconds_bucket{event="verify",le="+Inf"} 3\n');
    expect(text).toContain('phone_sign_in_duration_seconds_count{event="create"} 3\n');
    for (const each of text.trimEnd().split('\n')) {
      expect(each).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+\{[^}]*\} [\d.e+-]+)$/);
    }
    expect(text).not.toMatch(/7700900123|not a number/);
  });
});

describe('test numbers', () => {
  const testNumbers = { '+15005550006': '246810' };
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('have their code without a message, and rules like all others', async () => {
    const { create, verify, resend, clock, messages } = setUp({
      testNumbers,
      limits: { total: { count: 0, seconds: 60 } },
      checkPhone: () => ({ valid: true }),
    });
    const { id } = (await create({}, '+15005550006')).body;
    expect((await verify(id, '111111')).body).toMatchObject({ code: 'code_invalid', attemptsLeft: 4 });
    expect((await resend(id)).body.code).toBe('rate_limited');
    clock.nowMs += 60_000;
    expect((await resend(id)).status).toBe(200);
    expect((await verify(id, '246810')).body).toMatchObject({ result: 'session' });
    expect(messages).toEqual([]);
    expect((await create({}, '+12025550123')).body.code).toBe('rate_limited');
  });

  it.each(['production', 'staging', undefined])('are refused where NODE_ENV is %s', environment => {
    vi.stubEnv('NODE_ENV', environment);
    const options = { secret, send: () => Promise.resolve() };
    expect(() => createPhoneServer({ ...options, testNumbers })).toThrow(/testNumbers/);
    createPhoneServer(options);
  });

  it('are allowed where it is development', () => {
    vi.stubEnv('NODE_ENV', 'development');
    createPhoneServer({ secret, send: () => Promise.resolve(), testNumbers });
  });
});
