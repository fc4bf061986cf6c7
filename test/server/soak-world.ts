/** Three standalone servers behind nginx, with a Redis that a sentinel watches and a provider that counts: all on loopback. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { end, freePort } from '../contract/redis-server.js';
import { readBody, startLoopback } from '../contract/loopback.js';
import { bundleCommand, root } from '../unit/server/bundle-command.js';
import { masterName, startSentinels } from './sentinels.js';

export interface SoakWorld {
  /** Where nginx listens. */
  url: string;
  /** What the provider took, by number. */
  messages: Map<string, string[]>;
  /** The provider says that it took the next message, and it never arrives. */
  loseNext: () => void;
  /** The next message arrives twice. */
  doubleNext: () => void;
  /** Ends each server as a deployment does, and starts it anew before the next one. */
  restartAll(): Promise<void>;
  /** Kills the Redis in use. */
  failOver(): void;
  stop(): Promise<void>;
}

const plenty = { count: 10_000_000, seconds: 3600 };
const limits = Object.fromEntries(
  'requests perAddress perPhone perPrefix perCountry perCallingCode total failuresPerAddress'
    .split(' ')
    .map(name => [name, plenty]),
);

export async function startSoakWorld(): Promise<SoakWorld> {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'soak-'));
  const bin = await bundleCommand(join(folder, 'dist'));
  const redis = await startSentinels();
  const messages = new Map<string, string[]>();
  const fates: ('lost' | 'doubled')[] = [];
  const provider = await startLoopback((request, response) => {
    void readBody(request).then(text => {
      const { to, payload } = JSON.parse(text) as { to: string; payload: { code: string } };
      const codes = messages.get(to) ?? [];
      const fate = fates.shift();
      if (fate !== 'lost') codes.push(payload.code);
      if (fate === 'doubled') codes.push(payload.code);
      messages.set(to, codes);
      response.end();
    });
  });
  const config = join(folder, 'phone-sign-in.json');
  writeFileSync(
    config,
    JSON.stringify({
      connector: 'http',
      config: { endpoint: `${provider.origin}/sms` },
      store: {
        kind: 'redis',
        url: `redis://${masterName}`,
        sentinels: redis.sentinels.map(({ host, port }) => `${host}:${port}`),
      },
      trustedProxies: 1,
      drainSeconds: 2,
      limits,
    }),
  );

  async function startServer(port: number): Promise<ChildProcess> {
    const child = spawn(process.execPath, [bin, '--config', config, '--port', String(port)], {
      env: { PATH: process.env.PATH ?? '', PHONE_SIGN_IN_SECRET: 'mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', line => {
        if (line.includes('"listening"')) resolve();
      });
      child.once('exit', code => reject(new Error(`A server ended with ${code} before it listened`)));
    });
    return child;
  }
  const ports = [await freePort(), await freePort(), await freePort()];
  const servers = await Promise.all(ports.map(startServer));
  const nginxPort = await freePort();
  writeFileSync(join(folder, 'nginx.conf'), nginxConfig(folder, nginxPort, ports));
  const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${nginxPort}`;
  const isUp = () => fetch(`${url}/api/phone/ready`).then(({ status }) => status === 200, () => false); // prettier-ignore
  while (!(await isUp())) if (nginx.exitCode !== null) throw new Error('nginx has ended');

  return {
    url,
    messages,
    loseNext: () => void fates.push('lost'),
    doubleNext: () => void fates.push('doubled'),
    async restartAll() {
      for (const [index, port] of ports.entries()) {
        const old = servers[index];
        if (!old) continue;
        const ended = once(old, 'exit');
        old.kill('SIGTERM');
        await ended;
        servers[index] = await startServer(port);
      }
    },
    failOver: () => void redis.first.kill('SIGKILL'),
    async stop() {
      for (const child of [nginx, ...servers]) await end(child);
      await provider.close();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As docs/nginx.conf, for several servers and without https. */
function nginxConfig(folder: string, port: number, ports: number[]): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    name => `${name}_temp_path ${folder}/${name};`,
  );
  return `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  ${temporary.join('\n  ')}
  access_log off;
  upstream phone {
    ${ports.map(each => `server 127.0.0.1:${each} max_fails=0;`).join('\n    ')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    location /api/phone {
      proxy_pass http://phone;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}
`;
}
