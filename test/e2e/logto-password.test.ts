/** Logto with passwords, its questions and its limits; the page is demo/backends/logto.html behind the guide's proxy. */
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
  type Visit,
  type VisitOptions,
} from './logto-visitor.js';

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
const users = [{ phone: digits, password }];
const newPassword = 'correct horse battery';
const withPassword = 'POST /verification/password';

async function enterNumber({ type, press, heading }: Visit, number = phone): Promise<void> {
  await type(number);
  await press('Continue');
  await heading('Enter your password');
}

async function enterPassword({ page, press }: Visit, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(text);
  await press('Sign in');
}

async function choosePassword({ page, press, heading }: Visit, text = newPassword): Promise<void> {
  await heading('Choose a new password');
  await page.getByRole('textbox', { name: 'New password' }).fill(text);
  await press('Save password');
}

describe('the number with its password', () => {
  const settings = { passwordSignIn: true, isPasswordPrimary: true };

  test('comes first where Logto has it so, and ends in the application', async () => {
    const visitor = await visit({ users, settings });
    await enterNumber(visitor);
    await enterPassword(visitor, 'wrong');
    await visitor.says('The number or the password is wrong.');
    await enterPassword(visitor, password);
    await visitor.isBack();
    expect(visitor.logto.sms).toEqual([]);
    expect(visitor.calls()).toEqual(['PUT ', withPassword, withPassword, identified, submitted]);
  });

  test('a reload keeps where one is, and not the password', async () => {
    const visitor = await visit({ users, settings });
    await enterNumber(visitor);
    await visitor.page.getByRole('textbox', { name: 'Password', exact: true }).fill('half of it');
    await visitor.page.reload();
    await visitor.heading('Enter your password');
    const kept = await visitor.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(kept).not.toContain('half of it');
    await enterPassword(visitor, password);
    await visitor.isBack();
  });

  test('is behind the code where that comes first', async () => {
    const visitor = await visit({ users, settings: { passwordSignIn: true } });
    await visitor.ask(phone);
    await visitor.press('Use your password instead');
    await visitor.heading('Enter your password');
    await enterPassword(visitor, password);
    await visitor.isBack();
    // The interaction is not begun anew: the code would be gone.
    expect(visitor.calls()).toEqual([...begun, withPassword, identified, submitted]);
  });

  test('forgotten, it is replaced and the new one signs in', async () => {
    const visitor = await visit({ users, settings });
    await enterNumber(visitor);
    await visitor.press('Forgot password?');
    await visitor.says('If there is an account with this number, we have texted it.');
    await visitor.enter();
    await choosePassword(visitor);
    await visitor.isBack();
    expect(visitor.logto.users).toMatchObject([{ password: newPassword }]);
    expect(visitor.logto.sms).toMatchObject([{ type: 'ForgotPassword' }]);
  });

  test('is locked after too many, and says so', async () => {
    const visitor = await visit({ users, settings: { ...settings, maxAttempts: 2 } });
    await enterNumber(visitor);
    await enterPassword(visitor, 'wrong');
    await visitor.says('The number or the password is wrong.');
    await enterPassword(visitor, 'wrong again');
    await visitor.says('Too many attempts. Try again later.');
    expect(await visitor.page.getByRole('button', { name: 'Text me a code instead' }).count()).toBe(0);
  });
});

test('a code of a number that is locked: no other one is offered', async () => {
  const visitor = await visit({ users, settings: { maxAttempts: 1 } });
  await visitor.ask(phone);
  await visitor.enter('000000');
  await visitor.says('Too many attempts. Try again later.');
  await expect.poll(() => visitor.page.getByText('Didn’t get it?').count()).toBe(0);
});

describe('a password that sign-up wants', () => {
  test('is chosen when the account is made', async () => {
    const visitor = await visit({ settings: { passwordSignUp: true } });
    await visitor.link('Create an account');
    await visitor.ask(phone);
    await visitor.enter();
    await choosePassword(visitor, 'short');
    await visitor.says('Use at least 8 characters.');
    await choosePassword(visitor);
    await visitor.isBack();
    expect(visitor.logto.users).toMatchObject([{ phone: digits, password: newPassword }]);
    expect(visitor.logto.sms).toHaveLength(1);
  });

  test('is asked of an old account too, and a reload keeps the question', async () => {
    const visitor = await visit({ users: [{ phone: digits }], settings: { passwordSignUp: true } });
    await visitor.ask(phone);
    await visitor.enter();
    await visitor.heading('Choose a new password');
    await visitor.page.reload();
    await choosePassword(visitor);
    await visitor.isBack();
    expect(visitor.logto.users).toMatchObject([{ phone: digits, password: newPassword }]);
  });
});

