import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageTexts } from '../../demo/texts.js';
import { launchBrowser, openPage } from './browser.js';
import { examples } from './examples.js';
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
  const session = page.getByRole('region', { name: pageTexts.en.session });
  await session.getByText('"phone": "+447400125001"').waitFor();
  expect({ refused, elsewhere }).toEqual({ refused: [], elsewhere: [] });
});

test('states are called up against the handler in the page', async () => {
  const page = await openPage(browser);
  await page.goto(address);
  await page.getByRole('tab', { name: 'States' }).click();
  for (const [state, reached] of [
    ['wrong-code', 'There: code, code_invalid.'],
    ['rate-limited', 'There: number, rate_limited.'],
    ['done', 'There: done.'],
  ] as const) {
    await page.locator(`[data-state="${state}"]`).click();
    await page.getByText(reached).waitFor();
  }
});

describe('the examples need no server either', () => {
  test.each(Object.entries(examples))('%s', async (name, act) => {
    const page = await openPage(browser);
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.goto(`${address}demo/examples/${name}.html`);
    await act(page);
    expect(asked.filter(url => url.includes('/api/') || !url.startsWith(address))).toEqual([]);
  });
});

/** What moves by itself while a page appears on a slow line, as the browser counts it. */
async function layoutShift(path: string, width: number): Promise<number> {
  const page = await openPage(browser, { viewport: { width, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const line = { offline: false, latency: 100, downloadThroughput: 400_000, uploadThroughput: 400_000 };
  await devtools.send('Network.emulateNetworkConditions', line);
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  return page.evaluate(
    () =>
      new Promise<number>(done =>
        // What was painted last is counted with the next frame.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done((window as unknown as { seen: { sum: number } }).seen.sum)),
        ),
      ),
  );
}

describe.each([390, 1440])('at %i px nothing moves while a page appears', width => {
  test.each([
    ...['en', 'ru', 'th', 'de', 'ar'].map(language => `?lang=${language}`),
    '?lang=en&theme=github&place=inline',
    'demo/languages.html',
    'demo/console/index.html',
    'demo/probes/code.html',
    'demo/probes/number.html',
    'demo/backends/firebase.html',
    ...Object.keys(examples).map(name => `demo/examples/${name}.html`),
  ])('%s', async path => {
    expect(await layoutShift(path, width)).toBeLessThanOrEqual(0.01);
  });
});

test('the page’s first load is less than 60 kB of script, without the code viewer', async () => {
  const page = await openPage(browser);
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', response => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('tab', { name: 'Angular' }).waitFor();
  const sizes: Record<string, number> = {};
  for (const [url, body] of scripts) {
    const name = url.slice(address.length);
    if (!name.includes('snippet-panel')) sizes[name] = brotliCompressSync(await body).length;
  }
  console.log(`first load, bytes of brotli: ${JSON.stringify(sizes)}`);
  expect(Object.keys(sizes).length).toBeLessThan(scripts.size);
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  console.log(`in all: ${total}`);
  expect(total).toBeLessThan(60_000);
});
