/** The HTTP adapter, talking to a server in this very page. */
import { createHttpBackend } from '../src/backends/http.js';
import type { Backend } from '../src/index.js';
import type { Inbox } from './inbox.js';

/** The server is a chunk of its own, fetched with the first request. */
export function createInPageFetch(inbox: Inbox): (request: Request) => Promise<Response> {
  let server: Promise<(request: Request) => Promise<Response>> | undefined;
  return async request => {
    server ??= import('./in-page-server.js').then(module => module.createInPageServer(inbox));
    return (await server)(request);
  };
}

export function createInPageBackend(inbox: Inbox): Backend {
  const answer = createInPageFetch(inbox);
  return createHttpBackend({
    endpoint: `${location.origin}/api/phone`,
    fetch: (input, init) => answer(new Request(input, init)),
  });
}
