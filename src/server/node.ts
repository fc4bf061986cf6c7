/** The fetch handler on Node: a listener for `node:http`, which is a Connect middleware as well (Vite, Express). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from './answer.js';
import { toRequest, urlOf } from './node-request.js';
import type { PhoneServer } from './phone-server.js';
import type { Session } from './sessions.js';

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

/**
 * The session of a request as Node has it: what `node:http` and Express hand to a handler, and Fastify as `request.raw`.
 * Leaves its body alone.
 */
export async function verifySession(
  server: Pick<PhoneServer, 'verifySession'>,
  incoming: IncomingMessage,
): Promise<Session | undefined> {
  let request: Request;
  try {
    request = toRequest(incoming);
  } catch {
    // A path or a Host that makes no request is nobody's.
    return undefined;
  }
  return server.verifySession(request);
}

async function answer(
  server: Pick<PhoneServer, 'fetch'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  let request: Request;
  try {
    request = toRequest(incoming, outgoing);
  } catch {
    // A Host header or a method that makes no request.
    outgoing.writeHead(400).end();
    return;
  }
  try {
    const response = await server.fetch(request, { address: incoming.socket.remoteAddress });
    const body = bodyOf(response) ?? Buffer.from(await response.arrayBuffer());
    writeHead(outgoing, response);
    outgoing.end(body);
  } catch {
    if (!outgoing.headersSent) outgoing.writeHead(503);
    outgoing.end();
  }
}

/**
 * Node takes a list of headers as it is only where none was set before, as Express sets one: of two cookies in the list the
 * second then replaces the first.
 */
function writeHead(outgoing: ServerResponse, { status, headers }: Response): void {
  if (outgoing.getHeaderNames().length === 0) {
    outgoing.writeHead(status, [...headers].flat());
    return;
  }
  for (const [name, value] of headers) {
    if (name === 'set-cookie') outgoing.appendHeader(name, value);
    else outgoing.setHeader(name, value);
  }
  outgoing.writeHead(status);
}

function pathOf(incoming: IncomingMessage): string {
  return urlOf(incoming).replace(/[?#].*$/, '');
}
