/** What of a flow must not get out of it, or into another: addresses that are scripts, steps, tokens. */
import { html, render } from 'lit';
import { afterEach, expect, test } from 'vitest';
import type { Backend, Challenge, E164, Outcome, PhoneSignIn, Purpose } from '../../src/index.js';
import { next, show } from './helpers.js';

const phone = '+447400123456' as E164;
const challenge: Challenge = {
  phone,
  purpose: 'sign-in',
  codeLength: 6,
  expiresAtMs: Date.now() + 600_000,
  resendAtMs: Date.now() + 60_000,
  attemptsLeft: undefined,
  maskedPhone: undefined,
  state: undefined,
};
const purposes: Purpose[] = ['sign-in', 'mfa-verification'];

/** Every code is right and ends so. */
const backendWith = (outcome: Outcome): Backend => ({
  capabilities: { purposes, knowsPhone: true },
  requestCode: ({ purpose }) => Promise.resolve({ ...challenge, purpose }),
  resendCode: () => Promise.resolve(challenge),
  verifyCode: () => Promise.resolve(outcome),
});

afterEach(() => document.querySelectorAll('form').forEach(form => form.remove()));

async function toCode(outcome: Outcome, name = ''): Promise<PhoneSignIn> {
  const form = document.createElement('form');
  render(
    html`<phone-sign-in
      lang="en"
      name=${name}
      phone-locked
      phone=${phone}
      .backend=${backendWith(outcome)}
    ></phone-sign-in>`,
    document.body.appendChild(form),
  );
  const signIn = form.firstElementChild as PhoneSignIn;
  await signIn.updateComplete;
  const sent = next(signIn, 'phone-code-sent');
  await signIn.requestCode();
  await sent;
  return signIn;
}

test('a redirect to a script is told to the page, and not followed', async () => {
  const page = globalThis as { isScriptRun?: boolean };
  const signIn = await toCode({ kind: 'redirect', url: 'javascript:void(globalThis.isScriptRun = true)' });
  const verified = next(signIn, 'phone-verified');
  signIn.verify('123456');
  expect((await verified).outcome).toMatchObject({ kind: 'redirect' });
  // What is followed is run in its turn: an address that is asked for later comes later.
  const frame = document.body.appendChild(document.createElement('iframe'));
  await new Promise<void>(resolve => {
    frame.onload = () => resolve();
    frame.src = URL.createObjectURL(new Blob(['<p>later</p>'], { type: 'text/html' }));
  });
  frame.remove();
  expect(page.isScriptRun).toBeUndefined();
});

test('a step that was kept for one purpose is not another’s', async () => {
  const first = await toCode({ kind: 'done' });
  first.remove();
  const other = await show<PhoneSignIn>(
    html`<phone-sign-in
      lang="en"
      purpose="mfa-verification"
      phone-locked
      .backend=${backendWith({ kind: 'done' })}
    ></phone-sign-in>`,
  );
  expect(other.state.step).toBe('number');
  const same = await show<PhoneSignIn>(
    html`<phone-sign-in lang="en" phone-locked .backend=${backendWith({ kind: 'done' })}></phone-sign-in>`,
  );
  expect(same.state.step, 'it was kept').toBe('code');
});

test('a reset in a listener leaves a form nothing to submit, and every listener hears the steps in order', async () => {
  const signIn = await toCode({ kind: 'session', token: 'secret', claims: {} }, 'proof');
  const steps: string[] = [];
  signIn.addEventListener('phone-step-change', ({ step }) => {
    if (step === 'done') signIn.reset();
  });
  signIn.addEventListener('phone-step-change', ({ step }) => steps.push(step));
  const verified = next(signIn, 'phone-verified');
  signIn.verify('123456');
  await verified;
  await signIn.updateComplete;
  expect(signIn.state.step).toBe('number');
  expect(steps).toEqual(['verifying', 'done', 'number']);
  const form = signIn.closest('form');
  expect(form && [...new FormData(form)]).toEqual([]);
});
