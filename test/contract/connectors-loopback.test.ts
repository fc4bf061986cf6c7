/** What only a real network shows: the status of an answer that a package hides, and whether hanging requests are ended. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { E164 } from '../../src/protocol.js';
import { createConnectorSender, type ConnectorSetting } from '../../src/server/connectors/index.js';
import { deliver } from '../../src/server/deliver.js';
import { composeMessage } from '../../src/server/message-texts.js';

const message = composeMessage({
  phone: '+447700900123' as E164,
  purpose: 'sign-in',
  code: '123456',
});

let provider: Server;
let respond: (response: ServerResponse, request: IncomingMessage) => void;
let paths: (string | undefined)[];

beforeEach(async () => {
  paths = [];
  provider = createServer((request, response) => {
    request.resume().on('end', () => {
      paths.push(request.url);
      respond(response, request);
    });
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
});

afterEach(async () => {
  provider.closeAllConnections();
  provider.close();
  await once(provider, 'close');
});

function settingOf(name: 'gatewayapi' | 'http', path = '/sms'): ConnectorSetting {
  const endpoint = `http://127.0.0.1:${(provider.address() as AddressInfo).port}${path}`;
  const templates = ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map(usageType => ({
    usageType,
    content: '{{code}}',
  }));
  return name === 'http'
    ? { name, config: { endpoint } }
    : { name, config: { endpoint, apiToken: 'token', sender: 'ACME', templates } };
}

describe.each(['gatewayapi', 'http'] as const)('%s', name => {
  it.each([
    [400, 'No credit', 'refused'],
    // Prose about time is a refusal all the same: an answer came.
    [422, 'Your plan has timed out', 'refused'],
    [503, 'Come back later', 'refused'],
    [408, 'Request timeout', 'unknown'],
    [500, 'Oops', 'unknown'],
    [502, '<html>Bad gateway</html>', 'unknown'],
    [504, '', 'unknown'],
  ])('takes a status %i (%s) as %s, sent once', async (status, prose, kind) => {
    respond = response => void response.writeHead(status).end(prose);
    const { send } = await createConnectorSender(settingOf(name));
    expect(await deliver(send, message)).toMatchObject({ kind });
    expect(paths).toHaveLength(1);
  });

  it('ends a request that gets no answer in time', async () => {
    const arrived = new Promise<Socket>(resolve => (respond = (_response, { socket }) => resolve(socket)));
    const { send } = await createConnectorSender(settingOf(name));
    const delivering = deliver(send, message, 200);
    const socket = await arrived;
    const closed = once(socket, 'close');
    expect(await delivering).toEqual({ kind: 'unknown', detail: 'No answer within 0.2 seconds' });
    await closed;
  });

  it('finishes what is in flight when the connector is changed', async () => {
    const sender = await createConnectorSender(settingOf(name, '/old'));
    let release = () => {};
    const arrived = new Promise<void>(resolve => {
      respond = response => {
        release = () => response.end();
        resolve();
      };
    });
    const inFlight = deliver(sender.send, message);
    await arrived;
    await sender.changeConnector(settingOf('gatewayapi', '/new'));
    respond = response => void response.end();
    expect(await deliver(sender.send, message)).toEqual({ kind: 'sent' });
    release();
    expect(await inFlight).toEqual({ kind: 'sent' });
    expect(paths).toEqual(['/old', '/new']);
  });
});

it('keeps the statuses of messages in flight apart', async () => {
  const held: (() => void)[] = [];
  respond = (response, { url }) => {
    held.push(() => response.writeHead(url === '/a' ? 500 : 400).end('No'));
    if (held.length === 2) for (const answer of held.reverse()) answer();
  };
  const deliveries = ['/a', '/b'].map(async path => {
    const { send } = await createConnectorSender(settingOf('http', path));
    return deliver(send, message);
  });
  expect(await Promise.all(deliveries)).toMatchObject([{ kind: 'unknown' }, { kind: 'refused' }]);
});
