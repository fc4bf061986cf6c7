/**
 * One key, one effect: a repeated request gets the first one's answer. The answer is kept encrypted, because it may
 * carry a session.
 */
import { idempotencyHeader, type ChallengeBody } from '../protocol.js';
import type { Answer } from './answer.js';
import { randomId, type Keys } from './keys.js';
import { Problem } from './problem.js';
import type { Store } from './stores/store.js';

interface KeptAnswer extends Answer {
  atMs: number;
}

export interface RepeatOptions {
  keys: Keys;
  store: Store;
  nowMs: () => number;
}

/** Above the longest time that an answer takes (the provider's ten seconds); a page waits no longer than 20. */
const maxWaitMs = 15_000;

/**
 * Runs at most once per key. `run` resolves even when it is an error; it is told a name for key and intent, by which the
 * store knows a repetition, of each secret in the order of `keys.each`, or none. An answer is kept where `isDecided` says that it stands: who is told
 * to wait, to pass a captcha or to sign in may try again with the same key, and who asks for nothing leaves nothing behind.
 */
export async function answerOnce(
  { keys, store, nowMs }: RepeatOptions,
  { idempotencyKey, client, intent }: { idempotencyKey: string | null; client: string; intent: string[] },
  run: (requests: readonly string[]) => Promise<Answer>,
  isDecided: () => boolean,
): Promise<{ answer: Answer; isRepeated: boolean }> {
  if (idempotencyKey === null) return { answer: await run([]), isRepeated: false };
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new Problem('malformed_request', {
      detail: `${idempotencyHeader} must be 1 to 255 visible ASCII characters.`,
    });
  }
  const names = await Promise.all(
    keys.each.map(async under => ({
      key: await under.mac('request', 'key', client, idempotencyKey),
      fingerprint: await under.mac('request', 'intent', ...intent),
      under,
    })),
  );
  const owner = nextOwner();
  const sinceMs = nowMs();
  const mine: typeof names = [];
  const finish = async (answer?: KeptAnswer) => {
    for (const { key, under } of mine) {
      const kept = answer && (await under.seal(answer, key));
      await store.finish(key, owner, kept, nowMs()).catch(() => undefined);
    }
  };
  try {
    // Under every secret, so that what was begun under one is known under the next; in one order, whichever is in use, so
    // that no two wait for each other.
    for (const name of names.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      const { key, fingerprint } = name;
      let claim = await store.claim(key, fingerprint, owner, nowMs());
      while (claim.kind === 'running') {
        await claim.ended;
        if (nowMs() - sinceMs > maxWaitMs) throw new Problem('server_error', { retryAfterMs: 1000 });
        claim = await store.claim(key, fingerprint, owner, nowMs());
      }
      if (claim.kind === 'mismatch') throw new Problem('idempotency_mismatch');
      if (claim.kind === 'answered') {
        const stored = (await keys.open(claim.answer, key)) as KeptAnswer;
        await finish();
        return { answer: asOfNow(stored, nowMs()), isRepeated: true };
      }
      mine.push(name);
    }
  } catch (error) {
    void finish();
    throw error;
  }
  let kept: KeptAnswer | undefined;
  let isDown = true;
  try {
    const answer = await run(names.map(({ key, fingerprint }) => `${key}.${fingerprint}`));
    isDown = answer.status === 503;
    if (isDecided() && answer.status !== 429 && !isDown) kept = { ...answer, atMs: nowMs() };
    return { answer, isRepeated: false };
  } finally {
    const finished = finish(kept);
    // What was decided stands, whether or not it could be kept: a repetition finds the decision itself in the store.
    // Who is refused because the store does not answer need not wait for it once more.
    if (!isDown) await finished;
  }
}

let self: string | undefined;
let claims = 0;

/** Unique among all processes. Nobody outside sees it, so that it need not be random each time. */
function nextOwner(): string {
  self ??= randomId();
  claims += 1;
  return `${self}.${claims}`;
}

/** Durations are relative to now, so a repeated answer says what is left of them. */
function asOfNow({ atMs, ...answer }: KeptAnswer, nowMs: number): Answer {
  const elapsed = Math.floor((nowMs - atMs) / 1000);
  if (elapsed <= 0) return answer;
  const parsed = JSON.parse(answer.body) as Record<string, unknown>;
  const left = (seconds: number) => Math.max(0, seconds - elapsed);
  for (const name of ['expiresIn', 'resendIn']) {
    const seconds = parsed[name];
    if (typeof seconds === 'number') parsed[name] = left(seconds);
  }
  const { changeIn } = parsed as Partial<ChallengeBody>;
  if (changeIn) {
    parsed.changeIn = Object.fromEntries(
      Object.entries(changeIn).map(([channel, seconds]) => [channel, left(seconds)]),
    );
  }
  return { ...answer, body: JSON.stringify(parsed) };
}
