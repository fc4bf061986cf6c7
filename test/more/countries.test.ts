/** The main job in many countries: a number as people there write it is pasted, texted and signed in with. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openPage } from '../e2e/browser.js';
import { startDemo, type DemoServer } from '../e2e/demo-server.js';
import { visit } from '../e2e/visitor.js';
import { wordsIn } from '../e2e/words.js';

/** The country chosen before, what is pasted, the number that gets the message, and the country shown then. */
const numbers: [string, string, string, string][] = [
  ['US', '(201) 555-0123', '+12015550123', 'US'],
  ['US', '+1 416 555 0123', '+14165550123', 'CA'],
  ['US', '1-876-555-0123', '+18765550123', 'JM'],
  ['RU', '8 (912) 345-67-89', '+79123456789', 'RU'],
  ['RU', '+7 701 234 56 78', '+77012345678', 'KZ'],
  ['GB', '07400 123456', '+447400123456', 'GB'],
  ['GB', '+44 7781 123456', '+447781123456', 'GG'],
  ['IT', '312 345 6789', '+393123456789', 'IT'],
  ['US', '+39 06 4567 8901', '+390645678901', 'IT'],
  ['AR', '011 15 2345-6789', '+5491123456789', 'AR'],
  ['AR', '+54 9 11 2345 6789', '+5491123456789', 'AR'],
  ['MX', '044 222 123 4567', '+522221234567', 'MX'],
  ['MX', '+52 1 222 123 4567', '+522221234567', 'MX'],
  ['DE', '01512 3456789', '+4915123456789', 'DE'],
  ['FR', '06 12 34 56 78', '+33612345678', 'FR'],
  ['ES', '612 34 56 78', '+34612345678', 'ES'],
  ['PT', '912 345 678', '+351912345678', 'PT'],
  ['NL', '06 12345678', '+31612345678', 'NL'],
  ['BE', '0470 12 34 56', '+32470123456', 'BE'],
  ['CH', '078 123 45 67', '+41781234567', 'CH'],
  ['AT', '0664 123456', '+43664123456', 'AT'],
  ['SE', '070-123 45 67', '+46701234567', 'SE'],
  ['NO', '406 12 345', '+4740612345', 'NO'],
  ['DK', '32 12 34 56', '+4532123456', 'DK'],
  ['FI', '041 2345678', '+358412345678', 'FI'],
  ['PL', '512 345 678', '+48512345678', 'PL'],
  ['CZ', '601 123 456', '+420601123456', 'CZ'],
  ['UA', '050 123 4567', '+380501234567', 'UA'],
  ['TR', '0501 234 56 78', '+905012345678', 'TR'],
  ['GR', '691 234 5678', '+306912345678', 'GR'],
  ['IL', '050-234-5678', '+972502345678', 'IL'],
  ['SA', '٠٥١٢٣٤٥٦٧٨', '+966512345678', 'SA'],
  ['AE', '050 123 4567', '+971501234567', 'AE'],
  ['EG', '0100 123 4567', '+201001234567', 'EG'],
  ['NG', '0802 123 4567', '+2348021234567', 'NG'],
  ['ZA', '071 123 4567', '+27711234567', 'ZA'],
  ['IN', '081234 56789', '+918123456789', 'IN'],
  ['CN', '131 2345 6789', '+8613123456789', 'CN'],
  ['TW', '0912 345 678', '+886912345678', 'TW'],
  ['HK', '5123 4567', '+85251234567', 'HK'],
  ['JP', '090-1234-5678', '+819012345678', 'JP'],
  ['KR', '010-2000-0000', '+821020000000', 'KR'],
  ['TH', '081 234 5678', '+66812345678', 'TH'],
  ['VN', '0912 345 678', '+84912345678', 'VN'],
  ['ID', '0812-345-678', '+62812345678', 'ID'],
  ['AU', '0412 345 678', '+61412345678', 'AU'],
  ['NZ', '021 123 4567', '+64211234567', 'NZ'],
  ['BR', '(11) 96123-4567', '+5511961234567', 'BR'],
  ['CL', '2 2123 4567', '+56221234567', 'CL'],
];

let demo: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await demo.stop();
});

test.each(numbers)('%s: %s signs %s in, of %s', async (chosen, pasted, e164, country) => {
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
