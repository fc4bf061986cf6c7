/** Calls to a backend, each with its time limit and the captcha token that it needs. */
import type { Backend, CallOptions } from '../backends/backend.js';
import { PhoneError } from '../errors.js';
import type { Purpose } from '../protocol.js';
import type { Clock } from './clock.js';

/** Above the server's own 10 s towards the provider, so that its answer arrives. */
const sendTimeoutMs = 20_000;
const verifyTimeoutMs = 10_000;
/** People solve some captchas by hand. */
const captchaTimeoutMs = 120_000;

/**
 * Makes a captcha token: `request` for the first message, `resend` for another, `verify` where the backend wants one
 * before it checks a code. Resolves to a fresh token, or to `undefined` where there is none to give. A rejection is shown
 * as `captcha_failed`, and nothing is sent. `signal` aborts when the token is not wanted any more.
 */
export type Captcha = (
  action: 'request' | 'resend' | 'verify',
  signal: AbortSignal,
) => Promise<string | undefined>;

/** What the page says of its messages; asked at each call, because it may change. */
export interface CallSettings {
  locale: () => string;
  captcha?: Captcha | undefined;
}

/** What a captcha token is for; `undefined` for calls that never carry one. */
export type CaptchaUse = Parameters<Captcha>[0] | undefined;

export interface Calls {
  /** Resolves to the answer, or to `undefined` once the failure has been told, or when the call was aborted. */
  start<T>(
    effect: { seq: number; key: string },
    use: CaptchaUse,
    act: (backend: Backend, options: CallOptions) => Promise<T>,
    /** What the backend must serve; else nothing is asked of it. */
    served?: Purpose,
  ): Promise<T | undefined>;
  /** Whoever waits for an answer does so no more, and what has not been sent yet is not sent. */
  abortAll(): void;
}

/** `needsNoCaptcha`: whether the backend has said that it asks for none before a message. */
export function createCalls(
  page: CallSettings,
  clock: Clock,
  nowMs: () => number,
  loadBackend: () => Promise<Backend>,
  needsNoCaptcha: () => Promise<boolean | undefined>,
  onFailed: (seq: number, error: PhoneError) => void,
): Calls {
  const inFlight = new Set<AbortController>();

  async function tokenFor(action: Parameters<Captcha>[0], signal: AbortSignal): Promise<string | undefined> {
    const { captcha } = page;
    if (!captcha || (action !== 'verify' && (await needsNoCaptcha()))) return undefined;
    try {
      return await captcha(action, signal);
    } catch (cause) {
      throw new PhoneError('captcha_failed', { cause, detail: `captcha: ${String(cause)}` });
    }
  }

  async function start<T>(
    { seq, key }: { seq: number; key: string },
    use: CaptchaUse,
    act: (backend: Backend, options: CallOptions) => Promise<T>,
    served?: Purpose,
  ): Promise<T | undefined> {
    const controller = new AbortController();
    const { signal } = controller;
    inFlight.add(controller);
    const isMessage = use === 'request' || use === 'resend';
    const limitMs = isMessage ? sendTimeoutMs : verifyTimeoutMs;
    let stopTimer = () => {};
    const limit = (ms: number) => {
      stopTimer();
      stopTimer = clock.after(ms, () => controller.abort(new PhoneError('timeout')));
    };
    const solve = async (action: Parameters<Captcha>[0]) => {
      limit(captchaTimeoutMs);
      const token = await tokenFor(action, signal);
      // Aborted meanwhile: nothing is sent, and no timer begins that nobody would stop.
      signal.throwIfAborted();
      limit(limitMs);
      return token;
    };
    const answer = async () => {
      limit(limitMs);
      const backend = await loadBackend();
      signal.throwIfAborted();
      if (served) requirePurpose(backend, served);
      const attempt = (captcha?: string) =>
        act(backend, { signal, locale: page.locale(), captcha, idempotencyKey: key, nowMs });
      if (isMessage) return attempt(page.captcha && (await solve(use)));
      try {
        return await attempt();
      } catch (error) {
        if (use !== 'verify' || !(error instanceof PhoneError) || error.code !== 'captcha_required')
          throw error;
        signal.throwIfAborted();
        // Nothing was checked yet: the same code goes again, under the same key.
        const captcha = await solve(use);
        if (captcha === undefined) throw error;
        return attempt(captcha);
      }
    };
    try {
      return await Promise.race([answer(), rejectedBy(signal)]);
    } catch (error) {
      // Only the time limit aborts with an error of ours; else nobody waits for this answer any more.
      const known = signal.aborted ? (signal.reason as unknown) : error;
      if (known instanceof PhoneError) onFailed(seq, known);
      else if (!signal.aborted) onFailed(seq, new PhoneError('server_error', { cause: error }));
      return undefined;
    } finally {
      stopTimer();
      inFlight.delete(controller);
    }
  }

  return { start, abortAll: () => inFlight.forEach(controller => controller.abort()) };
}

function requirePurpose({ capabilities }: Backend, purpose: Purpose): void {
  if (capabilities.purposes.includes(purpose)) return;
  throw new PhoneError('unsupported', { detail: `This backend does not serve the purpose "${purpose}".` });
}

/** What a backend has no method for. */
export function refuse(what: string): never {
  throw new PhoneError('unsupported', { detail: `This backend does not answer "${what}".` });
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
