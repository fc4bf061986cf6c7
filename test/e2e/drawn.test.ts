/** A page whose server has drawn the form: what a visitor meets before the script, and when it comes. */
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../src/define.js';
import { buildCdn } from '../../scripts/build-cdn.mjs';
import { renderPhoneSignIn, type Attributes, type RenderOptions } from '../../src/ssr/index.js';
import { styles } from '../../src/ssr/styles.js';
import { launchBrowser, openPage } from './browser.js';
import { bundle } from './bundle.js';
import { startDemo, type DemoServer } from './demo-server.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

let demo: DemoServer;
let browser: Browser;
/** Path → code, of the files that pages without a bundler load. */
let cdn: Map<string, string>;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const chunks = await buildCdn({ write: false });
  cdn = new Map(chunks.map(({ fileName, code }) => [`/cdn/${fileName}`, code]));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const attributes = { endpoint: '/api/phone', 'default-country': 'GB' };
const legal = '<p slot="legal">By continuing you agree to our <a href="/terms">terms</a>.</p>';

/** Each frame: what is seen of the form, but for the number and what is said of it; and how much has moved. */
const recorder = `
  window.looks = [];
  window.shift = 0;
  window.inputs = 0;
  addEventListener('input', () => inputs++);
  // Whatever waits for a moment waits for some frames.
  const soon = setTimeout;
  window.setTimeout = (run, milliseconds = 0) => soon(run, milliseconds + 100);
  new PerformanceObserver(list => { for (const { value } of list.getEntries()) shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
  const say = root => [...root.children].flatMap(element =>
    /^(style|link|noscript|script|input)$/.test(element.localName) || element.matches('.message, .late, dialog:not(:popover-open)') ? []
    : [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.nodeValue.trim()).filter(Boolean)
      .concat(element.shadowRoot ? say(element.shadowRoot) : [], say(element)));
  (function look() {
    const root = document.querySelector('phone-sign-in')?.shadowRoot;
    // Not while the form itself is still coming.
    if (root && document.querySelector('body > p')) {
      const line = say(root).join(' | ') + ' ' + root.querySelectorAll('form').length + ' '
        + root.host.getBoundingClientRect().height;
      if (looks.at(-1) !== line) looks.push(line);
    }
    requestAnimationFrame(look);
  })();`;

interface Opened {
  page: Page;
  /** Lets the script come. */
  readonly release: () => void;
}

interface Given {
  attributes?: Attributes;
  options?: RenderOptions;
  /** What stands in the page, where it is not what our own function draws. */
  body?: string;
  head?: string;
  script?: string;
  policy?: string;
  context?: BrowserContextOptions;
}

/** A page with a form that is drawn, and a script that waits. */
async function open({
  options,
  body,
  head = '',
  script,
  policy,
  context,
  ...given
}: Given = {}): Promise<Opened> {
  const page = await openPage(browser, context);
  let release = () => {};
  const released = new Promise<void>(done => (release = done));
  const drawn = body ?? renderPhoneSignIn(given.attributes ?? attributes, { content: legal, ...options });
  const html = `<!doctype html><html lang="${options?.locale ?? 'en'}"><head><meta charset="utf-8"><title>A page</title>
    <link rel="icon" href="data:,">${head}<script nonce="ours">${recorder}</script>
    <script type="module" src="/held.js"></script></head><body>${drawn}<p>Below</p></body></html>`;
  await page.route('**/drawn.html*', route =>
    route.fulfill({
      contentType: 'text/html',
      body: html,
      ...(policy && { headers: { 'content-security-policy': policy } }),
    }),
  );
  await page.route('**/held.js', async route => {
    await released;
    await route.fulfill({
      contentType: 'text/javascript',
      body: script ?? 'import "/cdn/phone-sign-in.js";',
    });
  });
  await page.route('**/cdn/**', route =>
    route.fulfill({
      contentType: 'text/javascript',
      body: cdn.get(new URL(route.request().url()).pathname) ?? '',
    }),
  );
  // The files of `phone-sign-in/ssr/*.css`, from the page's own origin.
  await page.route('**/form/*.css', route => {
    const [, name = ''] = /([\w-]+)\.css$/.exec(route.request().url()) ?? [];
    return route.fulfill({ contentType: 'text/css', body: styles[name as keyof typeof styles] });
  });
  await page.goto(`${demo.address}drawn.html`, { waitUntil: 'commit' });
  await page.getByText('Below').waitFor();
  return { page, release };
}

