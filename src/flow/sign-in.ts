/**
 * `createSignIn`: the flow without a face. It holds the state, carries out effects against a backend and tells its
 * listeners; `<phone-sign-in>` is one of them, a page's own screens can be another.
 */
import type { Backend, BackendSettings, CallOptions, NextInput } from '../backends/backend.js';
import { PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import { steadyTime, systemClock, type Clock } from './clock.js';
import { loadSnapshot, saveSnapshot, type SnapshotStorage } from './snapshot.js';
import { initialState, type Effect, type FlowEvent, type FlowState } from './state.js';
import { transition } from './transition.js';

/** Above the server's own 10 s towards the provider, so that its answer arrives. */
const sendTimeoutMs = 20_000;
const verifyTimeoutMs = 10_000;
/** People solve some captchas by hand. */
const captchaTimeoutMs = 120_000;

/** A fresh captcha token for one message: `request` for the first, `resend` for another. */
export type Captcha = (action: 'request' | 'resend', signal: AbortSignal) => Promise<string | undefined>;

export interface SignInOptions {
  /** A backend, or a function that loads one when it is first needed (called again after a failure). */
  backend: Backend | (() => Promise<Backend>);
  purpose: Purpose;
  /** BCP 47, asked for at each call: the language of the message. */
  locale: () => string;
  /** The number to begin with. */
  phone?: E164 | undefined;
  /** Asked for a token before each message, unless the backend says that it needs none. */
  captcha?: Captcha | undefined;
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
  /** Goes on without what the purpose asks for, where the backend lets a person do so. */
  skip(): void;
  /** The person goes on typing: an error that typing can mend goes away. */
  edited(): void;
  changeNumber(): void;
  reset(): void;
  /** Ends what is in flight and tells nobody any more. What was kept for a reload stays. */
  dispose(): void;
}

export function createSignIn(options: SignInOptions): SignIn {
  const { purpose, persist, clock = systemClock } = options;
  const steadyMs = steadyTime(clock);
  const listeners = new Set<(state: FlowState) => void>();
  const inFlight = new Set<AbortController>();
  let backend: Promise<Backend> | undefined;
  let settings: Promise<BackendSettings | undefined> | undefined;
  let state: FlowState =
    (persist && loadSnapshot(persist.storage, persist.key, steadyMs())) ?? initialState(options.phone);
  // Erases what was found expired or unreadable: it may hold a number.
  if (persist) saveSnapshot(persist.storage, persist.key, state, steadyMs());

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
    if (hasChanged && persist) saveSnapshot(persist.storage, persist.key, state, steadyMs());
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
      case 'request': {
        const asked = { phone: effect.phone, purpose: effect.purpose ?? purpose };
        void call(effect, { captcha: 'request', purpose: asked.purpose }, (loaded, call) =>
          loaded.requestCode(asked, call),
        ).then(challenge => challenge && send({ type: 'sent', seq: effect.seq, challenge }));
        return;
      }
      case 'resend':
        void call(effect, { captcha: 'resend' }, (loaded, call) =>
          loaded.resendCode(effect.challenge, call),
        ).then(challenge => challenge && send({ type: 'sent', seq: effect.seq, challenge }));
        return;
      case 'verify':
        void call(effect, {}, (loaded, call) => loaded.verifyCode(effect.challenge, effect.code, call)).then(
          outcome => outcome && send({ type: 'verified', seq: effect.seq, outcome }),
        );
        return;
      case 'continue': {
        const { next, input } = effect;
        const isSent = input.kind === 'phone' || next.kind === 'send-code';
        void call(effect, isSent ? { captcha: 'request' } : {}, (loaded, call) =>
          loaded.continueWith ? loaded.continueWith(next, input, call) : unanswered(next.kind),
        ).then(outcome => outcome && send({ type: 'verified', seq: effect.seq, outcome }));
        return;
      }
      case 'skip':
        void call(effect, {}, (loaded, call) =>
          loaded.skip ? loaded.skip(purpose, call) : unanswered('skip'),
        ).then(outcome => outcome && send({ type: 'verified', seq: effect.seq, outcome }));
        return;
    }
  }

  function requirePurpose({ capabilities }: Backend, purpose: Purpose): void {
    if (capabilities.purposes.includes(purpose)) return;
    throw new PhoneError('unsupported', { detail: `This backend does not serve the purpose "${purpose}".` });
  }

  /** One call with its time limit. A failure becomes an event; the answer is `undefined` then, and when aborted. */
  async function call<T>(
    { seq, key }: { seq: number; key: string },
    message: { captcha?: Parameters<Captcha>[0]; purpose?: Purpose },
    act: (backend: Backend, options: CallOptions) => Promise<T>,
  ): Promise<T | undefined> {
    const controller = new AbortController();
    const { signal } = controller;
    inFlight.add(controller);
    let stopTimer = () => {};
    const limit = (ms: number) => {
      stopTimer();
      stopTimer = clock.after(ms, () => controller.abort(new PhoneError('timeout')));
    };
    const answer = async () => {
      limit(message.captcha ? sendTimeoutMs : verifyTimeoutMs);
      const loaded = await loadBackend();
      if (message.purpose) requirePurpose(loaded, message.purpose);
      let captcha: string | undefined;
      if (message.captcha && options.captcha) {
        limit(captchaTimeoutMs);
        captcha = await captchaToken(options.captcha, message.captcha, signal);
        limit(sendTimeoutMs);
      }
      return act(loaded, {
        signal,
        locale: options.locale(),
        captcha,
        idempotencyKey: key,
        nowMs: () => clock.nowMs(),
      });
    };
    try {
      return await Promise.race([answer(), rejectedBy(signal)]);
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

  async function captchaToken(captcha: Captcha, ...asked: Parameters<Captcha>): Promise<string | undefined> {
    const known = await settings;
    if (known && !known.captcha) return undefined;
    try {
      return await captcha(...asked);
    } catch (cause) {
      throw new PhoneError('captcha_failed', { cause });
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
      settings ??= loadBackend()
        .then(loaded => loaded.prepare?.())
        .catch(() => (settings = undefined));
    },
    requestCode: phone => send({ type: 'request', phone, nowMs: steadyMs(), key: newKey() }),
    resend: () => send({ type: 'resend', nowMs: steadyMs(), key: newKey() }),
    verify: code => send({ type: 'verify', code, nowMs: steadyMs(), key: newKey() }),
    continueWith: input => send({ type: 'continue', input, nowMs: steadyMs(), key: newKey() }),
    skip: () => send({ type: 'skip', key: newKey() }),
    edited: () => send({ type: 'edit' }),
    changeNumber: () => send({ type: 'change-number' }),
    reset: () => send({ type: 'reset' }),
    dispose() {
      listeners.clear();
      inFlight.forEach(controller => controller.abort());
    },
  };
}

function unanswered(what: string): never {
  throw new PhoneError('unsupported', { detail: `This backend does not answer "${what}".` });
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
