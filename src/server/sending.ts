/** One message of a challenge: what it takes out of the budgets, by which channel it goes, and what became of it. */
import type { Channel } from '../channels.js';
import type { E164 } from '../protocol.js';
import type { Caller } from './caller.js';
import type { ChannelPlan } from './channel-plan.js';
import type { Conversions } from './conversions.js';
import { deliver, type Delivery } from './deliver.js';
import { destinationOf } from './destination.js';
import type { Keys } from './keys.js';
import type { SendBudget, Spent } from './limits.js';
import { callingCodeOf } from './mask.js';
import { composeMessage } from './message-texts.js';
import { kindOf } from './number-kinds.js';
import type { PhoneServerOptions } from './options.js';
import { Problem } from './problem.js';
import type { Store } from './stores/store.js';
import type { Traced } from './tracing.js';
import type { Subject } from './subject.js';

export interface SendingOptions {
  options: PhoneServerOptions;
  plan: ChannelPlan;
  keys: Keys;
  store: Store;
  budget: SendBudget;
  conversions: Conversions;
  trace: Traced;
  nowMs: () => number;
}

/** A message that the store has begun to expect. */
export interface Sending {
  /** The challenge's. */
  id: string;
  code: string;
  /** What the store knows the message by. */
  name: string;
  channel: Channel;
  /** What the store knows of `channel`, where that is something else. */
  said?: Channel | undefined;
  /** Who asks is known to the number: these have a budget of their own. */
  isKnown: boolean;
}

export function createSending({
  options,
  plan,
  keys,
  store,
  budget,
  conversions,
  trace,
  nowMs,
}: SendingOptions) {
  const { brand, boundHost } = options;

  /** Answers what is spent. */
  async function takeFromBudget(
    phone: E164,
    isKnown: boolean,
    address: string | undefined,
    channel: Channel,
    insteadOf: Channel | undefined,
  ): Promise<Spent | undefined> {
    const { country } = await kindOf(phone);
    const callingCode = callingCodeOf(phone);
    conversions.judge(country ?? callingCode);
    const spent = await budget.take({
      address: address === undefined ? undefined : await keys.mac('address', address),
      // Of all known devices of a number together, so that verifying makes no new budget each time.
      phone: await keys.mac('phone', phone, ...(isKnown ? [knownMark] : [])),
      prefix: await keys.mac('phone', 'prefix', phone.slice(0, -4)),
      country,
      callingCode: callingCode.slice(1),
      channel,
      ...(insteadOf && { insteadOf }),
    });
    return typeof spent === 'number' ? { budget: 'budget', waitMs: spent } : spent;
  }

  /** By one channel, and by what stands in for it where it does not reach the number. */
  async function sendBy(
    channel: Channel,
    { code, isKnown }: Pick<Sending, 'code' | 'isKnown'>,
    subject: Subject,
    caller: Caller,
    insteadOf?: Channel,
  ): Promise<{ channel: Channel; delivery: Delivery } | { channel: Channel; spent: Spent }> {
    const { phone } = subject;
    const { address, note } = caller;
    note.channel = channel;
    const spent = await takeFromBudget(phone, isKnown, address, channel, insteadOf);
    if (spent) return { channel, spent };
    const destination = { ...(await destinationOf(phone)), channel };
    const message = composeMessage({ ...subject, code, brand, boundHost, channel });
    const delivery = await trace(
      'phone-sign-in.send',
      { ...destination },
      () => deliver(plan.sendBy(channel), { ...message, address }),
      ({ kind }) => kind !== 'sent' && `The message was not sent: ${kind}`,
    );
    conversions.count(destination, delivery.kind);
    // Only where it is certain that nothing was sent: never both.
    const next =
      delivery.kind === 'refused' && delivery.isElsewhere ? await plan.insteadOf(channel, phone) : undefined;
    return next ? sendBy(next, { code, isKnown }, subject, caller, channel) : { channel, delivery };
  }

  /** Sends it, and tells the store what became of it. Answers by which channel it went. */
  return async function sendMessage(sending: Sending, subject: Subject, caller: Caller): Promise<Channel> {
    const { id, name, said } = sending;
    const { note } = caller;
    /** What cannot be noted now is seen to by the store: who waits for an answer gets it all the same. */
    const settle = (outcome: 'sent' | 'refused' | 'unknown', channel?: Channel) =>
      store
        .settle(id, name, outcome, nowMs(), ...(channel && channel !== said ? [channel] : []))
        .catch(() => undefined);
    let result: Awaited<ReturnType<typeof sendBy>>;
    try {
      result = await sendBy(sending.channel, sending, subject, caller);
    } catch (error) {
      void settle('refused');
      throw error;
    }
    const { channel } = result;
    if ('spent' in result) {
      // What is not sent costs the number no cool-down.
      await settle('refused');
      const { waitMs, budget } = result.spent;
      throw new Problem('rate_limited', { retryAfterMs: waitMs, budget });
    }
    const { delivery } = result;
    caller.hasDecided = true;
    // Unknown leaves all as it is: the message may still arrive, so its code stays good and the number rests.
    if (delivery.kind !== 'unknown' || channel !== said) await settle(delivery.kind, channel);
    if (delivery.kind === 'sent') {
      note.outcome = 'sent';
      return channel;
    }
    note.detail = `${delivery.kind}: ${delivery.detail}`;
    const { retryAfterMs } = delivery;
    if (retryAfterMs !== undefined) throw new Problem('rate_limited', { retryAfterMs, budget: 'provider' });
    throw new Problem('delivery_failed');
  };
}

/**
 * Ends the id of a challenge that a known device began. Nobody else can make one: an id is good for nothing unless the
 * server made it for the same client.
 */
export const knownMark = '.known';
