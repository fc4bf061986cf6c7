/** The connector console: what it lists, and trying a config before it is saved. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { savedMark } from '../../demo/console/wire.js';
import { openPage } from './browser.js';
import { startEndpoint, type SmsEndpoint } from './console-endpoint.js';
import { errorsOf, openConsole, sendTest } from './console-visitor.js';
import { browser, demo } from './demo-in-browser.js';

const secret = 'Bearer open-sesame-4711';

let endpoint: SmsEndpoint;

beforeEach(async () => {
  endpoint = await startEndpoint();
});

afterEach(async () => {
  await endpoint.stop();
});

test('the seven are listed with their own names and logos, and nothing comes from elsewhere', async () => {
  const page = await openPage(browser);
  const hosts = new Set<string>();
  page.on('request', request => {
    if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).host);
  });
  await page.goto(`${demo.address}demo/console/index.html`);
  const cards = page.locator('a.card');
  await cards.first().waitFor();
  expect(await cards.getByRole('heading').allInnerTexts()).toEqual([
    'Twilio SMS Service',
    'Aliyun Short Message Service',
    'Tencent Short Message Service',
    'SMS Aero service',
    'GatewayAPI SMS Service',
    'Vonage SMS Service',
    'HTTP SMS',
  ]);
  const logos = cards.locator('img');
  await expect
    .poll(() => logos.evaluateAll(all => all.map(each => (each as HTMLImageElement).naturalWidth > 0)))
    .toEqual(Array<boolean>(7).fill(true));
  await page.getByRole('heading', { name: 'The simulated phone' }).waitFor();
  expect([...hosts]).toEqual([`localhost:${demo.port}`]);

  await page.goto(`${demo.address}demo/console/index.html?lang=zh-CN`);
  await page.getByRole('heading', { name: '腾讯云短信服务' }).waitFor();
});

describe('a config that is not valid', () => {
  test('says so at each field, in the connector’s own words, and goes to the first', async () => {
    const { page, button, field } = await openConsole(browser, demo, 'twilio');
    await field('Auth Token').fill('abc');
    await field('Sign-in').fill('No code in here');
    await button('Save and make live').click();
    await page.getByText('Some fields need another look.').waitFor();
    const sid = field('Account SID');
    expect(await sid.evaluate(each => each === document.activeElement)).toBe(true);
    expect(await errorsOf(page, '#field-accountSID')).toContain('Required');
    expect(await errorsOf(page, '#template-SignIn')).toEqual([]);
    await sid.fill('AC1');
    await field('From Messaging Service SID').fill('MG1');
    await button('Save and make live').click();
    await page.getByText('One field needs another look.').waitFor();
    expect(await errorsOf(page, '#template-SignIn')).toContain('Has no {{code}}');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
    await field('Sign-in').fill('Your code: {{code}}');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(0);
  });

  test('says so in the JSON view too, and names the line where it breaks off', async () => {
    const { page, button, field } = await openConsole(browser, demo, 'http');
    await page.getByText('JSON', { exact: true }).click();
    await field('Its text').fill('{ "connector": "http", "config": {} }');
    await button('Save and make live').click();
    await page.getByText('endpoint Required').waitFor();
    await field('Its text').fill('{\n  "connector": http }');
    await button('Save and make live').click();
    await page.getByText('Not valid JSON, in line 2.').waitFor();
    await field('Its text').fill('{ "connector": "twilio", "config": {} }');
    await button('Save and make live').click();
    await page.getByText('This is a config of "twilio"; what is open here is "http".').waitFor();
  });
});

describe('a test message', () => {
  async function draft() {
    const console = await openConsole(browser, demo, 'http');
    await console.field('Endpoint').fill(endpoint.url);
    await console.field('Authorization Header').pressSequentially(secret);
    return console;
  }

  test('goes out before anything is saved, with the Generic type', async () => {
    const { page } = await draft();
    expect(await sendTest(page)).toContain('Taken');
    expect(endpoint.received).toEqual([
      {
        authorization: secret,
        body: {
          to: '447400123901',
          type: 'Generic',
          payload: { code: '123456', text: expect.stringContaining('123456') as string, locale: 'en' },
        },
      },
    ]);
    await page.getByText('No connector is live').waitFor();
  });

  test('that is refused says so, with the reason, and without the secret that it repeats', async () => {
    const { page } = await draft();
    endpoint.respond = (response, { authorization }) =>
      response.writeHead(403).end(`No sender for ${authorization}`);
    const said = await sendTest(page);
    expect(said).toContain('Refused: nothing was sent');
    expect(said).toContain(`No sender for ${savedMark}`);
  });

  test('that fails says that nobody knows', async () => {
    const { page } = await draft();
    endpoint.respond = response => response.writeHead(500).end('Out of order');
    expect(await sendTest(page)).toMatch(/No clear answer[^]*may still arrive[^]*Out of order/);
  });

  test('without an answer ends after ten seconds', async () => {
    const { page } = await draft();
    endpoint.respond = () => {};
    expect(await sendTest(page)).toMatch(/No clear answer[^]*No answer within 10 seconds/);
  });

  test('to no number asks for one', async () => {
    const { page, button } = await draft();
    await button('Send test message').click();
    await page.getByText('Enter your phone number.').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('phone-number-field');
    expect(endpoint.received).toEqual([]);
  });
});
