/** One request to a provider, sent once, and what its answer means for a message. */
import { SendRefused, type SendRefusedOptions } from '../deliver.js';
import { neverReached, saysNotSent } from './refusals.js';

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** What a refusal says beside its words, by the JSON of the answer. */
  meaning?: (said: unknown) => SendRefusedOptions;
}

/** Resolves once the provider has taken it; rejects as a `Send` does. */
export async function post({ url, headers, body, meaning }: Post, signal: AbortSignal): Promise<void> {
  let response: Response;
  try {
    // What is meant for one address is for no other.
    response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
  } catch (error) {
    throw neverLeft(error) ? new SendRefused(wordsOf(error), { cause: error }) : error;
  }
  if (response.ok) {
    // Read, so that the connection is free again: what it says, nobody needs.
    await response.arrayBuffer().catch(() => undefined);
    return;
  }
  const text = await response.text();
  const words = `${response.status}: ${text.slice(0, 1000)}`;
  if (!saysNotSent(response.status)) throw new Error(words);
  throw new SendRefused(words, meaning?.(parse(text)));
}

/** `fetch` tells why in its cause, or in several where a name has several addresses. */
function neverLeft(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown; errors?: { code?: unknown }[] } };
  const codes = [cause?.code, ...(cause?.errors ?? []).map(({ code }) => code)];
  return codes.some(code => typeof code === 'string' && neverReached.test(code));
}

function wordsOf(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: { code?: string; message?: string } };
  return [message, cause?.code, cause?.message].filter(Boolean).join(': ');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
