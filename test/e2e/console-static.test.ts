/** The console's page where there is no server behind it: it says so, and asks for no keys. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser, openPage } from './browser.js';

const root = join(import.meta.dirname, '../..');

test('the static build has no console, and says what it needs', async () => {
  const browser = await launchBrowser();
  const outDir = mkdtempSync(join(tmpdir(), 'phone-sign-in-console-'));
  const input = join(root, 'demo/console/index.html');
  const common = { root, base: './', configFile: false, logLevel: 'silent' } as const;
  await build({ ...common, build: { outDir, emptyOutDir: true, rollupOptions: { input } } });
  const files = await preview({ ...common, build: { outDir } });
  onTestFinished(async () => {
    await browser.close();
    await files.close();
    rmSync(outDir, { recursive: true, force: true });
  });
  const page = await openPage(browser);
  const { port } = files.httpServer.address() as AddressInfo;
  await page.goto(`http://localhost:${port}/demo/console/index.html#twilio`);
  await page.getByText('run “npm ci” and “npm start”').waitFor();
  expect(await page.locator('main input').count()).toBe(0);
});
