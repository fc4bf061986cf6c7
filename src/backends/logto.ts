/**
 * The adapter for Logto's Experience API: the sign-in pages of Logto itself, on its own origin or behind a proxy that
 * makes it one. The interaction is a cookie that `GET /oidc/auth` begins; a right code ends with an address to go to.
 */
import { PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import type { Backend, CallOptions, Challenge, Next, Outcome } from './backend.js';
import { callJson, type AdapterOptions } from './call.js';
import {
  cooldown,
  nextOf,
  phoneFactor,
  Refusal,
  refusalOf,
  type InteractionEvent,
} from './logto-refusals.js';
import { appIdOfPage, codePath, identifierOf, second, stateOf } from './logto-wire.js';

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

const purposes: readonly Purpose[] = [
  'sign-in',
  'register',
  'forgot-password',
  'bind-new-identifier',
  second,
  'bind-mfa',
];

/** Seconds: Logto does not tell how long its codes live. */
const lifetime = 600;

export function createLogtoBackend(options: LogtoBackendOptions = {}): Backend {
  const { endpoint = '', appId = appIdOfPage(), codeLength = 6, fetch: send } = options;
  const base = `${endpoint.replace(/\/+$/, '')}/api/experience`;
  /** Calls that Logto acts on once: `true` is done, `false` has an unknown answer. Codes never leave this memory. */
  const steps = new Map<string, boolean>();
  let isResetUnknown = false;

  async function call(method: string, path: string, { signal, locale }: CallOptions, body?: object) {
    const headers = { 'accept-language': locale, ...(appId && { 'logto-app-id': appId }) };
    const answer = await callJson(
      base + path,
      { method, credentials: 'include', signal, headers, body },
      send,
    );
    if (!answer.ok) throw refusalOf(answer, base);
    return (answer.body ?? {}) as Record<string, unknown>;
  }

  /** Where the answer to the first try was lost, `twice` is what the second is told when the first was right. */
  async function once(step: string, twice: string, act: () => Promise<unknown>): Promise<void> {
    const before = steps.get(step);
    if (before) return;
    steps.set(step, false);
    try {
      await act();
    } catch (error) {
      if (isDefinite(error)) steps.delete(step);
      if (before !== false || !(error instanceof Refusal) || error.said !== twice) throw error;
    }
    steps.set(step, true);
  }

  const begin = (interactionEvent: InteractionEvent, options: CallOptions) =>
    call('PUT', '', options, {
      interactionEvent,
      ...(options.captcha && { captchaToken: options.captcha }),
    });

  async function text(
    purpose: Purpose,
    phone: E164 | undefined,
    event: InteractionEvent,
    options: CallOptions,
    maskedPhone?: string,
  ): Promise<Challenge> {
    const body =
      purpose === second
        ? { identifierType: 'phone' }
        : { interactionEvent: event, identifier: identifierOf(phone) };
    const { verificationId: id } = await call('POST', codePath(purpose), options, body);
    if (typeof id !== 'string' || !id) throw strange('a code that was asked for');
    const now = options.nowMs();
    return {
      phone,
      purpose,
      codeLength,
      alphabet: 'digits',
      expiresAtMs: now + lifetime * 1000,
      resendAtMs: now + cooldown * 1000,
      attemptsLeft: undefined,
      maskedPhone,
      state: { id, event },
    };
  }

  async function identify(id: string, event: InteractionEvent, options: CallOptions): Promise<Outcome> {
    try {
      await once(`${event} ${id}`, 'user.phone_already_in_use', () =>
        call('POST', '/identification', options, { verificationId: id }),
      );
    } catch (error) {
      return { kind: 'next', next: nextOf(error, event, id) };
    }
    return submit(event, options);
  }

  async function submit(event: InteractionEvent, options: CallOptions, isAgain = false): Promise<Outcome> {
    try {
      const { redirectTo } = await call('POST', '/submit', options);
      if (typeof redirectTo === 'string' && redirectTo) return { kind: 'redirect', url: redirectTo };
    } catch (error) {
      const said = !isAgain && error instanceof Refusal && error.said;
      // A suggestion about factors that are not the phone; passing it over is not remembered for the account.
      if (said === 'session.mfa.suggest_additional_mfa')
        await call('POST', '/profile/mfa/mfa-suggestion-skipped', options);
      else return { kind: 'next', next: nextOf(error, event) };
      return submit(event, options, true);
    }
    if (event === 'ForgotPassword') return { kind: 'done' };
    throw strange('a right code');
  }

  /** Adds the number to the interaction under way. */
  async function addPhone(id: string, event: InteractionEvent, options: CallOptions): Promise<Outcome> {
    await call('POST', '/profile', options, { type: 'phone', verificationId: id });
    try {
      return await submit(event, options);
    } catch (error) {
      if (!(error instanceof Refusal) || error.said !== 'session.identifier_not_found') throw error;
      // A registration that lacked the number alone: the account is still to be made.
      try {
        await call('POST', '/identification', options, {});
      } catch (refusal) {
        return { kind: 'next', next: nextOf(refusal, event) };
      }
      return submit(event, options);
    }
  }

  async function skip(purpose: Purpose, options: CallOptions): Promise<Outcome> {
    if (purpose !== 'bind-mfa') throw unsupported(`Logto does not go on without "${purpose}".`);
    await call('POST', '/profile/mfa/mfa-skipped', options);
    return submit('SignIn', options);
  }

  return {
    capabilities: { purposes, knowsPhone: true },

    async requestCode({ phone, purpose }, options) {
      if (!purposes.includes(purpose))
        throw unsupported(`Logto does not serve the purpose "${purpose}" here.`);
      const isKnown = purpose === second;
      if (!isKnown && !phone)
        throw new PhoneError('invalid_phone', { detail: `"${purpose}" needs a number.` });
      const event = events[purpose];
      if (event) await begin(event, options);
      return text(purpose, isKnown ? undefined : phone, event ?? 'SignIn', options);
    },

    async resendCode(challenge, options) {
      const { event } = stateOf(challenge);
      const { purpose, phone, maskedPhone } = challenge;
      const again = () => text(purpose, phone, event, options, maskedPhone);
      try {
        return await again();
      } catch (error) {
        // Logto takes a token with the beginning of an interaction only.
        if (!options.captcha || !events[purpose] || codeOf(error) !== 'captcha_required') throw error;
        await begin(event, options);
        return again();
      }
    },

    async verifyCode(challenge, code, options) {
      const { id, event } = stateOf(challenge);
      const { phone, purpose } = challenge;
      const isKnown = purpose === second;
      await once(`${id} ${code}`, 'verification_code.not_found', () =>
        call('POST', `${codePath(purpose)}/verify`, options, {
          ...(isKnown ? { identifierType: 'phone' } : { identifier: identifierOf(phone) }),
          verificationId: id,
          code,
        }),
      );
      if (events[purpose]) return identify(id, event, options);
      if (purpose === 'bind-new-identifier') return addPhone(id, event, options);
      if (!isKnown) await call('POST', '/profile/mfa', options, { type: phoneFactor, verificationId: id });
      return submit(event, options);
    },

    async continueWith(next, input, options) {
      if (next.kind.startsWith('confirm') && input.kind === 'confirm') {
        const { id, event } = stateOf(next as Extract<Next, { state: unknown }>);
        await call('PUT', '/interaction-event', options, { interactionEvent: event });
        return identify(id, event, options);
      }
      if (next.kind === 'new-password' && input.kind === 'new-password') {
        const { password } = input;
        try {
          await call('PUT', '/profile/password', options, { password });
        } catch (error) {
          // The submit whose answer was lost had ended the interaction.
          if (isResetUnknown && codeOf(error) === 'session_gone') return { kind: 'done' };
          throw error;
        }
        try {
          return await submit('ForgotPassword', options);
        } catch (error) {
          isResetUnknown = !isDefinite(error);
          throw error;
        }
      }
      if (next.kind === 'new-phone' && input.kind === 'skip') return skip(next.purpose, options);
      let challenge: Challenge | undefined;
      if (next.kind === 'send-code' && input.kind === 'confirm')
        challenge = await text(second, undefined, 'SignIn', options, next.maskedPhone);
      if (next.kind === 'new-phone' && input.kind === 'phone')
        challenge = await text(next.purpose, input.phone, 'SignIn', options);
      if (challenge) return { kind: 'next', next: { kind: 'challenge', challenge } };
      throw unsupported(`Nothing answers "${next.kind}" with "${input.kind}".`);
    },

    skip,
  };
}

/** Logto answered, and knows what it did. */
const isDefinite = (error: unknown) => error instanceof Refusal && error.code !== 'server_error';

const codeOf = (error: unknown) => (error instanceof PhoneError ? error.code : undefined);

const unsupported = (detail: string) => new PhoneError('unsupported', { detail });

const strange = (what: string) =>
  new PhoneError('bad_response', { detail: `The answer to ${what} is not Logto’s.` });
