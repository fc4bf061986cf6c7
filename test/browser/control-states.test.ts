/** What style sheets of the page can tell of a control, by `:state()`. */
import { html } from 'lit';
import { expect, test } from 'vitest';
import type { PhoneCodeField, PhoneNumberField, PhoneSignIn } from '../../src/index.js';
import { settled } from './controls.js';
import { deadNetwork, next, serveInPage, show } from './helpers.js';

const statesOf = (element: HTMLElement, names: readonly string[]) =>
  names.filter(name => element.matches(`:state(${name})`));
const fieldStates = ['busy', 'invalid', 'warning'];
const steps = ['number', 'sending', 'code', 'verifying', 'next', 'done'];

test('the number is busy, wrong or warned of', async () => {
  const field = await show<PhoneNumberField>(
    html`<phone-number-field lang="en" default-country="GB"></phone-number-field>`,
  );
  const seen = async () => {
    await settled(field as never);
    return statesOf(field, fieldStates);
  };
  expect(await seen()).toEqual([]);
  field.busy = true;
  expect(await seen()).toEqual(['busy']);
  field.busy = false;
  field.error = 'No.';
  expect(await seen()).toEqual(['invalid']);
  field.error = '';
  await field.check();
  expect(await seen(), 'a complaint of its own').toEqual(['invalid']);
  field.value = '+442079460958';
  await field.check();
  expect(await seen(), 'a landline').toEqual(['warning']);
  field.error = 'No.';
  expect(await seen(), 'an error goes before a warning').toEqual(['invalid']);
  field.error = '';
  field.value = '+447400123456';
  expect(await seen()).toEqual([]);
});

test('the code is busy or wrong', async () => {
  const field = await show<PhoneCodeField>(html`<phone-code-field lang="en"></phone-code-field>`);
  const seen = async () => {
    await settled(field as never);
    return statesOf(field, fieldStates);
  };
  expect(await seen()).toEqual([]);
  field.busy = true;
  expect(await seen()).toEqual(['busy']);
  field.error = 'No.';
  expect(await seen()).toEqual(['busy', 'invalid']);
  field.busy = false;
  field.error = '';
  expect(await seen()).toEqual([]);
});

test('the sign-in is at one step, and the number in it has its error', async () => {
  const inPage = serveInPage();
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in lang="en" default-country="GB" .backend=${inPage.backend}></phone-sign-in>`,
  );
  const step = () => expect.poll(() => statesOf(signIn, steps));
  await step().toEqual(['number']);
  signIn.numberField!.value = '+447400123456';
  inPage.faults.push(deadNetwork);
  const failed = next(signIn, 'phone-error');
  await signIn.requestCode();
  await failed;
  await step().toEqual(['number']);
  await expect.poll(() => statesOf(signIn.numberField!, fieldStates)).toEqual(['invalid']);
  let answer: () => void = () => undefined;
  inPage.faults.push(async request => {
    await new Promise<void>(resolve => (answer = resolve));
    return inPage.server.fetch(request);
  });
  await signIn.requestCode();
  await step().toEqual(['sending']);
  expect(statesOf(signIn.numberField!, fieldStates)).toEqual(['busy']);
  await expect.poll(() => inPage.requests.length).toBe(2);
  answer();
  await step().toEqual(['code']);
  inPage.faults.push(async request => {
    await new Promise<void>(resolve => (answer = resolve));
    return inPage.server.fetch(request);
  });
  signIn.verify(inPage.messages[0]!.code);
  await step().toEqual(['verifying']);
  await expect.poll(() => inPage.requests.length).toBe(3);
  answer();
  await step().toEqual(['done']);
});
