/**
 * One key, one effect: a repeated request gets the first one's answer. The answer is kept encrypted, because it may
 * carry a session.
 */
import { idempotencyHeader } from '../protocol.js';
import type { Keys } from './keys.js';
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

/**
 * Runs `answer` at most once per key. `answer` resolves to a response even when it is an error. Answers by which
 * nothing was decided (429, 503) are not kept: the same key may try again.
 */
export async function answerOnce(
  { keys, store, nowMs }: RepeatOptions,
  { request, client, intent }: { request: Request; client: string; intent: string },
  answer: () => Promise<Response>,
): Promise<{ response: Response; isRepeated: boolean }> {
  const idempotencyKey = request.headers.get(idempotencyHeader);
  if (idempotencyKey === null) return { response: await answer(), isRepeated: false };
  if (!/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw new Problem('malformed_request', {
      detail: `${idempotencyHeader} must be 1 to 255 visible ASCII characters.`,
    });
  }
  const key = await keys.mac('request', 'key', client, idempotencyKey);
  const fingerprint = await keys.mac('request', 'intent', new URL(request.url).pathname, intent);

  let claim = await store.claim(key, fingerprint, nowMs());
  while (claim.kind === 'running') {
    await claim.ended;
    claim = await store.claim(key, fingerprint, nowMs());
  }
  if (claim.kind === 'mismatch') throw new Problem('idempotency_mismatch');
  if (claim.kind === 'answered') {
    const stored = (await keys.open(claim.answer, key)) as Answer;
    return { response: toResponse(stored, nowMs()), isRepeated: true };
  }
  let kept: string | undefined;
  try {
    const response = await answer();
    if (response.status !== 429 && response.status !== 503) {
      kept = await keys.seal(await fromResponse(response.clone(), nowMs()), key);
    }
    return { response, isRepeated: false };
  } finally {
    await store.finish(key, kept, nowMs());
  }
}

async function fromResponse(response: Response, atMs: number): Promise<Answer> {
  return { status: response.status, headers: [...response.headers], body: await response.text(), atMs };
}

/** Durations are relative to now, so a repeated answer says what is left of them. */
function toResponse({ status, headers, body, atMs }: Answer, nowMs: number): Response {
  const elapsed = Math.floor((nowMs - atMs) / 1000);
  const parsed = JSON.parse(body) as Record<string, unknown>;
  for (const name of ['expiresIn', 'resendIn']) {
    const seconds = parsed[name];
    if (typeof seconds === 'number') parsed[name] = Math.max(0, seconds - elapsed);
  }
  return new Response(JSON.stringify(parsed), { status, headers });
}
