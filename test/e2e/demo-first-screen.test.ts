/** What a stranger sees first: why, in ten seconds, at any width. */
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { localeNames } from '../../demo/locale.js';
import { pageTexts } from '../../demo/texts.js';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { startDemo } from './demo-server.js';
import { wordsIn } from './words.js';

async function open(query: string, width: number, { address } = demo): Promise<Page> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await openPage(browser, { viewport: { width, height: 900 }, permissions });
  await page.goto(`${address}?${query}`);
  await page.locator('phone-sign-in h2').waitFor();
  await page.getByRole('tab', { name: 'Angular' }).waitFor();
  return page;
}

test.each([390, 1440])('at %i px says why before anything is scrolled', async width => {
  const page = await open('lang=en', width);
  const { title, factSize, factLanguages, factEngines, factLicence, docs } = pageTexts.en;
  for (const text of [title, factSize, factLanguages, factEngines, factLicence, docs]) {
    const box = await page.getByText(text, { exact: true }).first().boundingBox();
    expect(box!.y + box!.height, text).toBeLessThan(900);
  }
  const install = page.locator('.install');
  expect((await install.boundingBox())!.y).toBeLessThan(850);
  await install.getByRole('button', { name: 'Copy' }).click();
  await install.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('npm install phone-sign-in');
});

test('the documentation is a click away, here as on the built site', async () => {
  // What is there is looked at as it is built (test/more/pages): this server compiles each page when it is asked for.
  const page = await open('lang=en', 1440);
  const href = await page.getByRole('link', { name: 'Documentation' }).getAttribute('href');
  const answer = await fetch(new URL(href!, page.url()));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('vitepress/dist/client/app/index.js');
  expect((await fetch(new URL('docs/openapi.json', demo.address))).status).toBe(200);
});

test('the source is linked where the setting says it is, and nowhere else', async () => {
  const source = (page: Page) => page.getByRole('link', { name: pageTexts.en.source });
  expect(await source(await open('lang=en', 1440)).count()).toBe(0);
  vi.stubEnv('PUBLISHER_REPOSITORY', 'https://git.example/phone');
  const published = await startDemo();
  vi.unstubAllEnvs();
  try {
    const page = await open('lang=en', 1440, published);
    expect(await source(page).getAttribute('href')).toBe('https://git.example/phone');
  } finally {
    await published.stop();
  }
});

describe('the menu', () => {
  test('has every language, and the widget speaks it, written as it is', async () => {
    const page = await open('lang=en', 1440);
    const menu = page.getByRole('combobox', { name: 'Language' });
    const options = await menu
      .locator('option')
      .evaluateAll(all => all.map(each => each.textContent?.trim()));
    expect(options).toEqual(Object.values(localeNames));
    for (const locale of ['de', 'he', 'ja'] as const) {
      await menu.selectOption(locale);
      await page.getByRole('button', { name: (await wordsIn(locale)).send }).waitFor();
      expect(await page.locator('#frame').getAttribute('dir')).toBe(locale === 'he' ? 'rtl' : 'ltr');
      // The page's own texts are not in it, and do not say so.
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    }
  });

  test('begins with the browser’s own', async () => {
    const page = await openPage(browser, { locale: 'pt-PT' });
    await page.goto(demo.address);
    await page.getByRole('button', { name: (await wordsIn('pt-PT')).send }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Language' }).inputValue()).toBe('pt-PT');
  });
});

test.each([320, 390])('at %i px no tab and no part of the bar is cut off', async width => {
  const page = await open('lang=en', width);
  const brand = (await page.locator('.brand').boundingBox())!;
  expect(brand.height).toBeLessThan(40);
  // One row each: the three schemes, and the line to copy.
  const schemes = await page
    .locator('.scheme label')
    .evaluateAll(all => all.map(label => (label as HTMLElement).offsetTop));
  expect(new Set(schemes).size).toBe(1);
  expect((await page.locator('#install').boundingBox())!.height).toBeLessThan(30);
  const parts = page.locator('.bar :is(.brand, select, .scheme label), [role=tab], .segmented label');
  for (const part of await parts.all()) {
    if (!(await part.isVisible())) continue;
    const { x, width: own } = (await part.boundingBox())!;
    const text = await part.innerText();
    expect(x, text).toBeGreaterThanOrEqual(0);
    expect(x + own, text).toBeLessThanOrEqual(width);
    expect(await part.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), text).toBe(0);
  }
});

test('at 1440 px the card stands in the middle of the phone beside it', async () => {
  const page = await open('lang=en', 1440);
  const middle = async (selector: string) => {
    const { y, height } = (await page.locator(selector).boundingBox())!;
    return y + height / 2;
  };
  expect(Math.abs((await middle('phone-sign-in')) - (await middle('#phone')))).toBeLessThan(24);
});
