/**
 * The official clients beside our adapters, against the same stand-ins: both must send the same requests, and what ours
 * answers must be what the clients take. `npm run test:clients` installs the clients, which are not in the root package.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFirebaseBackend } from '../../src/backends/firebase.js';
import { createSupabaseBackend } from '../../src/backends/supabase.js';
import type { E164 } from '../../src/protocol.js';
import { callOptions, failureOf, phone, wrongCode } from '../contract/backend-suite.js';
import { apiKey, startFirebase, type FirebaseServer } from '../contract/firebase-server.js';
import type { Loopback } from '../contract/loopback.js';
import { anonKey, startSupabase, type SupabaseServer } from '../contract/supabase-server.js';

const otherPhone = '+447700900999' as E164;
let clock: { nowMs: number };
const call = (changes = {}) => callOptions(clock, changes);
beforeEach(() => {
  clock = { nowMs: Date.now() };
});

/** Their types are not there where they are not installed: what is used of them is named here. */
const require = createRequire(import.meta.url);

interface Recorder extends Loopback {
  codes: string[];
  bodies: { body: Record<string, unknown> }[];
}

/** What arrived since the last call, with the headers that a server reads. */
function recorder(server: Recorder, headerNames: readonly string[]) {
  let from = 0;
  return () => {
    const requests = server.requests.slice(from).map(({ method, url, headers }, index) => ({
      method,
      url,
      headers: Object.fromEntries(headerNames.map(name => [name, headers[name]])),
      body: server.bodies[from + index]?.body,
    }));
    from = server.requests.length;
    return requests;
  };
}

describe('Supabase’s client', () => {
  interface Answer {
    data: { session?: Record<string, unknown> | null; user?: Record<string, unknown> | null };
    error: { code?: string } | null;
  }
  interface AuthClient {
    signInWithOtp(credentials: object): Promise<Answer>;
    verifyOtp(params: object): Promise<Answer>;
    updateUser(attributes: object): Promise<Answer>;
    setSession(session: object): Promise<Answer>;
  }
  const { AuthClient } = require('@supabase/auth-js') as { AuthClient: new (options: object) => AuthClient };

  let server: SupabaseServer;
  let client: AuthClient;
  let endpoint: string;
  let recorded: () => ReturnType<ReturnType<typeof recorder>>;

  beforeEach(async () => {
    server = await startSupabase(clock);
    endpoint = `${server.origin}/auth/v1`;
    recorded = recorder(server, ['apikey', 'authorization', 'x-supabase-api-version']);
    client = newClient();
  });
  afterEach(() => server.close());

  const newClient = () =>
    // As supabase-js makes it.
    new AuthClient({
      url: endpoint,
      headers: { apikey: anonKey, Authorization: `Bearer ${anonKey}` },
      autoRefreshToken: false,
      persistSession: false,
    });
  const lastCode = () => server.codes.at(-1) ?? expect.fail('nothing was texted');
  const rest = () => void (clock.nowMs += 60_000);

  it.each([
    ['by default', {}, {}, undefined],
    [
      'with all options',
      { channel: 'whatsapp' as const, data: { plan: 'free' }, createUser: true },
      { channel: 'whatsapp', data: { plan: 'free' }, shouldCreateUser: true, captchaToken: 'token' },
      'token',
    ],
  ])('asks for a code as we do, %s', async (_, ours, theirs, captcha) => {
    expect((await client.signInWithOtp({ phone, options: theirs })).error).toBeNull();
    const official = recorded();
    rest();
    await createSupabaseBackend({ endpoint, anonKey, ...ours }).requestCode(
      { phone, purpose: 'sign-in' },
      call({ captcha }),
    );
    expect(recorded()).toEqual(official);
    expect(official).toHaveLength(1);
  });

  it('is told of an unknown number as we are', async () => {
    const options = { shouldCreateUser: false };
    expect((await client.signInWithOtp({ phone, options })).error).toMatchObject({ code: 'otp_disabled' });
    const official = recorded();
    const backend = createSupabaseBackend({ endpoint, anonKey, createUser: false });
    const failure = await failureOf(backend.requestCode({ phone, purpose: 'sign-in' }, call()));
    expect(failure.code).toBe('account_not_found');
    expect(recorded()).toEqual(official);
  });

  it('checks a code as we do', async () => {
    const backend = createSupabaseBackend({ endpoint, anonKey });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    const token = wrongCode(lastCode());
    recorded();
    expect((await client.verifyOtp({ type: 'sms', phone, token })).error).toMatchObject({
      code: 'otp_expired',
    });
    const [official] = recorded();
    expect((await failureOf(backend.verifyCode(challenge, token, call()))).code).toBe('code_rejected');
    const [ours] = recorded();
    // Its captcha, which this call never has.
    const { gotrue_meta_security: security, ...body } = official?.body ?? {};
    expect(security).toEqual({});
    expect(ours).toEqual({ ...official, body });
  });

  it('takes over the session that we answer', async () => {
    const backend = createSupabaseBackend({ endpoint, anonKey });
    const challenge = await backend.requestCode({ phone, purpose: 'sign-in' }, call());
    const outcome = await backend.verifyCode(challenge, lastCode(), call());
    const claims = outcome.kind === 'session' ? outcome.claims : expect.fail(outcome.kind);
    const { data, error } = await client.setSession(claims);
    expect(error).toBeNull();
    expect(data.session).toMatchObject({ access_token: claims['access_token'] });
    expect(data.user).toMatchObject({ phone: phone.slice(1) });
  });

  it('changes a number as we do', async () => {
    await client.signInWithOtp({ phone });
    const signedIn = await client.verifyOtp({ type: 'sms', phone, token: lastCode() });
    const accessToken = () => String(signedIn.data.session?.['access_token']);
    recorded();
    expect((await client.updateUser({ phone: otherPhone, channel: 'sms' })).error).toBeNull();
    await client.verifyOtp({ type: 'phone_change', phone: otherPhone, token: wrongCode(lastCode()) });
    const official = recorded();
    rest();
    const backend = createSupabaseBackend({ endpoint, anonKey, accessToken });
    const challenge = await backend.requestCode(
      { phone: otherPhone, purpose: 'bind-new-identifier' },
      call(),
    );
    await failureOf(backend.verifyCode(challenge, String(official[1]?.body?.['token']), call()));
    const ours = recorded();
    // It fills in what an address by e-mail would need, and its captcha.
    expect(official.map(({ body }) => body)).toEqual([
      { ...ours[0]?.body, code_challenge: null, code_challenge_method: null },
      { ...ours[1]?.body, gotrue_meta_security: {} },
    ]);
    const address = ({ method, url, headers }: (typeof ours)[number]) => ({ method, url, headers });
    expect(ours.map(address)).toEqual(official.map(address));
  });
});

