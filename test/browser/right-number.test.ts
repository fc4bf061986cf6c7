/** A message goes to the number that was meant, and to no other: each case through to what the server was asked to send. */
import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneNumberField, PhoneSignIn } from '../../src/index.js';
import { serveInPage, show } from './helpers.js';

const number = () => page.getByRole('textbox', { name: 'Phone number' });
const input = () => number().element() as HTMLInputElement;
const code = () => page.getByRole('textbox', { name: '6-digit code' });
const anyway = () => page.getByRole('button', { name: 'Send anyway' });

async function make(country: string) {
  const inPage = serveInPage();
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in lang="en" default-country=${country} .backend=${inPage.backend}></phone-sign-in>`,
  );
  await expect.element(number()).not.toHaveAttribute('placeholder', '');
  await userEvent.click(number());
  return Object.assign(inPage, { signIn });
}

const selectAll = '{Control>}a{/Control}';
const undo = '{Control>}z{/Control}';
const redo = '{Control>}{Shift>}z{/Shift}{/Control}';

/** As a browser does it: the text in place of the selection, and one event. */
function paste(text: string): void {
  document.execCommand('insertText', false, text);
}

describe('the message goes to', () => {
  test.each([
    ['US', `2125550123${selectAll}+3546111234`, '+3546111234'],
    ['US', '+3546111234{Home}0{Backspace}', '+3546111234'],
    ['US', '+3546111234{Home}{Shift>}{ArrowRight}{/Shift}+', '+3546111234'],
    ['GB', `7400123456${selectAll}{Backspace}+886912345678`, '+886912345678'],
    ['GB', `+33612345678${selectAll}7400123456`, '+447400123456'],
    ['GB', `7400123456${selectAll}+33612345678${undo}`, '+447400123456'],
    ['GB', `7400123456${selectAll}+33612345678${undo}${redo}`, '+33612345678'],
    ['GB', `740012345699{Backspace}{Backspace}`, '+447400123456'],
  ])('%s, keys %s: %s', async (country, keys, expected) => {
    const { messages } = await make(country);
    await userEvent.keyboard(keys);
    await userEvent.keyboard('{Enter}');
    await expect.element(code()).toBeVisible();
    expect(messages.map(({ phone }) => phone)).toEqual([expected]);
    expect(page.getByText(expected.slice(1, 3), { exact: false }).elements().length).toBeGreaterThan(0);
  });

  test.each([
    ['TH', '0066812345678', '+66812345678'],
    ['CO', '00573211234567', '+573211234567'],
    ['SG', '001' + '66812345678', '+66812345678'],
    ['CN', 'https://wa.me/13123456789', '+13123456789'],
    ['GB', 'https://api.whatsapp.com/send?phone=33612345678', '+33612345678'],
    ['US', 't.me/+886912345678', '+886912345678'],
    ['RU', '+8 (912) 345-67-89', '+79123456789'],
    ['BR', '(11) 6123-4567', '+5511961234567'],
    ['BJ', '90 01 12 34', '+2290190011234'],
  ])('%s, the pasted %s: %s, which is what was shown', async (country, text, expected) => {
    const { messages } = await make(country);
    await expect.poll(() => input().placeholder).not.toBe('');
    paste(text);
    await expect.poll(() => page.getByText(/^\+[\d ]+$/).elements().length).toBeGreaterThan(0);
    await userEvent.keyboard('{Enter}');
    const offer = page.getByRole('button', { name: /Did you mean/ });
    await expect.poll(() => code().elements().length + offer.elements().length).toBeGreaterThan(0);
    if (offer.elements().length > 0) {
      await userEvent.click(offer);
      await userEvent.keyboard('{Enter}');
    }
    await expect.element(code()).toBeVisible();
    expect(messages.map(({ phone }) => phone)).toEqual([expected]);
  });

  test.each([
    ['+81 90 1234 5678', '+819012345678'],
    ['+1 901 234 5678', '+19012345678'],
  ])(
    'one of two numbers that were written alike, once the person has said which: %s',
    async (name, phone) => {
      const { messages, requests } = await make('TH');
      await userEvent.keyboard('0081 90 1234 5678{Enter}');
      await expect.element(page.getByText('Which number do you mean?').first()).toBeVisible();
      await expect.element(page.getByRole('alert')).toHaveTextContent(/\+81 90 1234 5678.*\+1 901 234 5678/);
      await userEvent.keyboard('{Enter}');
      expect(requests).toHaveLength(0);
      await userEvent.click(page.getByRole('button', { name: new RegExp(name.replace('+', '\\+')) }));
      await expect.element(page.getByText(name).first()).toBeVisible();
      await userEvent.keyboard('{Enter}');
      await expect.element(code()).toBeVisible();
      expect(messages.map(message => message.phone)).toEqual([phone]);
    },
  );

  test('the number that was offered in place of one that is too long', async () => {
    const { messages, requests } = await make('US');
    await userEvent.keyboard('442079460958{Enter}');
    const offer = page.getByRole('button', { name: /Did you mean .\+44 20 7946 0958/ });
    await expect.element(offer).toBeVisible();
    expect(requests).toHaveLength(0);
    await userEvent.click(offer);
    await userEvent.keyboard('{Enter}');
    await userEvent.click(anyway());
    await expect.element(code()).toBeVisible();
    expect(messages.map(({ phone }) => phone)).toEqual(['+442079460958']);
  });

  test('nobody while a digit is missing, which is said', async () => {
    const { requests } = await make('GB');
    await userEvent.keyboard('740012345{Enter}');
    await expect.element(page.getByText('A digit seems to be missing.').first()).toBeVisible();
    expect(requests).toHaveLength(0);
  });

  test('nobody without a warning: a landline is not promised a text', async () => {
    await make('GB');
    await userEvent.keyboard('2079460958');
    await expect.element(page.getByText('+44 20 7946 0958')).toBeVisible();
    expect(page.getByText(/We will text \+/).elements()).toHaveLength(0);
  });

  test('what was there before a paste that was taken back, once', async () => {
    const { messages, signIn } = await make('GB');
    await userEvent.keyboard('7400123456');
    await userEvent.keyboard(selectAll);
    paste('+33 6 12 34 56 78');
    await expect.poll(() => input().value).toBe('6 12 34 56 78');
    await userEvent.keyboard(undo);
    expect(input().value).toBe('7400 123456');
    await userEvent.keyboard(redo);
    expect(input().value).toBe('6 12 34 56 78');
    await userEvent.keyboard(`${undo}{Enter}`);
    await expect.element(code()).toBeVisible();
    expect([messages.map(({ phone }) => phone), signIn.state.phone]).toEqual([
      ['+447400123456'],
      '+447400123456',
    ]);
  });

  test.each([
    ['Enter twice', () => userEvent.keyboard('{Enter}{Enter}{Enter}')],
    [
      'a double press of the button',
      () => userEvent.dblClick(page.getByRole('button', { name: 'Text me a code' })),
    ],
  ])('no landline by %s: only "Send anyway" goes over the warning', async (_, press) => {
    const { messages, requests, signIn } = await make('GB');
    await userEvent.keyboard('2079460958');
    await press();
    await expect.element(anyway()).toBeVisible();
    await signIn.requestCode();
    expect([signIn.state.step, requests.length]).toEqual(['number', 0]);
    await userEvent.click(anyway());
    await expect.element(code()).toBeVisible();
    expect(messages.map(({ phone }) => phone)).toEqual(['+442079460958']);
  });

  test('the number of the widget that was used, where a page has two', async () => {
    const [first, second] = [serveInPage(), serveInPage()];
    const both = await show<HTMLDivElement & { updateComplete: Promise<unknown> }>(
      html`<div lang="en">
        <phone-sign-in class="a" default-country="GB" .backend=${first.backend}></phone-sign-in>
        <phone-sign-in class="b" default-country="GB" .backend=${second.backend}></phone-sign-in>
      </div>`,
    );
    const [a, b] = [...both.querySelectorAll('phone-sign-in')];
    await expect.poll(() => number().elements()).toHaveLength(2);
    const enter = async (index: number, keys: string) => {
      await userEvent.click(number().nth(index));
      await userEvent.keyboard(`${keys}{Enter}`);
    };
    await enter(0, '7400123456');
    await expect.poll(() => a!.state.step).toBe('code');
    await enter(0, '7400123457');
    await expect.poll(() => b!.state.step).toBe('code');
    expect([a!.state.phone, b!.state.phone]).toEqual(['+447400123456', '+447400123457']);
    expect([first, second].map(({ messages }) => messages.map(({ phone }) => phone))).toEqual([
      ['+447400123456'],
      ['+447400123457'],
    ]);

    // A reload: each comes back to its own.
    both.remove();
    const again = await show<HTMLDivElement & { updateComplete: Promise<unknown> }>(
      html`<div lang="en">
        <phone-sign-in default-country="GB" .backend=${first.backend}></phone-sign-in>
        <phone-sign-in default-country="GB" .backend=${second.backend}></phone-sign-in>
        <phone-sign-in id="third" default-country="GB" .backend=${second.backend}></phone-sign-in>
      </div>`,
    );
    await expect
      .poll(() => [...again.querySelectorAll('phone-sign-in')].map(({ state }) => state.phone))
      .toEqual(['+447400123456', '+447400123457', undefined]);
  });
});

describe('the number shown', () => {
  test('is the one that was sent to, though the page named another one first', async () => {
    const inPage = serveInPage();
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in lang="en" phone="+12125550123" .backend=${inPage.backend}></phone-sign-in>`,
    );
    await expect.poll(() => input().value).toContain('555');
    await userEvent.click(number());
    await userEvent.keyboard(`${selectAll}+447400123456{Enter}`);
    await expect.element(code()).toBeVisible();
    await expect.element(page.getByText('+44 7400 123456')).toBeVisible();
    expect(page.getByText('212').elements()).toHaveLength(0);
    expect(signIn.state.phone).toBe('+447400123456');
  });

  test('is what was typed, where the page names one later', async () => {
    const { signIn } = await make('GB');
    await userEvent.keyboard('7400');
    signIn.phone = '+12125550123';
    await signIn.updateComplete;
    await userEvent.keyboard('123456');
    expect(input().value).toBe('7400 123456');
  });

  test('is the page’s newest one, while nobody has typed', async () => {
    const { signIn } = await make('GB');
    const field = () => signIn.shadowRoot!.querySelector<PhoneNumberField>('phone-number-field')!;
    signIn.phone = '+12125550123';
    await expect.poll(() => field().value).toBe('+12125550123');
    signIn.phone = '+447400123456';
    await expect.poll(() => field().value).toBe('+447400123456');
  });
});
