/** The connector console: saving, changing and removing the one that is live, and what happens to secrets. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { savedMark } from '../../demo/console/wire.js';
import { createConnectorSender } from '../../src/server/connectors/index.js';
import { parseJson } from '../../src/server/connectors/setting.js';
import { readStandaloneConfig } from '../../src/server/standalone-config.js';
import { holdBack, openPage } from './browser.js';
import { startEndpoint, type SmsEndpoint } from './console-endpoint.js';
import { callConsole, openConsole, sendTest } from './console-visitor.js';
import { browser, demo } from './demo-in-browser.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

const secret = 'Bearer open-sesame-4711';
const templates = ['SignIn', 'Register', 'ForgotPassword', 'Generic'].map(usageType => ({
  usageType,
  content: `${usageType}: {{code}}`,
}));

let endpoint: SmsEndpoint;

beforeEach(async () => {
  endpoint = await startEndpoint();
});

afterEach(async () => {
  await callConsole(demo, 'DELETE', 'http');
  await callConsole(demo, 'DELETE', 'gatewayapi');
  await endpoint.stop();
});

/** As a person has saved it before. */
async function saveHttp(): Promise<void> {
  const config = { endpoint: endpoint.url, authorization: secret };
  const saved = await callConsole(demo, 'PUT', 'http', { connector: 'http', config });
  expect(saved.status).toBe(200);
}

const gatewayConfig = () => ({
  endpoint: endpoint.url,
  apiToken: 'token-of-the-gateway',
  sender: 'ACME',
  templates,
});

async function askForCode(phone: string) {
  const page = await openPage(browser);
  const visitor = visit(page, demo, await wordsIn('en'));
  await page.goto(`${demo.address}?lang=en`);
  await visitor.askForCode(phone);
  return { ...visitor, page };
}

test('what is saved sends the codes of a real sign-in', async () => {
  const { button, field, heading, page } = await openConsole(browser, demo, 'http');
  await field('Endpoint').fill(endpoint.url);
  await field('Authorization Header').fill(secret);
  await button('Save and make live').click();
  await page.getByText('Saved and live: the next message goes through it.').waitFor();

  const visitor = await askForCode('+447400123911');
  await visitor.page.getByText('is live: messages are really sent.').waitFor();
  expect(await visitor.page.getByText('nothing is really sent').isVisible()).toBe(false);
  expect(endpoint.received).toHaveLength(1);
  const { authorization, body } = endpoint.received[0]!;
  expect(authorization).toBe(secret);
  expect(body).toMatchObject({ to: '447400123911', type: 'SignIn', payload: { locale: 'en' } });
  expect(await demo.messagesTo('+447400123911')).toEqual([]);
  await visitor.enterCode((body as { payload: { code: string } }).payload.code);
  await visitor.isSignedIn();

  await page.getByRole('link', { name: 'All connectors' }).click();
  await heading('HTTP SMS').first().waitFor();
  await page.getByText('Every message of this demo’s sign-in goes through it').waitFor();
});

describe('with one that is live', () => {
  test('another warns that it replaces it, and does so with the next message', async () => {
    await saveHttp();
    const { button, field, dialog, page } = await openConsole(browser, demo, 'gatewayapi');
    await field('Endpoint').fill(endpoint.url);
    await field('API Token').fill('token-of-the-gateway');
    await field('Sender').fill('ACME');
    await button('Save and make live').click();
    await dialog.getByRole('heading', { name: 'Replace HTTP SMS?' }).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    const pressed = button('Save and make live');
    expect(await pressed.evaluate(each => each === document.activeElement)).toBe(true);
    await askForCode('+447400123912');
    expect(endpoint.received[0]?.body).toMatchObject({ type: 'SignIn' });

    await pressed.click();
    await dialog.getByRole('button', { name: 'Replace' }).click();
    await page.getByText('Saved and live').waitFor();
    await askForCode('+447400123913');
    expect(endpoint.received[1]?.body).toMatchObject({
      sender: 'ACME',
      recipients: [{ msisdn: '447400123913' }],
    });
    // The other is kept, and not in use.
    await page.getByRole('link', { name: 'All connectors' }).click();
    expect(await page.getByRole('link', { name: 'HTTP SMS' }).innerText()).toContain('Saved');
  });

  test('removing it warns, and then the simulated phone gets the messages again', async () => {
    await saveHttp();
    const { button, dialog, page } = await openConsole(browser, demo, 'http');
    await button('Remove…').click();
    await dialog.getByText('Sign-in cannot send without a connector').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await button('Remove…').click();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Removed, and its secrets are forgotten.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    const visitor = await askForCode('+447400123914');
    await visitor.enterCode(await visitor.readCode('+447400123914'));
    await visitor.isSignedIn();
    expect(endpoint.received).toEqual([]);
  });
});

