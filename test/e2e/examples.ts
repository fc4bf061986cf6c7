/** What a visitor does on each example: the same under Vite and in the static build. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const field = (page: Page) => page.getByRole('textbox', { name: 'Phone number' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function ask(page: Page, phone?: string): Promise<void> {
  if (phone) await field(page).fill(phone);
  await button(page, 'Text me a code').click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
}

const fillIn = (page: Page) => button(page, 'Fill in').click();
const says = (page: Page, text: string | RegExp) => page.locator('.result').getByText(text).waitFor();
const number = '+44 7400 129001';

export const examples: Record<string, (page: Page) => Promise<void>> = {
  async form(page) {
    await page.getByLabel('Your name').fill('Ada');
    await button(page, 'Place the order').click();
    // Without a proof nothing is submitted.
    expect(await page.locator('.result').innerText()).toBe('');
    await ask(page, number);
    await fillIn(page);
    await page.getByRole('heading', { name: 'Enter your code' }).waitFor({ state: 'hidden' });
    await button(page, 'Place the order').click();
    await says(page, 'Ordered for Ada, who can be reached at +447400129001.');
  },
  async dialog(page) {
    await button(page, 'Sign in').click();
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await button(page, 'Sign in').click();
    await ask(page, number);
    await fillIn(page);
    await dialog.waitFor({ state: 'hidden' });
    await says(page, 'Signed in as +447400129001.');
  },
  async 'second-factor'(page) {
    expect(await field(page).count()).toBe(0);
    await ask(page);
    await page.getByText('+44 ••••••3456').waitFor();
    await fillIn(page);
    await says(page, 'Both factors are right: you are in.');
  },
  async 'forgotten-password'(page) {
    await ask(page, number);
    await fillIn(page);
    await page.getByLabel('New password').fill('correct horse');
    await button(page, 'Save it').click();
    await says(page, 'The account of +447400129001 has a new password.');
  },
  async invitation(page) {
    // Another number than the one that was invited proves nothing here.
    await ask(page, number);
    await fillIn(page);
    await says(page, 'This invitation is for another number.');
    await page.reload();
    await ask(page, '+44 7400 127001');
    await fillIn(page);
    await says(page, 'You are a member of ACME.');
  },
  async 'change-phone'(page) {
    await ask(page);
    await fillIn(page);
    await ask(page, number);
    await fillIn(page);
    await says(page, 'From +447400123456 to +447400129001.');
  },
  async 'strict-policy'(page) {
    // The policy is in force: what it forbids does not happen.
    const colour = await page.evaluate(() => {
      document.body.setAttribute('style', 'color: rgb(1, 2, 3)');
      return getComputedStyle(document.body).color;
    });
    expect(colour).not.toBe('rgb(1, 2, 3)');
    const assign = () => page.evaluate(() => (document.createElement('div').innerHTML = '<b>'));
    await expect(assign()).rejects.toThrow('TrustedHTML');
    await ask(page, number);
    await fillIn(page);
    await says(page, 'Signed in as +447400129001.');
  },
  async 'two-widgets'(page) {
    const [first, second] = [page.locator('#first'), page.locator('#second')];
    await second.getByRole('textbox').fill('612 34 56 78');
    await second.locator('button[type=submit]').click();
    await page.getByText('+34612345678').waitFor();
    // The other one has not moved.
    await first.getByRole('textbox', { name: 'Phone number' }).waitFor();
    await fillIn(page);
    await says(page, 'register: +34612345678');
    await ask(page, number);
    await fillIn(page);
    await says(page, 'sign-in: +447400129001');
  },
  async react(page) {
    await page.locator('phone-number-field').getByRole('button').first().click();
    await expect.poll(() => page.getByRole('option').count()).toBe(3);
    await page.keyboard.press('Escape');
    await ask(page, number);
    await fillIn(page);
    await says(page, 'React knows: +447400129001');
  },
};
