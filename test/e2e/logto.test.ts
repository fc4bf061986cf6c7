/** Logto's own first screens, as demo/backends/logto.html: to sign in, to register, and without the password. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildLogtoUi, type BuiltPages } from './backend-pages.js';
import { launchBrowser } from './browser.js';
import {
  begun,
  checked,
  digits,
  identified,
  other,
  otherDigits,
  password,
  phone,
  submitted,
  visitLogto,
  type VisitOptions,
} from './logto-visitor.js';
import { anotherCode } from './visitor.js';

let browser: Browser;
let ui: BuiltPages;

beforeAll(async () => {
  [browser, ui] = await Promise.all([launchBrowser(), buildLogtoUi()]);
});

afterAll(async () => {
  await browser?.close();
  ui?.remove();
});

const visit = (options?: VisitOptions) => visitLogto(browser, ui, options);
const users = [{ phone: digits }];

describe('to sign in', () => {
  test('takes one message, and ends in the application', async () => {
    const { logto, heading, ask, enter, isBack, calls } = await visit({ users });
    await heading('Sign in with your phone');
    await ask(phone);
    await enter();
    await isBack();
    expect(logto.sms).toMatchObject([{ to: digits, type: 'SignIn', locale: 'en-GB' }]);
    expect(calls()).toEqual([...begun, checked, identified, submitted]);
    expect(logto.users).toHaveLength(1);
  });

  test('another code can be asked for after a minute, and only that one is right', async () => {
    const { logto, page, ask, press, enter, says, isBack, calls } = await visit({ users });
    await ask(phone);
    // Its press does nothing yet: Playwright, too, takes it for disabled.
    await page.getByRole('button', { name: 'Send a new code' }).click({ force: true });
    expect(calls()).toEqual(begun);
    await page.clock.fastForward(61_000);
    await press('Send a new code');
    await expect.poll(() => logto.sms).toHaveLength(2);
    await page.getByRole('timer').waitFor();
    await enter(logto.sms[0]?.code);
    await says('That code isn’t right. Use the newest code.');
    await enter();
    await isBack();
    // The interaction goes on: it is not begun anew.
    expect(calls()).toEqual([...begun, begun[1], checked, checked, identified, submitted]);
  });

  test('a wrong code can be mended', async () => {
    const { logto, page, ask, enter, says, isBack } = await visit({ users });
    await ask(phone);
    await enter(anotherCode(logto.sms[0]?.code ?? ''));
    await says('That code isn’t right.');
    await enter();
    await isBack();
    expect(logto.sms).toHaveLength(1);
    expect(new URL(page.url()).origin).toBe(logto.origin);
  });

  test('after ten wrong codes there must be a new one', async () => {
    const { logto, page, ask, press, enter, says, isBack, calls } = await visit({ users });
    await ask(phone);
    for (let tries = 1; tries <= 11; tries++) {
      await enter(`00000${tries % 10}`);
      await expect.poll(() => calls().filter(call => call === checked).length).toBe(tries);
      await says(
        tries > 10 ? /^Too many wrong codes\. You can request a new one in / : 'That code isn’t right.',
      );
    }
    await page.clock.fastForward(61_000);
    await press('Send a new code');
    await expect.poll(() => logto.sms).toHaveLength(2);
    await enter();
    await isBack();
  });

  test('a number that is not known gets an account, with the code that was right', async () => {
    const { logto, page, heading, ask, press, enter, isBack, calls } = await visit();
    await ask(phone);
    await enter();
    await heading('Create an account?');
    expect(await page.getByRole('link').count()).toBe(0);
    await page.reload();
    await heading('Create an account?');
    await page.getByText(`There is no account with ${phone} yet.`).waitFor();
    await expect.poll(() => page.getByRole('link').count()).toBe(0);
    expect(logto.users).toEqual([]);
    await press('Create account');
    await isBack();
    expect(logto.users).toMatchObject([{ phone: digits }]);
    expect(logto.sms).toHaveLength(1);
    const event = 'PUT /interaction-event';
    expect(calls()).toEqual([...begun, checked, identified, event, identified, submitted]);
  });

  test('one’s own application is signed in to, not that of another tab', async () => {
    const { page, logto, ask, link, heading, enter, isBack } = await visit({ users, appId: 'shop' });
    await page.context().addCookies([{ name: '_logto', value: '{"appId":"another"}', url: logto.origin }]);
    await link('Create an account');
    await heading('Create your account');
    await link('Sign in');
    await heading('Sign in with your phone');
    await ask(phone);
    await enter();
    await isBack();
    const calls = logto.server.requests.filter(({ url }) => url.startsWith('/api/experience'));
    expect(new Set(calls.map(({ headers }) => headers['logto-app-id']))).toEqual(new Set(['shop']));
  });
});

describe('to register', () => {
  test('makes an account', async () => {
    const { logto, heading, link, ask, enter, isBack, calls } = await visit({ users });
    await link('Create an account');
    await heading('Create your account');
    await ask(other);
    await enter();
    await isBack();
    expect(logto.sms).toMatchObject([{ to: otherDigits, type: 'Register' }]);
    expect(logto.users).toMatchObject([{ phone: digits }, { phone: otherDigits }]);
    expect(calls()).toEqual([...begun, checked, identified, submitted]);
  });

  test('who has an account is signed in, with the code that was right', async () => {
    const { logto, heading, link, ask, press, enter, isBack, calls } = await visit({ users });
    await link('Create an account');
    await ask(phone);
    await enter();
    await heading('Sign in instead?');
    await press('Sign in');
    await isBack();
    expect(logto.users).toHaveLength(1);
    expect(logto.sms).toHaveLength(1);
    const event = 'PUT /interaction-event';
    expect(calls()).toEqual([...begun, checked, identified, event, identified, submitted]);
  });
});

describe('without the password', () => {
  test('another one is chosen, and then it is the page to sign in again', async () => {
    const { logto, page, heading, says, link, ask, press, enter, isBack, calls } = await visit({
      users: [{ phone: digits, password }],
    });
    await link('Forgot your password?');
    await heading('Reset your password');
    await ask(phone);
    await enter();
    await heading('Choose a new password');
    const field = page.getByRole('textbox', { name: 'New password' });
    const save = async (text: string) => {
      await field.fill(text);
      await press('Save password');
    };
    await save('short');
    await says('Use at least 8 characters.');
    await save('12345678');
    await says('This password is too easy to guess. Choose another one.');
    await save(password);
    await says('That is your old password. Choose a new one.');
    await save('correct horse battery');
    await heading('Your password is changed');
    expect(logto.users).toMatchObject([{ password: 'correct horse battery' }]);
    expect(logto.sms).toMatchObject([{ to: digits, type: 'ForgotPassword' }]);
    const save1 = 'PUT /profile/password';
    const all = [...begun, checked, identified, submitted, save1, save1, save1, save1, submitted];
    expect(calls()).toEqual(all);
    // Nobody is signed in by it.
    expect(new URL(page.url()).pathname).toBe('/forgot-password');
    await link('Back to signing in');
    await ask(phone);
    await enter();
    await isBack();
  });

  test('a reload while it is chosen costs no second message', async () => {
    const { logto, page, heading, link, ask, press, enter } = await visit({
      users: [{ phone: digits, password }],
    });
    await link('Forgot your password?');
    await ask(phone);
    await enter();
    await heading('Choose a new password');
    await page.reload();
    await heading('Choose a new password');
    await page.getByRole('textbox', { name: 'New password' }).fill('correct horse battery');
    await press('Save password');
    await heading('Your password is changed');
    expect(logto.sms).toHaveLength(1);
  });
});
