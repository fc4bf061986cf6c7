import { html } from 'lit';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PhoneError } from '../../src/errors.js';
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
    const element = document.createElement('phone-sign-in');
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
    const other = document.createElement('phone-sign-in');
    other.locale = 'ru';
    document.body.append(other);
    await expect.element(page.getByRole('heading', { name: await heading('zh-CN') })).toBeVisible();
    await expect.element(page.getByRole('heading', { name: await heading('ru') })).toBeVisible();
    other.locale = 'zh-TW';
    await expect.element(page.getByRole('heading', { name: await heading('zh-TW') })).toBeVisible();
    expect(container.shadowRoot?.querySelector('h2')?.textContent?.trim()).toBe(await heading('zh-CN'));
    other.remove();
  });

  test('of an error that seldom comes is the same, and follows as well', async () => {
    const { backend } = serveInPage();
    const refused = { ...backend, requestCode: () => Promise.reject(new PhoneError('account_blocked')) };
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in locale="de" default-country="GB" no-persist .backend=${refused}></phone-sign-in>`,
    );
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('7400123456{Enter}');
    await expect.element(page.getByText('Dieses Konto ist gesperrt.')).toBeVisible();
    signIn.locale = 'fr';
    await expect.element(page.getByText('Ce compte est bloqué.')).toBeVisible();
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

  test('of the page is told to the server, where the widget does not speak it too', async () => {
    const inPage = serveInPage();
    await show<PhoneSignIn>(
      html`<phone-sign-in lang="cy-GB" default-country="GB" .backend=${inPage.backend}></phone-sign-in>`,
    );
    await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
    await userEvent.keyboard('7400123456{Enter}');
    await expect.poll(() => inPage.messages[0]?.language).toBe('cy-GB');
    expect(inPage.messages[0]?.locale).toBe('en');
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

describe('a page’s own wording', () => {
  test('is shown in its language, handed down, and follows', async () => {
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in
        locale="de"
        default-country="DE"
        .messages=${{
          de: { send: 'Los geht’s', 'number-label': 'Ihre Nummer', 'will-text': 'SMS an <i>{0}</i>' },
          en: { send: 'Go' },
        }}
      ></phone-sign-in>`,
    );
    await expect.element(page.getByRole('button', { name: 'Los geht’s' })).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'Ihre Nummer' }), '015112345678');
    // Text stays text, and our mark stays around the value.
    await expect.element(page.getByText('SMS an <i>')).toBeVisible();
    const field = signIn.shadowRoot!.querySelector('phone-number-field')!.shadowRoot!;
    expect(field.querySelector('i')).toBe(null);
    expect(field.querySelector('.message .number')?.textContent).toBe('+49 1511 2345678');

    signIn.locale = 'en';
    await expect.element(page.getByRole('button', { name: 'Go' })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();

    signIn.messages = { en: { 'number-label': 'Your number' } };
    await expect.element(page.getByRole('textbox', { name: 'Your number' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Text me a code' })).toBeVisible();

    signIn.messages = undefined;
    await expect.element(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  });

  test('can stand in the HTML, for a field alone as well', async () => {
    const own = JSON.stringify({ ru: { 'number-label': 'Ваш номер' } });
    await show(html`<phone-number-field locale="ru" messages=${own}></phone-number-field>`);
    await expect.element(page.getByRole('textbox', { name: 'Ваш номер' })).toBeVisible();
  });

  test('that is no JSON leaves ours', async () => {
    await show(html`<phone-number-field locale="en" messages="{"></phone-number-field>`);
    await expect.element(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  });

  test('with an id that there is not is told of once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const own = { en: { sned: 'Go' } } as object;
    await show(html`<phone-sign-in locale="en" .messages=${own}></phone-sign-in>`);
    await show(html`<phone-sign-in locale="en" .messages=${{ ...own }}></phone-sign-in>`);
    await expect.poll(() => warn.mock.calls.length).toBe(1);
    expect(warn.mock.calls[0]![0]).toContain('"sned" (en)');
    warn.mockRestore();
  });
});
