import { brotliCompressSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageTexts } from '../../demo/texts.js';
import { launchBrowser, openPage } from './browser.js';
import { examples } from './examples.js';
import { buildSite, type StaticSite } from './static-site.js';
import { wordsIn } from './words.js';

let browser: Browser;
let site: StaticSite;
let address: string;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), buildSite()]);
  ({ address } = site);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
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

test('the page’s first load is less than 63 kB of script, without the code viewer', async () => {
  const page = await openPage(browser);
  const scripts = new Map<string, Response>();
  page.on('response', response => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('tab', { name: 'Angular' }).waitFor();
  const sizes: Record<string, number> = {};
  // What comes later than this is no part of the first load.
  for (const [url, response] of [...scripts]) {
    const name = url.slice(address.length);
    if (!name.includes('snippet-panel')) sizes[name] = brotliCompressSync(await response.body()).length;
  }
  console.log(`first load, bytes of brotli: ${JSON.stringify(sizes)}`);
  expect(Object.keys(sizes).length).toBeLessThan(scripts.size);
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  console.log(`in all: ${total}`);
  expect(total).toBeLessThan(63_000);
});
