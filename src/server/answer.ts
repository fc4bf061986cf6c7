/** An answer as data: what is kept under an idempotency key, and what becomes a `Response` once, at the end. */
export interface Answer {
  status: number;
  headers: [string, string][];
  /** JSON; empty for 204. */
  body: string;
}

export function jsonAnswer(body: object, status = 200, headers: [string, string][] = []): Answer {
  return { status, headers: [['content-type', 'application/json'], ...headers], body: JSON.stringify(body) };
}

/** The answer without its body, which {@link withBody} adds at the end: each `Response` with one costs a stream. */
export function bareResponse({ status, headers }: Answer): Response {
  const response = new Response(null, { status, headers });
  // Challenges and sessions are for nobody's cache.
  response.headers.set('cache-control', 'no-store');
  return response;
}

const bodies = new WeakMap<Response, string>();

/** What is handed out. A listener of ours writes the body itself: it finds it by {@link bodyOf}. */
export function withBody(request: ListenerRequest, bare: Response, body: string): Response {
  if (request.whole) {
    bodies.set(bare, body);
    return bare;
  }
  return body === '' || request.method === 'HEAD' ? bare : new Response(body, bare);
}

/** `undefined` for a response that is not from {@link withBody}. */
export function bodyOf(response: Response): string | undefined {
  return bodies.get(response);
}

/** A request as a listener may hand it in: it has what the handler reads, and is made whole for the host's hooks. */
export type ListenerRequest = Request & { whole?: () => Request };

export function wholeRequest(request: ListenerRequest): Request {
  return request.whole?.() ?? request;
}
