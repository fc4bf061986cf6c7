import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneCodeField } from '../../src/index.js';
import { show } from './helpers.js';

const input = () => page.getByRole('textbox', { name: '6-digit code' });

function paste(text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const target = input().element() as HTMLInputElement;
  target.focus();
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

/** What browsers do when they fill in: the value at once, and an `input` event with no `inputType`. */
function fillIn(text: string): void {
  const target = input().element() as HTMLInputElement;
  target.value = text;
  target.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  target.dispatchEvent(new Event('change', { bubbles: true }));
}

async function make(): Promise<{ field: PhoneCodeField; codes: string[] }> {
  const field = await show<PhoneCodeField>(html`<phone-code-field lang="en"></phone-code-field>`);
  const codes: string[] = [];
  field.addEventListener('phone-code-complete', event => codes.push(event.code));
  return { field, codes };
}

describe('<phone-code-field>', () => {
  test('is one input that a browser can fill in, with nothing that cuts what is pasted', async () => {
    await make();
    const element = input().element() as HTMLInputElement;
    expect(element.autocomplete).toBe('one-time-code');
    expect(element.inputMode).toBe('numeric');
    expect(element.hasAttribute('maxlength')).toBe(false);
    expect(parseFloat(getComputedStyle(element).fontSize)).toBeGreaterThanOrEqual(16);
  });

  test('tells of the complete code once for each distinct code', async () => {
    const { field, codes } = await make();
    await userEvent.click(input());
    await userEvent.keyboard('123456');
    expect(codes).toEqual(['123456']);
    await userEvent.keyboard('{Backspace}6');
    expect(codes).toEqual(['123456', '123456']);
    expect(field.value).toBe('123456');
    fillIn('123456');
    expect(codes).toHaveLength(2);
    fillIn('654321');
    expect(codes.at(-1)).toBe('654321');
  });

  test.each([
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['Your code is 123456.', '123456'],
    ['123456 is your code. It is valid for 10 minutes. © 2026', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['１２３４５６', '123456'],
    ['12', '12'],
  ])('takes the code out of a pasted or filled-in "%s"', async (text, code) => {
    const { field } = await make();
    paste(text);
    expect(field.value).toBe(code);
    field.value = '';
    fillIn(text);
    expect(field.value).toBe(code);
  });

  test('never eats a digit, wherever the caret is', async () => {
    const { field } = await make();
    await userEvent.click(input());
    await userEvent.keyboard('1356{ArrowLeft}{ArrowLeft}{ArrowLeft}2{ArrowRight}4');
    expect(field.value).toBe('123456');
    await userEvent.keyboard('{Home}9');
    expect(field.value).toBe('923456');
    await userEvent.keyboard('{End}7');
    expect(field.value).toBe('923456');
  });

  test('replaces the selected digits', async () => {
    const { field, codes } = await make();
    await userEvent.click(input());
    await userEvent.keyboard('111111');
    field.select();
    await userEvent.keyboard('222222');
    expect(codes).toEqual(['111111', '222222']);
  });

  test('announces a letter instead of swallowing it', async () => {
    const { field } = await make();
    await userEvent.click(input());
    await userEvent.keyboard('12x');
    expect(field.value).toBe('12');
    await expect.element(page.getByRole('status')).toHaveTextContent('Digits only, please.');
  });

  test('shows and describes an error, and Enter sends the same code again', async () => {
    const { field, codes } = await make();
    await userEvent.click(input());
    await userEvent.keyboard('123456');
    field.error = 'No connection.';
    await field.updateComplete;
    await expect.element(input()).toHaveAccessibleDescription('No connection.');
    await expect.element(input()).toBeInvalid();
    await userEvent.keyboard('{Enter}');
    expect(codes).toEqual(['123456', '123456']);
  });

  test('takes part in a form under its name, and is reset with it', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    form.innerHTML = '<phone-code-field name="otp" lang="en" required></phone-code-field>';
    const field = form.firstElementChild as PhoneCodeField;
    await field.updateComplete;
    expect(form.checkValidity()).toBe(false);
    await userEvent.click(input());
    await userEvent.keyboard('123456');
    expect(new FormData(form).get('otp')).toBe('123456');
    expect(form.checkValidity()).toBe(true);
    form.reset();
    expect(field.value).toBe('');
    form.remove();
  });

  test('has as many slots as the code has digits', async () => {
    const { field } = await make();
    field.length = 8;
    await field.updateComplete;
    await userEvent.click(page.getByRole('textbox', { name: '8-digit code' }));
    await userEvent.keyboard('12345678');
    expect(field.value).toBe('12345678');
  });

  test('two that come and go in one task leave the page alive', async () => {
    for (let round = 0; round < 3; round++) {
      const both = [0, 1].map(() => document.createElement('phone-code-field'));
      document.body.append(...both);
      await Promise.all(both.map(field => field.updateComplete));
      both.forEach(field => field.remove());
      document.body.append(...both);
      both.forEach(field => field.remove());
    }
    const field = await show<PhoneCodeField>(html`<phone-code-field lang="en"></phone-code-field>`);
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('123456');
    expect(field.value).toBe('123456');
  });
});
