/**
 * What deploy/ says is what runs: no container engine is here, so each file is read by what reads it, and the same commands run as
 * they are, without a container: the server, its store, the inbox and the page behind its proxy.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { end, freePort, whyNoRedis } from '../contract/redis-server.js';
import { bundleCommand, root } from '../unit/server/bundle-command.js';

const require = createRequire(import.meta.url);
const { parse } = require('yaml') as { parse: (text: string) => unknown };
const { validate } = require('dockerfile-utils') as { validate: (text: string) => { message: string }[] };

const deploy = join(root, 'deploy');
const read = (name: string) => readFileSync(join(deploy, name), 'utf8');
interface Service {
  command: string[];
  environment: Record<string, string>;
}
const { services } = parse(read('compose.yaml')) as { services: Record<string, Service> };
const dockerfile = read('Dockerfile');
const has = (name: string) => spawnSync(name, ['--version']).error === undefined;
const config = JSON.parse(read('phone-sign-in.json')) as { config: { endpoint: string } };

/** The words of the last CMD or HEALTHCHECK CMD. */
const wordsOf = (instruction: string) =>
  JSON.parse(new RegExp(`^${instruction} (\\[.*\\])$`, 'm').exec(dockerfile)?.[1] ?? '[]') as string[];

describe('deploy/', () => {
  it('has a Dockerfile that can be read, and copies what there is', () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(validate('FROM a\nCOPPY x y\n')).not.toEqual([]);
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      bin: Record<string, string>;
      exports: Record<string, { default?: string }>;
    };
    expect(wordsOf('CMD')[0]?.split('/').at(-1)).toBe(Object.keys(manifest.bin)[0]);
    expect(manifest.exports['./cdn/phone-sign-in.js']?.default).toBe('./dist/cdn/phone-sign-in.js');
    const copied = [...dockerfile.matchAll(/^COPY (deploy\S+)/gm)].map(([, path = '']) => path);
    expect(copied.every(path => existsSync(join(root, path)))).toBe(true);
    expect(copied).toHaveLength(2);
  });

  it.skipIf(!has('docker-compose'))('has a compose.yaml that Compose takes', () => {
    const args = ['-f', join(deploy, 'compose.yaml'), 'config', '--quiet'];
    const run = (env: Record<string, string>) =>
      spawnSync('docker-compose', args, { env: { PATH: process.env.PATH ?? '', ...env }, encoding: 'utf8' });
    expect(run({ PHONE_SIGN_IN_SECRET: 'x' })).toMatchObject({ status: 0, stderr: '' });
    expect(run({}).stderr).toContain('openssl rand -base64 32');
  });

  it.skipIf(!has('systemd-analyze'))('has a unit that systemd takes', () => {
    const unit = join(deploy, 'phone-sign-in.service');
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect([status, stderr.split('\n').filter(line => line.includes('phone-sign-in'))]).toEqual([0, []]);
  });

  it.skipIf(whyNoRedis() ?? !has('caddy'))('signs somebody in, by its own commands', async () => {
    const cache = join(root, 'node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'deploy-'));
    const children: ChildProcess[] = [];
    onTestFinished(async () => {
      for (const child of children) await end(child);
      rmSync(folder, { recursive: true, force: true });
    });
    const run = (command: string, args: string[], env: Record<string, string | number> = {}) => {
      const child = spawn(command, args, {
        env: {
          PATH: process.env.PATH ?? '',
          HOME: folder,
          ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, String(value)])),
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      children.push(child);
      const lines: string[] = [];
      let wake = () => {};
      createInterface({ input: child.stdout }).on('line', line => {
        lines.push(line);
        wake();
      });
      return async (pattern: RegExp) => {
        for (;;) {
          const found = lines.map(line => pattern.exec(line)).find(Boolean);
          if (found) return found;
          if (child.exitCode !== null) throw new Error(`${command} has ended`);
          await new Promise<void>(resolve => (wake = resolve));
        }
      };
    };
    const [store, app, page, inbox, metrics] = [
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
      await freePort(),
    ];
    // Redis in the place of Valkey, which Debian has not yet.
    const [, ...storeArgs] = services.valkey?.command ?? [];
    run('redis-server', [...storeArgs, '--port', String(store), '--dir', folder]);
    const printed = run('node', [join(deploy, 'inbox.mjs')], { PORT: inbox });
    const endpoint = config.config.endpoint.replace('//inbox:3025', `//127.0.0.1:${inbox}`);
    expect(endpoint).not.toBe(config.config.endpoint);
    const setting = { ...config, config: { endpoint }, metricsPort: metrics, metricsHost: '127.0.0.1' };
    writeFileSync(
      join(folder, 'phone-sign-in.json'),
      JSON.stringify({ ...setting, publicUrl: `http://localhost:${page}` }),
    );
    const bin = await bundleCommand(join(folder, 'dist'));
    const [, ...appArgs] = wordsOf('CMD').map(word => word.replace('/config/', `${folder}/`));
    const said = run('node', [bin, ...appArgs], {
      ...services.app?.environment,
      HOST: '127.0.0.1',
      PORT: app,
      PHONE_SIGN_IN_SECRET: 'mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a',
      PHONE_SIGN_IN_STORE_URL: (services.app?.environment.PHONE_SIGN_IN_STORE_URL ?? '').replace(
        'valkey:6379',
        `127.0.0.1:${store}`,
      ),
    });
    expect((await said(/"listening".*/))[0]).toContain('"store":"redis"');
    run('caddy', ['run', '--config', join(deploy, 'Caddyfile'), '--adapter', 'caddyfile'], {
      PORT: page,
      PAGE_ROOT: join(deploy, 'page'),
      PHONE_UPSTREAM: `127.0.0.1:${app}`,
    });
    const url = `http://localhost:${page}`;
    const isUp = () => fetch(url).then(({ ok }) => ok, () => false); // prettier-ignore
    while (!(await isUp()))
      if (children.some(({ exitCode }) => exitCode !== null)) throw new Error('One has ended');
    expect(await (await fetch(url)).text()).toContain('<phone-sign-in endpoint="/api/phone">');
    const post = async (path: string, body: object) =>
      fetch(`${url}/api/phone${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'phone-client': 'AAAAAAAAAAAAAAAAAAAAAA',
          origin: url,
        },
        body: JSON.stringify(body),
      });
    const created = await post('/challenges', { phone: '+447400123456', purpose: 'sign-in' });
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    const [, code] = await printed(/^To 447400123456: .*?(\d{6})/);
    expect((await post(`/challenges/${id}/verify`, { code })).status).toBe(200);
    expect(await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()).toContain(
      'outcome="verified"} 1',
    );

    const [node = '', ...check] = wordsOf('HEALTHCHECK CMD').map(word => word.replace(':3000', `:${app}`));
    expect(spawnSync(node, check).status).toBe(0);
    const nobody = wordsOf('HEALTHCHECK CMD')
      .slice(1)
      .map(word => word.replace(':3000', ':1'));
    expect(spawnSync(node, nobody).status).not.toBe(0);
  });
});
