/**
 * The backend port: what the flow asks of any system that texts and checks codes. One adapter a system, each in a file
 * of its own beside this one; an adapter owns its transport and one table from its system's errors to ours.
 */
import type { E164, Purpose } from '../protocol.js';

/** A code that is on its way. JSON-safe as a whole: it survives a reload in `sessionStorage`. */
export interface Challenge {
  /** The whole number, or `undefined` where only the server knows it. */
  phone: E164 | undefined;
  purpose: Purpose;
  codeLength: number;
  alphabet: 'digits' | 'alphanumeric';
  /** Epoch milliseconds on this device's clock. */
  expiresAtMs: number;
  /** Epoch milliseconds on this device's clock from which another message may be asked for. */
  resendAtMs: number;
  attemptsLeft: number | undefined;
  /** The number as it may be shown when `phone` is unknown. */
  maskedPhone: string | undefined;
  /** The adapter's own, JSON-safe, never shown. */
  state: unknown;
}

/** How a right code ends. */
export type Outcome =
  | {
      kind: 'session';
      /** Absent when the session is a cookie. */
      token?: string;
      expiresAtMs?: number;
      claims: Readonly<Record<string, unknown>>;
    }
  | { kind: 'proof'; token: string; expiresAtMs?: number; claims: Readonly<Record<string, unknown>> }
  | { kind: 'redirect'; url: string }
  /** What was asked for is done, and nobody was signed in by it: a password was changed, a number added. */
  | { kind: 'done' }
  | { kind: 'next'; next: Next };

/** What a backend asks for after the code. `state` is the adapter's own, JSON-safe, never shown and never a secret. */
export type Next =
  | {
      kind: 'new-password';
      /** The code, where the backend takes it together with the password. Never kept for a reload. */
      code?: string;
      state: unknown;
    }
  /** There is no account with this number: make one? */
  | { kind: 'confirm-register'; state: unknown }
  /** There is an account with this number already: sign in to it? */
  | { kind: 'confirm-sign-in'; state: unknown }
  /** A second factor: a code to a number that only the backend knows, sent when the person says so. */
  | { kind: 'send-code'; maskedPhone: string | undefined; state: unknown }
  /** Another number is wanted: as a second factor, or because the account has none. */
  | { kind: 'new-phone'; purpose: Purpose; canSkip: boolean; state: unknown }
  /** A code that is on its way already. */
  | { kind: 'challenge'; challenge: Challenge };

/** A person's answer to {@link Next}. */
export type NextInput =
  | { kind: 'new-password'; password: string }
  | { kind: 'confirm' }
  | { kind: 'phone'; phone: E164 }
  | { kind: 'skip' };

export interface CodeRequest {
  phone: E164 | undefined;
  purpose: Purpose;
}

export interface CallOptions {
  signal: AbortSignal;
  /** BCP 47. */
  locale: string;
  /** A captcha token of its own for each message, where the page can make one; `undefined` where it cannot. */
  captcha: string | undefined;
  /** The same key for the same intent, as long as its answer is unknown. */
  idempotencyKey: string;
  /** Epoch milliseconds: adapters turn relative seconds into deadlines with it. */
  nowMs: () => number;
}

export interface Capabilities {
  purposes: readonly Purpose[];
  /** Whether a code is asked for without a number from the page. */
  knowsPhone: boolean;
}

/** Every method rejects with `PhoneError`, and with nothing else. */
export interface Backend {
  readonly capabilities: Capabilities;
  /** Called once, when the person first touches the widget: warms the connection and reads the backend's settings. */
  prepare?(): Promise<BackendSettings>;
  requestCode(request: CodeRequest, options: CallOptions): Promise<Challenge>;
  /** The answer replaces the challenge. */
  resendCode(challenge: Challenge, options: CallOptions): Promise<Challenge>;
  verifyCode(challenge: Challenge, code: string, options: CallOptions): Promise<Outcome>;
  /** Answers what `verifyCode` asked for. An error about the code (`code_invalid` …) leads back to the code. */
  continueWith?(next: Next, input: NextInput, options: CallOptions): Promise<Outcome>;
  /** Goes on without what `purpose` asks for, where that is optional: "not now" to a second factor. */
  skip?(purpose: Purpose, options: CallOptions): Promise<Outcome>;
  /** Tells the backend that the code is not wanted any more. Nobody waits for it. */
  cancel?(challenge: Challenge): Promise<void>;
}

export interface BackendSettings {
  /** Absent where the backend says that it asks for none; the page is not asked for a token then. */
  captcha?: { provider: string; siteKey: string };
  /** ISO 3166-1 alpha-2 codes; absent when every country is served. */
  countries?: readonly string[];
  /** Purposes this deployment serves, where it says so. */
  purposes?: readonly Purpose[];
}
