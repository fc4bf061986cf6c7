import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageTexts } from '../../demo/texts.js';
import { launchBrowser, openPage } from './browser.js';
import { wordsIn } from './words.js';

const root = join(import.meta.dirname, '../..');
const outDir = mkdtempSync(join(tmpdir(), 'phone-sign-in-static-'));
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

let browser: Browser;
let files: PreviewServer;
let address: string;

beforeAll(async () => {
  browser = await launchBrowser();
  // As anybody builds it: under Vitest Vite would make a development build.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  });
  files = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir },
    preview: { headers: { 'content-security-policy': policy } },
  });
  address = `http://localhost:${(files.httpServer.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  await browser?.close();
  await files?.close();
  rmSync(outDir, { recursive: true, force: true });
});

test('the static build signs in with no server behind it, under a strict policy', async () => {
  const page = await openPage(browser);
  const refused: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const elsewhere: string[] = [];
  page.on('request', request => {
    const isFile = request.method() === 'GET' && request.url().startsWith(address);
    if (!isFile || request.url().includes('/api/')) elsewhere.push(request.url());
  });
  const words = await wordsIn('en');
  await page.goto(address);
  await page.getByText(pageTexts.en.inPage).waitFor();
  await page.getByRole('textbox', { name: words.number }).fill('+44 7400 125001');
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await page.getByRole('heading', { name: words.enterCode }).waitFor();
  await page.getByRole('log').getByRole('button').click();
  await page.getByRole('heading', { name: words.signedIn }).waitFor();
  await page.getByText('"phone": "+447400125001"').waitFor();
  expect({ refused, elsewhere }).toEqual({ refused: [], elsewhere: [] });
});
