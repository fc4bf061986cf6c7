/** A page made by following the README alone, in a folder outside the repository, from `npm pack`'s file. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request as forward, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { examplesOf } from '../consumers/docs.js';
import { makeSite } from '../consumers/site.js';
import { launchBrowser, openPage } from '../e2e/browser.js';

const heading = 'Put it on your page';

async function listen(answer: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(answer).listen(0, 'localhost');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { server, port: (server.address() as AddressInfo).port };
}

/** The first program with what the second example puts in the place of its `createPhoneServer`. */
function withConnector(program: string, example: string): string {
  const [imported = '', rest = ''] = example.split('\n\n');
  const changed = program.replace(/const phone = createPhoneServer\([^]*?\n\}\);\n/, rest);
  expect(changed).not.toBe(program);
  return `${imported}\n${changed}`;
}

test.each([
  ['prints the codes', true],
  ['hands them to a connector', false],
])('what the README says makes a page that signs in: its server %s', async (_name, isPrinted) => {
  const [install = ''] = examplesOf('README.md', 'sh', heading);
  const [page = ''] = examplesOf('README.md', 'html', heading);
  const [first = '', connector = ''] = examplesOf('README.md', 'js', heading);
  const program = isPrinted ? first : withConnector(first, connector);
  const packages = /npm install (.+)/.exec(install)?.[1]?.split(' ') ?? [];
  expect(packages).toContain('phone-sign-in');
  // The packed file stands for the name that is in no registry yet.
  const text = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, connectorPackage = ''] = /`npm install (@logto[^`]+)`/.exec(text) ?? [];
  const more = isPrinted ? [] : [connectorPackage];
  const site = await makeSite(...packages.filter(name => name !== 'phone-sign-in'), ...more);
  onTestFinished(() => site.remove());

  // The page, with the bundler of the reader's choice.
  const folder = site.add('page');
  writeFileSync(join(folder, 'index.html'), page);
  await site.tool('page', 'vite', 'build');

  // The server, with an address for the messages and a port of its own: two of its words are ours.
  const messages: { to: string; payload: { code: string } }[] = [];
  const inbox = await listen((request, response) => {
    let body = '';
    request.on('data', chunk => (body += chunk));
    request.on('end', () => {
      messages.push(JSON.parse(body) as (typeof messages)[number]);
      response.end();
    });
  });
  const { server: probe, port } = await listen(() => undefined);
  probe.close();
  const changed = program.replace('https://sms.example.com', `http://localhost:${inbox.port}`);
  expect(changed).toContain('.listen(8080)');
  if (!isPrinted) expect(changed).not.toBe(program);
  writeFileSync(join(site.folder, 'server.js'), changed.replace('.listen(8080)', `.listen(${port})`));
  const env = { ...process.env, PHONE_SECRET: 'the secret of the test that follows the README' };
  const child = fork(join(site.folder, 'server.js'), { cwd: site.folder, env, silent: true });
  onTestFinished(() => void child.kill());
  let printed = '';
  child.stdout!.on('data', chunk => (printed += String(chunk)));
  const newestCode = () =>
    isPrinted ? /^\+447400129001 (\d{6})$/m.exec(printed)?.[1] : messages[0]?.payload.code;

  const isUp = () =>
    fetch(`http://localhost:${port}/api/phone/config`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isUp).toBe(true);

  // The reader's own web server: files, and what begins with /api goes on.
  const web = await listen((request, response) => {
    const { url = '/', method, headers } = request;
    const file = join(folder, 'dist', url === '/' ? 'index.html' : url.replace(/\?.*/, ''));
    if (url.startsWith('/api/')) {
      const onward = forward({ host: 'localhost', port, path: url, method, headers }, answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.writeHead(502).end());
      request.pipe(onward);
    } else if (existsSync(file)) {
      const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/html' });
      createReadStream(file).pipe(response);
    } else response.writeHead(404).end();
  });

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const visitor = await openPage(browser);
  const said: string[] = [];
  visitor.on('console', message => said.push(message.text()));
  await visitor.goto(`http://localhost:${web.port}/`);
  await visitor.getByRole('textbox', { name: 'Phone number' }).fill('+44 7400 129001');
  await visitor.getByRole('button', { name: 'Text me a code' }).click();
  await visitor.getByRole('heading', { name: 'Enter your code' }).waitFor();
  if (!isPrinted) expect(messages).toMatchObject([{ to: expect.stringMatching(/447400129001$/) as string }]);
  await expect.poll(newestCode).toMatch(/^\d{6}$/);
  await visitor.getByRole('textbox', { name: '6-digit code' }).focus();
  await visitor.keyboard.type(newestCode()!);
  await visitor.getByRole('heading', { name: 'You’re signed in' }).waitFor();
  expect(said).toContain('Signed in as +447400129001');
});
