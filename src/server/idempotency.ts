/**
 * One key, one effect: a repeated request gets the first one's answer. The answer is kept encrypted, because it may
 * carry a session.
 */
import { idempotencyHeader } from '../protocol.js';
import { randomId, type Keys } from './keys.js';
import { Problem } from './problem.js';
import type { Store } from './stores/store.js';

interface Answer {
  status: number;
  headers: [string, string][];
  body: string;
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
 * Runs `answer` at most once per key. `answer` resolves to a response even when it is an error; it is told a name for key
 * and intent, by which the store knows a repetition. Answers by which nothing was decided (429, 503) are not kept: the
 * same key may try again.
 */
export async function answerOnce(
  { keys, store, nowMs }: RepeatOptions,
  { request, client, intent }: { request: Request; client: string; intent: string },
  answer: (request: string | undefined) => Promise<Response>,
): Promise<{ response: Response; isRepeated: boolean }> {
  const idempotencyKey = request.headers.get(idempotencyHeader);
  if (idempotencyKey === null) return { response: await answer(undefined), isRepeated: false };
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new Problem('malformed_request', {
      detail: `${idempotencyHeader} must be 1 to 255 visible ASCII characters.`,
    });
  }
  const key = await keys.mac('request', 'key', client, idempotencyKey);
  const fingerprint = await keys.mac('request', 'intent', new URL(request.url).pathname, intent);

  const owner = nextOwner();
  const sinceMs = nowMs();
  let claim = await store.claim(key, fingerprint, owner, sinceMs);
  while (claim.kind === 'running') {
    await claim.ended;
    if (nowMs() - sinceMs > maxWaitMs) throw new Problem('server_error', { retryAfterMs: 1000 });
    claim = await store.claim(key, fingerprint, owner, nowMs());
  }
  if (claim.kind === 'mismatch') throw new Problem('idempotency_mismatch');
  if (claim.kind === 'answered') {
    const stored = (await keys.open(claim.answer, key)) as Answer;
    return { response: toResponse(stored, nowMs()), isRepeated: true };
  }
  let kept: string | undefined;
  let isDown = true;
  try {
    const response = await answer(`${key}.${fingerprint}`);
    isDown = response.status === 503;
    if (response.status === 429 || isDown) return { response, isRepeated: false };
    const atMs = nowMs();
    const given = await fromResponse(response, atMs);
    kept = await keys.seal(given, key);
    return { response: toResponse(given, atMs), isRepeated: false };
  } finally {
    const finished = store.finish(key, owner, kept, nowMs()).catch(() => undefined);
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

async function fromResponse(response: Response, atMs: number): Promise<Answer> {
  return { status: response.status, headers: [...response.headers], body: await response.text(), atMs };
}

/** Durations are relative to now, so a repeated answer says what is left of them. */
function toResponse({ status, headers, body, atMs }: Answer, nowMs: number): Response {
  const elapsed = Math.floor((nowMs - atMs) / 1000);
  if (elapsed <= 0) return new Response(body, { status, headers });
  const parsed = JSON.parse(body) as Record<string, unknown>;
  for (const name of ['expiresIn', 'resendIn']) {
    const seconds = parsed[name];
    if (typeof seconds === 'number') parsed[name] = Math.max(0, seconds - elapsed);
  }
  return new Response(JSON.stringify(parsed), { status, headers });
}
