/** Our events: one class each, bubbling and composed. Listen by `type`; two copies of the package make two classes. */
import type { Outcome } from '../backends/backend.js';
import type { ErrorCode } from '../errors.js';
import type { Step } from '../flow/state.js';
import type { E164, Purpose } from '../protocol.js';

const travels = { bubbles: true, composed: true };

/** The number changed: `value` is E.164, or empty while it cannot be a number. */
export class PhoneNumberChangeEvent extends Event {
  readonly value: E164 | '';
  /** ISO 3166-1 alpha-2, or `undefined` while none is chosen. */
  readonly country: string | undefined;
  constructor(value: E164 | '', country: string | undefined) {
    super('phone-number-change', travels);
    this.value = value;
    this.country = country;
  }
}

/** The code has all its digits: once for each distinct code. */
export class PhoneCodeCompleteEvent extends Event {
  readonly code: string;
  constructor(code: string) {
    super('phone-code-complete', travels);
    this.code = code;
  }
}

/** A code is about to be asked for; `preventDefault()` keeps the request in the page. */
export class PhoneCodeRequestEvent extends Event {
  /** `undefined` where only the server knows the number. */
  readonly phone: E164 | undefined;
  readonly purpose: Purpose;
  /** Whether it is a new message for a code already asked for. */
  readonly isResend: boolean;
  constructor(phone: E164 | undefined, purpose: Purpose, isResend: boolean) {
    super('phone-code-request', { ...travels, cancelable: true });
    this.phone = phone;
    this.purpose = purpose;
    this.isResend = isResend;
  }
}

/** A code is about to be checked; `preventDefault()` keeps it in the page. */
export class PhoneCodeVerifyEvent extends Event {
  readonly code: string;
  constructor(code: string) {
    super('phone-code-verify', { ...travels, cancelable: true });
    this.code = code;
  }
}

/** A message is on its way. Times are epoch milliseconds. */
export class PhoneCodeSentEvent extends Event {
  readonly phone: E164 | undefined;
  readonly expiresAtMs: number;
  readonly resendAtMs: number;
  constructor(phone: E164 | undefined, expiresAtMs: number, resendAtMs: number) {
    super('phone-code-sent', travels);
    this.phone = phone;
    this.expiresAtMs = expiresAtMs;
    this.resendAtMs = resendAtMs;
  }
}

export class PhoneStepChangeEvent extends Event {
  readonly step: Step;
  readonly previous: Step;
  constructor(step: Step, previous: Step) {
    super('phone-step-change', travels);
    this.step = step;
    this.previous = previous;
  }
}

/** The end, once: a session, a proof or a redirect. Following a redirect is its cancelable default action. */
export class PhoneVerifiedEvent extends Event {
  readonly outcome: Exclude<Outcome, { kind: 'next' }>;
  /** `undefined` where only the server knows the number. */
  readonly phone: E164 | undefined;
  constructor(outcome: Exclude<Outcome, { kind: 'next' }>, phone: E164 | undefined) {
    super('phone-verified', { ...travels, cancelable: true });
    this.outcome = outcome;
    this.phone = phone;
  }
}

/** Something went wrong and the person has been told. */
export class PhoneErrorEvent extends Event {
  readonly code: ErrorCode;
  /** Epoch milliseconds from which another try can succeed, where that is known. */
  readonly retryAtMs: number | undefined;
  constructor(code: ErrorCode, retryAtMs: number | undefined) {
    super('phone-error', travels);
    this.code = code;
    this.retryAtMs = retryAtMs;
  }
}

declare global {
  interface HTMLElementEventMap {
    'phone-number-change': PhoneNumberChangeEvent;
    'phone-code-complete': PhoneCodeCompleteEvent;
    'phone-code-request': PhoneCodeRequestEvent;
    'phone-code-verify': PhoneCodeVerifyEvent;
    'phone-code-sent': PhoneCodeSentEvent;
    'phone-step-change': PhoneStepChangeEvent;
    'phone-verified': PhoneVerifiedEvent;
    'phone-error': PhoneErrorEvent;
  }
}
