import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faults } from '../../demo/faults.js';
import { states } from '../../demo/states.js';
import type { PhoneSignIn } from '../../src/index.js';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

async function open(): Promise<Page> {
  const page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
  await page.goto(`${demo.address}?lang=en`);
  await page.getByRole('textbox', { name: 'Phone number' }).waitFor();
  await page.getByRole('tab', { name: 'States' }).click();
  return page;
}

const stateOf = (page: Page) =>
  page.locator('phone-sign-in').evaluate(element => {
    const { step, error } = (element as PhoneSignIn).state;
    return { step, error: error?.code };
  });
const call = (page: Page, name: string) => page.locator(`[data-state="${name}"]`).click();
const said = (page: Page) => page.locator('#state-status').innerText();

describe('states', () => {
  test('every one is reached, one after the other on the same page', async () => {
    const page = await open();
    for (const { name, step, error } of states) {
      await call(page, name);
      const reached = `There: ${step}${error ? `, ${error}` : ''}.`;
      await expect.poll(() => said(page), { message: name, timeout: 20_000 }).toBe(reached);
      expect(await stateOf(page), name).toEqual({ step, error });
    }
  });

  test.each([
    ['rate-limited', /Too many attempts\. Try again in 4\d seconds\./],
    ['too-short', /too short/i],
    ['wrong-code', /That code isn’t right\. Attempts left: 4/],
    ['expired', /expired/],
    ['offline', /Can’t connect/],
  ])('%s is what a person reads', async (name, words) => {
    const page = await open();
    await call(page, name);
    await page.locator('phone-sign-in').getByText(words).first().waitFor();
  });

  test('the digits of a wrong code are in the field, and the keyboard is where it was', async () => {
    const page = await open();
    await call(page, 'wrong-code');
    await expect.poll(() => said(page)).toContain('code_invalid');
    const words = await wordsIn('en');
    expect(await page.getByRole('textbox', { name: words.code }).inputValue()).toMatch(/^\d{6}$/);
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLElement).dataset['state']))
      .toBe('wrong-code');
  });

  test('a wrong code is told by the handler itself: the right one still signs in', async () => {
    const page = await open();
    await call(page, 'wrong-code');
    await expect.poll(() => said(page)).toContain('code_invalid');
    await page.getByRole('log').getByRole('button').last().click();
    await visit(page, demo, await wordsIn('en')).isSignedIn();
  });

  test('another state before the first is there: the newer one counts', async () => {
    const page = await open();
    await call(page, 'verifying');
    await call(page, 'delivery-failed');
    await expect.poll(() => said(page)).toBe('There: number, delivery_failed.');
    expect(await stateOf(page)).toEqual({ step: 'number', error: 'delivery_failed' });
  });
});

describe('faults', () => {
  const chip = (page: Page, label: string) => page.locator('#faults').getByRole('button', { name: label });

  test('for the next call: shown while it waits, and gone with it', async () => {
    const page = await open();
    const visitor = visit(page, demo, await wordsIn('en'));
    await chip(page, faults.deliveryFailed.label).click();
    const shown = page.getByRole('button', { name: `${faults.deliveryFailed.label} · next call: clear` });
    await shown.waitFor();
    await visitor.numberField.fill('+44 7400 127001');
    await visitor.button('Text me a code').click();
    await expect.poll(() => stateOf(page)).toEqual({ step: 'number', error: 'delivery_failed' });
    await shown.waitFor({ state: 'hidden' });
    await visitor.button('Text me a code').click();
    await visitor.heading('Enter your code').waitFor();
  });

  test('until cleared: stays, and is cleared by its chip', async () => {
    const page = await open();
    const visitor = visit(page, demo, await wordsIn('en'));
    await page.getByRole('switch', { name: 'Until cleared' }).check();
    await chip(page, 'Offline').click();
    await visitor.numberField.fill('+44 7400 127002');
    for (let times = 0; times < 2; times++) {
      await visitor.button('Text me a code').click();
      await expect.poll(() => stateOf(page)).toEqual({ step: 'number', error: 'network' });
    }
    expect(await demo.messagesTo('+447400127002')).toEqual([]);
    await page.getByRole('button', { name: 'Offline · until cleared: clear' }).click();
    expect(await chip(page, 'Offline').getAttribute('aria-pressed')).toBe('false');
    await visitor.button('Text me a code').click();
    await visitor.heading('Enter your code').waitFor();
  });

  test('an answer that is lost: asked again, the handler sends no second message', async () => {
    const page = await open();
    const visitor = visit(page, demo, await wordsIn('en'));
    await chip(page, faults.answerLost.label).click();
    await visitor.numberField.fill('+44 7400 127003');
    await visitor.button('Text me a code').click();
    await expect.poll(() => stateOf(page)).toEqual({ step: 'number', error: 'network' });
    await visitor.button('Text me a code').click();
    await visitor.heading('Enter your code').waitFor();
    expect(await demo.messagesTo('+447400127003')).toHaveLength(1);
  });
});
