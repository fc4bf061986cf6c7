/** A key is read and told of after its picture: whoever asks before that gets no older answer. */
import { html, type TemplateResult } from 'lit';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneNumberField } from '../../src/index.js';
import { show } from './helpers.js';

const input = () => page.getByRole('textbox', { name: 'Phone number' });

/** A field that can read numbers, on a page that draws no frame from here on. */
async function make(template: TemplateResult): Promise<PhoneNumberField> {
  const { parentElement } = await show<PhoneNumberField>(template);
  const field = parentElement!.querySelector('phone-number-field')!;
  await expect.element(input()).not.toHaveAttribute('placeholder', '');
  await userEvent.click(input());
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  onTestFinished(() => frames.mockRestore());
  return field;
}

/** Types a number, one digit too few at the end, and answers what was seen in the listeners of each key. */
async function seenAtKeys<T>(field: PhoneNumberField, see: () => T): Promise<T[]> {
  const seen: T[] = [];
  field.addEventListener('input', ({ isTrusted }) => isTrusted && seen.push(see()));
  await userEvent.keyboard('7400123456{Backspace}');
  return seen;
}

const e164 = '+447400123456';

test('the field itself answers of the key that is being told', async () => {
  const field = await make(
    html`<phone-number-field lang="en" required default-country="GB"></phone-number-field>`,
  );
  const seen = await seenAtKeys(field, () => [field.validity.valid, field.checkValidity(), field.value]);
  expect(seen).toHaveLength(11);
  expect(seen.slice(8)).toEqual([
    [false, false, ''],
    [true, true, e164],
    [false, false, ''],
  ]);
});

test('its messages are of that key, whatever the page has to say meanwhile', async () => {
  const field = await make(html`<phone-number-field lang="en" default-country="GB"></phone-number-field>`);
  const seen = await seenAtKeys(field, () => {
    field.setCustomValidity(field.value && 'Taken.');
    const { validationMessage } = field;
    field.setCustomValidity('');
    return [validationMessage, field.validationMessage];
  });
  const short = 'A digit seems to be missing.';
  expect(seen.slice(8)).toEqual([
    [short, short],
    ['Taken.', ''],
    [short, short],
  ]);
});

test('a form around it has the value and the judgement of that key', async () => {
  const field = await make(
    html`<form lang="en">
      <phone-number-field name="phone" required default-country="GB"></phone-number-field>
    </form>`,
  );
  const form = field.form!;
  const seen = await seenAtKeys(field, () => [form.checkValidity(), new FormData(form).get('phone')]);
  expect(seen.slice(8)).toEqual([
    [false, ''],
    [true, e164],
    [false, ''],
  ]);
});

test('the page hears of it before the next key', async () => {
  const field = await make(html`<phone-number-field lang="en" default-country="GB"></phone-number-field>`);
  let told = '';
  field.addEventListener('phone-number-change', ({ value }) => (told = value));
  await userEvent.keyboard('740012345');
  const heard: string[] = [];
  field.addEventListener('keydown', () => heard.push(told));
  await userEvent.keyboard('6{Enter}');
  expect(heard.at(-1)).toBe(e164);
});

test('the page hears of it before the focus is elsewhere, be the text what it was there before', async () => {
  const field = await make(
    html`<phone-number-field lang="en" value=${e164} default-country="GB"></phone-number-field>`,
  );
  let told = '';
  const heard: string[] = [];
  field.addEventListener('phone-number-change', ({ value }) => (told = value));
  field.addEventListener('blur', () => heard.push(told));
  field.addEventListener('input', () => field.value && field.blur());
  await userEvent.keyboard('{End}{Backspace}6');
  expect(heard).toEqual([e164]);
});

test('the page hears at once of what a script types', async () => {
  const field = await make(html`<phone-number-field lang="en" default-country="GB"></phone-number-field>`);
  const told: string[] = [];
  field.addEventListener('phone-number-change', ({ value }) => told.push(value));
  const element = input().element() as HTMLInputElement;
  element.value = e164;
  element.dispatchEvent(
    new InputEvent('input', { inputType: 'insertText', data: '6', bubbles: true, composed: true }),
  );
  expect(told).toEqual([e164]);
});
