/** Where the focus is, that it can be seen, and what the list of countries does with the keyboard. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { until } from '../driver.js';
import { faults } from '../faults.js';
import { widgetPage } from '../world.js';
import type { parts } from '../person.js';
import { stepCalled, wait } from './steps.js';

/** What has the focus, in a word: `body` where it was lost. */
const focused = ({ tab }: Setting) =>
  tab.evaluate(() => {
    const element = globalThis.probe.focused();
    if (!element || element.localName === 'body') return 'body';
    const token = element.getAttribute('autocomplete');
    if (element.matches('[role=combobox]')) return 'search';
    if (element.localName === 'input')
      return { tel: 'number', 'one-time-code': 'code' }[token ?? ''] ?? 'input';
    return element.classList[0] ?? element.getAttribute('part') ?? element.localName;
  });

async function hasFocus(setting: Setting, wanted: string): Promise<void> {
  let seen = '';
  await until(
    async () => (seen = await focused(setting)) === wanted,
    () => `the focus is on ${wanted}; it is on ${seen}`,
    3000,
  );
}

/** Is never anything else meanwhile: looked at often enough to see what a screen reader would. */
async function watchFocus({ tab }: Setting): Promise<() => Promise<string[]>> {
  await tab.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenFocus: seen });
    const look = () => {
      const element = globalThis.probe.focused();
      const name = `${element?.localName}.${element?.className}`;
      if (seen.at(-1) !== name) seen.push(name);
      requestAnimationFrame(look);
    };
    look();
  });
  return () => tab.evaluate((): string[] => (globalThis as unknown as { seenFocus: string[] }).seenFocus);
}

export const focusCases: readonly Case[] = [
  {
    group: 'focus',
    name: 'focus goes to each new step, and to a field that was refused',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      assert.equal(await focused(setting), 'body', 'a page that opens keeps its focus');
      await person.click('submit');
      await hasFocus(setting, 'number');
      await person.type('7400123456');
      await person.press('Enter');
      await person.reaches('code');
      await hasFocus(setting, 'code');
      await person.click('changeNumber');
      await hasFocus(setting, 'number');
      await person.press('Enter');
      await hasFocus(setting, 'code');
      await person.type(world.messages[0]!.code === '000000' ? '111111' : '000000');
      await person.reads('Attempts left');
      await hasFocus(setting, 'code');
      await person.signsIn();
      await hasFocus(setting, 'heading');
    },
  },
  {
    group: 'focus',
    name: 'focus stays where it is while time passes, texts change and answers come',
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      await person.focus('resend');
      const seen = await watchFocus(setting);
      await wait(setting, 61_000);
      await person.reads('Send a new code');
      world.faults.set('/resend', faults['500']);
      await person.press('Enter');
      await person.reads('Something went wrong');
      world.faults.clear();
      await person.press('Enter');
      await person.reads('We have texted you a code. Use the newest code.');
      // The newest message is to be entered, and that alone moves the focus.
      await hasFocus(setting, 'code');
      await until(
        async () => (await seen()).at(-1) === 'input.',
        () => 'the focus is seen there',
      );
      assert.deepEqual(await seen(), ['button.link', 'input.']);
    },
  },
  {
    group: 'focus',
    name: 'focus is not taken out of another field of the page',
    async run(setting) {
      const { world, tab, person } = setting;
      world.pages.set('/', { body: widgetPage().replace('</main>', '<input id="other"></main>') });
      await person.visit();
      await person.enterNumber();
      await tab.evaluate(() => {
        const signIn = document.querySelector('phone-sign-in') as HTMLElementTagNameMap['phone-sign-in'];
        document.getElementById('other')!.focus();
        void signIn.requestCode();
      });
      await person.reaches('code');
      await person.hears('We have texted you a code.');
      assert.equal(await tab.evaluate(() => document.activeElement?.id), 'other');
    },
  },
  {
    group: 'focus kept',
    name: 'focus is not lost when "Try again" goes away',
    async run(setting) {
      const { world, person } = setting;
      await stepCalled('verify').reach(setting);
      world.faults.set('/verify', faults['500']);
      await stepCalled('verify').act(setting);
      await person.reads('Try again');
      world.faults.set('/verify', faults.silence);
      await person.focus('tryAgain');
      await person.press('Enter');
      await person.reaches('verifying');
      await until(
        () => person.tab.evaluate(() => !globalThis.probe.find('[slot=action]')),
        () => 'the link is gone',
      );
      assert.notEqual(await focused(setting), 'body');
    },
  },
  {
    group: 'focus kept',
    name: 'focus is not lost when "Send anyway" goes away',
    async run(setting) {
      const { world, tab, person } = setting;
      await person.visit();
      await person.enterNumber('2079460958');
      await person.press('Enter');
      await person.reads('Send anyway');
      world.faults.set('/challenges', faults.silence);
      await tab.evaluate(() => (globalThis.probe.find('[slot=action]') as HTMLElement).focus());
      await person.press('Enter');
      await person.reaches('sending');
      await until(
        () => tab.evaluate(() => globalThis.probe.find('[slot=action]')?.textContent?.trim() === 'Cancel'),
        () => 'the link is gone, and another in its place',
      );
      assert.notEqual(await focused(setting), 'body');
    },
  },
  {
    group: 'focus kept',
    name: 'focus is not lost when the countdown becomes a button, the list closes, or a password is saved',
    async run(setting) {
      const { person } = setting;
      await person.visit();
      await person.click('country');
      await hasFocus(setting, 'search');
      await person.press('Escape');
      await hasFocus(setting, 'country');
      await person.toCode();
      await person.focus('resend');
      await wait(setting, 61_000);
      await person.reads('Send a new code');
      assert.notEqual(await focused(setting), 'body');
    },
  },
  {
    group: 'visible focus',
    name: 'focus can be seen on everything that Tab reaches',
    async run(setting) {
      const { person } = setting;
      await person.visit();
      await person.focus('number');
      await tabsThrough(setting, ['number', 'submit', 'country']);
      await person.toCode();
      await wait(setting, 61_000);
      await person.reads('Send a new code');
      await tabsThrough(setting, ['code', 'link', 'button']);
    },
  },
];

