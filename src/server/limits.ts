/** How much is too much: requests, messages per address, number, calling code and in all, and wrong guesses per address and in all. */
import { createMemoryCounter } from './stores/memory-counter.js';
import type { Counter, FailureBudget, Limit, Store } from './stores/store.js';

/** One, or several that all hold: per hour and per day. */
export type LimitSetting = Limit | readonly Limit[];

export interface Limits {
  /** Requests about challenges per IPv4 address or IPv6 /64, counted by each process for itself. */
  requests: LimitSetting;
  /** Messages per IPv4 address or IPv6 /64; does nothing where the address is unknown. */
  perAddress: LimitSetting;
  /** Messages per number. */
  perPhone: LimitSetting;
  /** Messages per block of 10,000 numbers, which differ in their last four digits: who pumps has them in a row. */
  perPrefix: LimitSetting;
  /** Messages per country. */
  perCountry: LimitSetting;
  /** Instead of `perCountry`, for those named: `{ GB: { count: 2000, seconds: 3600 } }`. */
  countries: Readonly<Record<string, LimitSetting>>;
  /** Messages per calling code, which several countries may share. */
  perCallingCode: LimitSetting;
  /** Instead of `perCallingCode`, for those named: `{ '44': { count: 2000, seconds: 3600 } }`. */
  callingCodes: Readonly<Record<string, LimitSetting>>;
  /** All messages: what a bill can come to. */
  total: LimitSetting;
  /** Wrong codes per IPv4 address or IPv6 /64; does nothing where the address is unknown. */
  failuresPerAddress: LimitSetting;
  /** All wrong codes. By default as many as `total` has messages. */
  failures?: LimitSetting;
  /** Wrong passwords per number, whether or not it has an account. */
  passwordsPerPhone: LimitSetting;
  /** Wrong passwords per IPv4 address or IPv6 /64; does nothing where the address is unknown. */
  passwordsPerAddress: LimitSetting;
  /** All wrong passwords. */
  passwords: LimitSetting;
}

const hour = 3600;
const day = 24 * hour;

export const defaultLimits = {
  requests: { count: 300, seconds: 60 },
  perAddress: { count: 20, seconds: hour },
  perPhone: [
    { count: 10, seconds: hour },
    { count: 20, seconds: day },
  ],
  perPrefix: { count: 50, seconds: hour },
  perCountry: { count: 500, seconds: hour },
  countries: {},
  perCallingCode: { count: 500, seconds: hour },
  callingCodes: {},
  total: [
    { count: 1000, seconds: hour },
    { count: 10_000, seconds: day },
  ],
  failuresPerAddress: { count: 50, seconds: hour },
  passwordsPerPhone: { count: 10, seconds: hour },
  passwordsPerAddress: { count: 50, seconds: hour },
  passwords: { count: 1000, seconds: hour },
} as const satisfies Limits;

/**
 * What can be spent: a part of {@link Limits}; the `cooldown` or the wrong codes (`failuresPerPhone`) of a number; what the
 * `provider` takes; or something of a {@link SendBudget} of your own.
 */
export type BudgetName = keyof Limits | 'cooldown' | 'failuresPerPhone' | 'provider' | (string & {});

/** A budget that is spent. */
export interface Spent {
  budget: BudgetName;
  waitMs: number;
}

/** The seam for budgets that are kept elsewhere. Rejects when it cannot decide; the server then refuses. */
export interface SendBudget {
  /** Takes one message out of each budget. Answers the one that is spent, or the milliseconds to wait for it. */
  take(sender: {
    address: string | undefined;
    /** A keyed hash of the number. */
    phone: string;
    /** A keyed hash of the number without its last four digits. */
    prefix: string;
    /** ISO 3166-1 alpha-2, where the plan tells it. */
    country: string | undefined;
    /** Its digits, without the plus. */
    callingCode: string;
  }): Promise<Spent | number | undefined>;
  /** Gives a number back all that was taken for it: see `unlock`. */
  release?(phone: string): Promise<void>;
}

