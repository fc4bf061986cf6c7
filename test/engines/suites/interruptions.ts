/** What a person, or the browser, does in the middle of a call: pressing twice, leaving, coming back, two tabs. */
import { strict as assert } from 'node:assert';
import { loadTexts, sourceTexts } from '../../../src/localization/texts.js';
import { errorText } from '../../../src/localization/error-texts.js';
import type { Case, Setting } from '../cases.js';
import { until } from '../driver.js';
import { faults } from '../faults.js';
import { phone, sent } from '../person.js';
import { comesBack, leaves, type Leaving } from './leaving.js';
import { stepCalled, steps, wait, type Step } from './steps.js';

await sourceTexts.loadRest();

const callsTo = ({ world }: Setting, { end }: Step) => world.calls.filter(({ path }) => path.endsWith(end));

/** Two presses at once are one call. */
async function twice(step: Step, setting: Setting, act: () => Promise<void>): Promise<void> {
  await act();
  await step.finish(setting);
  sent(setting.world, step.before + (step.sends ? 1 : 0));
  assert.equal(callsTo(setting, step).length, 1);
  assert.equal(setting.world.messages.at(-1)!.phone, phone);
}

const doubleClicks: readonly Case[] = steps.map(step => ({
  group: 'double click',
  name: `double click × ${step.name}`,
  async run(setting) {
    const { world, person } = setting;
    await step.reach(setting);
    if (step.name === 'verify') {
      // There is nothing to click before a check has failed.
      world.faults.set(step.end, faults['500']);
      await step.act(setting);
      await person.reads('Try again');
      world.faults.clear();
      world.calls.length = 0;
    }
    const part = step.name === 'verify' ? 'tryAgain' : step.name === 'resend' ? 'resend' : 'submit';
    await twice(step, setting, () => person.click(part, 2));
  },
}));

const doubleEnters: readonly Case[] = steps.map(step => ({
  group: 'Enter twice',
  name: `Enter twice × ${step.name}`,
  async run(setting) {
    const { person } = setting;
    await step.reach(setting);
    if (step.name === 'verify') await step.act(setting);
    if (step.name === 'resend') await person.focus('resend');
    await twice(step, setting, async () => {
      await person.press('Enter');
      await person.press('Enter');
    });
  },
}));

const webOtp =
  'a page that has asked for WebOTP never goes into the cache; it is loaded anew, see "back button"';
const busy = 'a page with a call on its way never goes into the cache; it is loaded anew, see "back button"';

const withoutCacheInFlight =
  (step: Step): NonNullable<Case['without']> =>
  ({ name }) =>
    name === 'firefox' ? busy : name === 'chromium' && step.name !== 'send' ? webOtp : undefined;

/** The call is on its way, or the server has acted and its answer is, when the page goes. */
const leavings: readonly Case[] = (
  ['back button', 'reload', 'discarded tab', 'back-forward cache'] as const
).flatMap(leaving =>
  steps.map(step => ({
    group: leaving,
    name: `${leaving} × ${step.name} in flight`,
    ...(leaving === 'back-forward cache' ? { without: withoutCacheInFlight(step) } : {}),
    run: (setting: Setting) => leftInFlight(leaving, step, setting),
  })),
);

async function leftInFlight(leaving: Leaving, step: Step, setting: Setting): Promise<void> {
  const { world, tab, person } = setting;
  await step.reach(setting);
  world.faults.set(step.end, faults.silence);
  await step.act(setting);
  await until(
    () => callsTo(setting, step).length === 1,
    () => 'the call has arrived',
  );
  const count = step.before + (step.sends ? 1 : 0);
  await until(
    () => world.messages.length === count,
    () => 'the server has acted',
  );
  await leaves(leaving, setting);
  world.faults.clear();
  await comesBack(leaving, setting);
  sent(world, count);
  // A page out of the back-forward cache may still be waiting for an answer that will never come.
  const place = (await person.state()).step;
  if (place === 'sending' || place === 'verifying' || place === step.place)
    await tab.evaluate(() => globalThis.probe.pass(20_000));
  await goesOn(step, setting);
  // A code is not kept, and so neither is the key it was sent with.
  if (step.name !== 'verify') assert.equal(new Set(callsTo(setting, step).map(({ key }) => key)).size, 1);
}

