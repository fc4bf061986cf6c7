/** The Firebase adapter against Firebase's own Auth emulator: `npm run test:firebase`. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.js';
import { createFirebaseBackend, type FirebaseBackendOptions } from '../../src/backends/firebase.js';
import type { E164, Purpose } from '../../src/protocol.js';
import { callOptions, failureOf, wrongCode } from '../contract/backend-suite.js';
import { projectId, startEmulator, type Emulator } from './emulator.js';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
}, 150_000);
afterAll(() => emulator.stop(), 30_000);

const clock = {
  get nowMs() {
    return Date.now();
  },
};
const call = () => callOptions(clock);

const connect = (options: Partial<FirebaseBackendOptions> = {}) =>
  createFirebaseBackend({
    endpoint: `${emulator.origin}/identitytoolkit.googleapis.com`,
    apiKey: 'any',
    ...options,
  });

describe('the Firebase adapter with the Auth emulator', () => {
  let backend: Backend;
  let phone: E164;
  let count = 0;
  const newPhone = () => `+4477009001${String(10 + count++)}` as E164;
  beforeEach(() => {
    backend = connect();
    phone = newPhone();
  });

  const request = (to = phone, purpose: Purpose = 'sign-in') =>
    backend.requestCode({ phone: to, purpose }, call());
  const codeTo = async (to: E164) => (await emulator.lastCode(to)) ?? expect.fail('nothing was texted');
  const verify = async (to = phone, purpose?: Purpose) =>
    backend.verifyCode(await request(to, purpose), await codeTo(to), call());

  it('learns what the project says of captchas', async () => {
    expect(await backend.prepare?.()).toMatchObject({ captcha: { provider: 'recaptcha' } });
  });

  it('refuses a wrong code, and signs in with the right one', async () => {
    const challenge = await request();
    const code = await codeTo(phone);
    expect(challenge.codeLength).toBe(code.length);
    const wrong = backend.verifyCode(challenge, wrongCode(code), call());
    expect((await failureOf(wrong)).code).toBe('code_invalid');
    const before = Date.now();
    const outcome = await backend.verifyCode(challenge, code, call());
    expect(outcome).toMatchObject({ kind: 'session', claims: { phoneNumber: phone, isNewUser: true } });
    const { token = '', expiresAtMs = 0 } = outcome.kind === 'session' ? outcome : expect.fail();
    const payload = JSON.parse(atob(token.split('.')[1] ?? '')) as Record<string, unknown>;
    expect(payload).toMatchObject({ phone_number: phone, aud: projectId });
    expect(expiresAtMs).toBeGreaterThan(before + 3_000_000);
  });

  it('knows who comes back', async () => {
    await verify();
    expect(await verify()).toMatchObject({ claims: { phoneNumber: phone, isNewUser: false } });
  });

  it('resends with a handle and a code of its own', async () => {
    const first = await request();
    const firstCode = await codeTo(phone);
    const second = await backend.resendCode(first, call());
    const secondCode = await codeTo(phone);
    expect(second.state).not.toEqual(first.state);
    if (firstCode !== secondCode)
      expect((await failureOf(backend.verifyCode(second, firstCode, call()))).code).toBe('code_invalid');
    expect(await backend.verifyCode(second, secondCode, call())).toMatchObject({ kind: 'session' });
  });

  it('takes a code once', async () => {
    const challenge = await request();
    const code = await codeTo(phone);
    await backend.verifyCode(challenge, code, call());
    expect((await failureOf(backend.verifyCode(challenge, code, call()))).code).toBe('challenge_gone');
  });

  it('refuses a number that is none', async () => {
    expect((await failureOf(request('nonsense' as E164))).code).toBe('invalid_phone');
  });

  it('links another number to who is signed in, and no number of another account', async () => {
    const taken = newPhone();
    await verify(taken);
    const outcome = await verify();
    const token = outcome.kind === 'session' ? outcome.token : undefined;
    backend = connect({ idToken: () => token ?? '' });
    expect((await failureOf(verify(taken, 'bind-new-identifier'))).code).toBe('account_exists');
    const free = newPhone();
    expect(await verify(free, 'bind-new-identifier')).toEqual({ kind: 'done' });
    backend = connect();
    expect(await verify(free)).toMatchObject({ claims: { isNewUser: false } });
  });

  it('refuses who is disabled', async () => {
    const outcome = await verify();
    const { localId } = outcome.kind === 'session' ? outcome.claims : {};
    const path = `identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:update`;
    const answer = await fetch(`${emulator.origin}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer owner' },
      body: JSON.stringify({ localId, disableUser: true }),
    });
    expect(answer.status).toBe(200);
    expect((await failureOf(verify())).code).toBe('account_blocked');
  });

  it('says to the page’s author that the address is wrong', async () => {
    backend = connect({ endpoint: emulator.origin });
    expect((await failureOf(request())).code).toBe('misconfigured');
  });
});
