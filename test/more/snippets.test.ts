/** What the demo's tabs offer, pasted as it is into an empty page and an empty file: it signs in. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { emptySetup, type Setup } from '../../demo/setup.js';
import { snippetFor } from '../../demo/snippet.js';
import { makeSite, type Site } from '../consumers/site.js';
import { launchBrowser, openPage } from '../e2e/browser.js';

let site: Site;
beforeAll(async () => {
  site = await makeSite();
});
afterAll(() => site?.remove());

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The tab "Server" in a file of its own. Answers with what it prints, line by line. */
async function startServer(setup: Setup) {
  const port = await freePort();
  writeFileSync(join(site.folder, 'server.mjs'), snippetFor('server', setup));
  const child = spawn(process.execPath, ['server.mjs'], {
    cwd: site.folder,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  const printed = createInterface(child.stdout)[Symbol.asyncIterator]();
  const address = `http://localhost:${port}/`;
  await expect
    .poll(
      () =>
        fetch(address).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  return { address, nextLine: async () => String((await printed.next()).value) };
}

async function signIn(setup: Setup): Promise<string[]> {
  const server = await startServer(setup);
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await openPage(browser);
  const said: string[] = [];
  page.on('console', message => said.push(message.text()));
  await page.goto(server.address);
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+44 7400 129001');
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  const [, code = ''] = /^\+447400129001 .*?(\d{6})/.exec(await server.nextLine()) ?? [];
  await page.getByRole('textbox', { name: '6-digit code' }).focus();
  await page.keyboard.type(code);
  await page.getByRole('heading', { name: 'You’re signed in' }).waitFor();
  return said;
}

const setups: [string, Setup][] = [
  ['as it is', emptySetup],
  ['with a theme, and another path', { ...emptySetup, theme: 'material', values: { endpoint: '/sign-in' } }],
];

test.each(setups)(
  'HTML and Server, %s',
  async (_name, setup) => {
    writeFileSync(join(site.folder, 'index.html'), snippetFor('html', setup));
    expect(await signIn(setup)).toEqual(['Signed in as +447400129001']);
  },
  60_000,
);

test('npm, with Vite', async () => {
  const folder = site.add('page');
  writeFileSync(join(folder, 'index.html'), snippetFor('npm', emptySetup));
  await site.tool('page', 'vite', 'build', '--outDir', '../built', '--base', '/cdn/');
  const { readFileSync, cpSync } = await import('node:fs');
  // The server of the tab serves scripts under /cdn alone: they are put where it looks.
  cpSync(join(site.folder, 'built/assets'), join(site.packageFolder, 'dist/cdn/assets'), { recursive: true });
  writeFileSync(join(site.folder, 'index.html'), readFileSync(join(site.folder, 'built/index.html')));
  expect(await signIn(emptySetup)).toEqual(['Signed in as +447400129001']);
});