/** The person reads where they are, or what went wrong; the number is there, and so is the countdown. */
async function isSaid({ person }: Setting): Promise<void> {
  const { step: place, error } = await person.state();
  if (error) await person.reads(errorText(await loadTexts('en'), { code: error }).split('. ')[0]!);
  else if (place === 'number') await person.reads('We will text +44 7400 123456');
  else if (place === 'next') await person.reads('New password');
  else await person.reads('Send a new code');
  if (place === 'number') assert.equal(await person.value('number'), '7400 123456');
  else await person.reads('+44 7400 123456');
}

/** What is left to do for a person whose page was gone while a call was on its way. */
async function goesOn(step: Step, setting: Setting): Promise<void> {
  const { world, tab, person } = setting;
  if (step.name === 'send') {
    await person.reaches('number');
    await until(
      async () => (await person.value('number')) === '7400 123456',
      () => 'the number is kept',
    );
    await isSaid(setting);
    await person.click('submit');
    await step.finish(setting);
    sent(world, 1);
  } else if (step.name === 'resend') {
    await person.reaches('code');
    await isSaid(setting);
    await person.click('resend');
    await step.finish(setting);
    sent(world, 2);
  } else if (step.name === 'verify') {
    // The server has taken the code; the page kept none to ask again with. What to do next is said, and works.
    await person.reaches('code');
    await isSaid(setting);
    await person.focus('code');
    await tab.evaluate(() =>
      (globalThis.probe.find('input[autocomplete=one-time-code]') as HTMLInputElement).select(),
    );
    await person.type(world.messages[0]!.code);
    const gone = 'This code is no longer valid.';
    await until(
      async () => (await person.state()).step === 'done' || (await person.state()).error === 'challenge_gone',
      () => 'an end',
    );
    if ((await person.state()).step === 'done') return;
    await person.reads(gone);
    await wait(setting, 61_000);
    await person.click('resend');
    await until(
      () => world.messages.length === 2,
      () => 'a new message',
    );
    await person.reads('We have texted you a code. Use the newest code.');
    await person.signsIn();
  } else {
    await until(
      async () => ['code', 'next'].includes((await person.state()).step),
      () => 'code or password',
    );
    await isSaid(setting);
    // The code was never kept: it is entered again.
    if ((await person.state()).step === 'code') {
      await person.focus('code');
      await person.type(world.messages[0]!.code);
      await person.reaches('next');
    }
    await person.focus('password');
    // WebKit empties passwords of pages that it keeps.
    if ((await person.value('password')) === '') await person.type('correct horse');
    await person.click('submit');
    await step.finish(setting);
    sent(world, 1);
  }
}

const withoutCache = (leaving: Leaving): Pick<Case, 'without'> =>
  leaving === 'back-forward cache'
    ? { without: ({ name }) => (name === 'chromium' ? webOtp : undefined) }
    : {};

/** At rest: nothing is lost, nothing is sent, and the countdown goes on where it was. */
const atRest: readonly Case[] = (
  ['back button', 'reload', 'discarded tab', 'back-forward cache'] as const
).flatMap(leaving => [
  {
    group: leaving,
    name: `${leaving} × code at rest`,
    ...withoutCache(leaving),
    async run(setting: Setting) {
      const { world, tab, person } = setting;
      await person.visit();
      await person.toCode();
      await leaves(leaving, setting);
      await comesBack(leaving, setting, 20_000);
      await person.reaches('code');
      const left = await tab.evaluate(
        () => globalThis.probe.find('phone-resend-button')!.shadowRoot!.querySelector('.time')!.textContent,
      );
      assert.match(left, /^0:(40|39|3[0-8])$/, `the countdown says ${left}`);
      sent(world, 1);
      await person.signsIn();
      sent(world, 1);
    },
  },
  {
    group: leaving,
    name: `${leaving} × number at rest`,
    async run(setting: Setting) {
      const { world, person } = setting;
      await person.visit();
      await person.enterNumber();
      await leaves(leaving, setting);
      await comesBack(leaving, setting);
      await person.reaches('number');
      assert.equal(world.calls.length, 0, 'nothing is sent by itself');
      if ((await person.value('number')) === '') await person.enterNumber();
      await person.press('Enter');
      await person.signsIn();
      sent(world, 1);
    },
  },
  {
    group: leaving,
    name: `${leaving} × password at rest`,
    ...withoutCache(leaving),
    async run(setting: Setting) {
      const step = stepCalled('next');
      await step.reach(setting);
      await leaves(leaving, setting);
      await comesBack(leaving, setting);
      await goesOn(step, setting);
    },
  },
]);

export const interruptionCases: readonly Case[] = [...doubleClicks, ...doubleEnters, ...leavings, ...atRest];
