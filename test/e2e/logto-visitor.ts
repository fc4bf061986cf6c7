/** A person who was sent to Logto to sign in, on the page that stands in for Logto's own. */
import { readFileSync } from 'node:fs';
import type { Browser, Page, Request } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { startLogto, type Logto, type LogtoOptions } from '../contract/logto-server.js';
import type { BuiltPages } from './backend-pages.js';
import { openPage } from './browser.js';

const guide = readFileSync(new URL('../../docs/backends.md', import.meta.url), 'utf8');
/** The paths that the guide's proxy leaves to Logto: as a reader sets it up. */
const ofLogto = new RegExp(/location ~ (\S+) \{/.exec(guide)?.[1] ?? 'the guide has no location');

export const digits = '447400123001';
export const phone = '+44 7400 123001';
export const other = '+44 7400 123002';
export const otherDigits = '447400123002';
export const password = 'Xk9!vPq2#zLm';

export interface Visit {
  readonly page: Page;
  readonly logto: Logto;
  heading: (name: string) => Promise<void>;
  says: (text: string | RegExp) => Promise<void>;
  press: (name: string) => Promise<void>;
  link: (name: string) => Promise<void>;
  /** Resolves when the widget has heard what Logto's sign-in is like: it waits for that for a few seconds only. */
  type: (phone: string) => Promise<void>;
  /** Types a number and asks for a code; resolves when the code can be entered. */
  ask: (phone?: string) => Promise<void>;
  /** The newest code, unless another is given. */
  enter: (code?: string) => Promise<void>;
  /** To another step of the same interaction. */
  goTo: (path: string) => Promise<void>;
  /** A password was right: what a first step of the page's owner does before the phone's. */
  passPassword: () => Promise<void>;
  /** A social account was right, whose number is this one: as after its own page. Answers its verification. */
  passSocial: (phone?: string) => Promise<string>;
  /** Back in the application, with a code for tokens. */
  isBack: () => Promise<void>;
  /** The calls of Logto's Experience API since the page was opened, without what they begin with. */
  calls: () => string[];
}

export interface VisitOptions extends LogtoOptions {
  /** Mends the page before it is served, as its owner does. */
  edit?: (html: string) => string;
  appId?: string;
}

export async function visitLogto(
  browser: Browser,
  ui: BuiltPages,
  options: VisitOptions = {},
): Promise<Visit> {
  const { edit = html => html, appId, ...logtoOptions } = options;
  const html = edit(ui.read('index.html'));
  const files = ui.listener(() => html);
  const logto = await startLogto({
    ...logtoOptions,
    isOurs: path => ofLogto.test(path),
    pages: (request, response) => {
      if (!request.url?.startsWith('/app/')) return files(request, response);
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Back in the application</h1>');
    },
  });
  const page = await openPage(browser);
  onTestFinished(() => logto.close());
  let isTold = false;
  page.on('framenavigated', frame => (isTold &&= frame !== page.mainFrame()));
  // The page asks for the same, and takes anything.
  const isWidgets = (request: Request) =>
    request.url().endsWith('/sign-in-exp') && request.headers()['accept'] === 'application/json';
  page.on('requestfinished', request => (isTold ||= isWidgets(request)));
  await page.clock.install();
  await page.goto(logto.authorizeUrl(appId));

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const visit: Visit = {
    page,
    logto,
    heading: name => page.getByRole('heading', { name, exact: true }).waitFor(),
    says: text => page.getByText(text, { exact: true }).locator('visible=true').first().waitFor(),
    press: name => button(name).click(),
    link: name => page.getByRole('link', { name, exact: true }).click(),
    async type(phone) {
      await page.getByRole('textbox', { name: 'Phone number' }).fill(phone);
      await expect.poll(() => isTold, { timeout: 20_000 }).toBe(true);
    },
    async ask(phone) {
      if (phone) await visit.type(phone);
      await visit.press('Text me a code');
      await visit.heading('Enter your code');
    },
    async enter(code = logto.sms.at(-1)?.code ?? 'nothing was texted') {
      await page.getByRole('textbox', { name: '6-digit code' }).focus();
      await page.keyboard.type(code);
    },
    async goTo(path) {
      await page.goto(logto.origin + path);
    },
    async passPassword() {
      logto.settings.passwordSignIn = true;
      await page.evaluate(
        async ({ value, password }) => {
          const post = async (method: string, path: string, body: object) => {
            const headers = { 'content-type': 'application/json' };
            const init = { method, headers, body: JSON.stringify(body) };
            const response = await fetch(`/api/experience${path}`, init);
            if (!response.ok) throw new Error(await response.text());
            return response;
          };
          await post('PUT', '', { interactionEvent: 'SignIn' });
          const identifier = { type: 'phone', value };
          const answer = await post('POST', '/verification/password', { identifier, password });
          await post('POST', '/identification', (await answer.json()) as object);
        },
        { value: digits, password },
      );
      logto.server.forget();
    },
    async passSocial(phone = digits) {
      const id = await page.evaluate(async phone => {
        const headers = { 'content-type': 'application/json' };
        const send = (method: string, path: string, body: object) =>
          fetch(`/api/experience${path}`, { method, headers, body: JSON.stringify(body) });
        await send('PUT', '', { interactionEvent: 'SignIn' });
        const answer = await send('POST', '/verification/social/stand-in/verify', {
          social: 'google',
          phone,
        });
        return ((await answer.json()) as { verificationId: string }).verificationId;
      }, phone);
      logto.server.forget();
      return id;
    },
    async isBack() {
      await page.getByRole('heading', { name: 'Back in the application' }).waitFor();
      expect(new URL(page.url()).searchParams.get('code')).toBeTruthy();
    },
    calls: () =>
      logto.server.requests
        .map(({ method, url }) => `${method} ${url.replace('/api/experience', '')}`)
        .filter((_, at) => logto.server.requests[at]?.url.startsWith('/api/experience')),
  };
  return visit;
}

/** What begins an interaction and sends its code. */
export const begun = ['PUT ', 'POST /verification/verification-code'];
export const checked = 'POST /verification/verification-code/verify';
export const identified = 'POST /identification';
export const submitted = 'POST /submit';