export function createSendBudget(limits: Limits, store: Pick<Store, 'counter'>): SendBudget {
  const counters = (name: string, setting: LimitSetting) => countersOf(store, name, setting);
  const perAddress = counters('perAddress', limits.perAddress);
  const perPhone = counters('perPhone', limits.perPhone);
  const perCallingCode = counters('perCallingCode', limits.perCallingCode);
  const named = (name: 'callingCodes' | 'countries') =>
    new Map(Object.entries(limits[name]).map(([key, setting]) => [key, counters(name, setting)]));
  const callingCodes = named('callingCodes');
  const perPrefix = counters('perPrefix', limits.perPrefix);
  const perCountry = counters('perCountry', limits.perCountry);
  const countries = named('countries');
  const total = counters('total', limits.total);

  return {
    async take({ address, phone, prefix, country, callingCode }) {
      // Looked at first: once all is spent, further addresses and numbers must not fill the memory.
      for (const counter of total) {
        const waitMs = await counter.look('all');
        if (waitMs !== undefined) return { budget: 'total', waitMs };
      }
      // From narrow to wide, so that one sender's refused requests use up nobody else's budget.
      return takeEach([
        ...sharesOf('perAddress', perAddress, address),
        ...sharesOf('perPhone', perPhone, phone),
        ...sharesOf('perPrefix', perPrefix, prefix),
        ...sharesOf('perCountry', countries.get(country ?? '') ?? perCountry, country),
        ...sharesOf('perCallingCode', callingCodes.get(callingCode) ?? perCallingCode, callingCode),
        ...sharesOf('total', total, 'all'),
      ]);
    },

    async release(phone) {
      for (const counter of perPhone) await counter.clear(phone);
    },
  };
}

/** Of this process alone: a flood reaches no shared store. Of more addresses than these, the oldest is forgotten. */
export function createRequestCounters(limits: Limits): Counter[] {
  return listLimits(limits.requests).map(limit => createMemoryCounter(limit, 100_000));
}

/** The budgets of wrong guesses that one guess falls under; the number's own is the store's. */
export function createFailureBudgets(limits: Limits): (address: string | undefined) => FailureBudget[] {
  const perAddress = listLimits(limits.failuresPerAddress);
  const total = listLimits(limits.failures ?? limits.total);
  return address => [
    ...(address === undefined ? [] : perAddress).map(limit => ({
      ...limit,
      key: `${address}:${limit.seconds}`,
    })),
    ...total.map(limit => ({ ...limit, key: `${budgetOfAll}${limit.seconds}` })),
  ];
}

const budgetOfAll = 'all:';

/** Spent by whoever guesses anywhere: it is no fault of who meets it. */
export function isBudgetOfAll(key: string | undefined): boolean {
  return key?.startsWith(budgetOfAll) ?? false;
}

/** Of the key of a spent one; the number's own has none. */
export function failureBudgetName(key: string | undefined): BudgetName {
  if (key === undefined) return 'failuresPerPhone';
  return isBudgetOfAll(key) ? 'failures' : 'failuresPerAddress';
}

function listLimits(setting: LimitSetting): readonly Limit[] {
  return 'count' in setting ? [setting] : setting;
}

/** The store's counters of one budget, one a limit. */
export function countersOf(store: Pick<Store, 'counter'>, name: string, setting: LimitSetting): Counter[] {
  return listLimits(setting).map(limit => store.counter(`${name}:${limit.seconds}`, limit));
}

/** What is taken out of one counter. */
export interface Share {
  budget: BudgetName;
  counter: Counter;
  key: string;
}

/** Of all counters of a budget; of none where what it counts is not known. */
export function sharesOf(budget: BudgetName, counters: Counter[], key: string | undefined): Share[] {
  return key === undefined ? [] : counters.map(counter => ({ budget, counter, key }));
}

/** Takes all of them, or none: then answers the budget that is spent. */
export async function takeEach(shares: readonly Share[]): Promise<Spent | undefined> {
  for (const [index, { budget, counter, key }] of shares.entries()) {
    const waitMs = await counter.take(key);
    if (waitMs === undefined) continue;
    await giveBack(shares.slice(0, index + 1));
    return { budget, waitMs };
  }
  return undefined;
}

export async function giveBack(shares: readonly Share[]): Promise<void> {
  for (const { counter, key } of shares) await counter.giveBack(key);
}
