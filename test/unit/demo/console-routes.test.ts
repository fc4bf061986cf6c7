/** The console's routes answer this machine and their own page, and nobody else; and they keep what they are told. */
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDesk } from '../../../demo/console/server/desk.js';
import { isAllowed } from '../../../demo/guard.js';
import { consoleRoutes } from '../../../demo/console/server/routes.js';
import { consolePath, savedMark, type ConsoleState } from '../../../demo/console/wire.js';

async function serve() {
  const desk = createDesk(() => ({ name: 'http', config: { endpoint: 'http://127.0.0.1:9' } }));
  const route = consoleRoutes(desk);
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
  function call(method: string, path: string, headers: OutgoingHttpHeaders = {}, body?: unknown) {
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', method, path: consolePath + path, headers };
      const request = httpRequest(options, response => {
        text(response).then(body => resolve({ status: response.statusCode ?? 0, body }), reject);
      });
      request.on('error', reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  const json = { 'content-type': 'application/json' };
  const save = (name: string, config: unknown, more: OutgoingHttpHeaders = {}) =>
    call('PUT', `/${name}`, { ...json, ...more }, { text: JSON.stringify({ connector: name, config }) });

  return { desk, port, call, json, save };
}

describe('who is let in', () => {
  const calls: [string, string][] = [
    ['GET', ''],
    ['PUT', '/http'],
    ['DELETE', '/http'],
    ['POST', '/http/test'],
    ['POST', '/http/file'],
  ];

  test.each(calls)('%s %s: no page of another origin, and no name that points here', async (method, path) => {
    const { call, port } = await serve();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://localhost:${port + 1}`, host: `localhost:${port}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
      { host: 'evil.example' },
      {
        host: `evil.example:${port}`,
        origin: `http://evil.example:${port}`,
        'sec-fetch-site': 'same-origin',
      },
      { host: `192.168.0.7:${port}` },
      { host: 'localhost.evil.example' },
    ]) {
      expect([headers, (await call(method, path, headers)).status]).toEqual([headers, 403]);
    }
  });

  test('its own page, and a program of this machine', async () => {
    const { call, port } = await serve();
    const origin = `http://localhost:${port}`;
    const own = { host: `localhost:${port}`, origin, 'sec-fetch-site': 'same-origin' };
    expect((await call('GET', '', own)).status).toBe(200);
    expect((await call('DELETE', '/http', own)).status).toBe(200);
    expect((await call('GET', '')).status).toBe(200);
  });

  test('an address that was opened from outside reads, and changes nothing', async () => {
    const { call } = await serve();
    expect((await call('GET', '', { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect((await call('DELETE', '/http', { 'sec-fetch-site': 'none' })).status).toBe(403);
  });

  test.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['192.168.0.7', false],
    ['2001:db8::7', false],
  ])('from %s: %s', (remoteAddress, isLet) => {
    const headers = { host: 'localhost:5173' };
    const request = { method: 'GET', headers, socket: { remoteAddress } };
    expect(isAllowed(request as unknown as IncomingMessage)).toBe(isLet);
  });
});

describe('what is taken', () => {
  test('JSON alone, of a size, and for the connectors that there are', async () => {
    const { call, json } = await serve();
    const draft = { text: '{}' };
    expect((await call('PUT', '/http', {}, draft)).status).toBe(415);
    expect((await call('PUT', '/http', { 'content-type': 'text/plain' }, draft)).status).toBe(415);
    expect((await call('PUT', '/http', json, { text: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await call('PUT', '/http', json, { draft })).status).toBe(400);
    expect((await call('PUT', '/http', json, { text: '{}', to: 5 })).status).toBe(400);
    expect((await call('PUT', '/pigeon', json, draft)).status).toBe(404);
    expect((await call('GET', '/http')).status).toBe(404);
    expect((await call('PUT', '/http', json, draft)).status).toBe(422);
  });

  test('what is no path of the console goes on', async () => {
    const { call } = await serve();
    expect((await call('GET', '-and-more')).status).toBe(418);
  });

  test('each issue by its field: the guard’s own, empty fields, and placeholders', async () => {
    const { desk, save } = await serve();
    const templates = [{ usageType: 'SignIn', content: 'No code' }];
    const config = { accountSID: '', authToken: '<auth-token>', fromMessagingServiceSID: 'MG1', templates };
    const { status, body } = await save('twilio', config);
    expect(status).toBe(422);
    expect(JSON.parse(body)).toEqual({
      issues: [
        { field: 'templates', message: expect.stringContaining('should be provided') as string },
        { field: 'accountSID', message: 'Required' },
        { field: 'authToken', message: 'This is still the placeholder: fill it in.' },
      ],
    });
    expect(desk.saved('twilio')).toBeUndefined();
  });
});

describe('what is saved', () => {
  const config = { endpoint: 'https://sms.example.com/send', authorization: 'Bearer open-sesame' };
  const entryOf = (body: string) =>
    (JSON.parse(body) as ConsoleState).connectors.find(({ name }) => name === 'http')!;

  test('is live, and comes back with its secret masked', async () => {
    const { desk, save } = await serve();
    const { status, body } = await save('http', config);
    expect(status).toBe(200);
    expect(body).not.toContain('open-sesame');
    const saved = { connector: 'http', config: { ...config, authorization: savedMark } };
    expect(entryOf(body)).toMatchObject({ isLive: true, saved });
    expect(desk.live).toBe('http');
  });

  test('keeps its secret where the mask comes back, for the same endpoint alone', async () => {
    const { desk, save } = await serve();
    expect((await save('http', { ...config, authorization: savedMark })).status).toBe(422);
    await save('http', config);
    await save('http', { ...config, authorization: savedMark });
    expect(desk.saved('http')?.config).toEqual(config);
    const moved = await save('http', { endpoint: 'https://evil.example', authorization: savedMark });
    expect(moved.status).toBe(422);
    expect(desk.saved('http')?.config).toEqual(config);
  });

  test('goes into a file without its secret', async () => {
    const { call, json, save } = await serve();
    await save('http', config);
    const draft = JSON.stringify({ connector: 'http', config: { ...config, authorization: savedMark } });
    const { body } = await call('POST', '/http/file', json, { text: draft });
    const { text, blanks } = JSON.parse(body) as { text: string; blanks: string[] };
    expect(blanks).toEqual(['authorization']);
    expect(JSON.parse(text)).toEqual({
      connector: 'http',
      config: { ...config, authorization: '<authorization>' },
    });
  });

  test('is one that is live at a time, and none after that one is removed', async () => {
    const { call, desk, save } = await serve();
    await save('http', config);
    const templates = ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map(usageType => ({
      usageType,
      content: '{{code}}',
    }));
    await save('vonage', { apiKey: 'key', apiSecret: 'secret', brandName: 'ACME', templates });
    expect(desk.live).toBe('vonage');
    const { body } = await call('DELETE', '/http');
    expect(entryOf(body).saved).toBeUndefined();
    expect(desk.live).toBe('vonage');
    await call('DELETE', '/vonage');
    expect(desk.live).toBeUndefined();
  });
});
