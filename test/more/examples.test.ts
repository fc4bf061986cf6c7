/** Each folder of examples/, installed and started as a reader does it, from a copy of that folder alone. `npm run build` comes first. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { packPackage } from '../consumers/site.js';
import { launchBrowser, openPage } from '../e2e/browser.js';

const run = promisify(execFile);
const names = readdirSync('examples', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

let browser: Browser;
let folder: string;
let tarball: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-examples-'));
  [browser, tarball] = await Promise.all([launchBrowser(), packPackage(folder)]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts an example, and answers where. */
async function start(cwd: string): Promise<string> {
  const vite = join(cwd, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'development', VITEST: '', NO_COLOR: '1' };
  const server = spawn(process.execPath, [vite, '--port=0', '--host=localhost'], { cwd, env });
  onTestFinished(async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  });
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    const [, address] = /(http:\/\/localhost:\d+\/)/.exec(said) ?? [];
    if (address) return address;
  }
  throw new Error(`It ended: ${said}`);
}

test.each(names)(
  '%s signs in, with nothing asked of any server',
  async name => {
    const cwd = join(folder, name);
    cpSync(join('examples', name), cwd, {
      recursive: true,
      filter: source => !source.endsWith('node_modules'),
    });
    // The packed file stands for the version that is in no registry yet.
    const path = join(cwd, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { dependencies: Record<string, string> };
    manifest.dependencies['phone-sign-in'] = `file:${tarball}`;
    writeFileSync(path, JSON.stringify(manifest));
    await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
    const address = await start(cwd);

    const page = await openPage(browser);
    const trouble: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('request', request => {
      const { origin, pathname } = new URL(request.url());
      if (`${origin}/` !== address && !request.url().startsWith('data:')) trouble.push(request.url());
      if (pathname.startsWith('/api/')) trouble.push(pathname);
    });
    await page.goto(address);
    await page.getByRole('textbox', { name: 'Phone number' }).fill('+44 7400 123456');
    await page.getByRole('button', { name: 'Text me a code' }).click();
    const message = page.getByRole('status').filter({ hasText: 'To +447400123456: ' });
    const [code = ''] = /\d{6}(?= )/.exec((await message.textContent()) ?? '') ?? [];
    await page.getByRole('textbox', { name: '6-digit code' }).fill(code);
    await page.getByText('Signed in as +447400123456').waitFor();
    expect(trouble).toEqual([]);
  },
  240_000,
);

test('what stands in for a server is the same in all', () => {
  const copies = names.flatMap(name =>
    readdirSync(join('examples', name), { recursive: true, encoding: 'utf8' })
      .filter(
        path => /(^|[\\/])(in-page-backend\.js|style\.css)$/.test(path) && !path.includes('node_modules'),
      )
      .map(path => readFileSync(join('examples', name, path), 'utf8')),
  );
  expect(copies.length).toBe(2 * names.length);
  expect(new Set(copies).size).toBe(2);
});
