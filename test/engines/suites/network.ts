/** Every fault of the network and the server × every call: what is sent, where the person is, what they read, and the way on. */
import { strict as assert } from 'node:assert';
import { loadTexts, sourceTexts } from '../../../src/localization/texts.js';
import { errorText, type ErrorFacts } from '../../../src/localization/error-texts.js';
import { needs, type Case, type Setting } from '../cases.js';
import { until } from '../driver.js';
import { faults, type FaultName } from '../faults.js';
import { phone, sent } from '../person.js';
import { steps, wait, type Step } from './steps.js';

await sourceTexts.loadRest();

interface Row {
  name: FaultName | 'connection refused' | 'offline';
  /** What the person reads. */
  says: ErrorFacts;
  /** Whether the server has acted, and nobody in the page knows. */
  acts?: boolean;
  /** The answer is a definite one: the next try is another intent. */
  isDefinite?: boolean;
  without?: Case['without'];
}

const rows: readonly Row[] = [
  { name: 'connection refused', says: { code: 'network' } },
  { name: 'abort mid-body', says: { code: 'network' }, acts: true },
  { name: 'silence', says: { code: 'timeout' }, acts: true },
  { name: '500', says: { code: 'server_error' } },
  { name: '502 with HTML', says: { code: 'server_error' } },
  { name: 'cut JSON', says: { code: 'bad_response' }, acts: true },
  { name: 'wrong content type', says: { code: 'bad_response' }, acts: true },
  { name: 'empty 200', says: { code: 'bad_response' }, acts: true },
  { name: '429 with seconds', says: { code: 'rate_limited', retryInMs: 30_000 }, isDefinite: true },
  { name: '429 without seconds', says: { code: 'rate_limited' }, isDefinite: true },
  {
    name: 'offline',
    says: { code: 'network' },
    without: needs('offline', 'WebDriver cannot cut the network off; see "connection refused"'),
  },
];

/** better-auth's reset answers nothing that is read, and says how long to wait in a header of its own or not at all. */
function expected({ name, says }: Row, { name: step }: Step): ErrorFacts | undefined {
  if (step !== 'next') return says;
  if (name === 'empty 200') return undefined;
  return says.code === 'rate_limited' ? { ...says, retryInMs: 60_000 } : says;
}

async function begin({ name }: Row, { end }: Step, { world, tab }: Setting): Promise<void> {
  if (name === 'connection refused') await world.down();
  else if (name === 'offline') await tab.offline(true);
  else world.faults.set(end, faults[name]);
}

async function mend({ name }: Row, { world, tab }: Setting): Promise<void> {
  if (name === 'connection refused') await world.up();
  if (name === 'offline') await tab.offline(false);
  world.faults.clear();
}

const kept = (setting: Setting) =>
  setting.tab.evaluate(() => {
    const keys = Array.from(sessionStorage, (_, index) => sessionStorage.key(index) ?? '');
    const step = sessionStorage.getItem(keys.find(key => key.startsWith('phone-sign-in/1')) ?? '');
    return step ? (JSON.parse(step) as { pending?: { key: string } }) : undefined;
  });

async function cell(row: Row, step: Step, setting: Setting): Promise<void> {
  const { world, tab, person } = setting;
  await step.reach(setting);
  await begin(row, step, setting);
  await step.act(setting);
  const facts = expected(row, step);
  if (!facts) return step.finish(setting);
  if (row.name === 'silence') {
    await until(
      () => world.calls.some(({ path }) => path.endsWith(step.end)),
      () => 'the call has arrived',
    );
    await tab.evaluate(() => globalThis.probe.pass(20_000));
  }
  const sentence = errorText(await loadTexts('en'), facts);
  await person.reads(sentence);
  await person.hears(sentence);
  const { step: place, error, phone: number } = await person.state();
  assert.deepEqual([place, error, number], [step.place, facts.code, phone]);
  if (step.name === 'send') assert.equal(await person.value('number'), '7400 123456');
  else await person.reads('+44 7400 123456');
  const isSent = step.sends && row.acts ? 1 : 0;
  sent(world, step.before + isSent);
  const pending = (await kept(setting))?.pending?.key;

  const callsBefore = world.calls.length;
  await mend(row, setting);
  if (facts.retryInMs) {
    // Too early: said again (the button of a resend counts down instead), and nothing leaves the page.
    await step.again(setting);
    if (step.name === 'resend') await person.reads('Send a new code 0:');
    else await person.hears(sentence, 2);
    assert.equal(world.calls.length, callsBefore);
    await wait(setting, facts.retryInMs + 1000);
  }
  await step.again(setting);
  await step.finish(setting);
  sent(world, step.before + (step.sends ? 1 : 0));
  if (!step.hasKey) return;
  const keys = world.calls.filter(({ path }) => path.endsWith(step.end)).map(({ key }) => key);
  if (row.isDefinite) assert.equal(new Set(keys).size, 2, 'a definite answer retires the key');
  else assert.equal(new Set(keys).size, 1, 'a retry carries the same key');
  if (step.sends && !row.isDefinite) assert.equal(keys.at(-1), pending, 'the key is kept for a reload');
}

export const networkCases: readonly Case[] = rows.flatMap(row =>
  steps.map(step => ({
    group: row.name,
    name: `${row.name} × ${step.name}`,
    ...(row.without && { without: row.without }),
    run: (setting: Setting) => cell(row, step, setting),
  })),
);
