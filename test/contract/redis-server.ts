/**
 * A Redis for tests: the one that `REDIS_URL` names, or a `redis-server` of this machine on a socket of its own, without
 * persistence, ended by its process id.
 */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface RedisServer {
  /** What ioredis connects to. */
  url: string;
  /** Absent when `REDIS_URL` names a server that is not ours to stop. */
  process?: ChildProcess;
  /** Starts it again, empty, at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Why there is none, for the name of a skipped test; `undefined` when there is one. */
export function whyNoRedis(): string | undefined {
  if (process.env.REDIS_URL !== undefined) return undefined;
  const { error } = spawnSync('redis-server', ['--version']);
  return error
    ? 'no REDIS_URL, and no redis-server on this machine (apt-get install redis-server)'
    : undefined;
}

export interface RedisOptions {
  /** Even when `REDIS_URL` names one, for who stops and kills it. */
  own?: boolean;
  /** Of `redis-server`, beside its socket. */
  args?: readonly string[];
  /** No file of its grows beyond this, as on a disk that is full. */
  maxFileKiB?: number;
}

export async function startRedis({
  own = false,
  args = [],
  maxFileKiB,
}: RedisOptions = {}): Promise<RedisServer> {
  const named = process.env.REDIS_URL;
  if (named !== undefined && !own) {
    return {
      url: named,
      restart: () => Promise.reject(new Error('not ours')),
      stop: () => Promise.resolve(),
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'phone-redis-'));
  const socket = join(folder, 'redis.sock');
  const start = async () => {
    const where = ['--port', '0', '--unixsocket', socket, '--dir', folder];
    const all = [...where, '--save', '', '--appendonly', 'no', ...args];
    const child =
      maxFileKiB === undefined
        ? spawn('redis-server', all, { stdio: 'ignore' })
        : spawn('bash', ['-c', limitFiles, 'bash', String(maxFileKiB), ...all], { stdio: 'ignore' });
    await untilReady(socket);
    return child;
  };
  const server: RedisServer = {
    url: socket,
    process: await start(),
    async restart() {
      await end(server.process);
      server.process = await start();
    },
    async stop() {
      await end(server.process);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}

/** Soft, so that it can be raised again; a write beyond it fails instead of ending the process. */
const limitFiles = 'trap "" XFSZ; ulimit -S -f "$1"; shift; exec redis-server "$@"';

/** Gives the disk room again. */
export function freeDisk({ process: child }: RedisServer): void {
  execFileSync('prlimit', ['--pid', String(child?.pid), '--fsize=unlimited']);
}

/** A port that was free a moment ago, for programs that cannot say which one they took. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGCONT');
  child.kill('SIGKILL');
  await exited;
}

async function untilReady(socket: string): Promise<void> {
  const client = new Redis({ path: socket, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
}
