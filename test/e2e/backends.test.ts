/** The pages of demo/backends: better-auth itself, and stand-ins of Supabase and Firebase. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startBetterAuth } from '../contract/better-auth-server.js';
import { apiKey, startFirebase } from '../contract/firebase-server.js';
import type { Loopback } from '../contract/loopback.js';
import { anonKey, startSupabase } from '../contract/supabase-server.js';
import { buildPages, type BuiltPages } from './backend-pages.js';
import { launchBrowser, openPage } from './browser.js';
import { anotherCode } from './visitor.js';

const phone = '+44 7400 123001';
const e164 = '+447400123001';

let browser: Browser;
let pages: BuiltPages;

beforeAll(async () => {
  [browser, pages] = await Promise.all([launchBrowser(), buildPages('better-auth', 'supabase', 'firebase')]);
});

afterAll(async () => {
  await browser?.close();
  pages?.remove();
});

/** Opens a page on the server's own origin and fills in its form. */
async function visit(name: string, server: Loopback, settings: Readonly<Record<string, string>>) {
  onTestFinished(() => server.close());
  const page = await openPage(browser);
  await page.clock.install();
  await pages.addTo(page);
  await page.goto(`${server.origin}/demo/backends/${name}.html`);
  expect(await page.locator('phone-sign-in').isVisible()).toBe(false);
  for (const [label, value] of Object.entries(settings)) await page.getByLabel(label).fill(value);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('Use it');
  return {
    page,
    press,
    heading: (name: string) => page.getByRole('heading', { name, exact: true }).waitFor(),
    says: (text: string) => page.getByText(text, { exact: true }).locator('visible=true').first().waitFor(),
    ask: async () => {
      await page.getByRole('textbox', { name: 'Phone number' }).fill(phone);
      await press('Text me a code');
      await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
    },
    enter: async (code: string | undefined) => {
      await page.getByRole('textbox', { name: '6-digit code' }).focus();
      await page.keyboard.type(code ?? 'nothing was texted');
    },
    save: async (password: string) => {
      await page.getByRole('textbox', { name: 'New password' }).fill(password);
      await press('Save password');
    },
  };
}

async function waitAMinute(page: Page): Promise<void> {
  await page.getByRole('timer').waitFor();
  await page.clock.fastForward(61_000);
}

describe('better-auth', () => {
  const settings = { 'Where better-auth answers': '/api/auth' };

  test('signs in, after a wrong code, with its own cookie', async () => {
    const server = await startBetterAuth();
    const { page, says, ask, enter } = await visit('better-auth', server, settings);
    await ask();
    await enter(anotherCode(server.codes[0] ?? ''));
    await says('That code isn’t right.');
    await enter(server.codes[0]);
    await says(`better-auth knows who you are: ${e164}`);
    expect(server.codes).toHaveLength(1);
    expect(server.users).toMatchObject([{ phoneNumber: e164, phoneNumberVerified: true }]);
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: 'better-auth.session_token', httpOnly: true }]);
  });

  test('takes only the newest code', async () => {
    const server = await startBetterAuth();
    const { page, press, says, ask, enter } = await visit('better-auth', server, settings);
    await ask();
    await waitAMinute(page);
    await press('Send a new code');
    await expect.poll(() => server.codes).toHaveLength(2);
    await page.getByRole('timer').waitFor();
    const [first, second] = server.codes;
    if (first !== second) {
      await enter(first);
      await says('That code isn’t right. Use the newest code.');
    }
    await enter(second);
    await says(`better-auth knows who you are: ${e164}`);
  });

  test('gives another password for a right code, and leads back to a wrong one', async () => {
    const server = await startBetterAuth();
    const { page, press, says, heading, ask, enter, save } = await visit('better-auth', server, settings);
    await ask();
    await enter(server.codes[0]);
    await says(`better-auth knows who you are: ${e164}`);
    await page.reload();
    await press('Forgot your password?');
    await heading('Reset your password');
    await ask();
    await enter(anotherCode(server.resetCodes[0] ?? ''));
    await save('correct horse battery');
    await heading('Enter your code');
    await says('That code isn’t right.');
    await enter(server.resetCodes[0]);
    await save('short');
    await says('Use at least 8 characters.');
    await save('correct horse battery');
    await heading('Your password is changed');
    await press('Back to signing in');
    await heading('Sign in with your phone');
    expect(server.resetCodes).toHaveLength(1);
    const signIn = (password: string) =>
      fetch(`${server.origin}/api/auth/sign-in/phone-number`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.origin },
        body: JSON.stringify({ phoneNumber: e164, password }),
      });
    expect((await signIn('correct horse')).status).toBe(401);
    expect((await signIn('correct horse battery')).status).toBe(200);
  });
});

