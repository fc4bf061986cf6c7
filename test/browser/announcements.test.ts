/** What is said in which order, at each change of the step and at each error: the table of docs/accessibility.md, made again. */
import { html } from 'lit';
import { expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import docs from '../../docs/accessibility.md?raw';
import { PhoneError, type Backend, type Outcome, type PhoneSignIn } from '../../src/index.js';
import { focusedLine } from './accessibility-tree.js';
import { show } from './helpers.js';
import { Listener } from './listener.js';

const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Answers when it is told to, so that what is said meanwhile can be heard. */
function withAnswers() {
  const waiting: { resolve: (answer: never) => void; reject: (error: PhoneError) => void }[] = [];
  const ask = () => new Promise<never>((resolve, reject) => waiting.push({ resolve, reject }));
  const backend: Backend = {
    capabilities: { purposes: ['sign-in'], knowsPhone: true, firstFactors: ['code', 'password'] },
    prepare: () => Promise.resolve({ firstFactors: ['code', 'password'] }),
    requestCode: ask,
    resendCode: ask,
    verifyCode: ask,
    continueWith: ask,
    signInWithPassword: ask,
  };
  const next = () => expect.poll(() => waiting.length).toBeGreaterThan(0);
  return {
    backend,
    /** A message was sent, whose code is good for ten minutes. */
    sends: async () => {
      await next();
      const challenge = {
        phone: '+447400123456',
        purpose: 'sign-in',
        codeLength: 6,
        alphabet: 'digits',
        expiresAtMs: Date.now() + 600_000,
        resendAtMs: Date.now() + 60_000,
      };
      waiting.shift()!.resolve(challenge as never);
    },
    answers: async (outcome: Outcome) => {
      await next();
      waiting.shift()!.resolve(outcome as never);
    },
    fails: async (...error: ConstructorParameters<typeof PhoneError>) => {
      await next();
      waiting.shift()!.reject(new PhoneError(...error));
    },
  };
}

/** Lets time pass for the page, which notices as one does that comes back into sight. */
function clock() {
  const now = Date.now.bind(Date);
  onTestFinished(() => void (Date.now = now));
  return (seconds: number) => {
    const before = Date.now.bind(Date);
    Date.now = () => before() + seconds * 1000;
    dispatchEvent(new PageTransitionEvent('pageshow'));
  };
}

/** The table of the docs: what happens → what is heard. */
const table = new Map(
  [...docs.split('\n## ')[2]!.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map(([, event, heard]) => [
    event!,
    heard!,
  ]),
);

test(
  'what is said, in which order, is as the table in docs/accessibility.md says',
  { timeout: 60_000 },
  async () => {
    const { backend, sends, answers, fails } = withAnswers();
    const pass = clock();
    const signIn = await show<PhoneSignIn>(
      html`<phone-sign-in locale="en" default-country="GB" no-persist .backend=${backend}></phone-sign-in>`,
    );
    const listener = new Listener();
    onTestFinished(() => listener.end());
    const keys = (text: string) => userEvent.keyboard(text);

    const rows: [string, () => unknown][] = [
      ['the page opens', () => undefined],
      ['the number gets the focus', () => userEvent.click(textbox('Phone number'))],
      ['Enter, with no number', () => keys('{Enter}')],
      ['a letter', () => keys('x')],
      [
        '“Text me a code”, with a number too short',
        async () => (await keys('74'), userEvent.click(button('Text me a code'))),
      ],
      ['the list opens', () => userEvent.click(button(/\+44/))],
      ['two letters in its search', () => keys('fr')],
      ['Escape', () => keys('{Escape}')],
      [
        'Enter, with a number',
        async () => {
          await userEvent.fill(textbox('Phone number'), '7400123456');
          listener.forget();
          await keys('{Enter}');
        },
      ],
      ['no connection', () => fails('network')],
      ['Enter, once more', () => keys('{Enter}')],
      ['the message is sent', sends],
      ['Enter, with no digit', () => keys('{Enter}')],
      ['the last digit', () => keys('123456')],
      ['the code is wrong', () => fails('code_invalid', { attemptsLeft: 4 })],
      ['the wait for a new code is over', () => pass(61)],
      ['“Send a new code”', () => userEvent.click(button('Send a new code'))],
      ['a new code is sent', sends],
      ['the wait for another is over', () => pass(61)],
      ['the last minute of the code begins', () => pass(510)],
      ['the code expires', () => pass(60)],
      ['a digit all the same', () => keys('1')],
      ['“Send a new code”, again', () => userEvent.click(button('Send a new code'))],
      ['another new code is sent', sends],
      ['the last digit of the last try', () => keys('123457')],
      ['no tries are left', () => fails('too_many_attempts')],
      ['the wait for a third is over', () => pass(61)],
      ['“Send a new code”, once more', () => userEvent.click(button('Send a new code'))],
      ['a third new code is sent', sends],
      ['the last digit of the right code', () => keys('123458')],
      [
        'a new password is asked for',
        () => answers({ kind: 'next', next: { kind: 'new-password', state: 0 } }),
      ],
      ['Enter, with no password', () => keys('{Enter}')],
      ['Enter, with a password too short', () => keys('short{Enter}')],
      ['it is refused', () => fails('password_rejected', { minLength: 12 })],
      [
        '“Save password”, with another',
        async () => (await keys('horse'), userEvent.click(button('Save password'))),
      ],
      ['it is refused as well', () => fails('password_reused')],
      ['Enter, with a third', () => keys('battery{Enter}')],
      ['it is saved', () => answers({ kind: 'session', claims: {} })],
      [
        'the number, where its password comes first',
        async () => {
          signIn.firstFactor = 'password';
          signIn.reset();
          await userEvent.fill(textbox('Phone number'), '7400123456');
          listener.forget();
          await keys('{Enter}');
        },
      ],
      ['Enter, with a password', () => keys('wrong{Enter}')],
      ['it is wrong', () => fails('credentials_invalid')],
      ['the right one', () => keys('right{Enter}')],
      ['it is right', () => answers({ kind: 'session', claims: {} })],
    ];
    for (const [event, act] of rows) {
      await act();
      await expect.poll(() => listener.heard(focusedLine), { message: event }).toBe(table.get(event));
      listener.forget();
    }
    expect([...table.keys()].filter(event => event !== 'What happens' && !event.startsWith('-'))).toEqual(
      rows.map(([event]) => event),
    );
    signIn.remove();
  },
);
