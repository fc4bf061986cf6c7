/** The command as its users meet it: starting, answering, stopping, and what it says of what it cannot use. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPostgres, whyNoPostgres } from '../../contract/postgres-server.js';
import { freePort, startRedis, whyNoRedis } from '../../contract/redis-server.js';
import {
  configFile,
  create,
  elsewhere,
  folder,
  messages,
  post,
  provider,
  respondBy,
  root,
  secret,
  start,
} from './command.js';
import { clientA, phone } from './helpers.js';

describe('the standalone server', () => {
  it('signs somebody in, logs a line a decision, and stops when told', async () => {
    const { child, line, lines, ended } = start(['--config', await configFile()]);
    const { url, ...rest } = await line('listening');
    expect(rest).toMatchObject({ connector: 'http', store: 'memory' });
    const created = await create(url);
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const { to, payload } = messages[0] ?? {};
    expect(to).toBe(phone.slice(1));
    expect(payload).toMatchObject({ locale: 'ru', text: expect.stringContaining('Код') as string });
    const verified = await post(`${url}/api/phone/challenges/${id}/verify`, { code: payload?.code });
    expect(await verified.json()).toMatchObject({ result: 'session', claims: { phone } });
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, errors: '' });
    expect(lines.map(({ event, outcome }) => [event, outcome])).toEqual([
      ['setup', 'ok'],
      ['listening', undefined],
      ['create', 'sent'],
      ['verify', 'ok'],
      ['stopping', undefined],
      ['stopped', undefined],
    ]);
    const log = JSON.stringify(lines);
    for (const told of [phone.slice(1), payload?.code ?? '', secret]) expect(log).not.toContain(told);
    expect(lines.every(({ time }) => typeof time === 'string')).toBe(true);
  });

  it('finishes what is in flight before it stops, and takes nothing new', async () => {
    const { child, line, ended } = start(['--config', await configFile()]);
    const { url } = await line('listening');
    const held = new Promise<ServerResponse>(respondBy);
    const creating = create(url);
    const provided = await held;
    child.kill('SIGTERM');
    await line('stopping');
    await expect(create(url)).rejects.toThrow('fetch failed');
    provided.end();
    expect((await creating).status).toBe(201);
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('is set up by the environment alone', async () => {
    const { port } = provider.address() as AddressInfo;
    const { line } = start([], {
      PORT: '0',
      PHONE_SIGN_IN_CONNECTOR: 'http',
      PHONE_SIGN_IN_CONNECTOR_CONFIG: JSON.stringify({ endpoint: `http://127.0.0.1:${port}/sms` }),
    });
    const { url } = await line('listening');
    expect((await create(url)).status).toBe(201);
  });

  it('sends by several channels, and tries each', async () => {
    const { port } = provider.address() as AddressInfo;
    const http = { connector: 'http', config: { endpoint: `http://127.0.0.1:${port}/send` } };
    const file = await configFile({
      connector: undefined,
      config: undefined,
      channels: { voice: http, sms: http },
    });
    expect(await start(['-c', file, '--check']).ended).toMatchObject({
      code: 0,
      output: 'The config is good; the connector is "http" for voice, "http" for sms.',
    });
    const tried = start(['-c', file, '--test-send', phone, '--channel', 'voice']);
    expect(await tried.ended).toMatchObject({ code: 0 });
    expect(messages).toMatchObject([{ payload: { code: '123456', channel: 'voice' } }]);
    expect(await start(['-c', file, '--test-send', phone, '--channel', 'fax']).ended).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--channel must be one of: voice, sms.') as string,
    });

    const { line } = start(['-c', file]);
    const { url, channels } = await line('listening');
    expect(channels).toEqual({ voice: 'http', sms: 'http' });
    const config = (await (await fetch(`${url}/api/phone/config`)).json()) as object;
    expect(config).toMatchObject({ channels: ['voice', 'sms'] });
    const asked = { phone, purpose: 'sign-in', channel: 'voice' };
    expect(await (await post(`${url}/api/phone/challenges`, asked)).json()).toMatchObject({
      channel: 'voice',
    });
    expect(messages).toMatchObject([{ payload: { channel: 'voice' } }]);
  });

  it('counts addresses by the header of its proxy', async () => {
    const limits = { perAddress: { count: 1, seconds: 3600 } };
    const { line } = start(['-c', await configFile({ proxyHeader: 'x-forwarded-for', limits })]);
    const { url } = await line('listening');
    const from = (address: string, number: string) =>
      fetch(`${url}/api/phone/challenges`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'phone-client': clientA,
          'x-forwarded-for': `203.0.113.9, ${address}`,
        },
        body: JSON.stringify({ phone: number, purpose: 'sign-in' }),
      }).then(({ status }) => status);
    expect(await from('192.0.2.1', '+447700900001')).toBe(201);
    expect(await from('192.0.2.1', '+447700900002')).toBe(429);
    expect(await from('192.0.2.2', '+447700900003')).toBe(201);
  });

  it('asks for a captcha, checks it with its provider, and counts what it decides', async () => {
    const asked: string[] = [];
    const verifier = createServer((request, response) => {
      request.on('data', chunk => asked.push(String(chunk)));
      request.on('end', () => response.end(JSON.stringify({ success: asked.at(-1)?.includes('right') })));
    }).listen(0, '127.0.0.1');
    await once(verifier, 'listening');
    const captcha = {
      provider: 'turnstile',
      siteKey: 'shown',
      secret: 'kept from the page',
      url: `http://127.0.0.1:${(verifier.address() as AddressInfo).port}`,
    };
    const { line } = start(['-c', await configFile({ captcha, metricsPort: 0 })]);
    const { url, metricsUrl } = await line('listening');
    const challenges = `${url}/api/phone/challenges`;
    const config = await (await fetch(`${url}/api/phone/config`)).text();
    expect(config).toContain('shown');
    expect(config).not.toContain('kept');
    const ask = async (token?: string) =>
      (await post(challenges, { phone, purpose: 'sign-in', captcha: token })).status;
    expect([await ask(), await ask('wrong'), await ask('right')]).toEqual([403, 403, 201]);
    verifier.closeAllConnections();
    verifier.close();
    expect(await ask('right')).toBe(503);
    expect(asked).toEqual([
      'secret=kept+from+the+page&response=wrong',
      'secret=kept+from+the+page&response=right',
    ]);
    expect(messages).toHaveLength(1);
    const counted = await (await fetch(String(metricsUrl))).text();
    expect(counted).toContain('phone_sign_in_decisions_total{event="create",outcome="captcha_failed"} 1');
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });

  it('says that a port is taken', async () => {
    const { port } = provider.address() as AddressInfo;
    const { ended } = start(['--config', await configFile(), '--port', String(port)]);
    const { code, errors } = await ended;
    expect(code).toBe(1);
    expect(errors).toBe(
      `phone-sign-in-server: Port ${port} of 127.0.0.1 is taken by another process. Choose another with "port", PORT or --port.\n`,
    );
  });
});

describe('the command', () => {
  it('does not start while its store does not answer', async () => {
    const store = { kind: 'redis', url: 'redis://:s3cr3t@127.0.0.1:1' };
    const { code, errors } = await start(['--config', await configFile({ store })]).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^phone-sign-in-server: Redis at 127\.0\.0\.1:1 cannot be used: nothing listens there /,
    );
    expect(errors).not.toContain('s3cr3t');
  });

  it.skipIf(whyNoRedis()).each<[string, (port: number) => string, RegExp]>([
    ['a wrong password', port => `redis://:wr0ng@127.0.0.1:${port}`, /the password is wrong, or missing/],
    ['no password', port => `redis://127.0.0.1:${port}`, /the password is wrong, or missing/],
    ['a name that is none', port => `redis://nowhere.invalid:${port}`, /there is no host of that name/],
  ])('names the cause of a Redis that cannot be used: %s', async (_what, urlOf, why) => {
    const port = await freePort();
    const redis = await startRedis({ own: true, args: ['--port', String(port), '--bind', '127.0.0.1'] });
    const client = new Redis(redis.url);
    await client.config('SET', 'requirepass', 'right');
    client.disconnect();
    const store = { kind: 'redis', url: urlOf(port) };
    const { code, errors } = await start(['--config', await configFile({ store })]).ended;
    await redis.stop();
    expect(code).toBe(1);
    expect(errors).toMatch(why);
    expect(errors).not.toContain('wr0ng');
  });

  it.skipIf(whyNoRedis())('names a CA that is not known, and takes the one that is named', async () => {
    const [key, cert] = [join(elsewhere, 'key.pem'), join(elsewhere, 'cert.pem')];
    const made = ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-subj', '/CN=localhost', '-days', '1'];
    const names = ['-addext', 'subjectAltName=DNS:localhost'];
    execFileSync('openssl', [...made, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const port = await freePort();
    const tls = ['--tls-cert-file', cert, '--tls-key-file', key, '--tls-auth-clients', 'no'];
    const redis = await startRedis({ own: true, args: ['--tls-port', String(port), ...tls] });
    onTestFinished(() => redis.stop());
    const args = [
      '--config',
      await configFile({ store: { kind: 'redis', url: `rediss://localhost:${port}` } }),
    ];
    const { code, errors } = await start(args).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/its certificate is not trusted; .* NODE_EXTRA_CA_CERTS/);
    expect(await start(args, { NODE_EXTRA_CA_CERTS: cert }).line('listening')).toMatchObject({
      store: 'redis',
    });
  });

  it.skipIf(whyNoPostgres())('keeps what it knows in PostgreSQL, and says why where it cannot', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const store = { kind: 'postgres', url: postgres.url };
    const { line } = start(['--config', await configFile({ store })]);
    const { url, store: kind } = await line('listening');
    expect([(await fetch(`${url}/api/phone/ready`)).status, kind]).toEqual([200, 'postgres']);
    const nowhere = { kind: 'postgres', url: 'postgres://nobody:s3cr3t@127.0.0.1:1/none' };
    const { code, errors } = await start(['--config', await configFile({ store: nowhere })]).ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/PostgreSQL at 127\.0\.0\.1:1 cannot be used: nothing listens there/);
    expect(errors).not.toContain('s3cr3t');
  });

  const missing = whyNoRedis();
  it.skipIf(missing)('does not start on a store that would forget', async () => {
    const port = await freePort();
    const forgets = ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru'];
    const args = ['--port', String(port), '--bind', '127.0.0.1', ...forgets];
    const redis = await startRedis({ own: true, args });
    const store = { kind: 'redis', url: `redis://127.0.0.1:${port}` };
    const { code, errors } = await start(['--config', await configFile({ store })]).ended;
    await redis.stop();
    expect(code).toBe(1);
    expect(errors).toContain('(maxmemory-policy allkeys-lru); it must be noeviction');
  });

  it('tells back ends what a token says, with secrets of files and of the environment', async () => {
    const file = join(elsewhere, 'introspection');
    await writeFile(file, 'b4ckEndsKnowThis:0f32RandomCharacters\n');
    const made = ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    const key = () =>
      execFileSync('openssl', made, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const config = await configFile({ introspectionSecretFile: file, audience: 'shop' });
    const { line } = start(['--config', config], { PHONE_SIGN_IN_SIGNING_KEYS: `${key()}\n${key()}` });
    const base = `${(await line('listening')).url}/api/phone`;
    const { keys } = (await (await fetch(`${base}/jwks.json`)).json()) as { keys: object[] };
    expect(keys).toHaveLength(2);
    const { id } = (await (await post(`${base}/challenges`, { phone, purpose: 'generic' })).json()) as {
      id: string;
    };
    const verified = await post(`${base}/challenges/${id}/verify`, { code: messages[0]?.payload.code });
    const { token } = (await verified.json()) as { token: string };
    const told = await fetch(`${base}/introspect`, {
      method: 'POST',
      headers: { authorization: 'Bearer b4ckEndsKnowThis:0f32RandomCharacters' },
      body: new URLSearchParams({ token }),
    });
    expect(await told.json()).toMatchObject({ active: true, token_use: 'proof', phone, aud: 'shop' });
  });

  it('checks a config without starting', async () => {
    const { ended } = start(['--config', await configFile(), '--check']);
    expect(await ended).toEqual({
      code: 0,
      output: 'The config is good; the connector is "http".',
      errors: '',
    });
    expect(messages).toEqual([]);
  });

  it('sends a test message, without a secret', async () => {
    const args = ['--config', await configFile(), '--test-send', phone, '--locale', 'ru'];
    const { ended } = start(args, { PHONE_SIGN_IN_SECRET: '' });
    expect(await ended).toMatchObject({ code: 0, output: `"http" has taken the test message to ${phone}.` });
    expect(messages).toMatchObject([{ to: phone.slice(1), type: 'Generic', payload: { locale: 'ru' } }]);
  });

  it('says why a test message was refused', async () => {
    const { ended } = start(['--config', await configFile(), '--test-send', phone]);
    respondBy(response => void response.writeHead(402).end('No credit left'));
    const { code, errors } = await ended;
    expect(code).toBe(1);
    expect(errors).toContain('The test message was not sent: ');
    expect(errors).toContain('No credit left');
  });

  it('reads the secret from a file', async () => {
    const secretFile = join(folder, 'secret');
    await writeFile(secretFile, `${secret}\n`);
    const { ended } = start(['--config', await configFile({ secretFile }), '--check'], {
      PHONE_SIGN_IN_SECRET: '',
    });
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('explains itself', async () => {
    const { output, code } = await start(['--help']).ended;
    expect(code).toBe(0);
    expect(output).toContain('--config <file>');
  });

  it('says which package is missing', async () => {
    await cp(join(folder, 'dist'), elsewhere, { recursive: true });
    const moved = join(elsewhere, 'bin.mjs');
    const { errors, code } = await start(['--config', await configFile(), '--check'], {}, moved).ended;
    expect(code).toBe(1);
    expect(errors).toBe(
      'phone-sign-in-server: The connector "http" is not installed. Run: npm install @logto/connector-http-sms\n',
    );
    await mkdir(join(elsewhere, 'node_modules'));
    await symlink(join(root, 'node_modules/@logto'), join(elsewhere, 'node_modules/@logto'));
    const redis = await configFile({ store: { kind: 'redis', url: 'redis://127.0.0.1:1' } });
    expect((await start(['--config', redis], {}, moved).ended).errors).toBe(
      'phone-sign-in-server: The store "redis" needs a package that is not installed. Run: npm install ioredis\n',
    );
  });

  it.each<[string, string[], Record<string, string>, number, string]>([
    ['an option that is none', ['--prot', '1'], {}, 2, "Unknown option '--prot'"],
    ['a file that is not there', ['--config', 'none.json'], {}, 1, 'none.json: There is no such file.'],
    ['no connector', [], {}, 1, 'There is no connector.'],
    ['no secret', ['--check'], { PHONE_SIGN_IN_SECRET: '' }, 1, 'There is no secret. Make one with'],
    ['a weak secret', ['--check'], { PHONE_SIGN_IN_SECRET: 'changeme' }, 1, 'The secret is weak'],
    ['a port that is none', ['--port', 'http'], {}, 1, '"port" must be a whole number'],
    ['a number that is none', ['--test-send', '0770'], {}, 1, 'a number like "+447700900123"'],
  ])('refuses %s', async (name, args, env, status, why) => {
    const needsConfig = name.includes('secret') || name.includes('number');
    const all = needsConfig ? ['--config', await configFile(), ...args] : args;
    const { code, output, errors } = await start(all, env).ended;
    expect(errors).toContain(why);
    expect(errors).not.toContain('    at ');
    expect({ code, output }).toEqual({ code: status, output: '' });
  });

  it.each<[object, string]>([
    [{ config: {} }, 'The config of the connector "http" is not valid: "endpoint": Required.'],
    [{ connector: 'sms' }, 'phone-sign-in.json: "connector" cannot be "sms"; there are: '],
    [{ origins: ['https://shop.example/path'] }, 'phone-sign-in.json: "origins.0" must be an origin'],
    [{ boundHots: 'x' }, 'phone-sign-in.json: "boundHots" is no field'],
  ])('names the field of %j', async (rest, why) => {
    const { code, errors } = await start(['--config', await configFile(rest), '--check']).ended;
    expect(code).toBe(1);
    expect(errors).toContain(why);
  });
});
