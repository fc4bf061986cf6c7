/** One case's own server: the pages, the CDN files, the real phone server, and faults in front of it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPhoneServer, type Message, type PhoneServerOptions } from '../../src/server/index.js';
import type { Files } from './built.js';
import type { Fault, Reply } from './faults.js';
import { installHelpers } from './in-page.js';

export interface Page {
  body: string;
  headers?: Record<string, string>;
  /** HTML unless told otherwise. */
  type?: string;
  /** Answered when this has come. */
  after?: Promise<void>;
}

/** A call to the API, as it arrived. */
export interface ApiCall {
  path: string;
  key: string | undefined;
  body: string;
}

export interface World {
  /** Without a slash at its end. */
  readonly origin: string;
  /** What was sent, the newest last. */
  readonly messages: Message[];
  /** POSTs that reached this machine, faults or not. */
  readonly calls: ApiCall[];
  /** Requests for anything else, the newest last. */
  readonly fetched: string[];
  /** By path; `/` is the widget's plain page. */
  readonly pages: Map<string, Page>;
  /** What happens to calls whose path ends so. */
  readonly faults: Map<string, Fault>;
  /** Milliseconds that the server's clock is ahead. */
  aheadMs: number;
  /** Nobody listens any more, and what was connected is not; `up` is the same port again. */
  down(): Promise<void>;
  up(): Promise<void>;
}

export const widgetPage = (attributes = 'endpoint="/api/phone"', inside = ''): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sign in</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script src="/help.js"></script><script type="module" src="/cdn/phone-sign-in.js"></script></head>
<body><main><phone-sign-in default-country="GB" ${attributes}>${inside}</phone-sign-in></main></body></html>`;

const used = new Set<number>();
const portOf = (server: Server) => (server.address() as AddressInfo).port;

export async function startWorld(files: Files, options: Partial<PhoneServerOptions> = {}): Promise<World> {
  const messages: Message[] = [];
  const world: World = {
    origin: '',
    messages,
    calls: [],
    fetched: [],
    pages: new Map([
      ['/', { body: widgetPage() }],
      [
        '/elsewhere',
        { body: '<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><p>Elsewhere' },
      ],
      ['/help.js', { body: `(${installHelpers.toString()})()`, type: 'text/javascript' }],
    ]),
    faults: new Map(),
    aheadMs: 0,
    down: () => closed(server),
    async up() {
      server = await listening(onRequest, Number(new URL(world.origin).port));
    },
  };
  const phone = createPhoneServer({
    secret: 'a secret of the engine tests, long enough for one',
    send: message => {
      messages.push(message);
      return Promise.resolve();
    },
    nowMs: () => Date.now() + world.aheadMs,
    ...options,
  });
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    if (/^\/api\//.test(path)) void answerApi(path, request, response);
    else void answerPage(path, response);
  };

  async function answerPage(path: string, response: ServerResponse): Promise<void> {
    world.fetched.push(path);
    const file = files.get(path.replace(/^\/cdn\//, ''));
    const page =
      world.pages.get(path) ?? (file === undefined ? undefined : { body: file, type: 'text/javascript' });
    if (!page) return void response.writeHead(404).end();
    await page.after;
    const type = `${page.type ?? 'text/html'}; charset=utf-8`;
    response.writeHead(200, { 'content-type': type, ...page.headers }).end(page.body);
  }

  async function answerApi(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const { method = 'GET', headers } = request;
    const key = headers['idempotency-key'];
    if (method === 'GET') world.fetched.push(path);
    if (method === 'POST') world.calls.push({ path, key: key?.toString(), body });
    const reply = async (): Promise<Reply> => {
      if (path.startsWith('/api/auth/')) return betterAuth(path, body, messages);
      const answer = await phone.fetch(
        new Request(world.origin + path, {
          method,
          headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
            typeof value === 'string' ? [[name, value]] : [],
          ),
          ...(method === 'POST' && { body }),
        }),
        { address: '127.0.0.1' },
      );
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      };
    };
    const fault = method === 'POST' && [...world.faults].find(([end]) => path.endsWith(end))?.[1];
    if (fault) return fault(response, reply);
    const { status, headers: answered, body: text } = await reply();
    response.writeHead(status, answered).end(text);
  }

  let server = await listening(onRequest, 0);
  // What a browser keeps for a port is of one case alone.
  for (; used.has(portOf(server)); server = await listening(onRequest, 0)) server.close();
  used.add(portOf(server));
  Object.assign(world, { origin: `http://localhost:${portOf(server)}` });
  return world;
}

/** As much of better-auth's phone number plugin as a password reset calls: the one backend that asks for more after the code. */
function betterAuth(path: string, body: string, messages: Message[]): Reply {
  const asked = JSON.parse(body) as { phoneNumber: Message['phone']; otp?: string };
  if (path.endsWith('/request-password-reset')) {
    const code = '135790';
    messages.push({
      phone: asked.phoneNumber,
      channel: 'sms',
      purpose: 'forgot-password',
      code,
      text: code,
      locale: 'en',
    });
  }
  return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":true}' };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function listening(onRequest: (request: IncomingMessage, response: ServerResponse) => void, port: number) {
  return new Promise<Server>((resolve, reject) => {
    const server = createServer(onRequest).once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

function closed(server: Server): Promise<void> {
  const end = new Promise<void>(resolve => server.close(() => resolve()));
  server.closeAllConnections();
  return end;
}
