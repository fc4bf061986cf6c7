/** What a host says to its server. */
import type { Channel } from '../channels.js';
import type { E164, ProblemCode, Purpose } from '../protocol.js';
import type { Send } from './deliver.js';
import type { BudgetName, ChannelLimits, Limits, SendBudget } from './limits.js';
import type { Store } from './stores/store.js';
import type { Trace } from './tracing.js';

export interface PhoneServerOptions {
  /**
   * At least 32 random characters; all keys come from it. Changing it ends all sessions, unless earlier ones follow the new
   * one in a list; codes on their way then go on, too.
   */
  secret: string | readonly string[];
  /** How messages leave: a connector's (`./server/connectors`), or a function of your own. */
  send?: Send;
  /**
   * Instead of `send`, which is short for `{ sms: { send } }`: how codes can go, in the order in which pages offer it. Each has
   * its own {@link ChannelOptions}.
   */
  channels?: Partial<Record<Channel, ChannelOptions>>;
  /** `{ whatsapp: 'sms' }`: what is sent at once instead, where a provider refuses a number because it has no WhatsApp. */
  fallback?: Fallback;
  /** In memory by default: one process, forgotten on restart. */
  store?: Store;
  /** Where the handler is mounted: `/api/phone` by default. */
  basePath?: string;
  /** Other origins whose pages may use this server: exact, like `https://www.example.com`. */
  origins?: readonly string[];
  /** What codes are made for: all nine by default. */
  purposes?: readonly Purpose[];
  /** ISO 3166-1 alpha-2 codes of the countries to text to: all by default. */
  countries?: readonly string[];
  /** The countries not to text to; with them, numbers of no known country are not texted to either. */
  excludeCountries?: readonly string[];
  /** Judges a number; by default it must be a possible one. A host may ask its provider whether it is a mobile. */
  checkPhone?: CheckPhone;
  /** `true`: numbers that no plan has assigned get no message. By default they do, because plans grow. */
  refuseUnassigned?: boolean;
  /**
   * The number of who is signed in already (a second factor): requests may leave it out, and may bring no other.
   * `undefined`: nobody is, or for this purpose a person brings a number of their own choice (`bind-mfa`).
   */
  resolvePhone?: (request: Request, purpose: Purpose) => Promise<E164 | undefined> | E164 | undefined;
  captcha?: CaptchaOptions;
  /**
   * Called with a right code, before it is answered. What it throws, and what is no answer, becomes `server_error`, and the
   * code stays good.
   */
  onVerified?: OnVerified;
  /** Checks the password of a number: opens `POST {basePath}/password`, beside the codes of `sign-in`. */
  verifyPassword?: VerifyPassword;
  /** Told when hardly a code of a country comes back, as when somebody has messages sent for their price. */
  onSpike?: (spike: Spike) => Promise<void> | void;
  /** Milliseconds within which each function of the host must answer: 5,000 by default. */
  hookTimeoutMs?: number;
  session?: {
    /** Seconds; 30 days by default. */
    lifetime?: number;
    /** Seconds from the sign-in until which a session that is used is renewed; without it none is. */
    maxLifetime?: number;
  };
  /**
   * Private keys of P-256 as PKCS#8 PEM: sessions and proofs are then signed with the first (ES256), and `GET
   * {basePath}/jwks.json` shows the public halves of all. What the `secret` signed before goes on.
   */
  signingKeys?: readonly string[];
  /** Told in tokens as `iss` and `aud`, and then required of them: so that of two services with one secret each takes its own. */
  issuer?: string;
  audience?: string;
  /** Opens `POST {basePath}/introspect` to back ends that know it: at least 32 random characters. */
  introspectionSecret?: string;
  /** Messages and wrong codes within a time; see {@link Limits} for the parts and the guide for their defaults. */
  limits?: Partial<Limits>;
  /** Instead of the `limits` of messages: budgets kept elsewhere. */
  budget?: SendBudget;
  /** Fixed codes of numbers that get no message, for a host's tests; only where `NODE_ENV` is `test` or `development`. */
  testNumbers?: Readonly<Record<string, string>>;
  /**
   * The origin under which browsers know this server, like `https://www.example.com`: for a proxy that changes the scheme
   * or the host. By it cookies are `Secure`, and a page's `Origin` is this server's own.
   */
  publicUrl?: string;
  /**
   * The proxies in front of this server, which write `X-Forwarded-For`: how many stand in a row, or in which networks they
   * are (`10.0.0.0/8`). None by default: the address is the one that the listener saw.
   */
  trustedProxies?: number | readonly string[];
  /**
   * Instead of `trustedProxies`, a rule of your own: the address in a header which your proxy sets itself, and nothing that
   * a client can send. `peer`: the one the listener saw (on Node the socket's), which counts where the answer is no address.
   */
  trustedAddress?: (request: Request, peer: string | undefined) => string | undefined;
  /** What your site is called, at the head of each message: up to 30 characters. */
  brand?: string;
  /** Adds the last line `@host #code` to messages, which ties the code to this host (WebOTP, Apple). */
  boundHost?: string;
  /** One line a decision; without codes, tokens or whole numbers. */
  log?: (entry: LogEntry) => void;
  /** Spans of each message and each question to the store; see {@link Trace}. */
  trace?: Trace;
  /** Epoch milliseconds; for tests. */
  nowMs?: () => number;
}

