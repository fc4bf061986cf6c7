/** Logto's steps after a first one; the page is demo/backends/logto.html. */
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
const sent = 'POST /verification/verification-code';
const masked = 'We will text ****3001';

describe('an account without a number', () => {
  test('gets one after its first step', async () => {
    const { logto, heading, passPassword, goTo, ask, enter, isBack, calls } = await visit({
      users: [{ phone: digits, password }],
      settings: { requiredProfile: ['phone'] },
    });
    await passPassword();
    delete logto.users[0]?.phone;
    await goTo('/continue/phone');
    await heading('Add your phone number');
    await ask(other);
    await enter();
    await isBack();
    expect(logto.users).toMatchObject([{ phone: otherDigits }]);
    expect(logto.sms).toMatchObject([{ to: otherDigits }]);
    expect(calls()).toEqual([sent, checked, 'POST /profile', submitted]);
  });

  test('cannot get one that another account has', async () => {
    const { logto, passPassword, goTo, ask, enter, says } = await visit({
      users: [{ phone: digits, password }, { phone: otherDigits }],
      settings: { requiredProfile: ['phone'] },
    });
    await passPassword();
    delete logto.users[0]?.phone;
    await goTo('/continue/phone');
    await ask(other);
    await enter();
    await says('An account with this number already exists.');
    expect(logto.users[0]?.phone).toBeUndefined();
  });
});

describe('a second factor', () => {
  const users = [{ phone: digits, password, hasMfa: true }];
  const mfa = 'POST /verification/mfa-verification-code';

  test('goes to the number that only Logto knows', async () => {
    const { page, logto, heading, passPassword, goTo, ask, enter, isBack, calls } = await visit({ users });
    await passPassword();
    await goTo('/mfa-verification/phone');
    await heading('Confirm that it’s you');
    expect(await page.getByRole('textbox').count()).toBe(0);
    await ask();
    await enter();
    await isBack();
    expect(logto.sms).toMatchObject([{ to: digits, type: 'MfaVerification' }]);
    expect(calls()).toEqual([mfa, `${mfa}/verify`, submitted]);
  });

  test('may follow the code, and a reload keeps each of the steps', async () => {
    const { page, logto, heading, says, ask, enter, press, isBack, calls } = await visit({ users });
    await ask(phone);
    await page.reload();
    await heading('Enter your code');
    await enter();
    await heading('Confirm that it’s you');
    await says(masked);
    await page.reload();
    await heading('Confirm that it’s you');
    await says(masked);
    expect(logto.sms).toHaveLength(1);
    await press('Text me a code');
    await heading('Enter your code');
    await page.reload();
    await heading('Enter your code');
    await says('****3001');
    await enter();
    await isBack();
    expect(logto.sms).toMatchObject([{ type: 'SignIn' }, { type: 'MfaVerification' }]);
    expect(calls()).toEqual([...begun, checked, identified, submitted, mfa, `${mfa}/verify`, submitted]);
  });

  describe('that is still to be added', () => {
    const newUser = [{ phone: digits, password }];
    const bind = 'POST /profile/mfa';
    const skipped = 'POST /profile/mfa/mfa-skipped';

    test('is another number', async () => {
      const { page, logto, heading, passPassword, goTo, ask, enter, isBack, calls } = await visit({
        users: newUser,
        settings: { mfaPolicy: 'mandatory' },
      });
      await passPassword();
      await goTo('/mfa-binding/phone');
      await heading('Set up two-step verification');
      expect(await page.getByRole('button', { name: 'Not now' }).count()).toBe(0);
      await ask(other);
      await enter();
      await isBack();
      expect(logto.users).toMatchObject([{ phone: otherDigits, hasMfa: true }]);
      expect(logto.sms).toMatchObject([{ to: otherDigits, type: 'BindMfa' }]);
      expect(calls()).toEqual([sent, checked, bind, submitted]);
    });

    test('can be put off', async () => {
      const { logto, passPassword, goTo, press, isBack, calls } = await visit({
        users: newUser,
        settings: { mfaPolicy: 'skippable' },
      });
      await passPassword();
      await goTo('/mfa-binding/phone?app_id=spaapp0001&skippable');
      await press('Not now');
      await isBack();
      expect(logto.users[0]?.hasSkippedMfa).toBe(true);
      expect(logto.sms).toEqual([]);
      expect(calls()).toEqual([skipped, submitted]);
    });

    test('may follow the code, and a reload keeps the question and the new code', async () => {
      const { page, logto, heading, ask, enter, isBack, calls } = await visit({
        users: newUser,
        settings: { mfaPolicy: 'mandatory' },
      });
      await ask(phone);
      await enter();
      await heading('Set up two-step verification');
      await page.reload();
      await heading('Set up two-step verification');
      await ask(other);
      await page.reload();
      await heading('Enter your code');
      await enter();
      await isBack();
      expect(logto.users).toMatchObject([{ phone: otherDigits, hasMfa: true }]);
      expect(logto.sms).toMatchObject([{ to: digits }, { to: otherDigits }]);
      expect(calls()).toEqual([...begun, checked, identified, submitted, sent, checked, bind, submitted]);
    });

    test('may follow the code, and be put off', async () => {
      const { logto, ask, enter, press, isBack, calls } = await visit({
        users: newUser,
        settings: { mfaPolicy: 'skippable' },
      });
      await ask(phone);
      await enter();
      await press('Not now');
      await isBack();
      expect(logto.sms).toHaveLength(1);
      expect(calls()).toEqual([...begun, checked, identified, submitted, skipped, submitted]);
    });
  });
});

describe('a second factor to be set up', () => {
  const begin = async () => {
    const visitor = await visit({ users: [{ phone: digits }], settings: { mfaPolicy: 'mandatory' } });
    await visitor.ask(phone);
    await visitor.enter();
    await visitor.heading('Set up two-step verification');
    return visitor;
  };

  test('asks for a number anew after a reload, not for the one just proved', async () => {
    const { page, heading } = await begin();
    await page.reload();
    await heading('Set up two-step verification');
    await page.getByText('Any format is fine.').waitFor();
  });

  test('sends no second message to the number of which the first is on its way', async () => {
    const { ask, press, logto } = await begin();
    await ask(other);
    await press('Change number');
    await ask(other);
    expect(logto.sms).toHaveLength(2);
  });
});

test('a number of which nothing is known is not said to be texted', async () => {
  const users = [{ phone: digits, password, hasMfa: true }];
  const { page, passPassword, goTo, ask } = await visit({ users });
  await passPassword();
  await goTo('/mfa-verification/phone');
  await ask();
  await page.getByText('We have texted you a code.').first().waitFor();
  expect(await page.getByText('Sent to').count()).toBe(0);
});
