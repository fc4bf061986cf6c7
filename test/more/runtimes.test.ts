/** The packed server on other Nodes by the README, on Bun, on Deno and as a worker by docs/server.md: `npm run build` comes first. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { examplesOf } from '../consumers/docs.js';
import { makeSite, type Site } from '../consumers/site.js';
import { freePort } from '../contract/redis-server.js';
import { nodeOf } from '../runtimes/node.mjs';

const tools = join(import.meta.dirname, '../runtimes/node_modules');
const clients = { 'content-type': 'application/json', 'phone-client': 'AAAAAAAAAAAAAAAAAAAAAA' };

/** The program itself, as its package brings it: what npm links to wants an installer to have run. */
function program(scope: string, path: string): string {
  const [platform = ''] = readdirSync(join(tools, scope));
  return join(tools, scope, platform, path);
}

const handlers = examplesOf('docs/server.md', 'js', 'Mount it');
const handlerOf = (runtime: string) => {
  const found = handlers.find(example => example.startsWith(`// ${runtime}`));
  if (!found) throw new Error(`docs/server.md has no handler for ${runtime}`);
  return found;
};

/** Every line of its output is one line of the log. */
const prelude = `
import { createPhoneServer } from 'phone-sign-in/server';
const phone = createPhoneServer({
  secret: 'a secret of the runtimes, which is long!',
  send: async () => {},
  limits: { perAddress: { count: 1, seconds: 3600 } },
  log: entry => console.log(JSON.stringify(entry)),
});
`;

interface Line {
  event: string;
  outcome: string;
  detail?: string;
}

const runtimes = [
  ['Bun', () => program('@oven', 'bin/bun'), []],
  ['Deno', () => program('@deno', 'deno'), ['run', '--allow-all', '--node-modules-dir=manual']],
] as const;

