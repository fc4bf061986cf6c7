/** What the stand-in of Logto knows: its users, its settings and its codes. */
import type { Codes } from './logto-codes.js';

export interface LogtoUser {
  id: string;
  /** Digits without a plus. */
  phone?: string;
  password?: string;
  isSuspended?: boolean;
  /** Signs in with a second factor: the phone, unless `settings.factors` says otherwise. */
  hasMfa?: boolean;
  hasSkippedMfa?: boolean;
}

export interface LogtoSettings {
  /** Whether new accounts may be made. */
  signUp: boolean;
  phoneSignIn: boolean;
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
  /** Throws what the next message was made to fail with. */
  beforeSending: () => void;
}

export const defaultSettings: LogtoSettings = {
  signUp: true,
  phoneSignIn: true,
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
