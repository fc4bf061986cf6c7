import { createServer, request as httpRequest, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createInbox, maxMessages, type InboxMessage } from '../../../demo/inbox.js';
import { inboxRoutes } from '../../../demo/inbox-routes.js';

const authorization = 'Bearer of good news';

function message(code: string): InboxMessage {
  return { to: '+447400123456', type: 'SignIn', code, text: `Code ${code}`, at: '2026-01-02T03:04:05.678Z' };
}

describe('an inbox', () => {
  test('holds the newest first, and only so many', () => {
    const inbox = createInbox();
    for (let code = 0; code <= maxMessages; code++) inbox.add(message(String(code)));
    expect(inbox.messages).toHaveLength(maxMessages);
    expect(inbox.messages[0]?.code).toBe(String(maxMessages));
  });

  test('tells at once and after every change, until nobody listens', () => {
    const inbox = createInbox();
    const heard: number[] = [];
    const stop = inbox.subscribe(messages => heard.push(messages.length));
    inbox.add(message('1'));
    inbox.clear();
    stop();
    inbox.add(message('2'));
    expect(heard).toEqual([0, 1, 0]);
  });
});

async function serve() {
  const inbox = createInbox();
  const route = inboxRoutes({ inbox, authorization });
  const server = createServer((request, response) =>
    route(request, response, () => response.writeHead(418).end()),
  );
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;

  // `fetch` would not let a test choose Host and Origin.
  function call(method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: object) {
    return new Promise<{ status: number; headers: OutgoingHttpHeaders; body: string }>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', method, path, headers };
      const request = httpRequest(options, response => {
        text(response).then(
          body => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          reject,
        );
      });
      request.on('error', reject);
      request.end(body && JSON.stringify(body));
    });
  }
  return { inbox, port, call };
}

/** What `@logto/connector-http-sms` posts. */
const posted = {
  to: '447400123456',
  type: 'SignIn',
  payload: { code: '123456', text: 'Code 123456', locale: 'en' },
};

describe('the inbox over HTTP', () => {
  test('takes what the connector posts, shows it, and can be emptied', async () => {
    const { call } = await serve();
    expect((await call('POST', '/demo/inbox', { authorization }, posted)).status).toBe(204);
    const shown = await call('GET', '/demo/inbox');
    expect(JSON.parse(shown.body)).toEqual([
      {
        to: '+447400123456',
        type: 'SignIn',
        code: '123456',
        text: 'Code 123456',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      },
    ]);
    expect((await call('DELETE', '/demo/inbox')).status).toBe(204);
    expect((await call('GET', '/demo/inbox')).body).toBe('[]');
  });

  test.each([
    ['without the token', {}, posted, 401],
    ['with another token', { authorization: 'Bearer of bad news' }, posted, 401],
    ['that is no message', { authorization }, { to: '447400123456' }, 400],
  ])('refuses a message %s', async (_, headers, body, status) => {
    const { call, inbox } = await serve();
    expect((await call('POST', '/demo/inbox', headers, body)).status).toBe(status);
    expect(inbox.messages).toEqual([]);
  });

  test.each<[string, (port: number) => OutgoingHttpHeaders, number]>([
    ['curl', () => ({}), 200],
    ['the address bar', () => ({ 'sec-fetch-site': 'none' }), 200],
    ['the demo’s page', port => ({ 'sec-fetch-site': 'same-origin', host: `localhost:${port}` }), 200],
    ['the demo’s page, old browser', port => ({ origin: `http://127.0.0.1:${port}` }), 200],
    ['another site’s page', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a page on another port', port => ({ origin: `http://127.0.0.1:${port + 1}` }), 403],
    ['a sandboxed page', () => ({ origin: 'null' }), 403],
    ['a page whose name was pointed here', port => ({ host: `evil.example:${port}` }), 403],
  ])('answers %s', async (_, headersFor, status) => {
    const { call, inbox, port } = await serve();
    inbox.add(message('123456'));
    const answer = await call('GET', '/demo/inbox', headersFor(port));
    expect(answer.status).toBe(status);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.body.includes('123456')).toBe(status === 200);
  });

  test('streams the inbox now and after every change', async () => {
    const { inbox, port } = await serve();
    const gone = new AbortController();
    onTestFinished(() => gone.abort());
    const response = await fetch(`http://127.0.0.1:${port}/demo/inbox/stream`, { signal: gone.signal });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('data: []\n\n');
    inbox.add(message('123456'));
    expect((await reader.read()).value).toBe(`data: ${JSON.stringify([message('123456')])}\n\n`);
  });

  test('leaves other paths alone', async () => {
    const { call } = await serve();
    expect((await call('GET', '/demo/inboxes')).status).toBe(418);
    expect((await call('GET', '/demo/inbox/other')).status).toBe(404);
  });
});
