import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { toNodeListener, verifySession } from '../../../src/server/node.js';
import { clientA, phone, setUp } from './helpers.js';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function listen(listener: RequestListener): Promise<string> {
  const http = createServer(listener).listen(0, '127.0.0.1');
  await once(http, 'listening');
  closers.push(async () => {
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

const asked = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'phone-client': clientA },
  body: JSON.stringify({ phone, purpose: 'sign-in' }),
};

describe('the Node listener', () => {
  it('serves the flow, with the cookie, to a real client', async () => {
    const { server, code } = setUp();
    const base = await listen(toNodeListener(server));
    const created = await fetch(`${base}/api/phone/challenges`, asked);
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const verified = await fetch(`${base}/api/phone/challenges/${id}/verify`, {
      ...asked,
      body: JSON.stringify({ code: code() }),
    });
    expect(verified.status).toBe(200);
    expect(verified.headers.getSetCookie()[0]).toMatch(/^phone-session=/);
    const cookie = verified.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await fetch(`${base}/api/phone/session`, { headers: { cookie } })).status).toBe(200);
    const signedOut = await fetch(`${base}/api/phone/session`, { method: 'DELETE', headers: { cookie } });
    expect(signedOut.status).toBe(204);
    expect((await fetch(`${base}/api/phone/session`, { headers: { cookie } })).status).toBe(401);
  });

  it("takes the address from the socket, not from the client's headers", async () => {
    const addresses: unknown[] = [];
    const { server } = setUp({
      trustedAddress: (_request, peer) => {
        addresses.push(peer);
        return peer;
      },
    });
    const base = await listen(toNodeListener(server));
    await fetch(`${base}/api/phone/challenges`, {
      ...asked,
      headers: { ...asked.headers, 'x-forwarded-for': '192.0.2.9' },
    });
    expect(addresses).toEqual(['127.0.0.1']);
  });

  it('answers what is too long without reading it all', async () => {
    const base = await listen(toNodeListener(setUp().server));
    const outgoing = request(`${base}/api/phone/challenges`, {
      method: 'POST',
      headers: { ...asked.headers, 'content-length': 10_000_000 },
    });
    outgoing.on('error', () => {}); // the connection ends under the writer
    outgoing.write('x'.repeat(20_000));
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(400);
    outgoing.destroy();
  });

  it('as a middleware passes on what is not below the base path', async () => {
    const { server } = setUp();
    const listener = toNodeListener(server);
    const base = await listen((incoming, outgoing) =>
      listener(incoming, outgoing, () => outgoing.end('the next one')),
    );
    for (const path of ['/', '/api/phonebook', '/api', '//api/phone/config']) {
      expect(await (await fetch(base + path)).text()).toBe('the next one');
    }
    expect((await fetch(`${base}/api/phone/config?x`)).status).toBe(200);
  });

  it('serves under a mount path that Connect has cut off', async () => {
    const { server } = setUp();
    const listener = toNodeListener(server);
    const base = await listen((incoming, outgoing) => {
      const url = incoming.url ?? '';
      Object.assign(incoming, { originalUrl: url, url: url.replace('/api/phone', '') });
      listener(incoming, outgoing, () => outgoing.end('the next one'));
    });
    expect((await fetch(`${base}/api/phone/config`)).status).toBe(200);
  });

  it('tells the handler when the client has gone', async () => {
    let aborted = false;
    let release = () => {};
    const seen = new Promise<void>(resolve => (release = resolve));
    const base = await listen(
      toNodeListener({
        basePath: '',
        fetch: request =>
          new Promise(resolve => {
            request.signal.addEventListener('abort', () => {
              aborted = true;
              resolve(new Response());
              release();
            });
            controller.abort();
          }),
      }),
    );
    const controller = new AbortController();
    await expect(fetch(base, { signal: controller.signal })).rejects.toThrow('abort');
    await seen;
    expect(aborted).toBe(true);
  });

  it.each([
    ['a path that is none', 'GET http://evil.example/api/phone/config HTTP/1.1\r\nHost: a\r\n'],
    ['a broken Host', 'GET /api/phone/config HTTP/1.1\r\nHost: a b\r\n'],
  ])('answers 400 to %s', async (_name, head) => {
    const base = await listen(toNodeListener(setUp().server));
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.write(`${head}Connection: close\r\n\r\n`);
    const [data] = (await once(socket, 'data')) as [Buffer];
    expect(data.toString()).toMatch(/^HTTP\/1.1 400/);
    socket.destroy();
  });
});

it('keeps every cookie where somebody has set headers before, as Express does', async () => {
  const test = setUp();
  const base = await listen((incoming, outgoing) => {
    outgoing.setHeader('x-powered-by', 'somebody');
    outgoing.setHeader('set-cookie', ['theirs=1']);
    outgoing.setHeader('cache-control', 'public');
    toNodeListener(test.server)(incoming, outgoing);
  });
  const { id } = (await (await fetch(`${base}/api/phone/challenges`, asked)).json()) as { id: string };
  const body = JSON.stringify({ code: test.code() });
  const { headers } = await fetch(`${base}/api/phone/challenges/${id}/verify`, { ...asked, body });
  const names = headers.getSetCookie().map(line => line.split('=')[0]);
  expect(names).toEqual(['theirs', 'phone-session', 'phone-known']);
  expect([headers.get('cache-control'), headers.get('x-powered-by')]).toEqual(['no-store', 'somebody']);
});

describe('verifySession', () => {
  /** A route of the host's own beside the sign-in, as Express has it: below a mount path, with a body that is its own. */
  async function visit(headers: Record<string, string>, path = '/shop/account') {
    const test = setUp({ onVerified: () => ({ sub: 'user-7' }) });
    let body = '';
    const base = await listen((incoming, outgoing) => {
      const { url = '' } = incoming;
      if (url.startsWith('/api/phone')) return toNodeListener(test.server)(incoming, outgoing);
      const mounted = Object.assign(incoming, { originalUrl: url, url: url.slice('/shop'.length) });
      void verifySession(test.server, mounted).then(session => {
        incoming.on('data', chunk => (body += String(chunk)));
        incoming.on('end', () => outgoing.end(JSON.stringify([session?.claims, body])));
      });
    });
    const { id } = (await (await fetch(`${base}/api/phone/challenges`, asked)).json()) as { id: string };
    const verified = await fetch(`${base}/api/phone/challenges/${id}/verify`, {
      ...asked,
      body: JSON.stringify({ code: test.code() }),
    });
    const cookie = verified.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const all = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('COOKIE', cookie)]),
    );
    return new Promise<unknown>((resolve, reject) => {
      const sent = request(`${base}/`, { path, method: 'POST', headers: all }, answer => {
        let text = '';
        answer.on('data', chunk => (text += String(chunk)));
        answer.on('end', () => resolve(JSON.parse(text)));
      });
      sent.on('error', reject);
      sent.end('a body');
    });
  }

  it("reads the session of Node's own request, and leaves the body to the route", async () => {
    expect(await visit({ cookie: 'a=b; COOKIE' })).toEqual([{ sub: 'user-7' }, 'a body']);
  });

  it('is undefined for nobody, and for a request that names no host or path', async () => {
    expect(await visit({})).toEqual([null, 'a body']);
    expect(await visit({ cookie: 'COOKIE', host: 'a host' })).toEqual([null, 'a body']);
    expect(await visit({ cookie: 'COOKIE' }, 'http://evil.example/')).toEqual([null, 'a body']);
  });
});
