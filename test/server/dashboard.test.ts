/** The dashboard over a real Prometheus that reads a real server: every query of it has something to show. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readBody, startLoopback } from '../contract/loopback.js';
import { end, freePort } from '../contract/redis-server.js';
import { bundleCommand, root } from '../unit/server/bundle-command.js';

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}
interface Answer {
  status: string;
  error?: string;
  data?: { result: { value: [number, string] }[] };
}

const missing = spawnSync('prometheus', ['--version']).error && 'no prometheus on this machine';
const dashboard = JSON.parse(readFileSync(join(root, 'deploy/grafana-dashboard.json'), 'utf8')) as Dashboard;
const queries = dashboard.panels.flatMap(({ title, targets }) =>
  targets.map(({ expr }) => ({ title, query: expr.replaceAll('$__rate_interval', '1m') })),
);
vi.setConfig({ testTimeout: 240_000 });

async function startWorld() {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'dashboard-'));
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of children) await end(child);
    rmSync(folder, { recursive: true, force: true });
  });
  let code = '';
  let isRefusing = false;
  const provider = await startLoopback((request, response) => {
    void readBody(request).then(text => {
      ({ code } = (JSON.parse(text) as { payload: { code: string } }).payload);
      response.writeHead(isRefusing ? 400 : 200).end();
    });
  });
  onTestFinished(() => provider.close());
  const [metricsPort, port] = [await freePort(), await freePort()];
  const plenty = { count: 1_000_000, seconds: 3600 };
  const limits = { requests: plenty, perAddress: plenty, perPrefix: plenty };
  const config = join(folder, 'phone-sign-in.json');
  const endpoint = `${provider.origin}/sms`;
  writeFileSync(
    config,
    JSON.stringify({ connector: 'http', config: { endpoint }, port: 0, metricsPort, limits }),
  );
  const bin = await bundleCommand(join(folder, 'dist'));
  const server = spawn(process.execPath, [bin, '--config', config], {
    env: { PATH: process.env.PATH ?? '', PHONE_SIGN_IN_SECRET: 'mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(server);
  const url = await new Promise<string>(resolve => {
    createInterface({ input: server.stdout }).on('line', line => {
      const said = JSON.parse(line) as { event: string; url: string };
      if (said.event === 'listening') resolve(said.url);
    });
  });
  const scraping = readFileSync(join(root, 'deploy/prometheus.yml'), 'utf8');
  const file = join(folder, 'prometheus.yml');
  writeFileSync(file, scraping.replace('127.0.0.1:9090', `127.0.0.1:${metricsPort}`).replace('15s', '1s'));
  const paths = [`--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'data')}`];
  const args = [...paths, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error'];
  children.push(spawn('prometheus', args, { stdio: 'inherit' }));

  let people = 0;
  async function post(path: string, body: object): Promise<Record<string, string>> {
    const response = await fetch(`${url}/api/phone${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'phone-client': 'AAAAAAAAAAAAAAAAAAAAAA' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, string>;
  }
  /** One who signs in, one who guesses, one who is refused by the provider and one who asks twice. */
  async function live(): Promise<void> {
    const create = async () =>
      (await post('/challenges', { phone: `+447400${100_000 + people++}`, purpose: 'sign-in' })).id;
    const right = `/challenges/${await create()}/verify`;
    await post(right, { code });
    const wrong = `/challenges/${await create()}/verify`;
    for (let i = 0; i < 5; i++) await post(wrong, { code: code === '000000' ? '111111' : '000000' });
    isRefusing = true;
    await create();
    isRefusing = false;
    await post('/challenges', { phone: '+447400999999', purpose: 'sign-in' });
    await post('/challenges', { phone: '+447400999999', purpose: 'generic' });
  }
  async function ask(query: string): Promise<Answer | undefined> {
    const search = new URLSearchParams({ query }).toString();
    return fetch(`http://127.0.0.1:${port}/api/v1/query?${search}`).then(
      async response => (await response.json()) as Answer,
      () => undefined,
    );
  }
  return { live, ask };
}

it.skipIf(missing)(
  `every query of the dashboard shows something${missing ? ` (${missing})` : ''}`,
  async () => {
    const { live, ask } = await startWorld();
    const open = new Map(queries.map(({ title, query }) => [query, title]));
    expect(open.size).toBeGreaterThan(9);
    const until = Date.now() + 120_000;
    while (open.size > 0 && Date.now() < until) {
      await live();
      for (const query of open.keys()) {
        const answer = await ask(query);
        // What Prometheus cannot read is no matter of patience.
        if (answer?.status === 'error') throw new Error(`${query}: ${answer.error}`);
        const isShown = answer?.data?.result.some(({ value }) => Number(value[1]) >= 0);
        if (isShown) open.delete(query);
      }
    }
    expect([...open.values()]).toEqual([]);
  },
);
