/** The widget's HTTP adapter against our own server: both ends of the contract, without a network between them. */
import { describe, expect, it } from 'vitest';
import type { CallOptions } from '../../src/backends/backend.js';
import { createHttpBackend } from '../../src/backends/http.js';
import { PhoneError } from '../../src/errors.js';
import type { E164 } from '../../src/protocol.js';
import { SendRefused, createPhoneServer, type PhoneServerOptions } from '../../src/server/index.js';

const phone = '+447700900123' as E164;
const page = 'https://shop.example';

function setUp(options: Partial<PhoneServerOptions> = {}) {
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const codes: string[] = [];
  const server = createPhoneServer({
    secret: 'a secret of the tests, long enough!',
    send: ({ code }) => Promise.resolve(void codes.push(code)),
    nowMs: () => clock.nowMs,
    ...options,
  });
  const backend = createHttpBackend({
    endpoint: `${page}/api/phone`,
    fetch: (input, init) => server.fetch(new Request(input, init)),
  });
  let calls = 0;
  const call = (changes: Partial<CallOptions> = {}): CallOptions => ({
    signal: new AbortController().signal,
    locale: 'en',
    captcha: undefined,
    idempotencyKey: `key-${calls++}`,
    nowMs: () => clock.nowMs,
    ...changes,
  });
  return { backend, clock, codes, call };
}

/** The machine code and what else a rejection says. */
async function failure(promise: Promise<unknown>) {
  const error: unknown = await promise.catch((error: unknown) => error);
  if (!(error instanceof PhoneError)) throw error;
  const { code, attemptsLeft, retryAfter } = error;
  return { code, attemptsLeft, retryAfter };
}

describe('the HTTP adapter with our server', () => {
  it('asks, resends, and verifies a session', async () => {
    const { backend, clock, codes, call } = setUp();
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    expect(challenge).toMatchObject({
      phone,
      codeLength: 6,
      expiresAtMs: clock.nowMs + 600_000,
      resendAtMs: clock.nowMs + 60_000,
      attemptsLeft: 5,
    });
    clock.nowMs += 60_000;
    const again = await backend.resendCode(challenge, call());
    expect(again.resendAtMs).toBe(clock.nowMs + 120_000);
    const outcome = await backend.verifyCode(again, codes[1] ?? '', call());
    expect(outcome).toMatchObject({ kind: 'session', claims: { phone } });
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
    const wrong = codes[0] === '000000' ? '111111' : '000000';
    expect(await failure(backend.verifyCode(challenge, wrong, call()))).toMatchObject({
      code: 'code_invalid',
      attemptsLeft: 4,
    });
    expect(await failure(backend.resendCode(challenge, call()))).toMatchObject({
      code: 'rate_limited',
      retryAfter: 60,
    });
    const other = backend.requestCode({ phone: '+12' as E164, purpose: 'sign-in' }, call());
    expect((await failure(other)).code).toBe('invalid_phone');
  });

  it('reads a refused delivery and a denied account', async () => {
    const refusing = setUp({ send: () => Promise.reject(new SendRefused('no')) });
    const asking = refusing.backend.requestCode({ phone, purpose: 'sign-in' }, refusing.call());
    expect((await failure(asking)).code).toBe('delivery_failed');
    const denying = setUp({ onVerified: () => ({ deny: 'account_not_found' }) });
    const challenge = await denying.backend.requestCode({ phone, purpose: 'sign-in' }, denying.call());
    const verifying = denying.backend.verifyCode(challenge, denying.codes[0] ?? '', denying.call());
    expect((await failure(verifying)).code).toBe('account_not_found');
  });

  it('learns the settings before the first call', async () => {
    const { backend } = setUp({ purposes: ['sign-in'] });
    expect(await backend.prepare?.()).toEqual({ purposes: ['sign-in'] });
  });
});
