/** What Logto's Experience API refuses with: its error table, and the refusals that ask for another step. */
import { PhoneError, type ErrorCode } from '../errors.js';
import type { Next } from './backend.js';
import { codeOfStatus, retryAfterOf, strangeAnswer, type Answer } from './call.js';

export type InteractionEvent = 'SignIn' | 'Register' | 'ForgotPassword';

/** Logto's name of the phone as a second factor. */
export const phoneFactor = 'PhoneVerificationCode';

/** Seconds between two messages: Logto asks for none, and does not say when a limit of its own ends. */
export const cooldown = 60;

/** Our codes, and Logto's for each. The first that fits counts; one that ends in a dot fits all that begin with it. */
const errorTable: Readonly<Partial<Record<ErrorCode, string>>> = {
  code_invalid: 'verification_code.code_mismatch verification_code.phone_mismatch',
  code_expired: 'verification_code.expired',
  too_many_attempts: 'verification_code.exceed_max_try session.verification_blocked_too_many_attempts',
  challenge_gone:
    'verification_code.not_found session.verification_session_not_found session.verification_failed',
  session_gone:
    'session.not_found session.interaction_not_found session.identifier_not_found session.invalid_interaction_type',
  invalid_phone: 'guard.invalid_input user.invalid_phone',
  account_blocked: 'user.suspended',
  signup_disabled: 'auth.forbidden',
  account_not_found: 'user.user_not_exist user.identity_not_exist',
  account_exists: 'user.phone_already_in_use user.identity_already_in_use session.identity_conflict',
  captcha_required: 'session.captcha_required',
  captcha_failed: 'session.captcha_failed',
  password_rejected: 'password.rejected',
  password_reused: 'user.same_password',
  unsupported:
    'user.sign_in_method_not_enabled session.not_supported_for_forgot_password session.mfa. user.missing_mfa user.missing_profile',
  rate_limited: 'request.message_rate_limited connector.rate_limit_exceeded connector.usage_limit_exceeded',
  delivery_failed: 'connector.',
};

function codeOf(said: string): ErrorCode | undefined {
  for (const [code, list] of Object.entries(errorTable)) {
    const fits = (each: string) => each === said || (each.endsWith('.') && said.startsWith(each));
    if (list.split(' ').some(fits)) return code as ErrorCode;
  }
  return undefined;
}

/** An error answer of Logto's, with what the next step may depend on. */
export class Refusal extends PhoneError {
  readonly said: string;
  readonly data: RefusalData;

  constructor(code: ErrorCode, said: string, data: RefusalData, headers: Headers) {
    // What Logto would have, but never its prose and never the number.
    const wanted = data.availableFactors ?? data.missingProfile;
    super(code, {
      retryAfter: code === 'rate_limited' ? (retryAfterOf(headers) ?? cooldown) : undefined,
      minLength: minLengthOf(data),
      detail: `Logto refused: ${said}${Array.isArray(wanted) ? ` (${wanted.join(', ')})` : ''}`,
    });
    this.said = said;
    this.data = data;
  }
}

interface RefusalData {
  availableFactors?: unknown;
  maskedIdentifiers?: unknown;
  missingProfile?: unknown;
  skippable?: unknown;
}

export function refusalOf(answer: Answer, url: string): PhoneError {
  const { status, headers } = answer;
  const { code, data } = (answer.body ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string') return strangeAnswer(answer, url, 'JSON without a code');
  return new Refusal(codeOf(code) ?? codeOfStatus(status), code, data ?? {}, headers);
}

/** The step that a refusal asks for. Throws the refusal where there is none, or none that a phone can serve. */
export function nextOf(error: unknown, event: InteractionEvent, id?: string): Next {
  if (!(error instanceof Refusal)) throw error;
  const { said, data } = error;
  if (id && event === 'SignIn' && said === 'user.user_not_exist')
    return { kind: 'confirm-register', state: { id, event: 'Register' } };
  if (id && event === 'Register' && said === 'user.phone_already_in_use')
    return { kind: 'confirm-sign-in', state: { id, event: 'SignIn' } };
  if (said === 'user.new_password_required_in_profile') return { kind: 'new-password', state: {} };
  // Newer versions suggest first, without saying which factors there are.
  const isSuggested = said === 'user.suggest_mfa';
  if (isSuggested || has(data.availableFactors, phoneFactor)) {
    if (said === 'session.mfa.require_mfa_verification') {
      const masked = (data.maskedIdentifiers as Record<string, unknown> | undefined)?.[phoneFactor];
      return { kind: 'send-code', maskedPhone: masked as string | undefined, state: {} };
    }
    const canSkip = isSuggested || data.skippable === true;
    return { kind: 'new-phone', purpose: 'bind-mfa', canSkip, state: {} };
  }
  if (has(data.missingProfile, 'phone') || has(data.missingProfile, 'emailOrPhone'))
    return { kind: 'new-phone', purpose: 'bind-new-identifier', canSkip: false, state: {} };
  throw error;
}

const has = (list: unknown, wanted: string) => Array.isArray(list) && list.includes(wanted);

/** The fewest characters, where a password was rejected for being shorter. */
function minLengthOf(data: unknown): number | undefined {
  if (!Array.isArray(data)) return undefined;
  const issues = data as ({ code?: unknown; interpolation?: { min?: unknown } } | null)[];
  const min = issues.find(issue => issue?.code === 'password_rejected.too_short')?.interpolation?.min;
  return typeof min === 'number' ? min : undefined;
}
