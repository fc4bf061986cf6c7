/** The number with its password: the screens of the sign-in, in front of a backend that has passwords. */
import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Backend, BackendSettings, Challenge, Outcome, PhoneSignIn, Purpose } from '../../src/index.js';
import { PhoneError, type E164 } from '../../src/index.js';
import { focused, show } from './helpers.js';

const session: Outcome = { kind: 'session', claims: {} };
const button = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const number = () => page.getByRole('textbox', { name: 'Phone number' });
const password = () => page.getByRole('textbox', { name: 'Password', exact: true });
const code = () => page.getByRole('textbox', { name: '6-digit code' });
const right = 'correct horse';

/** What it was asked is in `asked`. */
function withPasswords(settings: BackendSettings = { firstFactors: ['code', 'password'] }) {
  const asked: string[] = [];
  const refusals: PhoneError[] = [];
  let current = right;
  const challengeTo = (phone: E164 | undefined, purpose: Purpose): Challenge => ({
    phone,
    purpose,
    codeLength: 6,
    expiresAtMs: Date.now() + 600_000,
    resendAtMs: Date.now() + 60_000,
    attemptsLeft: undefined,
    maskedPhone: undefined,
    state: undefined,
    ...(purpose === 'forgot-password' && { isUncertain: true }),
  });
  const backend: Backend = {
    capabilities: {
      purposes: ['sign-in', 'forgot-password'],
      knowsPhone: true,
      firstFactors: ['code', 'password'],
    },
    prepare: () => Promise.resolve(settings),
    requestCode: ({ phone, purpose }) => {
      asked.push(`code ${purpose}`);
      return Promise.resolve(challengeTo(phone, purpose));
    },
    resendCode: challenge => Promise.resolve(challenge),
    verifyCode: ({ purpose }) =>
      Promise.resolve(
        purpose === 'forgot-password' ? { kind: 'next', next: { kind: 'new-password', state: {} } } : session,
      ),
    signInWithPassword: ({ phone, password }) => {
      asked.push(`password ${phone}`);
      const refusal = refusals.shift();
      if (refusal) return Promise.reject(refusal);
      return password === current
        ? Promise.resolve(session)
        : Promise.reject(new PhoneError('credentials_invalid'));
    },
    continueWith: (_, input) => {
      if (input.kind === 'new-password') current = input.password;
      return Promise.resolve({ kind: 'done' });
    },
  };
  return { backend, asked, refusals };
}

async function open(backend: Backend, firstFactor?: 'code' | 'password'): Promise<PhoneSignIn> {
  const signIn = await show<PhoneSignIn>(
    html`<phone-sign-in
      lang="en"
      default-country="GB"
      no-persist
      .firstFactor=${firstFactor}
      .backend=${backend}
    ></phone-sign-in>`,
  );
  await userEvent.click(number());
  await userEvent.keyboard('7400123456');
  return signIn;
}

async function toPassword(made = withPasswords(), signInFirst?: 'password') {
  const signIn = await open(made.backend, signInFirst ?? 'password');
  await userEvent.click(button('Continue'));
  await expect.element(heading('Enter your password')).toBeVisible();
  await expect.poll(focused).toBe(password().element());
  return { ...made, signIn };
}

describe('a password', () => {
  test('comes after the number, without a message', async () => {
    const { asked } = await toPassword();
    await expect.element(page.getByText('We will text', { exact: false }).first()).not.toBeInTheDocument();
    expect(password().element().getAttribute('autocomplete')).toBe('current-password');
    await expect.element(password()).toHaveAttribute('type', 'password');
    await userEvent.click(button('Show password'));
    await expect.element(password()).toHaveAttribute('type', 'text');
    await userEvent.click(password());
    await userEvent.keyboard(`${right}{Enter}`);
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(asked).toEqual(['password +447400123456']);
  });

  test('comes first, too, in a flow that began after the last touch', async () => {
    const { backend, asked } = withPasswords({ firstFactors: ['password', 'code'] });
    const signIn = await open({ ...backend });
    await expect.element(button('Continue')).toBeVisible();
    signIn.backend = backend;
    await signIn.updateComplete;
    // As Enter does, but with no event of focus beside it.
    signIn.shadowRoot?.querySelector('form')?.requestSubmit();
    await expect.element(heading('Enter your password')).toBeVisible();
    expect(asked).toEqual([]);
  });

  test('that is wrong is said in one sentence, and can be mended', async () => {
    await toPassword();
    await userEvent.keyboard('wrong{Enter}');
    const wrong = 'The number or the password is wrong.';
    await expect.element(page.getByText(wrong).first()).toBeVisible();
    await expect.element(password()).toHaveAccessibleDescription(wrong);
    await userEvent.fill(password(), right);
    await userEvent.click(button('Sign in'));
    await expect.element(heading('You’re signed in')).toBeVisible();
  });

  test('that is empty is not sent', async () => {
    const { asked } = await toPassword();
    await userEvent.click(button('Sign in'));
    await expect.poll(focused).toBe(password().element());
    expect(asked).toEqual([]);
  });

  test('that is locked leaves no way but later: no code, and no new password', async () => {
    const { refusals } = await toPassword();
    refusals.push(new PhoneError('account_locked'));
    await userEvent.keyboard('wrong{Enter}');
    await expect.element(page.getByText('Too many attempts. Try again later.').first()).toBeVisible();
    await expect.element(button('Text me a code instead')).not.toBeInTheDocument();
    await expect.element(button('Forgot password?')).not.toBeInTheDocument();
  });

  test('may be left for a code, and that for the password', async () => {
    const { asked } = await toPassword();
    await userEvent.click(button('Text me a code instead'));
    await expect.element(code()).toBeVisible();
    await userEvent.click(button('Use your password instead'));
    await expect.element(heading('Enter your password')).toBeVisible();
    // The code on its way is still good.
    await userEvent.click(button('Text me a code instead'));
    await expect.element(code()).toBeVisible();
    expect(asked).toEqual(['code sign-in']);
  });

  test('that is forgotten is replaced, and the new one signs in', async () => {
    const { asked } = await toPassword();
    await userEvent.click(button('Forgot password?'));
    await expect.element(heading('Enter your code')).toBeVisible();
    const maybe = 'If there is an account with this number, we have texted it.';
    await expect.element(page.getByText(maybe).first()).toBeVisible();
    await expect.element(button('Use your password instead')).not.toBeInTheDocument();
    await expect.poll(() => focused()?.getAttribute('autocomplete')).toBe('one-time-code');
    await userEvent.keyboard('123456');
    await expect.element(heading('Choose a new password')).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'New password' }), 'battery staple');
    await userEvent.click(button('Save password'));
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(asked).toEqual(['code forgot-password', 'password +447400123456']);
  });

  test('leads back to the number', async () => {
    await toPassword();
    await userEvent.click(button('Change number'));
    await expect.element(number()).toBeVisible();
    await expect.element(button('Continue')).toBeVisible();
  });

  test('is never in the state', async () => {
    const { signIn } = await toPassword();
    await userEvent.keyboard('a very secret word{Enter}');
    await expect.element(page.getByText('The number or the password is wrong.').first()).toBeVisible();
    expect(JSON.stringify(signIn.state)).not.toContain('secret word');
  });
});

