/** What is typed before numbers can be read is neither lost nor reordered: a slow network ends where a fast one does. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../e2e/browser.js';
import { startDemo, type DemoServer } from '../e2e/demo-server.js';

let demo: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

interface Ending {
  text: string;
  caret: number | null;
  value: string;
}

/** Ten digits, one more in the middle, and a paste at the caret: a German mobile number of twelve. */
async function act(page: Page): Promise<void> {
  const input = page.getByRole('textbox', { name: 'Phone number' });
  await input.focus();
  await page.keyboard.type('0151234567');
  // Behind the sixth digit, wherever a formatted number has it.
  await input.evaluate((element: HTMLInputElement) => {
    const caret = /^(\D*\d){6}/.exec(element.value)![0].length;
    element.setSelectionRange(caret, caret);
  });
  await page.keyboard.type('7');
  await page.evaluate(() => navigator.clipboard.writeText('4'));
  await page.keyboard.press('Control+V');
}

async function ending(page: Page): Promise<Ending> {
  return page.evaluate(() => {
    const field = document.querySelector('phone-sign-in')!.shadowRoot!.querySelector('phone-number-field')!;
    const input = field.shadowRoot!.querySelector('input')!;
    return { text: input.value, caret: input.selectionStart, value: field.value };
  });
}

async function open(): Promise<Page> {
  const page = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.addInitScript(() => localStorage.setItem('phone-sign-in/country', 'DE'));
  return page;
}

/** A page that waits for what reads numbers until `arrive` is called. */
async function openSlowly(): Promise<{ page: Page; arrive: () => void }> {
  const page = await open();
  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>(resolve => (arrive = resolve));
  await page.route('**/phone/{core,library}.ts*', async route => {
    await arrival;
    await route.continue();
  });
  // Not the page's load: that waits for the core, and a person does not.
  await page.goto(demo.address, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Phone number' }).waitFor();
  return { page, arrive };
}

test('ten digits, an insertion and a paste before the core arrives end as they do after it', async () => {
  const quick = await open();
  await quick.goto(demo.address);
  await quick.locator('phone-sign-in input[placeholder*="1512"]').waitFor();
  await act(quick);
  await expect.poll(async () => (await ending(quick)).value).not.toBe('');

  const { page: slow, arrive } = await openSlowly();
  await act(slow);
  const before = await ending(slow);
  expect(before.text.replace(/\D/g, '')).toBe((await ending(quick)).text.replace(/\D/g, ''));
  expect(before.value).toBe('');
  arrive();
  await expect.poll(() => ending(slow)).toEqual(await ending(quick));
});

test('who has gone on before the core arrives has changed the number, once', async () => {
  const { page, arrive } = await openSlowly();
  await page.evaluate(() => {
    const events: string[] = [];
    Object.assign(window, { events });
    const field = document.querySelector('phone-sign-in')!.shadowRoot!.querySelector('phone-number-field')!;
    field.addEventListener('change', () => events.push(`change ${field.value}`));
  });
  const input = page.getByRole('textbox', { name: 'Phone number' });
  await input.pressSequentially('015112345678');
  await input.blur();
  arrive();
  await expect.poll(async () => (await ending(page)).value).toBe('+4915112345678');
  expect(await page.evaluate('events')).toEqual(['change +4915112345678']);
});