describe('Firebase’s SDK', () => {
  interface Auth {
    settings: { appVerificationDisabledForTesting: boolean };
    languageCode: string | null;
    currentUser: { uid: string; getIdToken(): Promise<string> } | null;
  }
  interface Sdk {
    initializeAuth(app: unknown, options: object): Auth;
    inMemoryPersistence: unknown;
    connectAuthEmulator(auth: Auth, url: string, options: object): void;
    signInWithPhoneNumber(
      auth: Auth,
      phone: string,
      verifier: object,
    ): Promise<{ verificationId: string; confirm(code: string): Promise<{ user: { uid: string } }> }>;
    signInWithCredential(auth: Auth, credential: unknown): Promise<{ user: { uid: string } }>;
    updatePhoneNumber(user: unknown, credential: unknown): Promise<void>;
    PhoneAuthProvider: { credential(verificationId: string, code: string): unknown };
  }
  interface App {
    initializeApp(config: object, name: string): unknown;
    deleteApp(app: unknown): Promise<void>;
  }

  let sdk: Sdk;
  let apps: App;
  let app: unknown;
  let auth: Auth;
  let server: FirebaseServer;
  let endpoint: string;
  let recorded: () => ReturnType<ReturnType<typeof recorder>>;

  beforeEach(async () => {
    // The browser's build: Node's own has no phone sign-in.
    const load = (path: string) =>
      import(pathToFileURL(join(import.meta.dirname, 'node_modules', path)).href) as Promise<unknown>;
    sdk = (await load('@firebase/auth/dist/esm/index.js')) as Sdk;
    apps = (await load('@firebase/app/dist/esm/index.esm.js')) as App;
    // It says where it falls back to reCAPTCHA v2.
    vi.spyOn(console, 'log').mockReturnValue();
    server = await startFirebase(clock);
    endpoint = `${server.origin}/identitytoolkit.googleapis.com`;
    recorded = recorder(server, ['content-type', 'x-firebase-locale']);
    app = apps.initializeApp({ apiKey, projectId: 'demo-oracle' }, server.origin);
    auth = sdk.initializeAuth(app, { persistence: sdk.inMemoryPersistence });
    sdk.connectAuthEmulator(auth, server.origin, { disableWarnings: true });
    auth.languageCode = 'th';
  });
  afterEach(async () => {
    await apps.deleteApp(app);
    await server.close();
    vi.restoreAllMocks();
  });

  const verifier = { type: 'recaptcha', verify: () => Promise.resolve('token'), _reset: () => undefined };
  const lastCode = () => server.codes.at(-1) ?? expect.fail('nothing was texted');
  const request = { phone, purpose: 'sign-in' as const };
  const asked = () => recorded().filter(({ url }) => url.includes(':'));

  it.each([
    ['reCAPTCHA v2', {}],
    ['reCAPTCHA Enterprise', { recaptchaVersion: 'RECAPTCHA_ENTERPRISE' as const }],
  ])('asks for a code as we do, with %s', async (_, options) => {
    server.settings.enterprise = 'recaptchaVersion' in options;
    // The SDK's own seam; its token is "token" as well.
    auth.settings.appVerificationDisabledForTesting = server.settings.enterprise;
    await sdk.signInWithPhoneNumber(auth, phone, verifier);
    const official = asked();
    await createFirebaseBackend({ endpoint, apiKey, ...options }).requestCode(
      request,
      call({ locale: 'th', captcha: 'token' }),
    );
    expect(asked()).toEqual(official);
    expect(official).toHaveLength(1);
  });

  it('checks a code as we do', async () => {
    const confirmation = await sdk.signInWithPhoneNumber(auth, phone, verifier);
    const backend = createFirebaseBackend({ endpoint, apiKey });
    const challenge = await backend.requestCode(request, call({ locale: 'th' }));
    const state = { sessionInfo: confirmation.verificationId };
    const code = wrongCode(server.codes[0]);
    recorded();
    await expect(confirmation.confirm(code)).rejects.toMatchObject({
      code: 'auth/invalid-verification-code',
    });
    const official = asked();
    const checking = backend.verifyCode({ ...challenge, state }, code, call({ locale: 'th' }));
    expect((await failureOf(checking)).code).toBe('code_invalid');
    expect(asked()).toEqual(official);
  });

  it('links a number as we do', async () => {
    const confirmation = await sdk.signInWithPhoneNumber(auth, phone, verifier);
    await confirmation.confirm(lastCode());
    const idToken = () => auth.currentUser?.getIdToken() ?? expect.fail('nobody is signed in');
    const backend = createFirebaseBackend({ endpoint, apiKey, idToken });
    const challenge = await backend.requestCode(
      { phone: otherPhone, purpose: 'bind-new-identifier' },
      call({ locale: 'th' }),
    );
    const { sessionInfo } = challenge.state as { sessionInfo: string };
    const code = wrongCode(lastCode());
    recorded();
    const credential = sdk.PhoneAuthProvider.credential(sessionInfo, code);
    await expect(sdk.updatePhoneNumber(auth.currentUser, credential)).rejects.toMatchObject({
      code: 'auth/invalid-verification-code',
    });
    const official = asked();
    await failureOf(backend.verifyCode(challenge, code, call({ locale: 'th' })));
    expect(asked()).toEqual(official);
    expect(official[0]?.body).toHaveProperty('idToken');
  });

  describe('checks our code', () => {
    const connect = () =>
      createFirebaseBackend({
        endpoint,
        apiKey,
        async signIn(sessionInfo, code) {
          const credential = sdk.PhoneAuthProvider.credential(sessionInfo, code);
          const { user } = await sdk.signInWithCredential(auth, credential);
          return { uid: user.uid };
        },
      });

    it('and is signed in', async () => {
      const backend = connect();
      const challenge = await backend.requestCode(request, call());
      const outcome = await backend.verifyCode(challenge, lastCode(), call());
      expect(auth.currentUser).not.toBeNull();
      expect(outcome).toEqual({ kind: 'session', claims: { uid: auth.currentUser?.uid } });
    });

    it('and its refusals are read', async () => {
      const backend = connect();
      const challenge = await backend.requestCode(request, call());
      const check = (code: string, state = challenge.state) =>
        failureOf(backend.verifyCode({ ...challenge, state }, code, call()));
      expect((await check(wrongCode(lastCode()))).code).toBe('code_invalid');
      expect((await check(lastCode(), { sessionInfo: 'unknown' })).code).toBe('challenge_gone');
      await backend.verifyCode(challenge, lastCode(), call());
      Object.assign(server.users[0] ?? {}, { disabled: true });
      const again = await backend.requestCode(request, call());
      expect((await failureOf(backend.verifyCode(again, lastCode(), call()))).code).toBe('account_blocked');
      clock.nowMs += 3_600_000;
      const expired = failureOf(backend.verifyCode(again, lastCode(), call()));
      expect((await expired).code).toBe('code_expired');
      await server.close();
      expect((await failureOf(backend.verifyCode(again, lastCode(), call()))).code).toBe('network');
    });
  });
});