test('a purpose without a template gets the Generic one, and the form says so', async () => {
  const { field, page } = await openConsole(browser, demo, 'gatewayapi');
  await field('Endpoint').fill(endpoint.url);
  await field('API Token').fill('token-of-the-gateway');
  await field('Sender').fill('ACME');
  await field('Generic').fill('Any purpose: {{code}}');
  await page.getByText('each has its own').click();
  await field('Second factor').fill('');
  await page.getByText('Empty: Generic is sent.').waitFor();
  await page.getByText('Generic is sent for one of them').waitFor();
  expect(await sendTest(page)).toContain('Taken');
  expect(endpoint.received[0]?.body).toMatchObject({ message: 'Any purpose: 123456' });
});

test('a test goes to the number that was typed before numbers could be read', async () => {
  await saveHttp();
  const { page } = await openConsole(browser, demo);
  const release = await holdBack(page, '**/number-field/after-paint/index.*');
  await page.goto(`${demo.address}demo/console/index.html?again#http`);
  await page.getByRole('textbox', { name: 'To this number' }).fill('+447400123901');
  await page.getByRole('button', { name: 'Send test message' }).click();
  release();
  await page.getByText('Taken', { exact: true }).waitFor();
  expect(endpoint.received).toMatchObject([{ body: { to: '447400123901' } }]);
});

describe('secrets', () => {
  test('do not come back, are kept by an empty field, and can be taken out', async () => {
    await saveHttp();
    const page = await openPage(browser);
    const answers: Promise<string>[] = [];
    page.on('response', response => {
      if (response.url().includes('/connectors')) answers.push(response.text());
    });
    await page.goto(`${demo.address}demo/console/index.html#http`);
    const field = page.getByLabel('Authorization Header', { exact: true });
    await page.getByText('Saved on the server. Leave it empty to keep it.').waitFor();
    expect(await field.inputValue()).toBe('');
    await page.getByText('JSON', { exact: true }).click();
    const json = parseJson(await page.getByLabel('Its text').inputValue());
    expect(json).toEqual({ connector: 'http', config: { endpoint: endpoint.url, authorization: savedMark } });
    expect(await sendTest(page)).toContain('Taken');
    await page.getByText('Form', { exact: true }).click();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Saved and live').waitFor();
    expect(await sendTest(page)).toContain('Taken');
    await page.getByRole('button', { name: 'Take it out' }).click();
    await page.getByText('Taken out when you save.').waitFor();
    expect(await sendTest(page)).toContain('Taken');
    expect(endpoint.received.map(({ authorization }) => authorization)).toEqual([secret, secret, undefined]);
    expect(answers.length).toBeGreaterThanOrEqual(5);
    expect((await Promise.all(answers)).join()).not.toContain('open-sesame');
  });

  test('are asked for again when the endpoint changes', async () => {
    await saveHttp();
    const { field, page } = await openConsole(browser, demo, 'http');
    await page.getByText('Saved on the server. Leave it empty to keep it.').waitFor();
    await field('Endpoint').fill(`${endpoint.url}/of/another`);
    await page.getByRole('textbox', { name: 'To this number' }).fill('+447400123901');
    await page.getByRole('button', { name: 'Send test message' }).click();
    await page.getByText('The endpoint has changed: enter this again, for the new one.').waitFor();
    expect(endpoint.received).toEqual([]);
  });
});

test('a copy is a config file that the standalone server takes, and without the secrets', async () => {
  const saved = await callConsole(demo, 'PUT', 'gatewayapi', {
    connector: 'gatewayapi',
    config: gatewayConfig(),
  });
  expect(await saved.text()).not.toContain('token-of-the-gateway');
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { button, dialog, page } = await openConsole(browser, demo, 'gatewayapi', { permissions });
  await button('Copy as file…').click();
  await dialog.getByText('API Token apiToken').waitFor();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await dialog.getByRole('button', { name: 'Copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { connector } = readStandaloneConfig(parseJson(copied));
  expect(connector).toEqual({ name: 'gatewayapi', config: { ...gatewayConfig(), apiToken: '<apiToken>' } });
  expect((await createConnectorSender(connector!)).name).toBe('gatewayapi');

  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  expect((await downloading).suggestedFilename()).toBe('phone-sign-in.json');
});
