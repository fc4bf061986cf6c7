/** By which channels messages go: what the host has set up, and which of it can reach a number. */
import { channels as allChannels, type Channel } from '../channels.js';
import type { E164 } from '../protocol.js';
import type { Send } from './deliver.js';
import { kindOf } from './number-kinds.js';
import type { ChannelOptions, Fallback, PhoneServerOptions } from './options.js';
import { Problem } from './problem.js';

export type ChannelPlan = ReturnType<typeof createChannelPlan>;

type PlanOptions = Pick<PhoneServerOptions, 'send' | 'channels' | 'fallback'>;

export function createChannelPlan({ send, channels, fallback = {} }: PlanOptions) {
  const set: Partial<Record<Channel, ChannelOptions>> = channels ?? (send ? { sms: { send } } : {});
  const names = Object.keys(set) as Channel[];
  const [first = 'sms'] = names;

  /** In the host's order. Who has a call for a landline sends it nothing that it cannot show. */
  async function possible(phone: E164): Promise<readonly Channel[]> {
    return names.includes('voice') && (await kindOf(phone)).isLandline ? ['voice'] : names;
  }

  return {
    names,
    possible,

    /** The channel for a message to this number. Throws a `Problem` where the one that was asked for is not possible. */
    async choose(phone: E164, asked: Channel | undefined): Promise<Channel> {
      const ways = await possible(phone);
      if (asked !== undefined && !ways.includes(asked)) throw noSuchChannel(ways);
      return asked ?? (ways.includes('sms') ? 'sms' : (ways[0] ?? first));
    },

    /** Throws a `Problem` for one that is not set up. */
    read(asked: unknown): Channel | undefined {
      if (asked !== undefined && !names.includes(asked as Channel)) throw noSuchChannel(names);
      return asked as Channel | undefined;
    },

    /** For who asks for none, where the number is not known yet. */
    usual: names.includes('sms') ? 'sms' : first,

    sendBy(channel: Channel): Send {
      const { send } = set[channel] ?? {};
      if (!send) throw new Error(`The channel "${channel}" is not set up`);
      return send;
    },

    /** What is tried where `channel` does not reach the number. */
    async insteadOf(channel: Channel, phone: E164): Promise<Channel | undefined> {
      const next = fallback[channel];
      return next && (await possible(phone)).includes(next) ? next : undefined;
    },

    /** Milliseconds; `undefined` where the number's own cool-down counts. */
    cooldownMsOf(channel: Channel | undefined): number | undefined {
      const seconds = channel && set[channel]?.cooldown;
      return seconds === undefined ? undefined : seconds * 1000;
    },
  };
}

/** Throws an `Error` where it leads nowhere, or in a circle. */
export function checkFallback(names: readonly Channel[], fallback: Fallback): void {
  for (const [from, to] of Object.entries(fallback) as [Channel, Channel][]) {
    for (const name of [from, to]) {
      if (!names.includes(name)) {
        throw new Error(
          `"fallback" names the channel "${name}", which is not set up; there are: ${names.join(', ')}.`,
        );
      }
    }
    let at: Channel | undefined = to;
    for (let steps = 0; at !== undefined && at !== from && steps < allChannels.length; steps++)
      at = fallback[at];
    if (at === from) throw new Error(`"fallback" leads from "${from}" back to itself.`);
  }
}

function noSuchChannel(possible: readonly Channel[]): Problem {
  return new Problem('malformed_request', { detail: `"channel" must be one of: ${possible.join(', ')}.` });
}
