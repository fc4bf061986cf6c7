/** Listeners of the page that throw: the author is told of them, the person is not, and the flow goes on. */
import { html } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneSignIn } from '../../src/index.js';
import { focused, next, serveInPage, show } from './helpers.js';

const names = [
  'input',
  'change',
  'phone-number-change',
  'phone-code-request',
  'phone-code-sent',
  'phone-step-change',
  'phone-code-verify',
  'phone-code-complete',
  'phone-verified',
] as const;

let reported: unknown[];
const keep = (event: ErrorEvent | PromiseRejectionEvent) => {
  event.preventDefault();
  reported.push('error' in event ? event.error : event.reason);
};
beforeEach(() => {
  reported = [];
  addEventListener('error', keep);
  addEventListener('unhandledrejection', keep);
});
afterEach(() => {
  removeEventListener('error', keep);
  removeEventListener('unhandledrejection', keep);
});

test.each(names)('one of %s is reported as it is, and the person signs in', async name => {
  const { backend, messages } = serveInPage();
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in lang="en" default-country="GB" .backend=${backend}></phone-sign-in>`,
  );
  const defect = new TypeError('a defect of the page');
  let calls = 0;
  // The fields inside too, as a page with fields of its own would: some of their events do not come out.
  for (const target of [signIn, signIn.shadowRoot!])
    target.addEventListener(name, () => {
      calls++;
      throw defect;
    });
  const said: string[] = [];
  signIn.addEventListener('phone-error', ({ code }) => said.push(code));
  await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
  await userEvent.keyboard('7400123456{Enter}');
  const code = page.getByRole('textbox', { name: '6-digit code' });
  await expect.element(code).toBeVisible();
  await expect.poll(focused).toBe(code.element());
  const verified = next(signIn, 'phone-verified');
  await userEvent.keyboard(messages[0]!.code);
  await verified;
  await expect.element(page.getByRole('heading', { name: 'You’re signed in' })).toBeVisible();
  expect([signIn.isOffline, said]).toEqual([false, []]);
  expect(calls).toBeGreaterThan(0);
  expect(reported).toHaveLength(calls);
  expect(new Set(reported)).toEqual(new Set([defect]));
});

test('a legal box of the page that throws is not “Can’t connect”', async () => {
  const { backend, messages } = serveInPage();
  const defect = new TypeError('a defect of the page');
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in lang="en" default-country="GB" .backend=${backend}>
      <label slot="legal"><input type="checkbox" required /> I agree</label>
    </phone-sign-in>`,
  );
  const box = signIn.querySelector('input')!;
  box.reportValidity = () => {
    throw defect;
  };
  signIn.numberField!.value = '+447400123456';
  await expect(signIn.requestCode()).rejects.toBe(defect);
  expect([signIn.isOffline, signIn.isWaiting, signIn.state.step]).toEqual([false, false, 'number']);
  Reflect.deleteProperty(box, 'reportValidity');
  box.checked = true;
  const sent = next(signIn, 'phone-code-sent');
  await signIn.requestCode();
  await sent;
  expect(messages).toHaveLength(1);
});

test('a captcha of the page that throws is told to its author, and sends nothing', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { backend, messages } = serveInPage({
    captcha: { provider: 'turnstile', siteKey: 'a-key', verify: () => Promise.resolve(true) },
  });
  const captcha = vi.fn().mockRejectedValueOnce(new TypeError('a defect of the page'));
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in
      lang="en"
      default-country="GB"
      .backend=${backend}
      .captcha=${captcha}
    ></phone-sign-in>`,
  );
  signIn.numberField!.value = '+447400123456';
  const told = next(signIn, 'phone-error');
  await signIn.requestCode();
  expect((await told).code).toBe('captcha_failed');
  expect([signIn.state.step, messages.length]).toEqual(['number', 0]);
  expect(error.mock.calls).toEqual([['phone-sign-in: captcha: TypeError: a defect of the page']]);
  captcha.mockResolvedValue('a-token');
  const sent = next(signIn, 'phone-code-sent');
  await signIn.requestCode();
  await sent;
  expect(messages).toHaveLength(1);
  error.mockRestore();
});
