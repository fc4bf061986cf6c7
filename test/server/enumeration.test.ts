/**
 * Who types numbers and guesses learns nothing of who has an account: the answers are the same bytes, in the same time.
 * `npm run test:enumeration`; ENUMERATION_ROUNDS says how often.
 */
import { expect, it } from 'vitest';
import { createPhoneServer } from '../../src/server/index.js';
import { createRequest, noLimits, resendRequest, verifyRequest } from './guesses.js';

const rounds = Number(process.env.ENUMERATION_ROUNDS ?? 300);
/** What is seen: half of the millisecond that a look-up of one more row may take. */
const visibleMs = 0.5;

interface Seen {
  /** Of each call: how much longer known numbers took, by the median of all rounds. */
  longerMs: Record<string, number>;
  areBytesAlike: boolean;
  lookups: number;
}

/** Begins, resends and guesses for a known and an unknown number in turns. `delayMs`: what known numbers take longer. */
async function watch(delayMs: number): Promise<Seen> {
  let code = '';
  let lookups = 0;
  let nowMs = Date.UTC(2026, 0, 1);
  const accounts = new Set<string>();
  const server = createPhoneServer({
    secret: 'a secret of enumeration, long enough!',
    limits: noLimits,
    nowMs: () => nowMs, // the seconds left are no part of what is compared
    send: ({ phone, code: sent }) => {
      code = sent;
      if (accounts.has(phone)) spin(delayMs);
      return Promise.resolve();
    },
    onVerified: ({ phone }) => {
      lookups += 1;
      return accounts.has(phone) ? { sub: phone } : { deny: 'account_not_found' };
    },
  });

  /** Everything of an answer that could tell, without what is random in every one. */
  const bytesOf = async (response: Response) =>
    JSON.stringify([response.status, [...response.headers], await response.text()]).replace(
      /"id\\":\\"[\w-]{22}/,
      '"id":"',
    );
  const differences: Record<string, number[]> = { create: [], resend: [], verify: [] };
  let areBytesAlike = true;

  for (let round = 0; round < rounds; round++) {
    const client = String(round).padStart(22, '0');
    // The same end, so that the masked numbers are the same too; in turns first.
    const numbers = [
      ['known', `+44740000${String(round).padStart(4, '0')}`],
      ['unknown', `+44741111${String(round).padStart(4, '0')}`],
    ] as const;
    accounts.add(numbers[0][1]);
    const took: Record<string, Record<string, number>> = { known: {}, unknown: {} };
    const answers: Record<string, string[]> = { known: [], unknown: [] };
    for (const [kind, phone] of round % 2 ? numbers : numbers.toReversed()) {
      const timed = async (call: string, request: Request) => {
        const sinceMs = performance.now();
        const response = await server.fetch(request);
        (took[kind] ??= {})[call] = performance.now() - sinceMs;
        const copy = response.clone();
        answers[kind]?.push(await bytesOf(response));
        return copy;
      };
      const created = await timed('create', createRequest(phone, client));
      const { id } = (await created.json()) as { id: string };
      nowMs += 60_000;
      await timed('resend', resendRequest({ id, client }));
      nowMs -= 60_000;
      await timed('verify', verifyRequest({ id, client }, code === '000000' ? '111111' : '000000'));
    }
    areBytesAlike &&= JSON.stringify(answers.known) === JSON.stringify(answers.unknown);
    for (const [call, each] of Object.entries(differences))
      each.push((took.known?.[call] ?? 0) - (took.unknown?.[call] ?? 0));
  }
  const median = (all: number[]) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
  const longerMs = Object.fromEntries(Object.entries(differences).map(([call, all]) => [call, median(all)]));
  console.log(
    `Known numbers that take ${delayMs} ms longer, over ${rounds} rounds: ${JSON.stringify(longerMs)}`,
  );
  return { longerMs, areBytesAlike, lookups };
}

/** Busy, because a timer is no more exact than a millisecond. */
function spin(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

it(
  'known and unknown numbers answer alike, to the eye that sees a millisecond',
  { timeout: 600_000 },
  async () => {
    // What is measured with is tried first: a difference of one millisecond must show.
    const control = await watch(1);
    expect(control.longerMs.create).toBeGreaterThan(visibleMs);
    expect(control.longerMs.resend).toBeGreaterThan(visibleMs);

    const { longerMs, areBytesAlike, lookups } = await watch(0);
    for (const each of Object.values(longerMs)) expect(Math.abs(each)).toBeLessThan(visibleMs);
    expect([areBytesAlike, lookups]).toEqual([true, 0]);
  },
);
