/**
 * Our own HTTP contract: the one thing that the browser (backends/http.ts) and the server (server/) share.
 * Paths, headers, bodies and the checks both sides make; no transport and no text for people.
 */
import { channels, type Channel } from './channels.js';
import type { E164 } from './e164.js';

export { isE164, type E164 } from './e164.js';

/** What a code is asked for: the nine usage types of the SMS connectors, in kebab-case. */
export const purposes = [
  'sign-in',
  'register',
  'forgot-password',
  'generic',
  'organization-invitation',
  'user-permission-validation',
  'bind-new-identifier',
  'mfa-verification',
  'bind-mfa',
] as const;

export type Purpose = (typeof purposes)[number];

export function isPurpose(value: unknown): value is Purpose {
  return purposes.includes(value as Purpose);
}

/** What a list holds of ours; `undefined` where there is no list. */
export function knownIn<T>(list: unknown, ours: readonly T[]): readonly T[] | undefined {
  return Array.isArray(list) ? (list as T[]).filter(each => ours.includes(each)) : undefined;
}

/** How a code came and can come, as far as we know these ways. */
export function channelsIn({ channel, channels: said }: { channel?: unknown; channels?: unknown }): {
  channel: Channel | undefined;
  channels: readonly Channel[] | undefined;
} {
  return { channel: knownIn([channel], channels)?.[0], channels: knownIn(said, channels) };
}

/**
 * Names the client that begins a challenge: 128 random bits in base64url (22 characters), made by the widget before its
 * first call and sent with every one. Only who sent it when the challenge was created may use the challenge.
 */
export const clientHeader = 'Phone-Client';

/** One key an intent, on create, resend and verify: a repeated key gets the stored answer and sends nothing. */
export const idempotencyHeader = 'Idempotency-Key';

/** The media type of every error answer (RFC 9457). */
export const problemType = 'application/problem+json';

/** `GET {endpoint}/config` */
export interface ConfigBody {
  purposes: readonly Purpose[];
  codeLength: number;
  captcha?: { provider: string; siteKey: string };
  /** ISO 3166-1 alpha-2 codes that the server texts to; absent when it texts to all. */
  countries?: readonly string[];
  /** What `sign-in` begins with: a code, and a password where the server has them. The first is shown first. */
  firstFactors?: readonly ('code' | 'password')[];
  /** What codes are sent by, in the server's order; `sms` alone where it is absent. */
  channels?: readonly Channel[];
}

/** The body of `POST {endpoint}/password`: a number with its password signs in. The answer is that to a right code. */
export interface PasswordRequest {
  phone: E164;
  password: string;
  captcha?: string;
}

/** The body of `POST {endpoint}/challenges`. */
export interface ChallengeRequest {
  /** Absent where the server knows the number (a second factor). */
  phone?: E164;
  purpose: Purpose;
  /** BCP 47: the language of the message. */
  locale?: string;
  captcha?: string;
  /** How the code is to come; the server chooses where it is absent. */
  channel?: Channel;
}

/** The body of `POST {endpoint}/challenges/{id}/resend`. */
export interface ResendRequest {
  captcha?: string;
  /** How the code is to come; the server chooses where it is absent. */
  channel?: Channel;
}

/** The body of `POST {endpoint}/challenges/{id}/verify`. */
export interface VerifyRequest {
  code: string;
  /** Asked for by `captcha_required`, when many codes are guessed somewhere: send the same code again with it. */
  captcha?: string;
  /** `false` where nothing may be kept on the device; by default it is remembered as one that verified this number. */
  persist?: boolean;
}

/** The answer to create and resend. Durations are relative, because clocks differ. */
export interface ChallengeBody {
  id: string;
  purpose: Purpose;
  /** The number with its middle hidden, as it may be shown: "+44 ••••••3456". */
  maskedPhone: string;
  codeLength: number;
  /** Seconds until the code expires. */
  expiresIn: number;
  /** Seconds until another message may be asked for. */
  resendIn: number;
  attemptsLeft: number;
  /** How the code was really sent; absent: by `sms`. */
  channel?: Channel;
  /** How it can be sent to this number, in the server's order; absent: by `sms` alone. */
  channels?: readonly Channel[];
  /** Seconds until a message may be asked for by another channel, where that is sooner than `resendIn`. */
  changeIn?: Readonly<Partial<Record<Channel, number>>>;
}

/** The answer to a right code. */
export interface OutcomeBody {
  /** `session`: signed in (by cookie, or by `token` cross-site). `proof`: `token` proves the number to the host's server. */
  result: 'session' | 'proof';
  token?: string;
  /** Seconds until the session or proof ends. */
  expiresIn?: number;
  claims: Readonly<Record<string, unknown>>;
}

/** The error codes of the contract and the HTTP status each travels with. */
export const problemStatuses = {
  malformed_request: 400,
  unauthenticated: 401,
  credentials_invalid: 401,
  captcha_required: 403,
  captcha_failed: 403,
  phone_blocked: 403,
  origin_denied: 403,
  account_blocked: 403,
  signup_disabled: 403,
  challenge_gone: 404,
  account_not_found: 404,
  account_exists: 409,
  code_expired: 410,
  too_many_attempts: 410,
  invalid_phone: 422,
  code_invalid: 422,
  idempotency_mismatch: 422,
  rate_limited: 429,
  just_sent: 429,
  account_locked: 429,
  delivery_failed: 502,
  server_error: 503,
} as const;

export type ProblemCode = keyof typeof problemStatuses;

/** An error answer: RFC 9457, with a machine code and what a person needs to know of time and tries. */
export interface ProblemBody {
  type: 'about:blank';
  title: string;
  status: number;
  code: ProblemCode;
  /** For developers, in English; never shown to a person. */
  detail?: string;
  attemptsLeft?: number;
  /** Seconds; the `Retry-After` header says the same. */
  retryAfter?: number;
}
