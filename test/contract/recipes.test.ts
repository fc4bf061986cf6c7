/** The code of docs/recipes.md, as it stands there: our HTTP adapter, the relay, and Twilio Verify's functions on it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpBackend } from '../../src/backends/http.js';
import { toNodeListener } from '../../src/server/node.js';
import { backendContract, callOptions, failureOf, phone, wrongCode, type System } from './backend-suite.js';
import { cookieFetch, startLoopback } from './loopback.js';

interface Relay {
  basePath: string;
  fetch: (request: Request) => Promise<Response>;
}
let relay: { createRelay: (options: object) => Relay };
let twilio: { createTwilioVerify: (options: object) => object };
const folder = mkdtempSync(join(tmpdir(), 'recipes-'));

beforeAll(async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/recipes.md'), 'utf8');
  for (const [, code = '', name = ''] of page.matchAll(/^```js\n(\/\/ (\S+\.js)\n[^]*?)^```/gm))
    writeFileSync(join(folder, name), code);
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const load = (name: string) => import(pathToFileURL(join(folder, name)).href) as Promise<unknown>;
  relay = (await load('relay.js')) as typeof relay;
  twilio = (await load('twilio-verify.js')) as typeof twilio;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Twilio Verify, as its documentation says: one verification a number, whose code is texted again. */
function twilioStandIn(clock: { nowMs: number }) {
  const codes: string[] = [];
  const refusing: { code: number | undefined } = { code: undefined };
  const verifications = new Map<string, { sid: string; code: string; checks: number; startMs: number }>();
  const refuse = (status: number, code: number) => Response.json({ code, status }, { status });
  const fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const form = init?.body as URLSearchParams;
    if (refusing.code) return Promise.resolve(refuse(refusing.code === 60203 ? 429 : 403, refusing.code));
    if ((input as string).endsWith('/Verifications')) {
      const to = form.get('To') ?? '';
      const startMs = clock.nowMs;
      const known = verifications.get(to);
      const code = String(135_790 + codes.length);
      const found = known ?? { sid: `VE${codes.length}`, code, checks: 0, startMs };
      verifications.set(to, found);
      codes.push(found.code);
      return Promise.resolve(Response.json({ sid: found.sid, status: 'pending' }, { status: 201 }));
    }
    const [to = '', found] =
      [...verifications].find(([, { sid }]) => sid === form.get('VerificationSid')) ?? [];
    if (!found || clock.nowMs > found.startMs + 600_000) return Promise.resolve(refuse(404, 20_404));
    if (++found.checks > 5) return Promise.resolve(refuse(429, 60_202));
    const isRight = found.code === form.get('Code');
    if (isRight) verifications.delete(to);
    return Promise.resolve(Response.json({ status: isRight ? 'approved' : 'pending' }));
  };
  return { codes, refusing, fetch };
}

async function setUp(): Promise<System & { refusing: { code: number | undefined } }> {
  const clock = { nowMs: Date.UTC(2026, 0, 1) };
  const { codes, refusing, fetch } = twilioStandIn(clock);
  const provider = twilio.createTwilioVerify({ accountSid: 'AC', authToken: 'x', serviceSid: 'VA', fetch });
  const server = await startLoopback(
    toNodeListener(relay.createRelay({ provider, nowMs: () => clock.nowMs })),
  );
  const endpoint = `${server.origin}/api/phone`;
  const browserFetch = cookieFetch();
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
  const purpose = 'sign-in';
  return {
    server,
    clock,
    codes,
    refusing,
    purpose,
    connect: () => createHttpBackend({ endpoint, storage, fetch: browserFetch }),
    outcome: { kind: 'session', claims: { phone } },
    async limitFor() {
      await createHttpBackend({ endpoint }).requestCode({ phone, purpose }, callOptions(clock));
      clock.nowMs += 20_000;
      return 40;
    },
    limit() {
      refusing.code = 60_203;
      return 60;
    },
    failDelivery() {
      refusing.code = 60_000;
    },
  };
}

backendContract('recipe’s relay to Twilio Verify, with the HTTP', setUp, {
  password: 'the relay has none',
  oldCode: 'Twilio Verify texts the same code again',
  unsupported: 'our contract has all nine purposes',
  noNumber: 'a server may know the number',
});

describe('the relay', () => {
  it('reads what Twilio says of a number', async () => {
    const system = await setUp();
    const ask = () =>
      failureOf(system.connect().requestCode({ phone, purpose: system.purpose }, callOptions(system.clock)));
    for (const [code, known] of [
      [60_200, 'invalid_phone'],
      [60_205, 'invalid_phone'],
      [60_410, 'phone_blocked'],
    ] as const) {
      system.refusing.code = code;
      expect((await ask()).code).toBe(known);
    }
    await system.server.close();
  });

  it('gives a challenge to who began alone, and to no other page', async () => {
    const system = await setUp();
    const challenge = await system
      .connect()
      .requestCode({ phone, purpose: 'sign-in' }, callOptions(system.clock));
    const stranger = createHttpBackend({ endpoint: `${system.server.origin}/api/phone` });
    const guess = stranger.verifyCode(challenge, wrongCode(system.codes[0]), callOptions(system.clock));
    expect((await failureOf(guess)).code).toBe('challenge_gone');
    const foreign = createHttpBackend({
      endpoint: `${system.server.origin}/api/phone`,
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('sec-fetch-site', 'cross-site');
        return fetch(input, { ...init, headers });
      },
    });
    const asking = foreign.requestCode({ phone, purpose: 'sign-in' }, callOptions(system.clock));
    expect((await failureOf(asking)).code).toBe('misconfigured');
    await system.server.close();
  });

  it('has the settings that the widget asks for', async () => {
    const system = await setUp();
    expect(await system.connect().prepare?.()).toEqual({ purposes: ['sign-in'] });
    await system.server.close();
  });
});
