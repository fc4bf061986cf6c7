/** Spans of what takes time: each message that is handed over, and each question to the store. */
import type { Store } from './stores/store.js';

export type SpanAttributes = Readonly<Record<string, string>>;

/**
 * Told of each span, as OpenTelemetry's `startActiveSpan` is: calls `run`, and rejects or resolves as that does. What it does
 * wrong costs nobody an answer.
 */
export type Trace = (name: string, attributes: SpanAttributes, run: () => Promise<unknown>) => unknown;

/** `failure`: why a result that is none of the exceptions is a failed span all the same. */
export type Traced = <T>(
  name: string,
  attributes: SpanAttributes,
  run: () => Promise<T>,
  failure?: (result: T) => string | false,
) => Promise<T>;

export function createTraced(trace: Trace | undefined): Traced {
  if (!trace) return (_name, _attributes, run) => run();
  return async (name, attributes, run, failure) => {
    let running: ReturnType<typeof run> | undefined;
    const begin = () => (running ??= run());
    const told = async () => {
      const why = failure?.(await begin());
      if (why) throw new Error(why);
    };
    try {
      // Not awaited: a span that never ends keeps nobody waiting.
      Promise.resolve(trace(name, attributes, told)).catch(() => undefined);
    } catch {
      // The host's tracing is broken, and nothing else is.
    }
    return begin();
  };
}

export function traceStore(store: Store, traced: Traced): Store {
  const withSpans = <T extends object>(target: T, prefix: string): T =>
    new Proxy(target, {
      get(_target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || typeof name === 'symbol') return value;
        const method = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
        if (name === 'counter')
          return (...args: unknown[]) => withSpans(method(...args), 'phone-sign-in.store.counter.');
        return (...args: unknown[]) => traced(`${prefix}${name}`, {}, () => method(...args));
      },
    });
  return withSpans(store, 'phone-sign-in.store.');
}
