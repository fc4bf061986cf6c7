/** A backend in memory: every call waits until the test answers it. */
import type {
  Backend,
  CallOptions,
  Challenge,
  CodeRequest,
  Next,
  NextInput,
  Outcome,
} from '../../../src/backends/backend.js';
import type { PhoneError } from '../../../src/errors.js';
import type { E164 } from '../../../src/protocol.js';

interface Answerable<T> {
  options: CallOptions;
  answer(value: T): Promise<void>;
  fail(error: PhoneError | Error): Promise<void>;
}

export type ScriptedCall =
  | ({ method: 'requestCode'; request: CodeRequest } & Answerable<Challenge>)
  | ({ method: 'resendCode'; challenge: Challenge } & Answerable<Challenge>)
  | ({ method: 'verifyCode'; challenge: Challenge; code: string } & Answerable<Outcome>)
  | ({ method: 'signInWithPassword'; given: { phone: E164; password: string } } & Answerable<Outcome>)
  | ({ method: 'continueWith'; next: Next; input: NextInput } & Answerable<Outcome>);

export interface ScriptedBackend extends Backend {
  readonly calls: ScriptedCall[];
  readonly cancelled: Challenge[];
  prepared: number;
  /** The newest call, which must be of this method. */
  last<M extends ScriptedCall['method']>(method: M): Extract<ScriptedCall, { method: M }>;
}

/** Lets every promise that can go on go on. */
export const settle = () => new Promise<void>(resolve => setImmediate(resolve));

export function createScriptedBackend(changes: Partial<Backend> = {}): ScriptedBackend {
  const calls: ScriptedCall[] = [];
  const cancelled: Challenge[] = [];

  function pending<T>(add: (handle: Pick<Answerable<T>, 'answer' | 'fail'>) => void): Promise<T> {
    return new Promise<T>((resolve, reject) =>
      add({
        answer: value => (resolve(value), settle()),
        fail: error => (reject(error), settle()),
      }),
    );
  }

  return {
    calls,
    cancelled,
    prepared: 0,
    capabilities: { purposes: ['sign-in'], knowsPhone: true },
    requestCode: (request, options) =>
      pending<Challenge>(handle => calls.push({ method: 'requestCode', request, options, ...handle })),
    resendCode: (challenge, options) =>
      pending<Challenge>(handle => calls.push({ method: 'resendCode', challenge, options, ...handle })),
    verifyCode: (challenge, code, options) =>
      pending<Outcome>(handle => calls.push({ method: 'verifyCode', challenge, code, options, ...handle })),
    continueWith: (next, input, options) =>
      pending<Outcome>(handle => calls.push({ method: 'continueWith', next, input, options, ...handle })),
    signInWithPassword: (given, options) =>
      pending<Outcome>(handle => calls.push({ method: 'signInWithPassword', given, options, ...handle })),
    prepare() {
      this.prepared += 1;
      return Promise.resolve({});
    },
    cancel(challenge) {
      cancelled.push(challenge);
      return Promise.resolve();
    },
    last<M extends ScriptedCall['method']>(method: M) {
      const call = calls.at(-1);
      if (call?.method !== method) throw new Error(`The last call is ${call?.method}, not ${method}.`);
      return call as Extract<ScriptedCall, { method: M }>;
    },
    ...changes,
  };
}
