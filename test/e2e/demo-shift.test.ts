/** Nothing moves by itself while a page appears. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage } from './browser.js';
import { examples } from './examples.js';
import { buildSite, type StaticSite } from './static-site.js';

let browser: Browser;
let site: StaticSite;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), buildSite()]);
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
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
  await page.goto(site.address + path, { waitUntil: 'networkidle', timeout: 30_000 });
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
