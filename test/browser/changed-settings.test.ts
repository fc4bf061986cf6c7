/** What a page changes when the controls are there already, with something in them. */
import { html } from 'lit';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneCodeField, PhoneNumberField, PhoneSignIn } from '../../src/index.js';
import { inputOf, settled } from './controls.js';
import { next, serveInPage, show } from './helpers.js';

const slots = (field: PhoneCodeField) => field.shadowRoot!.querySelectorAll('.slot').length;

test('the length of a code: digits that no longer count are left out, and count again', async () => {
  const field = await show<PhoneCodeField>(html`<phone-code-field lang="en"></phone-code-field>`);
  const codes: string[] = [];
  field.addEventListener('phone-code-complete', ({ code }) => codes.push(code));
  const become = async (length: number | null) => {
    Object.assign(field, { length });
    await field.updateComplete;
    return [slots(field), field.value, field.validity.tooShort];
  };
  await userEvent.click(page.getByRole('textbox'));
  await userEvent.keyboard('12345');
  expect(await become(8)).toEqual([8, '12345', true]);
  expect(await become(4)).toEqual([4, '1234', false]);
  expect(await become(null)).toEqual([6, '12345', true]);
  expect(codes).toEqual([]);
  await userEvent.keyboard('6');
  expect(codes).toEqual(['123456']);
});

test('the language: what is typed stays, words and validation follow', async () => {
  const [number, code] = await Promise.all([
    show<PhoneNumberField>(html`<phone-number-field default-country="GB" locale="en"></phone-number-field>`),
    show<PhoneCodeField>(html`<phone-code-field locale="en"></phone-code-field>`),
  ]);
  await settled(number as never);
  await userEvent.click(inputOf(number));
  await userEvent.keyboard('74001');
  await userEvent.click(inputOf(code));
  await userEvent.keyboard('123');
  await number.check();
  const label = (field: HTMLElement) => field.shadowRoot!.querySelector('label')!.textContent;
  const seen = () =>
    [number, code].map(field => [label(field), inputOf(field).value, field.validationMessage]);
  const english = seen();
  number.locale = code.locale = 'de';
  await expect.poll(() => [label(number), label(code)]).toEqual(['Telefonnummer', '6-stelliger Code']);
  const german = seen();
  for (const [index, [, value, message]] of german.entries()) {
    expect(value).toBe(english[index]![1]);
    expect(message).not.toBe('');
    expect(message).not.toBe(english[index]![2]);
  }
  number.locale = code.locale = 'en';
  await expect.poll(seen).toEqual(english);
});

test('the countries and the country to begin with: a number is judged by the rules of now', async () => {
  const field = await show<PhoneNumberField>(
    html`<phone-number-field lang="en" default-country="GB"></phone-number-field>`,
  );
  await settled(field as never);
  await userEvent.click(inputOf(field));
  await userEvent.keyboard('7400123456');
  await expect.poll(() => field.value).toBe('+447400123456');
  const judged = async (settings: object) => {
    Object.assign(field, settings);
    await settled(field as never);
    await settled(field as never);
    return [await field.check(), field.validity.valid, inputOf(field).value];
  };
  const shown = inputOf(field).value;
  expect(await judged({ countries: ['DE', 'AT'] })).toEqual([undefined, false, shown]);
  expect(await judged({ countries: ['DE', 'GB'] })).toEqual(['+447400123456', true, shown]);
  expect(await judged({ excludeCountries: ['GB'] })).toEqual([undefined, false, shown]);
  expect(await judged({ countries: [], excludeCountries: [] })).toEqual(['+447400123456', true, shown]);
  expect(await judged({ defaultCountry: 'DE' })).toEqual(['+447400123456', true, shown]);
  expect(field.country, 'what a person entered is not overridden').toBe('GB');
});

test('the same of a sign-in, whose number is judged by it', async () => {
  const { backend, messages } = serveInPage();
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in lang="en" default-country="GB" no-persist .backend=${backend}></phone-sign-in>`,
  );
  await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
  await userEvent.keyboard('7400123456');
  signIn.setAttribute('countries', 'DE AT');
  await signIn.updateComplete;
  await signIn.requestCode();
  expect([signIn.state.step, messages.length]).toEqual(['number', 0]);
  signIn.removeAttribute('countries');
  signIn.locale = 'de';
  await expect.element(page.getByRole('button', { name: 'Code per SMS anfordern' })).toBeVisible();
  const sent = next(signIn, 'phone-code-sent');
  await signIn.requestCode();
  expect((await sent).phone).toBe('+447400123456');
});

test('what a form submits: a token for one purpose is none for another', async () => {
  const { backend, messages } = serveInPage();
  const form = await show<HTMLFormElement & { updateComplete: Promise<unknown> }>(
    html`<form>
      <phone-sign-in name="proof" lang="en" .backend=${backend} purpose="generic" default-country="GB">
      </phone-sign-in>
    </form>`,
  );
  const signIn = form.querySelector('phone-sign-in')!;
  const submitted = () => new FormData(form).get('proof');
  await userEvent.fill(page.getByRole('textbox', { name: 'Phone number' }), '+447400123456');
  await userEvent.click(page.getByRole('button', { name: 'Text me a code' }));
  await expect.poll(() => signIn.state.step).toBe('code');
  signIn.verify(messages.at(-1)!.code);
  await expect.poll(submitted).toBeTruthy();
  signIn.purpose = 'register';
  await signIn.updateComplete;
  expect(signIn.state.step).toBe('number');
  expect([submitted(), signIn.value]).toEqual([null, '']);
});
