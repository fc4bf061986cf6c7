/** The adapter for Firebase Authentication (Identity Toolkit, v1), with the wire of its web SDK. */
import { PhoneError, type ErrorCode } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import type { Backend, BackendSettings, CallOptions, Challenge, Outcome } from './backend.js';
import { callJson, errorOfStatus, unexpectedAnswer, type AdapterOptions, type Answer } from './call.js';

export interface FirebaseBackendOptions extends Omit<AdapterOptions, 'endpoint' | 'storage'> {
  /** Google's own without it; or an emulator, or a proxy: what stands before `/v1/accounts:…`. */
  endpoint?: string | undefined;
  /** The `apiKey` of the web app's config. */
  apiKey: string;
  /** Say `RECAPTCHA_ENTERPRISE` where the page's captcha tokens are such; they are reCAPTCHA v2's without it. */
  recaptchaVersion?: 'RECAPTCHA_ENTERPRISE' | undefined;
  /**
   * Checks the code with the host's own SDK, so that the SDK is signed in: `sessionInfo` is its `verificationId`. For
   * `bind-new-identifier` it links or updates. What it answers is the outcome's claims.
   */
  signIn?:
    ((sessionInfo: string, code: string, purpose: Purpose) => Promise<Record<string, unknown>>) | undefined;
  /** The ID token of who is signed in: `bind-new-identifier` needs it where there is no `signIn`. */
  idToken?: (() => string | Promise<string>) | undefined;
}

/** Neither is said by Google; what is too long here is answered by SESSION_EXPIRED. */
const lifetimeMs = 600_000;
const coolDownMs = 60_000;

/** The server's errors, and the SDK's: `auth/code-expired` is looked up as CODE_EXPIRED. */
const errorTable: Readonly<Partial<Record<ErrorCode, string>>> = {
  invalid_phone: 'INVALID_PHONE_NUMBER',
  code_invalid: 'INVALID_CODE INVALID_VERIFICATION_CODE',
  code_expired: 'SESSION_EXPIRED CODE_EXPIRED',
  challenge_gone: 'INVALID_SESSION_INFO INVALID_VERIFICATION_ID',
  rate_limited: 'TOO_MANY_ATTEMPTS_TRY_LATER TOO_MANY_REQUESTS QUOTA_EXCEEDED',
  captcha_required: 'MISSING_RECAPTCHA_TOKEN MISSING_APP_CREDENTIAL',
  captcha_failed: 'CAPTCHA_CHECK_FAILED INVALID_RECAPTCHA_TOKEN INVALID_APP_CREDENTIAL',
  account_blocked: 'USER_DISABLED BLOCKING_FUNCTION_ERROR_RESPONSE',
  signup_disabled: 'ADMIN_ONLY_OPERATION ADMIN_RESTRICTED_OPERATION',
  account_exists: 'PHONE_NUMBER_EXISTS CREDENTIAL_ALREADY_IN_USE ACCOUNT_EXISTS_WITH_DIFFERENT_CREDENTIAL',
  unauthenticated:
    'INVALID_ID_TOKEN INVALID_USER_TOKEN TOKEN_EXPIRED USER_TOKEN_EXPIRED USER_NOT_FOUND ' +
    'CREDENTIAL_TOO_OLD_LOGIN_AGAIN REQUIRES_RECENT_LOGIN',
  unsupported: 'UNSUPPORTED_FIRST_FACTOR MULTI_FACTOR_AUTH_REQUIRED',
  misconfigured: 'OPERATION_NOT_ALLOWED CONFIGURATION_NOT_FOUND BILLING_NOT_ENABLED',
  network: 'NETWORK_REQUEST_FAILED',
  timeout: 'TIMEOUT',
};

/**
 * Signs in and registers (Firebase makes an account where there is none), and with `idToken` or `signIn` adds the number
 * to who is signed in. Without `signIn` the outcome's `token` is the ID token, and `claims` hold the rest; a Firebase SDK
 * on the page is not signed in by that.
 */
