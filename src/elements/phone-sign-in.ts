import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Backend, Challenge } from '../backends/backend.js';
import type { FlowError, FlowState } from '../flow/state.js';
import type { ErrorFacts } from '../localization/error-texts.js';
import { numberProblemText } from '../localization/number-texts.js';
import type { CountryCode } from '../phone/countries.js';
import { loadPhoneCore } from '../phone/load.js';
import { isE164, type E164, type Purpose } from '../protocol.js';
import { Announcer } from './announcer.js';
import { Countdown } from './countdown.js';
import { countryList, oneCountry } from './country-list.js';
import {
  PhoneCodeRequestEvent,
  PhoneCodeSentEvent,
  PhoneCodeVerifyEvent,
  PhoneErrorEvent,
  PhoneStepChangeEvent,
  PhoneVerifiedEvent,
} from './events.js';
import { FlowController } from './flow-controller.js';
import { renderNumberStep, type NumberStepView } from './number-step.js';
import type { PhoneCodeField } from './phone-code-field.js';
import { keepLastCountry, readLastCountry } from './last-country.js';
import { PhoneElement } from './phone-element.js';
import type { DetectCountry, PhoneNumberField } from './phone-number-field.js';
import { signInStyles } from './phone-sign-in.styles.js';
import { tokens } from './tokens.styles.js';

/** Which steps share a screen: going from one screen to another moves the focus. */
const screens = { number: 1, sending: 1, code: 2, verifying: 2, next: 3, done: 4 };

/**
 * Phone sign-in as one tag: number, one-time code, signed in.
 *
 * @element phone-sign-in
 * @fires {PhoneStepChangeEvent} phone-step-change
 * @fires {PhoneCodeRequestEvent} phone-code-request - Cancelable, before a message is asked for.
 * @fires {PhoneCodeSentEvent} phone-code-sent
 * @fires {PhoneCodeVerifyEvent} phone-code-verify - Cancelable, before a code is checked.
 * @fires {PhoneVerifiedEvent} phone-verified - Once, at the end. Following a redirect is its cancelable default action.
 * @fires {PhoneErrorEvent} phone-error
 * @slot header - Above the heading: a logo, for example.
 * @slot legal - Under the button of the first step.
 * @slot help - Under the code.
 * @slot success - Under the heading of the last screen.
 * @slot footer - Under every step.
 * @csspart card
 * @csspart heading
 * @csspart description
 * @csspart submit
 */
export class PhoneSignIn extends PhoneElement {
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override readonly styles = [tokens, signInStyles];

  /** Where the backend answers: absolute, or relative to the page. */
  @property() endpoint = '';
  /** The name of an adapter, or an adapter. */
  @property() backend: string | Backend = 'http';
  /** What the code is for. */
  @property() purpose: Purpose = 'sign-in';
  /** The number to begin with, in any form. */
  @property() phone = '';
  /** The number cannot be changed; without `phone` it is one that only the server knows. */
  @property({ type: Boolean, attribute: 'phone-locked' }) phoneLocked = false;
  /** The country to begin with. ISO 3166-1 alpha-2. */
  @property({ attribute: 'default-country', converter: oneCountry }) defaultCountry: CountryCode | undefined;
  /** Asks who knows the country better than the browser does; an answer within two seconds counts. */
  @property({ attribute: false }) detectCountry: DetectCountry | undefined;
  /** Only these countries. */
  @property({ converter: countryList }) countries: readonly CountryCode[] = [];
  @property({ attribute: 'exclude-countries', converter: countryList })
  excludeCountries: readonly CountryCode[] = [];
  /** These first in the picker. */
  @property({ attribute: 'preferred-countries', converter: countryList })
  preferredCountries: readonly CountryCode[] = [];
  /** `possible` only warns of a number that is no valid mobile one; `mobile` refuses it. */
  @property() validation: 'possible' | 'mobile' = 'possible';
  /** `light`, `dark` or `auto` (the system's); without it the page's own. */
  @property({ reflect: true, attribute: 'color-scheme' }) colorScheme: string | undefined;
  /** Keeps nothing for a reload: for machines that people share. */
  @property({ type: Boolean, attribute: 'no-persist' }) noPersist = false;

  /** A press of the button waits for what it needs. */
  @state() private isWaiting = false;
  /** What that press needs cannot be fetched. */
  @state() private isOffline = false;
  /** The number last sent to, as it is shown. */
  @state() private shownPhone = '';
  @query('phone-number-field') private readonly numberField!: PhoneNumberField | null;
  @query('phone-code-field') private readonly codeField!: PhoneCodeField | null;
  @query('h2') private readonly heading!: HTMLElement | null;

