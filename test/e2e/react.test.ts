/** The components of React: drawn on a server, typed into, hydrated, and signed in with. */
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, onTestFinished, test } from 'vitest';
import { PhoneNumberField, PhoneSignIn } from '../../src/react/node.js';
import { launchBrowser, openPage } from './browser.js';
import { bundle } from './bundle.js';
import { startDemo } from './demo-server.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

const props = {
  endpoint: '/api/phone',
  defaultCountry: 'GB',
  countries: ['GB', 'IE'],
  skippable: true,
  className: 'mine',
} as const;

/** In the page: the same tree, with what only a page has. */
const source = `
  import { createElement as h, createRef, StrictMode } from 'react';
  import { hydrateRoot } from 'react-dom/client';
  import { PhoneNumberField, PhoneSignIn } from './src/react/client.ts';
  window.told = [];
  window.signIn = createRef();
  const props = {
    ...${JSON.stringify(props)},
    ref: signIn,
    onPhoneVerified: ({ outcome }) => told.push('verified ' + outcome.kind),
    onPhoneError: ({ code }) => told.push('error ' + code),
  };
  const tree = h(StrictMode, null,
    h(PhoneSignIn, props, h('p', { slot: 'legal' }, 'Terms')),
    h(PhoneNumberField, { label: 'Another', name: 'other', onPhoneNumberChange: ({ value }) => value && told.push(value) }));
  hydrateRoot(document.getElementById('root'), tree, { onRecoverableError: error => told.push(String(error)) });`;

test('a server draws it, with its attributes, and without what HTML cannot say', () => {
  const html = renderToString(
    createElement(PhoneSignIn, {
      ...props,
      backendOptions: { anonKey: 'key' },
      noPersist: false,
      captcha: () => Promise.resolve('token'),
      onPhoneVerified: () => undefined,
      drawn: { locale: 'de', nonce: 'abc' },
    }),
  );
  expect(html).toMatch(
    /^<phone-sign-in endpoint="\/api\/phone" default-country="GB" countries="GB,IE" skippable="" class="mine" backend-options="\{&quot;anonKey&quot;:&quot;key&quot;\}"><template shadowrootmode="open" shadowrootdelegatesfocus="">/,
  );
  expect(html).toContain('Code per SMS anfordern');
  expect(html.match(/<style nonce="abc">/g)).toHaveLength(3);
});

test('typed before hydration, kept; listeners, properties and the ref are there; React has nothing to say', async () => {
  const [demo, browser, script, words] = await Promise.all([
    startDemo(),
    launchBrowser(),
    bundle(source),
    wordsIn('en'),
  ]);
  onTestFinished(async () => {
    await browser.close();
    await demo.stop();
  });
  const page = await openPage(browser);
  const said: string[] = [];
  page.on('console', message => {
    // What each says of itself to developers.
    if (!/React DevTools|Lit is in dev mode/.test(message.text())) said.push(message.text());
  });
  const tree = [
    createElement(PhoneSignIn, { ...props, key: 1 }, createElement('p', { slot: 'legal' }, 'Terms')),
    createElement(PhoneNumberField, { label: 'Another', name: 'other', key: 2 }),
  ];
  await page.route('**/react.html', route =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>React</title><link rel="icon" href="data:,">
        <div id="root">${renderToString(tree)}</div><p>Below</p><script type="module" src="/held.js"></script></html>`,
    }),
  );
  let release = () => {};
  const released = new Promise<void>(done => (release = done));
  await page.route('**/held.js', async route => {
    await released;
    await route.fulfill({ contentType: 'text/javascript', body: script });
  });
  await page.goto(`${demo.address}react.html`, { waitUntil: 'commit' });
  const visitor = visit(page, demo, words);
  await visitor.numberField.click();
  await page.keyboard.type('740012302');
  release();
  await page.waitForFunction(() => document.querySelector('phone-sign-in')?.matches(':state(number)'));
  await page.keyboard.type('0');
  await page.getByText('+44 7400 123020').waitFor();
  expect(
    await page.evaluate(() => {
      const { signIn } = window as unknown as { signIn: { current: HTMLElementTagNameMap['phone-sign-in'] } };
      const { current } = signIn;
      return [current === document.querySelector('phone-sign-in'), current.countries, current.skippable];
    }),
  ).toEqual([true, ['GB', 'IE'], true]);

  await page.keyboard.press('Enter');
  await visitor.heading(words.enterCode).waitFor();
  await visitor.enterCode(await visitor.readCode('+447400123020'));
  await visitor.isSignedIn();
  await page.getByRole('textbox', { name: 'Another' }).fill('+447400123021');
  const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
  await expect.poll(told).toEqual(['verified session', '+447400123021']);
  expect(said).toEqual([]);
});
