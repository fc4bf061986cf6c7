/** Reads from what a package throws or answers whether the message has certainly not been sent. */
import { SendRefused } from '../deliver.js';
import { countSegments } from '../messages/segments.js';
import type { ConnectorName } from './packages.js';

/** What a package throws for a provider's answer, and for what it cannot use. */
type ConnectorError = Error & { code: string; data: { message?: unknown } | undefined };

/** No connection, or none that could be trusted: nothing has left. */
export const neverReached =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_CERT_ALTNAME_INVALID|CERT_HAS_EXPIRED|(DEPTH_ZERO_)?SELF_SIGNED_CERT\w*)\b/;
const brokenOff = /\b(ECONNRESET|ETIMEDOUT|EPIPE)\b|socket hang up|timeout|timed out|aborted/i;

/**
 * Whether a provider's failure says that no message has gone out. 503 says "not now"; 408 says that it has waited, and its other
 * failures may have come after the message.
 */
export function saysNotSent(status: number): boolean {
  return (status >= 400 && status < 500 && status !== 408) || status === 503;
}

/** A provider's own limits on one number; Aliyun's are one a minute, five an hour and ten a day, and it does not say which. */
const providerLimitMs = 60_000;

export interface Attempt {
  name: ConnectorName;
  /** The HTTP status of the provider's answer, where there was one and it was seen. */
  status: number | undefined;
  text: string | undefined;
}

/** What to throw for an error of `sendMessage`: {@link SendRefused}, or what it is when nobody knows. */
export function failureOf(error: unknown, attempt: Attempt): unknown {
  const words = wordsOf(error);
  const isLimited = isConnectorError(error) && error.code === 'rate_limit_exceeded';
  if (!isRefusal(error, words, attempt))
    return isConnectorError(error) ? new Error(words, { cause: error }) : error;
  return new SendRefused(words, { cause: error, ...(isLimited && { retryAfterMs: providerLimitMs }) });
}

function isRefusal(error: unknown, words: string, { name, status, text }: Attempt): boolean {
  if (status === undefined && neverReached.test(words)) return true;
  if (!isConnectorError(error)) return false;
  // An answer came, but who sent it does not speak the provider's language: a gateway on the way, perhaps.
  if (error.code === 'invalid_response') return false;
  // The HTTP connector and Vonage's wrap network failures like refusals, and leave only their message.
  if (status === undefined && brokenOff.test(words)) return false;
  if (status !== undefined && status >= 300 && !saysNotSent(status)) return false;
  // Vonage's client compares the count "1" with 1, and so says "some" where the one and only part was refused.
  if (name === 'vonage' && words.includes('Some SMS messages failed')) {
    return text !== undefined && countSegments(text).segments === 1;
  }
  return true;
}

/** SMS Aero refuses with status 200, which its package takes for a success and hands on as the response of `got`. */
export function refusalIn(name: ConnectorName, answer: unknown): SendRefused | undefined {
  if (name !== 'smsaero') return undefined;
  const { body } = (answer ?? {}) as { body?: unknown };
  const said = typeof body === 'string' ? parse(body) : body;
  if ((said as { success?: unknown } | undefined)?.success !== false) return undefined;
  return new SendRefused(JSON.stringify(said));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordsOf(error: unknown): string {
  if (isConnectorError(error)) {
    const said = error.data?.message ?? error.data;
    return `${error.code}: ${typeof said === 'string' ? said : JSON.stringify(said)}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? `${code}: ${message}` : message;
}

/** By shape: each connector may bring its own copy of the class. */
function isConnectorError(error: unknown): error is ConnectorError {
  return error instanceof Error && 'code' in error && 'data' in error;
}
