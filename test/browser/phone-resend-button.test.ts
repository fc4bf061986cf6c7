import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PhoneResendButton } from '../../src/index.js';
import { show } from './helpers.js';

const start = Date.UTC(2026, 10, 20);
const button = () => page.getByRole('button').element() as HTMLButtonElement;
/** The button with the time beside it. */
const text = () =>
  [button(), page.getByRole('timer').element()]
    .map(part => part.textContent?.trim())
    .join(' ')
    .trim();

describe('<phone-resend-button>', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function make(resendAtMs: number): Promise<{ element: PhoneResendButton; clicks: () => number }> {
    const element = await show<PhoneResendButton>(
      html`<phone-resend-button lang="en" .resendAtMs=${resendAtMs}></phone-resend-button>`,
    );
    let clicks = 0;
    element.addEventListener('click', () => clicks++);
    return { element, clicks: () => clicks };
  }

  test('counts down and lets no click out before the end', async () => {
    const { element, clicks } = await make(start + 60_000);
    expect(text()).toBe('Send a new code 1:00');
    button().click();
    expect(clicks()).toBe(0);
    vi.advanceTimersByTime(23_500);
    await element.updateComplete;
    expect(text()).toBe('Send a new code 0:37');
    vi.advanceTimersByTime(37_000);
    await element.updateComplete;
    expect(text()).toBe('Send a new code');
    expect(button().ariaDisabled).toBe('false');
    button().click();
    expect(clicks()).toBe(1);
  });

  test('is right after a pause in which no timer ran', async () => {
    const { element } = await make(start + 60_000);
    vi.setSystemTime(start + 20_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
    expect(text()).toBe('Send a new code 0:40');
  });

  test('never waits longer than at first when the clock is set back', async () => {
    const { element } = await make(start + 60_000);
    vi.setSystemTime(start - 3_600_000);
    window.dispatchEvent(new Event('pageshow'));
    await element.updateComplete;
    expect(text()).toBe('Send a new code 1:00');
  });

  test('announces the end, and no second before it', async () => {
    const { element } = await make(start + 2_000);
    const status = page.getByRole('status').element();
    vi.advanceTimersByTime(1_500);
    await element.updateComplete;
    expect(status.textContent).toBe('');
    vi.advanceTimersByTime(1_000);
    await element.updateComplete;
    expect(status.textContent).toBe('You can request a new code now.');
  });

  test('lets no click out while a code is being sent', async () => {
    const { element, clicks } = await make(0);
    element.busy = true;
    await element.updateComplete;
    button().click();
    expect(clicks()).toBe(0);
  });
});
