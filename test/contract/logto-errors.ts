/** Logto's error answers, as it words them; the stand-in throws them and the adapters' tables are tried on each. */

interface Words {
  status: number;
  message: string;
  /** What Logto adds beside code, message and data. */
  more?: object;
}

const restart = 'The verification was not successful. Restart the verification flow and try again.';

/** Status and prose of each code. The adapters must never show the prose. */
export const logtoErrors = {
  'verification_code.not_found': words(
    400,
    'Verification code not found. Please send verification code first.',
  ),
  'verification_code.phone_mismatch': words(400, 'Phone mismatch. Please request a new verification code.'),
  'verification_code.code_mismatch': words(400, 'Invalid verification code.'),
  'verification_code.expired': words(
    400,
    'Verification code has expired. Please request a new verification code.',
  ),
  'verification_code.exceed_max_try': words(
    400,
    'Verification code retries limitation exceeded. Please request a new verification code.',
  ),
  'session.verification_blocked_too_many_attempts': words(
    400,
    'Too many attempts in a short time. Please try again in 10 minutes.',
  ),
  'session.not_found': words(400, 'Session not found. Please go back and sign in again.', {
    error: 'invalid_request',
    error_description: 'interaction session not found',
  }),
  'session.interaction_not_found': words(
    404,
    'Interaction session not found. Please go back and start the session again.',
  ),
  'session.identifier_not_found': words(404, 'User identifier not found. Please go back and sign in again.'),
  'session.verification_session_not_found': words(404, restart),
  'session.verification_failed': words(400, restart),
  'session.invalid_interaction_type': words(400, 'This operation is not supported for this interaction.'),
  'session.not_supported_for_forgot_password': words(
    400,
    'This operation is not supported for forgot password.',
  ),
  'session.identity_conflict': words(409, 'Identity mismatch detected.'),
  'session.captcha_required': words(422, 'Captcha is required.'),
  'session.captcha_failed': words(422, 'Captcha verification failed.'),
  'session.invalid_credentials': words(422, 'Incorrect account or password. Please check your input.'),
  'session.mfa.require_mfa_verification': words(403, 'Mfa verification is required to sign in.'),
  'session.mfa.mfa_factor_not_enabled': words(400, 'MFA factor is not enabled.'),
  'session.mfa.mfa_policy_not_user_controlled': words(422, 'MFA policy is not user controlled.'),
  'session.mfa.backup_code_required': words(422, 'Backup code is required.'),
  'session.mfa.suggest_additional_mfa': words(422, 'Consider adding another MFA method.'),
  'guard.invalid_input': words(400, 'The request body is invalid.'),
  'auth.unauthorized': words(401, 'Unauthorized. Please check credentials and its scope.'),
  'auth.forbidden': words(403, 'Forbidden. Please check your user roles and permissions.'),
  'account_center.not_enabled': words(400, 'Account center is not enabled.'),
  'password.rejected': words(422, 'Password rejected. Please check if your password meets the requirements.'),
  'user.invalid_phone': words(422, 'Invalid phone number'),
  'user.suspended': words(401, 'This account is suspended.'),
  'user.user_not_exist': words(404, 'User with {{ identifier }} does not exist.'),
  'user.identity_not_exist': words(404, 'The social account has not been registered yet.'),
  'user.phone_already_in_use': words(422, 'This phone number is associated with an existing account.'),
  'user.identity_already_in_use': words(422, 'This social account is associated with an existing account.'),
  'user.same_password': words(422, 'New password cannot be the same as your old password.'),
  'user.new_password_required_in_profile': words(422, 'You need to set a new password.'),
  'user.sign_in_method_not_enabled': words(422, 'This sign-in method is not enabled.'),
  'user.missing_profile': words(422, 'You need to provide additional info before signing-in.'),
  'user.missing_mfa': words(422, 'You need to bind additional MFA before signing-in.'),
  'user.suggest_mfa': words(422, 'MFA is suggested.'),
  'verification_record.not_found': words(400, 'Verification record not found.'),
  'verification_record.permission_denied': words(401, 'Permission denied, please re-authenticate.'),
  'request.message_rate_limited': words(429, 'Too many messages.'),
  'connector.rate_limit_exceeded': words(429, 'Trigger frequency limit exceeded.'),
  'connector.usage_limit_exceeded': words(429, 'Usage limit exceeded.'),
  'connector.general': words(
    400,
    'Error occurred in connector: the provider says +44 7700 900123 is on its list',
  ),
  'connector.invalid_config': words(400, "The connector's config is invalid."),
  'connector.invalid_response': words(400, "The connector's response is invalid."),
  'connector.template_not_found': words(400, 'Unable to find correct template in connector config.'),
  'connector.not_found': words(501, 'Cannot find any available connector for type: Sms.'),
} as const satisfies Record<string, Words>;

function words(status: number, message: string, more: object = {}): Words {
  return { status, message, more };
}

export type LogtoCode = keyof typeof logtoErrors;

/** Thrown anywhere in the stand-in, answered at its edge. */
export class LogtoError extends Error {
  readonly status: number;
  readonly body: object;
  readonly headers: Record<string, string>;

  constructor(
    code: LogtoCode,
    extra: { data?: unknown; details?: string; headers?: Record<string, string> } = {},
  ) {
    super(code);
    const { status, message, more } = logtoErrors[code];
    const { data, details, headers = {} } = extra;
    this.status = status;
    this.headers = headers;
    this.body = { code, message, ...more, ...(data !== undefined && { data }), ...(details && { details }) };
  }
}

/** What Logto's guard (zod) says of a body that it cannot take. Fields that it does not know it drops, as here. */
export function invalidInput(path: readonly string[], isRegex: boolean): LogtoError {
  const issue = isRegex
    ? { validation: 'regex', code: 'invalid_string', message: 'Invalid', path }
    : { code: 'invalid_type', message: 'Required', path };
  return new LogtoError('guard.invalid_input', {
    data: { issues: [issue], name: 'ZodError' },
    details: `Error in key path "${path.join('.')}": (${issue.code}) ${issue.message}`,
  });
}

export function tooShort(field: string): LogtoError {
  const message = 'String must contain at least 1 character(s)';
  const bounds = { minimum: 1, type: 'string', inclusive: true, exact: false };
  return new LogtoError('guard.invalid_input', {
    data: { issues: [{ code: 'too_small', ...bounds, message, path: [field] }], name: 'ZodError' },
    details: `Error in key path "${field}": (too_small) ${message}`,
  });
}

type Fields = Record<string, unknown>;

export function textAt(body: unknown, ...path: string[]): string {
  const value = path.reduce<unknown>((part, key) => (part as Fields | undefined)?.[key], body);
  if (typeof value !== 'string' || value === '') throw invalidInput(path, false);
  return value;
}

/** `identifier: {type: 'phone', value}`: digits with the country code, and no plus. */
export function phoneAt(body: unknown, ...path: string[]): string {
  const value = textAt(body, ...path);
  if (!/^\d+$/.test(value)) throw invalidInput(path, true);
  return value;
}
