/**
 * Pictures of every step and error, to be looked at: `npm run screenshots [-- --locales=en,th --widths=320,480
 * --schemes=light,dark,forced,forced-dark,contrast,large]` writes screenshots/<locale>-<scheme>-<width>-<part>.png.
 * `large` is text at 200 %. `--from=channels` leaves out what comes before the state of this name.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { languages } from './languages/index.mjs';

const { values: options } = parseArgs({
  options: {
    locales: { type: 'string', default: ['en', ...Object.keys(languages)].join(',') },
    widths: { type: 'string', default: '320,480' },
    schemes: { type: 'string', default: 'light,dark' },
    from: { type: 'string', default: 'number' },
  },
});

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'screenshots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const server = await createServer({
  configFile: false,
  root,
  logLevel: 'error',
  server: { port: 0, hmr: false, watch: null },
  // Found while a page is open, they would be made anew, and what the page waits for would be gone.
  optimizeDeps: {
    entries: ['src/define.ts'],
    include: [
      'lit',
      '@lit/localize/internal/runtime-msg.js',
      '@lit/localize/internal/str-tag.js',
      'libphonenumber-js/core/es6',
    ],
  },
});
await server.listen();
const address = server.httpServer?.address();
const origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumFlags });

/** @typedef {import('playwright-core').Page} Page */

/** What each scheme is for the browser. @type {Record<string, import('playwright-core').BrowserContextOptions>} */
const schemes = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
  'forced-dark': { colorScheme: 'dark', forcedColors: 'active' },
  contrast: { colorScheme: 'light', contrast: 'more' },
  large: { colorScheme: 'light' },
};

const widget = `<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<style>:root { color-scheme: light dark; font-family: system-ui, sans-serif }
body { margin: 0; padding: 16px; background: light-dark(#eceff4, #0b0d12) }</style>
<script type="module" src="/src/define.ts"></script>
<phone-sign-in endpoint="/api/phone" default-country="GB"><p slot="legal">By continuing you agree to the <a href="#">Terms</a>.</p></phone-sign-in>`;

/** @param {number} status @param {object} body */
const problem = (status, body) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify(body),
});

/** A challenge as the server answers it. */
const challenge = {
  id: 'x'.repeat(22),
  purpose: 'sign-in',
  maskedPhone: '+44 ••••••3456',
  codeLength: 6,
  expiresIn: 600,
  resendIn: 60,
  attemptsLeft: 5,
};

/**
 * @param {Page} page
 * @param {string} path
 * @param {object | 'fail' | 'hang'} answer
 */
async function answerWith(page, path, answer) {
  await page.unroute(path);
  await page.route(path, route => {
    if (answer === 'fail') return route.abort();
    if (answer === 'hang') return new Promise(() => undefined);
    return route.fulfill(/** @type {object} */ (answer));
  });
}

const number = (/** @type {Page} */ page) => page.locator('input[type=tel]');
const press = (/** @type {Page} */ page) => page.locator('button[type=submit]').first().click();
const type = async (/** @type {Page} */ page, /** @type {string} */ text) => {
  await number(page).fill('');
  await number(page).pressSequentially(text);
};
const code = async (/** @type {Page} */ page, /** @type {string} */ digits) => {
  await page.locator('phone-code-field input').click();
  await page.keyboard.type(digits);
};

/** A backend that asks for something after the code, and finds every password too short. @param {object} next */
const asked = next => async (/** @type {Page} */ page) => {
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await page.evaluate(async next => {
    /** @type {unknown} */
    const module = await import(/* @vite-ignore */ String('/src/errors.ts'));
    const errors = /** @type {typeof import('../src/errors.js')} */ (module);
    const { PhoneError } = errors;
    const [codeLength, later] = [6, Date.now() + 600_000];
    const sent = { codeLength, alphabet: 'digits', expiresAtMs: later, resendAtMs: later, state: undefined };
    const backend = {
      capabilities: { purposes: ['sign-in'], knowsPhone: true },
      requestCode: (/** @type {object} */ request) => Promise.resolve({ ...sent, ...request }),
      verifyCode: () => Promise.resolve({ kind: 'next', next }),
      continueWith: () => Promise.reject(new PhoneError('password_rejected', { minLength: 12 })),
    };
    Object.assign(document.querySelector('phone-sign-in') ?? {}, { backend });
  }, next);
  await type(page, '7400123456');
  await press(page);
  await page.locator('phone-code-field input').waitFor();
  await code(page, '482107');
  await page.locator('phone-code-field').waitFor({ state: 'detached' });
};

