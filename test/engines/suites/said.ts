/** Errors: tied to their field, said, and said again; and no time-out in silence. */
import { isDeepStrictEqual } from 'node:util';
import type { Case, Setting } from '../cases.js';
import { until } from '../driver.js';
import { faults } from '../faults.js';
import { parts } from '../person.js';
import { stepCalled, wait } from './steps.js';

/** What assistive technology says of a field. */
const described = ({ tab }: Setting, part: 'number' | 'code' | 'password') =>
  tab.evaluate(selector => {
    const input = globalThis.probe.find(selector) as HTMLInputElement;
    const root = input.getRootNode() as ShadowRoot;
    const description = root.getElementById(input.getAttribute('aria-describedby') ?? '');
    const texts = [...(description?.querySelectorAll('span') ?? [])].map(span => span.textContent.trim());
    return {
      label: input.labels?.[0]?.textContent.trim(),
      invalid: input.getAttribute('aria-invalid'),
      text: texts[0]?.split('\n')[0]?.trim(),
    };
  }, parts[part]);

async function isTied(
  setting: Setting,
  part: 'number' | 'code' | 'password',
  label: string,
  text: string,
): Promise<void> {
  let seen: unknown;
  const wanted = { label, invalid: 'true', text };
  await until(
    async () => isDeepStrictEqual((seen = await described(setting, part)), wanted),
    () => `${JSON.stringify(wanted)}; it is ${JSON.stringify(seen)}`,
    3000,
  );
}

export const saidCases: readonly Case[] = [
  {
    group: 'errors',
    name: 'an error is tied to its field: number',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.click('submit');
      await isTied(setting, 'number', 'Phone number', 'Enter your phone number.');
      await person.enterNumber();
      world.faults.set('/challenges', faults['500']);
      await person.press('Enter');
      await isTied(setting, 'number', 'Phone number', 'Something went wrong. Try again.');
    },
  },
  {
    group: 'errors',
    name: 'an error is tied to its field: code and password',
    async run(setting) {
      const { person } = setting;
      await person.visit();
      await person.toCode();
      await person.type(setting.world.messages[0]!.code === '000000' ? '111111' : '000000');
      await isTied(setting, 'code', '6-digit code', 'That code isn’t right. Attempts left: 4.');
      await stepCalled('next').reach(setting);
      await setting.tab.evaluate(() => {
        (globalThis.probe.find('input[autocomplete=new-password]') as HTMLInputElement).value = 'short';
      });
      await person.press('Enter');
      await isTied(setting, 'password', 'New password', 'Use at least 8 characters.');
    },
  },
  {
    group: 'errors',
    name: 'an error is said, and the same one again is said again',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      // Where the focus goes there, it reads it: said is what who is there already would not hear.
      await person.focus('number');
      for (const times of [1, 2]) {
        await person.press('Enter');
        await person.hears('Enter your phone number.', times);
      }
      await person.enterNumber();
      world.faults.set('/challenges', faults['500']);
      for (const times of [1, 2, 3]) {
        await person.click('submit');
        await person.hears('Something went wrong. Try again.', times);
      }
      world.faults.clear();
      await person.click('submit');
      await person.reaches('code');
      world.faults.set('/verify', faults['500']);
      await person.focus('code');
      await person.type('123456');
      await person.hears('Something went wrong. Try again.', 4);
      await person.press('Enter');
      await person.hears('Something went wrong. Try again.', 5);
    },
  },
  {
    group: 'errors',
    name: 'a key that is no digit is said, in number and code',
    async run({ person }) {
      await person.visit();
      await person.click('number');
      await person.type('x');
      await person.hears('Digits only, please.');
      await person.toCode();
      await person.type('x');
      await person.hears('Digits only, please.', 2);
    },
  },
  {
    group: 'time-outs',
    name: 'no time-out in silence: sending, checking, the end of a wait and of a code',
    async run(setting) {
      const { world, tab, person } = setting;
      const arrives = (end: string) =>
        until(
          () => world.calls.some(({ path }) => path.endsWith(end)),
          () => 'the call has arrived',
        );
      await person.visit();
      await person.enterNumber();
      world.faults.set('/challenges', faults.silence);
      await person.press('Enter');
      await arrives('/challenges');
      await tab.evaluate(() => globalThis.probe.pass(20_000));
      await person.hears('That took too long. Try again.');
      world.faults.clear();
      await person.click('submit');
      await person.reaches('code');
      await person.hears('We have texted you a code.');
      world.faults.set('/verify', faults.silence);
      await person.focus('code');
      await person.type('123456');
      await arrives('/verify');
      await person.hears('Checking the code…');
      await tab.evaluate(() => globalThis.probe.pass(20_000));
      await person.hears('That took too long. Try again.', 2);
      await wait(setting, 60_000);
      await person.hears('You can request a new code now.');
      await wait(setting, 470_000);
      await until(
        () => tab.evaluate(() => globalThis.probe.said.some(text => /^The code expires in /.test(text))),
        () => 'the end of the code is said before it comes',
        3000,
      );
      await wait(setting, 60_000);
      await person.hears('This code has expired. Request a new one.');
    },
  },
];
