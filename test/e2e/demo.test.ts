import { describe, expect, test } from 'vitest';
import { pageTexts, type Language } from '../../demo/texts.js';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { anotherCode, visit } from './visitor.js';
import { wordsIn } from './words.js';

async function open(language: Language = 'en') {
  const page = await openPage(browser);
  const visitor = visit(page, demo, await wordsIn(language));
  await page.goto(`${demo.address}?lang=${language}`);
  await visitor.numberField.waitFor();
  return { page, visitor, words: await wordsIn(language) };
}

describe('from a number to a session', () => {
  test.each<[Language, string, string]>([
    ['en', '07400 123001', '+447400123001'],
    ['zh-CN', '+86 131 2345 0002', '+8613123450002'],
    ['zh-TW', '+886 912 340 003', '+886912340003'],
    ['th', '+66 81 234 0004', '+66812340004'],
    ['ru', '+7 912 345-00-05', '+79123450005'],
  ])('in %s', async (language, typed, phone) => {
    const page = await openPage(browser, { timezoneId: 'Europe/London' });
    await page.goto(demo.address);
    await page.getByRole('combobox', { name: pageTexts.en.language }).selectOption(language);
    const words = await wordsIn(language);
    const visitor = visit(page, demo, words);
    const texts = pageTexts[language];

    await visitor.heading(texts.title).waitFor();
    await visitor.heading(words.heading).waitFor();
    await visitor.askForCode(typed);
    const code = await visitor.readCode(phone);
    const phoneLog = page.getByRole('region', { name: texts.phone }).getByRole('log');
    await phoneLog.getByRole('button', { name: texts.useCode(code) }).waitFor();
    expect((await demo.messagesTo(phone))[0]).toEqual({
      to: phone,
      type: 'SignIn',
      code,
      text: expect.stringContaining(code) as string,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    });

    await visitor.enterCode(code);
    await visitor.isSignedIn();
    const session = page.getByRole('region', { name: texts.session });
    await session.getByText(texts.confirmed).waitFor();
    expect(JSON.parse(await session.locator('pre').innerText())).toMatchObject({
      result: 'session',
      claims: { phone, sub: 'demo-user' },
    });
  });
});

test('tapping the code on the simulated phone fills it in', async () => {
  const { page, visitor } = await open();
  await visitor.askForCode('+447400123010');
  const code = await visitor.readCode('+447400123010');
  await page.getByRole('button', { name: pageTexts.en.useCode(code) }).click();
  await visitor.isSignedIn();
});

test('signing out ends the session and starts again', async () => {
  const { page, visitor, words } = await open();
  await visitor.askForCode('+447400123011');
  await visitor.enterCode(await visitor.readCode('+447400123011'));
  await page.getByText(pageTexts.en.confirmed).waitFor();
  await visitor.button(pageTexts.en.signOut).click();
  await visitor.heading(words.heading).waitFor();
  expect(await visitor.numberField.inputValue()).toBe('');
  await page.getByRole('region', { name: pageTexts.en.session }).waitFor({ state: 'hidden' });
  const status = await page.evaluate(async () => (await fetch('/api/phone/session')).status);
  expect(status).toBe(401);
});

test('a wrong code says so, keeps the step, and the right one still signs in', async () => {
  const { page, visitor, words } = await open();
  await visitor.askForCode('+447400123012');
  const code = await visitor.readCode('+447400123012');
  await visitor.enterCode(anotherCode(code));
  await page.getByText(words.wrongCode(4)).first().waitFor();
  await visitor.enterCode(code);
  await visitor.isSignedIn();
});

test('going back to change the number and asking again returns to the code on its way', async () => {
  const { visitor, words } = await open();
  await visitor.askForCode('+447400123013');
  const code = await visitor.readCode('+447400123013');
  await visitor.button(words.changeNumber).click();
  await visitor.heading(words.heading).waitFor();
  await visitor.button(words.send).click();
  await visitor.heading(words.enterCode).waitFor();
  expect(await demo.messagesTo('+447400123013')).toHaveLength(1);
  await visitor.enterCode(code);
  await visitor.isSignedIn();
});

test('a reload comes back to the code, in the same language', async () => {
  const { page, visitor, words } = await open('th');
  await visitor.askForCode('+66812340014');
  await page.reload();
  await visitor.heading(words.enterCode).waitFor();
  await visitor.enterCode(await visitor.readCode('+66812340014'));
  await visitor.isSignedIn();
  expect(await demo.messagesTo('+66812340014')).toHaveLength(1);
});

test('another language keeps the step and the digits', async () => {
  const { page, visitor } = await open();
  await visitor.askForCode('+447400123015');
  const code = await visitor.readCode('+447400123015');
  await visitor.enterCode(code.slice(0, 3));
  await page.getByRole('combobox', { name: pageTexts.en.language }).selectOption('ru');

  const words = await wordsIn('ru');
  const russian = visit(page, demo, words);
  await russian.heading(words.enterCode).waitFor();
  expect(await russian.codeField.inputValue()).toBe(code.slice(0, 3));
  await russian.codeField.press('End');
  await page.keyboard.type(code.slice(3));
  await russian.isSignedIn();
});

test('after the cool-down a new code can be asked for, and only that one is right', async () => {
  const page = await openPage(browser);
  await page.clock.install();
  const words = await wordsIn('en');
  const visitor = visit(page, demo, words);
  await page.goto(demo.address);
  await visitor.askForCode('+447400123016');
  const first = await visitor.readCode('+447400123016');

  demo.putClockForward(61_000);
  await page.clock.fastForward(61_000);
  await visitor.button(words.resend).click();
  await expect.poll(() => demo.messagesTo('+447400123016')).toHaveLength(2);
  const second = await visitor.readCode('+447400123016');
  if (first !== second) {
    await visitor.enterCode(first);
    await page.getByText(words.wrongCode(4)).first().waitFor();
  }
  await visitor.enterCode(second);
  await visitor.isSignedIn();
});