/** A backend with passwords, all of them wrong. @param {Page} page */
const withPassword = async page => {
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await page.evaluate(async () => {
    /** @type {unknown} */
    const module = await import(/* @vite-ignore */ String('/src/errors.ts'));
    const { PhoneError } = /** @type {typeof import('../src/errors.js')} */ (module);
    const [codeLength, later] = [6, Date.now() + 600_000];
    const sent = { codeLength, expiresAtMs: later, resendAtMs: later, state: undefined };
    const backend = {
      capabilities: {
        purposes: ['sign-in', 'forgot-password'],
        knowsPhone: true,
        firstFactors: ['password', 'code'],
      },
      requestCode: (/** @type {{ purpose: string }} */ request) =>
        Promise.resolve({ ...sent, ...request, isUncertain: request.purpose !== 'sign-in' }),
      continueWith: () => Promise.reject(new PhoneError('server_error')),
      signInWithPassword: () => Promise.reject(new PhoneError('credentials_invalid')),
    };
    Object.assign(document.querySelector('phone-sign-in') ?? {}, { backend, firstFactor: 'password' });
  });
  await type(page, '7400123456');
};
const link = (/** @type {Page} */ page, /** @type {number} */ at) =>
  page.locator('.aside button').nth(at).click();

const channels = ['sms', 'whatsapp', 'voice'];

/** Begun anew, at a server with three channels. @param {Page} page @param {string} first the page's channel */
const withChannels = async (page, first) => {
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 320, height: 900 });
  await answerWith(page, '**/config', { json: { purposes: ['sign-in'], codeLength: 6, channels } });
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await page.locator('phone-sign-in').evaluate((signIn, channel) => {
    signIn.setAttribute('channel', channel);
  }, first);
};

/** What is said before a code comes by a channel. @param {Page} page @param {string} channel */
const toCome = async (page, channel) => {
  await withChannels(page, channel);
  await type(page, '7400123456');
  await page.locator('.message', { hasText: /\p{L}/u }).waitFor();
};

/** A code that came by a channel. @param {Page} page @param {string} channel @param {number} resendIn */
const byChannel = async (page, channel, resendIn) => {
  const json = { ...challenge, resendIn, channel, channels };
  await withChannels(page, channel);
  await answerWith(page, '**/challenges', { status: 201, json });
  await answerWith(page, '**/resend', { status: 200, json });
  await type(page, '7400123456');
  await press(page);
  await page.locator('phone-code-field input').waitFor();
};

/** Six in a row, four rows. */
const perSheet = 24;

