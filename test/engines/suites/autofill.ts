/** What browsers, phones and people put into the two fields. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { until } from '../driver.js';
import { parts, sent } from '../person.js';
import { widgetPage } from '../world.js';
import { caretCases } from './carets.js';

/** As browsers fill in: the whole value at once, `input` without an `inputType`, then `change`. */
const fillIn = ({ tab }: Setting, part: 'number' | 'code', text: string, times = 1) =>
  tab.evaluate(
    (selector, text, times) => {
      const input = globalThis.probe.find(selector) as HTMLInputElement;
      for (let time = 0; time < times; time++) {
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    },
    parts[part],
    text,
    times,
  );

/** Copied out of the page and pasted, with the keys for it. */
async function paste({ tab, person }: Setting, part: 'number' | 'code', text: string): Promise<void> {
  await tab.evaluate(text => {
    const source = document.createElement('textarea');
    source.value = text;
    document.body.append(source);
    source.focus();
    source.select();
  }, text);
  await tab.press('c', 'Control');
  await person.focus(part);
  await tab.press('v', 'Control');
}

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
    defect:
      'taking a digit away forgets which code was checked last: typed again, the same wrong code costs another try',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      const wrong = world.messages[0]!.code === '000000' ? '111111' : '000000';
      await person.type(wrong);
      await person.reads('Tries left: 4');
      await person.press('End');
      await person.press('Backspace');
      await person.type(wrong.slice(-1));
      await until(
        async () => (await person.value('code')) === wrong,
        () => 'the digit is there again',
      );
      await person.press('End');
      assert.equal(checks(setting).length, 1, 'the same code was checked twice');
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

const numbers: readonly [country: string, filled: string, e164: string][] = [
  ['US', '+12125550123', '+12125550123'],
  ['US', '12125550123', '+12125550123'],
  ['US', '2125550123', '+12125550123'],
  ['US', '(212) 555-0123', '+12125550123'],
  ['GB', '+447400123456', '+447400123456'],
  ['GB', '447400123456', '+447400123456'],
  ['GB', '07400123456', '+447400123456'],
  ['GB', '7400123456', '+447400123456'],
  ['GB', '00447400123456', '+447400123456'],
  ['DE', '4915112345678', '+4915112345678'],
  ['DE', '015112345678', '+4915112345678'],
  ['DE', '+44 7400 123456', '+447400123456'],
];

const numberCases: readonly Case[] = [
  ...numbers.flatMap(([country, filled, e164]) =>
    (['filled in', 'pasted'] as const).map(how => ({
      group: `number ${how}`,
      name: `number ${how} in ${country}: ${filled}`,
      async run(setting: Setting) {
        const { world, person } = setting;
        world.pages.set('/', {
          body: widgetPage().replace('default-country="GB"', `default-country="${country}"`),
        });
        await person.visit();
        if (how === 'pasted') await paste(setting, 'number', filled);
        else await fillIn(setting, 'number', filled);
        await person.click('submit');
        await person.reaches('code');
        sent(world, 1);
        assert.equal(world.messages[0]!.phone, e164);
      },
    })),
  ),
];

export const autofillCases: readonly Case[] = [...codeCases, ...caretCases, ...numberCases];
