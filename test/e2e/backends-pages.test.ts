/** The pages of demo/backends as a reader first sees them. */
import type * as axeCore from 'axe-core';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLoopback, type Loopback } from '../contract/loopback.js';
import { buildPages, type BuiltPages } from './backend-pages.js';
import { launchBrowser, openPage } from './browser.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const names = readdirSync(join(import.meta.dirname, '../../demo/backends'))
  .filter(name => name.endsWith('.html'))
  .map(name => name.replace('.html', ''));

let browser: Browser;
let pages: BuiltPages;
let host: Loopback;

beforeAll(async () => {
  [browser, pages] = await Promise.all([launchBrowser(), buildPages(...names)]);
  host = await startLoopback(pages.listener());
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  pages?.remove();
});

test.each(names)('%s says what to set up and how it is made, at any width', async name => {
  const page = await openPage(browser);
  await page.goto(`${host.origin}/demo/backends/${name}.html`);
  await page.getByRole('heading', { name: 'What to set up' }).waitFor();
  // Nothing is set up yet.
  expect(await page.locator('phone-sign-in').isVisible()).toBe(false);
  await page.getByText('How it is made').click();
  await page
    .getByRole('group', { name: `${name}.ts` })
    .getByText('../../src/define.js')
    .waitFor();
  await page
    .getByRole('group', { name: `${name}.html` })
    .getByText(`backend="${name}"`)
    .waitFor();
  await page.addScriptTag({ path: axePath });
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const { found, tooWide } = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run(document);
      return {
        found: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        tooWide: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect(found).toEqual([]);
    expect(tooWide).toBeLessThanOrEqual(0);
  }
});
