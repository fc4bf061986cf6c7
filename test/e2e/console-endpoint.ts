/** What stands behind the HTTP and GatewayAPI connectors in these tests: an SMS endpoint on loopback. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface Received {
  authorization: string | undefined;
  body: unknown;
}

export interface SmsEndpoint {
  readonly url: string;
  readonly received: Received[];
  /** How it answers from now on; it accepts until then. */
  respond: (response: ServerResponse, received: Received) => void;
  stop(): Promise<void>;
}

export async function startEndpoint(): Promise<SmsEndpoint> {
  const server = createServer((request, response) => {
    void json(request).then(body => {
      const received = { authorization: request.headers.authorization, body };
      endpoint.received.push(received);
      endpoint.respond(response, received);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint: SmsEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    received: [],
    respond: accept,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return endpoint;
}

export function accept(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"ids":[1]}');
}
