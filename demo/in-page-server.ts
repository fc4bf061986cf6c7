/** The static build's server: the same handler, in the page. A chunk of its own, fetched with the first request. */
import { createPhoneServer } from '../src/server/index.js';
import type { Inbox } from './inbox.js';
import { demoServerOptions } from './server-options.js';

export function createInPageServer(inbox: Inbox): (request: Request) => Promise<Response> {
  const server = createPhoneServer({
    ...demoServerOptions,
    secret: crypto.randomUUID() + crypto.randomUUID(),
    send: ({ phone, purpose, code, text }) => {
      inbox.add({ to: phone, type: purpose, code, text, at: new Date().toISOString() });
      return Promise.resolve();
    },
  });
  // Who asks is always the same: this page.
  return request => server.fetch(request, { address: '::1' });
}
