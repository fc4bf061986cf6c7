/**
 * A million guesses at one number, and a million spread over many, by somebody with as many addresses and clients as they
 * like: how many are compared with a code. Time is simulated. `npm run sim:brute`; BRUTE_GUESSES says how many.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryStore, createPhoneServer, defaultLimits } from '../../src/server/index.js';
import { rules } from '../../src/server/stores/store.js';
import { countingStore, createRequest, resendRequest, verifyRequest } from './guesses.js';

const guesses = Number(process.env.BRUTE_GUESSES ?? 1_000_000);
const timeout = 60 * 60_000;
const hourMs = 3_600_000;

/** The clock alone: the budgets go by it too. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const { store, count, evaluatedOf } = countingStore(createMemoryStore());
  let sent = 0;
  const server = createPhoneServer({
    secret: 'a secret of the simulation, long enough',
    store,
    send: () => {
      sent += 1;
      return Promise.resolve();
    },
  });
  const clientOf = (index: number) => String(index).padStart(22, '0');
  const randomCode = () => String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0');

  /** The challenge, or when to try again. */
  async function begin(phone: string, client: number, address: string) {
    const response = await server.fetch(createRequest(phone, clientOf(client)), { address });
    const body = (await response.json()) as { id?: string; retryAfter?: number };
    return { id: body.id, client: clientOf(client), retryAtMs: Date.now() + (body.retryAfter ?? 1) * 1000 };
  }

  /** 200 where another code was sent; and when to try again. */
  async function resend(challenge: { id: string; client: string }, address: string) {
    const response = await server.fetch(resendRequest(challenge), { address });
    const body = (await response.json()) as { resendIn?: number; retryAfter?: number };
    const waitSeconds = body.resendIn ?? body.retryAfter ?? 1;
    return { status: response.status, retryAtMs: Date.now() + waitSeconds * 1000 };
  }

  async function guess(challenge: { id: string; client: string }, address: string): Promise<number> {
    return (await server.fetch(verifyRequest(challenge, randomCode()), { address })).status;
  }

  return { count, evaluatedOf, begin, resend, guess, sent: () => sent };
}

const addressOf = (index: number) => `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;

it(`${guesses} guesses at one number in 30 days`, { timeout }, async () => {
  const { begin, resend, guess, count, evaluatedOf, sent } = setUp();
  const days = 30;
  const startMs = Date.now();
  let challenge = await begin('+447400123456', 0, addressOf(0));
  let [tries, resends] = [0, 0];
  for (let i = 1; i <= guesses; i++) {
    vi.setSystemTime(startMs + Math.floor((i * days * 24 * hourMs) / guesses));
    const address = addressOf(i);
    if (challenge.id === undefined) {
      await guess({ id: 'x'.repeat(22), client: challenge.client }, address);
      if (Date.now() >= challenge.retryAtMs) challenge = await begin('+447400123456', i, address);
      continue;
    }
    const known = { id: challenge.id, client: challenge.client };
    // The last try is kept for what another message brings: a new code, and perhaps new tries with it.
    if (tries === rules.maxAttempts - 1 && Date.now() >= challenge.retryAtMs) {
      const { status, retryAtMs } = await resend(known, address);
      challenge.retryAtMs = retryAtMs;
      if (status === 200) resends += 1;
      if (status !== 429) tries = 0;
      if (status === 404) challenge = await begin('+447400123456', i, address);
      if (challenge.id !== known.id) continue;
    }
    if (tries === rules.maxAttempts - 1) continue;
    const status = await guess(known, address);
    tries += 1;
    if (status === 404 || status === 200 || status === 410) {
      tries = 0;
      challenge = await begin('+447400123456', i, address);
    }
  }
  const most = rules.maxFailures * days;
  console.log(
    `${guesses} guesses at one number in ${days} days: ${count.evaluated} evaluated (at most ${most}), ` +
      `${count.accepted} accepted, ${sent()} messages, ${resends} of them resends`,
  );
  expect(resends).toBeGreaterThan(0);
  expect(Math.max(...evaluatedOf.values())).toBe(rules.maxAttempts);
  expect(count.evaluated - count.accepted).toBeLessThanOrEqual(most);
});

it(`${guesses} guesses at many numbers in 10 hours`, { timeout }, async () => {
  const { begin, guess, count, sent } = setUp();
  const hours = 10;
  const startMs = Date.now();
  const open: { id: string; client: string }[] = [];
  let numbers = 0;
  for (let i = 1; i <= guesses; i++) {
    vi.setSystemTime(startMs + Math.floor((i * hours * hourMs) / guesses));
    if (i % 20 === 0) {
      const callingCode = ['4474', '4915', '3366', '3933'][numbers % 4];
      const phone = `+${callingCode}${String(10_000_000 + numbers)}`;
      const { id, client } = await begin(phone, numbers, addressOf(numbers % 1000));
      if (id !== undefined) open.push({ id, client });
      numbers += 1;
    }
    const at = open[Math.floor(Math.random() * open.length)] ?? {
      id: 'x'.repeat(22),
      client: '0'.repeat(22),
    };
    const status = await guess(at, addressOf(i % 1000));
    if (status !== 422 && status !== 429) {
      const index = open.indexOf(at);
      if (index >= 0) open.splice(index, 1);
    }
  }
  const perHour = defaultLimits.total[0].count;
  // The first window of an hour begins with the first message, or guess: the last one is not over.
  const most = perHour * (hours + 1);
  console.log(
    `${guesses} guesses at ${numbers} numbers in ${hours} hours: ${count.evaluated} evaluated (at most ${most}), ` +
      `${count.accepted} accepted, ${sent()} messages (at most ${most})`,
  );
  expect(count.evaluated - count.accepted).toBeLessThanOrEqual(most);
  expect(sent()).toBeLessThanOrEqual(most);
});
