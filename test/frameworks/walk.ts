/** What a page of docs/frameworks has to do, whichever framework has made it. `npm run build` comes first. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { shiftOf } from '../consumers/shift.js';
import { freePort } from '../contract/redis-server.js';
import { holdBack, launchBrowser, openPage } from '../e2e/browser.js';
import { makeProject, type Project } from './project.js';

type Command = readonly [program: string, ...args: string[]];

/** Stands in what `phone-sign-in/ssr` draws, and in no element. */
const drawing = '<noscript><p';

interface Walk {
  /** The page, and the folder that pins what it is built with. */
  name: string;
  node?: () => string;
  build: Command;
  start: (port: number) => Command;
  /** Whether a server draws the form. */
  isDrawn: boolean;
  check: Command;
  /** What the check must find. */
  mistake: { file: string; right: string; wrong: string; said: RegExp };
}

export function walk({ name, node, build, start, isDrawn, check, mistake }: Walk): void {
  let project: Project;
  beforeAll(async () => {
    project = await makeProject(name, node?.());
  });
  afterAll(() => project?.remove());

  test(`${isDrawn ? 'it draws the form, keeps what is typed before its scripts, and' : 'it'} signs in`, async () => {
    await project.tool(...build);
    const port = await freePort();
    const server = project.start(port, ...start(port));
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
    const errors: string[] = [];
    page.on('console', message => {
      // Whoever hydrates another tree than the server's says so here.
      if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico'))
        errors.push(message.text());
    });
    const scripts: Promise<string>[] = [];
    page.on('response', answer => {
      if (answer.url().endsWith('.js')) scripts.push(answer.text());
    });
    const box = page.getByRole('textbox', { name: 'Phone number' });
    if (isDrawn) await typeBeforeScripts(page, address);
    else {
      await page.goto(address);
      await box.pressSequentially('740012');
    }
    // Formatted by the element, with the focus where it was.
    await expect.poll(() => box.inputValue()).toBe('7400 12');
    await page.keyboard.type('9001');
    await expect.poll(() => box.inputValue()).toBe('7400 129001');
    await page.getByText('By continuing you agree to our terms.').waitFor();
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.01);

    await page.getByRole('button', { name: 'Text me a code' }).click();
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
    await expect.poll(() => server.newestCode('+447400129001')).toMatch(/^\d{6}$/);
    await page.getByRole('textbox', { name: '6-digit code' }).focus();
    await page.keyboard.type(server.newestCode('+447400129001')!);
    await page.getByText('Welcome, +447400129001.').waitFor();
    expect(errors).toEqual([]);
    // What draws stays on the server.
    expect((await Promise.all(scripts)).filter(text => text.includes(drawing))).toEqual([]);
  });

  test('its types are checked', async () => {
    await project.tool(...check);
    const file = join(project.folder, mistake.file);
    const text = readFileSync(file, 'utf8');
    const wrong = text.replace(mistake.right, mistake.wrong);
    expect(wrong).not.toBe(text);
    writeFileSync(file, wrong);
    await expect(project.tool(...check)).rejects.toThrow(mistake.said);
  });
}

/** Types into what the server has drawn, and lets the scripts come then. */
async function typeBeforeScripts(page: Page, address: string): Promise<void> {
  const release = await holdBack(page, '**/*.js');
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Phone number' }).pressSequentially('740012');
  expect(await page.evaluate(() => customElements.get('phone-sign-in'))).toBeUndefined();
  release();
  await page.waitForFunction(() => customElements.get('phone-sign-in'));
}
