/** Sending one message: one try, ten seconds, and three ways in which it can end. */
import type { E164, Purpose } from '../protocol.js';
import { describeError } from './mask.js';

export interface Message {
  phone: E164;
  purpose: Purpose;
  code: string;
  /** The whole text, in `locale`, for whom it is ours to choose. */
  text: string;
  locale: string;
}

/**
 * Hands one message to a provider, and resolves once the provider has taken it. Rejects with {@link SendRefused} when
 * the message has certainly not been sent; with anything else when that is not known. Must not retry by itself. The
 * signal aborts after ten seconds.
 */
export type Send = (message: Message, signal: AbortSignal) => Promise<void>;

/** The message has certainly not been sent. `detail` goes to the log (digits masked), never to the browser. */
export class SendRefused extends Error {
  constructor(detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'SendRefused';
  }
}

export const sendLimitMs = 10_000;

export type Delivery = { kind: 'sent' } | { kind: 'refused' | 'unknown'; detail: string };

/** Never rejects. */
export async function deliver(send: Send, message: Message): Promise<Delivery> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<Delivery>(resolve => {
    timer = setTimeout(() => {
      resolve({ kind: 'unknown', detail: 'No answer within 10 seconds' });
      controller.abort(new DOMException('No answer within 10 seconds', 'TimeoutError'));
    }, sendLimitMs);
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
    return { kind: isRefused ? 'refused' : 'unknown', detail: describeError(error) };
  }
}
