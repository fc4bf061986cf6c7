import axe from 'axe-core';
import { html } from 'lit';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Backend, Challenge, Channel, PhoneSignIn } from '../../src/index.js';
import { focused, serveInPage, show } from './helpers.js';

const mobile = '7400123456';
const shown = '+44 7400 123456';
const button = (name: string) => page.getByRole('button', { name, exact: true });
const number = () => page.getByRole('textbox', { name: 'Phone number' });
const code = () => page.getByRole('textbox', { name: /code/ });

/** A backend whose next message can be asked for at once; `answers` says what really becomes of a channel. */
function backendWith(
  channels: readonly Channel[] | undefined,
  answers: Partial<Record<Channel, Partial<Challenge>>> = {},
) {
  const asked: (Channel | undefined)[] = [];
  let waitMs = 0;
  const answer = (challenge: Partial<Challenge>, nowMs: number): Challenge => ({
    phone: undefined,
    purpose: 'sign-in',
    codeLength: 6,
    expiresAtMs: nowMs + 600_000,
    attemptsLeft: undefined,
    maskedPhone: undefined,
    state: 'here',
    channel: channels?.[0],
    channels,
    ...challenge,
    ...answers[challenge.channel ?? 'sms'],
    resendAtMs: nowMs + waitMs,
  });
  const backend: Backend = {
    capabilities: { purposes: ['sign-in'], knowsPhone: false, firstFactors: ['code', 'password'] },
    prepare: () => Promise.resolve({ channels }),
    requestCode({ phone, channel }, { nowMs }) {
      asked.push(channel);
      return Promise.resolve(answer({ phone, ...(channel && { channel }) }, nowMs()));
    },
    resendCode(challenge, { nowMs }) {
      asked.push(challenge.channel);
      return Promise.resolve(answer(challenge, nowMs()));
    },
    verifyCode: () => Promise.resolve({ kind: 'session', claims: {} }),
  };
  /** From now on a cool-down of a minute follows each message. */
  return { backend, asked, wait: () => (waitMs = 60_000) };
}

/** A backend that says what it has when it is told to. */
function slowly(channels: readonly Channel[]) {
  let say = () => {};
  const answer = new Promise<{ channels: readonly Channel[] }>(resolve => {
    say = () => resolve({ channels });
  });
  return { backend: { ...backendWith(channels).backend, prepare: () => answer }, say: () => say() };
}

async function start(backend: Backend, channel?: Channel): Promise<PhoneSignIn> {
  return show<PhoneSignIn>(
    html`<phone-sign-in
      lang="en"
      default-country="GB"
      style="--phone-motion: 0s"
      .backend=${backend}
      .channel=${channel}
    ></phone-sign-in>`,
  );
}

async function toCode(backend: Backend, channel?: Channel): Promise<PhoneSignIn> {
  const signIn = await start(backend, channel);
  await userEvent.click(number());
  await userEvent.keyboard(`${mobile}{Enter}`);
  await expect.poll(() => signIn.state.step).toBe('code');
  return signIn;
}

const said = (signIn: PhoneSignIn) => signIn.shadowRoot!.querySelector('[role=status]')!.textContent;

async function violations(): Promise<string[]> {
  const rules = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}

