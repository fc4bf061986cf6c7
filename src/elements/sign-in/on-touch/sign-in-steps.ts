/**
 * The flow of a `<phone-sign-in>` with the screens behind the first one: fetched when a person touches the element, or
 * when a reload kept a step. What the flow says becomes screens, announcements, focus and events here.
 */
import type { ReactiveController, TemplateResult } from 'lit';
import type { Next } from '../../../backends/backend.js';
import type { Channel } from '../../../channels.js';
import type { SignIn } from '../../../flow/sign-in.js';
import {
  initialState,
  type CodeState,
  type FlowError,
  type FlowState,
  type NextState,
  type VerifyingState,
} from '../../../flow/state.js';
import { isE164, type E164 } from '../../../protocol.js';
import {
  PhoneCodeRequestEvent,
  PhoneCodeSentEvent,
  PhoneCodeVerifyEvent,
  PhoneErrorEvent,
  PhoneStepChangeEvent,
  PhoneVerifiedEvent,
} from '../events.js';
import type { SignInHost } from '../host.js';
import { sendingText, type NumberStepView } from '../number-step.js';
import { AskedStep } from './asked-step.js';
import { checkingText, renderCodeStep } from './code-step.js';
import { Deadlines, isCodeStep, isNewMessage } from './deadlines.js';
import { follow, outcomeText, renderDone } from './end-screens.js';
import { enteredPhone, hasConsent, renderCancel, renderSendAnyway } from './number-submit.js';
import { OtherChannels } from './other-channels.js';
import { PasswordStep } from './password-step.js';
import { laterStyles } from './sign-in-steps.styles.js';
import { startFlow } from './start-flow.js';
import { StepFocus } from './step-focus.js';

export class SignInSteps implements ReactiveController {
  readonly #host: SignInHost;
  readonly #deadlines: Deadlines;
  readonly #focus: StepFocus;
  readonly #asked: AskedStep;
  readonly #password: PasswordStep;
  readonly #other: OtherChannels;
  #signIn: SignIn | undefined;
  #isStyled = false;

  constructor(host: SignInHost) {
    this.#host = host;
    this.#focus = new StepFocus(host);
    this.#asked = new AskedStep(host);
    this.#password = new PasswordStep(host);
    this.#other = new OtherChannels(host, this);
    this.#deadlines = new Deadlines(host, () => this.#signIn?.edited());
    host.addController(this);
  }

  get state(): FlowState {
    return this.#signIn?.state ?? initialState();
  }

  /** What takes the focus on this screen. */
  get focusable(): Pick<HTMLElement, 'focus'> | null {
    return this.#focus.target;
  }

