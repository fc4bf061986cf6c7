/**
 * The adapter for Logto's Experience API: the sign-in pages of Logto itself, on its own origin or behind a proxy that
 * makes it one. The interaction is a cookie that `GET /oidc/auth` begins; a right code ends with an address to go to.
 */
import { PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import type { Backend, CallOptions, Challenge, Outcome } from './backend.js';
import { callJson, unreachable, type AdapterOptions } from './call.js';
import type { LogtoNext } from './logto-next.js';
import { cooldownSeconds, isDefinite, Refusal, refusalOf, type InteractionEvent } from './logto-refusals.js';
import type { LogtoSettings } from './logto-settings.js';
import { appIdOfPage, codePath, identifierOf, secondFactor, stateOf } from './logto-wire.js';

export interface LogtoBackendOptions extends Omit<AdapterOptions, 'endpoint' | 'storage'> {
  /** Logto's origin; the page's own without it. */
  endpoint?: string | undefined;
  /** The application to sign in to; by default what the page's query (`app_id`) or Logto's cookie says. */
  appId?: string | undefined;
}

/** Purposes that begin an interaction. */
const events: Partial<Record<Purpose, InteractionEvent>> = {
  'sign-in': 'SignIn',
  register: 'Register',
  'forgot-password': 'ForgotPassword',
};

const purposes = [...Object.keys(events), 'bind-new-identifier', secondFactor, 'bind-mfa'] as Purpose[];

/** Seconds that a code lives where Logto does not say. */
const lifetimeSeconds = 600;

/** Said of a code that was right before: it is taken once. */
const spentCode = 'verification_code.not_found';

export function createLogtoBackend(options: LogtoBackendOptions = {}): Backend {
  const { endpoint = '', appId = appIdOfPage(), codeLength = 6, fetch: send } = options;
  const origin = endpoint.replace(/\/+$/, '');
  const base = `${origin}/api/experience`;
  /** Calls that Logto acts on once: `true` is done, `false` has an unknown answer. Holds codes, in memory only. */
  const doneSteps = new Map<string, boolean>();
  let next: LogtoNext | undefined;
  let settings: LogtoSettings | undefined;
  /** The interaction under way, where this adapter has begun it. */
  let begun: InteractionEvent | undefined;

  async function call(method: string, path: string, { signal, locale }: CallOptions, body?: object) {
    const headers = { 'accept-language': locale, ...(appId && { 'logto-app-id': appId }) };
    const answer = await callJson(
      base + path,
      { method, credentials: 'include', signal, headers, body },
      send,
    );
    if (!answer.ok) {
      const refusal = await refusalOf(answer, base);
      if (refusal.code === 'session_gone') begun = undefined;
      throw refusal;
    }
    return (answer.body ?? {}) as Record<string, unknown>;
  }

  /** Where the answer to the first try was lost, the next is refused with `saidWhenDone` if the first was acted on. */
  async function actOnce(step: string, saidWhenDone: string, act: () => Promise<unknown>): Promise<void> {
    const before = doneSteps.get(step);
    if (before) return;
    doneSteps.set(step, false);
    try {
      await act();
    } catch (error) {
      if (isDefinite(error)) doneSteps.delete(step);
      if (before !== false || !(error instanceof Refusal) || error.said !== saidWhenDone) throw error;
    }
    doneSteps.set(step, true);
  }

  async function beginInteraction(interactionEvent: InteractionEvent, options: CallOptions) {
    await call('PUT', '', options, { interactionEvent, captchaToken: options.captcha });
    begun = interactionEvent;
  }

  async function sendCode(
    purpose: Purpose,
    phone: E164 | undefined,
    event: InteractionEvent,
    options: CallOptions,
    maskedPhone?: string,
  ): Promise<Challenge> {
    const body =
      purpose === secondFactor
        ? { identifierType: 'phone' }
        : { interactionEvent: event, identifier: identifierOf(phone) };
    const { verificationId: id } = await call('POST', codePath(purpose), options, body);
    if (typeof id !== 'string' || !id) throw answerWithout('verificationId');
    const now = options.nowMs();
    // Not told, or not yet: then nothing is promised either.
    const isUncertain = purpose === 'forgot-password' || (purpose === 'sign-in' && !settings?.mayRegister);
    return {
      phone,
      purpose,
      codeLength,
      ...(isUncertain && { isUncertain }),
      expiresAtMs: now + (settings?.codeLifetime ?? lifetimeSeconds) * 1000,
      resendAtMs: now + cooldownSeconds * 1000,
      attemptsLeft: undefined,
      maskedPhone,
      state: { id, event },
    };
  }

  /** What Logto may ask for after the code: fetched when it does. */
  async function loadNext(): Promise<LogtoNext> {
    try {
      const module = await import('./logto-next.js');
      return (next ??= module.createLogtoNext({
        call,
        sendCode,
        identify,
        submit,
        begin: async (event, options) => (begun === event ? undefined : beginInteraction(event, options)),
        settings: () => settings,
      }));
    } catch (cause) {
      throw unreachable('logto-next.js', cause);
    }
  }

  async function identify(id: string, event: InteractionEvent, options: CallOptions): Promise<Outcome> {
    try {
      await actOnce(`${event} ${id}`, 'user.phone_already_in_use', () =>
        call('POST', '/identification', options, { verificationId: id }),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { kind: 'next', next: (await loadNext()).nextOf(error, event, id) };
    }
    return submit(event, options);
  }

  async function submit(
    event: InteractionEvent,
    options: CallOptions,
    isSuggestionSkipped?: boolean,
  ): Promise<Outcome> {
    try {
      const { redirectTo } = await call('POST', '/submit', options);
      if (typeof redirectTo === 'string' && redirectTo) return { kind: 'redirect', url: redirectTo };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return (await loadNext()).afterSubmit(error, event, options, isSuggestionSkipped);
    }
    if (event === 'ForgotPassword') return { kind: 'done' };
    throw answerWithout('redirectTo');
  }

  return {
    capabilities: { purposes, knowsPhone: true, firstFactors: ['code', 'password'] },

    async prepare() {
      const { readLogtoSettings } = await import('./logto-settings.js');
      return (settings = await readLogtoSettings(origin, purposes, send));
    },

    async requestCode({ phone, purpose }, options) {
      const isCodeOff = purpose === 'sign-in' && settings?.firstFactors.includes('code') === false;
      if (!(settings?.purposes ?? purposes).includes(purpose) || isCodeOff)
        throw new PhoneError(purpose === 'register' ? 'signup_disabled' : 'unsupported', {
          detail: `Logto does not serve "${purpose}" by a code. Is it switched on in its console?`,
        });
      const isKnown = purpose === secondFactor;
      if (!isKnown && !phone)
        throw new PhoneError('invalid_phone', { detail: `"${purpose}" needs a number.` });
      const event = events[purpose];
      if (event) await beginInteraction(event, options);
      return sendCode(purpose, isKnown ? undefined : phone, event ?? 'SignIn', options);
    },

    async resendCode(challenge, options) {
      const { event } = stateOf(challenge);
      const { purpose, phone, maskedPhone } = challenge;
      const resend = () => sendCode(purpose, phone, event, options, maskedPhone);
      try {
        return await resend();
      } catch (error) {
        // Logto takes a token with the beginning of an interaction only.
        if (
          !options.captcha ||
          !events[purpose] ||
          (error as Partial<PhoneError>).code !== 'captcha_required'
        )
          throw error;
        await beginInteraction(event, options);
        return resend();
      }
    },

    async verifyCode(challenge, code, options) {
      const { id, event } = stateOf(challenge);
      const { phone, purpose } = challenge;
      const isKnown = purpose === secondFactor;
      const step = `${id} ${code}`;
      let spent: Refusal | undefined;
      try {
        await actOnce(step, spentCode, () =>
          call('POST', `${codePath(purpose)}/verify`, options, {
            ...(isKnown ? { identifierType: 'phone' } : { identifier: identifierOf(phone) }),
            verificationId: id,
            code,
          }),
        );
      } catch (error) {
        if (!(error instanceof Refusal) || error.said !== spentCode) throw error;
        // Browsers repeat a call by themselves where a kept connection ends: Logto is asked whether the code was right,
        // unless it may have been another.
        if ([...doneSteps.keys()].some(other => other.startsWith(`${id} `) && other !== step)) throw error;
        spent = error;
      }
      try {
        if (events[purpose]) return await identify(id, event, options);
        if (!isKnown) return await (await loadNext()).addPhone(purpose, id, event, options);
        const outcome = await submit(event, options);
        if (spent && outcome.kind === 'next' && outcome.next.kind === 'send-code') throw spent;
        return outcome;
      } catch (error) {
        throw spent && error instanceof Refusal && error.said === 'session.verification_failed'
          ? spent
          : error;
      }
    },

    signInWithPassword: async (credentials, options) =>
      (await loadNext()).signInWithPassword(credentials, options),

    continueWith: async (next, input, options) => (await loadNext()).continueWith(next, input, options),

    skip: async (purpose, options) => (await loadNext()).skip(purpose, options),
  };
}

const answerWithout = (what: string) =>
  new PhoneError('bad_response', { detail: `Logto answered without ${what}.` });
