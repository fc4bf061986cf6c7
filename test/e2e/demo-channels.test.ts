/** The demo by other ways than SMS: one code and one session, and what the simulated phone makes of each. */
import type * as axeCore from 'axe-core';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callTexts } from '../../demo/call-texts.js';
import { pageTexts } from '../../demo/texts.js';
import { spokenOf } from '../../src/server/connectors/spoken.js';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { visit } from './visitor.js';
import { wordsIn } from './words.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What the page has had the browser say is written down beside. */
async function open(query = '') {
  const page = await openPage(browser, { viewport: { width: 1440, height: 1000 } });
  await page.clock.install();
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const speak = speechSynthesis.speak.bind(speechSynthesis);
    speechSynthesis.speak = utterance => {
      said.push(`${utterance.lang}: ${utterance.text}`);
      speak(utterance);
    };
  });
  await page.goto(`${demo.address}?lang=en${query}`);
  const visitor = visit(page, demo, await wordsIn('en'));
  await visitor.numberField.waitFor();
  const pass = async () => {
    demo.putClockForward(125_000);
    await page.clock.fastForward(125_000);
  };
  return { page, visitor, pass, phone: page.getByRole('region', { name: pageTexts.en.phone }) };
}

const said = (page: Page) => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run('#phone');
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

test('by SMS, WhatsApp and a call: one code, one session, three messages', async () => {
  const { page, visitor, pass, phone } = await open();
  const to = '+447400126001';
  await visitor.askForCode(to);
  const code = await visitor.readCode(to);
  await pass();
  await visitor.button('Send it by WhatsApp').click();
  await page.getByText('Sent by WhatsApp to').waitFor();
  const bubble = phone.getByRole('article').filter({ hasText: 'WhatsApp' });
  await bubble.getByRole('button', { name: pageTexts.en.useCode(code) }).waitFor();
  await pass();
  await visitor.button('Call me with the code').click();
  await page.getByText('We are calling').first().waitFor();

  await phone.getByText(callTexts.en.incoming).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await said(page)).toEqual([]);
  await phone.getByRole('button', { name: callTexts.en.answer }).click();
  const { text, vonage } = spokenOf({ code, locale: 'en' });
  await expect.poll(() => phone.locator('#call .said p').allInnerTexts()).toEqual([text, text]);
  expect(await said(page)).toEqual([`${vonage}: ${text}`, `${vonage}: ${text}`]);
  expect(await violations(page)).toEqual([]);
  await phone
    .locator('#call')
    .getByRole('button', { name: /^Use the code/ })
    .click();
  await visitor.isSignedIn();
  await phone.locator('#call').waitFor({ state: 'hidden' });

  const messages = await demo.messagesTo(to);
  expect(messages.map(({ channel }) => channel)).toEqual(['voice', 'whatsapp', undefined]);
  expect(new Set(messages.map(message => message.code))).toEqual(new Set([code]));
  const session = page.getByRole('region', { name: pageTexts.en.session });
  await session.getByText(pageTexts.en.confirmed).waitFor();
});

test('a call that is declined is written down as missed, and says nothing', async () => {
  const { page, visitor, phone } = await open('&channel=voice');
  await visitor.numberField.fill('+44 7400 126002');
  await visitor.button('Continue').click();
  await phone.getByRole('button', { name: callTexts.en.decline }).click();
  await phone.locator('#call').waitFor({ state: 'hidden' });
  const line = phone.getByRole('article').filter({ hasText: '+447400126002' });
  await line.getByText(callTexts.en.missed).waitFor();
  expect(await line.getByRole('button').count()).toBe(0);
  expect(await said(page)).toEqual([]);
});

test('the page’s server has the channels that the playground says, and no others', async () => {
  const { page, visitor, pass } = await open();
  const control = page.getByLabel('server-channels', { exact: true });
  const ask = async (to: string) => {
    const answer = page.waitForResponse(/\/api\/phone\/challenges$/);
    await visitor.askForCode(to);
    return ((await (await answer).json()) as { channels?: string[] }).channels;
  };
  await control.selectOption('whatsapp, sms');
  expect(await ask('+447400126003')).toEqual(['whatsapp', 'sms']);
  await pass();
  await visitor.button('Send it by WhatsApp').waitFor();
  expect(await visitor.button('Call me with the code').count()).toBe(0);

  await visitor.button('Change number').first().click();
  await control.selectOption('sms');
  expect(await ask('+447400126004')).toBeUndefined();
  await pass();
  await visitor.button('Send a new code').waitFor();
  expect(await visitor.button('Send it by WhatsApp').count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('server-channels')).toBe('sms');
});
