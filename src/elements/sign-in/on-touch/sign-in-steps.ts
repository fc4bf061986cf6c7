/**
 * The flow of a `<phone-sign-in>` with the screens behind the first one: fetched when a person touches the element, or
 * when a reload kept a step. What the flow says becomes screens, announcements, focus and events here.
 */
import { adoptStyles, type ReactiveController, type TemplateResult } from 'lit';
import { loadBackend } from '../../../backends/index.js';
import type { Challenge, Next } from '../../../backends/backend.js';
import { PhoneError } from '../../../errors.js';
import { createSignIn, type SignIn } from '../../../flow/sign-in.js';
import type { CodeState, FlowError, FlowState, NextState, VerifyingState } from '../../../flow/state.js';
import { initialState } from '../../../flow/state.js';
import { errorText, type ErrorFacts } from '../../../localization/error-texts.js';
import { isE164, isPurpose, type E164, type Purpose } from '../../../protocol.js';
import { changeNumberText, checkingText, expiryText, renderCodeStep, sentText } from './code-step.js';
import { Countdown } from '../../shared/countdown.js';
import { outcomeText, renderDone, renderWaiting } from './end-screens.js';
import { stepStorage } from '../kept-step.js';
import type * as NextStep from '../after-code/index.js';
import { enteredPhone, hasConsent, renderSendAnyway } from './number-submit.js';
import type { NumberStepView } from '../number-step.js';
import type { PhoneElement } from '../../shared/phone-element.js';
import type { PhoneSignIn } from '../phone-sign-in.js';
import {
  PhoneCodeRequestEvent,
  PhoneCodeSentEvent,
  PhoneCodeVerifyEvent,
  PhoneErrorEvent,
  PhoneStepChangeEvent,
  PhoneVerifiedEvent,
} from '../events.js';
import { laterStyles } from './sign-in-steps.styles.js';
import { signInStyles } from '../phone-sign-in.styles.js';
import { slottedCaptcha } from './slotted-captcha.js';
import { tokens } from '../../shared/tokens.styles.js';

/** Which steps share a screen: going from one screen to another moves the focus. */
const screens = { number: 1, sending: 1, code: 2, verifying: 2, next: 3, done: 4 };

/** Where the focus goes on each screen; else to its heading. */
const fields = 'phone-code-field, phone-number-field, phone-password-field';

/** How long before its end a code's end is announced, in milliseconds. */
const warningMs = 60_000;

export class SignInSteps implements ReactiveController {
  readonly #host: PhoneSignIn;
  readonly #retry: Countdown;
  readonly #expiry: Countdown;
  #signIn: SignIn | undefined;
  #next: typeof NextStep | undefined;
  #isNextMissing = false;
  #isStyled = false;
  #takesFocus = false;
  #warnedOf: number | undefined;

  constructor(host: PhoneSignIn) {
    this.#host = host;
    this.#retry = new Countdown(host, () => this.#signIn?.edited());
    this.#expiry = new Countdown(host, () => host.announce(this.#describe({ code: 'code_expired' })));
    host.addController(this);
  }

  get state(): FlowState {
    return this.#signIn?.state ?? initialState();
  }

