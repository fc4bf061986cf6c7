/** The fetch handler on Node: a listener for `node:http`, which is a Connect middleware as well (Vite, Express). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { PhoneServer } from './server.js';

export type NodeListener = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;

/**
 * Takes the client's address from the socket. With `next` (as a middleware) it answers what is below the server's
 * `basePath` and passes on the rest.
 */
export function toNodeListener(server: Pick<PhoneServer, 'basePath' | 'fetch'>): NodeListener {
  return (incoming, outgoing, next) => {
    const path = pathOf(incoming);
    const isOurs = path === server.basePath || path.startsWith(`${server.basePath}/`);
    if (next && !isOurs) next();
    else void answer(server, incoming, outgoing);
  };
}

async function answer(
  server: Pick<PhoneServer, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  let request: Request;
  try {
    request = toRequest(incoming, gone.signal);
  } catch {
    // A Host header or a method that makes no request.
    outgoing.writeHead(400).end();
    return;
  }
  try {
    const response = await server.fetch(request, { address: incoming.socket.remoteAddress });
    const body = Buffer.from(await response.arrayBuffer());
    outgoing.statusCode = response.status;
    for (const [name, value] of response.headers) {
      if (name !== 'set-cookie') outgoing.setHeader(name, value);
    }
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
    outgoing.end(body);
  } catch {
    if (!outgoing.headersSent) outgoing.writeHead(503);
    outgoing.end();
  }
}

/** The body stays a stream: the handler stops reading at its own limit. */
function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', headers, socket } = incoming;
  const scheme = (socket as TLSSocket).encrypted ? 'https' : 'http';
  const host = headers.host ?? headers[':authority'] ?? 'localhost';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const body = hasBody ? Readable.toWeb(incoming) : null;
  const url = urlOf(incoming);
  // Never resolved against the host: "//evil.example/" would name another one.
  if (!url.startsWith('/')) throw new TypeError('Not a path');
  return new Request(`${scheme}://${String(host)}${url}`, {
    method,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      name.startsWith(':') || value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
    signal,
    ...(body && { body, duplex: 'half' }),
  } as RequestInit);
}

/** Connect cuts the mount path off `url` and keeps the whole in `originalUrl`. */
function urlOf(incoming: IncomingMessage & { originalUrl?: string }): string {
  return incoming.originalUrl ?? incoming.url ?? '/';
}

function pathOf(incoming: IncomingMessage): string {
  return urlOf(incoming).replace(/[?#].*$/, '');
}
