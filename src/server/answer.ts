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

const bodies = new WeakMap<Response, string>();

export function toResponse({ status, headers, body }: Answer): Response {
  const response = new Response(body === '' ? null : body, { status, headers });
  // Challenges and sessions are for nobody's cache.
  response.headers.set('cache-control', 'no-store');
  bodies.set(response, body);
  return response;
}

/** The body of a response of ours, for a listener that can spare itself the stream; `undefined` of any other. */
export function bodyOf(response: Response): string | undefined {
  return bodies.get(response);
}

/** A request as a listener may hand it in: it has what the handler reads, and is made whole for the host's hooks. */
export type ListenerRequest = Request & { whole?: () => Request };

export function wholeRequest(request: ListenerRequest): Request {
  return request.whole?.() ?? request;
}
