/** How much is too much: requests, messages per address, number, calling code and in all, and wrong guesses per address and in all. */
import type { Channel } from '../channels.js';
import { createMemoryCounter } from './stores/memory-counter.js';
import type { Counter, FailureBudget, Limit, Store } from './stores/store.js';

/** One, or several that all hold: per hour and per day. */
export type LimitSetting = Limit | readonly Limit[];

export interface Limits {
  /** Requests about challenges and passwords per IPv4 address or IPv6 /64, counted by each process for itself. */
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

/** The parts of {@link Limits} that count messages: of one channel, beside those of all. */
export type ChannelLimits = Partial<
  Pick<
    Limits,
    | 'perAddress'
    | 'perPhone'
    | 'perPrefix'
    | 'perCountry'
    | 'countries'
    | 'perCallingCode'
    | 'callingCodes'
    | 'total'
  >
>;

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

/** A call costs many times an SMS, and who owns the number it goes to may be paid for it. */
export const defaultChannelLimits = {
  sms: {},
  whatsapp: {},
  voice: {
    perAddress: { count: 5, seconds: hour },
    perPhone: [
      { count: 3, seconds: hour },
      { count: 6, seconds: day },
    ],
    perPrefix: { count: 10, seconds: hour },
    perCountry: { count: 50, seconds: hour },
    perCallingCode: { count: 50, seconds: hour },
    total: [
      { count: 100, seconds: hour },
      { count: 500, seconds: day },
    ],
  },
} as const satisfies Record<Channel, ChannelLimits>;

/**
 * What can be spent: a part of {@link Limits}, of a channel's own as `voice.total`; the `cooldown` or the wrong codes (`failuresPerPhone`) of a number; what the
 * `provider` takes; or something of a {@link SendBudget} of your own.
 */
export type BudgetName = keyof Limits | 'cooldown' | 'failuresPerPhone' | 'provider' | (string & {});

/** A budget that is spent. */
export interface Spent {
  budget: BudgetName;
  waitMs: number;
}

/** Of a host's channels, with our defaults for what it does not say. */
export function limitsOfChannels(
  channels: Partial<Record<Channel, { limits?: ChannelLimits }>> = {},
): Partial<Record<Channel, ChannelLimits>> {
  return Object.fromEntries(
    Object.entries(channels).map(([channel, { limits }]) => [
      channel,
      { ...defaultChannelLimits[channel as Channel], ...limits },
    ]),
  );
}

/** Who has one message sent, and where to. */
export interface Sender {
  address: string | undefined;
  /** A keyed hash of the number. */
  phone: string;
  /** A keyed hash of the number without its last four digits. */
  prefix: string;
  /** ISO 3166-1 alpha-2, where the plan tells it. */
  country: string | undefined;
  /** Its digits, without the plus. */
  callingCode: string;
  channel: Channel;
  /** The channel that was taken for, and then did not reach the number: the message is the same one. */
  insteadOf?: Channel;
}

/** The seam for budgets that are kept elsewhere. Rejects when it cannot decide; the server then refuses. */
export interface SendBudget {
  /** Takes one message out of each budget. Answers the one that is spent, or the milliseconds to wait for it. */
  take(sender: Sender): Promise<Spent | number | undefined>;
  /** Gives a number back all that was taken for it: see `unlock`. */
  release?(phone: string): Promise<void>;
}

/** `ofChannels`: budgets of their own, beside those that count all. */
export function createSendBudget(
  limits: Limits,
  store: Pick<Store, 'counter'>,
  ofChannels: Partial<Record<Channel, ChannelLimits>> = {},
): SendBudget {
  const all = createCounts(limits, store, '');
  const own = new Map(
    Object.entries(ofChannels).map(([channel, limits]) => [
      channel,
      createCounts(limits, store, `${channel}.`),
    ]),
  );

  return {
    async take(sender) {
      const counts = [own.get(sender.channel) ?? [], sender.insteadOf ? [] : all].flat();
      // Looked at first: once all is spent, further addresses and numbers must not fill the memory.
      for (const { total, budgetOfTotal } of counts) {
        for (const counter of total) {
          const waitMs = await counter.look('all');
          if (waitMs !== undefined) return { budget: budgetOfTotal, waitMs };
        }
      }
      return takeEach(counts.flatMap(({ sharesFor }) => sharesFor(sender)));
    },

    async release(phone) {
      for (const { perPhone } of [all, ...own.values()]) {
        for (const counter of perPhone) await counter.clear(phone);
      }
    },
  };
}

/** `prefix` goes before the names of the budgets. */
function createCounts(limits: ChannelLimits, store: Pick<Store, 'counter'>, prefix: string) {
  const counters = (name: keyof ChannelLimits, setting: LimitSetting | undefined) =>
    setting ? countersOf(store, prefix + name, setting) : [];
  const named = (name: 'callingCodes' | 'countries') =>
    new Map(Object.entries(limits[name] ?? {}).map(([key, setting]) => [key, counters(name, setting)]));
  const perAddress = counters('perAddress', limits.perAddress);
  const perPhone = counters('perPhone', limits.perPhone);
  const perPrefix = counters('perPrefix', limits.perPrefix);
  const perCountry = counters('perCountry', limits.perCountry);
  const perCallingCode = counters('perCallingCode', limits.perCallingCode);
  const [callingCodes, countries] = [named('callingCodes'), named('countries')];
  const total = counters('total', limits.total);
  const shares = (name: keyof ChannelLimits, counters: Counter[], key: string | undefined) =>
    sharesOf(prefix + name, counters, key);

  return {
    perPhone,
    total,
    budgetOfTotal: `${prefix}total`,
    /** From narrow to wide, so that one sender's refused requests use up nobody else's budget. */
    sharesFor: ({ address, phone, prefix, country, callingCode }: Sender): Share[] => [
      ...shares('perAddress', perAddress, address),
      ...shares('perPhone', perPhone, phone),
      ...shares('perPrefix', perPrefix, prefix),
      ...shares('perCountry', countries.get(country ?? '') ?? perCountry, country),
      ...shares('perCallingCode', callingCodes.get(callingCode) ?? perCallingCode, callingCode),
      ...shares('total', total, 'all'),
    ],
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