describe('a code that has not come', () => {
  test('can be asked for by each other way, with what it will do; last comes another number', async () => {
    const { backend, asked, wait } = backendWith(['sms', 'whatsapp', 'voice']);
    await toCode(backend);
    await expect.element(button('Send it by WhatsApp')).toBeVisible();
    await expect.element(button('Call me with the code')).toBeVisible();
    await expect.element(page.getByText(`We will text ${shown}`)).toBeVisible();
    await expect
      .element(button('Send it by WhatsApp'))
      .toHaveAccessibleDescription(`We will send a WhatsApp message to ${shown}`);
    await expect
      .element(button('Call me with the code'))
      .toHaveAccessibleDescription(`We will call ${shown}`);
    await expect.poll(violations).toEqual([]);

    await userEvent.click(button('Send it by WhatsApp'));
    await expect.element(page.getByText(`Sent by WhatsApp to ${shown}`)).toBeVisible();
    expect(button('Send it by WhatsApp').query()).toBeNull();
    // What was not tried comes before what was.
    const names = page
      .getByRole('button')
      .elements()
      .map(element => element.textContent?.trim());
    expect(names.indexOf('Call me with the code')).toBeLessThan(names.indexOf('Send it by text message'));
    await expect.poll(violations).toEqual([]);

    wait();
    await userEvent.click(button('Call me with the code'));
    await expect.element(page.getByText(`We are calling ${shown}`)).toBeVisible();
    await expect.poll(() => focused()?.id).toBe('code');
    await expect
      .element(code())
      .toHaveAccessibleDescription(/^We are calling you\. Answer and enter the code that you hear\./);
    // The ways are behind the countdown again.
    expect(button('Send it by text message').query()).toBeNull();
    expect(asked).toEqual([undefined, 'whatsapp', 'voice']);
    await expect.poll(violations).toEqual([]);
  });

  test('another number is offered once every way was tried', async () => {
    const { backend } = backendWith(['sms', 'voice']);
    const signIn = await toCode(backend);
    await expect.element(button('Call me with the code')).toBeVisible();
    const links = () => signIn.shadowRoot!.querySelectorAll('.aside [part=change-number]').length;
    expect(links()).toBe(0);
    await userEvent.click(button('Call me with the code'));
    await expect.element(page.getByText(`We called ${shown}`)).toBeVisible();
    await expect.poll(links).toBe(1);
    await userEvent.click(signIn.shadowRoot!.querySelector('.aside [part=change-number]')!);
    await expect.poll(() => signIn.state.step).toBe('number');
  });

  test('the way that was really taken is what is said', async () => {
    const { backend } = backendWith(['sms', 'whatsapp'], { whatsapp: { channel: 'sms', channels: ['sms'] } });
    const signIn = await toCode(backend);
    await userEvent.click(button('Send it by WhatsApp'));
    await expect.poll(() => 'resent' in signIn.state && signIn.state.resent).toBe(1);
    await expect.element(page.getByText(`Sent to ${shown}`)).toBeVisible();
    expect(signIn.shadowRoot!.textContent).not.toContain('WhatsApp');
  });

  test('an old server offers nothing, and is told of nothing', async () => {
    const { backend, asked } = backendWith(undefined);
    const signIn = await toCode(backend);
    await userEvent.click(button('Send a new code'));
    await expect.poll(() => 'resent' in signIn.state && signIn.state.resent).toBe(1);
    expect(signIn.shadowRoot!.querySelector('[part=other-channel]')).toBeNull();
    await expect.element(page.getByText(`Sent to ${shown}`)).toBeVisible();
    expect(asked).toEqual([undefined, undefined]);
  });

  test('by one way alone nothing else is offered', async () => {
    const signIn = await toCode(serveInPage().backend);
    expect(signIn.shadowRoot!.querySelector('[part=other-channel]')).toBeNull();
  });
});

describe('the page is told', () => {
  /** What the two events say, in their order. */
  async function heard(backend: Backend, channel?: Channel): Promise<unknown[]> {
    const told: unknown[] = [];
    const signIn = await start(backend, channel);
    signIn.addEventListener('phone-code-request', ({ isResend, channel }) => {
      told.push([isResend ? 'again' : 'first', channel]);
    });
    signIn.addEventListener('phone-code-sent', ({ channel }) => told.push(['sent', channel]));
    await userEvent.click(number());
    await userEvent.keyboard(`${mobile}{Enter}`);
    return told;
  }

  test('how a code is to come, and how it came', async () => {
    const { backend } = backendWith(['sms', 'whatsapp'], { whatsapp: { channel: 'sms' } });
    const told = await heard(backend, 'whatsapp');
    // It was to come by WhatsApp, and the server sent an SMS in its stead.
    await expect
      .poll(() => told)
      .toEqual([
        ['first', 'whatsapp'],
        ['sent', 'sms'],
      ]);
    await userEvent.click(button('Send a new code'));
    await expect
      .poll(() => told.slice(2))
      .toEqual([
        ['again', 'sms'],
        ['sent', 'sms'],
      ]);
  });

  test('nothing of channels where the backend knows of none', async () => {
    const told = await heard(backendWith(undefined).backend, 'voice');
    await expect
      .poll(() => told)
      .toEqual([
        ['first', undefined],
        ['sent', undefined],
      ]);
  });
});

