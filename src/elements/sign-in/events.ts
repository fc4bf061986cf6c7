/** The events of `<phone-sign-in>`. */
import type { Outcome } from '../../backends/backend.js';
import type { Channel } from '../../channels.js';
import type { ErrorCode } from '../../errors.js';
import type { Step } from '../../flow/state.js';
import type { E164, Purpose } from '../../protocol.js';
import { travels } from '../code-field/code-complete-event.js';

/** A code is about to be asked for; `preventDefault()` keeps the request in the page. */
export class PhoneCodeRequestEvent extends Event {
  /** `undefined` where only the server knows the number. */
  readonly phone: E164 | undefined;
  readonly purpose: Purpose;
  /** Whether it is a new message for a code already asked for. */
  readonly isResend: boolean;
  /** How it is to come; `undefined` where the backend chooses. */
  readonly channel: Channel | undefined;
  constructor(phone: E164 | undefined, purpose: Purpose, isResend: boolean, channel: Channel | undefined) {
    super('phone-code-request', { ...travels, cancelable: true });
    this.phone = phone;
    this.purpose = purpose;
    this.isResend = isResend;
    this.channel = channel;
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
  /** How it really went; `undefined`: by `sms`. */
  readonly channel: Channel | undefined;
  constructor(
    phone: E164 | undefined,
    expiresAtMs: number,
    resendAtMs: number,
    channel: Channel | undefined,
  ) {
    super('phone-code-sent', travels);
    this.phone = phone;
    this.expiresAtMs = expiresAtMs;
    this.resendAtMs = resendAtMs;
    this.channel = channel;
  }
}

/** The person is at another step. */
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
    'phone-code-request': PhoneCodeRequestEvent;
    'phone-code-verify': PhoneCodeVerifyEvent;
    'phone-code-sent': PhoneCodeSentEvent;
    'phone-step-change': PhoneStepChangeEvent;
    'phone-verified': PhoneVerifiedEvent;
    'phone-error': PhoneErrorEvent;
  }
}