/** The element has drawn its own. */
const isTaken = (page: Page) =>
  page.waitForFunction(() => {
    const root = document.querySelector('phone-sign-in')?.shadowRoot;
    const field = root?.querySelector('phone-number-field')?.shadowRoot;
    return (
      root &&
      !root.querySelector('.late') &&
      field?.querySelector('phone-country-picker')?.shadowRoot?.firstElementChild
    );
  });

/** What the number's input holds: text, selection, and whether the keys go there. */
const inputOf = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector('phone-sign-in')!.shadowRoot!.querySelector('phone-number-field')!;
    const input = field.shadowRoot!.querySelector('input')!;
    const hasFocus = field.shadowRoot!.activeElement === input && document.hasFocus();
    return [input.value, input.selectionStart, input.selectionEnd, hasFocus];
  });

const two = `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`;
const looksOf = async (page: Page) => {
  await page.evaluate(two);
  return page.evaluate(() => (window as unknown as { looks: string[] }).looks);
};
const shiftOf = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift);

describe('typed before the script', () => {
  test('the number, its caret and the focus stay; nothing flashes or moves; it signs in', async () => {
    const { page, release } = await open();
    const words = await wordsIn('en');
    const visitor = visit(page, demo, words);
    await visitor.numberField.click();
    await page.keyboard.type('740012300');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const inputs = () => page.evaluate(() => (window as unknown as { inputs: number }).inputs);
    const typed = await inputs();
    const drawn = await page.evaluateHandle(() =>
      document.querySelector('phone-sign-in')!.shadowRoot!.querySelector('phone-number-field')!,
    );
    const first = await drawn.evaluateHandle(field => field.shadowRoot!.firstElementChild);
    release();
    await isTaken(page);
    // It is taken over by the sign-in, and does nothing of its own meanwhile.
    const isAsDrawn = (field: Element, child: Element | null) =>
      !field.isConnected && field.shadowRoot!.firstElementChild === child;
    expect(await drawn.evaluate(isAsDrawn, first)).toBe(true);
    expect(await inputs()).toBe(typed + 1);
    // Formatted by now, with the caret at its digit: "7400 1230|00".
    expect(await inputOf(page)).toEqual(['7400 12300', 8, 8, true]);
    await page.keyboard.press('End');
    await page.keyboard.type('9');
    expect(await looksOf(page)).toHaveLength(1);
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.01);
    await page.getByText('+44 7400 123009').waitFor();
    await page.keyboard.press('Enter');
    await visitor.heading(words.enterCode).waitFor();
    await visitor.enterCode(await visitor.readCode('+447400123009'));
    await visitor.isSignedIn();
  });

  test('a selection stays, and in a language that has to be fetched', async () => {
    const { page, release } = await open({ options: { locale: 'de' } });
    await page.getByRole('textbox', { name: 'Telefonnummer' }).click();
    await page.keyboard.type('7400123');
    await page.keyboard.press('Shift+Home');
    release();
    await isTaken(page);
    expect(await inputOf(page)).toEqual(['7400 123', 0, 8, true]);
    const looks = await looksOf(page);
    expect(looks).toEqual([expect.stringContaining('Code per SMS anfordern')]);
    expect(await shiftOf(page)).toBeLessThanOrEqual(0.01);
  });

  test('the focus of another part stays there, and a number that was left is kept', async () => {
    const { page, release } = await open({ attributes: { ...attributes, skippable: true } });
    await page.getByRole('textbox', { name: 'Phone number' }).fill('+33 6 12 34 56 78');
    await page.getByRole('button', { name: 'Not now' }).focus();
    release();
    await isTaken(page);
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part')),
      )
      .toBe('skip');
    const field = page.locator('phone-number-field');
    expect(
      await field.evaluate(element => (element as HTMLElementTagNameMap['phone-number-field']).value),
    ).toBe('+33612345678');
  });

  test('a number that the page began with is no person’s', async () => {
    const { page, release } = await open({ attributes: { ...attributes, phone: '+447400123456' } });
    release();
    await isTaken(page);
    await page.getByText('+44 7400 123456').waitFor();
    await page.evaluate(() => (document.querySelector('phone-sign-in')!.phone = '+33612345678'));
    await page.getByText('+33 6 12 34 56 78').waitFor();
  });

  test('a press of the button, or Enter, before the script leads nowhere', async () => {
    const { page, release } = await open();
    await page.getByRole('textbox', { name: 'Phone number' }).fill('7400123');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Text me a code' }).click();
    release();
    await isTaken(page);
    expect(page.url()).toBe(`${demo.address}drawn.html`);
    expect((await inputOf(page))[0]).toBe('7400 123');
  });
});

