/** The CDN build of the packed package, wherever and however often it is loaded. `npm run build` comes first. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { buildCdn } from '../../scripts/build-cdn.mjs';
import { loadedFiles, typedNumbers } from '../../scripts/size.mjs';
import { serve, signIn, type Served } from '../consumers/serve.js';
import { paintFirst, shiftOf } from '../consumers/shift.js';
import { makeSite, type Site } from '../consumers/site.js';
import { launchBrowser, openPage } from '../e2e/browser.js';

const file = 'phone-sign-in.js';
const phone = '+447400127001';
/** The folder of the version's own file, and of what it loads. */
const { version } = packageJson;

let browser: Browser;
let site: Site;
let cdn: string;
let servers: Served[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), makeSite()]);
  cdn = join(site.packageFolder, 'dist/cdn');
});

afterEach(() => {
  servers.forEach(server => server.stop());
  servers = [];
});

afterAll(async () => {
  await browser?.close();
  site?.remove();
});

async function start(headers?: Record<string, string>): Promise<Served> {
  const server = await serve(site, site.folder, headers);
  servers.push(server);
  return server;
}

/** A page of the site with this in its head and, beside the widget, in its body. */
function writePage(name: string, head: string, body = ''): void {
  const widget = '<phone-sign-in endpoint="/api/phone" default-country="GB"></phone-sign-in>';
  const start = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">`;
  writeFileSync(join(site.folder, `${name}.html`), `${start}${head}<body>${widget}${body}</body></html>`);
}

/** A copy of the CDN files in a folder of the site. */
function copyTo(folder: string): void {
  cpSync(cdn, join(site.folder, folder), { recursive: true });
}

async function open(address: string): Promise<Page> {
  const page = await openPage(browser);
  await page.goto(address);
  return page;
}

