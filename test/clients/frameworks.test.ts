/** The server as a middleware of Express and of Fastify, and its sessions in their routes. */
import { once } from 'node:events';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPhoneServer, type Message, type PhoneServer } from '../../src/server/index.js';
import { toNodeListener, verifySession } from '../../src/server/node.js';
import { cookieFetch } from '../contract/loopback.js';

// Their types are not there where they are not installed: what is used of them is named here.
const require = createRequire(import.meta.url);

type Handler = (request: IncomingMessage & { body?: unknown }, response: JsonResponse) => unknown;
interface JsonResponse extends ServerResponse {
  sendStatus(status: number): void;
  json(body: unknown): void;
}
interface Express extends RequestListener {
  use(middleware: unknown): void;
  get(path: string, handler: Handler): void;
  post(path: string, handler: Handler): void;
  listen(port: number, host: string): Server;
}
const express = require('express') as { (): Express; json(): unknown };

interface Reply {
  code(status: number): { send(body?: unknown): void };
  hijack(): void;
  raw: ServerResponse;
}
type Route = (request: { raw: IncomingMessage; body?: unknown }, reply: Reply) => unknown;
interface Fastify {
  server: Server;
  addHook(
    name: 'onRequest',
    hook: (request: { raw: IncomingMessage }, reply: Reply, done: () => void) => void,
  ): void;
  get(path: string, route: Route): void;
  post(path: string, route: Route): void;
  listen(options: { port: number; host: string }): Promise<string>;
  close(): Promise<void>;
}
const fastify = require('fastify') as () => Fastify;

async function onExpress(phone: PhoneServer): Promise<string> {
  const app = express();
  app.use(toNodeListener(phone));
  app.use(express.json());
  app.get('/account', async (request, response) => {
    const session = await verifySession(phone, request);
    if (!session) return response.sendStatus(401);
    return response.json({ phone: session.phone, ...session.claims });
  });
  app.post('/notes', async (request, response) => {
    const session = await verifySession(phone, request);
    response.json({ from: session?.phone, body: request.body });
  });
  const server = app.listen(0, '127.0.0.1');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function onFastify(phone: PhoneServer): Promise<string> {
  const app = fastify();
  const listener = toNodeListener(phone);
  app.addHook('onRequest', (request, reply, done) => {
    const { pathname } = new URL(request.raw.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(`${phone.basePath}/`)) return done();
    reply.hijack();
    return listener(request.raw, reply.raw);
  });
  app.get('/account', async (request, reply) => {
    const session = await verifySession(phone, request.raw);
    if (!session) return reply.code(401).send();
    return { phone: session.phone, ...session.claims };
  });
  app.post('/notes', async request => {
    const session = await verifySession(phone, request.raw);
    return { from: session?.phone, body: request.body };
  });
  onTestFinished(() => app.close());
  return app.listen({ port: 0, host: '127.0.0.1' });
}

describe.each([
  ['Express', onExpress],
  ['Fastify', onFastify],
])('%s', (_name, start) => {
  it('serves a sign-in, knows who is signed in in its own routes, and keeps its bodies', async () => {
    const messages: Message[] = [];
    const phone = createPhoneServer({
      secret: 'a secret of the frameworks, long enough!',
      send: message => Promise.resolve(void messages.push(message)),
      onVerified: () => ({ sub: 'user-7' }),
      log: () => undefined,
    });
    const url = await start(phone);
    const browser = cookieFetch();
    const post = async (path: string, body: object, type = 'application/json') =>
      browser(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': type, 'phone-client': 'AAAAAAAAAAAAAAAAAAAAAA' },
        body: JSON.stringify(body),
      });
    expect((await browser(`${url}/account`)).status).toBe(401);
    const created = await post('/api/phone/challenges', { phone: '+447400123456', purpose: 'sign-in' });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const wrong = messages[0]?.code === '000000' ? '111111' : '000000';
    expect((await post(`/api/phone/challenges/${id}/verify`, { code: wrong })).status).toBe(422);
    const verified = await post(`/api/phone/challenges/${id}/verify`, { code: messages[0]?.code });
    expect([verified.status, verified.headers.getSetCookie().length]).toEqual([200, 2]);
    const account = await browser(`${url}/account`);
    expect(await account.json()).toEqual({ phone: '+447400123456', sub: 'user-7' });
    const note = await post('/notes', { text: 'hello' });
    expect(await note.json()).toEqual({ from: '+447400123456', body: { text: 'hello' } });
    expect((await browser(`${url}/api/phone/nothing`)).status).toBe(404);
    expect((await browser(`${url}/api/phone/session`, { method: 'DELETE' })).status).toBe(204);
    expect((await browser(`${url}/account`)).status).toBe(401);
  });
});
