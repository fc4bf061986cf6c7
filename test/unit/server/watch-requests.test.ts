/** The requests of a package are ended with their signal, and their answer's status is seen: the packages do neither. */
import { get, type IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { watchRequests } from '../../../src/server/connectors/watch-requests.js';
import { listen } from './helpers.js';

/** As a package does it. */
const ask = (url: string) =>
  new Promise<IncomingMessage>((done, failed) => {
    get(url, response => done(response.resume())).once('error', failed);
  });

it('the status of the latest answer is seen', async () => {
  let status = 202;
  const { origin: url } = await listen((_, response) => response.writeHead(status).end());
  const watch = watchRequests(new AbortController().signal);
  expect(watch.status).toBeUndefined();
  await watch.run(() => ask(url));
  expect(watch.status).toBe(202);
  status = 400;
  await watch.run(() => ask(url));
  expect(watch.status).toBe(400);
});

it('what others ask for is not', async () => {
  const { origin: url } = await listen((_, response) => response.writeHead(204).end());
  const watch = watchRequests(new AbortController().signal);
  const other = watchRequests(new AbortController().signal);
  await ask(url);
  await other.run(() => ask(url));
  expect([watch.status, other.status]).toEqual([undefined, 204]);
});

it('a request ends with the signal, and says why', async () => {
  const given = new AbortController();
  const { origin: url } = await listen(() => given.abort(new Error('ten seconds')));
  await expect(watchRequests(given.signal).run(() => ask(url))).rejects.toThrow('ten seconds');
});

it('none begins after it', async () => {
  let asked = 0;
  const { origin: url } = await listen((_, response) => {
    asked++;
    response.end();
  });
  await expect(watchRequests(AbortSignal.abort(new Error('late'))).run(() => ask(url))).rejects.toThrow(
    'late',
  );
  await ask(url);
  expect(asked).toBe(1);
});

it('however many are watched, each is heard once', async () => {
  const { origin: url } = await listen((_, response) => response.end());
  const given = new AbortController();
  const watches = Array.from({ length: 12 }, () => watchRequests(given.signal));
  let heard = 0;
  const signal = given.signal;
  const real = signal.addEventListener.bind(signal);
  signal.addEventListener = (...all: Parameters<typeof real>) => {
    heard++;
    real(...all);
  };
  await watches[0]?.run(() => ask(url));
  expect(heard).toBe(1);
});
