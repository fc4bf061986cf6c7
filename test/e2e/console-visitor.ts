/** What a person does in the connector console; elements are found by role and name. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { consolePath } from '../../demo/console/wire.js';
import type { ConnectorFile, ConnectorName } from '../../src/server/connectors/index.js';
import { openPage } from './browser.js';
import type { DemoServer } from './demo-server.js';

export async function openConsole(
  browser: Browser,
  demo: DemoServer,
  name: ConnectorName | '' = '',
  options: BrowserContextOptions = {},
) {
  const page = await openPage(browser, { timezoneId: 'Europe/London', ...options });
  await page.goto(`${demo.address}demo/console/index.html${name && `#${name}`}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    field: (name: string) => page.getByLabel(name, { exact: true }),
    heading: (name: string) => page.getByRole('heading', { name }),
    dialog: page.getByRole('dialog'),
  };
}

/** Answers what the page then says. */
export async function sendTest(page: Page): Promise<string> {
  await page.getByRole('textbox', { name: 'To this number' }).fill('+447400123901');
  await page.getByRole('button', { name: 'Send test message' }).click();
  const result = page.locator('.result');
  // As long as a provider may take.
  await result.waitFor({ timeout: 20_000 });
  return result.innerText();
}

/** The errors that `aria-describedby` ties to an element. */
export function errorsOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluate(element => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    const errors = ids.filter(id => id.endsWith('-error'));
    return errors.map(id => document.getElementById(id)?.textContent ?? '');
  });
}

/** Past the page, as it was done before a test. */
export function callConsole(
  { port }: DemoServer,
  method: string,
  name: ConnectorName,
  file?: ConnectorFile,
): Promise<Response> {
  return fetch(`http://localhost:${port}${consolePath}/${name}`, {
    method,
    ...(file && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: JSON.stringify(file) }),
    }),
  });
}
