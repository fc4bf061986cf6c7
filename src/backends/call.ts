/** One call to a server that speaks JSON. Every adapter sends with it. */
import { PhoneError, type ErrorCode } from '../errors.js';

/** What any adapter is made of, beside its own settings. */
export interface AdapterOptions {
  /** Where the backend answers: absolute, or relative to the page. */
  endpoint: string;
  /** Characters of a code, where the backend does not say; six without it. */
  codeLength?: number | undefined;
  /** Keeps what must outlive a reload. Without it that is kept in memory, and nothing on the device. */
  storage?: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  /** Instead of the page's own `fetch`. */
  fetch?: typeof fetch | undefined;
}

export interface JsonRequest extends Omit<RequestInit, 'body' | 'headers'> {
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: object | undefined;
}

export interface Answer {
  status: number;
  ok: boolean;
  headers: Headers;
  /** The parsed JSON, or plain text; `undefined` where the answer is empty. */
  body: unknown;
}

/**
 * Calls a server. Rejects where nothing answers (`network`), where JSON is broken (`bad_response`), and where something
 * else answered: a page in HTML is a proxy's (`server_error`, `rate_limited`), a network's log-in (`bad_response`) or the wrong
 * address (`misconfigured`).
 */
export async function callJson(url: string, request: JsonRequest, send?: typeof fetch): Promise<Answer> {
  const { body, headers, ...init } = request;
  let response: Response;
  let text: string;
  try {
    // As a property, the page's own `fetch` would throw "Illegal invocation".
    response = await (send ?? fetch)(url, {
      ...init,
      headers: {
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    text = await response.text();
  } catch (cause) {
    throw unreachable(url, cause);
  }
  const { status, ok } = response;
  const answer = { status, ok, headers: response.headers };
  if (text === '') return { ...answer, body: undefined };
  const type = response.headers.get('content-type') ?? 'no content type';
  if (ok && type.startsWith('text/plain')) return { ...answer, body: text };
  if (!/[/+]json\b/i.test(type)) throw unexpectedAnswer(answer, url, type);
  try {
    return { ...answer, body: JSON.parse(text) as unknown };
  } catch (cause) {
    throw new PhoneError('bad_response', { cause, detail: `${url} answered with broken JSON.` });
  }
}

export function unreachable(what: string, cause: unknown): PhoneError {
  const detail =
    `${what} cannot be reached. If the server is up and on another origin, it must allow this ` +
    'page’s origin (CORS).';
  return new PhoneError('network', { cause, detail });
}

/** The error for an answer that no table of the adapter's knows. */
export function unexpectedAnswer(
  { status, ok, headers }: Omit<Answer, 'body'>,
  url: string,
  said: string,
): PhoneError {
  const code = errorOfStatus(status);
  if (code !== 'bad_response') return new PhoneError(code, { retryAfter: retryAfterOf(headers) });
  // A success in the wrong words may be a network's own log-in page: nobody knows whether the server has acted.
  return new PhoneError(ok ? 'bad_response' : 'misconfigured', {
    detail: `${url} answered ${status} with ${said}, which is not the contract. Is the endpoint right?`,
  });
}

export function errorOfStatus(status: number): ErrorCode {
  return status === 429 ? 'rate_limited' : status >= 500 ? 'server_error' : 'bad_response';
}

/** Seconds from a header, which says them as a number or as a date. */
export function retryAfterOf(headers: Headers, name = 'retry-after'): number | undefined {
  const value = headers.get(name);
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000);
  return seconds >= 0 ? seconds : undefined;
}
