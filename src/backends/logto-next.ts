/**
 * What Logto may ask for after the code, and how it is answered: another factor, a new password, a missing number. And the
 * number with its password.
 */
import { PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import type { CallOptions, Challenge, Credentials, Next, NextInput, Outcome } from './backend.js';
import { isDefinite, Refusal, type InteractionEvent } from './logto-refusals.js';
import type { LogtoSettings } from './logto-settings.js';
import { identifierOf, stateOf } from './logto-wire.js';

/** What the adapter does in any case. */
export interface LogtoCalls {
  call: (method: string, path: string, options: CallOptions, body?: object) => Promise<unknown>;
  /** Has a code sent. */
  sendCode: (
    purpose: Purpose,
    phone: E164 | undefined,
    event: InteractionEvent,
    options: CallOptions,
    maskedPhone?: string,
  ) => Promise<Challenge>;
  identify: (id: string, event: InteractionEvent, options: CallOptions) => Promise<Outcome>;
  /** `isSuggestionSkipped`: the suggestion to add a factor has been passed over. */
  submit: (event: InteractionEvent, options: CallOptions, isSuggestionSkipped?: boolean) => Promise<Outcome>;
  /** Begins an interaction, unless it is the one under way: that has a code on its way, maybe. */
  begin: (event: InteractionEvent, options: CallOptions) => Promise<void>;
  /** What was read, if it was. */
  settings: () => LogtoSettings | undefined;
}

export type LogtoNext = ReturnType<typeof createLogtoNext>;

/** Logto's name of the phone as a second factor. */
const phoneFactor = 'PhoneVerificationCode';

export function createLogtoNext(calls: LogtoCalls) {
  const { call, sendCode, identify, submit, begin, settings } = calls;
  let isResetUnknown = false;

  const unsupported = (detail: string) => new PhoneError('unsupported', { detail });
  const codeOf = (error: unknown) => (error instanceof PhoneError ? error.code : undefined);

  /** Logto would have something before it ends the interaction. */
  async function afterSubmit(
    refusal: Refusal,
    event: InteractionEvent,
    options: CallOptions,
    isSuggestionSkipped?: boolean,
  ): Promise<Outcome> {
    // A suggestion about factors that are not the phone; passing it over is not remembered for the account.
    if (refusal.said !== 'session.mfa.suggest_additional_mfa' || isSuggestionSkipped)
      return { kind: 'next', next: nextOf(refusal, event) };
    await call('POST', '/profile/mfa/mfa-suggestion-skipped', options);
    return submit(event, options, true);
  }

  /** Adds a number whose code was right to the interaction under way: to the account, or as its second factor. */
  async function addPhone(
    purpose: Purpose,
    id: string,
    event: InteractionEvent,
    options: CallOptions,
  ): Promise<Outcome> {
    if (purpose === 'bind-mfa') {
      await call('POST', '/profile/mfa', options, { type: phoneFactor, verificationId: id });
      return submit(event, options);
    }
    await call('POST', '/profile', options, { type: 'phone', verificationId: id });
    return submitProfile(event, options);
  }

  async function submitProfile(event: InteractionEvent, options: CallOptions): Promise<Outcome> {
    try {
      return await submit(event, options);
    } catch (error) {
      if (!(error instanceof Refusal) || error.said !== 'session.identifier_not_found') throw error;
      // A registration that lacked this alone: the account is still to be made.
      try {
        await call('POST', '/identification', options, {});
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal;
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

  /** The first password of an account. */
  async function addPassword(
    password: string,
    state: MissingPassword,
    options: CallOptions,
  ): Promise<Outcome> {
    const { id, event } = state;
    try {
      await call('POST', '/profile', options, { type: 'password', value: password });
    } catch (error) {
      throw withMinLength(error);
    }
    return id && event === 'Register' ? identify(id, event, options) : submitProfile(event, options);
  }

  async function savePassword(password: string, options: CallOptions): Promise<Outcome> {
    try {
      await call('PUT', '/profile/password', options, { password });
    } catch (error) {
      // The submit whose answer was lost had ended the interaction.
      if (isResetUnknown && codeOf(error) === 'session_gone') return { kind: 'done' };
      throw withMinLength(error);
    }
    try {
      return await submit('ForgotPassword', options);
    } catch (error) {
      isResetUnknown = !isDefinite(error);
      throw error;
    }
  }

  async function continueWith(next: Next, input: NextInput, options: CallOptions): Promise<Outcome> {
    if (next.kind.startsWith('confirm') && input.kind === 'confirm') {
      const { id, event } = stateOf(next as Extract<Next, { state: unknown }>);
      await call('PUT', '/interaction-event', options, { interactionEvent: event });
      return identify(id, event, options);
    }
    if (next.kind === 'new-password' && input.kind === 'new-password')
      return isMissingPassword(next.state)
        ? addPassword(input.password, next.state, options)
        : savePassword(input.password, options);
    if (next.kind === 'suggest-mfa') {
      if (input.kind === 'skip') return skip('bind-mfa', options);
      await call('POST', '/profile/mfa/mfa-enabled', options);
      return submit('SignIn', options);
    }
    if (next.kind === 'new-phone' && input.kind === 'skip') return skip(next.purpose, options);
    let challenge: Challenge | undefined;
    if (next.kind === 'send-code' && input.kind === 'confirm')
      challenge = await sendCode('mfa-verification', undefined, 'SignIn', options, next.maskedPhone);
    if (next.kind === 'new-phone' && input.kind === 'phone')
      challenge = await sendCode(next.purpose, input.phone, 'SignIn', options);
    if (challenge) return { kind: 'next', next: { kind: 'challenge', challenge } };
    throw unsupported(`Nothing answers "${next.kind}" with "${input.kind}".`);
  }

  async function signInWithPassword(
    { phone, password }: Credentials,
    options: CallOptions,
  ): Promise<Outcome> {
    await begin('SignIn', options);
    const body = { identifier: identifierOf(phone), password };
    const { verificationId: id } = (await call('POST', '/verification/password', options, body)) as Record<
      string,
      unknown
    >;
    if (typeof id !== 'string' || !id)
      throw new PhoneError('bad_response', { detail: 'Logto answered without verificationId.' });
    return identify(id, 'SignIn', options);
  }

  /** The step that a refusal asks for. `id`: of what was proved, where there is no account for it yet. */
  function nextOf(refusal: Refusal, event: InteractionEvent, id?: string): Next {
    if (
      id &&
      event === 'SignIn' &&
      refusal.said === 'user.user_not_exist' &&
      settings()?.mayRegister !== false
    )
      return { kind: 'confirm-register', state: { id, event: 'Register' } };
    const next = nextAfter(refusal, event, id);
    return next.kind === 'new-password' ? { ...next, minLength: settings()?.minPasswordLength } : next;
  }

  return { nextOf, afterSubmit, addPhone, skip, continueWith, signInWithPassword };
}

/** What is known where Logto wants a password. `id`: of the number that was proved, before the account is made. */
interface MissingPassword {
  isMissing: true;
  id: string | undefined;
  event: InteractionEvent;
}

const isMissingPassword = (state: unknown): state is MissingPassword =>
  (state as Partial<MissingPassword> | undefined)?.isMissing === true;

function withMinLength(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const { code, message: detail, data } = error;
  return new PhoneError(code, { detail, minLength: minLengthOf(data) });
}

/** The step that a refusal asks for. Throws the refusal where there is none, or none that a phone can serve. */
function nextAfter(refusal: Refusal, event: InteractionEvent, id: string | undefined): Next {
  const { said, data } = refusal;
  if (id && event === 'Register' && said === 'user.phone_already_in_use')
    return { kind: 'confirm-sign-in', state: { id, event: 'SignIn' } };
  if (said === 'user.new_password_required_in_profile') return { kind: 'new-password', state: {} };
  // Newer versions ask first, without saying which factors there are.
  if (said === 'user.suggest_mfa') return { kind: 'suggest-mfa', canConfirm: true, state: {} };
  if (includes(data.missingProfile, 'password'))
    return { kind: 'new-password', state: { isMissing: true, id, event } satisfies MissingPassword };
  if (includes(data.availableFactors, phoneFactor)) {
    if (said === 'session.mfa.require_mfa_verification') {
      const masked = (data.maskedIdentifiers as Record<string, unknown> | undefined)?.[phoneFactor];
      return { kind: 'send-code', maskedPhone: masked as string | undefined, state: {} };
    }
    return { kind: 'new-phone', purpose: 'bind-mfa', canSkip: data.skippable === true, state: {} };
  }
  if (said === 'user.missing_mfa' && data.skippable === true)
    return { kind: 'suggest-mfa', canConfirm: false, state: {} };
  if (includes(data.missingProfile, 'phone') || includes(data.missingProfile, 'emailOrPhone'))
    return { kind: 'new-phone', purpose: 'bind-new-identifier', canSkip: false, state: {} };
  // The page's author is told what Logto would have.
  const wanted = data.availableFactors ?? data.missingProfile;
  if (Array.isArray(wanted)) refusal.message += ` (${wanted.join(', ')})`;
  throw refusal;
}

const includes = (list: unknown, wanted: string) => Array.isArray(list) && list.includes(wanted);

/** The fewest characters, where a password was rejected for being shorter. */
function minLengthOf(data: unknown): number | undefined {
  if (!Array.isArray(data)) return undefined;
  const issues = data as ({ code?: unknown; interpolation?: { min?: unknown } } | null)[];
  const min = issues.find(issue => issue?.code === 'password_rejected.too_short')?.interpolation?.min;
  return typeof min === 'number' ? min : undefined;
}