describe('a second factor that is suggested', () => {
  test('yes: the number is one, and no other message is sent', async () => {
    const visitor = await visit({ users, settings: { suggestsMfa: true } });
    await visitor.ask(phone);
    await visitor.enter();
    await visitor.heading('Set up two-step verification');
    await visitor.page.reload();
    await visitor.press('Turn it on');
    await visitor.isBack();
    expect(visitor.logto.users).toMatchObject([{ hasEnabledMfa: true }]);
    expect(visitor.logto.sms).toHaveLength(1);
  });

  test('yes, where there is only another one: what cannot be done is said, and the way on', async () => {
    const visitor = await visit({ users, settings: { suggestsMfa: true, factors: ['Totp'] } });
    await visitor.ask(phone);
    await visitor.enter();
    await visitor.press('Turn it on');
    await visitor.says('It needs another app or device, and can’t be set up here.');
    await visitor.press('Not now');
    await visitor.isBack();
    expect(visitor.logto.users).toMatchObject([{ hasSkippedMfa: true }]);
  });

  test('no', async () => {
    const visitor = await visit({ users, settings: { suggestsMfa: true } });
    await visitor.ask(phone);
    await visitor.enter();
    await visitor.press('Not now');
    await visitor.isBack();
    expect(visitor.calls()).toEqual([
      ...[...begun, checked, identified, submitted],
      ...['POST /profile/mfa/mfa-skipped', submitted],
    ]);
  });
});

describe('what Logto says before', () => {
  test('nobody may register: no account is offered, and an unknown number learns nothing', async () => {
    const visitor = await visit({ settings: { signUp: false, version: '1.42' } });
    await expect.poll(() => visitor.page.getByRole('link', { name: 'Create an account' }).count()).toBe(0);
    await visitor.ask(phone);
    await visitor.says('If there is an account with this number, we have texted it.');
    expect(await visitor.page.getByText('Sent to').count()).toBe(0);
    expect(visitor.logto.sms).toEqual([]);
  });

  test('a code of a minute is not promised for ten', async () => {
    const visitor = await visit({ users, settings: { version: '1.42', codeLifetime: 60 } });
    await visitor.ask(phone);
    await visitor.page.getByText(/^The code expires in (1 minute|5\d seconds)\.$/).waitFor();
  });

  test('codes do not sign in: nothing is sent', async () => {
    const visitor = await visit({ users, settings: { phoneSignIn: false } });
    await visitor.type(phone);
    await visitor.press('Text me a code');
    await visitor.says('Sign-in is not set up correctly. Tell the site’s owner.');
    expect(visitor.logto.sms).toEqual([]);
  });
});

test('a limit that names no time gets none', async () => {
  const visitor = await visit({ users });
  visitor.logto.refuseMessage('request.message_rate_limited');
  await visitor.type(phone);
  await visitor.press('Text me a code');
  await visitor.says('Too many attempts. Try again later.');
});

describe('after a social account', () => {
  test('whose number has an account: the two are linked when the person says so', async () => {
    const visitor = await visit({ users });
    const id = await visitor.passSocial();
    await visitor.goTo(`/social-linking?verification=${id}`);
    await visitor.says('****3001');
    await visitor.press('Link it');
    await visitor.isBack();
    expect(visitor.logto.users).toMatchObject([{ phone: digits, social: 'google' }]);
    expect(visitor.logto.users).toHaveLength(1);
    expect(visitor.logto.sms).toEqual([]);
  });

  test('that is new: its account gets a number that the widget proves', async () => {
    const visitor = await visit({ users, settings: { requiredProfile: ['phone'] } });
    const id = await visitor.passSocial(otherDigits);
    await visitor.goTo(`/social-linking?verification=${id}`);
    await visitor.heading('Add your phone number');
    await visitor.ask(other);
    await visitor.enter();
    await visitor.isBack();
    expect(visitor.logto.users).toMatchObject([{ phone: digits }, { phone: otherDigits, social: 'google' }]);
    expect(visitor.logto.sms).toMatchObject([{ to: otherDigits }]);
  });

  test('that is linked already signs in by itself', async () => {
    const visitor = await visit({ users: [{ ...users[0], phone: digits, social: 'google' }] });
    const id = await visitor.passSocial();
    await visitor.goTo(`/social-linking?verification=${id}`);
    await visitor.isBack();
  });
});
