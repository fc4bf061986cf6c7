/**
 * The backend port: what the flow asks of any system that texts and checks codes. One adapter a system, each in a file
 * of its own beside this one; an adapter owns its transport and one table from its system's errors to ours.
 */
import type { Channel } from '../channels.js';
import type { E164, Purpose } from '../protocol.js';

/** A code that is on its way. JSON-safe as a whole: it survives a reload in `sessionStorage`. */
export interface Challenge {
  /** The whole number, or `undefined` where only the server knows it. */
  phone: E164 | undefined;
  purpose: Purpose;
  /** How many digits the code has. */
  codeLength: number;
  /** Epoch milliseconds of {@link CallOptions.nowMs} at which the code expires. */
  expiresAtMs: number;
  /** Epoch milliseconds of {@link CallOptions.nowMs} from which another message may be asked for. */
  resendAtMs: number;
  /** Tries left, where the backend counts them aloud. */
  attemptsLeft: number | undefined;
  /** The number as it may be shown when `phone` is unknown. */
  maskedPhone: string | undefined;
  /** Nobody is told whether there is an account with this number, and without one no message was sent. */
  isUncertain?: boolean;
  /** How the code came; absent: by `sms`. To {@link Backend.resendCode}: how the next one is to come. */
  channel?: Channel | undefined;
  /** How it can come to this number, in the order to offer it; absent: as it came, and nothing else is offered. */
  channels?: readonly Channel[] | undefined;
  /** The adapter's own, JSON-safe, never shown. */
  state: unknown;
}

/** How a right code ends. `expiresAtMs` is in epoch milliseconds; `claims` is what the backend says of who signed in. */
export type Outcome =
  | {
      kind: 'session';
      /** Absent when the session is a cookie. */
      token?: string;
      expiresAtMs?: number;
      claims: Readonly<Record<string, unknown>>;
    }
  /** Nobody was signed in: the token proves the number to the host's own server. */
  | { kind: 'proof'; token: string; expiresAtMs?: number; claims: Readonly<Record<string, unknown>> }
  /** The page is to go on at this address. */
  | { kind: 'redirect'; url: string; claims?: undefined }
  /** What was asked for is done, and nobody was signed in by it: a password was changed, a number added. */
  | { kind: 'done'; claims?: undefined }
  /** The backend asks for more. */
  | { kind: 'next'; next: Next };

/** What a backend asks for after the code. `state` is the adapter's own, JSON-safe, never shown and never a secret. */
export type Next =
  | {
      kind: 'new-password';
      /** The code, where the backend takes it together with the password. Never kept for a reload. */
      code?: string;
      /** The fewest characters of a password, where that is known. */
      minLength?: number | undefined;
      state: unknown;
    }
  /** There is no account with this number: make one? */
  | { kind: 'confirm-register'; state: unknown }
  /** There is an account with this number already: sign in to it? */
  | { kind: 'confirm-sign-in'; state: unknown }
  /**
   * A second factor, which the person may do without. Confirmed where it `canConfirm`; else what there is cannot be set
   * up here, and the way on is to skip it.
   */
  | { kind: 'suggest-mfa'; canConfirm: boolean; state: unknown }
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

/** What a person signs in with: a code by message, or a password of the number. */
export type FirstFactor = 'code' | 'password';

/** The number with its password. Never kept, and never in an address. */
export interface Credentials {
  phone: E164;
  password: string;
}

/** To whom a code is to be sent, and for what. */
export interface CodeRequest {
  /** Absent where only the backend knows the number. */
  phone: E164 | undefined;
  purpose: Purpose;
  /** How the code is to come; absent: the backend chooses. One of those that it has named, never another. */
  channel?: Channel | undefined;
}

/** What comes with every call of a backend's method. */
export interface CallOptions {
  /** Aborts when nobody waits for the answer any more, or the time limit is over (20 s for a message, else 10 s). */
  signal: AbortSignal;
  /** BCP 47: the language of the message. */
  locale: string;
  /**
   * A captcha token of its own for each message; `undefined` where the page can make none. `verifyCode` is given one only
   * after it has rejected with `captcha_required`: it is then called again, with the same code and key.
   */
  captcha: string | undefined;
  /** The same key for the same intent, as long as its answer is unknown. */
  idempotencyKey: string;
  /** The flow's clock in epoch milliseconds, which never goes back: every deadline is made from it. */
  nowMs: () => number;
}

/** What a backend can do, known before it is asked for anything. */
export interface Capabilities {
  /** What it can be asked for a code for. */
  purposes: readonly Purpose[];
  /** Whether a code is asked for without a number from the page. */
  knowsPhone: boolean;
  /** What `sign-in` can begin with; the code alone where nothing is said. With `password` there is `signInWithPassword`. */
  firstFactors?: readonly FirstFactor[];
  /** What it can send by, where that is known before it is asked. */
  channels?: readonly Channel[];
}

/**
 * A system that texts and checks codes. Every method rejects with `PhoneError`, and with nothing else: what else comes is
 * taken for `server_error`. `network`, `timeout`, `bad_response` and `server_error` say that nobody knows whether it has
 * acted; any other code is definite.
 */
export interface Backend {
  readonly capabilities: Capabilities;
  /** Called once, when the person first touches the form: warms the connection and reads the backend's settings. */
  prepare?(): Promise<BackendSettings>;
  /** Has a code sent. Resolves once the message is on its way. */
  requestCode(request: CodeRequest, options: CallOptions): Promise<Challenge>;
  /** Has another one sent, by the `channel` of the challenge. The one that it resolves to replaces that. */
  resendCode(challenge: Challenge, options: CallOptions): Promise<Challenge>;
  /** Resolves for a right code. Rejects with `code_invalid` for a wrong one, and with `attemptsLeft` where that is known. */
  verifyCode(challenge: Challenge, code: string, options: CallOptions): Promise<Outcome>;
  /**
   * Signs in by number and password. Rejects with `credentials_invalid` for a wrong number, a wrong password and an account
   * without one alike, and with `account_locked` after too many of them.
   */
  signInWithPassword?(credentials: Credentials, options: CallOptions): Promise<Outcome>;
  /** Answers what `verifyCode` or `signInWithPassword` asked for. An error about the code (`code_invalid` …) leads back to the code. */
  continueWith?(next: Next, input: NextInput, options: CallOptions): Promise<Outcome>;
  /** Goes on without what `purpose` asks for, where that is optional: "not now" to a second factor. */
  skip?(purpose: Purpose, options: CallOptions): Promise<Outcome>;
  /** Tells the backend that the code is not wanted any more. Nobody waits for it. */
  cancel?(challenge: Challenge): Promise<void>;
}

/** What a backend says of itself when it is first reached. */
export interface BackendSettings {
  /** Absent where the backend says that it asks for none; the page is not asked for a token then. `maybe`: it does not say. */
  captcha?: { provider: string; siteKey: string } | 'maybe' | undefined;
  /** ISO 3166-1 alpha-2 codes; absent when every country is served. */
  countries?: readonly string[] | undefined;
  /** Purposes this deployment serves, where it says so. */
  purposes?: readonly Purpose[] | undefined;
  /** What this deployment sends codes by, in its order, where it says so. */
  channels?: readonly Channel[] | undefined;
  /** What this deployment signs in with, and in which order; where it does not say, the page's `first-factor` does. */
  firstFactors?: readonly FirstFactor[] | undefined;
}
