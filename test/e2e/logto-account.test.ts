/** demo/backends/logto-account.html: who is signed in changes their number, on a page of another origin than Logto's. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startLogto } from '../contract/logto-server.js';
import { startLoopback } from '../contract/loopback.js';
import { buildPages, type BuiltPages } from './backend-pages.js';
import { launchBrowser, openPage } from './browser.js';
import { digits, other, otherDigits, phone } from './logto-visitor.js';

let browser: Browser;
let pages: BuiltPages;

beforeAll(async () => {
  [browser, pages] = await Promise.all([launchBrowser(), buildPages('logto-account')]);
});

afterAll(async () => {
  await browser?.close();
  pages?.remove();
});

async function visit(users: { phone: string }[]) {
  const logto = await startLogto({ users });
  const host = await startLoopback(pages.listener());
  onTestFinished(async () => {
    await logto.close();
    await host.close();
  });
  const page = await openPage(browser);
  const token = logto.tokenOf(logto.users[0]!);
  const giveToken = async () => {
    await page.getByLabel('An access token').fill(token);
    await page.getByRole('button', { name: 'Use it' }).click();
  };
  await page.goto(`${host.origin}/demo/backends/logto-account.html?endpoint=${logto.origin}`);
  await giveToken();
  const calls = () =>
    logto.server.requests
      .filter(({ method }) => method !== 'OPTIONS')
      .map(({ method, url }) => `${method} ${url}`);
  return { logto, page, calls, giveToken, enter: () => enterCode(page, logto.sms.at(-1)?.code ?? '') };
}

async function ask(page: Page, phone: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Phone number' }).fill(phone);
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '6-digit code' }).focus();
  await page.keyboard.type(code);
}

const sent = 'POST /api/verifications/verification-code';

test('the old number proves who it is, and then the new one is Logto’s', async () => {
  const { logto, page, calls, giveToken, enter } = await visit([{ phone: digits }]);
  await page.getByRole('heading', { name: 'Confirm that it’s you' }).waitFor();
  await ask(page, phone);
  // The token is kept nowhere; the step is.
  await page.reload();
  await giveToken();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  await enter();
  await page.getByRole('heading', { name: 'Add your phone number' }).waitFor();
  expect(logto.users).toMatchObject([{ phone: digits }]);
  // The next field is at hand.
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('type');
    });
  await expect.poll(focused).toBe('tel');
  await ask(page, other);
  await enter();
  await page.getByText(`Logto has your new number: +${otherDigits}`).waitFor();
  await page.getByRole('heading', { name: 'Your number is confirmed' }).waitFor();
  expect(logto.users).toMatchObject([{ phone: otherDigits }]);
  expect(logto.sms).toMatchObject([
    { to: digits, type: 'UserPermissionValidation' },
    { to: otherDigits, type: 'BindNewIdentifier' },
  ]);
  const changed = 'POST /api/my-account/primary-phone';
  expect(calls()).toEqual(['GET /api/my-account', sent, `${sent}/verify`, sent, `${sent}/verify`, changed]);
  expect(page.url()).not.toContain('token');
});

test('a number of another account stays theirs', async () => {
  const { logto, page, enter } = await visit([{ phone: digits }, { phone: otherDigits }]);
  await ask(page, phone);
  await enter();
  await page.getByRole('heading', { name: 'Add your phone number' }).waitFor();
  await ask(page, other);
  await enter();
  const taken = 'An account with this number already exists.';
  await page.getByText(taken).locator('visible=true').first().waitFor();
  expect(logto.users).toMatchObject([{ phone: digits }, { phone: otherDigits }]);
});

test('another number than one’s own proves nothing, and nothing is sent', async () => {
  const { logto, page } = await visit([{ phone: digits }]);
  await page.getByRole('textbox', { name: 'Phone number' }).fill(other);
  await page.getByRole('button', { name: 'Text me a code' }).click();
  const refused = 'This is not the number of your account.';
  await page.getByText(refused).locator('visible=true').first().waitFor();
  expect(logto.sms).toEqual([]);
});

test('a proof of somebody else leads back to the proof, and not to “Sign in first”', async () => {
  const { logto, page, enter } = await visit([{ phone: digits }]);
  // Without the scope "phone" Logto does not tell whose number it is.
  logto.settings.tellsPhone = false;
  await ask(page, other);
  await enter();
  await page.getByRole('heading', { name: 'Add your phone number' }).waitFor();
  await ask(page, '+44 7400 123003');
  await enter();
  const again = 'Your session has ended. Start again, please.';
  await page.getByText(again).locator('visible=true').first().waitFor();
  expect(logto.users).toMatchObject([{ phone: digits }]);
});