export function createFirebaseBackend(options: FirebaseBackendOptions): Backend {
  const { apiKey, recaptchaVersion, signIn, idToken, codeLength = 6 } = options;
  if (!apiKey) {
    throw new PhoneError('misconfigured', {
      detail: `No apiKey is set. Write <phone-sign-in backend="firebase" backend-options='{"apiKey": "AIza…"}'>.`,
    });
  }
  const base = (options.endpoint || 'https://identitytoolkit.googleapis.com').replace(/\/+$/, '');
  const purposes: Purpose[] = ['sign-in', 'register'];
  if (signIn ?? idToken) purposes.push('bind-new-identifier');

  async function call(
    method: string,
    path: string,
    body?: object,
    callOptions?: CallOptions,
  ): Promise<unknown> {
    const init = {
      method,
      credentials: 'omit' as const,
      headers: callOptions ? { 'x-firebase-locale': callOptions.locale } : {},
      body,
      ...(callOptions && { signal: callOptions.signal }),
    };
    const answer = await callJson(
      `${base}/v1/${path}?key=${encodeURIComponent(apiKey)}`,
      init,
      options.fetch,
    );
    if (!answer.ok) throw failureOf(answer, base);
    return answer.body;
  }

  async function sendCode(
    phone: E164 | undefined,
    purpose: Purpose,
    callOptions: CallOptions,
  ): Promise<Challenge> {
    if (!phone || !purposes.includes(purpose)) {
      throw new PhoneError('unsupported', {
        detail:
          `Firebase serves ${purposes.join(', ')} for a number from the page, not ${purpose}` +
          ' (bind-new-identifier with backendOptions.signIn or idToken).',
      });
    }
    const { captcha } = callOptions;
    const body = {
      phoneNumber: phone,
      clientType: 'CLIENT_TYPE_WEB',
      // As the SDK does: a v2 token travels beside a placeholder for the newer kind.
      ...(captcha && {
        captchaResponse: recaptchaVersion ? captcha : 'NO_RECAPTCHA',
        recaptchaVersion: 'RECAPTCHA_ENTERPRISE',
        ...(!recaptchaVersion && { recaptchaToken: captcha }),
      }),
    };
    const answer = await call('POST', 'accounts:sendVerificationCode', body, callOptions);
    const { sessionInfo } = (answer ?? {}) as Record<string, unknown>;
    if (typeof sessionInfo !== 'string' || !sessionInfo)
      throw new PhoneError('bad_response', { detail: `${base} answered without a sessionInfo.` });
    const now = callOptions.nowMs();
    return {
      phone,
      purpose,
      codeLength,
      expiresAtMs: now + lifetimeMs,
      resendAtMs: now + coolDownMs,
      attemptsLeft: undefined,
      maskedPhone: undefined,
      state: { sessionInfo },
    };
  }

  return {
    capabilities: { purposes, knowsPhone: false },

    async prepare(): Promise<BackendSettings> {
      const answer = await call('GET', 'recaptchaParams');
      const { recaptchaSiteKey: siteKey } = (answer ?? {}) as Record<string, unknown>;
      return typeof siteKey === 'string' ? { captcha: { provider: 'recaptcha', siteKey } } : {};
    },

    requestCode: ({ phone, purpose }, callOptions) => sendCode(phone, purpose, callOptions),

    resendCode: async (challenge, callOptions) => {
      sessionInfoOf(challenge);
      return sendCode(challenge.phone, challenge.purpose, callOptions);
    },

    async verifyCode(challenge, code, callOptions) {
      const { purpose } = challenge;
      const sessionInfo = sessionInfoOf(challenge);
      const isBinding = purpose === 'bind-new-identifier';
      if (signIn) {
        const claims = await askHost(() => signIn(sessionInfo, code, purpose));
        return isBinding ? { kind: 'done' } : { kind: 'session', claims };
      }
      const token = isBinding && idToken && (await askHost(async () => idToken()));
      if (isBinding && !token) throw new PhoneError('unauthenticated');
      const body = { ...(token && { idToken: token }), sessionInfo, code };
      const outcome = parseSession(
        await call('POST', 'accounts:signInWithPhoneNumber', body, callOptions),
        callOptions,
      );
      return isBinding ? { kind: 'done' } : outcome;
    },
  };
}

function sessionInfoOf({ state }: Challenge): string {
  const { sessionInfo } = (state ?? {}) as Record<string, unknown>;
  // What a reload brought back may be another adapter's, or the page's own.
  if (typeof sessionInfo !== 'string' || !sessionInfo) throw new PhoneError('challenge_gone');
  return sessionInfo;
}

function parseSession(answer: unknown, { nowMs }: CallOptions): Outcome {
  const { idToken: token, ...claims } = (answer ?? {}) as Record<string, unknown>;
  // A right code, but the number is another account's: what comes is a proof for the SDK.
  if (claims['temporaryProof']) throw new PhoneError('account_exists');
  if (claims['mfaPendingCredential']) {
    throw new PhoneError('unsupported', {
      detail:
        'This account has a second factor: set backendOptions.signIn and resolve it with the Firebase SDK.',
    });
  }
  if (typeof token !== 'string' || !token)
    throw new PhoneError('bad_response', { detail: 'A right code was answered without an ID token.' });
  const seconds = Number(claims['expiresIn']);
  return { kind: 'session', token, ...(seconds > 0 && { expiresAtMs: nowMs() + seconds * 1000 }), claims };
}

/** Calls a function of the host's; what its SDK throws is read like the server's errors. */
async function askHost<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof PhoneError) throw cause;
    const { code } = (cause ?? {}) as Record<string, unknown>;
    const said = String(code)
      .replace(/^auth\//, '')
      .replaceAll('-', '_')
      .toUpperCase();
    throw new PhoneError(errorOfName(said) ?? 'server_error', {
      cause,
      detail: `The SDK threw ${String(code)}.`,
    });
  }
}

function errorOfName(said: string): ErrorCode | undefined {
  const found = Object.entries(errorTable).find(([, names]) => names.split(' ').includes(said));
  return found?.[0] as ErrorCode | undefined;
}

function failureOf(answer: Answer, base: string): PhoneError {
  const { error } = (answer.body ?? {}) as Record<string, unknown>;
  const { message } = (error ?? {}) as Record<string, unknown>;
  const said = typeof message === 'string' ? message : '';
  const [name = ''] = said.split(' : ');
  const { status } = answer;
  const known = errorOfName(name);
  if (!known && (!said || status === 404)) return unexpectedAnswer(answer, base, 'no error of Firebase');
  let code = known ?? errorOfStatus(status);
  // The project's own list of countries: "SMS unable to be sent until this region enabled by the app developer".
  if (code === 'misconfigured' && /region/i.test(said)) code = 'phone_blocked';
  // Google's word for a carrier that it does not reach, or not for now.
  else if (name === 'Error code: 39') code = 'delivery_failed';
  // "API key not valid …", "Requests from referer … are blocked."
  else if (code === 'bad_response' && (status === 403 || /API key/i.test(said))) code = 'misconfigured';
  return new PhoneError(code, {
    retryAfter: code === 'rate_limited' ? coolDownMs / 1000 : undefined,
    detail:
      code === 'misconfigured' || code === 'bad_response' || code === 'unsupported'
        ? `${base} refused: ${said}`
        : undefined,
  });
}
