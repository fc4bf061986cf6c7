/** What the tests of Logto's adapters share: a stand-in, a browser that keeps its cookies, and the adapter in it. */
import type { Challenge, Next, Outcome } from '../../src/backends/backend.js';
import { createLogtoBackend, type LogtoBackendOptions } from '../../src/backends/logto.js';
import type { E164, Purpose } from '../../src/protocol.js';
import { callOptions } from './backend-suite.js';
import { startLogto, type LogtoOptions } from './logto-server.js';
import { cookieFetch } from './loopback.js';

export const appId = 'spaapp0001';

export async function setUpLogto(options: LogtoOptions = {}) {
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const logto = await startLogto({ nowMs: () => clock.nowMs, ...options });
  const browserFetch = cookieFetch();
  await browserFetch(logto.authorizeUrl(appId), { redirect: 'manual' });
  // The way to the sign-in page is not the adapter's.
  logto.server.forget();
  const connect = (changes: LogtoBackendOptions = {}) =>
    createLogtoBackend({ endpoint: logto.origin, appId, fetch: browserFetch, ...changes });
  const backend = connect();
  const call = (changes?: Parameters<typeof callOptions>[1]) => callOptions(clock, changes);
  /** A code that was asked for and checked. */
  const pass = async (phone: E164 | undefined, purpose: Purpose): Promise<Outcome> => {
    const challenge = await backend.requestCode({ phone, purpose }, call());
    return backend.verifyCode(challenge, lastCode(), call());
  };
  const lastCode = () => logto.sms.at(-1)?.code ?? 'nothing was texted';
  const paths = () => logto.server.requests.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`);
  return { logto, clock, browserFetch, connect, backend, call, pass, lastCode, paths };
}

export type LogtoSetup = Awaited<ReturnType<typeof setUpLogto>>;

/** What an outcome asks for next. */
export function nextIn(outcome: Outcome): Next {
  if (outcome.kind !== 'next') throw new Error(`The outcome is ${JSON.stringify(outcome)}`);
  // What a reload would make of it.
  return JSON.parse(JSON.stringify(outcome.next)) as Next;
}

export function challengeIn(outcome: Outcome): Challenge {
  const next = nextIn(outcome);
  if (next.kind !== 'challenge') throw new Error(`The next step is ${next.kind}`);
  return next.challenge;
}

/** Signs in with a password, as the page of a first factor does. */
export async function passFirstFactor({ logto, browserFetch }: LogtoSetup, phone: string, password: string) {
  const post = async (method: string, path: string, body: object) => {
    const response = await browserFetch(`${logto.origin}/api/experience${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text ? (JSON.parse(text) as { verificationId: string }) : { verificationId: '' };
  };
  const identifier = { type: 'phone', value: phone };
  logto.settings.passwordSignIn = true;
  await post('PUT', '', { interactionEvent: 'SignIn' });
  const { verificationId } = await post('POST', '/verification/password', { identifier, password });
  await post('POST', '/identification', { verificationId });
}
