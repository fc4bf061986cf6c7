/** The demo's own server and a browser, for the file that imports them: there before its tests, and gone after them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.js';
import { startDemo, type DemoServer } from './demo-server.js';

export let demo: DemoServer;
export let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});
