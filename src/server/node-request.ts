/**
 * A `Request` of Node's, made only as far as it is needed. Undici's own takes longer to make than all of the handler
 * takes to answer, and the handler reads no more of it than the method, the address, the headers and a short text.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { ListenerRequest } from './answer.js';

/** Throws for what makes no request. */
export function toRequest(incoming: IncomingMessage, outgoing?: ServerResponse): ListenerRequest {
  return new NodeRequest(incoming, outgoing) as unknown as ListenerRequest;
}

/** Connect cuts the mount path off `url` and keeps the whole in `originalUrl`. */
export function urlOf(incoming: IncomingMessage & { originalUrl?: string }): string {
  return incoming.originalUrl ?? incoming.url ?? '/';
}

class NodeRequest {
  readonly #url: string;
  readonly #headers: NodeHeaders;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse | undefined;
  #text: Promise<string> | undefined;
  #whole: Request | undefined;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse | undefined) {
    const { headers, socket } = incoming;
    const scheme = (socket as TLSSocket).encrypted ? 'https' : 'http';
    const host = headers.host ?? headers[':authority'] ?? 'localhost';
    const url = urlOf(incoming);
    // Never resolved against the host: "//evil.example/" would name another one.
    if (!url.startsWith('/')) throw new TypeError('Not a path');
    this.#url = new URL(`${scheme}://${String(host)}${url}`).href;
    this.#headers = new NodeHeaders(headers);
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  get method(): string {
    return this.#incoming.method ?? 'GET';
  }

  get url(): string {
    return this.#url;
  }

  get headers(): Headers {
    return this.#headers as unknown as Headers;
  }

  text(): Promise<string> {
    if (this.#whole) return this.#whole.text();
    return (this.#text ??= read(this.#incoming));
  }

  /** The real thing. Its body stays a stream, unless the text has been read. */
  whole(): Request {
    return (this.#whole ??= this.#make());
  }

  #make(): Request {
    const gone = new AbortController();
    this.#outgoing?.on('close', () => {
      if (!this.#outgoing?.writableFinished) gone.abort();
    });
    const { method } = this;
    const headers = this.#headers.whole();
    const hasBody = method !== 'GET' && method !== 'HEAD' && !this.#text;
    const body = hasBody ? Readable.toWeb(this.#incoming) : null;
    const init = { method, headers, signal: gone.signal, ...(body && { body, duplex: 'half' }) };
    return new Request(this.url, init as RequestInit);
  }
}

class NodeHeaders {
  readonly #headers: IncomingHttpHeaders;
  #whole: Headers | undefined;

  constructor(headers: IncomingHttpHeaders) {
    this.#headers = headers;
  }

  get(name: string): string | null {
    const value = name.startsWith(':') ? undefined : this.#headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  whole(): Headers {
    if (this.#whole) return this.#whole;
    this.#whole = new Headers();
    for (const name of Object.keys(this.#headers)) {
      const value = this.get(name);
      if (value !== null) this.#whole.set(name, value);
    }
    return this.#whole;
  }
}

/** Everything else that the real one has is asked of the real one. */
function standFor(part: { prototype: { whole(): object } }, real: { prototype: object }): void {
  const own = new Set<PropertyKey>(Reflect.ownKeys(part.prototype));
  for (const name of Reflect.ownKeys(real.prototype)) {
    if (own.has(name)) continue;
    Object.defineProperty(part.prototype, name, {
      get(this: { whole(): object }): unknown {
        const whole = this.whole();
        const value: unknown = Reflect.get(whole, name);
        return typeof value === 'function' ? (value.bind(whole) as unknown) : value;
      },
    });
  }
  Object.setPrototypeOf(part.prototype, real.prototype);
}
standFor(NodeRequest, Request);
standFor(NodeHeaders, Headers);

function read(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    incoming.on('error', reject);
    incoming.on('close', () => {
      if (!incoming.complete) reject(new Error('The request was broken off'));
    });
  });
}
