/**
 * People sign in without a pause while each server is restarted and Redis is replaced: nobody is lost on the way, and nobody gets
 * a second message. `npm run soak`: 12 sign-ins a second for ten minutes; `SOAK_SECONDS=60 npm run soak` for one.
 */
import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { whyNoRedis } from '../contract/redis-server.js';
import { startSoakWorld, type SoakWorld } from './soak-world.js';

const seconds = Number(process.env.SOAK_SECONDS ?? 60);
const perSecond = 12;
const missing = whyNoRedis() ?? (spawnSync('nginx', ['-v']).error && 'no nginx on this machine');
vi.setConfig({ testTimeout: (seconds + 300) * 1000 });

interface Tally {
  seconds: number;
  started: number;
  signedIn: number;
  lost: number;
  messages: number;
  doubled: number;
  /** Answers that were no answer, or 503 or 429, and were asked for again. */
  repeats: number;
  failures: string[];
}

/** One person: asks for a code, reads it, enters it. As the widget does, a key is used again while the answer is not known. */
function createPeople({ url, messages }: SoakWorld, patienceMs: number) {
  const tally = { started: 0, signedIn: 0, repeats: 0, failures: [] as string[] };

  async function ask(path: string, body: object, client: string, untilMs: number) {
    let key: string = crypto.randomUUID();
    for (;;) {
      const answer = await fetch(`${url}/api/phone${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'phone-client': client, 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      }).then(
        async response => ({ status: response.status, body: await response.text() }),
        (error: unknown) => ({ status: 0, body: String(error) }),
      );
      // After 5xx of the server or of the proxy nobody knows what became of the request, unless it says so.
      const isKnown = answer.status !== 0 && (answer.status < 500 || /delivery_failed/.test(answer.body));
      if (isKnown && answer.status !== 429 && answer.status < 500) return answer;
      if (Date.now() > untilMs) return answer;
      tally.repeats += 1;
      if (isKnown) key = crypto.randomUUID();
      await pause(500);
    }
  }

  async function signIn(index: number): Promise<void> {
    tally.started += 1;
    const phone = `447400${String(100_000 + index)}`;
    const client = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
    const untilMs = Date.now() + patienceMs;
    const begun = await ask('/challenges', { phone: `+${phone}`, purpose: 'sign-in' }, client, untilMs);
    // An answer can be faster than the message.
    while (!messages.get(phone)?.[0] && Date.now() < untilMs) await pause(200);
    const code = messages.get(phone)?.[0];
    if (begun.status !== 201 || code === undefined) {
      tally.failures.push(`${phone.slice(-4)}: ${code ? '' : 'no message, '}${begun.status} ${begun.body}`);
      return;
    }
    const { id } = JSON.parse(begun.body) as { id: string };
    const verified = await ask(`/challenges/${id}/verify`, { code }, client, untilMs);
    if (verified.status === 200) tally.signedIn += 1;
    else tally.failures.push(`${phone.slice(-4)}: verify ${verified.status} ${verified.body}`);
  }

  return { tally, signIn };
}

/** `at`: what happens after which share of the time. `patienceMs`: who has no message after this long has given up. */
async function soak(
  world: SoakWorld,
  forSeconds: number,
  at: [number, () => unknown][],
  patienceMs = 90_000,
): Promise<Tally> {
  const { tally, signIn } = createPeople(world, patienceMs);
  const sinceMs = Date.now();
  const going: Promise<unknown>[] = [];
  const events = [...at];
  for (let index = 0; index < forSeconds * perSecond; index++) {
    await pause(Math.max(0, sinceMs + (index * 1000) / perSecond - Date.now()));
    const [event] = events;
    if (event && Date.now() - sinceMs >= event[0] * forSeconds * 1000) {
      events.shift();
      going.push(Promise.resolve(event[1]()));
    }
    going.push(signIn(index));
  }
  await Promise.all(going);
  const codes = [...world.messages.values()];
  const done = {
    ...tally,
    seconds: Math.round((Date.now() - sinceMs) / 1000),
    lost: tally.started - tally.signedIn,
    messages: codes.flat().length,
    doubled: codes.filter(({ length }) => length > 1).length,
  };
  console.log(JSON.stringify(done));
  return done;
}

describe.skipIf(missing)(`a soak${missing ? ` (${missing})` : ''}`, () => {
  async function start(): Promise<SoakWorld> {
    const world = await startSoakWorld();
    onTestFinished(() => world.stop());
    return world;
  }

  it(`of ${seconds} seconds, with a rolling restart and a failover, loses nobody and sends nothing twice`, async () => {
    const world = await start();
    const done = await soak(world, seconds, [
      [0.2, () => world.restartAll()],
      [0.7, () => world.failOver()],
    ]);
    expect(done).toMatchObject({ started: seconds * perSecond, lost: 0, doubled: 0, failures: [] });
    expect(done.messages).toBe(done.started);
  });

  it('finds one message that was lost, and one that was sent twice', async () => {
    const world = await start();
    const done = await soak(
      world,
      5,
      [
        [0.3, world.loseNext],
        [0.6, world.doubleNext],
      ],
      10_000,
    );
    expect(done).toMatchObject({ started: 60, lost: 1, doubled: 1 });
    expect(done.failures).toEqual([expect.stringContaining('no message')]);
  });
});
