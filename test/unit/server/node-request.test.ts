/** A request of Node's beside the platform's own `Request`: each part of it, read with and without the whole. */
import { request as ask, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { toRequest } from '../../../src/server/node-request.js';
import type { ListenerRequest } from '../../../src/server/answer.js';
import type { Listener } from '../../contract/loopback.js';
import { listen } from './helpers.js';

const portOf = async (listener: Listener) => Number(new URL((await listen(listener)).origin).port);

function later<T>() {
  let [resolve, reject]: [(value: T) => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<T>((done, failed) => ([resolve, reject] = [done, failed]));
  return { promise, resolve, reject };
}

interface Asked {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string;
}

/** What `look` finds of a request that came over a socket. */
async function seen<T>(asked: Asked, look: (request: ListenerRequest) => T | Promise<T>): Promise<T> {
  const { method = 'POST', path = '/a?b=c', headers = {}, body } = asked;
  const found = later<T>();
  const port = await portOf((incoming, outgoing) => {
    void Promise.resolve()
      .then(() => look(toRequest(incoming, outgoing)))
      .then(found.resolve, found.reject)
      .finally(() => outgoing.end());
  });
  const all = { host: '127.0.0.1', port, method, path, headers: { host: 'shop.example', ...headers } };
  ask(all, response => response.resume()).end(body);
  return found.promise;
}

/** Read of ours, and of the whole that it becomes. */
const both = (request: ListenerRequest) => [request, request.whole?.() ?? request] as const;

describe('a request of Node', () => {
  it('has the address that it came to', async () => {
    expect(await seen({}, request => both(request).map(({ url, method }) => [url, method]))).toEqual([
      ['http://shop.example/a?b=c', 'POST'],
      ['http://shop.example/a?b=c', 'POST'],
    ]);
    expect(await seen({ path: '//evil.example/a' }, ({ url }) => url)).toBe(
      'http://shop.example//evil.example/a',
    );
    await expect(seen({ path: 'http://evil.example/' }, ({ url }) => url)).rejects.toThrow('Not a path');
  });

  it.each([
    [{ url: '/a', headers: {}, socket: {} }, 'http://localhost/a'],
    [{ headers: {}, socket: {} }, 'http://localhost/'],
    [{ url: '/b', originalUrl: '/a/b', headers: { host: 'a.example' }, socket: {} }, 'http://a.example/a/b'],
    [{ url: '/', headers: { ':authority': 'a.example' }, socket: { encrypted: true } }, 'https://a.example/'],
  ])('%j is %s', (incoming, url) => {
    const request = toRequest(incoming as unknown as IncomingMessage);
    expect([request.url, request.method]).toEqual([url, 'GET']);
  });

  it('has the headers, in whatever letters, and none of HTTP/2', async () => {
    const headers = { 'X-One': 'a', 'x-two': ['b', 'c'], cookie: ['d=1', 'e=2'] };
    const read = (of: Headers) =>
      ['x-one', 'X-Two', 'cookie', 'x-none'].map(name => [of.get(name), of.has(name)]);
    const expected = [
      ['a', true],
      ['b, c', true],
      ['d=1; e=2', true],
      [null, false],
    ];
    const found = await seen({ headers }, request => both(request).map(({ headers }) => read(headers)));
    expect(found).toEqual([expected, expected]);
    const http2 = { url: '/', headers: { ':path': '/', 'a:': 'b', 'set-cookie': ['c', 'd'] }, socket: {} };
    const { headers: ours } = toRequest(http2 as unknown as IncomingMessage);
    expect([ours.get(':path'), ours.has(':path'), ours.get('set-cookie')]).toEqual([null, false, 'c, d']);
  });

  it('has all that the real headers have', async () => {
    const found = await seen({ headers: { 'x-one': 'a' } }, ({ headers }) => {
      const names: string[] = [];
      headers.forEach((_value, name) => names.push(name));
      return [names.includes('x-one'), [...headers.keys()].includes('x-one'), headers instanceof Headers];
    });
    expect(found).toEqual([true, true, true]);
  });

  it('has its text once, whoever reads it', async () => {
    const body = 'ä'.repeat(40_000);
    expect(await seen({ body }, request => request.text())).toBe(body);
    expect(await seen({ body }, async request => [await request.text(), await request.text()])).toEqual([
      body,
      body,
    ]);
    expect(await seen({ body }, request => request.whole?.().text())).toBe(body);
    // Once it is whole the body is the real one's.
    const late = (request: ListenerRequest) => (request.whole?.(), request.text());
    expect(await seen({ body: 'a' }, late)).toBe('a');
    expect(await seen({ body: '{"a":1}' }, request => request.json())).toEqual({ a: 1 });
    expect(await seen({ body: 'a' }, async request => request.clone().text())).toBe('a');
    const whole = (request: ListenerRequest) => [
      request.whole?.() === request.whole?.(),
      request instanceof Request,
    ];
    expect(await seen({ body: 'a' }, whole)).toEqual([true, true]);
  });

  it('has no body where the method has none, or where that has been read', async () => {
    for (const method of ['GET', 'HEAD']) expect(await seen({ method }, ({ body }) => body)).toBeNull();
    const read = async (request: ListenerRequest) => [await request.text(), request.whole?.().body];
    expect(await seen({ body: 'a' }, read)).toEqual(['a', null]);
  });

  it('that was broken off has no text', async () => {
    const found = later<string>();
    const port = await portOf(incoming => {
      void toRequest(incoming).text().then(found.resolve, found.reject);
      incoming.once('data', () => socket.destroy());
    });
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\nabc'),
    );
    await expect(found.promise).rejects.toThrow(/broken off|aborted/);
  });

  it('says when its client has gone, and nothing where that has its answer', async () => {
    const gone = later<boolean>();
    const port = await portOf((incoming, outgoing) => {
      const { signal } = toRequest(incoming, outgoing).whole?.() ?? {};
      outgoing.once('close', () => gone.resolve(signal?.aborted === true));
      client.destroy();
    });
    const client = ask({ host: '127.0.0.1', port, method: 'POST' }, () => undefined);
    client.once('error', () => undefined).end();
    expect(await gone.promise).toBe(true);
    let signal: AbortSignal | undefined;
    const closed = later<void>();
    const other = await portOf((incoming, outgoing) => {
      signal = toRequest(incoming, outgoing).whole?.().signal;
      outgoing.once('close', () => closed.resolve()).end('a');
    });
    ask({ host: '127.0.0.1', port: other }, response => response.resume()).end();
    await closed.promise;
    expect(signal?.aborted).toBe(false);
  });
});
