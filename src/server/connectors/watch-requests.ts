/**
 * Watches the HTTP requests that a package makes. The packages hide the status of an answer, and never end a request that
 * gets none: without this, a provider that hangs would keep a connection for each message.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

interface Watch {
  signal: AbortSignal;
  /** Of the latest answer; `undefined` when there was none. */
  status: number | undefined;
}

const watches = new AsyncLocalStorage<Watch>();
let isSubscribed = false;

/** Runs `run`, ends its requests when the signal aborts, and notes what status they were answered with. */
export function watchRequests(signal: AbortSignal) {
  if (!isSubscribed) {
    subscribe('http.client.request.start', message =>
      onStart((message as { request: ClientRequest }).request),
    );
    isSubscribed = true;
  }
  const watch: Watch = { signal, status: undefined };
  return {
    run: <Result>(run: () => Promise<Result>): Promise<Result> => watches.run(watch, run),
    get status() {
      return watch.status;
    },
  };
}

function onStart(request: ClientRequest): void {
  const watch = watches.getStore();
  if (!watch) return;
  const end = () => request.destroy(watch.signal.reason as Error);
  if (watch.signal.aborted) end();
  watch.signal.addEventListener('abort', end, { once: true });
  request.once('response', ({ statusCode }: IncomingMessage) => (watch.status = statusCode));
}
