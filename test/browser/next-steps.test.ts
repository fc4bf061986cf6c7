/** What a backend may ask for after the code: screens of the sign-in, in front of a backend that asks. */
import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Backend, Challenge, Next, NextInput, Outcome, PhoneSignIn, Purpose } from '../../src/index.js';
import { PhoneError, type E164 } from '../../src/index.js';
import { focused, next as nextEvent, show } from './helpers.js';

const session: Outcome = { kind: 'session', claims: {} };
const asks = (next: Next): Outcome => ({ kind: 'next', next });
const button = (name: string) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name });

function challengeTo(phone: E164 | undefined, purpose: Purpose): Challenge {
  return {
    phone,
    purpose,
    codeLength: 6,
    expiresAtMs: Date.now() + 600_000,
    resendAtMs: Date.now() + 60_000,
    attemptsLeft: undefined,
    maskedPhone: phone ? undefined : '••••••0009',
    state: undefined,
  };
}

/** A backend whose answers stand in line; what it was asked is in `inputs`. */
function asking(...answers: (Outcome | PhoneError)[]) {
  const inputs: (NextInput | string)[] = [];
  const answer = () => {
    const next = answers.shift() ?? session;
    if (next instanceof PhoneError) throw next;
    return Promise.resolve(next);
  };
  const backend: Backend = {
    capabilities: {
      purposes: ['sign-in', 'forgot-password', 'bind-mfa', 'mfa-verification'],
      knowsPhone: true,
    },
    requestCode: ({ phone, purpose }) => Promise.resolve(challengeTo(phone, purpose)),
    resendCode: challenge => Promise.resolve(challenge),
    verifyCode: async (_, code) => {
      inputs.push(code);
      return answer();
    },
    continueWith: async (_, input) => {
      inputs.push(input);
      return answer();
    },
    skip: async purpose => {
      inputs.push(`skip ${purpose}`);
      return answer();
    },
  };
  return { backend, inputs };
}

