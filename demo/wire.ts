/**
 * What lies between the widget's adapter and the handler: a `fetch` that writes down every exchange, and into which faults
 * can be put. The same for the server under Vite and for the one in the page.
 */
import type { Fault } from './faults.js';

export interface Exchange {
  readonly at: Date;
  readonly method: string;
  /** Below the endpoint: `/challenges`. */
  readonly path: string;
  readonly request: { headers: Record<string, string>; body: unknown };
  /** Absent while it is under way. */
  answer?:
    | { status: number; ms: number; headers: Record<string, string>; body: unknown }
    | { failed: string; ms: number };
  /** The faults that it met. */
  readonly faults: readonly string[];
}

export interface ActiveFault {
  readonly fault: Fault;
  /** Else it stays until it is cleared. */
  readonly isOnce: boolean;
}

export type Wire = ReturnType<typeof createWire>;

export function createWire(send: (request: Request) => Promise<Response>, endpoint: string) {
  let active: readonly ActiveFault[] = [];
  const exchangeListeners: ((exchange: Exchange) => void)[] = [];
  const faultListeners: ((active: readonly ActiveFault[]) => void)[] = [];

  function become(next: readonly ActiveFault[]): void {
    active = next;
    for (const listener of faultListeners) listener(active);
  }

  /** The faults that this call meets; those for once are spent by it. */
  function meet(method: string, path: string): Fault[] {
    const met = active.filter(({ fault }) => fault.meets(method, path));
    if (met.some(({ isOnce }) => isOnce)) become(active.filter(each => !each.isOnce || !met.includes(each)));
    return met.map(({ fault }) => fault);
  }

  async function call(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(
      input instanceof URL || typeof input === 'string' ? new URL(input, location.href) : input,
      init,
    );
    const path = new URL(request.url).pathname.replace(endpoint, '');
    const faults = meet(request.method, path);
    const exchange: Exchange = {
      at: new Date(),
      method: request.method,
      path,
      request: { headers: Object.fromEntries(request.headers), body: await readBody(request.clone()) },
      faults: faults.map(({ label }) => label),
    };
    const sinceMs = performance.now();
    const tell = () => exchangeListeners.forEach(listener => listener(exchange));
    const ms = () => Math.round(performance.now() - sinceMs);
    tell();
    try {
      // The first fault is the outermost: it decides whether the others, and the handler, are asked at all.
      const ask = faults.reduceRight<() => Promise<Response>>(
        (next, fault) => () => fault.act(request, next),
        () => send(request),
      );
      const response = await ask();
      const { status } = response;
      const headers = Object.fromEntries(response.headers);
      exchange.answer = { status, ms: ms(), headers, body: await readBody(response.clone()) };
      return response;
    } catch (error) {
      exchange.answer = { failed: error instanceof Error ? error.message : String(error), ms: ms() };
      throw error;
    } finally {
      tell();
    }
  }

  return {
    fetch: call,
    get active() {
      return active;
    },
    add: (fault: Fault, isOnce: boolean) =>
      become([...active.filter(each => each.fault !== fault), { fault, isOnce }]),
    remove: (fault: Fault) => become(active.filter(each => each.fault !== fault)),
    clear: () => become([]),
    /** Told when a call leaves, and again when it was answered. */
    onExchange: (listener: (exchange: Exchange) => void) => void exchangeListeners.push(listener),
    onFaults(listener: (active: readonly ActiveFault[]) => void): void {
      faultListeners.push(listener);
      listener(active);
    },
  };
}

async function readBody(message: Request | Response): Promise<unknown> {
  const text = await message.text();
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}
