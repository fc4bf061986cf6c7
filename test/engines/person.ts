/** What a person does with the widget, in any engine. */
import { strict as assert } from 'node:assert';
import type { ErrorCode } from '../../src/errors.js';
import { until, type Key, type Tab } from './driver.js';
import type { World } from './world.js';

export const parts = {
  number: 'input[type=tel]',
  code: 'input[autocomplete=one-time-code]',
  password: 'input[autocomplete=new-password]',
  submit: 'button.submit',
  resend: 'phone-resend-button button, button[part=button]',
  changeNumber: 'button[part=change-number]',
  tryAgain: 'button[slot=action]',
  country: 'button.country',
} as const;

export interface Seen {
  step: string;
  error: ErrorCode | undefined;
  phone: string | undefined;
}

export interface Person {
  readonly tab: Tab;
  visit(path?: string): Promise<void>;
  click(part: keyof typeof parts, count?: number): Promise<void>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** The state as the element says it. */
  state(): Promise<Seen>;
  /** Waits for a step. */
  reaches(step: string): Promise<void>;
  /** Waits until this can be read. */
  reads(sentence: string): Promise<void>;
  /** Waits until live regions have said this. */
  hears(sentence: string, times?: number): Promise<void>;
  value(part: keyof typeof parts): Promise<string>;
  focus(part: keyof typeof parts): Promise<void>;
  /** Types a number, without sending it. */
  enterNumber(number?: string): Promise<void>;
  /** As far as the code step, with one message sent. */
  toCode(): Promise<void>;
  /** Enters the newest code and is signed in. */
  signsIn(): Promise<void>;
}

export const phone = '+447400123456';

export function personAt(tab: Tab, world: World): Person {
  const look = <T>(act: () => T) => tab.evaluate(act);
  const text = () => look(() => globalThis.probe.text());
  const person: Person = {
    tab,
    async visit(path = '/') {
      await tab.goto(world.origin + path);
      await until(
        () => look(() => document.querySelector('phone-sign-in')?.shadowRoot?.querySelector('h2') != null),
        () => 'the widget is drawn',
      );
    },
    async click(part, count) {
      let at: { x: number; y: number } | undefined;
      await until(
        async () => (at = await tab.evaluate(stillPoint, parts[part])) != null,
        () => `"${part}" can be clicked`,
      );
      await tab.click(at!.x, at!.y, count);
    },
    press: key => tab.press(key),
    type: typed => tab.type(typed),
    state: () =>
      look(() => {
        const { state } = document.querySelector('phone-sign-in') as HTMLElementTagNameMap['phone-sign-in'];
        return { step: state.step, error: state.error?.code, phone: state.phone };
      }),
    async reaches(step) {
      let seen: Seen | undefined;
      await until(
        async () => (seen = await person.state()).step === step,
        () => `step "${step}"; it is ${JSON.stringify(seen)}`,
      );
    },
    async reads(sentence) {
      let seen = '';
      await until(
        async () => (seen = await text()).includes(sentence),
        () => `"${sentence}" can be read; there is "${seen}"`,
      );
    },
    async hears(sentence, times = 1) {
      const count = () =>
        tab.evaluate(wanted => globalThis.probe.said.filter(said => said === wanted).length, sentence);
      let said = 0;
      await until(
        async () => (said = await count()) >= times,
        () => `"${sentence}" is said ${times} times, not ${said}`,
      );
    },
    value: part => tab.evaluate(name => (globalThis.probe.find(name) as HTMLInputElement).value, parts[part]),
    async focus(part) {
      await until(
        () => tab.evaluate(name => !!globalThis.probe.find(name), parts[part]),
        () => `"${part}" is there`,
      );
      await tab.evaluate(name => (globalThis.probe.find(name) as HTMLElement).focus(), parts[part]);
    },
    async enterNumber(number = '7400123456') {
      await person.click('number');
      await tab.type(number);
      // The later screens and the backend are there then: a dead network must not take them away.
      await until(
        () =>
          look(
            () => !!(globalThis.probe.find('phone-number-field') as HTMLElement & { value: string }).value,
          ),
        () => 'the number is read',
      );
    },
    async toCode() {
      await person.enterNumber();
      await tab.press('Enter');
      await person.reaches('code');
      await until(
        () => look(() => globalThis.probe.focused()?.getAttribute('autocomplete') === 'one-time-code'),
        () => 'the code has the focus',
      );
    },
    async signsIn() {
      await person.reaches('code');
      await until(
        () => look(() => !!globalThis.probe.find('input[autocomplete=one-time-code]:not([readonly])')),
        () => 'the code can be typed',
      );
      await person.focus('code');
      await tab.evaluate(() =>
        (globalThis.probe.find('input[autocomplete=one-time-code]') as HTMLInputElement).select(),
      );
      await tab.type(world.messages.at(-1)!.code);
      await person.reaches('done');
      await person.reads('You’re signed in');
    },
  };
  return person;
}

/** In the page: where an element is, once it stays there. */
async function stillPoint(selector: string): Promise<{ x: number; y: number } | undefined> {
  const before = globalThis.probe.point(selector);
  await new Promise(resolve => setTimeout(resolve, 30));
  const after = globalThis.probe.point(selector);
  return before && after && before.x === after.x && before.y === after.y ? after : undefined;
}

/** What a case says at its end: this many messages left. */
export function sent(world: World, count: number): void {
  assert.equal(world.messages.length, count, `${world.messages.length} messages were sent`);
}
