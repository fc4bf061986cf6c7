/** A sign-in by three channels over real HTTP: our senders, a provider on loopback, and each of the stores. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChallengeBody, OutcomeBody } from '../../src/protocol.js';
import { createChannelSender } from '../../src/server/connectors/index.js';
import {
  createMemoryStore,
  createPhoneServer,
  type PhoneServer,
  type Store,
} from '../../src/server/index.js';
import { toNodeListener } from '../../src/server/node.js';
import { createPostgresStore } from '../../src/server/stores/postgres.js';
import { createRedisStore } from '../../src/server/stores/redis.js';
import { readBody, startLoopback, type Loopback } from './loopback.js';
import { startPostgres, whyNoPostgres } from './postgres-server.js';
import { startRedis, whyNoRedis } from './redis-server.js';

interface Opened {
  store: Store;
  close: () => Promise<void> | void;
}

const stores: [string, string | undefined, () => Promise<Opened>][] = [
  ['memory', undefined, () => Promise.resolve({ store: createMemoryStore(), close: () => undefined })],
  [
    'Redis',
    whyNoRedis(),
    async () => {
      const redis = await startRedis();
      const store = createRedisStore({ url: redis.url, clock: 'caller' });
      return { store, close: () => (store.close(), redis.stop()) };
    },
  ],
  [
    'PostgreSQL',
    whyNoPostgres(),
    async () => {
      const postgres = await startPostgres();
      const store = createPostgresStore({ url: postgres.url, clock: 'caller', timeoutMs: 20_000 });
      return { store, close: () => store.close().then(() => postgres.stop()) };
    },
  ],
];

describe.each(stores)('by SMS, WhatsApp and a call, with %s', (_name, missing, open) => {
  const phone = '+447400123456';
  let provider: Loopback;
  let opened: Opened;
  let server: PhoneServer;
  let url: string;
  let close: () => void;
  let nowMs = Date.now();
  /** What the provider was asked to send: its path, and its text. */
  const sent: { path: string; text: string }[] = [];
  let isSmsDown = false;

  beforeAll(async () => {
    if (missing) return;
    opened = await open();
    provider = await startLoopback((request, response) => {
      void readBody(request).then(text => {
        const { url: path = '' } = request;
        sent.push({ path, text: decodeURIComponent(text.replaceAll('+', ' ')) });
        response.writeHead(path === '/sms' && isSmsDown ? 502 : 200).end('{}');
      });
    });
    const { origin: endpoint } = provider;
    const whatsapp = { phoneNumberId: '1', accessToken: 'x', template: 'otp', languages: 'en', endpoint };
    const voice = { accountSID: 'AC1', authToken: 'x', from: '+447700900000', endpoint };
    const http = { endpoint: `${endpoint}/sms` };
    server = createPhoneServer({
      secret: 'mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a',
      store: opened.store,
      channels: {
        sms: { send: await createChannelSender('sms', { name: 'http', config: http }) },
        whatsapp: { send: await createChannelSender('whatsapp', { name: 'whatsapp', config: whatsapp }) },
        voice: { send: await createChannelSender('voice', { name: 'twilio-voice', config: voice }) },
      },
      log: () => undefined,
      nowMs: () => nowMs,
    });
    const listener = createServer(toNodeListener(server));
    await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/api/phone`;
    close = () => (listener.closeAllConnections(), listener.close());
  }, 60_000);
  afterAll(async () => {
    if (missing) return;
    close();
    await opened.close();
    await provider.close();
  });

  async function post<T = ChallengeBody>(path: string, body: object, key?: string) {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'phone-client': 'AAAAAAAAAAAAAAAAAAAAAA',
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T };
  }

  it.skipIf(missing)(`has one code and one session${missing ? ` (${missing})` : ''}`, async () => {
    isSmsDown = true;
    const asked = { phone, purpose: 'sign-in', locale: 'en' };
    expect((await post('/challenges', asked)).status).toBe(502);
    // Perhaps it was sent: the person comes to its code, and no second message goes out.
    const live = await post('/challenges', asked);
    expect(live).toMatchObject({
      status: 201,
      body: { channels: ['sms', 'whatsapp', 'voice'], resendIn: 60 },
    });
    const { id } = live.body;
    expect((await post(`/challenges/${id}/resend`, { channel: 'whatsapp' })).status).toBe(429);
    nowMs += 60_000;
    const second = await post(`/challenges/${id}/resend`, { channel: 'whatsapp' }, 'one');
    expect(second).toMatchObject({ status: 200, body: { id, channel: 'whatsapp', attemptsLeft: 5 } });
    expect(await post(`/challenges/${id}/resend`, { channel: 'whatsapp' }, 'one')).toEqual(second);
    expect((await post(`/challenges/${id}/resend`, { channel: 'voice' }, 'one')).status).toBe(422);
    nowMs += second.body.resendIn * 1000;
    expect(await post(`/challenges/${id}/resend`, { channel: 'voice' })).toMatchObject({
      status: 200,
      body: { id, channel: 'voice', expiresIn: 420 },
    });

    expect(sent.map(({ path }) => path)).toEqual([
      '/sms',
      '/1/messages',
      '/2010-04-01/Accounts/AC1/Calls.json',
    ]);
    const [sms, whatsapp, call] = sent.map(({ text }) => text);
    const code = (JSON.parse(sms ?? '') as { payload: { code: string } }).payload.code;
    expect(whatsapp).toContain(`"text":"${code}"`);
    expect(call).toContain(`Your code is: ${[...code].join(', ')}.`);

    const wrong = code === '000000' ? '111111' : '000000';
    expect((await post(`/challenges/${id}/verify`, { code: wrong })).status).toBe(422);
    expect(await post<OutcomeBody>(`/challenges/${id}/verify`, { code })).toMatchObject({
      status: 200,
      body: { result: 'session', claims: { phone } },
    });
    expect((await post(`/challenges/${id}/verify`, { code })).status).toBe(404);
    const counted = server.metrics().match(/phone_sign_in_messages_total\{.*\} \d+/g);
    const count = (channel: string, outcome: string) =>
      `phone_sign_in_messages_total{country="GB",calling_code="44",channel="${channel}",outcome="${outcome}"} 1`;
    expect(counted).toEqual([
      count('sms', 'unknown'),
      count('whatsapp', 'sent'),
      count('voice', 'sent'),
      count('voice', 'verified'),
    ]);
  });
});
