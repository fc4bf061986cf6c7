/** What stands in the way of a sign-in at Logto: captchas, and sessions that are gone; the page is demo/backends/logto.html. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildLogtoUi, type BuiltPages } from './backend-pages.js';
import { launchBrowser } from './browser.js';
import {
  begun,
  checked,
  digits,
  identified,
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
describe('a captcha', () => {
  const users = [{ phone: digits }];
  const settings = { captcha: (token: string) => token.startsWith('human') };

  test('that is missing is asked for, and nothing is sent', async () => {
    const { page, logto, says, press } = await visit({ users, settings });
    await page.getByRole('textbox', { name: 'Phone number' }).fill(phone);
    await press('Text me a code');
    await says('Confirm that you are not a robot, then try again.');
    expect(logto.sms).toEqual([]);
  });

  test('travels with the first message', async () => {
    // As the owner does who knows the site key; Cloudflare is not asked here, its script is played.
    const edit = (html: string) => html.replace('-key" content=""', '-key" content="the-site-key"');
    const { page, logto, ask, enter, isBack, calls } = await visit({ users, settings, edit });
    await page.route('https://challenges.cloudflare.com/**', route =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `
          const box = document.querySelector('.cf-turnstile[data-sitekey="the-site-key"]');
          const field = box.appendChild(document.createElement('input'));
          Object.assign(field, { type: 'hidden', name: 'cf-turnstile-response', value: 'human 1' });
        `,
      }),
    );
    await page.reload();
    await ask(phone);
    await enter();
    await isBack();
    expect(logto.sms).toHaveLength(1);
    expect(calls()).toEqual([...begun, checked, identified, submitted]);
  });
});

describe('a session that is gone', () => {
  const users = [{ phone: digits, password }];
  const gone = 'Your session has ended. Start again, please.';

  test('at the code: the person starts over', async () => {
    const { page, logto, heading, says, ask, enter, isBack } = await visit({ users });
    await ask(phone);
    await page.context().clearCookies();
    await enter();
    await heading('Sign in with your phone');
    await says(gone);
    // From the application again.
    await page.goto(logto.authorizeUrl());
    await heading('Sign in with your phone');
    await ask(phone);
    await enter();
    await isBack();
    expect(logto.sms).toHaveLength(2);
  });

  test('a code of an earlier one does not stand in the way of the next', async () => {
    const { page, logto, heading, says, ask, enter, isBack } = await visit({ users });
    await ask(phone);
    await page.goto(logto.authorizeUrl());
    await heading('Enter your code');
    await enter();
    await says(gone);
    await ask();
    await enter();
    await isBack();
  });

  test('at the new password: the person starts over', async () => {
    const { page, logto, heading, link, says, ask, enter, press } = await visit({ users });
    await link('Forgot your password?');
    await ask(phone);
    await enter();
    await heading('Choose a new password');
    await page.context().clearCookies();
    await page.getByRole('textbox', { name: 'New password' }).fill('correct horse battery');
    await press('Save password');
    await heading('Reset your password');
    await says(gone);
    expect(logto.users).toMatchObject([{ password }]);
  });

  test('before anything: the page was not opened by Logto', async () => {
    const { page, says, press } = await visit({ users });
    await page.context().clearCookies();
    await page.getByRole('textbox', { name: 'Phone number' }).fill(phone);
    await press('Text me a code');
    await says(gone);
  });
});

test('what a refusal means cannot be fetched: it is said that it went wrong, and the right code is taken', async () => {
  const { page, says, ask, enter, isBack } = await visit({ users: [{ phone: digits }] });
  let kept = 0;
  await page.route('**/logto-errors*.js', route => {
    kept++;
    return route.abort();
  });
  await ask(phone);
  await enter('000000');
  await says('Something went wrong. Try again.');
  expect(kept).toBe(1);
  await enter();
  await isBack();
});
