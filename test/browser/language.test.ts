import { html } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneSignIn } from '../../src/index.js';
import { locales } from '../../src/localization/locales.js';
import { loadTexts } from '../../src/localization/texts.js';
import { headingText } from '../../src/localization/purpose-texts.js';
import { serveInPage, show } from './helpers.js';

const heading = async (locale: (typeof locales)[number]) => headingText(await loadTexts(locale), 'sign-in');

afterEach(() => {
  document.documentElement.lang = 'en';
});

describe('the language', () => {
  test.each(locales)('%s is spoken from the first paint on', async locale => {
    const element = document.createElement('phone-sign-in') as PhoneSignIn;
    element.locale = locale;
    const seen = new Set<string>();
    document.body.append(element);
    const watch = new MutationObserver(() =>
      seen.add(element.shadowRoot?.querySelector('h2')?.textContent?.trim() ?? ''),
    );
    watch.observe(element.shadowRoot ?? element, { childList: true, subtree: true, characterData: true });
    await expect.element(page.getByRole('heading', { name: await heading(locale) })).toBeVisible();
    watch.disconnect();
    seen.delete('');
    expect([...seen]).toEqual([await heading(locale)]);
    element.remove();
  });

  test('is that of the nearest lang, through shadow roots, and follows it', async () => {
    const outer = document.createElement('div');
    outer.lang = 'ru';
    outer.attachShadow({ mode: 'open' }).innerHTML = '<p><phone-sign-in></phone-sign-in></p>';
    document.body.append(outer);
    await expect.element(page.getByRole('heading', { name: await heading('ru') })).toBeVisible();
    outer.lang = 'th';
    await expect.element(page.getByRole('heading', { name: await heading('th') })).toBeVisible();
    outer.remove();
  });

  test('of two widgets on one page can be two, and changing one leaves the other alone', async () => {
    const container = await show<PhoneSignIn>(html`<phone-sign-in locale="zh-CN"></phone-sign-in>`);
    const other = document.createElement('phone-sign-in') as PhoneSignIn;
    other.locale = 'ru';
    document.body.append(other);
    await expect.element(page.getByRole('heading', { name: await heading('zh-CN') })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: await heading('ru') })).toBeVisible();
    other.locale = 'zh-TW';
    await expect.element(page.getByRole('heading', { name: await heading('zh-TW') })).toBeVisible();
    expect(container.shadowRoot?.querySelector('h2')?.textContent?.trim()).toBe(await heading('zh-CN'));
    other.remove();
  });

  test('can change in the middle without losing where the person is', async () => {
    const inPage = serveInPage();
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in lang="en" default-country="GB" .backend=${inPage.backend}></phone-sign-in>`,
    );
    await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
    await userEvent.keyboard('7400123456');
    signIn.locale = 'th';
    await expect.element(page.getByRole('heading', { name: await heading('th') })).toBeVisible();
    expect((page.getByRole('textbox').element() as HTMLInputElement).value).toBe('7400 123456');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => signIn.state.step).toBe('code');
    await expect.poll(() => inPage.messages.length).toBe(1);
    await userEvent.keyboard('12');
    signIn.locale = 'ru';
    await expect.poll(() => page.getByRole('textbox').elements().length).toBe(1);
    await expect.poll(() => (page.getByRole('textbox').element() as HTMLInputElement).value).toBe('12');
    expect([signIn.state.step, inPage.messages.length]).toEqual(['code', 1]);
  });

  test('of the message is the widget’s', async () => {
    const inPage = serveInPage();
    await show<PhoneSignIn>(
      html`<phone-sign-in locale="zh-TW" default-country="TW" .backend=${inPage.backend}></phone-sign-in>`,
    );
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('0912345678{Enter}');
    await expect.poll(() => inPage.messages[0]?.locale).toBe('zh-TW');
    expect(inPage.messages[0]?.phone).toBe('+886912345678');
  });
});
