import { html } from 'lit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneNumberField } from '../../src/index.js';
import { loadPhoneCore } from '../../src/phone/load.js';
import { show } from './helpers.js';

const input = () => page.getByRole('textbox', { name: 'Phone number' });
const element = () => input().element() as HTMLInputElement;
const country = () => page.getByRole('button', { name: /^Country|country$/ });

async function make(country = 'GB'): Promise<PhoneNumberField> {
  const field = await show<PhoneNumberField>(
    html`<phone-number-field lang="en" default-country=${country}></phone-number-field>`,
  );
  const core = await loadPhoneCore();
  await core.loadMetadata('', field.country);
  await expect.element(input()).not.toHaveAttribute('placeholder', '');
  return field;
}

async function paste(text: string): Promise<void> {
  await userEvent.click(input());
  element().setRangeText(text, element().selectionStart ?? 0, element().selectionEnd ?? 0, 'end');
  element().dispatchEvent(
    new InputEvent('input', { inputType: 'insertFromPaste', data: text, bubbles: true, composed: true }),
  );
}

/** As browsers fill in: the value at once, and an event without `inputType`. */
function fillIn(text: string): void {
  element().value = text;
  element().dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

describe('<phone-number-field>', () => {
  test('asks browsers for a number and is large enough not to be zoomed', async () => {
    await make();
    expect(element().autocomplete).toBe('tel');
    expect(element().type).toBe('tel');
    expect(parseFloat(getComputedStyle(element()).fontSize)).toBeGreaterThanOrEqual(16);
  });

  test('has letters of its own size and weight, and the page’s family', async () => {
    const { style } = document.body;
    style.font = 'italic 700 11px/3 monospace';
    onTestFinished(() => void (style.font = ''));
    const field = await make();
    const { fontStyle, fontWeight, fontSize, lineHeight, fontFamily } = getComputedStyle(field);
    expect([fontStyle, fontWeight, fontSize, lineHeight, fontFamily]).toEqual([
      'normal',
      '400',
      '16px',
      '24px',
      'monospace',
    ]);
  });

  test('leaves the input to an input method until that is done', async () => {
    const field = await make('JP');
    const compose = (text: string, type = 'input') => {
      element().value = text;
      const init = { data: text, bubbles: true, composed: true };
      element().dispatchEvent(
        type === 'input'
          ? new InputEvent(type, { ...init, isComposing: true, inputType: 'insertCompositionText' })
          : new CompositionEvent(type, init),
      );
    };
    await userEvent.click(input());
    compose('０９０１');
    field.hint = 'Anything that is drawn again';
    await field.updateComplete;
    expect(element().value).toBe('０９０１');
    compose('０９０１２３４５６７８', 'compositionend');
    await field.updateComplete;
    expect([element().value, field.value]).toEqual(['090-1234-5678', '+819012345678']);
  });

  test('formats what is typed and gives it as E.164', async () => {
    const field = await make();
    await userEvent.click(input());
    await userEvent.keyboard('7400123456');
    expect(element().value).toBe('7400 123456');
    expect(field.value).toBe('+447400123456');
    await expect.element(page.getByText('+44 7400 123456')).toBeVisible();
  });

  test('tells with `input` of each value that is a person’s, and of none that is the page’s', async () => {
    const field = await make();
    const told: string[] = [];
    field.addEventListener('input', () => told.push(field.value));
    await userEvent.click(input());
    await userEvent.keyboard('7400123456');
    expect(told.at(-1)).toBe('+447400123456');
    expect(told).toHaveLength(10);
    await userEvent.click(country());
    await userEvent.fill(page.getByRole('combobox'), 'Italy');
    await userEvent.click(page.getByRole('option', { name: /Italy/ }));
    await expect.poll(() => field.value).toMatch(/^\+39/);
    await expect.poll(() => told.at(-1)).toBe(field.value);
    const before = told.length;
    field.value = '+33612345678';
    await expect.poll(() => field.country).toBe('FR');
    await expect.poll(() => field.value).toBe('+33612345678');
    expect(told).toHaveLength(before);
  });

  test('leaves the caret where the person works', async () => {
    await make();
    await userEvent.click(input());
    await userEvent.keyboard('7400123456');
    element().setSelectionRange(2, 2);
    await userEvent.keyboard('9');
    expect([element().value.replace(/ /g, ''), element().selectionStart]).toEqual(['74900123456', 3]);
    await userEvent.keyboard('{Backspace}');
    expect([element().value, element().selectionStart]).toEqual(['7400 123456', 2]);
    element().setSelectionRange(5, 5);
    await userEvent.keyboard('{Backspace}');
    expect([element().value.replace(/ /g, ''), element().selectionStart]).toEqual(['740123456', 3]);
  });

  test('keeps all selected what was selected when it is reformatted', async () => {
    const field = await make();
    await userEvent.click(input());
    await userEvent.keyboard('7400123456');
    element().select();
    field.country = 'US';
    await expect.poll(() => field.country).toBe('US');
    await field.updateComplete;
    await userEvent.keyboard('4');
    expect(element().value).toBe('4');
  });

  test.each([
    ['+1 876 555 0123', 'JM', '+18765550123'],
    ['tel:+39-347-123-4567', 'IT', '+393471234567'],
    ['0044 7400 123456', 'GB', '+447400123456'],
    ['+44 (0)7400 123456', 'GB', '+447400123456'],
    ['+7 701 234 56 78', 'KZ', '+77012345678'],
  ])('reads the pasted %s as a number of %s', async (text, code, e164) => {
    const field = await make('GB');
    await paste(text);
    await expect.poll(() => [field.country, field.value]).toEqual([code, e164]);
  });

  test('reads numbers that are filled in with their plus left out', async () => {
    const field = await make('US');
    fillIn('12125550123');
    await expect.poll(() => field.value).toBe('+12125550123');
    fillIn('447400123456');
    await expect.poll(() => [field.country, field.value]).toEqual(['GB', '+447400123456']);
  });

  test('tells of value and country together, once for each change', async () => {
    const field = await make();
    const seen: [string, string | undefined][] = [];
    field.addEventListener('phone-number-change', ({ value, country }) => seen.push([value, country]));
    await paste('+33 6 12 34 56 78');
    await expect.poll(() => seen).toEqual([['+33612345678', 'FR']]);
  });

  test('refuses a letter so that it is felt and announced', async () => {
    await make();
    await userEvent.click(input());
    await userEvent.keyboard('74q');
    expect(element().value).toBe('74');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Digits only, please.');
  });

  test.each([
    ['', 'Enter your phone number.'],
    ['7400', 'This number is too short.'],
    ['740012345678901', 'This number is too long.'],
    ['+999 1234567', 'No country has this calling code.'],
  ])('says what is wrong with "%s", next to the field and aloud, and goes there', async (text, sentence) => {
    const field = await make();
    if (text) await paste(text);
    element().blur();
    expect(await field.check()).toBe(undefined);
    await expect.element(input()).toBeInvalid();
    await expect.element(input()).toHaveAccessibleDescription(new RegExp(sentence.replace('.', '\\.')));
    expect(document.activeElement).toBe(field);
    // Read with the focus; said to who is there already.
    await expect.element(page.getByRole('alert')).toHaveTextContent('');
    expect(await field.check()).toBe(undefined);
    await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
    if (text) expect(element().value).not.toBe('');
  });

  test('warns of a landline each time, and lets it pass for who insists', async () => {
    const field = await make();
    await paste('20 7946 0958');
    expect(await field.check()).toBe(undefined);
    await expect.element(page.getByRole('alert')).toHaveTextContent('does not look like a mobile');
    expect(await field.check()).toBe(undefined);
    expect(await field.check(true)).toBe('+442079460958');
  });

  test('warns of a landline also who insists before having been told', async () => {
    const field = await make();
    await paste('20 7946 0958');
    expect(await field.check(true)).toBe(undefined);
  });

  test('refuses a landline where only mobiles will do', async () => {
    const field = await make();
    field.validation = 'mobile';
    await paste('20 7946 0958');
    expect(await field.check()).toBe(undefined);
    expect(await field.check()).toBe(undefined);
  });

  test('refuses a country that the page does not serve', async () => {
    const field = await make();
    field.countries = ['GB', 'IE'];
    await field.updateComplete;
    await paste('+1 202 555 0123');
    await expect.poll(() => field.country).toBe('US');
    expect(await field.check()).toBe(undefined);
    await expect.element(page.getByRole('alert')).toHaveTextContent('We can’t text numbers in this country.');
  });

  test('keeps Italy’s zero', async () => {
    const field = await make('IT');
    await userEvent.click(input());
    await userEvent.keyboard('0669812345');
    expect(field.value).toBe('+390669812345');
  });

  test('takes another country for the same digits', async () => {
    const field = await make('US');
    await userEvent.click(input());
    await userEvent.keyboard('4165550123');
    field.country = 'CA';
    await field.updateComplete;
    expect([field.value, field.country]).toEqual(['+14165550123', 'CA']);
    await expect.element(country()).toHaveAccessibleName(/Canada, \+1/);
  });

  test('guesses a country where none is named, and never over what a person did', async () => {
    const field = await show<PhoneNumberField>(html`<phone-number-field lang="en"></phone-number-field>`);
    fillIn('+4915112345678');
    await expect.poll(() => [field.country, field.value]).toEqual(['DE', '+4915112345678']);
    const only = await show<PhoneNumberField>(
      html`<phone-number-field lang="en" countries="TH"></phone-number-field>`,
    );
    await expect.poll(() => only.country).toBe('TH');
  });

  test('asks the page’s own detectCountry, and takes no answer over what a person did', async () => {
    let answer: (country: string) => void = () => undefined;
    const detect = () => new Promise<string>(resolve => (answer = resolve));
    const field = await show<PhoneNumberField>(
      html`<phone-number-field lang="en" .detectCountry=${detect}></phone-number-field>`,
    );
    await expect.poll(() => field.country).not.toBe(undefined);
    answer('nz');
    await expect.poll(() => field.country).toBe('NZ');

    const other = await show<PhoneNumberField>(
      html`<phone-number-field lang="en" .detectCountry=${detect}></phone-number-field>`,
    );
    await expect.poll(() => other.country).not.toBe(undefined);
    other.country = 'FR';
    answer('NZ');
    await new Promise(resolve => setTimeout(resolve));
    await other.updateComplete;
    expect(other.country).toBe('FR');
  });

  test('takes part in a form under its name, and is reset with it', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    form.innerHTML =
      '<phone-number-field name="tel" lang="en" default-country="GB" required></phone-number-field>';
    const field = form.firstElementChild as PhoneNumberField;
    await field.updateComplete;
    expect(form.checkValidity()).toBe(false);
    field.value = '+447400123456';
    await expect.poll(() => new FormData(form).get('tel')).toBe('+447400123456');
    expect(form.checkValidity()).toBe(true);
    form.reset();
    await field.updateComplete;
    expect([field.value, new FormData(form).get('tel')]).toEqual(['', '']);
    form.remove();
  });

  test('submits the form around it on Enter', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    form.innerHTML = '<phone-number-field lang="en" default-country="GB"></phone-number-field>';
    let submits = 0;
    form.addEventListener('submit', event => {
      event.preventDefault();
      submits++;
    });
    await (form.firstElementChild as PhoneNumberField).updateComplete;
    await userEvent.click(input());
    await userEvent.keyboard('{Enter}');
    expect(submits).toBe(1);
    form.remove();
  });
});
