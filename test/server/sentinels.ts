/** A Redis with a replica, and a sentinel that puts the replica in its place: on free ports, ended by process id. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { end, freePort } from '../contract/redis-server.js';

export const masterName = 'phone';

export interface Sentinels {
  /** What ioredis asks for the master. */
  sentinels: { host: string; port: number }[];
  first: ChildProcess;
  /** A client of whichever was the master at the start. */
  connectFirst(): Redis;
  stop(): Promise<void>;
}

export async function startSentinels(): Promise<Sentinels> {
  const folder = mkdtempSync(join(tmpdir(), 'phone-sentinel-'));
  const children: ChildProcess[] = [];
  const start = async (name: string, lines: string[]) => {
    const port = await freePort();
    const dir = join(folder, name);
    mkdirSync(dir);
    const file = join(dir, 'redis.conf');
    // A sentinel writes what it learns into its file.
    writeFileSync(file, ['bind 127.0.0.1', `port ${port}`, `dir ${dir}`, ...lines].join('\n'));
    const args = name === 'sentinel' ? [file, '--sentinel'] : [file];
    const child = spawn('redis-server', args, { stdio: 'ignore' });
    children.push(child);
    const client = connect(port);
    await client.ping();
    return { port, child, client };
  };
  const first = await start('first', ['save ""']);
  const second = await start('second', ['save ""', `replicaof 127.0.0.1 ${first.port}`]);
  const sentinel = await start('sentinel', [
    `sentinel monitor ${masterName} 127.0.0.1 ${first.port} 1`,
    `sentinel down-after-milliseconds ${masterName} 500`,
    `sentinel failover-timeout ${masterName} 5000`,
  ]);
  // Nobody can take over whom the sentinel does not know yet, or who has not caught up.
  const known = async () => {
    const [replica] = (await sentinel.client.call('SENTINEL', 'replicas', masterName)) as string[][];
    return replica?.[replica.indexOf('master-link-status') + 1] === 'ok';
  };
  while (!(await known())) await new Promise(resolve => setTimeout(resolve, 50));
  for (const { client } of [first, second, sentinel]) client.disconnect();
  return {
    sentinels: [{ host: '127.0.0.1', port: sentinel.port }],
    first: first.child,
    connectFirst: () => connect(first.port),
    async stop() {
      for (const child of children) await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function connect(port: number): Redis {
  const client = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 20 });
  client.on('error', () => undefined);
  return client;
}
