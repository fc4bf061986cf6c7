/** The same number in two tabs: one message, and each tab says what to do. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { personAt, sent, type Person } from '../person.js';
import { until, type Engine } from '../driver.js';
import { stepCalled, wait } from './steps.js';

/** With `opener` the other tab begins with a copy of what this one keeps, as a duplicated tab does. */
async function anotherTab({ world, tab, person }: Setting, rel: 'opener' | 'noopener'): Promise<Person> {
  const at = await tab.evaluate(rel => {
    const link = document.createElement('a');
    Object.assign(link, { href: '/', target: '_blank', rel, textContent: 'Open another tab' });
    document.body.append(link);
    const { x, y, height } = link.getBoundingClientRect();
    return { x: x + 5, y: y + height / 2 };
  }, rel);
  await person.tab.click(at.x, at.y);
  const other = await tab.opened();
  const second = personAt(other, world);
  await second.visit();
  return second;
}

/** The driver now and then leaves a tab that a link opens with its opener at about:blank: nothing is copied then. */
const withoutCopies = (engine: Engine) =>
  engine.name === 'webkit' ? 'its driver loses the first page of a copied tab at times' : undefined;

const gone = 'This code is no longer valid.';

export const twoTabCases: readonly Case[] = [
  {
    group: 'two tabs',
    name: 'two tabs × send, a copy of the tab',
    without: withoutCopies,
    async run(setting) {
      const { world, person } = setting;
      await stepCalled('send').reach(setting);
      // What makes this tab the one that asked is to be in the copy.
      await until(
        () => setting.tab.evaluate(() => sessionStorage.getItem('phone-sign-in/client') !== null),
        () => 'the tab keeps who it is',
      );
      const second = await anotherTab(setting, 'opener');
      await person.click('submit');
      await person.reaches('code');
      await second.enterNumber();
      await second.press('Enter');
      await second.reaches('code');
      sent(world, 1);
      await person.signsIn();
      await second.focus('code');
      await second.type(world.messages[0]!.code);
      await second.reads(gone);
      sent(world, 1);
    },
  },
  {
    group: 'two tabs',
    name: 'two tabs × send, a tab of its own',
    async run(setting) {
      const { world, person } = setting;
      await stepCalled('send').reach(setting);
      const second = await anotherTab(setting, 'noopener');
      await person.click('submit');
      await person.reaches('code');
      await second.enterNumber();
      await second.press('Enter');
      await second.reads('We have already texted this number.');
      assert.equal(await second.value('number'), '7400 123456');
      sent(world, 1);
      await person.signsIn();
      // Whoever signs in frees the number.
      await wait({ ...setting, tab: second.tab }, 61_000);
      await second.click('submit');
      await second.signsIn();
      sent(world, 2);
    },
  },
  {
    group: 'two tabs',
    name: 'two tabs × resend',
    without: withoutCopies,
    async run(setting) {
      const { world, person } = setting;
      const resend = stepCalled('resend');
      await resend.reach(setting);
      const second = await anotherTab(setting, 'opener');
      await wait({ ...setting, tab: second.tab }, 0);
      await second.tab.evaluate(() => {
        globalThis.probe.shift(61_000);
        dispatchEvent(new PageTransitionEvent('pageshow'));
      });
      sent(world, 1);
      await person.click('resend');
      await person.reads('We have texted you a code. Use the newest code.');
      await second.click('resend');
      await second.reads('Too many attempts. Try again');
      sent(world, 2);
      await second.signsIn();
      sent(world, 2);
    },
  },
  {
    group: 'two tabs',
    name: 'two tabs × verify',
    without: withoutCopies,
    async run(setting) {
      const { world, person } = setting;
      await person.visit();
      await person.toCode();
      const second = await anotherTab(setting, 'opener');
      await second.reaches('code');
      sent(world, 1);
      await person.signsIn();
      await second.focus('code');
      await second.type(world.messages[0]!.code);
      await second.reads(gone);
      sent(world, 1);
      await wait({ ...setting, tab: second.tab }, 61_000);
      await second.click('resend');
      await second.reads('We have texted you a code. Use the newest code.');
      await second.signsIn();
      sent(world, 2);
    },
  },
  {
    group: 'two tabs',
    name: 'two tabs × next',
    without: withoutCopies,
    async run(setting) {
      const { world, person } = setting;
      const next = stepCalled('next');
      await next.reach(setting);
      const second = await anotherTab(setting, 'opener');
      await second.reaches('code');
      sent(world, 1);
      await next.again(setting);
      await next.finish(setting);
      await person.reaches('done');
      await second.reads('Send a new code');
      await second.reads('+44 7400 123456');
      sent(world, 1);
    },
  },
];
