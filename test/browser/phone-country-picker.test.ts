import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneCountryPicker } from '../../src/index.js';
import { focused, show } from './helpers.js';

const button = () => page.getByRole('button', { name: /Country|Choose a country/ });
const search = () => page.getByRole('combobox', { name: 'Choose a country' });
const options = () => page.getByRole('option');
const active = () => {
  const box = search().element();
  return (box.getRootNode() as ShadowRoot).getElementById(box.getAttribute('aria-activedescendant') ?? '');
};

async function open(): Promise<{ picker: PhoneCountryPicker; changes: (string | undefined)[] }> {
  const picker = await show<PhoneCountryPicker>(
    html`<phone-country-picker lang="en" value="GB"></phone-country-picker>`,
  );
  const changes: (string | undefined)[] = [];
  picker.addEventListener('change', () => changes.push(picker.value));
  await userEvent.click(button());
  await expect.poll(() => focused()?.role).toBe('combobox');
  return { picker, changes };
}

describe('<phone-country-picker>', () => {
  test('is named after its country, in the language of the page', async () => {
    const picker = await show<PhoneCountryPicker>(
      html`<phone-country-picker lang="en" value="DE"></phone-country-picker>`,
    );
    await expect.element(button()).toHaveAccessibleName('Country: Germany, +49');
    picker.locale = 'ru';
    await expect.element(page.getByRole('button', { name: /Германия/ })).toBeVisible();
  });

  test('opens at the chosen country with the focus in the search', async () => {
    await open();
    expect(active()?.textContent).toContain('United Kingdom');
    await expect.element(button()).toHaveAttribute('aria-expanded', 'true');
    expect(active()?.getAttribute('aria-selected')).toBe('true');
  });

  test('is searched for what is typed on the button, from its first key on', async () => {
    const picker = await show<PhoneCountryPicker>(
      html`<phone-country-picker lang="en" value="GB"></phone-country-picker>`,
    );
    picker.focus();
    await userEvent.keyboard('new');
    await expect.element(search()).toHaveValue('new');
    await expect.poll(() => active()?.textContent).toContain('New Caledonia');
    await userEvent.keyboard('{Escape}{Enter}');
    await expect.element(search()).toHaveValue('');
  });

  test('is not opened off the page, and nothing is thrown', async () => {
    const picker = await show<PhoneCountryPicker>(html`<phone-country-picker></phone-country-picker>`);
    picker.remove();
    await picker.open();
    expect(search().query()).toBeNull();
  });

  test('draws some rows only, and says how many there are', async () => {
    await open();
    const rows = options().elements();
    expect(rows.length).toBeLessThan(40);
    const [first] = rows;
    expect(Number(first?.getAttribute('aria-setsize'))).toBeGreaterThan(240);
  });

  test.each([
    ['united k', 'United Kingdom'],
    ['uk', 'United Kingdom'],
    ['deutschland', 'Germany'],
    ['+7', 'Russia'],
    ['cote', 'Côte d’Ivoire'],
    ['日本', 'Japan'],
  ])('finds "%s" as %s, and Enter takes it', async (query, name) => {
    const { changes } = await open();
    await userEvent.fill(search(), query);
    await expect.poll(() => active()?.textContent).toContain(name);
    await userEvent.keyboard('{Enter}');
    expect(changes).toHaveLength(1);
    await expect.element(search()).not.toBeInTheDocument();
    await expect.poll(focused).toBe(button().element());
  });

  test('moves with the arrows, around the ends, and keeps the active option in sight', async () => {
    await open();
    await userEvent.fill(search(), 'united');
    await userEvent.keyboard('{ArrowUp}');
    const total = options().elements().length;
    expect(active()?.getAttribute('aria-posinset')).toBe(String(total));
    await userEvent.keyboard('{ArrowDown}');
    expect(active()?.getAttribute('aria-posinset')).toBe('1');
    await userEvent.fill(search(), '');
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}');
    const list = page.getByRole('listbox').element().getBoundingClientRect();
    await expect
      .poll(() => active()?.getBoundingClientRect().bottom ?? Infinity)
      .toBeLessThan(list.bottom + 1);
  });

  test('closes on Escape and gives the focus back, with nothing chosen', async () => {
    const { picker, changes } = await open();
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe(button().element());
    expect([picker.value, changes]).toEqual(['GB', []]);
  });

  test('closes when the person presses elsewhere, and a click on an option chooses it', async () => {
    const { changes } = await open();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await expect.element(search()).not.toBeInTheDocument();
    await userEvent.click(button());
    await userEvent.fill(search(), 'japan');
    await userEvent.click(page.getByRole('option', { name: /Japan/ }));
    expect(changes).toEqual(['JP']);
  });

  test('says when nothing is found, and how many are', async () => {
    await open();
    await userEvent.fill(search(), 'zzz');
    await expect.element(page.getByRole('status')).toHaveTextContent('No country found.');
    await userEvent.fill(search(), 'united');
    await expect.element(page.getByRole('status')).toHaveTextContent(/Countries found: \d/);
  });

  test('offers the preferred first, and only those that are allowed', async () => {
    const { picker } = await open();
    picker.close();
    picker.preferredCountries = ['TH', 'JP'];
    picker.isAllowed = country => ['TH', 'JP', 'FR'].includes(country);
    await picker.updateComplete;
    await userEvent.click(button());
    await expect.poll(() => focused()?.role).toBe('combobox');
    const names = options()
      .elements()
      .map(option => option.querySelector('.name')?.textContent);
    expect(names).toEqual(['Japan', 'Thailand', 'France']);
  });

  test.each([null, undefined])('offers all where it is told nothing: %s', async nothing => {
    const { picker } = await open();
    picker.close();
    Object.assign(picker, { preferredCountries: nothing, isAllowed: nothing });
    await picker.updateComplete;
    await userEvent.click(button());
    await userEvent.fill(search(), 'united kingdom');
    await expect.element(options().first()).toHaveTextContent('United Kingdom');
  });

  test('lists the preferred of those that share a calling code behind the main one', async () => {
    const { picker } = await open();
    picker.preferredCountries = ['JM', 'CA'];
    await picker.updateComplete;
    await userEvent.fill(search(), '+1');
    const names = () =>
      options()
        .elements()
        .map(option => option.querySelector('.name')?.textContent)
        .slice(0, 3);
    await expect.poll(names).toEqual(['United States', 'Jamaica', 'Canada']);
  });
});
