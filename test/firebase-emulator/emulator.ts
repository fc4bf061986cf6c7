/** Firebase's Auth emulator as a process of its own: offline, without Java, on free ports, with files of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = join(import.meta.dirname, 'node_modules/firebase-tools/lib/bin/firebase.js');
const startTimeoutMs = 120_000;

/** A name that begins like this never reaches Google. */
export const projectId = 'demo-phone-sign-in';

export interface Emulator {
  origin: string;
  /** The code that the emulator would have texted last to a number. */
  lastCode(phone: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

export async function startEmulator(): Promise<Emulator> {
  const folder = mkdtempSync(join(tmpdir(), 'firebase-emulator-'));
  const [port = 0, hub = 0, logging = 0] = await freePorts(3);
  const host = '127.0.0.1';
  writeFileSync(
    join(folder, 'firebase.json'),
    JSON.stringify({
      emulators: {
        auth: { host, port },
        hub: { host, port: hub },
        logging: { host, port: logging },
        ui: { enabled: false },
      },
    }),
  );
  const child = spawn(
    process.execPath,
    [program, 'emulators:start', '--only', 'auth', '--project', projectId],
    {
      cwd: folder,
      env: {
        ...process.env,
        CI: '1',
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        TMPDIR: folder,
        // It asks Google for news before it starts: refused here at once, and waited for where nothing answers.
        HTTP_PROXY: 'http://127.0.0.1:9',
        HTTPS_PROXY: 'http://127.0.0.1:9',
        NO_PROXY: '127.0.0.1,localhost',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));

  async function stop(): Promise<void> {
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  }

  const origin = `http://${host}:${port}`;
  const latestMs = Date.now() + startTimeoutMs;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || Date.now() > latestMs) {
      await stop();
      throw new Error(`The emulator did not start:\n${output}`);
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return {
    origin,
    async lastCode(phone) {
      const response = await fetch(`${origin}/emulator/v1/projects/${projectId}/verificationCodes`);
      const { verificationCodes } = (await response.json()) as {
        verificationCodes: { phoneNumber: string; code: string }[];
      };
      return verificationCodes.findLast(({ phoneNumber }) => phoneNumber === phone)?.code;
    },
    stop,
  };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const answer = (await (await fetch(origin)).json()) as { authEmulator?: { ready?: boolean } };
    return answer.authEmulator?.ready === true;
  } catch {
    return false;
  }
}

/** Asked for together, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>(resolve => {
          const server = createServer();
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))));
  return ports;
}
