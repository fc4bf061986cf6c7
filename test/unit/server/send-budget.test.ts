/** Which budget of messages or of guesses is spent, what it is called, and what is given back. */
import { expect, describe, it } from 'vitest';
import { createMemoryStore } from '../../../src/server/index.js';
import {
  createFailureBudgets,
  createSendBudget,
  defaultChannelLimits,
  defaultLimits,
  failureBudgetName,
  isBudgetOfAll,
  limitsOfChannels,
  sharesOf,
  takeEach,
  type ChannelLimits,
  type Limits,
  type Sender,
} from '../../../src/server/limits.js';
import type { Counter, Store } from '../../../src/server/stores/store.js';

const limit = (count: number, seconds = 3600) => ({ count, seconds });
const plenty = limit(1_000_000);
const wide: Limits = {
  ...defaultLimits,
  perAddress: plenty,
  perPhone: plenty,
  perPrefix: plenty,
  perCountry: plenty,
  perCallingCode: plenty,
  total: plenty,
};
const sender: Sender = {
  address: '192.0.2.1',
  phone: 'phone',
  prefix: 'prefix',
  country: 'GB',
  callingCode: '44',
  channel: 'sms',
};

/** A real store that writes down what is asked of its counters. */
function watchedStore() {
  const memory = createMemoryStore();
  const asked: string[] = [];
  const store: Pick<Store, 'counter'> = {
    counter: (name, of) => {
      const real = memory.counter(name, of);
      const noted =
        (what: 'take' | 'giveBack' | 'look' | 'clear') =>
        (key: string): Promise<never> => {
          asked.push(`${what} ${name} ${key}`);
          return real[what](key) as Promise<never>;
        };
      return { take: noted('take'), giveBack: noted('giveBack'), look: noted('look'), clear: noted('clear') };
    },
  };
  return { store, asked };
}

const names = ['perAddress', 'perPhone', 'perPrefix', 'perCountry', 'perCallingCode', 'total'] as const;

describe('a message', () => {
  it.each(names)('names the budget that it finds spent: %s', async name => {
    const budget = createSendBudget({ ...wide, [name]: limit(1) }, createMemoryStore());
    expect(await budget.take(sender)).toBeUndefined();
    expect(await budget.take(sender)).toMatchObject({ budget: name });
  });

  it.each(names)('names it by its channel: %s', async name => {
    const own: ChannelLimits = { [name]: limit(1) };
    const budget = createSendBudget(wide, createMemoryStore(), { voice: own });
    const call: Sender = { ...sender, channel: 'voice' };
    expect(await budget.take(call)).toBeUndefined();
    expect(await budget.take(call)).toMatchObject({ budget: `voice.${name}` });
    expect(await budget.take(sender)).toBeUndefined();
  });

  it('takes from narrow to wide, each by what it counts', async () => {
    const { store, asked } = watchedStore();
    await createSendBudget(wide, store).take(sender);
    expect(asked).toEqual([
      'look total:3600 all',
      'take perAddress:3600 192.0.2.1',
      'take perPhone:3600 phone',
      'take perPrefix:3600 prefix',
      'take perCountry:3600 GB',
      'take perCallingCode:3600 44',
      'take total:3600 all',
    ]);
  });

  it('takes nothing of what is not known', async () => {
    const { store, asked } = watchedStore();
    const countries = { XX: limit(0), '': limit(0) };
    const budget = createSendBudget({ ...wide, countries }, store);
    expect(await budget.take({ ...sender, address: undefined, country: undefined })).toBeUndefined();
    expect(asked.join()).not.toMatch(/perAddress|perCountry|countries/);
  });

  it('takes nothing at all once all is spent, so that the memory does not fill', async () => {
    const { store, asked } = watchedStore();
    const budget = createSendBudget({ ...wide, total: limit(1) }, store);
    await budget.take(sender);
    asked.length = 0;
    const spent = await budget.take({ ...sender, address: '192.0.2.2' });
    expect(spent).toMatchObject({ budget: 'total' });
    expect(spent).toHaveProperty('waitMs');
    expect(asked).toEqual(['look total:3600 all']);
  });

  it('gives back what it took, with what it found spent, and no more', async () => {
    const { store, asked } = watchedStore();
    const budget = createSendBudget({ ...wide, perPhone: limit(0) }, store);
    expect(await budget.take(sender)).toMatchObject({ budget: 'perPhone' });
    expect(asked.filter(what => what.startsWith('giveBack'))).toEqual([
      'giveBack perAddress:3600 192.0.2.1',
      'giveBack perPhone:3600 phone',
    ]);
  });

  it('instead of another is counted by its channel alone', async () => {
    const { store, asked } = watchedStore();
    const budget = createSendBudget(wide, store, { voice: { perPhone: limit(1) } });
    await budget.take({ ...sender, channel: 'voice', insteadOf: 'whatsapp' });
    expect(asked).toEqual(['take voice.perPhone:3600 phone']);
  });

  it('to a number is forgotten on all channels when that is unlocked', async () => {
    const budget = createSendBudget({ ...wide, perPhone: limit(2) }, createMemoryStore(), {
      voice: { perPhone: limit(1) },
    });
    const call: Sender = { ...sender, channel: 'voice' };
    await budget.take(call);
    await budget.take(sender);
    expect(await budget.take(call)).toMatchObject({ budget: 'voice.perPhone' });
    expect(await budget.take(sender)).toMatchObject({ budget: 'perPhone' });
    await budget.release?.('phone');
    expect(await budget.take(call)).toBeUndefined();
    expect(await budget.take(sender)).toBeUndefined();
  });

  it('is limited by hour and by day where nobody says otherwise', () => {
    const windows = defaultLimits.perPhone.map(({ count, seconds }) => [count, seconds]);
    expect(windows).toEqual([
      [10, 3600],
      [20, 86_400],
    ]);
    expect(limitsOfChannels({ sms: {}, voice: { limits: { perPrefix: limit(7) } } })).toEqual({
      sms: {},
      voice: { ...defaultChannelLimits.voice, perPrefix: limit(7) },
    });
  });
});

