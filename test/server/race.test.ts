/**
 * 2,000 guesses at one challenge at once, of which at most five may be compared with the code; and the right code 20 times
 * at once, of which one may be accepted. In one process, and in four over one Redis or one PostgreSQL. `npm run test:race`; RACE_TRIALS
 * says how often.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, whyNoPostgres } from '../contract/postgres-server.js';
import { startRedis, whyNoRedis } from '../contract/redis-server.js';
import { createMemoryStore, createPhoneServer, type Store } from '../../src/server/index.js';
import { rules } from '../../src/server/stores/store.js';
import {
  addOutcomes,
  countingStore,
  createRequest,
  guessAll,
  noLimits,
  type Guesses,
  type Outcome,
} from './guesses.js';
import { bundle, startWorker, type Worker } from './processes.js';
import type { GuessAsk } from './processes/guess.js';
import { openStore } from './processes/open-store.js';

const trials = Number(process.env.RACE_TRIALS ?? 200);
const guessCount = 2000;
const timeout = 30 * 60_000;
const secret = 'a secret of the race, which is long enough';

/** Begins challenges, each for another number. */
function setUp(store: Store) {
  const counting = countingStore(store);
  let code = '';
  let numbers = 0;
  const server = createPhoneServer({
    secret,
    store: counting.store,
    limits: noLimits,
    send: message => {
      code = message.code;
      return Promise.resolve();
    },
  });
  async function begin(): Promise<{ id: string; client: string; code: string }> {
    const client = crypto.randomUUID().replaceAll('-', '').slice(0, 22);
    const phone = `+4474${10_000_000 + Math.floor(Math.random() * 40_000_000) + numbers++}`;
    const response = await server.fetch(createRequest(phone, client));
    if (response.status !== 201) return begin(); // a number that came twice
    const { id } = (await response.json()) as { id: string };
    return { id, client, code };
  }
  return { server, count: counting.count, begin };
}

function wrongCodes(right: string): string[] {
  return Array.from({ length: guessCount }, (_, i) => String(i).padStart(6, '0')).map(code =>
    code === right ? '999999' : code,
  );
}

async function race(
  begin: ReturnType<typeof setUp>['begin'],
  guess: (guesses: Guesses) => Promise<Outcome>,
): Promise<void> {
  let [most, letIn] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const { code, ...challenge } = await begin();
    const codes = wrongCodes(code);
    // In every other trial the right code is among them, anywhere.
    if (trial % 2) codes[Math.floor(Math.random() * guessCount)] = code;
    const outcome = await guess({ ...challenge, codes });
    expect(outcome.evaluated).toBeLessThanOrEqual(rules.maxAttempts);
    expect(outcome.evaluated).toBeGreaterThan(0);
    expect(outcome.letIn).toBeLessThanOrEqual(1);
    expect(outcome.statuses[503] ?? 0).toBe(0);
    most = Math.max(most, outcome.evaluated);
    letIn += outcome.letIn;

    const next = await begin();
    const rights = await guess({ ...next, codes: Array.from({ length: 20 }, () => next.code) });
    expect([rights.accepted, rights.letIn]).toEqual([1, 1]);
  }
  console.log(
    `${trials} trials of ${guessCount} guesses: at most ${most} evaluated; ` +
      `${letIn} right ones were among them; of 20 right codes at once 1 was accepted each time`,
  );
}

it('in one process, in memory', { timeout }, async () => {
  const { begin, ...parts } = setUp(createMemoryStore());
  await race(begin, guesses => guessAll(parts, guesses));
});

const shared = [
  { name: 'Redis', missing: whyNoRedis(), start: startRedis },
  { name: 'PostgreSQL', missing: whyNoPostgres(), start: startPostgres },
];

describe.each(shared)('over one $name', ({ missing, start }) => {
  if (missing !== undefined) {
    it.skip(missing);
    return;
  }
  let server: { url: string; stop(): Promise<void> };
  const workers: Worker<GuessAsk, Outcome>[] = [];
  let remove = () => {};

  beforeAll(async () => {
    server = await start();
    const bundled = await bundle('guess');
    remove = bundled.remove;
    for (let i = 0; i < 4; i++) workers.push(startWorker(bundled.file));
  }, 60_000);
  afterAll(async () => {
    await Promise.all(workers.map(worker => worker.end()));
    remove();
    await server.stop();
  });

  it('in four processes', { timeout }, async () => {
    const store = openStore(server.url, 20_000);
    const { begin } = setUp(store);
    await race(begin, async ({ codes, ...challenge }) => {
      const shares = workers.map((worker, index) =>
        worker.ask({
          storeUrl: server.url,
          secret,
          ...challenge,
          codes: codes.filter((_, i) => i % workers.length === index),
        }),
      );
      return addOutcomes(await Promise.all(shares));
    });
    await store.close();
  });
});