  /** The flow; it begins with the element's settings of now, at the step that was kept. */
  begin(): SignIn {
    if (this.#signIn) return this.#signIn;
    const host = this.#host;
    const { backend, endpoint, codeLength, backendOptions } = host;
    const persist = stepStorage(host);
    const options = { endpoint, codeLength, storage: persist?.storage };
    const signIn = createSignIn({
      backend: typeof backend === 'string' ? () => loadBackend(backend, options, backendOptions) : backend,
      purpose: purposeOf(host),
      locale: () => host.texts.locale,
      // Asked at each message: a captcha may come into the page later than the first touch.
      get captcha() {
        return host.captcha ?? slottedCaptcha(host);
      },
      persist,
      report: reportToAuthor,
    });
    this.#signIn = signIn;
    let previous = signIn.state;
    if (previous.step === 'next') void this.#loadNext();
    signIn.subscribe(state => {
      const before = previous;
      previous = state;
      if (state.step === 'next' || (state.step === 'verifying' && this.#mayAskMore)) void this.#loadNext();
      this.#onState(state, before);
    });
    host.requestUpdate();
    return signIn;
  }

  /** Ends this flow; the next `begin` makes another. */
  end(): void {
    this.#signIn?.dispose();
    this.#signIn = undefined;
  }

  /** What the backend asked for after the code, while it can be answered. */
  get asked(): Next | undefined {
    const { state } = this;
    return state.step === 'next' && state.awaiting === undefined ? state.next : undefined;
  }

  /** Asks for a code for the number in the field, if it may be sent to. `isInsisting`: in spite of a warning. */
  async submit(isInsisting: boolean): Promise<void> {
    const host = this.#host;
    const { asked } = this;
    if ((this.state.step !== 'number' && !asked) || !hasConsent(host)) return;
    const isKnown = asked ? asked.kind === 'send-code' : host.phoneLocked;
    const given = !asked && isE164(host.phone) ? host.phone : undefined;
    const phone = isKnown ? given : await enteredPhone(host, isInsisting);
    if (phone ?? isKnown) this.#requestCode(phone);
  }

  #requestCode(phone: E164 | undefined): void {
    const { asked } = this;
    const purpose = asked?.kind === 'new-phone' ? asked.purpose : this.#host.purpose;
    if (!this.#host.dispatchEvent(new PhoneCodeRequestEvent(phone, purpose, false))) return;
    if (!asked) this.begin().requestCode(phone);
    else this.begin().continueWith(phone ? { kind: 'phone', phone } : { kind: 'confirm' });
  }

  resend(): void {
    const { state } = this;
    if (state.step !== 'code' || state.resend) return;
    const { purpose } = state.challenge;
    if (this.#host.dispatchEvent(new PhoneCodeRequestEvent(state.phone, purpose, true)))
      this.#signIn?.resend();
  }

  verify(code: string): void {
    if (this.state.step !== 'code') return;
    if (this.#host.dispatchEvent(new PhoneCodeVerifyEvent(code))) this.#signIn?.verify(code);
  }

  skip(): void {
    if (this.asked) this.begin().continueWith({ kind: 'skip' });
    else this.begin().skip();
  }

  /** What is to be entered on this screen, or its heading. */
  get focusable(): Pick<HTMLElement, 'focus'> | null {
    const { shadowRoot, heading } = this.#host;
    const field = shadowRoot?.querySelector<PhoneElement>(fields);
    // A field that is new on the screen has nothing to focus before its own first render.
    return field ? { focus: options => void field.updateComplete.then(() => field.focus(options)) } : heading;
  }

  hostUpdate(): void {
    const { shadowRoot } = this.#host;
    if (!this.#isStyled && shadowRoot) adoptStyles(shadowRoot, [tokens, signInStyles, laterStyles]);
    this.#isStyled = true;
    const { state } = this;
    const nowMs = this.#signIn?.nowMs;
    this.#retry.countTo(state.error?.retryAtMs, nowMs);
    this.#expiry.countTo(isCodeStep(state) ? state.challenge.expiresAtMs : undefined, nowMs);
  }

  hostUpdated(): void {
    const { state } = this;
    if (isCodeStep(state)) this.#warnOfExpiry(state.challenge);
    const { codeField, heading } = this.#host;
    if (!this.#takesFocus || !(isCodeStep(state) ? codeField : heading)) return;
    this.#takesFocus = false;
    this.#host.focus();
  }

  render(): TemplateResult {
    const { state } = this;
    const { texts, purpose, phone, phoneLocked } = this.#host;
    const shownPhone = this.#host.inWriting(state.phone);
    if (state.step === 'done') return renderDone(outcomeText(texts, state.outcome, purpose), shownPhone);
    if (state.step === 'next') return this.#renderNext(state);
    if (!isCodeStep(state)) return this.#renderNumber(state);
    // What the page says of a number that only the backend knows.
    const masked = phoneLocked && !state.asked ? phone : '';
    const isResendError = state.error?.about === 'resend';
    const error = this.#errorText(state.error);
    return renderCodeStep({
      texts,
      state,
      shownPhone: shownPhone || (state.challenge.maskedPhone ?? masked),
      codeError: isResendError ? '' : error,
      resendError: isResendError ? error : '',
      expiresInMs: this.#expiry.remainingMs,
      nowMs: this.#signIn?.nowMs,
      verify: code => this.verify(code),
      retry: () => this.#retryCode(),
      resend: () => this.resend(),
      changeNumber: () => this.#signIn?.changeNumber(),
      edited: () => this.#signIn?.edited(),
    });
  }

  #retryCode(): void {
    const { codeField } = this.#host;
    // The link goes away with the focus on it.
    codeField?.focus();
    this.verify(codeField?.value ?? '');
  }

  #renderNumber(state: FlowState, asked?: Next): TemplateResult {
    const host = this.#host;
    const isSending = host.isWaiting || ('awaiting' in state && state.awaiting !== undefined);
    const error = this.#errorText(state.error);
    const mayInsist = host.numberField?.isWarning && !isSending;
    return host.renderNumber({
      isSending,
      ...(host.isOffline ? {} : { error }),
      ...(mayInsist ? { action: renderSendAnyway(host.texts) } : {}),
      ...(asked ? this.#viewOf(asked) : {}),
    });
  }

  /** What is of its own where the backend asks for a number, or to send to one, after the code. */
  #viewOf(asked: Next): Partial<NumberStepView> {
    if (asked.kind === 'send-code')
      return {
        purpose: 'mfa-verification',
        isLocked: true,
        shownPhone: asked.maskedPhone ?? '',
        skip: undefined,
      };
    if (asked.kind !== 'new-phone') return {};
    const skip = asked.canSkip ? () => void this.#host.skip() : undefined;
    const shownPhone = this.#host.numberField?.textable ?? '';
    return { purpose: asked.purpose, isLocked: false, shownPhone, skip };
  }

  #renderNext(state: NextState): TemplateResult {
    const host = this.#host;
    const { kind } = state.next;
    if (kind === 'send-code' || kind === 'new-phone') return this.#renderNumber(state, state.next);
    if (!this.#next)
      return renderWaiting(host.texts, this.#isNextMissing ? () => void this.#loadNext() : undefined);
    return this.#next.renderNextStep({
      texts: host.texts,
      state,
      shownPhone: host.inWriting(state.phone),
      error: this.#errorText(state.error),
      changeNumberText: changeNumberText(host.texts),
      confirm: () => this.#signIn?.continueWith({ kind: 'confirm' }),
      savePassword: password => this.#signIn?.continueWith({ kind: 'new-password', password }),
      changeNumber: () => this.#signIn?.changeNumber(),
      edited: () => this.#signIn?.edited(),
    });
  }

  /** Our own contract asks for nothing after the code. */
  get #mayAskMore(): boolean {
    const { backend } = this.#host;
    return typeof backend === 'string' ? backend !== 'http' : backend.continueWith !== undefined;
  }

  async #loadNext(): Promise<void> {
    if (this.#next) return;
    this.#isNextMissing = false;
    try {
      this.#next = await import('../after-code/index.js');
    } catch {
      this.#isNextMissing = true;
    }
    this.#host.requestUpdate();
  }

  #errorText(error: FlowError | undefined): string {
    if (!error) return '';
    const { code, retryAtMs, attemptsLeft, minLength } = error;
    const retryInMs = retryAtMs && this.#retry.remainingMs;
    // The wait is over, and with it what was wrong.
    return retryInMs === 0 ? '' : this.#describe({ code, attemptsLeft, minLength, retryInMs });
  }

  #describe(facts: ErrorFacts): string {
    return errorText(this.#host.texts, facts);
  }

  #onState(state: FlowState, previous: FlowState): void {
    this.#host.requestUpdate();
    if (state.step !== previous.step) this.#onStep(state, previous);
    if (isCodeStep(state) && isNewMessage(state, previous)) this.#onSent(state.challenge);
    if (state.error && state.error.occurrence !== previous.error?.occurrence) this.#onError(state.error);
  }

  #onStep(state: FlowState, previous: FlowState): void {
    const host = this.#host;
    host.dispatchEvent(new PhoneStepChangeEvent(state.step, previous.step));
    if (screens[state.step] !== screens[previous.step]) this.#takesFocus = this.#mayTakeFocus();
    if (state.step === 'number' && previous.step !== 'sending') void host.showNumber();
    if (state.step === 'verifying') host.announce(checkingText(host.texts));
    // Begun again, there is nothing that a form of the page could submit.
    if (state.step !== 'done') return void (previous.step === 'done' && host.submits(null));
    const { outcome, phone } = state;
    host.announce(outcomeText(host.texts, outcome, host.purpose));
    if ('token' in outcome && outcome.token) host.submits(outcome.token);
    const isFollowed = host.dispatchEvent(new PhoneVerifiedEvent(outcome, phone));
    if (outcome.kind === 'redirect' && isFollowed) follow(outcome.url);
  }

