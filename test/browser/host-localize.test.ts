/** Beside a page that has configured @lit/localize for itself: the one module that both import has one configuration. */
import { configureLocalization, msg, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement } from 'lit';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PhoneSignIn } from '../../src/index.js';
import { loadTexts } from '../../src/localization/texts.js';
import { show } from './helpers.js';

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['de', 'nl'],
  // The same ids as ours have: they must not meet.
  loadLocale: locale =>
    Promise.resolve({ templates: { send: `${locale}: send`, close: `${locale}: close` } }),
});

class HostPage extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected override render() {
    return html`<p>${msg('The page’s own', { id: 'send' })}</p>
      <phone-sign-in></phone-sign-in>`;
  }
}
customElements.define('host-page', HostPage);

const send = async (locale: 'en' | 'de' | 'th') =>
  (await loadTexts(locale)).msg('Text me a code', { id: 'send', desc: '' });
const button = async (locale: 'en' | 'de' | 'th') => page.getByRole('button', { name: await send(locale) });

describe('a page’s own @lit/localize', () => {
  test('and ours leave each other alone', async () => {
    const statuses: string[] = [];
    addEventListener('lit-localize-status', ({ detail }) => statuses.push(detail.status));
    const host = await show<HostPage>(html`<host-page lang="en"></host-page>`);
    const signIn = host.shadowRoot!.querySelector<PhoneSignIn>('phone-sign-in')!;
    const own = page.getByText('The page’s own');
    await expect.element(own).toBeVisible();
    await expect.element(await button('en')).toBeVisible();

    // Ours changes; the page's stays.
    signIn.locale = 'th';
    await expect.element(await button('th')).toBeVisible();
    await expect.element(own).toBeVisible();
    expect([getLocale(), statuses]).toEqual(['en', []]);

    // The page's changes, to a language of ours and to another; ours stays.
    for (const locale of ['de', 'nl']) {
      await setLocale(locale);
      await expect.element(page.getByText(`${locale}: send`)).toBeVisible();
      await expect.element(await button('th')).toBeVisible();
    }
    expect(statuses).toEqual(['loading', 'ready', 'loading', 'ready']);

    signIn.locale = '';
    host.lang = 'de';
    await expect.element(await button('de')).toBeVisible();
    expect(getLocale()).toBe('nl');
  });
});
