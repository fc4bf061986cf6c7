/** The list of countries on its way: slow lines, and whoever is quick. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { holdBack, openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';

const list = '**/country-picker/on-open/index.*';
const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; release: () => void }> {
  const page = await openPage(browser, options);
  const release = await holdBack(page, list);
  await page.route('**/list.html', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>A field</title><link rel="icon" href="data:,"><script type="module" src="/src/define.ts"></script></head>
        <body><phone-number-field default-country="GB"></phone-number-field></body></html>`,
    }),
  );
  await page.goto(`${demo.address}list.html`);
  await country(page).waitFor();
  return { page, release };
}

const country = (page: Page) => page.getByRole('button', { name: /^Country: / });
const search = (page: Page) => page.getByRole('combobox', { name: 'Choose a country' });
const place = (page: Page) => page.locator('.coming:popover-open');
const boxOf = (page: Page, selector: string) => page.locator(selector).boundingBox();

test.each([
  ['under its field', {}],
  ['as a sheet', phone],
])('its place is shown at once, and is where the list comes: %s', async (_, options) => {
  const { page, release } = await open(options);
  await (options === phone ? country(page).tap() : country(page).click());
  await place(page).waitFor();
  const before = await boxOf(page, '.coming');
  expect(before?.height).toBeGreaterThan(300);
  release();
  await search(page).waitFor();
  await expect.poll(() => boxOf(page, '.popup')).toEqual(before);
  expect(await place(page).count()).toBe(0);
});

test('what is typed meanwhile is searched for', async () => {
  const { page, release } = await open();
  await country(page).focus();
  await page.keyboard.type('ger');
  await place(page).waitFor();
  release();
  await page.getByRole('option', { name: /Germany/ }).waitFor();
  expect(await search(page).inputValue()).toBe('ger');
});

test.each([
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
  ['a press beside it', (page: Page) => page.mouse.click(900, 20)],
  ['a press on the number', (page: Page) => page.getByRole('textbox').click()],
  ['Tab', (page: Page) => page.keyboard.press('Tab')],
])('it does not come after %s, and the next press opens it', async (_, leave) => {
  const { page, release } = await open();
  await country(page).focus();
  await page.keyboard.type('ger');
  await place(page).waitFor();
  await leave(page);
  await expect.poll(() => place(page).count()).toBe(0);
  const response = page.waitForResponse(list);
  release();
  await response;
  // In the page, closed: the place has gone with it.
  await page.locator('dialog.popup').waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await search(page).count()).toBe(0);
  await country(page).click();
  await search(page).waitFor();
  expect(await search(page).inputValue()).toBe('');
});

test('where it cannot be fetched, its place goes', async () => {
  const { page } = await open();
  await page.unroute(list);
  let fail = () => {};
  const failed = new Promise<void>(done => (fail = done));
  await page.route(list, async route => {
    await failed;
    await route.abort();
  });
  await country(page).click();
  await place(page).waitFor();
  fail();
  await expect.poll(() => place(page).count()).toBe(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('phone-number-field');
  // It can be fetched by now: a pointer over its button has it fetched, and only the next press has it opened.
  await page.unroute(list);
  await page.mouse.move(0, 0);
  await country(page).hover();
  await page.locator('dialog.popup').waitFor({ state: 'attached' });
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await search(page).count()).toBe(0);
  await country(page).click();
  await search(page).waitFor();
});

test.each([false, true])(
  'is fetched once the number has the focus, unless data is saved: %s',
  async saveData => {
    const { page } = await open();
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await page.evaluate(
      saveData => Object.defineProperty(navigator, 'connection', { value: { saveData } }),
      saveData,
    );
    await page.getByRole('textbox').focus();
    // Idle once more, and whatever was asked for until then has been heard of here.
    await page.evaluate(() => new Promise(done => requestIdleCallback(done)));
    await page.evaluate(() => fetch('/list.html'));
    expect(asked.some(url => url.includes('/on-open/'))).toBe(!saveData);
  },
);

test.each([
  ['by a finger the list has it, and the search not for a moment: no keyboard comes up', phone, 'countries'],
  ['by a mouse the search has it', {}, 'combobox'],
])('it is given the focus once: %s', async (_, options, expected) => {
  const { page, release } = await open(options);
  release();
  // In the page, closed.
  await page.getByRole('textbox').focus();
  await page.locator('dialog.popup').waitFor({ state: 'attached' });
  await page.locator('dialog.popup').evaluate(popup => {
    const focused: string[] = [];
    Object.assign(globalThis, { focused });
    popup.addEventListener('focusin', ({ target }) => {
      const { id, role } = target as HTMLElement;
      focused.push(id || String(role));
    });
  });
  await (options === phone ? country(page).tap() : country(page).click());
  await search(page).waitFor();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'focused') as string[])).toEqual([expected]);
});

test('it is opened in the task that puts it into the page: no picture comes between', async () => {
  const { page, release } = await open();
  // A pointer over it, the focus and the press each ask for it.
  await country(page).click();
  await place(page).waitFor();
  const isOpened = page.locator('phone-country-picker').evaluate(async ({ shadowRoot }) => {
    const root = shadowRoot!;
    await new Promise<void>(done =>
      new MutationObserver(() => root.querySelector('dialog') && done()).observe(root, { childList: true }),
    );
    // What has been promised is kept within the task.
    for (let turns = 0; turns < 50; turns++) await Promise.resolve();
    return root.querySelector('dialog')!.matches(':popover-open');
  });
  release();
  expect(await isOpened).toBe(true);
});
