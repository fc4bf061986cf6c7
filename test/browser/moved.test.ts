/** A sign-in that the page puts elsewhere, as frameworks do, is where it was: step, and what was entered. */
import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import type { Backend, PhoneSignIn, Step } from '../../src/index.js';
import { inputOf, settled } from './controls.js';
import { next, serveInPage, show } from './helpers.js';

const phone = '+447400123456';

async function make(answers: Partial<Backend> = {}): Promise<PhoneSignIn> {
  const { backend } = serveInPage();
  return show<PhoneSignIn>(
    html`<phone-sign-in
      lang="en"
      default-country="GB"
      .backend=${{ ...backend, ...answers }}
    ></phone-sign-in>`,
  );
}

async function move(signIn: PhoneSignIn): Promise<void> {
  const section = signIn.parentElement!.appendChild(document.createElement('section'));
  section.append(signIn);
  // A task later it would have ended, had it been taken out for good.
  await new Promise(done => setTimeout(done));
  await settled(signIn as never);
}

const hangs = () => new Promise<never>(() => undefined);
const enter = (input: HTMLInputElement, text: string) => {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
};

async function toCode(signIn: PhoneSignIn): Promise<void> {
  signIn.numberField!.value = phone;
  const sent = next(signIn, 'phone-code-sent');
  await signIn.requestCode();
  await sent;
  await expect.poll(() => signIn.codeField?.hasUpdated).toBe(true);
}

describe('keeps its step and what was typed when it is moved', () => {
  test('at the number, whole or not', async () => {
    for (const typed of ['7400', '7400123456']) {
      const signIn = await make();
      await settled(signIn.numberField as never);
      enter(inputOf(signIn.numberField!), typed);
      const shown = inputOf(signIn.numberField!).value;
      await move(signIn);
      expect([signIn.state.step, inputOf(signIn.numberField!).value]).toEqual(['number', shown]);
      enter(inputOf(signIn.numberField!), '7400123457');
      expect(await signIn.numberField!.check()).toBe('+447400123457');
      signIn.remove();
    }
  });

  test('while a message is asked for', async () => {
    const signIn = await make({ requestCode: hangs });
    signIn.numberField!.value = phone;
    await signIn.requestCode();
    await move(signIn);
    expect([signIn.state.step, signIn.numberField!.value]).toEqual(['sending', phone]);
  });

  test('at the code, which goes on to the end', async () => {
    const inPage = serveInPage();
    const signIn = await make(inPage.backend);
    await toCode(signIn);
    enter(inputOf(signIn.codeField!), '123');
    await move(signIn);
    expect([signIn.state.step, signIn.codeField!.value]).toEqual(['code', '123']);
    const verified = next(signIn, 'phone-verified');
    enter(inputOf(signIn.codeField!), inPage.messages[0]!.code);
    expect((await verified).phone).toBe(phone);
    await move(signIn);
    expect(signIn.state.step).toBe('done');
    expect(inPage.messages).toHaveLength(1);
  });

  test('while a code is checked', async () => {
    const signIn = await make({ verifyCode: hangs });
    await toCode(signIn);
    enter(inputOf(signIn.codeField!), '123456');
    await expect.poll(() => signIn.state.step).toBe('verifying' satisfies Step);
    await move(signIn);
    expect([signIn.state.step, signIn.codeField!.value]).toEqual(['verifying', '123456']);
  });

  test('at what the backend asks for after the code', async () => {
    const signIn = await make({
      verifyCode: () => Promise.resolve({ kind: 'next', next: { kind: 'new-password', state: undefined } }),
      continueWith: hangs,
    });
    await toCode(signIn);
    signIn.verify('123456');
    const password = () => signIn.shadowRoot!.querySelector('phone-password-field');
    await expect.poll(() => password()?.hasUpdated).toBe(true);
    enter(inputOf(password()!), 'correct horse');
    await move(signIn);
    expect([signIn.state.step, password()!.value]).toEqual(['next', 'correct horse']);
  });
});
