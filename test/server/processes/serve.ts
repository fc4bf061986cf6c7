/** A server on a port of its own, for the benchmark: as a host would run it, but for budgets that never end. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { createPhoneServer } from '../../../src/server/index.js';
import { toNodeListener } from '../../../src/server/node.js';
import { createRedisStore } from '../../../src/server/stores/redis.js';
import { answerMessages } from './answer-messages.js';

export type ServeAsk =
  | { kind: 'start'; redisUrl: string | undefined; secret: string }
  /** Makes challenges and tells their codes. `from`: the first of the numbers. */
  | { kind: 'challenges'; from: number; count: number }
  /** How much processor time this process has taken so far. */
  | { kind: 'cpu' };

export interface Job {
  id: string;
  client: string;
  code: string;
}

/** `honoPort`: the same server, behind @hono/node-server. */
export type ServeAnswer =
  { port: number; honoPort: number; barePort: number } | { jobs: Job[] } | { cpuMs: number };

/** The yardstick: reads a body and answers as many bytes, and nothing else. */
const bare: RequestListener = (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"result":"session"}'.padEnd(110));
  });
};

async function listen(listener: RequestListener): Promise<number> {
  const listening = createServer(listener);
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', resolve));
  return (listening.address() as AddressInfo).port;
}

const endless = { count: 1_000_000_000, seconds: 3600 };
let server: ReturnType<typeof createPhoneServer>;
const codes = new Map<string, string>();

answerMessages<ServeAsk, ServeAnswer>(async ask => {
  if (ask.kind === 'start') {
    server = createPhoneServer({
      secret: ask.secret,
      ...(ask.redisUrl !== undefined && { store: createRedisStore({ url: ask.redisUrl }) }),
      send: ({ phone, code }) => {
        codes.set(phone, code);
        return Promise.resolve();
      },
      limits: {
        requests: endless,
        perAddress: endless,
        perPhone: endless,
        perPrefix: endless,
        perCountry: endless,
        perCallingCode: endless,
        total: endless,
        failuresPerAddress: endless,
      },
    });
    const hono = getRequestListener(
      (request, env) =>
        server.fetch(request, { address: (env as HttpBindings).incoming.socket.remoteAddress }),
      // A library has no business with the globals of its host.
      { overrideGlobalObjects: false },
    );
    return {
      port: await listen(toNodeListener(server)),
      honoPort: await listen((request, response) => void hono(request, response)),
      barePort: await listen(bare),
    };
  }
  if (ask.kind === 'cpu') {
    const { user, system } = process.cpuUsage();
    return { cpuMs: (user + system) / 1000 };
  }
  const jobs: Job[] = [];
  const makeOne = async (index: number) => {
    const phone = `+4474${String(10_000_000 + index)}`;
    const client = String(index).padStart(22, '0');
    const request = new Request('http://127.0.0.1/api/phone/challenges', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'phone-client': client },
      body: JSON.stringify({ phone, purpose: 'sign-in' }),
    });
    const response = await server.fetch(request);
    if (response.status !== 201) throw new Error(`${phone}: ${response.status} ${await response.text()}`);
    const { id } = (await response.json()) as { id: string };
    jobs.push({ id, client, code: codes.get(phone) ?? '' });
    codes.delete(phone);
  };
  for (let done = 0; done < ask.count; done += 100) {
    const size = Math.min(100, ask.count - done);
    await Promise.all(Array.from({ length: size }, (_, i) => makeOne(ask.from + done + i)));
  }
  return { jobs };
});