  readonly #announcer = new Announcer(this);
  readonly #retry = new Countdown(this, () => this.#flow.signIn?.edited());
  readonly #expiry = new Countdown(this, () =>
    this.#announcer.announce(this.#describe({ code: 'code_expired' })),
  );
  readonly #flow = new FlowController(this, (state, previous) => this.#onState(state, previous));
  #takesFocus = false;
  #lastCountry: CountryCode | undefined;

  /** Where the person is; read-only. */
  get state(): FlowState {
    return this.#flow.state;
  }

  /** Asks for a code for the number in the field, as its button does. */
  async requestCode(): Promise<void> {
    if (this.state.step !== 'number' || this.isWaiting) return;
    this.isWaiting = true;
    this.isOffline = false;
    try {
      const phone = await this.#phoneToAsk();
      if (phone === undefined && !this.phoneLocked) return;
      const signIn = await this.#flow.load();
      const isWanted = this.dispatchEvent(new PhoneCodeRequestEvent(phone, this.purpose, false));
      if (isWanted) signIn.requestCode(phone);
    } catch {
      this.isOffline = true;
      this.#announcer.announce(numberProblemText(this.texts, 'offline'));
    } finally {
      this.isWaiting = false;
    }
  }

  /** Asks for the code again, as its button does. */
  resend(): void {
    const { state } = this;
    if (state.step !== 'code' || state.resend) return;
    const isWanted = this.dispatchEvent(new PhoneCodeRequestEvent(state.phone, this.purpose, true));
    if (isWanted) this.#flow.signIn?.resend();
  }

  /** Checks a code, as entering its last digit does. */
  verify(code: string): void {
    if (this.state.step !== 'code') return;
    if (this.dispatchEvent(new PhoneCodeVerifyEvent(code))) this.#flow.signIn?.verify(code);
  }

  /** Back to the number; a code on its way stays good. */
  changeNumber(): void {
    this.#flow.signIn?.changeNumber();
  }

  /** Forgets number and code. */
  reset(): void {
    this.#flow.signIn?.reset();
    this.shownPhone = '';
    if (this.numberField) this.numberField.value = '';
  }

  override focus(options?: FocusOptions): void {
    const target = this.codeField ?? this.numberField ?? this.heading;
    // A field that is new on the screen has nothing to focus before its own first render.
    if (target instanceof PhoneElement) void target.updateComplete.then(() => target.focus(options));
    else target?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#restore();
  }

  protected override async scheduleUpdate(): Promise<unknown> {
    // A reload in a later step comes back to it, with no other step in between.
    if (!this.hasUpdated && this.#flow.isKept) await this.#flow.load().catch(() => undefined);
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const isOther = ['endpoint', 'backend', 'purpose', 'noPersist'].some(name => changed.has(name));
    if (isOther && this.hasUpdated) {
      this.#flow.restart();
      if (this.#flow.isKept) this.#flow.load().catch(() => undefined);
    }
    if (changed.has('phone') && this.hasUpdated) void this.#restore();
    const { state } = this;
    this.#retry.deadlineMs = state.error?.retryAtMs;
    this.#expiry.deadlineMs = 'challenge' in state ? state.challenge.expiresAtMs : undefined;
  }

  protected override updated(): void {
    const isReady = !('challenge' in this.state) || this.codeField !== null;
    if (!this.#takesFocus || !isReady) return;
    this.#takesFocus = false;
    this.focus();
  }

  protected override render() {
    return html`
      <section
        class="card"
        part="card"
        lang=${this.texts.locale}
        dir=${this.texts.direction}
        @focusin=${this.#prepare}
      >
        <slot name="header"></slot>
        ${this.#renderStep(this.state)}
        <slot name="footer"></slot>
        <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      </section>
    `;
  }

  #renderStep(state: FlowState) {
    const { later } = this.#flow;
    if (state.step === 'number' || state.step === 'sending' || !later) return this.#renderNumberStep(state);
    if (state.step === 'done') return later.renderDone(this.texts, state, this.shownPhone);
    if (state.step === 'next') return nothing;
    const isResendError = state.error?.about === 'resend';
    return later.renderCodeStep({
      texts: this.texts,
      state,
      shownPhone: this.shownPhone || state.phone || state.challenge.maskedPhone || '',
      codeError: isResendError ? '' : this.#errorText(state.error),
      resendError: isResendError ? this.#errorText(state.error) : '',
      expiresInMs: this.#expiry.remainingMs,
      verify: code => this.verify(code),
      retry: () => this.verify(this.codeField?.value ?? ''),
      resend: () => this.resend(),
      changeNumber: () => this.changeNumber(),
      edited: () => this.#flow.signIn?.edited(),
    });
  }

  #renderNumberStep({ step, error }: FlowState) {
    const { numberField } = this;
    return renderNumberStep({
      texts: this.texts,
      purpose: this.purpose,
      isSending: step === 'sending' || this.isWaiting,
      error: this.isOffline ? numberProblemText(this.texts, 'offline') : this.#errorText(error),
      isLocked: this.phoneLocked,
      shownPhone: this.phoneLocked ? this.shownPhone : (numberField?.international ?? ''),
      isWarning: numberField?.isWarning ?? false,
      field: this.#fieldSettings(),
      submit: event => {
        event.preventDefault();
        void this.requestCode();
      },
      edited: () => {
        this.isOffline = false;
        this.#flow.signIn?.edited();
      },
      numberChanged: () => this.requestUpdate(),
    });
  }

  #fieldSettings(): NumberStepView['field'] {
    const { countries, excludeCountries, preferredCountries, validation, detectCountry } = this;
    this.#lastCountry ??= this.noPersist ? undefined : readLastCountry();
    const defaultCountry = this.defaultCountry ?? this.#lastCountry;
    return { defaultCountry, countries, excludeCountries, preferredCountries, validation, detectCountry };
  }

  #errorText(error: FlowError | undefined): string {
    if (!error) return '';
    const { code, retryAtMs, attemptsLeft } = error;
    const retryInMs = retryAtMs && this.#retry.remainingMs;
    // The wait is over, and with it what was wrong.
    return retryInMs === 0 ? '' : this.#describe({ code, attemptsLeft, retryInMs });
  }

  #describe(facts: ErrorFacts): string {
    return this.#flow.later?.errorText(this.texts, facts) ?? '';
  }

  /** Shows the number that a reload kept, or the one to begin with. */
  async #restore(): Promise<void> {
    await this.updateComplete;
    const number = this.state.phone ?? this.phone;
    if (!number) return;
    if (this.numberField && !this.numberField.value) this.numberField.value = number;
    if (!isE164(number)) return;
    this.shownPhone = number;
    try {
      const core = await loadPhoneCore();
      await core.loadMetadata(number, undefined);
      this.shownPhone = core.formatInternational(number);
    } catch {
      // Unformatted, then.
    }
  }

  async #phoneToAsk(): Promise<E164 | undefined> {
    if (this.phoneLocked) return isE164(this.phone) ? this.phone : undefined;
    const phone = await this.numberField?.check();
    if (!phone) return undefined;
    const { international = phone, country } = this.numberField ?? {};
    this.shownPhone = international;
    if (country && !this.noPersist) keepLastCountry(country);
    return phone;
  }

  #prepare(): void {
    this.#flow.prepare();
  }

  #onState(state: FlowState, previous: FlowState): void {
    this.requestUpdate();
    if (state.step !== previous.step) this.#onStep(state, previous);
    const isResent = 'resent' in state && 'resent' in previous && state.resent > previous.resent;
    if ('challenge' in state && (isResent || previous.step === 'sending')) this.#onSent(state.challenge);
    if (state.error && state.error.occurrence !== previous.error?.occurrence) this.#onError(state.error);
  }

  #onStep(state: FlowState, previous: FlowState): void {
    this.dispatchEvent(new PhoneStepChangeEvent(state.step, previous.step));
    if (screens[state.step] !== screens[previous.step]) this.#takesFocus = this.#mayTakeFocus();
    if (state.step === 'number' && previous.step !== 'sending') void this.#restore();
    if (state.step === 'verifying')
      this.#announcer.announce(this.#flow.later?.checkingText(this.texts) ?? '');
    if (state.step !== 'done') return;
    const { outcome, phone } = state;
    this.#announcer.announce(this.#flow.later?.doneText(this.texts, outcome.kind === 'session') ?? '');
    const isFollowed = this.dispatchEvent(new PhoneVerifiedEvent(outcome, phone));
    if (outcome.kind === 'redirect' && isFollowed) follow(outcome.url);
  }

  #onSent({ phone, expiresAtMs, resendAtMs }: Challenge): void {
    this.#announcer.announce(
      this.texts.msg('We have texted you a code.', {
        id: 'sent',
        desc: 'Announced to screen readers when a message was sent. Up to 60 characters.',
      }),
    );
    this.dispatchEvent(new PhoneCodeSentEvent(phone, expiresAtMs, resendAtMs));
  }

  #onError(error: FlowError): void {
    this.#retry.deadlineMs = error.retryAtMs;
    this.#announcer.announce(this.#errorText(error));
    this.dispatchEvent(new PhoneErrorEvent(error.code, error.retryAtMs));
    if (!this.#mayTakeFocus()) return;
    // Typing replaces a wrong code; a number that was refused is there to be mended.
    void this.updateComplete.then(() => {
      if (error.about === 'code') this.codeField?.select();
      else if (error.code === 'invalid_phone' || error.code === 'phone_blocked') this.numberField?.focus();
    });
  }

  /** The focus is moved only for who is here: not out of another field of the page. */
  #mayTakeFocus(): boolean {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    return activeElement === this || document.activeElement === document.body;
  }
}

/** Only the web: a backend's answer must not become a script. */
function follow(url: string): void {
  const target = new URL(url, document.baseURI);
  if (/^https?:$/.test(target.protocol)) location.assign(target);
}