describe('the documented handler', () => {
  let site: Site;
  beforeAll(async () => {
    site = await makeSite();
  });
  afterAll(() => site.remove());

  const create = (index: number) => JSON.stringify({ phone: `+4474001234${10 + index}`, purpose: 'sign-in' });

  it.each(runtimes)(
    'of %s tells the address, and without it the log says so once',
    async (runtime, find, args) => {
      const documented = handlerOf(runtime);
      const silent = documented.replace(/, \{\s*address:[^}]*\}/, '');
      expect(silent).not.toBe(documented);
      for (const [handler, second] of [
        [documented, 429],
        [silent, 201],
      ] as const) {
        const port = await freePort();
        const file = join(site.folder, `${runtime}-${port}.mjs`);
        const served = handler.replace('port: 3000', `hostname: '127.0.0.1', port: ${port}`);
        expect(served).not.toBe(handler);
        writeFileSync(file, prelude + served);
        const env = { PATH: process.env.PATH ?? '', HOME: site.folder, DENO_DIR: join(site.folder, '.deno') };
        const child = spawn(find(), [...args, file], {
          cwd: site.folder,
          env,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const lines: Line[] = [];
        createInterface({ input: child.stdout }).on('line', text => {
          if (text.startsWith('{')) lines.push(JSON.parse(text) as Line);
        });
        let errors = '';
        child.stderr.on('data', chunk => (errors += String(chunk)));
        onTestFinished(() => stop(child));
        const base = `http://127.0.0.1:${port}/api/phone`;
        await answering(`${base}/ready`, child, () => errors);
        const statuses = [];
        for (const index of [0, 1]) {
          const response = await fetch(`${base}/challenges`, {
            method: 'POST',
            headers: clients,
            body: create(index),
          });
          statuses.push(response.status);
        }
        expect(statuses).toEqual([201, second]);
        await stop(child);
        const warnings = lines.filter(
          ({ event, detail }) => event === 'setup' && detail?.includes('{ address }'),
        );
        expect(warnings).toHaveLength(second === 201 ? 1 : 0);
      }
    },
  );

  it.each([22, 24] as const)('of the README signs in on Node %i', async major => {
    const [server = ''] = examplesOf('README.md', 'js', 'Put it on your page');
    const port = await freePort();
    const file = join(site.folder, `node-${major}.mjs`);
    const served = server.replace('.listen(8080)', `.listen(${port}, '127.0.0.1')`);
    expect(served).not.toBe(server);
    writeFileSync(file, `console.log(process.version);\n${served}`);
    const child = spawn(nodeOf(major), [file], {
      cwd: site.folder,
      env: { PHONE_SECRET: 'a secret of the runtimes, which is long!' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => stop(child));
    let [printed, errors] = ['', ''];
    child.stdout.on('data', chunk => (printed += String(chunk)));
    child.stderr.on('data', chunk => (errors += String(chunk)));
    const base = `http://127.0.0.1:${port}/api/phone`;
    await answering(`${base}/config`, child, () => errors);
    expect(printed).toMatch(new RegExp(`^v${major}\\.`));

    const post = async (path: string, body: object) => {
      const answer = await fetch(base + path, {
        method: 'POST',
        headers: clients,
        body: JSON.stringify(body),
      });
      return {
        status: answer.status,
        cookies: answer.headers.getSetCookie(),
        body: (await answer.json()) as unknown,
      };
    };
    const challenge = await post('/challenges', { phone: '+447400129001', purpose: 'sign-in' });
    expect(challenge.status).toBe(201);
    const codeOf = () => /^\+447400129001 (\d{6})$/m.exec(printed)?.[1];
    await expect.poll(codeOf).toBeDefined();
    const { id } = challenge.body as { id: string };
    const session = await post(`/challenges/${id}/verify`, { code: codeOf() });
    expect(session).toMatchObject({
      status: 200,
      body: { result: 'session', claims: { phone: '+447400129001' } },
    });
    expect(session.cookies[0]).toMatch(/^phone-session=.+; HttpOnly/);
    expect(errors).toBe('');
  });

  it.each([['Node', () => process.execPath, []], ...runtimes] as const)(
    'of %s can draw the form, in the language of the page',
    async (_runtime, find, args) => {
      const file = join(site.folder, 'draw.mjs');
      writeFileSync(
        file,
        `import { renderPhoneSignIn } from 'phone-sign-in/ssr';
        console.log(renderPhoneSignIn({ 'default-country': 'GB' }, { locale: 'ja' }));`,
      );
      const env = { PATH: process.env.PATH ?? '', HOME: site.folder, DENO_DIR: join(site.folder, '.deno') };
      const { stdout } = await promisify(execFile)(find(), [...args, file], { cwd: site.folder, env });
      expect(stdout).toMatch(/^<phone-sign-in default-country="GB"><template shadowrootmode="open"/);
      expect(stdout).toContain('lang="ja" dir="ltr"');
      expect(stdout).toContain('placeholder="7400 123456"');
    },
  );

  it('of Workers tells the address (as a module of Node: its runtime is not tried)', async () => {
    const folder = join(site.folder, 'worker');
    mkdirSync(folder);
    const file = join(folder, 'worker.mjs');
    writeFileSync(
      file,
      prelude.replace('console.log(JSON.stringify(entry))', 'undefined') + handlerOf('Cloudflare'),
    );
    const { default: worker } = (await import(/* @vite-ignore */ file)) as {
      default: { fetch: (request: Request) => Promise<Response> };
    };
    const ask = async (index: number, address: string) => {
      const headers = { ...clients, 'cf-connecting-ip': address };
      const url = 'https://shop.example/api/phone/challenges';
      return (await worker.fetch(new Request(url, { method: 'POST', headers, body: create(index) }))).status;
    };
    expect([await ask(0, '192.0.2.1'), await ask(1, '192.0.2.1'), await ask(2, '192.0.2.2')]).toEqual([
      201, 429, 201,
    ]);
  });
});

async function answering(url: string, child: ChildProcess, errors: () => string): Promise<void> {
  const isThere = () =>
    fetch(url)
      .then(({ ok }) => ok)
      .catch(() => false);
  while (!(await isThere())) {
    if (child.exitCode !== null) throw new Error(`Ended with ${child.exitCode}: ${errors()}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  await closed;
}
