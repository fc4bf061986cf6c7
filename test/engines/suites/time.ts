/** Clocks that jump, pages that stop, machines that sleep: deadlines, never counters. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { until } from '../driver.js';
import { faults } from '../faults.js';
import { sent } from '../person.js';
import { wait } from './steps.js';

const minute = 60_000;
const hour = 60 * minute;

/** The page's own clock jumps; what runs in it is not told. */
const jump = ({ tab }: Setting, milliseconds: number) =>
  tab.evaluate(ahead => globalThis.probe.shift(ahead), milliseconds);

/** The page is stopped: all of its clocks go on, and nothing in it runs. */
const stopped = ({ tab }: Setting, milliseconds: number) =>
  tab.evaluate(ahead => globalThis.probe.stop(ahead), milliseconds);

const comesIntoSight = ({ tab }: Setting) =>
  tab.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));

/** What the countdown of a resend says, in seconds; nothing once the button is there. */
const countdown = ({ tab }: Setting) =>
  tab.evaluate(() => {
    const time = globalThis.probe
      .find('phone-resend-button')
      ?.shadowRoot?.querySelector('.time')?.textContent;
    const [minutes = 0, seconds = 0] = (time ?? '').split(':').map(Number);
    return time ? minutes * 60 + seconds : undefined;
  });

async function toCode({ person }: Setting): Promise<void> {
  await person.visit();
  await person.toCode();
  await person.hears('We have texted you a code.');
}

/** The countdown, and between which two moments of this process it was so. */
async function read(setting: Setting): Promise<{ seconds: number; from: number; to: number }> {
  const from = performance.now();
  const seconds = await countdown(setting);
  assert.ok(seconds !== undefined, 'there is a countdown');
  return { seconds, from, to: performance.now() };
}

/** At most 1 s off, after the page was stopped for so long. */
async function isExact(setting: Setting, first: Awaited<ReturnType<typeof read>>, stoppedSeconds: number) {
  const now = await read(setting);
  const most = first.seconds - stoppedSeconds - (now.from - first.to) / 1000 + 1;
  const least = first.seconds - stoppedSeconds - (now.to - first.from) / 1000 - 1;
  assert.ok(now.seconds >= least && now.seconds <= most, `${now.seconds} is not in ${least}–${most}`);
}

