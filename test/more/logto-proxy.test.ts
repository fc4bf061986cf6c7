/** The reverse proxy of docs/backends.md before a Logto of one's own, in nginx itself. */
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../contract/redis-server.js';
import { startNginx, whyNoProxies } from './proxy-servers.js';

const missing = whyNoProxies();

/** The locations of the documented server, with another upstream and another folder. */
function documented(upstream: number, root: string): string {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/backends.md'), 'utf8');
  const [, server] = /```nginx\nserver \{\n([\s\S]*?)\n\}\n```/.exec(guide) ?? [];
  return (server ?? '')
    .replace(/^ *(listen|server_name) .*$/gm, '')
    .replace(/root [^;]+;/, `root ${root};`)
    .replace('127.0.0.1:3001', `127.0.0.1:${upstream}`);
}

async function start() {
  const logto = createServer(({ url, headers }, response) => {
    response.end(`Logto ${url} of ${headers.host} by ${String(headers['x-forwarded-proto'])}`);
  });
  await once(logto.listen(0, '127.0.0.1'), 'listening');
  const root = mkdtempSync(join(tmpdir(), 'phone-logto-ui-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  chmodSync(root, 0o755);
  writeFileSync(join(root, 'index.html'), 'the page');
  writeFileSync(join(root, 'page.js'), 'a file of the page');
  const port = await freePort();
  const upstream = (logto.address() as AddressInfo).port;
  const proxy = await startNginx(port, upstream, documented(upstream, root));
  onTestFinished(async () => {
    await proxy.stop();
    logto.close();
  });
  return async (path: string) => {
    const to = { host: '127.0.0.1', port, path, rejectUnauthorized: false, agent: false };
    const asked = request({ ...to, headers: { host: 'auth.example.com' } });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return `${answer.statusCode} ${await text(answer)}`;
  };
}

describe.skipIf(missing)(`nginx before Logto${missing ? ` (${missing})` : ''}`, () => {
  it('leaves to Logto what is Logto’s, and answers the rest with the page', async () => {
    const ask = await start();
    const ofLogto = [
      '/api/experience/submit',
      '/oidc/auth?client_id=a',
      '/consent?app_id=a',
      '/consent',
      '/callback/google?code=a',
      '/.well-known/openid-configuration',
      '/demo-app',
      '/account/security',
    ];
    for (const path of ofLogto)
      expect(await ask(path)).toBe(`200 Logto ${path} of auth.example.com by https`);
    for (const path of ['/', '/sign-in', '/sign-in?app_id=a', '/register', '/accounts', '/apis'])
      expect(await ask(path)).toBe('200 the page');
    expect(await ask('/page.js')).toBe('200 a file of the page');
  });
});
