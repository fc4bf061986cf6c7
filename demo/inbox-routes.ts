/**
 * `/demo/inbox` as a Connect middleware: the HTTP connector posts here, the page, tests and curl read. Codes are in it, so
 * it answers this machine and the demo's own page, and nobody else.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { isAllowed } from './guard.js';
import { messageOf } from './inbox-message.js';
import type { Inbox, InboxMessage } from './inbox.js';

export const inboxPath = '/demo/inbox';

export interface InboxRoutesOptions {
  inbox: Inbox;
  /** The `Authorization` header without which nothing is put in. */
  authorization: string;
}

export function inboxRoutes({ inbox, authorization }: InboxRoutesOptions) {
  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (!isAllowed(request)) return end(response, 403);
    switch (`${request.method ?? ''} ${path}`) {
      case `GET ${inboxPath}`:
        response.setHeader('content-type', 'application/json');
        return end(response, 200, JSON.stringify(inbox.messages));
      case `DELETE ${inboxPath}`:
        inbox.clear();
        return end(response, 204);
      case `GET ${inboxPath}/stream`:
        return stream(response);
      case `POST ${inboxPath}`: {
        if (request.headers.authorization !== authorization) return end(response, 401);
        const message = parseMessage(await json(request).catch(() => undefined));
        if (message) inbox.add(message);
        return end(response, message ? 204 : 400);
      }
      default:
        return end(response, 404);
    }
  }

  /** The whole inbox as one server-sent event, now and after every change. */
  function stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const stop = inbox.subscribe(messages => response.write(`data: ${JSON.stringify(messages)}\n\n`));
    response.on('close', stop);
  }

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    if (path !== inboxPath && !path.startsWith(`${inboxPath}/`)) return next();
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    answer(request, response, path).catch(() => end(response, 500));
  };
}

function end(response: ServerResponse, status: number, body?: string): void {
  if (!response.headersSent) response.statusCode = status;
  response.end(body);
}

/** What `@logto/connector-http-sms` posts: `{to, type, payload}`, with the number's digits alone, and the channel in it. */
function parseMessage(body: unknown): InboxMessage | undefined {
  const { to, type, payload } = (body ?? {}) as Record<string, unknown>;
  const { code, text, channel, locale } = (payload ?? {}) as Record<string, unknown>;
  if (typeof to !== 'string' || typeof type !== 'string' || typeof code !== 'string') return undefined;
  const words = typeof text === 'string' ? text : code;
  return messageOf({ to: to.replace(/^\+?/, '+'), type, code, text: words, channel, locale });
}
