/** One browser a test file, and a fresh context (storage, cookies) for each page. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) });
}

/** A page that is closed with its test, and fails it with what was thrown in the page. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: Error[] = [];
  page.on('pageerror', error => errors.push(error));
  onTestFinished(async () => {
    await context.close();
    if (errors.length) throw new AggregateError(errors, 'The page threw');
  });
  return page;
}

/** Holds back what the page fetches from an address, until the answer of this is called. */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>(done => (release = done));
  await page.route(address, async route => {
    await released;
    await route.continue();
  });
  return release;
}
