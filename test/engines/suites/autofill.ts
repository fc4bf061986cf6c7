/** What browsers, phones and people put into the field for the code. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { until } from '../driver.js';
import { parts } from '../person.js';
import { widgetPage } from '../world.js';
import { caretCases } from './carets.js';
import { fillIn, paste } from './filling.js';
import { numberCases } from './numbers.js';

const checks = ({ world }: Setting) => world.calls.filter(({ path }) => path.endsWith('/verify'));

const shapes: readonly [string, (code: string) => string][] = [
  ['123456', code => code],
  ['123 456', code => `${code.slice(0, 3)} ${code.slice(3)}`],
  ['123-456', code => `${code.slice(0, 3)}-${code.slice(3)}`],
  [' 123456 with white space around', code => `\t${code} \n`],
  ['Your code is 123456.', code => `Your code is ${code}.`],
  [
    'a whole message, with a year and a bound host',
    code => `${code} is your 2026 code.\n@example.com #${code}`,
  ],
  [
    'Arabic-Indic digits',
    code => [...code].map(digit => String.fromCharCode(0x660 + Number(digit))).join(''),
  ],
  ['full-width digits', code => [...code].map(digit => String.fromCharCode(0xff10 + Number(digit))).join('')],
];

const codeCases: readonly Case[] = [
  {
    group: 'tokens',
    name: 'autocomplete tokens, keyboards and sizes are right on number and code',
    async run({ tab, person }) {
      await person.visit();
      const facts = (selector: string) =>
        tab.evaluate(selector => {
          const input = globalThis.probe.find(selector) as HTMLInputElement;
          // Engines say nothing of tokens that they do not know: the attributes count.
          const [autocomplete, enterKeyHint] = ['autocomplete', 'enterkeyhint'].map(name =>
            input.getAttribute(name),
          );
          const { type, inputMode, maxLength } = input;
          const size = parseFloat(getComputedStyle(input).fontSize);
          return { type, autocomplete, inputMode, enterKeyHint, maxLength, isReadable: size >= 16 };
        }, selector);
      const common = { maxLength: -1, isReadable: true };
      const number = { type: 'tel', autocomplete: 'tel', inputMode: '', enterKeyHint: 'go', ...common };
      assert.deepEqual(await facts(parts.number), number);
      await person.toCode();
      const code = {
        type: 'text',
        autocomplete: 'one-time-code',
        inputMode: 'numeric',
        enterKeyHint: 'done',
      };
      assert.deepEqual(await facts(parts.code), { ...code, ...common });
      assert.equal(await tab.evaluate(() => globalThis.probe.all('input').length), 1, 'one input');
    },
  },
  {
    group: 'typed code',
    name: 'code typed: checked once, with its last digit',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      const { code } = world.messages[0]!;
      await person.type(code.slice(0, -1));
      await until(
        async () => (await person.value('code')) === code.slice(0, -1),
        () => 'all but the last digit are there',
      );
      assert.equal(checks(setting).length, 0);
      await person.type(code.slice(-1));
      await person.reaches('done');
      assert.equal(checks(setting).length, 1);
    },
  },
  // As keyboards insert what they offer over the keys: a text at once, and no `paste`.
  ...shapes.slice(0, 5).map(([name, shape]) => ({
    group: 'offered code',
    name: `code offered by the keyboard from its clipboard: ${name}`,
    async run(setting: Setting) {
      const { world, tab, person } = setting;
      await person.visit();
      await person.toCode();
      await tab.evaluate(
        text => document.execCommand('insertText', false, text),
        shape(world.messages[0]!.code),
      );
      await person.reaches('done');
      assert.equal(checks(setting).length, 1);
    },
  })),
  ...shapes.map(([name, shape]) => ({
    group: 'pasted code',
    name: `code pasted: ${name}`,
    async run(setting: Setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      await paste(setting, 'code', shape(world.messages[0]!.code));
      await person.reaches('done');
      assert.equal(checks(setting).length, 1);
    },
  })),
  {
    group: 'autofilled code',
    name: 'code filled in: one event, one verification',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      await fillIn(setting, 'code', world.messages[0]!.code, 2);
      await person.reaches('done');
      assert.equal(checks(setting).length, 1);
    },
  },
  {
    group: 'autofilled code',
    name: 'code filled in over digits that were typed already',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      await person.type('99');
      await fillIn(setting, 'code', world.messages[0]!.code);
      await person.reaches('done');
      assert.equal(checks(setting).length, 1);
    },
  },
  {
    group: 'WebOTP',
    name: 'WebOTP: the code of the message is checked, and the request ends with the step',
    async run(setting) {
      const { world, tab, person } = setting;
      world.pages.set('/', {
        body: widgetPage().replace(
          '<script type="module"',
          `<script>
globalThis.OTPCredential = class {};
const credentials = { get: ({ otp, signal }) => new Promise(done => {
  globalThis.otp = { transport: otp.transport, done, signal };
}) };
Object.defineProperty(navigator, 'credentials', { value: credentials, configurable: true });
</script><script type="module"`,
        ),
      });
      await person.visit();
      await person.toCode();
      await tab.evaluate(code => {
        (globalThis as unknown as { otp: { done: (credential: object) => void } }).otp.done({ code });
      }, world.messages[0]!.code);
      await person.reaches('done');
      assert.equal(checks(setting).length, 1);
      const after = await tab.evaluate(() => {
        const { otp } = globalThis as unknown as { otp: { transport: string[]; signal: AbortSignal } };
        return { transport: otp.transport, isOver: otp.signal.aborted };
      });
      assert.deepEqual(after, { transport: ['sms'], isOver: true });
    },
  },
  {
    group: 'one verification',
    name: 'a wrong code whose last digit is typed again is not checked again',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      const wrong = world.messages[0]!.code === '000000' ? '111111' : '000000';
      await person.type(wrong);
      const refused = 'That code isn’t right. Attempts left: 4.';
      await person.hears(refused);
      await person.press('End');
      await person.press('Backspace');
      await person.type(wrong.slice(-1));
      await until(
        async () => (await person.value('code')) === wrong,
        () => 'the digit is there again',
      );
      await person.hears(refused, 2);
      await person.reads(refused);
      await person.press('Enter');
      await person.hears(refused, 3);
      assert.equal(checks(setting).length, 1, 'the same code was checked twice');
      await person.signsIn();
      assert.equal(checks(setting).length, 2);
    },
  },
  {
    group: "managers' badges",
    name: "a password manager's badge has room beside the digits",
    async run({ tab, person }) {
      await person.visit();
      await person.toCode();
      const room = await tab.evaluate(() => {
        const input = globalThis.probe.find('input[autocomplete=one-time-code]')!.getBoundingClientRect();
        const digits = globalThis.probe.find('.slots')!.getBoundingClientRect();
        return input.right - digits.right;
      });
      assert.ok(room >= 32, `${room} px`);
    },
  },
];

export const autofillCases: readonly Case[] = [...codeCases, ...caretCases, ...numberCases];
