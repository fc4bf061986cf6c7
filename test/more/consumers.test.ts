/**
 * The packed package in tiny projects of its users, each built with its own bundler in a folder outside the repository,
 * opened and signed in with. `npm run build` comes first.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, signIn } from '../consumers/serve.js';
import { paintFirst, shiftOf } from '../consumers/shift.js';
import { makeSite, type Site } from '../consumers/site.js';
import { launchBrowser, openPage } from '../e2e/browser.js';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), makeSite()]);
});

afterAll(async () => {
  await browser?.close();
  site?.remove();
});

/** Bundler → its command, and the folder that is served, where it is not the project's own. */
const bundlers: Record<string, { command: [string, ...string[]]; output?: string }> = {
  vite: { command: ['vite', 'build'], output: 'dist' },
  webpack: { command: ['webpack', 'build', '--mode=production', '--entry=./main.js'] },
  rollup: { command: ['rollup', 'main.js', '--plugin=node-resolve', '--dir=dist', '--format=es'] },
  esbuild: {
    command: ['esbuild', 'main.js', '--bundle', '--splitting', '--format=esm', '--outdir=dist'],
  },
  parcel: { command: ['parcel', 'build', 'index.html', '--no-cache', '--dist-dir=dist'], output: 'dist' },
};

test.each(Object.entries(bundlers))(
  'a page built with %s signs in, and nothing on it moves before',
  async (name, { command, output = '' }) => {
    const folder = site.add(name);
    // For pages whose bundler knows no style sheets.
    copyFileSync(join(site.packageFolder, 'dist/before.css'), join(folder, 'before.css'));
    await site.tool(name, ...command);
    const server = await serve(site, join(folder, output));
    const page = await openPage(browser);
    await paintFirst(page, '**/*.js');
    await page.goto(server.address, { waitUntil: 'commit' });
    await page.getByRole('button', { name: /\+44/ }).waitFor();
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.01);
    await signIn(page, server, '+447400126001');
    server.stop();
  },
  180_000,
);
