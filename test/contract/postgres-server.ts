/** A PostgreSQL of this machine for tests: on a socket of its own, in a folder of its own, ended by its process id. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface PostgresServer {
  /** What `pg` connects to. */
  url: string;
  process: ChildProcess;
  /** To all of its processes. */
  signal: (name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL') => void;
  /** Starts it again, with what it had written. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const base = '/usr/lib/postgresql';

function binaries(): string | undefined {
  try {
    const newest = readdirSync(base).toSorted((a, b) => Number(b) - Number(a))[0];
    return newest === undefined ? undefined : join(base, newest, 'bin');
  } catch {
    return undefined;
  }
}

/** Why there is none, for the name of a skipped test; `undefined` when there is one. */
export function whyNoPostgres(): string | undefined {
  return binaries() === undefined ? 'no PostgreSQL on this machine (apt-get install postgresql)' : undefined;
}

/** It refuses to run as root: as the user of Debian's package then. */
function ordinaryUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (kind: string) => Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export async function startPostgres(): Promise<PostgresServer> {
  const bin = binaries() ?? '';
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'phone-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' as const };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync'], options);
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  const start = async () => {
    const args = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=100'];
    const child = spawn(join(bin, 'postgres'), args, options);
    while (!(await answers(url))) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return child;
  };
  const server: PostgresServer = {
    url,
    process: await start(),
    signal: name => signalAll(server.process, name),
    async restart() {
      await end(server);
      server.process = await start();
    },
    async stop() {
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}

/** Whoever serves a connection is a process, and a session, of its own. */
function signalAll({ pid }: ChildProcess, name: NodeJS.Signals): void {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  for (const each of [pid, ...stdout.split('\n').filter(Boolean)]) {
    try {
      process.kill(Number(each), name);
    } catch {
      // Gone by itself.
    }
  }
}

async function end({ process: child, signal }: PostgresServer): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise(resolve => child.once('exit', resolve));
  signal('SIGKILL');
  await exited;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
