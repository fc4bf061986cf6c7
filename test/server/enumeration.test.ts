/**
 * Who types numbers and guesses learns nothing of who has an account: the answers are the same bytes, in the same time.
 * `npm run test:enumeration`; ENUMERATION_ROUNDS says how often.
 */
import { expect, it } from 'vitest';
import { createPhoneServer } from '../../src/server/index.js';
import { createRequest, noLimits, verifyRequest } from './guesses.js';

const rounds = Number(process.env.ENUMERATION_ROUNDS ?? 1000);
const mostMs = 5;

it('known and unknown numbers answer alike', { timeout: 10 * 60_000 }, async () => {
  let code = '';
  let lookups = 0;
  const accounts = new Set<string>();
  const server = createPhoneServer({
    secret: 'a secret of enumeration, long enough!',
    limits: noLimits,
    nowMs: () => Date.UTC(2026, 0, 1), // the seconds left are no part of what is compared
    send: message => {
      code = message.code;
      return Promise.resolve();
    },
    onVerified: async ({ phone }) => {
      lookups += 1;
      if (accounts.has(phone)) return { sub: phone };
      await new Promise(resolve => setTimeout(resolve, 50)); // what a database may take longer for
      return { deny: 'account_not_found' };
    },
  });

  /** Everything of an answer that could tell, without what is random in every one. */
  const bytesOf = async (response: Response) =>
    JSON.stringify([response.status, [...response.headers], await response.text()]).replace(
      /"id\\":\\"[\w-]{22}/,
      '"id":"',
    );
  const took = { known: { create: [], verify: [] }, unknown: { create: [], verify: [] } } as Record<
    string,
    Record<string, number[]>
  >;
  const timed = async (kind: string, call: string, request: Request) => {
    const sinceMs = performance.now();
    const response = await server.fetch(request);
    took[kind]?.[call]?.push(performance.now() - sinceMs);
    return response;
  };

  for (let round = 0; round < rounds; round++) {
    const answers: Record<string, string[]> = {};
    const client = String(round).padStart(22, '0');
    // The same end, so that the masked numbers are the same too; in turns first.
    const numbers = [
      ['known', `+44740000${String(round).padStart(4, '0')}`],
      ['unknown', `+44741111${String(round).padStart(4, '0')}`],
    ] as const;
    accounts.add(numbers[0][1]);
    for (const [kind, phone] of round % 2 ? numbers : numbers.toReversed()) {
      const created = await timed(kind, 'create', createRequest(phone, client));
      const { id } = (await created.clone().json()) as { id: string };
      const wrong = code === '000000' ? '111111' : '000000';
      const guessed = await timed(kind, 'verify', verifyRequest({ id, client }, wrong));
      answers[kind] = [await bytesOf(created), await bytesOf(guessed)];
    }
    expect(answers.known).toEqual(answers.unknown);
  }
  expect(lookups).toBe(0);

  const median = (times: number[] = []) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
  for (const call of ['create', 'verify']) {
    const [known, unknown] = [median(took.known?.[call]), median(took.unknown?.[call])];
    console.log(
      `${call}: median ${known.toFixed(3)} ms for known numbers, ${unknown.toFixed(3)} ms for unknown ones`,
    );
    expect(Math.abs(known - unknown)).toBeLessThan(mostMs);
  }
});