describe('the first code', () => {
  test('comes by what the page says, and nothing is said of text messages before', async () => {
    const { backend, asked } = backendWith(['sms', 'whatsapp']);
    const signIn = await start(backend, 'whatsapp');
    expect(signIn.shadowRoot!.textContent).not.toContain('We will text you a code.');
    await userEvent.click(number());
    await userEvent.keyboard(mobile);
    await expect.element(page.getByText(`We will send a WhatsApp message to ${shown}`)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(`Sent by WhatsApp to ${shown}`)).toBeVisible();
    await expect.poll(() => said(signIn)).toContain('We have sent you a code by WhatsApp.');
    expect(asked).toEqual(['whatsapp']);
  });

  test('is spoken of, too, where the number was there before the server had said what it has', async () => {
    const { backend, say } = slowly(['sms', 'whatsapp']);
    await start(backend, 'whatsapp');
    await userEvent.click(number());
    await userEvent.keyboard(mobile);
    await expect.element(page.getByText(shown)).toBeVisible();
    say();
    await expect.element(page.getByText(`We will send a WhatsApp message to ${shown}`)).toBeVisible();
  });

  test('a channel that the server has not named is not asked for', async () => {
    const { backend, asked } = backendWith(['sms']);
    await toCode(backend, 'voice');
    expect(asked).toEqual([undefined]);
  });

  test('a landline can be called', async () => {
    const { backend, asked } = backendWith(['sms', 'voice'], { voice: { channels: ['voice'] } });
    const signIn = await start(backend);
    await userEvent.click(number());
    await userEvent.keyboard('2079460958{Enter}');
    await expect.element(page.getByText('This may be a landline. We can call it.').first()).toBeVisible();
    await expect.element(button('Send anyway')).toBeVisible();
    await expect.poll(violations).toEqual([]);
    await userEvent.click(button('Call me with the code'));
    await expect.element(page.getByText('We called +44 20 7946 0958')).toBeVisible();
    expect(asked).toEqual(['voice']);
    await expect.poll(() => signIn.state.step).toBe('code');
  });

  test('a landline can be called, too, where the server has not said yet that it can', async () => {
    const { backend, say } = slowly(['sms', 'voice']);
    await start(backend);
    await userEvent.click(number());
    await userEvent.keyboard('2079460958{Enter}');
    await expect.poll(() => document.querySelector('phone-sign-in')?.matches(':state(busy)')).toBe(true);
    say();
    await expect.element(button('Call me with the code')).toBeVisible();
  });

  test('what the page would have first is not asked for on a landline, which gets none of it', async () => {
    const { backend, asked } = backendWith(['sms', 'whatsapp', 'voice']);
    await start(backend, 'whatsapp');
    await userEvent.click(number());
    await userEvent.keyboard('2079460958{Enter}');
    await userEvent.click(button('Send anyway'));
    await expect.poll(() => asked).toEqual([undefined]);
  });

  test('without calls the warning is as it was', async () => {
    await start(backendWith(['sms', 'whatsapp']).backend);
    await userEvent.click(number());
    await userEvent.keyboard('2079460958{Enter}');
    await expect.element(page.getByText('This does not look like a mobile number.').first()).toBeVisible();
    expect(button('Call me with the code').query()).toBeNull();
  });
});