  /** The flow; it begins with the element's settings of now, at the step that was kept. */
  begin(): SignIn {
    if (this.#signIn) return this.#signIn;
    const signIn = startFlow(this.#host);
    this.#signIn = signIn;
    let previous = signIn.state;
    this.#asked.prepare(previous);
    this.#password.begin(signIn);
    signIn.subscribe(state => {
      const before = previous;
      previous = state;
      this.#asked.prepare(state);
      this.#password.follow(state);
      this.#onState(state, before);
    });
    this.#host.requestUpdate();
    return signIn;
  }

  /** The person has touched the element: what will be needed is fetched. */
  prepare(): void {
    this.begin();
    void this.#password.prepare();
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

  get channels(): readonly Channel[] {
    return this.#signIn?.channels ?? [];
  }

  get renewsInMs(): number {
    return this.#deadlines.renewsInMs;
  }

  /** Asks for a code for the number in the field, if it may be sent to. `isInsisting`: in spite of a warning. */
  async submit(isInsisting: boolean, channel?: Channel): Promise<void> {
    const host = this.#host;
    const { asked } = this;
    if ((this.state.step !== 'number' && !asked) || !hasConsent(host)) return;
    const isKnown = asked ? asked.kind === 'send-code' : host.phoneLocked;
    const given = !asked && isE164(host.phone) ? host.phone : undefined;
    const { numberField } = host;
    // What may be a landline is called one where it can be called, and gets what the server can send there.
    const isNoMobile = numberField?.value && !numberField.textable;
    if (isNoMobile) await this.#password.prepare();
    const isLandline = isNoMobile && this.channels.includes('voice');
    if (isLandline) await this.#other.load();
    const phone = isKnown ? given : await enteredPhone(host, isInsisting);
    if (!asked && phone && !channel && (await this.#password.comesFirst())) this.begin().usePassword(phone);
    else if (phone ?? isKnown)
      this.#requestCode(phone, isLandline ? channel : (channel ?? this.#other.ofPage));
  }

  #requestCode(phone: E164 | undefined, channel: Channel | undefined): void {
    const { asked } = this;
    const purpose = asked?.kind === 'new-phone' ? asked.purpose : this.#host.purpose;
    if (!this.#host.dispatchEvent(new PhoneCodeRequestEvent(phone, purpose, false, channel))) return;
    if (!asked) this.begin().requestCode(phone, undefined, channel);
    else this.begin().continueWith(phone ? { kind: 'phone', phone } : { kind: 'confirm' });
  }

  resend(channel?: Channel): void {
    const { state } = this;
    if (state.step !== 'code' || state.resend) return;
    const { purpose, channel: last } = state.challenge;
    const event = new PhoneCodeRequestEvent(state.phone, purpose, true, channel ?? last);
    if (this.#host.dispatchEvent(event)) this.#signIn?.resend(channel);
  }

  verify(code: string): void {
    if (this.state.step !== 'code') return;
    if (this.#host.dispatchEvent(new PhoneCodeVerifyEvent(code))) this.#signIn?.verify(code);
  }

  skip(): void {
    if (this.asked) this.begin().continueWith({ kind: 'skip' });
    else this.begin().skip();
  }

  hostUpdate(): void {
    const { shadowRoot } = this.#host;
    if (!this.#isStyled && shadowRoot) shadowRoot.adoptedStyleSheets.push(laterStyles.styleSheet!);
    this.#isStyled = true;
    this.#deadlines.count(this.state, this.#signIn?.nowMs);
    void this.#other.follow();
  }

  hostUpdated(): void {
    const { state } = this;
    if (isCodeStep(state)) this.#deadlines.warnOfExpiry(state);
    this.#focus.settle(state);
  }

  render(): TemplateResult {
    const { state } = this;
    const { codeField, headingLevel, texts, purpose, phone, phoneLocked } = this.#host;
    const shownPhone = this.#host.inWriting(state.phone);
    if (state.step === 'done')
      return renderDone(outcomeText(texts, state.outcome, purpose), headingLevel, shownPhone);
    if (state.step === 'next') return this.#renderNext(state);
    if (state.step === 'password')
      return this.#password.render(state, this.#deadlines.errorText(state.error));
    if (!isCodeStep(state)) return this.#renderNumber(state);
    // What the page says of a number that only the backend knows.
    const masked = phoneLocked && !state.asked ? phone : '';
    const shown = shownPhone || (state.challenge.maskedPhone ?? masked);
    return renderCodeStep({
      texts,
      state,
      headingLevel,
      isWhole: codeField?.value.length === state.challenge.codeLength,
      isOver: this.#deadlines.isOver(state),
      shownPhone: shown,
      codeError: this.#deadlines.codeErrorText(state),
      resendError: state.error?.about === 'resend' ? this.#deadlines.errorText(state.error) : '',
      expiresInMs: this.#deadlines.expiresInMs,
      nowMs: this.#signIn?.nowMs,
      verify: code => this.verify(code),
      press: () => this.#press(),
      retry: () => this.#retryCode(),
      resend: () => this.resend(),
      changeNumber: () => this.#signIn?.changeNumber(),
      otherWay: [this.#other.renderLadder(shown), this.#password.renderWayBack(state)],
      edited: () => {
        this.#signIn?.edited();
        // Whether the code is whole shows in the button.
        void this.#host.requestUpdate();
      },
    });
  }

  #press(): void {
    const { codeField } = this.#host;
    codeField?.focus();
    codeField?.press();
  }

  #retryCode(): void {
    const { codeField } = this.#host;
    // The link goes away with the focus on it.
    codeField?.focus();
    this.verify(codeField?.value ?? '');
  }

  #renderNumber(state: FlowState, own?: Partial<NumberStepView>): TemplateResult {
    const host = this.#host;
    const isSending = host.isWaiting || ('awaiting' in state && state.awaiting !== undefined);
    const error = this.#deadlines.errorText(state.error);
    const mayInsist = host.numberField?.isWarning && !isSending;
    const cancel = () => this.#signIn?.changeNumber();
    const action =
      state.step === 'sending'
        ? renderCancel(host.texts, cancel)
        : mayInsist && this.#other.renderLandline(renderSendAnyway(host.texts));
    return host.renderNumber({
      isSending,
      isPasswordNext: !own && this.#password.isFirst,
      ...(host.isOffline ? {} : { error }),
      ...(action ? { action } : {}),
      ...own,
    });
  }

  #renderNext(state: NextState): TemplateResult {
    const error = this.#deadlines.errorText(state.error);
    return this.#asked.render(state, this.begin(), error, own => this.#renderNumber(state, own));
  }

  #onState(state: FlowState, previous: FlowState): void {
    this.#host.requestUpdate();
    if (state.step !== previous.step) this.#onStep(state, previous);
    if (isCodeStep(state) && isNewMessage(state, previous)) this.#onSent(state);
    if (state.error && state.error.occurrence !== previous.error?.occurrence) void this.#onError(state.error);
  }

  #onStep(state: FlowState, previous: FlowState): void {
    const host = this.#host;
    host.dispatchEvent(new PhoneStepChangeEvent(state.step, previous.step));
    this.#focus.follow(state, previous);
    if (state.step === 'number' && previous.step !== 'sending') void host.showNumber();
    if (state.step === 'sending') host.announce(sendingText(host.texts));
    if (state.step === 'verifying') host.announce(checkingText(host.texts));
    // Begun again, there is nothing that a form of the page could submit.
    if (state.step !== 'done') return void (previous.step === 'done' && host.setToken(null));
    const { outcome, phone } = state;
    // Orca says nothing of a focus that comes from a screen that is gone.
    host.announce(outcomeText(host.texts, outcome, host.purpose));
    if ('token' in outcome && outcome.token) host.setToken(outcome.token);
    const isFollowed = host.dispatchEvent(new PhoneVerifiedEvent(outcome, phone));
    if (outcome.kind === 'redirect' && isFollowed) follow(outcome.url);
  }

  #onSent({ step, resent, challenge }: CodeState | VerifyingState): void {
    const { phone, expiresAtMs, resendAtMs, channel, isUncertain } = challenge;
    const { codeField } = this.#host;
    const isNext = resent > 0 && step === 'code';
    // What was entered is of an older message, and the newest is to be entered next.
    if (isNext && codeField) codeField.value = '';
    // A field that gets the focus is read, and with it that there is a newer message.
    if (isNext && this.#focus.isHere && !this.#focus.isInField) codeField?.focus();
    else void this.#other.announceSent(resent, isUncertain);
    this.#host.dispatchEvent(new PhoneCodeSentEvent(phone, expiresAtMs, resendAtMs, channel));
  }

  async #onError(error: FlowError): Promise<void> {
    const host = this.#host;
    host.dispatchEvent(new PhoneErrorEvent(error.code, error.retryAtMs));
    this.#deadlines.count(this.state, this.#signIn?.nowMs);
    await this.#deadlines.learn(error);
    if (this.state.error !== error) return;
    // A number or a password that was refused is there to be mended.
    const isRefused = /^(invalid_phone|phone_|password_|credentials_)/.test(error.code);
    const moves = isRefused && this.#focus.isHere && !this.#focus.isInField;
    // A field that gets the focus is read, and the error with it.
    if (!moves) host.announce(this.#deadlines.errorText(error));
    await host.updateComplete;
    if (moves) host.focus();
    // Typing replaces a wrong code.
    else if (error.about === 'code' && this.#focus.isHere) host.codeField?.select();
  }
}