  #onSent({ phone, expiresAtMs, resendAtMs }: Challenge): void {
    this.#host.announce(sentText(this.#host.texts));
    this.#host.dispatchEvent(new PhoneCodeSentEvent(phone, expiresAtMs, resendAtMs));
  }

  #warnOfExpiry({ expiresAtMs }: Challenge): void {
    const { remainingMs } = this.#expiry;
    if (this.#warnedOf === expiresAtMs || remainingMs === 0 || remainingMs > warningMs) return;
    this.#warnedOf = expiresAtMs;
    this.#host.announce(expiryText(this.#host.texts, remainingMs));
  }

  #onError(error: FlowError): void {
    const host = this.#host;
    this.#retry.countTo(error.retryAtMs, this.#signIn?.nowMs);
    host.announce(this.#errorText(error));
    host.dispatchEvent(new PhoneErrorEvent(error.code, error.retryAtMs));
    if (!this.#mayTakeFocus()) return;
    // Typing replaces a wrong code; a number or a password that was refused is there to be mended.
    void host.updateComplete.then(() => {
      if (error.about === 'code') host.codeField?.select();
      else if (/^(invalid_phone|phone_blocked|password_)/.test(error.code)) host.focus();
    });
  }

  /** The focus is moved only for who is here: not out of another field of the page. */
  #mayTakeFocus(): boolean {
    const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
    return activeElement === this.#host || document.activeElement === document.body;
  }
}

function purposeOf({ purpose }: PhoneSignIn): Purpose {
  if (isPurpose(purpose)) return purpose;
  const detail = `There is no purpose "${String(purpose)}"; "sign-in" is assumed.`;
  reportToAuthor(new PhoneError('misconfigured', { detail }));
  return 'sign-in';
}

/** What the page's author can mend goes to the console, with what to do; a person reads a sentence of its own. */
function reportToAuthor({ code, message }: PhoneError): void {
  if (message !== code) console.error(`phone-sign-in: ${message}`); // eslint-disable-line no-console -- see above
}

/** Only the web: a backend's answer must not become a script. */
function follow(url: string): void {
  const target = new URL(url, document.baseURI);
  if (/^https?:$/.test(target.protocol)) location.assign(target);
}

/** Back from the number to a code on its way, or after a failure, nothing was sent. */
function isNewMessage(state: CodeState | VerifyingState, previous: FlowState): boolean {
  if (isCodeStep(previous) && state.resent > previous.resent) return true;
  return state.step === 'code' && !state.error && !['number', 'code'].includes(previous.step);
}

function isCodeStep(state: FlowState): state is CodeState | VerifyingState {
  return state.step === 'code' || state.step === 'verifying';
}
