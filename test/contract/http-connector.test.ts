/** The official HTTP connector against a provider on loopback that accepts, refuses, hangs and breaks off. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { purposes, type E164 } from '../../src/protocol.js';
import { createConnectorSender, type ConnectorSetting } from '../../src/server/connectors/index.js';
import { deliver, type Message } from '../../src/server/deliver.js';

const message: Message = {
  phone: '+447700900123' as E164,
  channel: 'sms',
  purpose: 'sign-in',
  code: '123456',
  text: 'Код: 123456',
  locale: 'ru',
};

interface Received {
  path: string | undefined;
  authorization: string | undefined;
  body: unknown;
}

let provider: Server;
let received: Received[];
let respond: (response: ServerResponse, request: IncomingMessage) => void;

beforeEach(async () => {
  received = [];
  respond = response => void response.writeHead(200).end();
  provider = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => (text += String(chunk)));
    request.on('end', () => {
      const { authorization } = request.headers;
      received.push({ path: request.url, authorization, body: JSON.parse(text) as unknown });
      respond(response, request);
    });
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
});

afterEach(async () => {
  provider.closeAllConnections();
  if (!provider.listening) return;
  provider.close();
  await once(provider, 'close');
});

function setting(path = '/sms'): ConnectorSetting {
  const { port } = provider.address() as AddressInfo;
  return { name: 'http', config: { endpoint: `http://127.0.0.1:${port}${path}`, authorization: 'Bearer x' } };
}

describe('the HTTP connector', () => {
  it('posts digits without a plus, the usage type, code, text and language', async () => {
    const { send } = await createConnectorSender(setting());
    expect(await deliver(send, message)).toEqual({ kind: 'sent' });
    expect(await deliver(send, { ...message, address: '192.0.2.7' })).toEqual({ kind: 'sent' });
    expect(received.pop()?.body).toMatchObject({ to: '447700900123', ip: '192.0.2.7' });
    expect(received).toEqual([
      {
        path: '/sms',
        authorization: 'Bearer x',
        body: {
          to: '447700900123',
          type: 'SignIn',
          payload: { code: '123456', text: 'Код: 123456', locale: 'ru' },
        },
      },
    ]);
  });

  it('names all nine usage types', async () => {
    const { send } = await createConnectorSender(setting());
    for (const purpose of purposes) await deliver(send, { ...message, purpose });
    expect(received.map(({ body }) => (body as { type: string }).type)).toEqual([
      'SignIn',
      'Register',
      'ForgotPassword',
      'Generic',
      'OrganizationInvitation',
      'UserPermissionValidation',
      'BindNewIdentifier',
      'MfaVerification',
      'BindMfa',
    ]);
  });

  it.each([400, 403, 503])('takes a status %i with prose as a refusal, sent once', async status => {
    respond = response => void response.writeHead(status).end('No credit for +447700900123');
    const { send } = await createConnectorSender(setting());
    const delivery = await deliver(send, message);
    expect(delivery).toMatchObject({
      kind: 'refused',
      detail: expect.stringContaining('No credit') as string,
    });
    expect(JSON.stringify(delivery)).not.toContain('447700900123');
    expect(received).toHaveLength(1);
  });

  it('takes a connection broken off as unknown, sent once', async () => {
    respond = response => void response.destroy();
    const { send } = await createConnectorSender(setting());
    expect(await deliver(send, message)).toMatchObject({ kind: 'unknown' });
    expect(received).toHaveLength(1);
  });

  it('takes a provider that does not listen as a refusal', async () => {
    const { send } = await createConnectorSender(setting());
    provider.close();
    expect(await deliver(send, message)).toMatchObject({ kind: 'refused' });
  });

  it('takes no answer within ten seconds as unknown, sent once', async () => {
    const arrived = new Promise<void>(resolve => (respond = () => resolve()));
    const { send } = await createConnectorSender(setting());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const delivering = deliver(send, message);
      await arrived;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await delivering).toEqual({ kind: 'unknown', detail: 'No answer within 10 seconds' });
      expect(received).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('changing the connector', () => {
  it('takes effect with the next message; one in flight ends on the old', async () => {
    const sender = await createConnectorSender(setting('/old'));
    let release = () => {};
    const arrived = new Promise<void>(resolve => {
      respond = response => {
        release = () => response.end();
        resolve();
      };
    });
    const inFlight = deliver(sender.send, message);
    await arrived;
    await sender.changeConnector(setting('/new'));
    respond = response => void response.end();
    expect(await deliver(sender.send, message)).toEqual({ kind: 'sent' });
    release();
    expect(await inFlight).toEqual({ kind: 'sent' });
    expect(received.map(({ path }) => path)).toEqual(['/old', '/new']);
  });

  it('leaves the old one alive when the new one cannot be', async () => {
    const sender = await createConnectorSender(setting('/old'));
    await expect(sender.changeConnector({ name: 'http', config: {} })).rejects.toThrow('"endpoint"');
    await expect(sender.changeConnector({ name: 'twilio', config: {} })).rejects.toThrow('"accountSID"');
    expect(sender.name).toBe('http');
    expect(await deliver(sender.send, message)).toEqual({ kind: 'sent' });
  });
});

describe('a setting that cannot be', () => {
  it.each([
    [{ name: 'http', config: {} }, 'The config of the connector "http" is not valid: "endpoint": Required.'],
    [{ name: 'http', config: { endpoint: 7 } }, /"endpoint"/],
    [{ name: 'http', config: undefined }, /"config"/],
    [{ name: 'toString', config: {} }, /there are: twilio, .*, http/],
  ])('%j says why', async (impossible, why) => {
    await expect(createConnectorSender(impossible as ConnectorSetting)).rejects.toThrow(why);
  });
});