describe('under a strict policy', () => {
  const strict = `default-src 'none'; script-src 'self' 'nonce-ours'; connect-src 'self'; img-src data:; base-uri 'none'`;
  const violations = `window.violations = []; addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective + ' ' + event.blockedURI));`;
  const colour = (page: Page) =>
    page.evaluate(() => {
      const button = document.querySelector('phone-sign-in')!.shadowRoot!.querySelector('.submit')!;
      return getComputedStyle(button).backgroundColor;
    });

  test.each<[string, string, RenderOptions]>([
    ['with a nonce', `style-src 'nonce-ours'`, { nonce: 'ours' }],
    ['with style sheets of its own', `style-src 'self'`, { stylesheet: '/form' }],
  ])('%s it is drawn, and taken over', async (_name, style, options) => {
    const head = `<script nonce="ours">${violations}</script>`;
    const { page, release } = await open({ options, head, policy: `${strict}; ${style}` });
    await expect.poll(() => colour(page)).toBe('rgb(47, 85, 232)');
    release();
    await isTaken(page);
    expect(await colour(page)).toBe('rgb(47, 85, 232)');
    expect(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)).toEqual([]);
  });
});

test('without scripts the form says so, and its press leads nowhere', async () => {
  const { page } = await open({
    context: { javaScriptEnabled: false },
    options: { content: '<noscript slot="footer"><a href="/help">Call us</a></noscript>' },
  });
  // Playwright's own words for texts pass over what is in a `<noscript>`.
  const shown = (selector: string) => page.locator(`noscript ${selector}`).innerText();
  expect(await shown('p')).toBe('Turn on JavaScript to continue.');
  expect(await shown('a')).toBe('Call us');
  await page.getByRole('button', { name: 'Text me a code' }).click();
  expect(page.url()).toBe(`${demo.address}drawn.html`);
});

test('a script that does not come is told of after ten seconds, with nothing moved', async () => {
  const { page, release } = await open();
  const told = page.getByText('This form did not load. Reload the page.');
  const at = (milliseconds: number) =>
    page.evaluate(time => {
      const root = document.querySelector('phone-sign-in')!.shadowRoot!;
      for (const animation of root.getAnimations()) animation.currentTime = time;
      const { height } = root.host.getBoundingClientRect();
      return [getComputedStyle(root.querySelector('.late')!).visibility, height];
    }, milliseconds);
  const before = await at(9_900);
  const after = await at(10_100);
  expect([before[0], after[0]]).toEqual(['hidden', 'visible']);
  expect(after[1]).toBe(before[1]);
  expect(await told.isVisible()).toBe(true);
  release();
  await isTaken(page);
  expect(await told.count()).toBe(0);
  // The country that was drawn does not go away and come again.
  expect(await looksOf(page)).toHaveLength(1);
});

describe('drawn by Lit’s own renderer', () => {
  const support = 'import "@lit-labs/ssr-client/lit-element-hydrate-support.js";';
  const define = 'import "./src/define.ts";';

  test.each([
    ['with its support before us', `${support}${define}`],
    ['with its support behind us', `${define}${support}`],
    ['without it', define],
  ])('%s: one form, in the page’s language, with what was typed', async (_name, source) => {
    const rendered = render(
      html`<phone-sign-in endpoint="/api/phone" default-country="GB"
        ><p slot="legal">Terms</p></phone-sign-in
      >`,
    );
    const body = await collectResult(rendered);
    expect(body).toContain('shadowrootmode="open"');
    const { page, release } = await open({ body, script: await bundle(source), options: { locale: 'de' } });
    // It draws no text of a property: the label is not there yet.
    await page.getByRole('textbox').click();
    await page.keyboard.type('7400123');
    release();
    await isTaken(page);
    await page.getByRole('button', { name: 'Code per SMS anfordern' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(1);
    expect(await page.locator('form').count()).toBe(1);
    expect(await inputOf(page)).toEqual(['7400 123', 8, 8, true]);
  });
});
