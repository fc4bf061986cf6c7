/**
 * A Redis for tests: the one that `REDIS_URL` names, or a `redis-server` of this machine on a socket of its own, without
 * persistence, ended by its process id.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

/** `own`: even when `REDIS_URL` names one, for who stops and kills it. */
export async function startRedis({ own = false } = {}): Promise<RedisServer> {
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
    const args = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder];
    const child = spawn('redis-server', args, { stdio: 'ignore' });
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

async function end(child: ChildProcess | undefined): Promise<void> {
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
