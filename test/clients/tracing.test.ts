/** Spans of a sign-in, as OpenTelemetry's own SDK has them: by the lines of docs/server.md. */
import { createRequire } from 'node:module';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { SendRefused, type Trace } from '../../src/server/index.js';
import { setUp } from '../unit/server/helpers.js';

const require = createRequire(import.meta.url);
interface Span {
  name: string;
  attributes: Record<string, unknown>;
  status: { code: number; message?: string };
  parentSpanContext?: { spanId: string };
  spanContext(): { spanId: string };
  setStatus(status: { code: number; message: string }): void;
  end(): void;
}
interface Tracer {
  startActiveSpan<T>(name: string, options: object, run: (span: Span) => T): T;
}
const { SpanStatusCode, trace, context } = require('@opentelemetry/api') as {
  SpanStatusCode: { ERROR: number };
  trace: {
    getTracer(name: string): Tracer;
    setGlobalTracerProvider(provider: object): void;
    disable(): void;
  };
  context: { setGlobalContextManager(manager: object): void; disable(): void };
};
const { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } =
  require('@opentelemetry/sdk-trace-base') as {
    BasicTracerProvider: new (options: object) => object;
    InMemorySpanExporter: new () => { getFinishedSpans(): Span[]; reset(): void };
    SimpleSpanProcessor: new (exporter: object) => object;
  };
const { AsyncLocalStorageContextManager } = require('@opentelemetry/context-async-hooks') as {
  AsyncLocalStorageContextManager: new () => { enable(): object };
};

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
);
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
const tracer = trace.getTracer('phone-sign-in');

const traceIt: Trace = (name, attributes, run) =>
  tracer.startActiveSpan(name, { attributes }, span =>
    run()
      .catch((error: Error) => span.setStatus({ code: SpanStatusCode.ERROR, message: error.message }))
      .finally(() => span.end()),
  );

beforeEach(() => exporter.reset());
afterAll(() => {
  trace.disable();
  context.disable();
});

it('a sign-in has a span for its message, and one for each question to the store, below the host’s own', async () => {
  const { create, verify, code } = setUp({ trace: traceIt });
  await tracer.startActiveSpan('POST /challenges', {}, async span => {
    const { id } = (await create({ key: 'once' }, '+447400123456')).body;
    expect((await verify(id, code())).status).toBe(200);
    span.end();
  });
  const spans = exporter.getFinishedSpans();
  const names = new Set(spans.map(({ name }) => name));
  for (const name of [
    'send',
    'store.claim',
    'store.begin',
    'store.counter.take',
    'store.settle',
    'store.finish',
    'store.attempt',
  ])
    expect(names).toContain(`phone-sign-in.${name}`);
  const root = spans.find(({ name }) => name === 'POST /challenges');
  for (const span of spans)
    if (span !== root) expect(span.parentSpanContext?.spanId).toBe(root?.spanContext().spanId);
  const sent = spans.find(({ name }) => name === 'phone-sign-in.send');
  expect(sent?.attributes).toEqual({ country: 'GB', callingCode: '44', channel: 'sms' });
  expect(JSON.stringify(spans.map(({ attributes, name }) => [name, attributes]))).not.toMatch(/123456/);
});

it('a message that was refused is a span that failed, without the number that the provider said', async () => {
  const { create } = setUp({
    trace: traceIt,
    send: () => Promise.reject(new SendRefused('no credit for +447700900123')),
  });
  expect((await create()).body.code).toBe('delivery_failed');
  const sent = exporter.getFinishedSpans().find(({ name }) => name === 'phone-sign-in.send');
  expect(sent?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'The message was not sent: refused' });
});

it.each<[string, Trace]>([
  ['throws', () => { throw new Error('no collector'); }], // prettier-ignore
  ['rejects', () => Promise.reject(new Error('no collector'))],
  ['never runs what it is to trace', () => undefined],
  ['never ends', (_name, _attributes, run) => run().then(() => new Promise(() => undefined))],
  ['runs it twice', (_name, _attributes, run) => Promise.all([run(), run()])],
])('a trace that %s costs nobody an answer, and sends nothing twice', async (_how, broken) => {
  const { create, verify, code, messages } = setUp({ trace: broken });
  const { id } = (await create({ key: 'once' })).body;
  expect((await verify(id, code())).body).toMatchObject({ result: 'session' });
  expect(messages).toHaveLength(1);
});
