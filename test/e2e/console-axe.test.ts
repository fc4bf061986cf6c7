/** axe-core finds nothing in the connector console, and it fits from 360 pixels on. */
import type * as axeCore from 'axe-core';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openConsole } from './console-visitor.js';
import { browser, demo } from './demo-in-browser.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function check(page: Page): Promise<void> {
  await page.addScriptTag({ path: axePath });
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
  expect(violations).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide).toBeLessThanOrEqual(0);
}

describe.each([
  ['light', 1440],
  ['dark', 360],
] as const)('%s, %d pixels', (colorScheme, width) => {
  const options = { colorScheme, viewport: { width, height: 900 } };

  test('the list', async () => {
    const { page } = await openConsole(browser, demo, '', options);
    await page.locator('a.card').first().waitFor();
    await check(page);
  });

  test.each(['twilio', 'aliyun'] as const)('the form of %s with its errors', async name => {
    const { button, page } = await openConsole(browser, demo, name, options);
    await page.getByText('Five more purposes').click();
    await button('Save and make live').click();
    await page.getByText('Some fields need another look.').waitFor();
    await check(page);
  });

  test('the file, the guide, and the JSON view', async () => {
    const { button, dialog, field, page } = await openConsole(browser, demo, 'http', options);
    await field('Endpoint').fill('https://sms.example.com/send');
    await field('Authorization Header').fill('Bearer of good news');
    await button('Copy as file…').click();
    await dialog.waitFor();
    await check(page);
    await page.keyboard.press('Escape');
    await button('Guide').click();
    await dialog.getByRole('heading', { name: 'Payload' }).waitFor();
    await check(page);
    await page.keyboard.press('Escape');
    await page.getByText('JSON', { exact: true }).click();
    await check(page);
  });
});
