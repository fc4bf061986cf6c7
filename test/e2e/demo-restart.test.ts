import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { startDemo } from './demo-server.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

/** Vite's client reloads a page whose server was away, which is no part of the demo: its socket seems to stay open. */
async function openWithoutReload(): Promise<Page> {
  const page = await openPage(browser);
  await page.routeWebSocket(/./, () => undefined);
  return page;
}

test('a server that dies while a code is checked: the step stays, and trying again works once it is back', async () => {
  const page = await openWithoutReload();
  const words = await wordsIn('en');
  const visitor = visit(page, demo, words);
  await page.goto(demo.address);
  await visitor.askForCode('+447400124001');
  const code = await visitor.readCode('+447400124001');

  await demo.kill();
  await visitor.enterCode(code);
  await page.getByText(words.noConnection).first().waitFor();
  await visitor.heading(words.enterCode).waitFor();
  await page.getByText('+44 7400 124001').waitFor();
  expect(await visitor.codeField.inputValue()).toBe(code);

  await demo.revive();
  await visitor.button(words.tryAgain).click();
  await visitor.isSignedIn();
});

test('a server that dies before a code is sent: the number stays, and trying again sends one message', async () => {
  const page = await openWithoutReload();
  const words = await wordsIn('en');
  const visitor = visit(page, demo, words);
  await page.goto(demo.address);
  await visitor.numberField.fill('+44 7400 124002');
  const settings = page.waitForResponse(/\/api\/phone\/config$/);
  await visitor.button(words.send).focus();
  await settings;
  // Written as the country writes it: the plan is here.
  const written = () => visitor.numberField.inputValue();
  await expect.poll(written).toContain('7400 124002');

  await demo.kill();
  await visitor.button(words.send).click();
  await page.getByText(words.noConnection).first().waitFor();
  await visitor.heading(words.heading).waitFor();
  expect(await written()).toContain('7400 124002');

  await demo.revive();
  await visitor.button(words.send).click();
  await visitor.heading(words.enterCode).waitFor();
  expect(await demo.messagesTo('+447400124002')).toHaveLength(1);
});

test('a taken port is said, and the next one taken', async () => {
  const second = await startDemo({ port: demo.port });
  onTestFinished(() => second.stop());
  expect(second.port).toBeGreaterThan(demo.port);
  expect(second.printed.join('\n')).toContain(`Port ${demo.port} is in use, trying another one`);
  expect((await fetch(second.address)).status).toBe(200);
});
