/** A server under a clock of the test's own, with the messages that it sent, and a page that calls it. */
import { onTestFinished } from 'vitest';
import { createPhoneServer, type Message, type PhoneServerOptions } from '../../../src/server/index.js';
import type { LogEntry } from '../../../src/server/index.js';
import type { ChallengeBody, OutcomeBody, ProblemBody } from '../../../src/protocol.js';
import { startLoopback, type Listener, type Loopback } from '../../contract/loopback.js';

export const secret = 'a secret of the tests, long enough!';
export const phone = '+447700900123';
export const clientA = 'AAAAAAAAAAAAAAAAAAAAAA';
export const clientB = 'BBBBBBBBBBBBBBBBBBBBBB';
export const site = 'https://shop.example';

/** No budget but what the test itself says. */
const plenty = { count: 1_000_000, seconds: 3600 };

export interface CallInit {
  body?: unknown;
  client?: string | null;
  headers?: Record<string, string>;
  key?: string;
  base?: string;
  peer?: { address?: string | undefined };
}

/** What any answer of the contract may hold. */
export type AnswerBody = Partial<Omit<ChallengeBody, 'attemptsLeft'> & OutcomeBody & ProblemBody>;

export interface Answer {
  status: number;
  headers: Headers;
  body: AnswerBody;
}

export function setUp(options: Partial<PhoneServerOptions> = {}) {
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const messages: Message[] = [];
  const log: LogEntry[] = [];
  /** What the log says once, of what is missing around the server: most tests have no listener. */
  const warnings: LogEntry[] = [];
  const server = createPhoneServer({
    secret,
    ...(!options.channels && {
      send: (message: Message) => {
        messages.push(message);
        return Promise.resolve();
      },
    }),
    limits: { perAddress: plenty, perPhone: plenty, total: plenty },
    log: entry => (entry.event === 'setup' ? warnings : log).push(entry),
    nowMs: () => clock.nowMs,
    ...options,
  });

  async function call(method: string, path: string, init: CallInit = {}): Promise<Answer> {
    const { body, client = clientA, headers, key, base = site, peer } = init;
    const request = new Request(`${base}/api/phone${path}`, {
      method,
      headers: {
        ...(client !== null && { 'phone-client': client }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const response = await server.fetch(request, peer);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as AnswerBody,
    };
  }

  const create = (init: CallInit = {}, to: string = phone) =>
    call('POST', '/challenges', { body: { phone: to, purpose: 'sign-in' }, ...init });
  const resend = (id: string | undefined, init: CallInit = {}) =>
    call('POST', `/challenges/${id}/resend`, { body: {}, ...init });
  const verify = (id: string | undefined, code: string, init: CallInit = {}) =>
    call('POST', `/challenges/${id}/verify`, { body: { code }, ...init });

  /** The code of the latest message. */
  const code = () => messages.at(-1)?.code ?? '';
  /** A code that is not `right`. */
  const wrong = (right = code()) => (right === '000000' ? '111111' : '000000');

  return { server, clock, messages, log, warnings, call, create, resend, verify, code, wrong };
}

/** A server of somebody else, for as long as the test runs. */
export async function listen(listener: Listener): Promise<Loopback> {
  const loopback = await startLoopback(listener);
  onTestFinished(() => loopback.close());
  return loopback;
}

/** A `send` that waits for the test to say how each message ends. */
export function heldSend() {
  const held: { message: Message; resolve: () => void; reject: (error: Error) => void }[] = [];
  const send = (message: Message) =>
    new Promise<void>((resolve, reject) => held.push({ message, resolve, reject }));
  return { held, send };
}
