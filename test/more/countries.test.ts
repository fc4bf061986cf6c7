/** The main job in many countries: a number as people there write it is pasted, texted and signed in with. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../e2e/browser.js';
import { startDemo, type DemoServer } from '../e2e/demo-server.js';
import { visit } from '../e2e/visitor.js';
import { wordsIn } from '../e2e/words.js';
import { pastedNumbers } from '../fixtures/pasted-numbers.js';

/** What comes of the others is in `test/unit/phone/pasted-numbers.test.ts`. */
const some = pastedNumbers.filter((_, at) => at % 4 === 0);

let demo: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

test.each(some)('%s: %s signs %s in, of %s', async (chosen, pasted, e164, country) => {
  const page = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  const visitor = visit(page, demo, await wordsIn('en'));
  await page.goto(demo.address);
  await visitor.numberField.waitFor();
  const field = await page.evaluateHandle(() =>
    document.querySelector('phone-sign-in')!.shadowRoot!.querySelector('phone-number-field')!,
  );
  // A country is guessed at first; this person has chosen one.
  await expect.poll(() => field.evaluate(element => element.country)).toBeTruthy();
  await field.evaluate((element, code) => (element.country = code as never), chosen);
  await page.evaluate(text => navigator.clipboard.writeText(text), pasted);
  await visitor.numberField.focus();
  await page.keyboard.press('Control+V');
  await expect.poll(() => field.evaluate(({ country, value }) => [country, value])).toEqual([country, e164]);

  await page.keyboard.press('Enter');
  const anyway = visitor.button('Send anyway');
  await visitor.codeField.or(anyway).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await visitor.codeField.waitFor();
  await visitor.enterCode(await visitor.readCode(e164));
  await visitor.isSignedIn();
});
