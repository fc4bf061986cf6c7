/** How many messages may be sent: per address, per number, and in all. */
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';

export interface Limit {
  /** Messages within the time. */
  count: number;
  seconds: number;
}

export interface Limits {
  /** Per IPv4 address or IPv6 /64; does nothing where the address is unknown. */
  perAddress: Limit;
  perPhone: Limit;
  /** All messages of this server: what a bill can come to. */
  total: Limit;
}

export const defaultLimits: Limits = {
  perAddress: { count: 20, seconds: 3600 },
  perPhone: { count: 10, seconds: 3600 },
  total: { count: 1000, seconds: 3600 },
};

/** The seam for budgets that several machines share. Rejects when it cannot decide; the server then refuses. */
export interface SendBudget {
  /** Takes one message out of each budget. Answers the milliseconds to wait where one is spent. */
  take(sender: { address: string | undefined; phone: string }): Promise<number | undefined>;
}

export function createSendBudget(limits: Limits): SendBudget {
  const [perAddress, perPhone, total] = [limits.perAddress, limits.perPhone, limits.total].map(
    ({ count, seconds }) => new RateLimiterMemory({ points: count, duration: seconds }),
  ) as [RateLimiterMemory, RateLimiterMemory, RateLimiterMemory];

  return {
    async take({ address, phone }) {
      // Looked at first: once all is spent, further addresses and numbers must not fill the memory.
      const spent = await total.get('all');
      if (spent && spent.consumedPoints >= limits.total.count) return spent.msBeforeNext;
      try {
        // From narrow to wide, so that one sender's refused requests use up nobody else's budget.
        if (address !== undefined) await perAddress.consume(addressGroup(address));
        await perPhone.consume(phone);
        await total.consume('all');
        return undefined;
      } catch (refusal) {
        if (refusal instanceof Error) throw refusal;
        return (refusal as { msBeforeNext: number }).msBeforeNext;
      }
    },
  };
}

/** What counts as one sender: an IPv4 address, or the /64 of an IPv6 address, which one customer has whole. */
export function addressGroup(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
