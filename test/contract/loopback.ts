/** A real HTTP server on a free port of loopback, for stand-ins: it notes what arrives and can be made to misbehave. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface Loopback {
  /** `http://127.0.0.1:<port>`, good after {@link Loopback.close} too: nobody answers there then. */
  readonly origin: string;
  /** What arrived, the oldest first; what a misbehaving server did not look at as well. */
  readonly requests: readonly { method: string; url: string; headers: IncomingMessage['headers'] }[];
  /** Answers every request in place of the system; `undefined` gives it back. */
  answerWith(listener: Listener | undefined): void;
  /** The system acts on the request after `skip` others, and its answer is lost on the way. */
  loseAnswer(skip?: number): void;
  /** Begins the list of requests anew. */
  forget(): void;
  close(): Promise<void>;
}

export async function startLoopback(listener: Listener): Promise<Loopback> {
  const requests: { method: string; url: string; headers: IncomingMessage['headers'] }[] = [];
  let instead: Listener | undefined;
  let untilLost = -1;
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    requests.push({ method, url, headers });
    if (untilLost-- === 0) response.end = () => response.destroy();
    (instead ?? listener)(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answerWith(listener) {
      instead = listener;
    },
    loseAnswer(skip = 0) {
      untilLost = skip;
    },
    forget() {
      requests.length = 0;
    },
    close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

export function answer(status: number, type: string, body: string, headers = {}): Listener {
  return (_, response) => response.writeHead(status, { 'content-type': type, ...headers }).end(body);
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A `fetch` that keeps cookies like one browser, for one origin: Node's own keeps none. */
export function cookieFetch(jar = new Map<string, string>()): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    const wantsCookies = init?.credentials !== 'omit';
    if (wantsCookies && jar.size > 0)
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(input, { ...init, headers });
    for (const cookie of wantsCookies ? response.headers.getSetCookie() : []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/;\s*max-age=0|;\s*expires=[^;]*1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
}
