/**
 * For this example alone, in the place of a server and a phone: the package's own server, in the page, and what it would
 * have sent. On a page of yours `<phone-sign-in endpoint="/api/phone">` is all there is to it.
 */
import { createHttpBackend } from 'phone-sign-in/backends/http';
import { createPhoneServer } from 'phone-sign-in/server';

/** `onMessage` gets each message, as `{ phone, code, text }`. */
export function createInPageBackend(onMessage) {
  const server = createPhoneServer({
    secret: crypto.randomUUID() + crypto.randomUUID(),
    send: async message => onMessage(message),
  });
  return createHttpBackend({
    endpoint: `${location.origin}/api/phone`,
    fetch: (input, init) => server.fetch(new Request(input, init), { address: '::1' }),
  });
}