describe('shares', () => {
  const counter = (waitMs: number | undefined, back: string[]): Counter => ({
    take: () => Promise.resolve(waitMs),
    giveBack: key => {
      back.push(key);
      return Promise.resolve();
    },
    look: () => Promise.resolve(undefined),
    clear: () => Promise.resolve(),
  });

  it('are all taken, or none', async () => {
    const back: string[] = [];
    const share = (key: string, waitMs?: number) => sharesOf('a budget', [counter(waitMs, back)], key);
    expect(await takeEach([...share('a'), ...share('b')])).toBeUndefined();
    expect(back).toEqual([]);
    const spent = await takeEach([...share('a'), ...share('b', 7), ...share('c', 8)]);
    expect(spent).toEqual({ budget: 'a budget', waitMs: 7 });
    expect(back).toEqual(['a', 'b']);
  });

  it('are none where what is counted is not known', () => {
    expect(sharesOf('a budget', [counter(undefined, [])], undefined)).toEqual([]);
    expect(sharesOf('a budget', [], 'a')).toEqual([]);
  });
});

describe('a wrong code', () => {
  const budgets = createFailureBudgets({
    ...wide,
    failuresPerAddress: [limit(5), limit(9, 86_400)],
    failures: limit(50),
  });

  it('falls under the budgets of its address, and under that of all', () => {
    expect(budgets('a')).toEqual([
      { count: 5, seconds: 3600, key: 'a:3600' },
      { count: 9, seconds: 86_400, key: 'a:86400' },
      { count: 50, seconds: 3600, key: 'all:3600' },
    ]);
    expect(budgets(undefined)).toEqual([{ count: 50, seconds: 3600, key: 'all:3600' }]);
  });

  it('names the one that it finds spent', () => {
    const keys = [undefined, ...budgets('a').map(({ key }) => key)];
    expect(keys.map(key => failureBudgetName(key))).toEqual([
      'failuresPerPhone',
      'failuresPerAddress',
      'failuresPerAddress',
      'failures',
    ]);
    expect(keys.map(key => isBudgetOfAll(key))).toEqual([false, false, false, true]);
  });
});
