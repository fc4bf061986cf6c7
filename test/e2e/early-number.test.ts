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

test('while the page loads the form is drawn in a task of its own, and later at once', async () => {
  const page = await openPage(browser);
  const widget = '<phone-sign-in endpoint="/api/phone" default-country="GB"></phone-sign-in>';
  const look = `async widget => { for (let turns = 0; turns < 50; turns++) await undefined; return widget.hasUpdated; }`;
  await page.route('**/drawn.html', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
        <script type="module">import '/src/define.ts'; window.look = ${look}; window.isDrawn = await look(document.querySelector('phone-sign-in'));</script>
        </head><body>${widget}</body></html>`,
    }),
  );
  await page.goto(`${demo.address}drawn.html`);
  await page.getByRole('textbox').waitFor();
  expect(await page.evaluate('isDrawn')).toBe(false);
  expect(
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '${widget}'), look(document.body.lastElementChild)`,
    ),
  ).toBe(true);
});
