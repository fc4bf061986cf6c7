/** nginx and Caddy with the very files of docs/: on loopback and free ports, in folders of their own, ended by id. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, freePort } from '../contract/redis-server.js';

const documented = join(import.meta.dirname, '../../docs');

export interface Proxy {
  stop(): Promise<void>;
}

export function whyNoProxies(): string | undefined {
  const missing = [['nginx', '-v'] as const, ['caddy', 'version'] as const, ['openssl', 'version'] as const]
    .filter(([name, argument]) => spawnSync(name, [argument]).error)
    .map(([name]) => name);
  return missing.length > 0
    ? `apt-get install nginx-light caddy openssl: no ${missing.join(', ')}`
    : undefined;
}

/** `location`: instead of the documented one. */
export async function startNginx(port: number, upstreamPort: number, location?: string): Promise<Proxy> {
  return start('nginx', port, folder => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', certificate];
    const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    execFileSync('openssl', ['req', '-x509', '-nodes', ...elliptic, ...subject], { stdio: 'ignore' });
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map(name => `${name}_temp_path ${join(folder, name)};`)
      .join(' ');
    const file = join(folder, 'main.conf');
    writeFileSync(
      file,
      `daemon off; pid ${join(folder, 'nginx.pid')}; events {}
      http {
        access_log off; ${temporary}
        upstream phone_sign_in { server 127.0.0.1:${upstreamPort}; }
        server {
          listen 127.0.0.1:${port} ssl; server_name localhost;
          ssl_certificate ${certificate}; ssl_certificate_key ${key};
          ${location ?? `include ${join(documented, 'nginx.conf')};`}
        }
      }`,
    );
    return spawn('nginx', ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], { stdio: 'ignore' });
  });
}

export async function startCaddy(port: number, upstreamPort: number): Promise<Proxy> {
  const httpPort = await freePort();
  return start('caddy', port, folder => {
    const file = join(folder, 'Caddyfile');
    const global = `admin off\nlocal_certs\nskip_install_trust\nhttp_port ${httpPort}\nhttps_port ${port}\ndefault_bind 127.0.0.1`;
    writeFileSync(file, `{\n${global}\n}\nimport ${join(documented, 'Caddyfile')}\n`);
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      PHONE_SITE: 'localhost',
      PHONE_UPSTREAM: `127.0.0.1:${upstreamPort}`,
    };
    return spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: 'ignore' });
  });
}

async function start(name: string, port: number, run: (folder: string) => ChildProcess): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), `phone-${name}-`));
  // nginx's workers are another user's, where it is started by root.
  chmodSync(folder, 0o755);
  const child = run(folder);
  const stop = async () => {
    const exited = new Promise(resolve => child.once('exit', resolve));
    // nginx ends its workers when it is told to, and leaves them behind when it is killed.
    if (child.exitCode === null && child.kill('SIGTERM')) await exited;
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(child, port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  const isOpen = () =>
    new Promise<boolean>(resolve => {
      // Caddy listens before it has made its certificate.
      const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false });
      socket.once('secureConnect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('secureConnect', () => socket.destroy());
    });
  while (!(await isOpen())) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
