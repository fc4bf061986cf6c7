/** The four calls that a sign-in makes, each with the way to it, the act itself, the act once more, and the way on. */
import { strict as assert } from 'node:assert';
import type { Setting } from '../cases.js';
import { until } from '../driver.js';
import { widgetPage } from '../world.js';

export interface Step {
  name: 'send' | 'resend' | 'verify' | 'next';
  /** How its calls' paths end. */
  end: string;
  /** Where a failure leaves the person. */
  place: 'number' | 'code' | 'next';
  /** Messages before the act, and whether the act sends one. */
  before: number;
  sends: boolean;
  /** A repeated act carries the key of the one before it. */
  hasKey: boolean;
  reach(setting: Setting): Promise<void>;
  act(setting: Setting): Promise<void>;
  again(setting: Setting): Promise<void>;
  /** From where a successful act leads, to the end. */
  finish(setting: Setting): Promise<void>;
}

/** Moves both clocks, and lets the page notice, as one does that comes back into sight. */
export async function wait({ world, tab }: Setting, milliseconds: number): Promise<void> {
  world.aheadMs += milliseconds;
  await tab.evaluate(ahead => {
    globalThis.probe.pass(ahead);
    dispatchEvent(new PageTransitionEvent('pageshow'));
  }, milliseconds);
}

/** What a step needs is there: a network that goes away must not take it along. */
async function isPrepared({ world }: Setting): Promise<void> {
  await until(
    () => world.fetched.includes('/api/phone/config') || world.pages.get('/')!.body.includes('better-auth'),
    () => 'the backend is prepared',
  );
}

export const steps: readonly Step[] = [
  {
    name: 'send',
    end: '/challenges',
    place: 'number',
    before: 0,
    sends: true,
    hasKey: true,
    async reach(setting) {
      await setting.person.visit();
      await setting.person.enterNumber();
      await isPrepared(setting);
    },
    act: ({ person }) => person.press('Enter'),
    again: ({ person }) => person.click('submit'),
    finish: ({ person }) => person.signsIn(),
  },
  {
    name: 'resend',
    end: '/resend',
    place: 'code',
    before: 1,
    sends: true,
    hasKey: true,
    async reach(setting) {
      await setting.person.visit();
      await setting.person.toCode();
      await wait(setting, 61_000);
      await setting.person.reads('Send a new code');
    },
    act: ({ person }) => person.click('resend'),
    again: ({ person }) => person.click('resend'),
    async finish({ world, person }) {
      await until(
        () =>
          person.tab.evaluate(() =>
            /\d:\d\d/.test(globalThis.probe.find('phone-resend-button')?.shadowRoot?.textContent ?? ''),
          ),
        () => 'the countdown begins again',
      );
      assert.equal(world.messages.length, 2);
      await person.signsIn();
    },
  },
  {
    name: 'verify',
    end: '/verify',
    place: 'code',
    before: 1,
    sends: false,
    hasKey: true,
    async reach({ person }) {
      await person.visit();
      await person.toCode();
    },
    act: ({ world, person }) => person.type(world.messages.at(-1)!.code),
    async again({ person }) {
      await person.focus('code');
      await person.press('Enter');
    },
    async finish({ person }) {
      await person.reaches('done');
      await person.reads('You’re signed in');
    },
  },
  {
    name: 'next',
    end: '/reset-password',
    place: 'next',
    before: 1,
    sends: false,
    hasKey: false,
    async reach({ world, person }) {
      const attributes = 'endpoint="/api/auth" backend="better-auth" purpose="forgot-password"';
      world.pages.set('/', { body: widgetPage(attributes) });
      await person.visit();
      await person.toCode();
      await person.type(world.messages[0]!.code);
      await person.reaches('next');
      await person.focus('password');
      await person.type('correct horse');
    },
    act: ({ person }) => person.press('Enter'),
    again: ({ person }) => person.click('submit'),
    finish: ({ person }) => person.reads('Your password is changed'),
  },
];

export const stepCalled = (name: Step['name']): Step => steps.find(step => step.name === name)!;
