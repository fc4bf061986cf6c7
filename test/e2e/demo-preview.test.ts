import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

async function open(query = '', width = 1440): Promise<Page> {
  const page = await openPage(browser, { viewport: { width, height: 1000 }, colorScheme: 'light' });
  await page.goto(`${demo.address}?lang=en${query}`);
  await page.getByRole('textbox', { name: 'Phone number' }).waitFor();
  return page;
}

const frame = (page: Page) => page.locator('#frame');
const cardColour = (page: Page) =>
  page
    .locator('phone-sign-in')
    .evaluate(element => getComputedStyle(element.shadowRoot!.querySelector('.card')!).backgroundColor);

describe('the preview', () => {
  test.each([
    ['Phone', 376],
    ['Tablet', 768],
    ['Desktop', 1024],
  ])('has the width of a page on a %s, however much room there is', async (name, width) => {
    const page = await open();
    await page.getByText(name, { exact: true }).click();
    await expect
      .poll(() => frame(page).evaluate(element => (element as HTMLElement).offsetWidth))
      .toBe(width);
    const [{ width: shown = 0 }, { width: room = 0 }] = [
      (await frame(page).boundingBox()) ?? {},
      (await page.locator('#column').boundingBox()) ?? {},
    ];
    expect(shown).toBeLessThanOrEqual(room + 0.5);
    expect(shown).toBeCloseTo(Math.min(width, room), 0);
  });

  test('is dark on a light page, and the other way round', async () => {
    const page = await open();
    expect(await cardColour(page)).toBe('rgb(255, 255, 255)');
    await page.getByText('Dark', { exact: true }).last().click();
    await expect.poll(() => cardColour(page)).toBe('rgb(21, 24, 31)');
    const dark = await open('&scheme=dark&preview=light');
    expect(await cardColour(dark)).toBe('rgb(255, 255, 255)');
  });

  test('right to left: in Arabic, as a page of that language would have it', async () => {
    const page = await open();
    const words = await wordsIn('ar');
    const toggle = page.getByRole('button', { name: 'Right to left' });
    await toggle.click();
    await page.getByRole('button', { name: words.send }).waitFor();
    expect(await frame(page).getAttribute('dir')).toBe('rtl');
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await toggle.click();
    await page.getByRole('button', { name: 'Text me a code' }).waitFor();
    expect(await frame(page).getAttribute('dir')).toBe('ltr');
  });

  test('inline it has no card of its own', async () => {
    const page = await open('&place=inline');
    expect(await cardColour(page)).toBe('rgba(0, 0, 0, 0)');
  });

  test('in a dialog: signs in there, Escape closes it, and the button opens it again', async () => {
    const page = await open();
    await page.getByText('Dialog', { exact: true }).click();
    const dialog = page.getByRole('dialog');
    const visitor = visit(page, demo, await wordsIn('en'));
    await dialog.getByRole('textbox', { name: 'Phone number' }).press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    const opener = page.getByRole('button', { name: 'Open the dialog' });
    await expect.poll(() => opener.evaluate(element => element === document.activeElement)).toBe(true);
    await opener.press('Enter');
    await dialog.waitFor();
    await visitor.askForCode('+447400126001');
    const code = await visitor.readCode('+447400126001');
    await page.getByRole('log').getByRole('button', { name: code }).click();
    await visitor.isSignedIn();
  });

  test('on a phone the widget comes first, and then the simulated phone', async () => {
    const page = await open('', 360);
    const widget = await page.locator('phone-sign-in').boundingBox();
    const phone = await page.locator('#phone').boundingBox();
    const bar = await page.locator('#preview-bar').boundingBox();
    expect(widget!.y + widget!.height).toBeLessThanOrEqual(phone!.y);
    expect(phone!.y + phone!.height).toBeLessThanOrEqual(bar!.y);
  });

  test('tapping the code fills it in, as a phone’s keyboard does', async () => {
    const page = await open();
    const visitor = visit(page, demo, await wordsIn('en'));
    await visitor.askForCode('+447400126002');
    const code = await visitor.readCode('+447400126002');
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      document.addEventListener('phone-code-complete', event => {
        seen.push((event as Event & { code: string }).code);
      });
    });
    await page.getByRole('log').getByRole('button', { name: code }).click();
    await visitor.isSignedIn();
    // The field itself has heard of it: it was typed, not handed over.
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([code]);
  });
});
