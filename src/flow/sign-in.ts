/**
 * `createSignIn`: the flow without a face. It holds the state, carries out effects against a backend and tells its
 * listeners; `<phone-sign-in>` is one of them, a page's own screens can be another.
 */
import type { Backend, CallOptions, Next, NextInput, Outcome } from '../backends/backend.js';
import { PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import { systemClock, type Clock } from './clock.js';
import { loadSnapshot, saveSnapshot, type SnapshotStorage } from './snapshot.js';
import { initialState, type Effect, type FlowEvent, type FlowState } from './state.js';
import { transition } from './transition.js';

/** Above the server's own 10 s towards the provider, so that its answer arrives. */
const sendTimeoutMs = 20_000;
const verifyTimeoutMs = 10_000;

export interface SignInOptions {
  /** A backend, or a function that loads one when it is first needed (called again after a failure). */
  backend: Backend | (() => Promise<Backend>);
  purpose: Purpose;
  /** BCP 47, asked for at each call: the language of the message. */
  locale: () => string;
  /** The number to begin with. */
  phone?: E164 | undefined;
  /** Where the step survives a reload, and under which key; nothing is kept without it. */
  persist?: { storage: SnapshotStorage; key: string } | undefined;
  /** Told of every failure that reaches the person, with its cause: for the page's author. */
  report?: (error: PhoneError) => void;
  clock?: Clock;
}

export interface SignIn {
  readonly state: FlowState;
  /** Calls `listener` after every change; the answer ends it. */
  subscribe(listener: (state: FlowState) => void): () => void;
  /** Loads the backend and warms its connection: called when a person first touches the form. */
  prepare(): void;
  /** Asks for a code. Without a number, for the one that only the server knows. */
  requestCode(phone?: E164): void;
  resend(): void;
  verify(code: string): void;
  /** Answers what the backend asked for after the code. */
  continueWith(input: NextInput): void;
  /** The person goes on typing: an error that typing can mend goes away. */
  edited(): void;
  changeNumber(): void;
  reset(): void;
  /** Ends what is in flight and tells nobody any more. What was kept for a reload stays. */
  dispose(): void;
}

export function createSignIn(options: SignInOptions): SignIn {
  const { purpose, persist, clock = systemClock } = options;
  const listeners = new Set<(state: FlowState) => void>();
  const inFlight = new Set<AbortController>();
  let backend: Promise<Backend> | undefined;
  let state: FlowState =
    (persist && loadSnapshot(persist.storage, persist.key, clock.nowMs())) ?? initialState(options.phone);
  // Erases what was found expired or unreadable: it may hold a number.
  if (persist) saveSnapshot(persist.storage, persist.key, state);

  function loadBackend(): Promise<Backend> {
    // In a function of its own, so that a loader that throws at once is a failed load as well.
    backend ??= (async () => (typeof options.backend === 'function' ? options.backend() : options.backend))();
    backend.catch(() => (backend = undefined));
    return backend;
  }

  function send(event: FlowEvent): void {
    const next = transition(state, event);
    const hasChanged = next.state !== state;
    state = next.state;
    if (hasChanged && persist) saveSnapshot(persist.storage, persist.key, state);
    next.effects.forEach(run);
    if (hasChanged) listeners.forEach(listener => listener(state));
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'abort':
        inFlight.forEach(controller => controller.abort());
        return;
      case 'cancel':
        void loadBackend()
          .then(loaded => loaded.cancel?.(effect.challenge))
          .catch(() => undefined);
        return;
      case 'request':
        void call(effect, sendTimeoutMs, (loaded, call) => {
          requirePurpose(loaded);
          return loaded.requestCode({ phone: effect.phone, purpose }, call);
        }).then(challenge => challenge && send({ type: 'sent', seq: effect.seq, challenge }));
        return;
      case 'resend':
        void call(effect, sendTimeoutMs, (loaded, call) => loaded.resendCode(effect.challenge, call)).then(
          challenge => challenge && send({ type: 'sent', seq: effect.seq, challenge }),
        );
        return;
      case 'verify':
        void call(effect, verifyTimeoutMs, (loaded, call) =>
          loaded.verifyCode(effect.challenge, effect.code, call),
        ).then(outcome => outcome && send({ type: 'verified', seq: effect.seq, outcome }));
        return;
      case 'continue':
        void call(effect, verifyTimeoutMs, (loaded, call) =>
          continueOn(loaded, effect.next, effect.input, call),
        ).then(outcome => outcome && send({ type: 'verified', seq: effect.seq, outcome }));
        return;
    }
  }

  function requirePurpose({ capabilities }: Backend): void {
    if (capabilities.purposes.includes(purpose)) return;
    throw new PhoneError('unsupported', { detail: `This backend does not serve the purpose "${purpose}".` });
  }

  /** One call with its time limit. A failure becomes an event; the answer is `undefined` then, and when aborted. */
  async function call<T>(
    { seq, key }: { seq: number; key: string },
    timeoutMs: number,
    act: (backend: Backend, options: CallOptions) => Promise<T>,
  ): Promise<T | undefined> {
    const controller = new AbortController();
    const { signal } = controller;
    inFlight.add(controller);
    const stopTimer = clock.after(timeoutMs, () => controller.abort(new PhoneError('timeout')));
    try {
      const answer = (async () =>
        act(await loadBackend(), {
          signal,
          locale: options.locale(),
          captcha: undefined,
          idempotencyKey: key,
          nowMs: () => clock.nowMs(),
        }))();
      return await Promise.race([answer, rejectedBy(signal)]);
    } catch (error) {
      // Only the time limit aborts with an error of ours; else nobody waits for this answer any more.
      const known = signal.aborted ? (signal.reason as unknown) : error;
      if (known instanceof PhoneError) fail(seq, known);
      else if (!signal.aborted) fail(seq, new PhoneError('server_error', { cause: error }));
      return undefined;
    } finally {
      stopTimer();
      inFlight.delete(controller);
    }
  }

  function fail(seq: number, error: PhoneError): void {
    send({ type: 'failed', seq, error, nowMs: clock.nowMs() });
    options.report?.(error);
  }

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare() {
      void loadBackend()
        .then(loaded => loaded.prepare?.())
        .catch(() => undefined);
    },
    requestCode: phone => send({ type: 'request', phone, nowMs: clock.nowMs(), key: newKey() }),
    resend: () => send({ type: 'resend', nowMs: clock.nowMs(), key: newKey() }),
    verify: code => send({ type: 'verify', code, nowMs: clock.nowMs(), key: newKey() }),
    continueWith: input => send({ type: 'continue', input, key: newKey() }),
    edited: () => send({ type: 'edit' }),
    changeNumber: () => send({ type: 'change-number' }),
    reset: () => send({ type: 'reset' }),
    dispose() {
      listeners.clear();
      inFlight.forEach(controller => controller.abort());
    },
  };
}

function continueOn(backend: Backend, next: Next, input: NextInput, options: CallOptions): Promise<Outcome> {
  if (!backend.continueWith)
    throw new PhoneError('unsupported', { detail: `Nothing answers "${next.kind}".` });
  return backend.continueWith(next, input, options);
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** 128 random bits. `crypto.randomUUID` is missing on plain-http pages other than localhost. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
