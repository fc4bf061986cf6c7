/** docs/frameworks/next.md, built, opened and signed in with. `npm run build` comes first. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { shiftOf } from '../consumers/shift.js';
import { freePort } from '../contract/redis-server.js';
import { launchBrowser, openPage } from '../e2e/browser.js';
import { makeProject, startServer, type Project } from './project.js';

let project: Project;
beforeAll(async () => {
  project = await makeProject('next');
});
afterAll(() => project?.remove());

test('Next draws the form, keeps what is typed before its scripts, and signs in', async () => {
  await project.tool('next', 'build');
  const port = await freePort();
  const server = startServer(project, 'next', 'start', '--hostname', '127.0.0.1', '--port', String(port));
  onTestFinished(server.stop);
  const address = `http://127.0.0.1:${port}/`;
  const isThere = () =>
    fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isThere, { timeout: 60_000 }).toBe(true);

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const page = await openPage(browser);
  let release = () => undefined as void;
  const isTyped = new Promise<void>(resolve => (release = resolve));
  await page.route('**/*.js', async route => {
    await isTyped;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  const box = page.getByRole('textbox', { name: 'Phone number' });
  await box.pressSequentially('740012');
  expect(await page.evaluate(() => customElements.get('phone-sign-in'))).toBeUndefined();
  release();
  await page.waitForFunction(() => customElements.get('phone-sign-in'));
  // Formatted by the element, with the focus where it was.
  await expect.poll(() => box.inputValue()).toBe('7400 12');
  await page.keyboard.type('9001');
  await expect.poll(() => box.inputValue()).toBe('7400 129001');
  expect(await shiftOf(page)).toBeLessThanOrEqual(0.01);

  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  await expect.poll(() => server.newestCode('+447400129001')).toMatch(/^\d{6}$/);
  await page.getByRole('textbox', { name: '6-digit code' }).focus();
  await page.keyboard.type(server.newestCode('+447400129001')!);
  await page.getByText('Welcome, +447400129001.').waitFor();
});

test('its types know the countries', async () => {
  await project.tool('tsc', '--noEmit');
  const file = join(project.folder, 'app/sign-in.tsx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('defaultCountry="GB"', 'defaultCountry="Ireland"'));
  await expect(project.tool('tsc', '--noEmit')).rejects.toThrow(/Ireland/);
});
