import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

async function signedIn(phone: string): Promise<Page> {
  const page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
  await page.goto(`${demo.address}?lang=en`);
  const visitor = visit(page, demo, await wordsIn('en'));
  await visitor.askForCode(phone);
  await visitor.enterCode(await visitor.readCode(phone));
  await visitor.isSignedIn();
  return page;
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const titles = (page: Page, list: string) =>
  page.getByRole('list', { name: list }).locator('summary b').allInnerTexts();

async function payload(page: Page, list: string, title: RegExp): Promise<unknown> {
  const entry = page
    .getByRole('list', { name: list })
    .getByRole('listitem')
    .filter({ hasText: title })
    .first();
  await entry.locator('summary').click();
  return JSON.parse(await entry.locator('pre').innerText());
}

test('events are listed with what they carry, and without the code', async () => {
  const page = await signedIn('+447400128001');
  await tab(page, 'Events').click();
  const events = async () =>
    (await titles(page, 'Events')).toReversed().filter(name => name !== 'phone-step-change');
  await expect.poll(events).toEqual([
    'phone-number-change',
    'phone-code-request',
    'phone-code-sent',
    // The widget hears of its own field before the page does, and asks at once.
    'phone-code-verify',
    'phone-code-complete',
    'phone-verified',
  ]);
  expect(await payload(page, 'Events', /phone-code-request/)).toEqual({
    phone: '+447400128001',
    purpose: 'sign-in',
    isResend: false,
    cancelable: true,
  });
  expect(await payload(page, 'Events', /phone-verified/)).toMatchObject({
    outcome: { kind: 'session', claims: { sub: 'demo-user' } },
    phone: '+447400128001',
  });
  expect(await payload(page, 'Events', /phone-code-verify/)).toMatchObject({ code: '••••••' });
  // What comes once the list is there.
  await page.getByRole('button', { name: 'Sign out and start again' }).click();
  await page.getByText('done → number').waitFor();
});

test('requests are listed with both sides, without codes and secrets', async () => {
  const page = await signedIn('+447400128002');
  await tab(page, 'Requests').click();
  await expect
    .poll(() => titles(page, 'Requests'))
    .toEqual([
      expect.stringMatching(/^POST \/challenges\/[\w-]{6}…\/verify$/),
      'POST /challenges',
      'GET /config',
    ]);
  expect(await payload(page, 'Requests', /POST \/challenges\s*201/)).toMatchObject({
    request: {
      headers: {
        'phone-client': '••••••••••••',
        'idempotency-key': expect.stringMatching(/^\w{32}$/) as string,
      },
      body: { phone: '+447400128002', purpose: 'sign-in', locale: 'en' },
    },
    response: { status: 201, body: { codeLength: 6, maskedPhone: expect.any(String) as string } },
  });
  expect(await payload(page, 'Requests', /verify/)).toMatchObject({
    request: { body: { code: '••••••' } },
    response: { status: 200, body: { result: 'session' } },
  });
});

test('a fault is named where it met a request', async () => {
  const page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
  await page.goto(`${demo.address}?lang=en`);
  await tab(page, 'States').click();
  await page.locator('[data-state="delivery-failed"]').click();
  await tab(page, 'Requests').click();
  await page.getByText(/502 delivery_failed, \d+ ms · fault: Delivery failed/).waitFor();
});

test('the tabs are one stop for the keyboard, and arrows go between them', async () => {
  const page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
  await page.goto(`${demo.address}?lang=en`);
  await tab(page, 'Playground').focus();
  const isSelected = (name: string) => tab(page, name).getAttribute('aria-selected');
  await page.keyboard.press('ArrowRight');
  expect(await isSelected('States')).toBe('true');
  await page.getByRole('tabpanel', { name: 'States' }).waitFor();
  await page.keyboard.press('End');
  expect(await isSelected('Requests')).toBe('true');
  await page.keyboard.press('ArrowRight');
  expect(await isSelected('Playground')).toBe('true');
  expect(await tab(page, 'States').getAttribute('tabindex')).toBe('-1');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await tab(page, 'Playground').evaluate(element => element === document.activeElement)).toBe(true);
});