/** In the order in which a person can meet them; each goes on from the one before. @type {[string, (page: Page) => Promise<unknown>][]} */
const states = [
  ['number', page => number(page).click()],
  ['missing', press],
  ['too short', async page => (await type(page, '7400'), press(page))],
  ['too long', async page => (await type(page, '7400123456789'), press(page))],
  ['no such code', async page => (await type(page, '+9991234567'), press(page))],
  ['refused key', page => (number(page).fill(''), number(page).pressSequentially('7400x'))],
  ['landline', async page => (await type(page, '2079460958'), press(page))],
  ['possible', page => type(page, '7400123456')],
  ['picker', page => page.locator('.country').click()],
  ['search', page => page.keyboard.type('44')],
  ['nothing found', page => page.keyboard.type('zz')],
  [
    'offline',
    async page => (
      await page.keyboard.press('Escape'),
      await answerWith(page, '**/challenges', 'fail'),
      press(page)
    ),
  ],
  [
    'rate limited',
    async page => (
      await answerWith(page, '**/challenges', problem(429, { code: 'rate_limited', retryAfter: 42 })),
      press(page)
    ),
  ],
  [
    'just sent',
    async page => (
      await type(page, '7400123458'),
      await answerWith(page, '**/challenges', problem(429, { code: 'just_sent', retryAfter: 42 })),
      press(page)
    ),
  ],
  [
    'delivery failed',
    async page => (
      await type(page, '7400123457'),
      await answerWith(page, '**/challenges', problem(502, { code: 'delivery_failed' })),
      press(page)
    ),
  ],
  [
    'server down',
    async page => (
      await answerWith(page, '**/challenges', { status: 502, contentType: 'text/html', body: '<p>' }),
      press(page)
    ),
  ],
  [
    'invalid',
    async page => (
      await answerWith(page, '**/challenges', problem(422, { code: 'invalid_phone' })),
      press(page)
    ),
  ],
  [
    'misconfigured',
    async page => (
      await answerWith(page, '**/challenges', { status: 404, contentType: 'text/html', body: '<p>' }),
      press(page)
    ),
  ],
  ['sending', async page => (await answerWith(page, '**/challenges', 'hang'), press(page))],
  [
    'code',
    async page => {
      await page.reload();
      await answerWith(page, '**/challenges', { status: 201, json: challenge });
      await type(page, '7400123456');
      await press(page);
      await page.locator('phone-code-field input').waitFor();
    },
  ],
  ['two digits', page => code(page, '48')],
  ['too early', page => page.keyboard.press('Enter')],
  ['refused letter', page => page.keyboard.type('x')],
  ['verifying', async page => (await answerWith(page, '**/verify', 'hang'), page.keyboard.type('2107'))],
  [
    'wrong',
    async page => {
      await page.reload();
      await answerWith(page, '**/verify', problem(422, { code: 'code_invalid', attemptsLeft: 3 }));
      await code(page, '482107');
    },
  ],
  [
    'no connection',
    async page => (await answerWith(page, '**/verify', 'fail'), page.keyboard.type('482108')),
  ],
  [
    'too many',
    async page => (
      await answerWith(page, '**/verify', problem(410, { code: 'too_many_attempts', attemptsLeft: 0 })),
      page.keyboard.type('482109')
    ),
  ],
  [
    'expired',
    async page => {
      await page.reload();
      await answerWith(page, '**/verify', problem(410, { code: 'code_expired' }));
      await answerWith(page, '**/challenges', { status: 201, json: { ...challenge, resendIn: 0 } });
      await type(page, '7400123456');
      await press(page);
      await page.locator('phone-code-field input').waitFor();
      await code(page, '482107');
    },
  ],
  [
    'sent again',
    async page => {
      await page.reload();
      await press(page);
      await page.locator('phone-code-field input').waitFor();
      await answerWith(page, '**/resend', { status: 200, json: { ...challenge, resendIn: 0 } });
      await page.locator('phone-resend-button button').click();
    },
  ],
  ['and again', page => page.locator('phone-resend-button button').click()],
  [
    'resend limited',
    async page => {
      await page.reload();
      await page.locator('phone-code-field input').waitFor();
      await answerWith(page, '**/resend', problem(429, { code: 'rate_limited', retryAfter: 240 }));
      await page.locator('phone-resend-button button').click();
    },
  ],
  [
    'done',
    async page => {
      await answerWith(page, '**/verify', { status: 200, json: { result: 'session', claims: {} } });
      await code(page, '482107');
    },
  ],
  ['new password', asked({ kind: 'new-password', minLength: 12 })],
  ['no password', page => page.keyboard.press('Enter')],
  ['too short a password', async page => (await page.keyboard.type('secret'), page.keyboard.press('Enter'))],
  ['register?', asked({ kind: 'confirm-register' })],
  ['sign in?', asked({ kind: 'confirm-sign-in' })],
  ['second factor', asked({ kind: 'send-code', maskedPhone: '••••••0009' })],
  ['bind', asked({ kind: 'new-phone', purpose: 'bind-mfa', canSkip: true })],
  ['suggested', asked({ kind: 'suggest-mfa', canConfirm: true })],
  ['not here', asked({ kind: 'suggest-mfa', canConfirm: false })],
  ['password next', withPassword],
  ['password', async page => (await press(page), page.locator('phone-password-field input').waitFor())],
  ['wrong password', async page => (await page.keyboard.type('secret'), page.keyboard.press('Enter'))],
  ['code instead', page => link(page, 1)],
  [
    'forgotten',
    async page => (
      await withPassword(page),
      await press(page),
      await link(page, 0),
      page.locator('phone-code-field input').waitFor()
    ),
  ],
  ['channels', page => toCome(page, 'whatsapp')],
  ['a call to come', page => toCome(page, 'voice')],
  [
    'landline, to be called',
    async page => (await withChannels(page, 'sms'), await type(page, '2079460958'), press(page)),
  ],
  ['by WhatsApp', page => byChannel(page, 'whatsapp', 60)],
  ['by a call', page => byChannel(page, 'voice', 60)],
  ['other ways', page => byChannel(page, 'sms', 0)],
  ['other than WhatsApp', page => byChannel(page, 'whatsapp', 0)],
  ['other than a call', page => byChannel(page, 'voice', 0)],
  ['called again', page => page.locator('phone-resend-button button').click()],
  ['and again', page => page.locator('phone-resend-button button').click()],
];

