/** The command as its users meet it: a process of its own, over real HTTP, with a provider on loopback. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { bundleCommand, root } from './bundle-command.js';
import { clientA, phone } from './helpers.js';

export { root };
export const secret = 'mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a';

/** Below the repository, where the connectors' packages are found. */
export let folder: string;
export let bin: string;
/** Far from any package. */
export let elsewhere: string;

export let provider: Server;
export let messages: { to: string; payload: { code: string; text: string; locale: string } }[];
let respond: (response: ServerResponse) => void;
/** How the provider answers from now on. */
export const respondBy = (by: typeof respond) => void (respond = by);
const children: ChildProcess[] = [];

beforeAll(async () => {
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'standalone-'));
  elsewhere = await mkdtemp(join(tmpdir(), 'standalone-'));
  bin = await bundleCommand(join(folder, 'dist'));
  provider = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => (text += String(chunk)));
    request.on('end', () => {
      messages.push(JSON.parse(text) as (typeof messages)[number]);
      respond(response);
    });
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
}, 60_000);

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});

afterAll(async () => {
  provider.closeAllConnections();
  provider.close();
  await rm(folder, { recursive: true });
  await rm(elsewhere, { recursive: true });
});

export interface Line {
  event: string;
  url: string;
  [key: string]: unknown;
}

/** Starts the command; `lines` grows as it logs. */
export function start(args: string[], env: Record<string, string> = {}, command = bin) {
  messages = [];
  respond = response => void response.end();
  const child = spawn(process.execPath, [command, ...args], {
    env: { PATH: process.env.PATH ?? '', PHONE_SIGN_IN_SECRET: secret, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const [output, lines]: [string[], Line[]] = [[], []];
  let wake = () => {};
  createInterface({ input: child.stdout }).on('line', text => {
    output.push(text);
    if (text.startsWith('{')) lines.push(JSON.parse(text) as Line);
    wake();
  });
  let errors = '';
  child.stderr.on('data', chunk => (errors += String(chunk)));
  const ended = once(child, 'close').then(([code]) => {
    wake();
    return { code: code as number | null, output: output.join('\n'), errors };
  });
  async function line(event: string): Promise<Line> {
    for (;;) {
      const found = lines.find(each => each.event === event);
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`Ended before "${event}": ${errors}`);
      await new Promise<void>(resolve => (wake = resolve));
    }
  }
  return { child, lines, line, ended };
}

export async function configFile(rest: object = {}): Promise<string> {
  const { port } = provider.address() as AddressInfo;
  const path = join(folder, 'phone-sign-in.json');
  const config = { endpoint: `http://127.0.0.1:${port}/sms` };
  await writeFile(path, JSON.stringify({ port: 0, connector: 'http', config, drainSeconds: 0, ...rest }));
  return path;
}

export const post = (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'phone-client': clientA },
    body: JSON.stringify(body),
  });

export const create = (base: string) =>
  post(`${base}/api/phone/challenges`, { phone, purpose: 'sign-in', locale: 'ru' });
