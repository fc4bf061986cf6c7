/**
 * A `Request` of Node's, made only as far as it is needed. Undici's own takes longer to make than all of the handler
 * takes to answer, and the handler reads no more of it than the method, the address, the headers and a short text.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import type { ListenerRequest } from './answer.js';

/** Throws for what makes no request. */
export function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): ListenerRequest {
  return new NodeRequest(incoming, outgoing) as unknown as ListenerRequest;
}

/** Connect cuts the mount path off `url` and keeps the whole in `originalUrl`. */
export function urlOf(incoming: IncomingMessage & { originalUrl?: string }): string {
  return incoming.originalUrl ?? incoming.url ?? '/';
}

class NodeRequest {
  readonly #url: string;
  readonly #headers = new Headers();
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  #text: Promise<string> | undefined;
  #whole: Request | undefined;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    const { headers, socket } = incoming;
    const scheme = (socket as TLSSocket).encrypted ? 'https' : 'http';
    const host = headers.host ?? headers[':authority'] ?? 'localhost';
    const url = urlOf(incoming);
    // Never resolved against the host: "//evil.example/" would name another one.
    if (!url.startsWith('/')) throw new TypeError('Not a path');
    this.#url = new URL(`${scheme}://${String(host)}${url}`).href;
    for (const [name, value] of Object.entries(headers)) {
      if (!name.startsWith(':') && value !== undefined) this.#headers.set(name, [value].flat().join(', '));
    }
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
    return this.#headers;
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
    this.#outgoing.on('close', () => {
      if (!this.#outgoing.writableFinished) gone.abort();
    });
    const { method, headers } = this;
    const hasBody = method !== 'GET' && method !== 'HEAD' && !this.#text;
    const body = hasBody ? Readable.toWeb(this.#incoming) : null;
    const init = { method, headers, signal: gone.signal, ...(body && { body, duplex: 'half' }) };
    return new Request(this.url, init as RequestInit);
  }
}

/** Everything else that a `Request` has is asked of the real one. */
const own = new Set(Object.getOwnPropertyNames(NodeRequest.prototype));
for (const name of Object.getOwnPropertyNames(Request.prototype)) {
  if (own.has(name)) continue;
  Object.defineProperty(NodeRequest.prototype, name, {
    get(this: NodeRequest): unknown {
      const whole = this.whole();
      const value: unknown = Reflect.get(whole, name);
      return typeof value === 'function' ? (value.bind(whole) as unknown) : value;
    },
  });
}
Object.setPrototypeOf(NodeRequest.prototype, Request.prototype);

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