describe('Supabase', () => {
  const start = async () => {
    const clock = { nowMs: Date.now() };
    const server = await startSupabase(clock);
    const visitor = await visit('supabase', server, {
      'Where Supabase Auth answers': `${server.origin}/auth/v1`,
      'The anon (publishable) key': anonKey,
    });
    return { clock, server, ...visitor };
  };

  test('signs in, after a wrong code, with a token that it knows', async () => {
    const { server, says, ask, enter } = await start();
    await ask();
    await enter(anotherCode(server.codes[0] ?? ''));
    await says('That code is wrong or has expired.');
    await enter(server.codes[0]);
    await says(`Supabase knows who you are: ${e164}`);
    const paths = server.bodies.map(({ path }) => path);
    expect(paths).toEqual([
      'POST /auth/v1/otp',
      'POST /auth/v1/verify',
      'POST /auth/v1/verify',
      'GET /auth/v1/user',
    ]);
  });

  test('takes only the newest code', async () => {
    const { clock, server, page, press, says, ask, enter } = await start();
    await ask();
    await waitAMinute(page);
    clock.nowMs += 61_000;
    await press('Send a new code');
    await expect.poll(() => server.codes).toHaveLength(2);
    await page.getByRole('timer').waitFor();
    await enter(server.codes[0]);
    await says('That code is wrong or has expired. Use the newest code.');
    await enter(server.codes[1]);
    await says(`Supabase knows who you are: ${e164}`);
  });
});

describe('Firebase', () => {
  const start = async (isGoogle = false) => {
    const clock = { nowMs: Date.now() };
    const server = await startFirebase(clock);
    const visitor = await visit('firebase', server, {
      'The apiKey of the web app’s config': apiKey,
      ...(!isGoogle && { 'An emulator, or empty for Google': server.origin }),
    });
    return { clock, server, ...visitor };
  };
  const known = `Firebase knows who you are: ${e164}, new here as user-2`;

  test('signs in, after a wrong code', async () => {
    const { server, says, ask, enter } = await start();
    await ask();
    await enter(anotherCode(server.codes[0] ?? ''));
    await says('That code isn’t right.');
    await enter(server.codes[0]);
    await says(known);
    expect(server.codes).toHaveLength(1);
  });

  test('takes the newest code', async () => {
    const { clock, server, page, press, says, ask, enter } = await start();
    await ask();
    await waitAMinute(page);
    clock.nowMs += 61_000;
    await press('Send a new code');
    await expect.poll(() => server.codes).toHaveLength(2);
    await page.getByRole('timer').waitFor();
    await enter(server.codes[0]);
    await says('That code isn’t right. Use the newest code.');
    await enter(server.codes[1]);
    await says(known.replace('user-2', 'user-3'));
  });

  test('at Google each message has a token of the project’s reCAPTCHA', async () => {
    const { server, page, press, says, ask, enter } = await start(true);
    server.settings.captcha = 'human at site-key';
    // Google is not asked here: the stand-in answers in its place, and the script of reCAPTCHA is played.
    await page.route('https://identitytoolkit.googleapis.com/**', async route => {
      const { pathname, search } = new URL(route.request().url());
      const response = await route.fetch({ url: server.origin + pathname + search });
      const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
      await route.fulfill({ response, headers });
    });
    await page.route('https://www.google.com/recaptcha/**', route =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `
          const made = [];
          globalThis.grecaptcha = {
            ready: act => act(),
            render: (box, settings) => made.push(settings) - 1,
            execute: id => made[id].callback('human at ' + made[id].sitekey),
          };
        `,
      }),
    );
    await ask();
    await waitAMinute(page);
    await press('Send a new code');
    await expect.poll(() => server.codes).toHaveLength(2);
    await page.getByRole('timer').waitFor();
    await enter(server.codes[1]);
    await says(known.replace('user-2', 'user-3'));
    expect(await page.locator('body > div').count()).toBe(0);
  });
});
