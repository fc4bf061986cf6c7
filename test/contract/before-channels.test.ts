/**
 * Old and new across the wire: a sign-in that the adapter and the server of the commit before channels came (f95d5c4~1)
 * made between them, recorded once, is held against the server and the adapter of today.
 */
import { expect, test } from 'vitest';
import { createHttpBackend } from '../../src/backends/http.js';
import { createSignIn } from '../../src/flow/sign-in.js';
import type { E164 } from '../../src/protocol.js';
import { createPhoneServer, type Message } from '../../src/server/index.js';
import recorded from './before-channels.json' with { type: 'json' };

const { lines, right, wrong } = recorded;
const origin = 'http://localhost';
const challengePath = /challenges\/([\w-]+)/;

/** Each value's kind, however deep: what a client reads of an answer, whatever else there is. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return expect.arrayContaining(value.map(shapeOf));
  if (typeof value !== 'object' || value === null) return expect.any((Object(value) as object).constructor);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
}

test('an old client at a new server with more channels: the same answers, and each message by SMS', async () => {
  let nowMs = Date.now();
  const sent: Message[] = [];
  const send = (message: Message) => Promise.resolve(void sent.push(message));
  const server = createPhoneServer({
    secret: 'mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a',
    channels: { whatsapp: { send }, sms: { send }, voice: { send } },
    nowMs: () => nowMs,
    log: () => undefined,
  });
  let id = '';
  for (const { method, path, headers, body, status, answer } of lines) {
    // As long as the old server said.
    if (path.endsWith('/resend')) nowMs += 60_000;
    const code = sent.at(-1)?.code ?? '';
    const other = code.startsWith('1') ? code.replace('1', '2') : code.replace(/^./, '1');
    const said = JSON.stringify(body)?.replace(right, code).replace(wrong, other);
    const response = await server.fetch(
      new Request(origin + path.replace(challengePath, `challenges/${id}`), {
        method,
        headers: headers as Record<string, string>,
        ...(said && { body: said }),
      }),
      { address: '192.0.2.1' },
    );
    const now = (await response.json()) as Record<string, unknown>;
    expect({ path, status: response.status, now }).toMatchObject({ path, status, now: shapeOf(answer) });
    if (typeof now['id'] === 'string') id = now['id'];
  }
  expect(sent.map(({ channel, phone }) => [channel, phone])).toEqual([
    ['sms', '+447400123456'],
    ['sms', '+447400123456'],
  ]);
});

test('a new client at an old server: the same requests, whatever its page would have', async () => {
  let nowMs = Date.now();
  let at = 0;
  const asked: unknown[] = [];
  const signIn = createSignIn({
    backend: createHttpBackend({
      endpoint: `${origin}/api/phone`,
      async fetch(input, init) {
        const request = new Request(input, init);
        const text = await request.text();
        const { method, headers } = request;
        asked.push({
          ...{ method, path: new URL(request.url).pathname },
          names: [...headers.keys()].filter(name => name !== 'accept').sort(),
          body: text === '' ? undefined : (JSON.parse(text) as unknown),
        });
        const { answer, status } = lines[at++]!;
        const type = status < 400 ? 'application/json' : 'application/problem+json';
        return new Response(JSON.stringify(answer), { status, headers: { 'content-type': type } });
      },
    }),
    purpose: 'sign-in',
    locale: () => 'en',
    clock: { nowMs: () => nowMs, elapsedMs: () => nowMs, after: () => () => undefined },
  });
  const until = (step: string, error?: string) =>
    expect.poll(() => [signIn.state.step, signIn.state.error?.code]).toEqual([step, error]);
  await signIn.prepare();
  await expect.poll(() => at).toBe(1);
  expect(signIn.channels).toEqual([]);
  signIn.requestCode('+447400123456' as E164);
  await until('code');
  nowMs += 60_000;
  signIn.resend();
  await expect.poll(() => 'resent' in signIn.state && signIn.state.resent).toBe(1);
  expect(signIn.state).toMatchObject({ challenge: { channel: undefined, channels: undefined } });
  signIn.verify(wrong);
  await until('code', 'code_invalid');
  signIn.verify(right);
  await until('done');
  expect(asked).toEqual(
    lines.map(({ method, path, headers, body }) => ({
      ...{ method, path, body },
      names: Object.keys(headers).sort(),
    })),
  );
});
