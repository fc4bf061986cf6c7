/** What assistive technology is given in each step and at each error, to be read through: `trees/`, and what is said when. */
import { expect, test } from 'vitest';
import type { PhoneSignIn } from '../../src/index.js';
import { accessibilityTree } from './accessibility-tree.js';
import { walk } from './walk.js';

/** Step → states, in the order in which the walk comes by them first. */
const wanted: Record<string, readonly string[]> = {
  number: [
    'number: “”',
    'number: “7400”',
    'number: “2079460958”',
    'countries',
    'no country',
    'possible',
    'network',
    'rate_limited',
    'just_sent',
    'captcha_required',
    'a landline that can be called',
    'by WhatsApp, to come',
    'by a call, to come',
  ],
  sending: ['sending'],
  code: [
    'code',
    'two digits',
    'resend',
    'network',
    'delivery_failed',
    'code_invalid',
    'code_expired',
    'too_many_attempts',
    'by WhatsApp',
    'by a call',
    'other ways',
    'after WhatsApp',
    'after each of them',
    'by another call',
  ],
  verifying: ['verifying'],
  next: [
    'new-password',
    'password_rejected',
    'saving',
    'confirm-register',
    'confirm-sign-in',
    'send-code',
    'new-phone',
  ],
  password: ['password', 'credentials_invalid', 'account_locked'],
  done: ['password changed', 'done'],
};

test('the accessibility tree of every step and of what can go wrong in it', { timeout: 60_000 }, async () => {
  const trees = new Map<string, Map<string, string>>(Object.keys(wanted).map(step => [step, new Map()]));
  await walk('en', async state => {
    const { step } = document.querySelector<PhoneSignIn>('phone-sign-in')!.state;
    const seen = trees.get(step)!;
    if (wanted[step]?.includes(state) && !seen.has(state)) seen.set(state, await accessibilityTree());
  });
  for (const [step, states] of trees) {
    expect([...states.keys()].sort(), step).toEqual([...wanted[step]!].sort());
    const text = [...states].map(([state, tree]) => `## ${state}\n\n${tree}\n`).join('\n');
    await expect(text).toMatchFileSnapshot(`trees/${step}.txt`);
  }
});
