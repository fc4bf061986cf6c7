/** The static build's server: the same handler, in the page. A chunk of its own, fetched with the first request. */
import type { Send } from '../src/server/index.js';
import { messageOf } from './inbox-message.js';
import type { Inbox } from './inbox.js';
import { createDemoServer } from './server-options.js';

export function createInPageServer(inbox: Inbox): (request: Request) => Promise<Response> {
  const send: Send = ({ phone, purpose, channel, code, text, locale }) => {
    inbox.add(messageOf({ to: phone, type: purpose, channel, code, text, locale }));
    return Promise.resolve();
  };
  const server = createDemoServer(
    { sms: send, whatsapp: send, voice: send },
    { secret: crypto.randomUUID() + crypto.randomUUID() },
  );
  // Who asks is always the same: this page.
  return request => server.fetch(request, { address: '::1' });
}
