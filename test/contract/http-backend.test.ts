/** The widget's HTTP adapter against our own server: both ends of the contract. */
import { describe, expect, it } from 'vitest';
import { createHttpBackend } from '../../src/backends/http.js';
import type { E164 } from '../../src/protocol.js';
import { SendRefused, createPhoneServer, type PhoneServerOptions } from '../../src/server/index.js';
import { toNodeListener } from '../../src/server/node.js';
import {
  backendContract,
  callOptions,
  failureOf,
  password,
  phone,
  wrongCode,
  type System,
} from './backend-suite.js';
import { cookieFetch, startLoopback } from './loopback.js';

const secret = 'a secret of the tests, long enough!';

backendContract('http', setUpServer, {
  rateLimited: 'our server always says when to come back',
  unsupported: 'our contract has all nine purposes',
  noNumber: 'our server may know the number',
});

async function setUpServer(): Promise<System> {
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const codes: string[] = [];
  let isRefusing = false;
  let hasPassword = false;
  const handler = createPhoneServer({
    secret,
    nowMs: () => clock.nowMs,
    verifyPassword: given => hasPassword && given.phone === phone && given.password === password,
    send: ({ code }) =>
      isRefusing ? Promise.reject(new SendRefused('no')) : Promise.resolve(void codes.push(code)),
  });
  const server = await startLoopback(toNodeListener(handler));
  const browserFetch = cookieFetch();
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
  const endpoint = `${server.origin}/api/phone`;
  const purpose = 'sign-in';
  return {
    server,
    clock,
    codes,
    purpose,
    connect: () => createHttpBackend({ endpoint, storage, fetch: browserFetch }),
    outcome: { kind: 'session', claims: { phone } },
    refusals: { tooMany: 'just_sent' },
    async limitFor() {
      // Another person's request, in the cool-down of the same number.
      await createHttpBackend({ endpoint }).requestCode({ phone, purpose }, callOptions(clock));
      clock.nowMs += 20_000;
      return 40;
    },
    givePassword() {
      hasPassword = true;
    },
    failDelivery() {
      isRefusing = true;
    },
  };
}

function setUp(options: Partial<PhoneServerOptions> = {}) {
  const page = 'https://shop.example';
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const codes: string[] = [];
  const server = createPhoneServer({
    secret,
    send: ({ code }) => Promise.resolve(void codes.push(code)),
    nowMs: () => clock.nowMs,
    ...options,
  });
  const backend = createHttpBackend({
    endpoint: `${page}/api/phone`,
    fetch: (input, init) => server.fetch(new Request(input, init)),
  });
  return { backend, clock, codes, call: () => callOptions(clock) };
}

describe('the HTTP adapter with our server', () => {
  it('learns the server’s times and tries', async () => {
    const { backend, clock, call } = setUp();
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(challenge).toMatchObject({
      codeLength: 6,
      expiresAtMs: clock.nowMs + 600_000,
      resendAtMs: clock.nowMs + 60_000,
      attemptsLeft: 5,
    });
    clock.nowMs += 60_000;
    const again = await backend.resendCode(challenge, call());
    expect(again.resendAtMs).toBe(clock.nowMs + 120_000);
  });

  it('verifies a proof', async () => {
    const { backend, codes, call } = setUp();
    const challenge = await backend.requestCode({ phone, purpose: 'bind-mfa' }, call());
    expect(await backend.verifyCode(challenge, codes[0] ?? '', call())).toMatchObject({ kind: 'proof' });
  });

  it('returns to the code on its way after going back', async () => {
    const { backend, codes, call } = setUp();
    const first = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    await backend.cancel?.(first);
    const second = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(second.state).toEqual(first.state);
    expect(codes).toHaveLength(1);
  });

  it('reads the errors with their tries and times', async () => {
    const { backend, codes, call } = setUp();
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(await failureOf(backend.verifyCode(challenge, wrongCode(codes[0]), call()))).toMatchObject({
      code: 'code_invalid',
      attemptsLeft: 4,
    });
    expect(await failureOf(backend.resendCode(challenge, call()))).toMatchObject({
      code: 'rate_limited',
      retryAfter: 60,
    });
    const other = backend.requestCode({ phone: '+12' as E164, purpose: 'sign-in' }, call());
    expect((await failureOf(other)).code).toBe('invalid_phone');
  });

  it('reads a denied account', async () => {
    const { backend, codes, call } = setUp({ onVerified: () => ({ deny: 'account_not_found' }) });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    const verifying = backend.verifyCode(challenge, codes[0] ?? '', call());
    expect((await failureOf(verifying)).code).toBe('account_not_found');
  });

  it('learns the settings before the first call', async () => {
    const { backend } = setUp({ purposes: ['sign-in'] });
    expect(await backend.prepare?.()).toEqual({ purposes: ['sign-in'], firstFactors: ['code'] });
  });
});
