/** What the stand-in of Logto knows: its users, its settings and its codes. */
import type { Codes } from './logto-codes.js';
import type { Sentinel } from './logto-sentinel.js';

export interface LogtoUser {
  id: string;
  /** Digits without a plus. */
  phone?: string;
  password?: string;
  isSuspended?: boolean;
  /** Signs in with a second factor: the phone, unless `settings.factors` says otherwise. */
  hasMfa?: boolean;
  hasSkippedMfa?: boolean;
  /** Said yes to a second factor that was suggested. */
  hasEnabledMfa?: boolean;
  /** Signs in with this social account too. */
  social?: string;
}

export interface LogtoSettings {
  /** Whether new accounts may be made. */
  signUp: boolean;
  phoneSignIn: boolean;
  /** Whether the number with a password signs in, and is offered first. */
  passwordSignIn: boolean;
  isPasswordPrimary: boolean;
  /** Whether a new account must have a password, and an old one that has none. */
  passwordSignUp: boolean;
  /** Whether a forgotten password may be replaced by phone. */
  forgotPassword: boolean;
  /** Wrong passwords and codes of a number before it is locked. */
  maxAttempts: number;
  /** 1.42 sends nothing to numbers without an account that could not get one, and limits messages. *Unrecorded.* */
  version: '1.37' | '1.42';
  /** Seconds that a code lives. Other than 600 in 1.42 alone, which says so. *Unrecorded.* */
  codeLifetime: number;
  /** Whether the account's number is told to who is signed in: the scope `phone`. *Unrecorded.* */
  tellsPhone: boolean;
  /** Asks, before a sign-in ends, whether a second factor is wanted. *Unrecorded.* */
  suggestsMfa: boolean;
  /** Tokens that pass; no captcha is asked for without it. */
  captcha: ((token: string) => boolean) | undefined;
  /** The second factors there are. */
  factors: string[];
  /** Whether who has no second factor must add one. */
  mfaPolicy: 'none' | 'skippable' | 'mandatory';
  /** Suggests, once in a registration, factors beside the phone. */
  suggestsAdditionalMfa: boolean;
  /** What an account must have: `phone`, `emailOrPhone`, `email` … */
  requiredProfile: string[];
  codeLength: number;
}

export interface World {
  users: LogtoUser[];
  settings: LogtoSettings;
  codes: Codes;
  nowMs: () => number;
  /** Throws what the next message was made to fail with, and where a number has had too many. */
  beforeSending: (phone: string) => void;
  sentinel: Sentinel;
}

export const defaultSettings: LogtoSettings = {
  signUp: true,
  phoneSignIn: true,
  passwordSignIn: false,
  isPasswordPrimary: false,
  passwordSignUp: false,
  forgotPassword: true,
  maxAttempts: 100,
  version: '1.37',
  codeLifetime: 600,
  tellsPhone: true,
  suggestsMfa: false,
  captcha: undefined,
  factors: ['PhoneVerificationCode'],
  mfaPolicy: 'none',
  suggestsAdditionalMfa: false,
  requiredProfile: [],
  codeLength: 6,
};

let ids = 0;
/** Like Logto's: letters and digits, never seen before. */
export const newId = (): string => `id${(++ids).toString(36)}${Math.random().toString(36).slice(2, 12)}`;

export const mask = (phone: string): string => `****${phone.slice(-4)}`;
