/** A page under a strict policy, a walk through it, and what must not have happened then. */
import { strict as assert } from 'node:assert';
import type { Setting } from '../cases.js';
import { until } from '../driver.js';
import { faults } from '../faults.js';
import { sent } from '../person.js';
import { wait } from './steps.js';

export const nonce = 'c2lnbi1pbi1ub25jZQ';
export const policy = [
  "default-src 'none'",
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  "style-src 'none'",
  "connect-src 'self'",
  'img-src data:',
  "require-trusted-types-for 'script'",
  'trusted-types lit-html phone-sign-in',
].join('; ');

export interface PageOptions {
  before?: string;
  after?: string;
  attributes?: string;
  scriptAttributes?: string;
}

export function strictPage(world: Setting['world'], options: PageOptions = {}): void {
  const { before = '', after = '', attributes = 'endpoint="/api/phone"', scriptAttributes = '' } = options;
  world.pages.set('/', {
    headers: { 'content-security-policy': policy },
    body: `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Strict</title>
<link rel="icon" href="data:,"><script nonce="${nonce}" src="/help.js"></script>${before}
<script type="module" nonce="${nonce}" ${scriptAttributes} src="/cdn/phone-sign-in.js"></script>${after}</head>
<body><phone-sign-in locale="en" default-country="GB" ${attributes}></phone-sign-in><own-greeting></own-greeting></body></html>`,
  });
}

/** Everything that can be seen: the list, every kind of error, a new code, the end. */
export async function goThrough(setting: Setting): Promise<void> {
  const { world, tab, person } = setting;
  await person.visit();
  await person.click('country');
  await until(
    () => tab.evaluate(() => !!globalThis.probe.focused()?.matches('[role=combobox]')),
    () => 'the list is open',
  );
  await person.type('united');
  await person.press('ArrowDown');
  await person.press('Escape');
  await person.click('submit');
  await person.reads('Enter your phone number.');
  await person.enterNumber();
  world.faults.set('/challenges', faults['502 with HTML']);
  await person.press('Enter');
  await person.reads('Something went wrong. Try again.');
  world.faults.clear();
  await person.click('submit');
  await person.reaches('code');
  await person.type(world.messages[0]!.code === '000000' ? '111111' : '000000');
  await person.reads('Attempts left: 4');
  await wait(setting, 61_000);
  await person.click('resend');
  await person.reads('We have texted you a code. Use the newest code.');
  await person.signsIn();
  sent(world, 2);
}

export async function nothingHappened({ world, tab }: Setting): Promise<void> {
  const seen = await tab.evaluate(() => ({
    violations: globalThis.probe.violations,
    styles: globalThis.probe.all('style, [style]').map(element => element.localName),
    others: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter(name => !name.startsWith(location.origin) && !name.startsWith('data:')),
  }));
  // Styles that script sets one by one (the list's place) show as an attribute too; the markup has none.
  const { violations, others } = seen;
  assert.deepEqual({ violations, others }, { violations: [], others: [] });
  assert.deepEqual(
    seen.styles.filter(name => name === 'style'),
    [],
  );
  assert.ok(world.fetched.includes('/cdn/on-touch.js'));
}