export const timeCases: readonly Case[] = [
  {
    group: 'paused page',
    name: 'a page stopped for 20 s, then seen again',
    async run(setting) {
      await toCode(setting);
      const first = await read(setting);
      await stopped(setting, 20_000);
      await comesIntoSight(setting);
      await isExact(setting, first, 20);
    },
  },
  {
    group: 'paused page',
    name: 'a page stopped for 20 s, with its next tick',
    async run(setting) {
      await toCode(setting);
      const first = await read(setting);
      await stopped(setting, 20_000);
      await until(
        async () => (await countdown(setting))! <= 41,
        () => 'the next tick',
      );
      await isExact(setting, first, 20);
    },
  },
  {
    group: 'paused page',
    name: 'a page whose script is really held for 3 s',
    async run(setting) {
      await toCode(setting);
      const first = await read(setting);
      await setting.tab.evaluate(() => {
        for (const end = performance.now() + 3000; performance.now() < end;);
      });
      await comesIntoSight(setting);
      await isExact(setting, first, 0);
    },
  },
  {
    group: 'asleep',
    name: 'asleep for two minutes: a new code can be asked for at once, and it is said',
    async run(setting) {
      const { world, person } = setting;
      await toCode(setting);
      world.aheadMs += 2 * minute;
      await jump(setting, 2 * minute);
      await comesIntoSight(setting);
      await person.reads('Send a new code');
      await person.hears('You can request a new code now.');
      await person.click('resend');
      await person.reads('We have texted you a code. Use the newest code.');
      sent(world, 2);
      await person.signsIn();
    },
  },
  {
    group: 'asleep',
    name: 'asleep for an hour: the code has expired, which is said, with a way on',
    async run(setting) {
      const { world, person } = setting;
      await toCode(setting);
      world.aheadMs += hour;
      await jump(setting, hour);
      await comesIntoSight(setting);
      await person.reads('This code has expired. Request a new one.');
      await person.hears('This code has expired. Request a new one.');
      await person.click('resend');
      await person.reads('We have texted you a code. Use the newest code.');
      sent(world, 2);
      await person.signsIn();
    },
  },
  {
    group: 'moved clock',
    name: 'the clock moved on by an hour: no second message, and the code is still good',
    async run(setting) {
      const { world, person } = setting;
      await toCode(setting);
      await jump(setting, hour);
      await comesIntoSight(setting);
      await person.reads('This code has expired.');
      await person.click('resend');
      await person.reads('We have texted you a code.');
      sent(world, 1);
      await person.signsIn();
    },
  },
  {
    group: 'moved clock',
    name: 'the clock moved back by an hour: the countdown is not longer than before',
    async run(setting) {
      await toCode(setting);
      await jump(setting, -hour);
      await comesIntoSight(setting);
      assert.ok((await countdown(setting))! <= 60);
      await setting.person.reads('Checked as soon as the last digit is in.');
      await setting.person.signsIn();
      sent(setting.world, 1);
    },
  },
  {
    group: 'moved clock',
    name: 'the clock moved back by an hour: a new code can be asked for when its minute is over',
    async run(setting) {
      const { world, person } = setting;
      await toCode(setting);
      await jump(setting, -hour);
      await comesIntoSight(setting);
      await wait(setting, 61_000);
      await person.reads('Send a new code');
      await person.click('resend');
      await person.reads('We have texted you a code. Use the newest code.');
      sent(world, 2);
    },
  },
  {
    group: 'moved clock',
    name: 'the clock moved back by an hour, then a reload: not locked for longer than the wait',
    async run(setting) {
      const { tab, person } = setting;
      await toCode(setting);
      await tab.evaluate(milliseconds => localStorage.setItem('aheadMs', String(milliseconds)), -hour);
      await tab.goto(`${setting.world.origin}/`);
      await person.reaches('code');
      const left = await countdown(setting);
      assert.ok(left === undefined || left <= 60, `locked for ${left} s`);
    },
  },
  {
    group: 'announcements',
    name: 'milestones are announced, seconds are not',
    async run(setting) {
      const { tab, person, world } = setting;
      await person.visit();
      // A quick answer comes before there is anything to say of the sending.
      world.faults.set('/challenges', async (response, reply) => {
        await person.hears('Sending…');
        const { status, headers, body } = await reply();
        response.writeHead(status, headers).end(body);
      });
      await person.toCode();
      await person.hears('We have texted you a code.');
      for (let second = 0; second < 58; second += 2) {
        await jump(setting, 2000);
        await comesIntoSight(setting);
      }
      await jump(setting, 3000);
      await comesIntoSight(setting);
      await person.hears('You can request a new code now.');
      const said = await tab.evaluate((): string[] => globalThis.probe.said);
      assert.deepEqual(said, ['Sending…', 'We have texted you a code.', 'You can request a new code now.']);
    },
  },
  {
    group: 'announcements',
    name: 'the expiry of the code is said before it happens, and when it does',
    async run(setting) {
      const { person } = setting;
      await toCode(setting);
      await person.reads('Checked as soon as the last digit is in.');
      await jump(setting, 9 * minute + 5000);
      await comesIntoSight(setting);
      await until(
        () =>
          setting.tab.evaluate(() =>
            globalThis.probe.said.some(said => /^The code expires in (5\d seconds|1 minute)\.$/.test(said)),
          ),
        () => 'the expiry is announced',
      );
      await jump(setting, minute);
      await comesIntoSight(setting);
      await person.hears('This code has expired. Request a new one.');
    },
  },
  {
    group: 'waits',
    name: 'a wait that the server asked for ends by itself, and a moved clock does not make it longer',
    async run(setting) {
      const { world, person, tab } = setting;
      await person.visit();
      await person.enterNumber();
      world.faults.set('/challenges', faults['429 with seconds']);
      await person.press('Enter');
      await person.reads('Too many attempts. Try again in 30 seconds.');
      await jump(setting, -hour);
      await comesIntoSight(setting);
      await person.reads('Too many attempts. Try again in 30 seconds.');
      await jump(setting, hour + 31_000);
      await comesIntoSight(setting);
      await until(
        async () => !(await tab.evaluate(() => globalThis.probe.text())).includes('Too many attempts'),
        () => 'the sentence goes',
      );
      world.faults.clear();
      await person.click('submit');
      await person.signsIn();
      sent(world, 1);
    },
  },
];
