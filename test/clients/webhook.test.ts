/** A back end that is asked over HTTP who somebody is: it reads what it is sent by the official library. */
import { createRequire } from 'node:module';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createWebhook } from '../../src/server/index.js';
import { readBody, startLoopback, type Listener } from '../contract/loopback.js';
import { phone, setUp } from '../unit/server/helpers.js';

const require = createRequire(import.meta.url);
interface Webhook {
  verify(body: string, headers: Record<string, string>): unknown;
}
const { Webhook } = require('standardwebhooks') as { Webhook: new (secret: string) => Webhook };

const secret = `whsec_${Buffer.from('a key of a webhook, long enough').toString('base64')}`;
const next = `whsec_${Buffer.from('the next key of a webhook, as it').toString('base64')}`;

let bodies: string[];
beforeEach(() => {
  bodies = [];
});

/** A back end that answers as it is told, and a server that asks it. */
async function start(
  respond: Listener = (_, response) => response.writeHead(204).end(),
  secrets: string | string[] = secret,
) {
  const backEnd = await startLoopback((request, response) => {
    void readBody(request).then(body => {
      bodies.push(body);
      respond(request, response);
    });
  });
  onTestFinished(() => backEnd.close());
  const world = setUp({
    onVerified: createWebhook({ url: `${backEnd.origin}/verified`, secret: secrets }),
    hookTimeoutMs: 3000,
  });
  const { id } = (await world.create()).body;
  const code = world.code();
  return { backEnd, world, id, verify: (init = {}) => world.verify(id, code, init) };
}

const json =
  (status: number, body: unknown, headers = {}): Listener =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

describe('a webhook', () => {
  it('is signed so that the official library takes it, by each of its secrets', async () => {
    const { backEnd, id, verify } = await start(undefined, [next, secret]);
    expect((await verify()).body).toMatchObject({ result: 'session', claims: { phone } });
    const headers = backEnd.requests[0]?.headers as Record<string, string>;
    for (const each of [secret, next]) {
      expect(new Webhook(each).verify(bodies[0] ?? '', headers)).toMatchObject({
        type: 'phone.verified',
        data: { phone, purpose: 'sign-in', challenge: id },
      });
    }
    const stranger = `whsec_${Buffer.from('a key that nobody signed by here').toString('base64')}`;
    expect(() => new Webhook(stranger).verify(bodies[0] ?? '', headers)).toThrow('No matching signature');
    const forged = (bodies[0] ?? '').replace(phone, '+447700900999');
    expect(() => new Webhook(secret).verify(forged, headers)).toThrow('No matching signature');
  });

  it('answers claims, or denies', async () => {
    const known = await start(json(200, { sub: 'user-7' }));
    expect((await known.verify()).body.claims).toEqual({ phone, sub: 'user-7' });
    const blocked = await start(json(200, { deny: 'account_blocked' }));
    expect((await blocked.verify()).body.code).toBe('account_blocked');
  });

  it.each<[string, Listener, RegExp]>([
    ['refuses', json(401, {}), /The webhook answered 4xx/],
    ['fails', json(500, { sub: 'user-7' }), /The webhook answered 5xx/],
    ['redirects', json(307, {}, { location: '/elsewhere' }), /The webhook answered 3xx/],
    ['answers what is no JSON', (_, response) => response.end('<html>'), /SyntaxError/],
    ['answers a list', json(200, []), /no answer that counts/],
    ['denies by a word of its own', json(200, { deny: 'no' }), /without one of its codes/],
    ['breaks off', (_, response) => response.destroy(), /TypeError/],
    ['does not answer', () => undefined, /has not answered within ••• milliseconds/],
  ])('that %s lets nobody in, and the code stays good', async (_how, respond, detail) => {
    const { backEnd, world, verify } = await start(respond);
    expect((await verify()).status).toBe(503);
    expect(world.log.at(-1)).toMatchObject({ event: 'verify', outcome: 'server_error' });
    expect(world.log.at(-1)?.detail).toMatch(detail);
    backEnd.answerWith(json(200, { sub: 'user-7' }));
    expect((await verify()).body.claims).toEqual({ phone, sub: 'user-7' });
    const ids = backEnd.requests.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
    expect(backEnd.requests.every(({ url }) => url === '/verified')).toBe(true);
  });

  it.each(['', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_c2hvcnQ', secret.slice(6), `whsec_${'A'.repeat(88)}`])(
    'takes no secret like %j',
    wrong => {
      expect(() => createWebhook({ url: 'https://shop.example', secret: wrong })).toThrow(/whsec_/);
    },
  );
});
