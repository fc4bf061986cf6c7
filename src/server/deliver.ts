/** Sending one message: one try, ten seconds, and three ways in which it can end. */
import type { Channel } from '../channels.js';
import type { E164, Purpose } from '../protocol.js';
import { describeError } from './mask.js';

export interface Message {
  phone: E164;
  /** How it is to go: what is not an SMS has words of its own for `code` and `locale`. */
  channel: Channel;
  purpose: Purpose;
  code: string;
  /** The whole text, in `locale`, for whom it is ours to choose. */
  text: string;
  locale: string;
  /** The language tag that the page asked for; there may be no text in it. */
  language?: string;
  /** The host that the last line of `text` is bound to, for whom writes a text of their own. */
  boundHost?: string;
  /** The address of who asked, where it is known: for a provider that judges abuse. Of IPv6 the network alone. */
  address?: string | undefined;
}

/**
 * Hands one message to a provider, and resolves once the provider has taken it. Rejects with {@link SendRefused} when
 * the message has certainly not been sent; with anything else when that is not known. Must not retry by itself. The
 * signal aborts after ten seconds.
 */
export type Send = (message: Message, signal: AbortSignal) => Promise<void>;

export interface SendRefusedOptions extends ErrorOptions {
  /** The provider takes no more messages to this number for a time: the browser is told `rate_limited`. */
  retryAfterMs?: number;
  /** The number is not on this channel, as one without WhatsApp: what the server's `fallback` names is tried at once. */
  notOnChannel?: boolean;
}

/** The message has certainly not been sent. `detail` goes to the log (digits masked), never to the browser. */
export class SendRefused extends Error {
  readonly retryAfterMs: number | undefined;
  readonly notOnChannel: boolean;

  constructor(detail: string, options: SendRefusedOptions = {}) {
    super(detail, options);
    this.name = 'SendRefused';
    this.retryAfterMs = options.retryAfterMs;
    this.notOnChannel = options.notOnChannel ?? false;
  }
}

export const sendLimitMs = 10_000;

export type Delivery =
  | { kind: 'sent' }
  | {
      kind: 'refused' | 'unknown';
      detail: string;
      retryAfterMs?: number;
      /** The number is not on this channel. */
      isElsewhere?: true;
    };

/** Never rejects. */
export async function deliver(send: Send, message: Message, limitMs = sendLimitMs): Promise<Delivery> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<Delivery>(resolve => {
    timer = setTimeout(() => {
      const detail = `No answer within ${limitMs / 1000} seconds`;
      resolve({ kind: 'unknown', detail });
      controller.abort(new DOMException(detail, 'TimeoutError'));
    }, limitMs);
  });
  const sent = attempt(send, message, controller.signal);
  return Promise.race([sent, timeUp]).finally(() => clearTimeout(timer));
}

async function attempt(send: Send, message: Message, signal: AbortSignal): Promise<Delivery> {
  try {
    await send(message, signal);
    return { kind: 'sent' };
  } catch (error) {
    // By name as well: the connectors are an entry of their own, and may carry a second copy of the class.
    const isRefused = error instanceof Error && error.name === 'SendRefused';
    const { retryAfterMs, notOnChannel } = isRefused ? (error as Partial<SendRefused>) : {};
    return {
      kind: isRefused ? 'refused' : 'unknown',
      detail: describeError(error),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(notOnChannel === true && { isElsewhere: true }),
    };
  }
}
