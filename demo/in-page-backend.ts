/** The HTTP adapter, talking to a server in this very page. */
import type { Backend } from '../src/backends/backend.js';
import { createHttpBackend } from '../src/backends/http.js';
import type { Inbox } from './inbox.js';

export function createInPageBackend(inbox: Inbox): Backend {
  let server: Promise<(request: Request) => Promise<Response>> | undefined;
  return createHttpBackend({
    endpoint: `${location.origin}/api/phone`,
    fetch: async (input, init) => {
      server ??= import('./in-page-server.js').then(module => module.createInPageServer(inbox));
      return (await server)(new Request(input, init));
    },
  });
}