const integrityOf = (path: string) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(cdn, path)))
    .digest('base64')}`;

test.each([
  ['GB', 'Europe/London', '7400 123456', phone],
  ['US', 'America/New_York', '(201) 555-0123', '+12015550123'],
] as const)(
  'without a bundler: it fetches what is counted, and nothing else, in %s',
  async (...row) => {
    const [country, timezoneId, example, number] = row;
    const server = await start();
    site.add('none');
    // The page names no country: it is guessed, and its plans are there once there is an example.
    const page = await openPage(browser, { locale: `en-${country}`, timezoneId });
    await page.goto(`${server.address}none/`);
    await page.getByPlaceholder(example).waitFor();
    await signIn(page, server, number, typedNumbers[country].typed);
    const nameOf = (path: string) => path.replace(/^.*\//, '').replace(/-[\w-]{8}\.js$/, '.js');
    const counted = [...loadedFiles(await buildCdn({ write: false })).signIn[country]].map(chunk =>
      nameOf(chunk.fileName),
    );
    const fetched = () => server.paths.filter(path => path.includes('/cdn/')).map(nameOf);
    // The file without a version leads to the one with it. The list of countries, counted apart, comes when the page is idle.
    await expect.poll(() => fetched().toSorted()).toEqual([file, 'on-open.js', ...counted].toSorted());
  },
  60_000,
);

test('with the style sheet for before the script nothing on the page moves, and without it something does', async () => {
  const server = await start();
  copyTo('cdn');
  const script = '<script type="module" src="/cdn/phone-sign-in.js"></script>';
  const sheet = '<link rel="stylesheet" href="/cdn/before.css">';
  const shiftOn = async (name: string, head: string, lang: string) => {
    const widget = `<phone-sign-in lang="${lang}" endpoint="/api/phone" default-country="GB"><p slot="legal">By continuing you agree.</p><p slot="success">You can close this page.</p></phone-sign-in><p>What follows.</p>`;
    writeFileSync(
      join(site.folder, `${name}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${head}<body>${widget}</body></html>`,
    );
    const page = await openPage(browser);
    await paintFirst(page, '**/phone-sign-in.js');
    await page.goto(`${server.address}${name}.html`, { waitUntil: 'commit' });
    await page.getByRole('button', { name: /\+44/ }).waitFor();
    const sum = await shiftOf(page);
    await page.close();
    return sum;
  };
  for (const lang of ['en', 'de']) {
    // What is left is what follows the form, in a language whose heading is longer.
    expect(await shiftOn(`kept-${lang}`, sheet + script, lang), lang).toBeLessThanOrEqual(0.005);
    expect(await shiftOn(`bare-${lang}`, script, lang), lang).toBeGreaterThan(0.01);
  }
});

test.each([
  ['without a version leads to one that is evaluated once', ''],
  ['of a version is evaluated twice and bears it', `${version}/`],
])('from a sub-folder, with a query: the file %s', async (_name, folder) => {
  const server = await start();
  copyTo('assets/vendor/phone');
  const asked = `/assets/vendor/phone/${folder}${file}?v=2`;
  writePage('query', `<script type="module" src="${asked}"></script>`);
  const page = await open(`${server.address}query.html`);
  await signIn(page, server, phone);
  const entries = server.paths.filter(path => path.includes(file));
  expect(entries.toSorted()).toEqual([`/assets/vendor/phone/${version}/${file}`, asked].toSorted());
});

test('the folder of a version stands alone', async () => {
  const server = await start();
  cpSync(join(cdn, version), join(site.folder, `alone/${version}`), { recursive: true });
  const folder = `/alone/${version}/`;
  writePage(
    'alone',
    `<link rel="stylesheet" href="${folder}before.css"><script type="module" src="${folder}${file}"></script>`,
  );
  const page = await open(`${server.address}alone.html`);
  await signIn(page, server, '+447400127003');
  const fetched = server.paths.filter(path => /\.(js|css)$/.test(path));
  expect(fetched).toContain(`${folder}before.css`);
  expect(fetched.filter(path => !path.startsWith(folder))).toEqual([]);
});

test('from another origin, with the integrity of the file and of what it loads', async () => {
  const [server, other] = [await start(), await start({ 'access-control-allow-origin': '*' })];
  copyTo('1.2.3');
  const base = `${other.address}1.2.3/`;
  const scripts = readdirSync(join(cdn, version)).filter(name => name.endsWith('.js'));
  const chunks = scripts.map(name => `${version}/${name}`);
  const integrity = Object.fromEntries([file, ...chunks].map(path => [base + path, integrityOf(path)]));
  const map = (entries: object) =>
    `<script type="importmap">${JSON.stringify({ integrity: entries })}</script>`;
  const script = `<script type="module" crossorigin src="${base}${file}" integrity="${integrityOf(file)}"></script>`;
  writePage('integrity', map(integrity) + script);
  const page = await open(`${server.address}integrity.html`);
  await signIn(page, server, phone);
  expect(server.paths.filter(path => path.endsWith('.js'))).toEqual([]);

  // What was changed on its way is refused: the file, or a chunk of it.
  writePage('changed', script.replace(/sha384-..../, 'sha384-AAAA'));
  const changed = await open(`${server.address}changed.html`);
  await changed.waitForLoadState('networkidle');
  expect(await changed.evaluate(() => customElements.get('phone-sign-in') === undefined)).toBe(true);

  const core = Object.keys(integrity).filter(path => /on-touch/.test(path));
  expect(core).toHaveLength(1);
  writePage('chunk', map({ ...integrity, [core[0]!]: integrityOf(file) }) + script);
  const spoilt = await open(`${server.address}chunk.html`);
  await spoilt.getByRole('textbox', { name: 'Phone number' }).fill('+447400127002');
  await spoilt.getByRole('button', { name: 'Text me a code' }).click();
  await spoilt.getByText('Can’t connect').first().waitFor();
});

test('two copies on one page: the first has the names, and the second breaks nothing', async () => {
  const server = await start();
  copyTo('a');
  copyTo('b');
  // Another build of it, as another version would be.
  site.add('esbuild');
  await site.tool(
    'esbuild',
    'esbuild',
    'main.js',
    '--bundle',
    '--splitting',
    '--format=esm',
    '--outdir=dist',
  );
  const scripts = ['/a/phone-sign-in.js', '/esbuild/dist/main.js', '/b/phone-sign-in.js'];
  const code = '<phone-code-field label="Another code"></phone-code-field>';
  for (const [index, order] of [scripts, scripts.toReversed()].entries()) {
    const head = order.map(src => `<script type="module" src="${src}"></script>`).join('');
    writePage(`copies-${index}`, head, code);
    const page = await open(`${server.address}copies-${index}.html`);
    // All of them are there before anybody types.
    await page.waitForLoadState('networkidle');
    await page.getByRole('textbox', { name: 'Another code' }).waitFor();
    await signIn(page, server, `+44740012710${index}`);
  }
});