const begin = states.findIndex(([name]) => name === options.from);
if (begin < 0) throw new Error(`No state is named ${options.from}`);

for (const locale of options.locales.split(',')) {
  for (const scheme of options.schemes.split(',')) {
    for (const width of options.widths.split(',').map(Number)) {
      const context = await browser.newContext({
        viewport: { width, height: scheme === 'large' ? 1000 : 560 },
        ...schemes[scheme],
        locale: 'en-GB',
      });
      const page = await context.newPage();
      await page.route('**/widget', route =>
        route.fulfill({
          contentType: 'text/html',
          body: widget.replace(
            '<meta',
            `<html lang="${locale}"${scheme === 'large' ? ' style="font-size: 200%"' : ''}><meta`,
          ),
        }),
      );
      await page.goto(`${origin}/widget`);
      await page.locator('phone-sign-in h2').waitFor();
      await page.locator('input[type=tel]:not([placeholder=""])').waitFor();
      /** @type {string[]} */
      const pictures = [];
      for (const [name, act] of states.slice(begin)) {
        await act(page);
        // Two frames after the network is quiet: what is announced or fetched then has been drawn.
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await page.waitForTimeout(150);
        const isWaiting = ['sending', 'verifying'].includes(name);
        if (!isWaiting) await page.locator('.spinner').first().waitFor({ state: 'detached' });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
        // The widget stands at the start of a wide page, and is no wider than this: 23.5em and some space.
        const clip = { x: 0, y: 0, width: Math.min(width, scheme === 'large' ? 880 : 480), height };
        const png = await page.screenshot({ animations: 'disabled', clip });
        pictures.push(
          `<figure><figcaption>${name}${overflow ? ' OVERFLOW' : ''}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
        );
        if (overflow) console.log(`${locale} ${scheme} ${width}: "${name}" is wider than the page`);
      }
      await context.close();
      // As much on one sheet as can be read when it fills a screen.
      const sheet = await browser.newPage({ viewport: { width: 1500, height: 800 } });
      for (let at = 0; at < pictures.length; at += perSheet) {
        await sheet.setContent(
          `<style>body{display:grid;grid-template-columns:repeat(6,1fr);gap:6px;margin:6px;font:12px sans-serif;background:#888}figure{margin:0}img{display:block;width:100%}</style>${pictures.slice(at, at + perSheet).join('')}`,
        );
        const name = `${locale}-${scheme}-${width}-${at / perSheet + 1}.png`;
        await sheet.screenshot({ path: resolve(folder, name), fullPage: true });
        console.log(`screenshots/${name}`);
      }
      await sheet.close();
    }
  }
}

await browser.close();
await server.close();