async function toNext(backend: Backend, purpose: Purpose = 'sign-in'): Promise<PhoneSignIn> {
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in
      lang="en"
      default-country="GB"
      purpose=${purpose}
      .backend=${backend}
    ></phone-sign-in>`,
  );
  await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
  await userEvent.keyboard('7400123456{Enter}');
  await expect.element(page.getByRole('textbox', { name: '6-digit code' })).toBeVisible();
  await expect.poll(() => focused()?.getAttribute('autocomplete')).toBe('one-time-code');
  await userEvent.keyboard('123456');
  return signIn;
}

describe('a new password', () => {
  const password = () => page.getByRole('textbox', { name: 'New password' });
  const wanted: Next = { kind: 'new-password', code: '123456', minLength: 8, state: undefined };

  test('is asked for, explained where it is refused, and saved', async () => {
    const { backend, inputs } = asking(
      asks(wanted),
      new PhoneError('password_rejected', { minLength: 8 }),
      new PhoneError('password_reused'),
      { kind: 'done' },
    );
    await toNext(backend, 'forgot-password');
    await expect.element(heading('Choose a new password')).toBeVisible();
    await expect.poll(focused).toBe(password().element());
    expect(password().element().getAttribute('autocomplete')).toBe('new-password');
    // The rule is told before it is broken.
    await expect.element(password()).toHaveAccessibleDescription('Use at least 8 characters.');
    await expect.element(password()).toBeValid();

    await userEvent.keyboard('short{Enter}');
    await expect.element(page.getByText('Use at least 8 characters.').first()).toBeVisible();
    await expect.element(password()).toBeInvalid();
    await expect.element(password()).toHaveAccessibleDescription('Use at least 8 characters.');
    await expect.element(password()).toHaveValue('short');
    await userEvent.keyboard('er than the old one');
    await expect.element(password()).toBeValid();
    await userEvent.click(button('Save password'));
    await expect
      .element(page.getByText('That is your old password. Choose a new one.').first())
      .toBeVisible();
    await userEvent.click(button('Save password'));
    await expect.element(heading('Your password is changed')).toBeVisible();
    expect(inputs).toEqual([
      '123456',
      { kind: 'new-password', password: 'short' },
      { kind: 'new-password', password: 'shorter than the old one' },
      { kind: 'new-password', password: 'shorter than the old one' },
    ]);
  });

  test('can be read while it is typed, and an empty one is not saved', async () => {
    const { backend, inputs } = asking(asks(wanted));
    await toNext(backend);
    await userEvent.click(button('Save password'));
    await expect.poll(focused).toBe(password().element());
    expect(inputs).toEqual(['123456']);
    await expect.element(password()).toBeInvalid();
    await expect.element(password()).toHaveAccessibleDescription('Choose a new password');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert').getByText('Choose a new password')).toBeInTheDocument();
    await userEvent.keyboard('c');
    await expect.element(password()).toBeValid();
    await expect.element(password()).toHaveAccessibleDescription('Use at least 8 characters.');
    await expect.element(password()).toHaveAttribute('type', 'password');
    await userEvent.click(button('Show password'));
    await expect.element(button('Show password')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(password()).toHaveAttribute('type', 'text');
  });

  test('leads back to a code that was wrong after all', async () => {
    const { backend } = asking(asks(wanted), new PhoneError('code_invalid'), session);
    await toNext(backend);
    await userEvent.click(password());
    await userEvent.keyboard('correct horse{Enter}');
    await expect.element(page.getByText('That code isn’t right.').first()).toBeVisible();
    await userEvent.click(page.getByRole('textbox', { name: '6-digit code' }));
    await userEvent.keyboard('654321');
    await expect.element(heading('You’re signed in')).toBeVisible();
  });
});

describe('a yes', () => {
  test.each([
    ['confirm-register', 'Create an account?', 'Create account'],
    ['confirm-sign-in', 'Sign in instead?', 'Sign in'],
  ] as const)('%s', async (kind, title, yes) => {
    const { backend, inputs } = asking(asks({ kind, state: undefined }), session);
    await toNext(backend);
    await expect.element(heading(title)).toBeVisible();
    await expect.element(page.getByText('+44 7400 123456')).toBeVisible();
    await expect.poll(focused).toBe(heading(title).element());
    await userEvent.click(button(yes));
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(inputs).toEqual(['123456', { kind: 'confirm' }]);
  });

  test('or a no: another number', async () => {
    const signIn = await toNext(asking(asks({ kind: 'confirm-register', state: undefined })).backend);
    await userEvent.click(button('Change number'));
    await expect.element(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('7400 123456');
    expect(signIn.state.step).toBe('number');
  });
});

describe('a second factor', () => {
  test('at a number that only the backend knows: texted when the person says so', async () => {
    const second = asks({ kind: 'challenge', challenge: challengeTo(undefined, 'mfa-verification') });
    const { backend, inputs } = asking(
      asks({ kind: 'send-code', maskedPhone: '••••••0009', state: undefined }),
      second,
      session,
    );
    const signIn = await toNext(backend);
    await expect.element(heading('Confirm that it’s you')).toBeVisible();
    await expect.element(page.getByText('••••••0009')).toBeVisible();
    // What will happen is said once, with the number.
    expect(page.getByText('We will text').elements()).toHaveLength(1);
    const sent = nextEvent(signIn, 'phone-code-sent');
    await userEvent.click(button('Text me a code'));
    expect((await sent).phone).toBeUndefined();
    await expect.element(page.getByText('••••••0009')).toBeVisible();
    expect(button('Change number').query()).toBe(null);
    await userEvent.keyboard('111111');
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(inputs).toEqual(['123456', { kind: 'confirm' }, '111111']);
  });

  const wanted: Next = { kind: 'new-phone', purpose: 'bind-mfa', canSkip: true, state: undefined };

  test('is bound: another number with a code of its own, and a way back', async () => {
    const phone = '+447400654321' as E164;
    const { backend, inputs } = asking(
      asks(wanted),
      asks({ kind: 'challenge', challenge: challengeTo(phone, 'bind-mfa') }),
      session,
    );
    await toNext(backend);
    await expect.element(heading('Set up two-step verification')).toBeVisible();
    await expect.poll(() => focused()?.getAttribute('autocomplete')).toBe('tel');
    await userEvent.keyboard('7400654321{Enter}');
    await expect.element(page.getByText('+44 7400 654321')).toBeVisible();
    await userEvent.click(button('Change number'));
    await expect.element(heading('Set up two-step verification')).toBeVisible();
    expect(inputs).toEqual(['123456', { kind: 'phone', phone }]);
  });

  test('is put off', async () => {
    const { backend, inputs } = asking(asks(wanted), session);
    await toNext(backend);
    await userEvent.click(button('Not now'));
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(inputs).toEqual(['123456', { kind: 'skip' }]);
  });

  test('is put off where a page begins with it, and only where the page offers that', async () => {
    const { backend, inputs } = asking({ kind: 'redirect', url: 'javascript:void 0' });
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in lang="en" purpose="bind-mfa" .backend=${backend}></phone-sign-in>`,
    );
    expect(button('Not now').query()).toBe(null);
    signIn.skippable = true;
    await userEvent.click(button('Not now'));
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(inputs).toEqual(['skip bind-mfa']);
  });
});