export interface ChannelOptions {
  /** As the server's own `send`. */
  send: Send;
  /**
   * Seconds from the latest message until one may be asked for by this channel instead, once a challenge; by default as
   * long as for one by the same.
   */
  cooldown?: number;
  /** Messages by this channel, beside the server's `limits`, which count all: the same parts of {@link Limits}. */
  limits?: ChannelLimits;
}

/** Where a number cannot be reached by the one, the other is tried at once. */
export type Fallback = Partial<Record<Channel, Channel>>;

/** A country whose codes do not come back. */
export interface Spike {
  /** ISO 3166-1 alpha-2, or the calling code ("+1") where the plan does not tell the country. */
  country: string;
  /** Messages of the last hour whose codes have had five minutes or more to come back. */
  sent: number;
  /** Right codes of the last hour. */
  verified: number;
}

export type CheckPhone = (phone: E164) => Promise<PhoneCheck> | PhoneCheck;

export type PhoneCheck = { valid: false } | { valid: true; country?: string };

export interface CaptchaOptions {
  /** Told to the page: which captcha to show. */
  provider: string;
  siteKey: string;
  /** Asks the provider: `true` alone lets on. What it throws counts as `server_error`: nothing is sent unchecked. */
  verify: (token: string, request: Request) => Promise<boolean>;
}

/** What the host knows of a person, as JSON of at most 2 kB: part of the session. Without `deny` and `error`. */
export type Claims = Readonly<Record<string, unknown>>;

export type DenyCode = Extract<
  ProblemCode,
  'account_not_found' | 'account_exists' | 'account_blocked' | 'signup_disabled'
>;

interface Asked {
  phone: E164;
  request: Request;
  /** Aborts when the time to answer is over. */
  signal: AbortSignal;
}

export interface Verified extends Asked {
  purpose: Purpose;
  /** The challenge's id: the same where this is asked once more for one right code. */
  challenge: string;
}

/** Answers the session's claims, or the reason for which there is none. */
export type OnVerified = (
  verified: Verified,
) => Promise<Claims | Denial | undefined> | Claims | Denial | undefined;

export interface GivenPassword extends Asked {
  password: string;
}

/**
 * Answers the session's claims (`true`: none) for the right password of the number, and `false` for a wrong one and for a
 * number without an account alike; a denial tells who knows the password why there is no session. Compare hashes, and hash where
 * there is no account too: answers are held to half seconds, so that they tell nothing by their time.
 */
export type VerifyPassword = (
  given: GivenPassword,
) => Promise<Claims | Denial | boolean> | Claims | Denial | boolean;

export interface Denial {
  deny: DenyCode;
}

export interface LogEntry {
  atMs: number;
  /** `setup`: said once, of what is missing around the server. */
  event:
    | 'setup'
    | 'spike'
    | 'request'
    | 'health'
    | 'ready'
    | 'config'
    | 'create'
    | 'resend'
    | 'verify'
    | 'password'
    | 'cancel'
    | 'session'
    | 'sign-out'
    | 'sign-out-all'
    | 'erase'
    | 'unlock'
    | 'manage'
    | 'introspect'
    | 'jwks';
  /** `ok`, what was decided, or the error's code. */
  outcome: 'ok' | 'sent' | 'live' | 'repeated' | 'warning' | ProblemCode;
  /** Unique to this request; its answer has the same in the header `X-Request-Id`. */
  request?: string;
  /** The challenge's id. */
  challenge?: string;
  /** A keyed hash of who asks: of an IPv4 address, or of the /64 of an IPv6 address. */
  address?: string;
  /** With its middle hidden. */
  phone?: string;
  purpose?: Purpose;
  /** How the message went, or was tried at last. */
  channel?: Channel;
  /** A keyed hash that names the session which began or ended. */
  session?: string;
  /** Somebody was signed in or out, or a number was erased or unlocked: what a trail of those is made of. */
  audit?: true;
  /** Which budget is spent, where the outcome is `rate_limited` or `account_locked`. */
  budget?: BudgetName;
  /** For developers, digits masked: a provider's words, a failure's message. */
  detail?: string;
}
