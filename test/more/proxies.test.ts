/** The packed server behind nginx and Caddy, as docs/server.md has it set up: `npm run build` comes first. */
import { once } from 'node:events';
import { request } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeSite, type Site } from '../consumers/site.js';
import { freePort } from '../contract/redis-server.js';
import { forkServer } from './forked-server.js';
import { startCaddy, startNginx, whyNoProxies, type Proxy } from './proxy-servers.js';

const missing = whyNoProxies();
const client = 'AAAAAAAAAAAAAAAAAAAAAA';
const number = (index: number) => `+4474001234${10 + index}`;

interface Ask {
  method?: string;
  body?: object;
  headers?: Record<string, string>;
  /** One of loopback's own. */
  from?: string;
}

interface Reply {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: { id?: string; code?: string; claims?: { phone?: string } };
}

describe.skipIf(missing)(`behind a proxy${missing ? ` (${missing})` : ''}`, () => {
  let site: Site;
  beforeAll(async () => {
    site = await makeSite();
  });
  afterAll(() => site.remove());

  type Start = (port: number, upstreamPort: number) => Promise<Proxy>;

  /** A server with these options, and a proxy before it; what is asked goes to the proxy. */
  async function world(start: Start, optionsFor: (publicUrl: string) => object) {
    const port = await freePort();
    const publicUrl = `https://localhost:${port}`;
    const server = await forkServer(site, optionsFor(publicUrl));
    onTestFinished(() => server.stop());
    const proxy = await start(port, server.port);
    onTestFinished(() => proxy.stop());

    async function ask(path: string, { method = 'GET', body, headers, from = '127.0.0.1' }: Ask = {}) {
      const sent = request({
        host: '127.0.0.1',
        port,
        localAddress: from,
        servername: 'localhost',
        rejectUnauthorized: false,
        agent: false,
        path: `/api/phone${path}`,
        method: body ? 'POST' : method,
        headers: {
          host: `localhost:${port}`,
          'phone-client': client,
          ...(body && { 'content-type': 'application/json' }),
          ...headers,
        },
      });
      sent.end(body && JSON.stringify(body));
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      const json = await text(answer);
      const reply: Reply = {
        status: answer.statusCode,
        headers: answer.headers,
        body: (json === '' ? {} : JSON.parse(json)) as Reply['body'],
      };
      return reply;
    }
    const create = (index: number, more: Ask = {}) =>
      ask('/challenges', { body: { phone: number(index), purpose: 'sign-in' }, ...more });
    const signIn = async (headers: Record<string, string>) => {
      const { status, body } = await create(0, { headers });
      if (status !== 201) return { code: body.code };
      const verified = await ask(`/challenges/${body.id}/verify`, {
        body: { code: server.codes.at(-1) },
        headers,
      });
      const cookie = verified.headers['set-cookie']?.[0] ?? '';
      const session = await ask('/session', { headers: { cookie: cookie.split(';')[0] ?? '' } });
      return { cookie, phone: session.body.claims?.phone };
    };
    return { server, publicUrl, create, signIn };
  }

  const one = { count: 1, seconds: 3600 };
  const setUp = (publicUrl: string) => ({ publicUrl, trustedProxies: 1, limits: { perAddress: one } });
  const proxies: [string, Start][] = [
    ['nginx', startNginx],
    ['Caddy', startCaddy],
  ];

  describe.each(proxies)('%s, with its file in docs', (_name, start) => {
    it('a browser signs in with a Secure cookie, and no other site does', async () => {
      const { server, publicUrl, create, signIn } = await world(start, setUp);
      // An old browser: there is no Sec-Fetch-Site to go by.
      const { cookie, phone } = await signIn({ origin: publicUrl });
      expect(cookie).toMatch(/^__Host-phone-session=.*; Secure/);
      expect(phone).toBe(number(0));
      for (const origin of [`http://127.0.0.1:${server.port}`, 'https://foe.example', 'null']) {
        expect((await create(1, { headers: { origin } })).body.code).toBe('origin_denied');
      }
      expect(server.log.filter(({ outcome }) => outcome === 'warning')).toEqual([]);
    });

    it('each visitor has a budget, and nobody makes up a fresh one', async () => {
      const { server, create } = await world(start, setUp);
      expect((await create(0)).status).toBe(201);
      for (const forged of ['203.0.113.9', '203.0.113.9, 203.0.113.10', 'unknown', '::ffff:127.0.0.3', '']) {
        const headers = { 'x-forwarded-for': forged, 'x-real-ip': forged, forwarded: `for=${forged}` };
        expect((await create(1, { headers })).body.code).toBe('rate_limited');
      }
      expect((await create(1, { from: '127.0.0.2' })).status).toBe(201);
      expect((await create(2, { from: '127.0.0.2' })).status).toBe(429);
      expect(server.codes).toHaveLength(2);
    });

    it('a server that trusts it not says so once', async () => {
      const { server, create } = await world(start, () => ({ limits: { perAddress: one } }));
      expect((await create(0)).status).toBe(201);
      expect((await create(1, { from: '127.0.0.2' })).status).toBe(429);
      const warnings = server.log.filter(({ outcome }) => outcome === 'warning');
      expect(warnings).toMatchObject([{ outcome: 'warning' }]);
      expect(warnings[0]?.detail).toContain('"trustedProxies"');
    });
  });

  describe('a proxy that tells nothing', () => {
    // nginx without a line about headers names its upstream as the host, over http.
    const silent: Start = (port, upstreamPort) =>
      startNginx(port, upstreamPort, `location / { proxy_pass http://127.0.0.1:${upstreamPort}; }`);

    it.each(['the page', '"publicUrl"'])('has Secure cookies all the same, by %s', async by => {
      const { publicUrl, signIn } = await world(silent, url => (by === 'the page' ? {} : { publicUrl: url }));
      const { cookie, phone } = await signIn(
        by === 'the page' ? { origin: publicUrl, 'sec-fetch-site': 'same-origin' } : {},
      );
      expect(cookie).toMatch(/^__Host-phone-session=.*; Secure/);
      expect(phone).toBe(number(0));
    });
  });
});