describe('a form of the page', () => {
  test('submits the proof under the name, and not before it is there', async () => {
    const { backend } = asking({ kind: 'proof', token: 'the proof', claims: {} });
    const form = await show<HTMLFormElement & { updateComplete: Promise<unknown> }>(
      html`<form>
        <phone-sign-in
          lang="en"
          default-country="GB"
          name="phone"
          required
          .backend=${backend}
        ></phone-sign-in>
      </form>`,
    );
    expect(form.checkValidity()).toBe(false);
    await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
    await userEvent.keyboard('7400123456{Enter}');
    await expect.element(page.getByRole('textbox', { name: '6-digit code' })).toBeVisible();
    expect(new FormData(form).has('phone')).toBe(false);
    await userEvent.click(page.getByRole('textbox', { name: '6-digit code' }));
    await userEvent.keyboard('123456');
    await expect.element(heading('Your number is confirmed')).toBeVisible();
    expect(form.checkValidity()).toBe(true);
    expect(new FormData(form).get('phone')).toBe('the proof');
    form.reset();
    expect(new FormData(form).has('phone')).toBe(false);
  });

  test('a checkbox for the terms must be checked before a message is sent', async () => {
    const { backend } = asking();
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in lang="en" default-country="GB" .backend=${backend}>
        <label slot="legal"><input type="checkbox" required /> I agree to the terms</label>
      </phone-sign-in>`,
    );
    await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
    await userEvent.keyboard('7400123456{Enter}');
    expect(signIn.state.step).toBe('number');
    await expect.poll(focused).toBe(page.getByRole('checkbox').element());
    await userEvent.click(page.getByRole('checkbox'));
    await userEvent.click(button('Text me a code'));
    await expect.element(page.getByRole('textbox', { name: '6-digit code' })).toBeVisible();
  });
});

describe('a captcha in the slot', () => {
  test('gives a fresh token to each message', async () => {
    const tokens: (string | undefined)[] = [];
    const { backend } = asking();
    const challenge = { ...challengeTo('+447400123456' as E164, 'sign-in'), resendAtMs: 0 };
    backend.requestCode = (_, { captcha }) => (tokens.push(captcha), Promise.resolve(challenge));
    backend.resendCode = (sent, { captcha }) => (tokens.push(captcha), Promise.resolve(sent));
    const resets: Element[] = [];
    Object.assign(globalThis, { turnstile: { reset: (element: Element) => resets.push(element) } });
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in lang="en" default-country="GB" .backend=${backend}>
        <div slot="captcha" class="cf-turnstile"><input type="hidden" name="cf-turnstile-response" /></div>
      </phone-sign-in>`,
    );
    const field = signIn.querySelector('input')!;
    await userEvent.click(page.getByRole('textbox', { name: 'Phone number' }));
    await userEvent.keyboard('7400123456{Enter}');
    await expect.poll(() => signIn.state.step).toBe('sending');
    field.value = 'solved';
    await expect.element(page.getByRole('textbox', { name: '6-digit code' })).toBeVisible();
    expect([tokens, resets]).toEqual([['solved'], []]);
    await userEvent.click(button('Send a new code'));
    await expect.poll(() => resets).toEqual([field.parentElement]);
    field.value = 'solved again';
    await expect.poll(() => tokens).toEqual(['solved', 'solved again']);
  });
});
