/** The error table of Logto's Experience API. */
import type { ErrorCode } from '../errors.js';

/** Our codes, and Logto's for each. The first that fits counts; one that ends in a dot fits all that begin with it. */
const errorTable: Readonly<Partial<Record<ErrorCode, string>>> = {
  code_invalid: 'verification_code.code_mismatch verification_code.phone_mismatch',
  code_expired: 'verification_code.expired',
  too_many_attempts: 'verification_code.exceed_max_try',
  account_locked: 'session.verification_blocked_too_many_attempts',
  credentials_invalid: 'session.invalid_credentials',
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

/** Our code for what Logto said; `undefined` where it is none that is known. */
export function errorOf(said: string): ErrorCode | undefined {
  for (const [code, list] of Object.entries(errorTable)) {
    const fits = (each: string) => each === said || (each.endsWith('.') && said.startsWith(each));
    if (list.split(' ').some(fits)) return code as ErrorCode;
  }
  return undefined;
}
