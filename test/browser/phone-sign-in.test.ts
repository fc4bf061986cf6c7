import { html, type TemplateResult } from 'lit';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneSignIn, Step } from '../../src/index.js';
import { deadNetwork, focused, next, serveInPage, show, type InPage } from './helpers.js';

const number = () => page.getByRole('textbox', { name: 'Phone number' });
const code = () => page.getByRole('textbox', { name: '6-digit code' });
const send = () => page.getByRole('button', { name: 'Text me a code' });
const resend = () => page.getByRole('button', { name: 'Send a new code' });
const change = () => page.getByRole('button', { name: 'Change number' });

const mobile = '7400123456';
const shown = '+44 7400 123456';

async function make(inPage: InPage = serveInPage()): Promise<InPage & { signIn: PhoneSignIn }> {
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in lang="en" default-country="GB" .backend=${inPage.backend}></phone-sign-in>`,
  );
  return Object.assign(inPage, { signIn });
}

async function toCode(inPage?: InPage): Promise<InPage & { signIn: PhoneSignIn }> {
  const made = await make(inPage);
  await userEvent.click(number());
  await userEvent.keyboard(`${mobile}{Enter}`);
  await expect.element(code()).toBeVisible();
  await expect.poll(focused).toBe(code().element());
  return made;
}

const wrong = (right: string) => (right.startsWith('1') ? '2' : '1') + right.slice(1);
const newest = ({ messages }: InPage) => messages.at(-1)!.code;

describe('<phone-sign-in>', () => {
  test('goes from number to code to signed in, says so, and moves the focus along', async () => {
    const steps: Step[] = [];
    const made = await make();
    const { signIn, messages } = made;
    signIn.addEventListener('phone-step-change', ({ step }) => steps.push(step));
    const sent = next(signIn, 'phone-code-sent');
    const verified = next(signIn, 'phone-verified');
    await userEvent.click(number());
    await userEvent.keyboard(mobile);
    await expect.element(page.getByText(shown)).toBeVisible();
    await userEvent.click(send());
    await expect.element(code()).toBeVisible();
    expect((await sent).phone).toBe('+447400123456');
    await expect.element(page.getByText(shown)).toBeVisible();
    await expect.poll(focused).toBe(code().element());
    expect(messages).toHaveLength(1);
    await userEvent.keyboard(newest(made));
    const { outcome, phone } = await verified;
    expect([outcome.kind, phone]).toEqual(['session', '+447400123456']);
    const heading = page.getByRole('heading', { name: 'You’re signed in' });
    await expect.element(heading).toBeVisible();
    await expect.poll(focused).toBe(heading.element());
    expect(steps).toEqual(['sending', 'code', 'verifying', 'done']);
    expect(sessionStorage.getItem('phone-sign-in/1 custom  sign-in')).toBe(null);
  });

  test('sends nothing twice for a double click or two presses of Enter', async () => {
    const { requests } = await make();
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}{Enter}`);
    await expect.element(code()).toBeVisible();
    expect(requests).toHaveLength(1);
  });

  test('sends no message for a number that cannot be one', async () => {
    const { requests, signIn } = await make();
    await userEvent.click(send());
    await expect.element(page.getByText('Enter your phone number.').first()).toBeVisible();
    await userEvent.keyboard('7400{Enter}');
    await expect.element(page.getByText('This number is too short.').first()).toBeVisible();
    expect([signIn.state.step, requests.length]).toEqual(['number', 0]);
  });

  test('warns of a landline, and sends when told to', async () => {
    const { messages } = await make();
    await userEvent.click(number());
    await userEvent.keyboard('2079460958{Enter}');
    await userEvent.click(page.getByRole('button', { name: 'Send anyway' }));
    await expect.element(code()).toBeVisible();
    expect(messages[0]?.phone).toBe('+442079460958');
  });

  test('counts the tries of a wrong code, keeps its digits selected, and takes the right one', async () => {
    const made = await toCode();
    await userEvent.keyboard(wrong(newest(made)));
    await expect.element(page.getByText('That code isn’t right. Attempts left: 4').first()).toBeVisible();
    await expect.element(code()).toBeInvalid();
    const verified = next(made.signIn, 'phone-verified');
    await userEvent.keyboard(newest(made));
    await verified;
  });

  test('asks for a new code after the fifth wrong one, and not before its time', async () => {
    const made = await toCode();
    for (let digit = 1; digit <= 5; digit++) {
      const error = next(made.signIn, 'phone-error');
      await userEvent.keyboard(wrong(newest(made)).slice(0, 5) + ((Number(newest(made)[5]) + digit) % 10));
      await error;
    }
    await expect
      .element(page.getByText(/^Too many wrong codes\. You can request a new one in \d+ seconds\.$/).first())
      .toBeVisible();
    await expect.element(page.getByText(/^0:\d\d$/)).toBeVisible();
    expect(made.messages).toHaveLength(1);
  });

  test('says that a code has expired, and sends a new one', async () => {
    const made = await toCode();
    made.aheadMs = 11 * 60_000;
    await userEvent.keyboard(newest(made));
    await expect
      .element(
        page
          .getByText(/^This code has expired\. You can request a new one in \d+ (seconds|minutes?)\.$/)
          .first(),
      )
      .toBeVisible();
    vi.setSystemTime(Date.now() + 11 * 60_000);
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      await userEvent.click(resend());
      await expect.poll(() => made.messages.length).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  test('goes back to the number, and returns to the code on its way without another message', async () => {
    const made = await toCode();
    await userEvent.click(change());
    await expect.element(number()).toHaveValue('7400 123456');
    await expect.poll(focused).toBe(number().element());
    await userEvent.keyboard('{Enter}');
    await expect.element(code()).toBeVisible();
    expect(made.messages).toHaveLength(1);
    const verified = next(made.signIn, 'phone-verified');
    await userEvent.click(code());
    await userEvent.keyboard(newest(made));
    await verified;
  });

  test.each([
    ['the network is down', deadNetwork, 'Can’t connect. Check your internet and try again.'],
    [
      'a proxy answers HTML',
      () => new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
      'Something went wrong. Try again.',
    ],
    [
      'the answer is cut',
      () => new Response('{"id":', { status: 201, headers: { 'content-type': 'application/json' } }),
      'Something went wrong. Try again.',
    ],
    [
      'it is too early, with seconds',
      () => Response.json({ code: 'rate_limited', retryAfter: 42 }, { status: 429 }),
      'Too many attempts. Try again in 42 seconds.',
    ],
    [
      'it is too early, without',
      () => Response.json({ code: 'rate_limited' }, { status: 429 }),
      'Too many attempts. Try again later.',
    ],
    [
      'the message is refused',
      () => Response.json({ code: 'delivery_failed' }, { status: 502 }),
      'The message couldn’t be sent. Check the number or try again.',
    ],
  ])('keeps the number and says what to do when %s', async (_, fault, sentence) => {
    const inPage = serveInPage();
    inPage.faults.push(fault);
    const { signIn } = await make(inPage);
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}`);
    await expect.element(page.getByText(sentence).first()).toBeVisible();
    await expect.element(page.getByRole('status').last()).toHaveTextContent(sentence);
    await expect.element(number()).toHaveValue('7400 123456');
    expect(signIn.state.step).toBe('number');
  });

  test('is not sent twice when the first answer is lost: the same key, one message', async () => {
    const inPage = serveInPage();
    inPage.faults.push(async request => {
      await inPage.server.fetch(request);
      return deadNetwork();
    });
    await make(inPage);
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}`);
    await expect
      .element(page.getByText('Can’t connect. Check your internet and try again.').first())
      .toBeVisible();
    expect(inPage.messages).toHaveLength(1);
    await userEvent.click(send());
    await expect.element(code()).toBeVisible();
    expect(inPage.messages).toHaveLength(1);
    const [first, second] = inPage.requests.map(request => request.headers.get('idempotency-key'));
    expect(second).toBe(first);
  });

  test('keeps the code when checking it fails, and tries again on demand', async () => {
    const made = await toCode();
    made.faults.push(deadNetwork);
    await userEvent.keyboard(newest(made));
    await expect
      .element(page.getByText('Can’t connect. Check your internet and try again.').first())
      .toBeVisible();
    await expect.element(code()).toHaveValue(newest(made));
    const verified = next(made.signIn, 'phone-verified');
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await verified;
  });

  test('comes back to the code of a backend that was set before the script came', async () => {
    const { signIn, backend } = await toCode();
    signIn.remove();
    // No element of ours yet: a page without a window has none.
    const early = new DOMParser().parseFromString('<phone-sign-in></phone-sign-in>', 'text/html');
    const later = early.querySelector('phone-sign-in')!;
    expect(later.updateComplete).toBeUndefined();
    later.backend = backend;
    document.body.append(later);
    onTestFinished(() => later.remove());
    await expect.poll(() => later.state.step).toBe('code');
  });

  test('comes back to the code after a reload, sends nothing, and signs in', async () => {
    const made = await toCode();
    made.signIn.remove();
    const { signIn } = await make(made);
    await expect.element(code()).toBeVisible();
    await expect.element(page.getByText(shown)).toBeVisible();
    expect(made.requests).toHaveLength(1);
    const verified = next(signIn, 'phone-verified');
    await userEvent.click(code());
    await userEvent.keyboard(newest(made));
    await verified;
  });

  test('keeps nothing where it must not', async () => {
    const inPage = serveInPage();
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in
        lang="en"
        default-country="GB"
        no-persist
        .backend=${inPage.backend}
      ></phone-sign-in>`,
    );
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}`);
    await expect.element(code()).toBeVisible();
    expect(Object.keys(sessionStorage).filter(key => key.includes('custom'))).toEqual([]);
    expect(signIn.state.step).toBe('code');
  });

  test('begins at the country last used, unless the page names one or nothing may be kept', async () => {
    localStorage.setItem('phone-sign-in/country', 'NZ');
    const { backend } = serveInPage();
    const country = async (template: TemplateResult) => {
      const { shadowRoot } = await show<PhoneSignIn>(template);
      const field = shadowRoot!.querySelector('phone-number-field')!;
      await expect.poll(() => field.country).not.toBe(undefined);
      return field.country;
    };
    expect(await country(html`<phone-sign-in .backend=${backend}></phone-sign-in>`)).toBe('NZ');
    expect(
      await country(html`<phone-sign-in default-country="FR" .backend=${backend}></phone-sign-in>`),
    ).toBe('FR');
    expect(await country(html`<phone-sign-in no-persist .backend=${backend}></phone-sign-in>`)).not.toBe(
      'NZ',
    );
    localStorage.clear();
  });

  test('lets the page stop a request or a check before anything leaves', async () => {
    const made = await make();
    made.signIn.addEventListener('phone-code-request', event => event.preventDefault(), { once: true });
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}`);
    await expect.element(number()).toHaveValue('7400 123456');
    expect(made.requests).toHaveLength(0);
    await userEvent.keyboard('{Enter}');
    await expect.element(code()).toBeVisible();
    made.signIn.addEventListener('phone-code-verify', event => event.preventDefault(), { once: true });
    await expect.poll(focused).toBe(code().element());
    await userEvent.keyboard(newest(made));
    expect(made.requests).toHaveLength(1);
  });

  test('does not take the focus out of another field of the page', async () => {
    const made = await make();
    const other = document.createElement('input');
    document.body.append(other);
    await userEvent.click(number());
    await userEvent.keyboard(mobile);
    const asked = made.signIn.requestCode();
    other.focus();
    await asked;
    await expect.element(code()).toBeVisible();
    expect(document.activeElement).toBe(other);
    other.remove();
  });

  test('texts a number that only the server knows', async () => {
    const inPage = serveInPage({ resolvePhone: () => '+447400123409' as never });
    await show<PhoneSignIn>(
      html`<phone-sign-in
        lang="en"
        purpose="mfa-verification"
        phone-locked
        .backend=${inPage.backend}
      ></phone-sign-in>`,
    );
    await userEvent.click(send());
    await expect.element(page.getByText(/••.*09/)).toBeVisible();
    expect(inPage.messages[0]?.phone).toBe('+447400123409');
  });

  test.each([
    ['', 'No endpoint is set'],
    ['/nowhere', 'Is the endpoint right'],
  ])('tells the page’s author what is wrong with the endpoint "%s"', async (endpoint, hint) => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await show<PhoneSignIn>(
      html`<phone-sign-in lang="en" default-country="GB" endpoint=${endpoint}></phone-sign-in>`,
    );
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}`);
    await expect.element(page.getByText('Sign-in is not set up correctly.').first()).toBeVisible();
    expect(logged.mock.calls.flat().join()).toContain(hint);
    logged.mockRestore();
  });

  test('says why no new code was sent, until one can be asked for', async () => {
    const made = await toCode();
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      made.faults.push(() => Response.json({ code: 'rate_limited', retryAfter: 30 }, { status: 429 }));
      await userEvent.click(resend());
      await expect
        .element(page.getByText('Too many attempts. Try again in 30 seconds.').first())
        .toBeVisible();
      vi.setSystemTime(Date.now() + 31_000);
      document.dispatchEvent(new Event('visibilitychange'));
      await expect.element(page.getByText('Didn’t get it?')).toBeVisible();
      await expect.element(resend()).toHaveAttribute('aria-disabled', 'false');
    } finally {
      vi.useRealTimers();
    }
  });

  test('does not move its button when an error comes, and keeps its width while busy', async () => {
    const inPage = serveInPage();
    let answer = () => {};
    inPage.faults.push(
      () => new Promise((_, reject) => (answer = () => reject(new TypeError('Failed to fetch')))),
    );
    await make(inPage);
    const send = () => page.getByRole('button', { name: /^(Text me a code|Sending…)$/ });
    const before = send().element().getBoundingClientRect();
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}`);
    await expect.element(send()).toHaveAttribute('aria-disabled', 'true');
    const busy = send().element().getBoundingClientRect();
    await expect.poll(() => inPage.requests.length).toBe(1);
    answer();
    await expect
      .element(page.getByText('Can’t connect. Check your internet and try again.').first())
      .toBeVisible();
    const after = send().element().getBoundingClientRect();
    expect([busy.top, busy.width, busy.height]).toEqual([before.top, before.width, before.height]);
    expect([after.top, after.width, after.height]).toEqual([before.top, before.width, before.height]);
  });
});