describe('which comes first', () => {
  test.each([
    ['the backend says', undefined, 'Continue'],
    ['the page says where it would have it otherwise', 'code', 'Text me a code'],
  ] as const)('%s', async (_, first, name) => {
    await open(withPasswords({ firstFactors: ['password', 'code'] }).backend, first);
    await expect.element(button(name)).toBeVisible();
  });

  test('a code, with the password behind it', async () => {
    await open(withPasswords().backend);
    await userEvent.click(button('Text me a code'));
    await expect.element(code()).toBeVisible();
    await expect.element(button('Use your password instead')).toBeVisible();
  });

  test('a code alone where the backend says nothing, and so does the page', async () => {
    await open(withPasswords({}).backend);
    await userEvent.click(button('Text me a code'));
    await expect.element(code()).toBeVisible();
    await expect.element(button('Use your password instead')).not.toBeInTheDocument();
  });

  test('a password alone where there are no codes', async () => {
    await open(withPasswords({ firstFactors: ['password'], purposes: ['sign-in'] }).backend);
    await userEvent.click(button('Continue'));
    await expect.element(heading('Enter your password')).toBeVisible();
    await expect.element(button('Text me a code instead')).not.toBeInTheDocument();
    await expect.element(button('Forgot password?')).not.toBeInTheDocument();
  });
});

test('a code of an account that is locked: no new one is offered', async () => {
  const { backend } = withPasswords();
  backend.verifyCode = () => Promise.reject(new PhoneError('account_locked'));
  await open(backend);
  await userEvent.click(button('Text me a code'));
  await expect.poll(() => focused()?.getAttribute('autocomplete')).toBe('one-time-code');
  await userEvent.keyboard('123456');
  await expect.element(page.getByText('Too many attempts. Try again later.').first()).toBeVisible();
  await expect.element(page.getByText('Didn’t get it?')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /^Resend|new code/ })).not.toBeInTheDocument();
});

describe('a second factor that may be done without', () => {
  const suggesting = (canConfirm: boolean) => {
    const { backend } = withPasswords();
    const answers: string[] = [];
    backend.verifyCode = () =>
      Promise.resolve({ kind: 'next', next: { kind: 'suggest-mfa', canConfirm, state: {} } });
    backend.continueWith = (_, input) => {
      answers.push(input.kind);
      return Promise.resolve(session);
    };
    return { backend, answers };
  };
  const toQuestion = async (backend: Backend) => {
    await open(backend);
    await userEvent.click(button('Text me a code'));
    await expect.poll(() => focused()?.getAttribute('autocomplete')).toBe('one-time-code');
    await userEvent.keyboard('123456');
    await expect.element(heading('Set up two-step verification')).toBeVisible();
  };

  test.each([
    ['Turn it on', 'confirm'],
    ['Not now', 'skip'],
  ])('%s', async (name, kind) => {
    const { backend, answers } = suggesting(true);
    await toQuestion(backend);
    await userEvent.click(button(name));
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(answers).toEqual([kind]);
  });

  test('and cannot be set up here: on without it', async () => {
    const { backend, answers } = suggesting(false);
    await toQuestion(backend);
    const elsewhere = 'It needs another app or device, and can’t be set up here.';
    await expect.element(page.getByText(elsewhere)).toBeVisible();
    await userEvent.click(button('Not now'));
    await expect.element(heading('You’re signed in')).toBeVisible();
    expect(answers).toEqual(['skip']);
  });
});
