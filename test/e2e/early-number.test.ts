/** A number that is typed before what reads numbers has come: slow lines, loaded machines. */
import { expect, test } from 'vitest';
import { holdBack, openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';

test.each(['', 'required'])('a form with it does not leave without it %s', async required => {
  const page = await openPage(browser);
  const release = await holdBack(page, '**/number-field/after-paint/index.*');
  await page.route('**/early.html', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A form</title><link rel="icon" href="data:,">
        <script type="module" src="/src/define.ts"></script></head><body><form action="/left.html">
        <phone-number-field name="phone" ${required}></phone-number-field><button>Save</button></form></body></html>`,
    }),
  );
  await page.route('**/left.html*', route => route.fulfill({ contentType: 'text/html', body: 'Left' }));
  await page.goto(`${demo.address}early.html`);
  const isValid = () => page.locator('form').evaluate((form: HTMLFormElement) => form.checkValidity());
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+44 7400 123456');
  expect(await isValid()).toBe(false);
  await page.getByRole('button', { name: 'Save' }).click();
  expect(page.url()).toMatch(/early\.html$/);
  release();
  await expect.poll(isValid).toBe(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/left\.html\?phone=%2B447400123456$/);
});
