/**
 * `createSignIn`: the flow without a face. It holds the state, carries out effects against a backend and tells its
 * listeners; `<phone-sign-in>` is one of them, a page's own screens can be another.
 */
import type * as Port from '../backends/backend.js';
import type { Backend, CallOptions, NextInput, Outcome } from '../backends/backend.js';
import type { Channel } from '../channels.js';
import type { PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import { createCalls, refuse, type Captcha, type CaptchaUse } from './calls.js';
import { steadyTime, systemClock, type Clock } from './clock.js';
import { canResetPassword, offeredChannels, offeredFactors, type KnownBackend } from './first-factors.js';
import { newKey } from './intents.js';
import { loadSnapshot, saveSnapshot, type SnapshotStorage } from './snapshot.js';
import { initialState, type Effect, type FlowEvent, type FlowState } from './state.js';
import { transition } from './transition.js';

export type { Captcha } from './calls.js';

export interface SignInOptions {
  /** A backend, or a function that loads one when it is first needed (called again after a failure). */
  backend: Backend | (() => Promise<Backend>);
  /** What the code is for. A backend that does not serve it is answered by the error `unsupported`. */
  purpose: Purpose;
  /** BCP 47, asked for at each call: the language of the message. */
  locale: () => string;
  /** Which of the backend's first factors comes first; without it the backend says so, or a code alone is asked for. */
  firstFactor?: (() => Port.FirstFactor | undefined) | undefined;
  /** The number to begin with: what `state.phone` is before anything is asked for. */
  phone?: E164 | undefined;
  /**
   * Asked for a token before each message, unless the backend says that it needs none, and before a code is checked where
   * the backend wants one for that.
   */
  captcha?: Captcha | undefined;
  /** Where the step survives a reload, and under which key; nothing is kept without it. */
  persist?: { storage: SnapshotStorage; key: string } | undefined;
  /** Told of every failure that reaches the person, with its cause: for the page's author. */
  report?: (error: PhoneError) => void;
  /** Instead of the device's own. */
  clock?: Clock;
}

/**
 * A sign-in under way. Its methods return at once and never throw: what comes of them is in `state`, and a press that
 * does not fit the step does nothing. Called from a listener, they take effect when every listener has heard.
 */
export interface SignIn {
  /** Where the person is. Never changed in place: each change makes another object. */
  readonly state: FlowState;
  /** Epoch milliseconds of the flow's clock, which never goes back: what the deadlines in `state` are compared with. */
  readonly nowMs: () => number;
  /** Calls `listener` after every change, in the order of the changes. The function that it answers ends that. */
  subscribe(listener: (state: FlowState) => void): () => void;
  /**
   * Loads the backend and warms its connection: called when a person first touches the form. Resolves when
   * `firstFactors` is known; a failure is silent.
   */
  prepare(): Promise<void>;
  /** What `sign-in` begins with, the first first: the code alone until the backend is known to have more. */
  readonly firstFactors: readonly Port.FirstFactor[];
  /** Whether who has forgotten a password can replace it here: `requestCode(phone, 'forgot-password')`. */
  readonly canResetPassword: boolean;
  /**
   * Asks for a code, at the number and at the password. Without a number, for the one that only the server knows.
   * `purpose`: other than the flow's own, to replace a forgotten password; the new one then signs in. `channel`: one of
   * `channels`; without it the backend chooses.
   */
  requestCode(phone?: E164, purpose?: 'forgot-password', channel?: Channel): void;
  /** What the backend has said that it sends codes by, in its order; empty until then, and where it sends by SMS alone. */
  readonly channels: readonly Channel[];
  /** To the step `password`: from the number, which is given then, or from the code. */
  usePassword(phone?: E164): void;
  /** Signs in with the password of the number. */
  signInWithPassword(password: string): void;
  /**
   * Asks for another code for the same number, once `challenge.resendAtMs` has come or no code can succeed any more.
   * `channel`: one of `challenge.channels`; without it as the code came before.
   */
  resend(channel?: Channel): void;
  /** Checks a code. */
  verify(code: string): void;
  /** Answers what the backend asked for after the code (`state.next`). */
  continueWith(input: NextInput): void;
  /** Goes on without what the purpose asks for, where the backend lets a person do so. */
  skip(): void;
  /** The person goes on typing: an error that typing can mend goes away. */
  edited(): void;
  /** Back to the number. A code on its way stays good, and asking for the same number again returns to it. */
  changeNumber(): void;
  /** Forgets number, code and error, and tells the backend that the code is not wanted any more. */
  reset(): void;
  /** Ends the flow: nothing more is sent, and nobody is told any more. What was kept for a reload stays. */
  dispose(): void;
}

/** Begins a sign-in, at the step that was kept where one was. Sends nothing by itself. */
export function createSignIn(options: SignInOptions): SignIn {
  const { purpose, persist, clock = systemClock } = options;
  const nowMs = steadyTime(clock);
  const listeners = new Set<(state: FlowState) => void>();
  const queue: FlowEvent[] = [];
  let isTelling = false;
  let isDisposed = false;
  let backend: Promise<Backend> | undefined;
  let settings: Promise<Port.BackendSettings | undefined> | undefined;
  /** What is known of backend and settings, once they are there. */
  let known: KnownBackend | undefined;
  /** The password given last, and what its intent is called. Forgotten with its step. */
  let given: { password: string; name: string } | undefined;
  let state: FlowState =
    (persist && loadSnapshot(persist.storage, persist.key, nowMs())) ?? initialState(options.phone);
  // Erases what was found expired or unreadable: it may hold a number.
  if (persist) saveSnapshot(persist.storage, persist.key, state, nowMs());

  function loadBackend(): Promise<Backend> {
    // In a function of its own, so that a loader that throws at once is a failed load as well.
    backend ??= (async () => (typeof options.backend === 'function' ? options.backend() : options.backend))();
    backend.catch(() => (backend = undefined));
    return backend;
  }

  const calls = createCalls(
    options,
    clock,
    nowMs,
    loadBackend,
    async () => {
      const told = await settings;
      return told && !told.captcha;
    },
    (seq, error) => {
      send({ type: 'failed', seq, error, nowMs: nowMs() });
      options.report?.(error);
    },
  );

  /** One event after the other: what a listener asks for waits until every listener has heard of the step before. */
  function send(event: FlowEvent): void {
    queue.push(event);
    if (!isTelling) takeNext();
  }

  function takeNext(): void {
    const event = queue.shift();
    if (!event || isDisposed) return;
    const next = transition(state, event);
    const hasChanged = next.state !== state;
    state = next.state;
    if (state.step !== 'next' && state.step !== 'password') given = undefined;
    if (hasChanged && persist) saveSnapshot(persist.storage, persist.key, state, nowMs());
    next.effects.forEach(run);
    isTelling = true;
    try {
      if (hasChanged) listeners.forEach(listener => listener(state));
    } finally {
      // A listener that throws must not keep the rest from happening.
      isTelling = false;
      takeNext();
    }
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'abort':
        calls.abortAll();
        return;
      case 'cancel':
        void loadBackend()
          .then(loaded => loaded.cancel?.(effect.challenge))
          .catch(() => undefined);
        return;
      case 'request': {
        const { seq, phone, channel } = effect;
        const asked = { phone, purpose: effect.purpose ?? purpose, channel };
        void calls
          .start(effect, 'request', (loaded, call) => loaded.requestCode(asked, call), asked.purpose)
          .then(challenge => challenge && send({ type: 'sent', seq, challenge }));
        return;
      }
      case 'resend': {
        const { seq, challenge } = effect;
        void calls
          .start(effect, 'resend', (loaded, call) => loaded.resendCode(challenge, call))
          .then(challenge => challenge && send({ type: 'sent', seq, challenge }));
        return;
      }
      case 'verify':
        finish(effect, 'verify', (loaded, call) => loaded.verifyCode(effect.challenge, effect.code, call));
        return;
      case 'continue': {
        const { next, input } = effect;
        const isMessage = input.kind === 'phone' || next.kind === 'send-code';
        finish(effect, isMessage ? 'request' : undefined, (loaded, call) =>
          loaded.continueWith ? loaded.continueWith(next, input, call) : refuse(next.kind),
        );
        return;
      }
      case 'password': {
        const { phone } = effect;
        // Kept until the step is left: asked for again, the same password is the same intent.
        const password = given?.password ?? '';
        finish(effect, 'request', (loaded, call) =>
          loaded.signInWithPassword
            ? loaded.signInWithPassword({ phone, password }, call)
            : refuse('password'),
        );
        return;
      }
      case 'skip':
        finish(effect, undefined, (loaded, call) =>
          loaded.skip ? loaded.skip(purpose, call) : refuse('skip'),
        );
        return;
    }
  }

  function finish(
    effect: { seq: number; key: string },
    ...call: [CaptchaUse, (backend: Backend, options: CallOptions) => Promise<Outcome>]
  ): void {
    const { seq } = effect;
    void calls.start(effect, ...call).then(outcome => {
      const isReset = purpose === 'sign-in' && outcome?.kind === 'done' && given && state.phone;
      if (isReset) send({ type: 'password-saved', seq, key: newKey() });
      else if (outcome) send({ type: 'verified', seq, outcome });
    });
  }

  /** Tells one answer from another without holding a secret: the name of a password is made up, and may be kept. */
  function nameOf(input: NextInput): string {
    if (input.kind === 'phone') return input.phone;
    return input.kind === 'new-password' ? nameOfPassword(input.password) : '';
  }

  function nameOfPassword(password: string): string {
    if (given?.password !== password) given = { password, name: newKey() };
    return given.name;
  }

  return {
    get state() {
      return state;
    },
    nowMs,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get firstFactors() {
      return offeredFactors(purpose, known, options.firstFactor?.());
    },
    get canResetPassword() {
      return canResetPassword(known);
    },
    async prepare() {
      if (isDisposed) return;
      settings ??= loadBackend()
        .then(loaded => (isDisposed ? undefined : loaded.prepare?.()))
        .catch(() => (settings = undefined));
      const asked = settings;
      const loaded = await loadBackend().catch(() => undefined);
      if (!loaded) return;
      known ??= { backend: loaded, settings: undefined };
      const told = asked.then(said => void (known = { backend: loaded, settings: said }));
      // Nobody waits for what can make no difference, and for nothing for ever.
      if (!loaded.capabilities.firstFactors?.includes('password')) return;
      let stop = () => {};
      const patience = new Promise<void>(done => (stop = clock.after(patienceMs, done)));
      await Promise.race([told, patience]);
      stop();
    },
    get channels() {
      return offeredChannels(known);
    },
    requestCode: (phone, other, channel) =>
      send({ type: 'request', phone, purpose: other ?? purpose, channel, nowMs: nowMs(), key: newKey() }),
    usePassword: phone => send({ type: 'use-password', phone }),
    signInWithPassword: password =>
      send({ type: 'password', name: nameOfPassword(password), nowMs: nowMs(), key: newKey() }),
    resend: channel => send({ type: 'resend', channel, nowMs: nowMs(), key: newKey() }),
    verify: code => send({ type: 'verify', code, nowMs: nowMs(), key: newKey() }),
    continueWith: input =>
      send({ type: 'continue', input, name: nameOf(input), nowMs: nowMs(), key: newKey() }),
    skip: () => send({ type: 'skip', key: newKey() }),
    edited: () => send({ type: 'edit' }),
    changeNumber: () => send({ type: 'change-number' }),
    reset: () => send({ type: 'reset' }),
    dispose() {
      isDisposed = true;
      listeners.clear();
      calls.abortAll();
    },
  };
}

/** How long a press waits to be told what comes first. */
const patienceMs = 3000;