/** Tab goes round; each place must look another way than without the focus. */
async function tabsThrough(setting: Setting, wanted: readonly string[]): Promise<void> {
  const { tab, person } = setting;
  const reached = new Set<string>();
  await person.focus(wanted[0] as keyof typeof parts);
  await person.press('End');
  for (let presses = 0; presses < 8 && wanted.some(name => !reached.has(name)); presses++) {
    const name = await focused(setting);
    // Firefox's own buttons are on the way round; the page still says where the focus was.
    if (name !== 'body' && name !== 'html' && (await tab.evaluate(() => document.hasFocus()))) {
      reached.add(name);
      let look = '';
      await until(
        async () => (look = await tab.evaluate(seenFocus)) === 'seen',
        () => `${name}: ${look}`,
        3000,
      );
    }
    await tab.press('Tab', presses >= wanted.length ? 'Shift' : undefined);
  }
}

/** In the page: an outline, or the border of the box around it, that stands out by 3:1. */
function seenFocus(): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const light = (color: string) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const element = globalThis.probe.focused()!;
  const surface = getComputedStyle(globalThis.probe.find('.card')!).backgroundColor;
  const own = getComputedStyle(element);
  if (own.outlineStyle !== 'none' && parseFloat(own.outlineWidth) >= 2)
    return contrast(own.outlineColor, surface) >= 3 ? 'seen' : `outline ${own.outlineColor}`;
  const root = element.getRootNode() as ShadowRoot;
  const box = root.querySelector('.slot.now') ?? element.closest('.box');
  if (!box) return 'no outline and no box';
  // Transitions on their way there count as what they lead to.
  for (const animation of box.getAnimations()) animation.finish();
  const { borderColor, boxShadow } = getComputedStyle(box);
  const idle = root.querySelector('.slot:not(.now)');
  const isSame = idle !== null && getComputedStyle(idle).borderColor === borderColor;
  if (boxShadow === 'none' || isSame) return `no ring: ${boxShadow}`;
  return contrast(borderColor, surface) >= 3 ? 'seen' : `border ${borderColor}`;
}
