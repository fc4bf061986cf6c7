/** Many guesses at once at a server, and how many of them its store evaluated. */
import type { PhoneServer, Store } from '../../src/server/index.js';

export interface Guesses {
  id: string;
  client: string;
  codes: string[];
}

export interface Outcome {
  /** Compared with the code. */
  evaluated: number;
  accepted: number;
  /** Answers with 200. */
  letIn: number;
  /** Answers by their status. */
  statuses: Record<number, number>;
}

export const noOutcome = (): Outcome => ({ evaluated: 0, accepted: 0, letIn: 0, statuses: {} });

export function addOutcomes(outcomes: Outcome[]): Outcome {
  const sum = noOutcome();
  for (const { evaluated, accepted, letIn, statuses } of outcomes) {
    sum.evaluated += evaluated;
    sum.accepted += accepted;
    sum.letIn += letIn;
    for (const [status, count] of Object.entries(statuses)) {
      sum.statuses[Number(status)] = (sum.statuses[Number(status)] ?? 0) + count;
    }
  }
  return sum;
}

/** Counts what a store evaluates, in all and of each challenge, beside what the answers say. */
export function countingStore(store: Store): {
  store: Store;
  count: Outcome;
  evaluatedOf: Map<string, number>;
} {
  const count = noOutcome();
  const evaluatedOf = new Map<string, number>();
  return {
    count,
    evaluatedOf,
    store: {
      ...store,
      async attempt(guess, nowMs) {
        const result = await store.attempt(guess, nowMs);
        if (result.kind === 'wrong' || result.kind === 'accepted') {
          count.evaluated += 1;
          evaluatedOf.set(guess.id, (evaluatedOf.get(guess.id) ?? 0) + 1);
        }
        if (result.kind === 'accepted') count.accepted += 1;
        return result;
      },
    },
  };
}

export function verifyRequest({ id, client }: Omit<Guesses, 'codes'>, code: string, key?: string): Request {
  return new Request(`https://shop.example/api/phone/challenges/${id}/verify`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'phone-client': client,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ code }),
  });
}

export function resendRequest({ id, client }: Omit<Guesses, 'codes'>): Request {
  return new Request(`https://shop.example/api/phone/challenges/${id}/resend`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'phone-client': client },
    body: '{}',
  });
}

export async function guessAll(
  { server, count }: { server: PhoneServer; count: Outcome },
  { codes, ...challenge }: Guesses,
): Promise<Outcome> {
  const before = { ...count };
  const answers = await Promise.all(
    codes.map(code => server.fetch(verifyRequest(challenge, code), { address: '192.0.2.1' })),
  );
  const statuses: Record<number, number> = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    evaluated: count.evaluated - before.evaluated,
    accepted: count.accepted - before.accepted,
    letIn: statuses[200] ?? 0,
    statuses,
  };
}

/** The request that begins a challenge. */
export function createRequest(phone: string, client: string, key?: string): Request {
  return new Request('https://shop.example/api/phone/challenges', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'phone-client': client,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ phone, purpose: 'sign-in' }),
  });
}

const endless = { count: 1_000_000_000, seconds: 3600 };

/** No budget but the number's own. */
export const noLimits = {
  requests: endless,
  perAddress: endless,
  perPhone: endless,
  perPrefix: endless,
  perCountry: endless,
  perCallingCode: endless,
  total: endless,
  failuresPerAddress: endless,
};
