import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Channel } from '../../channels.js';
import { initialState, type FlowState } from '../../flow/state.js';
import { offlineText } from '../../localization/first-texts.js';
import { headingText } from '../../localization/purpose-texts.js';
import type { CountryCode } from '../../phone/countries.js';
import { Announcer } from '../shared/announcer.js';
import { tokens } from '../shared/tokens.styles.js';
import { hasKeptStep } from './kept-step.js';
import { readLastCountry } from './last-country.js';
import { LaterSteps } from './load-steps.js';
import { renderNumberStep, type NumberStepView } from './number-step.js';
import type { SignInSteps } from './on-touch/index.js';
import { signInStyles } from './phone-sign-in.styles.js';
import { SignInSettings } from './sign-in-settings.js';
import { WrittenNumbers } from './written-numbers.js';

/** What a flow is begun with: another of these begins another. */
const restarting = ['endpoint', 'backend', 'backendOptions', 'codeLength', 'purpose', 'noPersist'];

/**
 * Phone sign-in as one tag: number, one-time code, signed in.
 *
 * @element phone-sign-in
 * @fires {PhoneStepChangeEvent} phone-step-change - The person is at another step.
 * @fires {PhoneCodeRequestEvent} phone-code-request - Cancelable, before a message is asked for.
 * @fires {PhoneCodeSentEvent} phone-code-sent - A message is on its way. Times are epoch milliseconds.
 * @fires {PhoneCodeVerifyEvent} phone-code-verify - Cancelable, before a code is checked.
 * @fires {PhoneVerifiedEvent} phone-verified - Once, at the end. Following a redirect is its cancelable default action.
 * @fires {PhoneErrorEvent} phone-error - Something went wrong and the person has been told.
 * @slot header - Above the heading: a logo, for example.
 * @slot legal - Under the button of the first step. A required checkbox in it must be checked before a message is sent.
 * @slot captcha - A captcha that the page renders, under the step.
 * @slot help - Under the code.
 * @slot success - Under the heading of the last screen.
 * @slot footer - Under every step.
 * @csspart card - The surface around every step.
 * @csspart heading - The heading of each step.
 * @csspart panel - What is under heading and description: for a card that leaves these out.
 * @csspart description - The line under it.
 * @csspart submit - The button of a step.
 * @csspart skip - "Not now", where a step can be skipped.
 * @csspart change-number - The link back to the number.
 * @csspart number-field - The whole `<phone-number-field>`.
 * @csspart number-label - The label of the number.
 * @csspart box - What looks like the number's field: country and number.
 * @csspart input - The input of the number.
 * @csspart number-message - The hint, the warning or the error under the number.
 * @csspart number-hint - The same, while it is no error.
 * @csspart number-error - The same, while it is one.
 * @csspart country-button - The button with flag and calling code.
 * @csspart country-popup - The list of countries with its search.
 * @csspart country-search - The search over the list.
 * @csspart country-option - One country of the list.
 * @csspart code-field - The whole `<phone-code-field>`.
 * @csspart code-label - The label of the code.
 * @csspart slots - The row of painted slots.
 * @csspart slot - One of them.
 * @csspart slot-filled - One with a digit.
 * @csspart slot-active - The one where the next digit goes.
 * @csspart slot-first - The first one.
 * @csspart slot-last - The last one.
 * @csspart code-message - The hint or the error under the code.
 * @csspart code-hint - The same, while it is no error.
 * @csspart code-error - The same, while it is one.
 * @csspart resend - The whole `<phone-resend-button>`.
 * @csspart resend-button - The button in it.
 * @csspart other-channel - Under it, a link that asks for the code by another channel.
 * @csspart password-field - The new password, where a backend asks for one.
 */
export class PhoneSignIn extends SignInSettings {
  static override readonly styles = [tokens, signInStyles];
  static override readonly properties: PropertyDeclarations = {
    isWaiting: { state: true },
    isOffline: { state: true },
  };

  /** @internal */
  isWaiting = false;
  /** @internal */
  isOffline = false;

  readonly #announcer = new Announcer(this);
  readonly #later = new LaterSteps(this);
  #token = '';
  #lastCountry: CountryCode | undefined;
  /** The person has typed: the page's number comes too late. */
  #isTouched = false;
  readonly #written = new WrittenNumbers(this);

  /** Where the person is: the step with what belongs to it, times in epoch milliseconds. Read-only. */
  get state(): FlowState {
    return this.#later.steps?.state ?? initialState();
  }

  /**
   * Asks for a code for the number in the field, as its button does. Resolves when the request is on its way, or the person
   * knows why not: `state` and events tell what comes of it. Rejects with what a listener of the page throws.
   */
  requestCode(): Promise<void> {
    return this.#act(steps => steps.submit(false));
  }

  /**
   * Asks for the code again, as its button does: at the step `code`, not before `resendAtMs`. Else it does nothing.
   * `channel`: one of `state.challenge.channels`; without it as the code came before.
   */
  resend(channel?: Channel): void {
    this.#later.steps?.resend(channel);
  }

  /** Checks a code, as entering its last digit does: at the step `code`; else it does nothing. `code`: ASCII digits. */
  verify(code: string): void {
    this.#later.steps?.verify(code);
  }

  /** Goes on without a number, as the link of a `skippable` step does. Resolves as `requestCode` does. */
  skip(): Promise<void> {
    return this.#act(steps => steps.skip());
  }

  /** Back to the number; a code on its way stays good. Does nothing at the end. */
  changeNumber(): void {
    this.#later.steps?.begin().changeNumber();
  }

  /** Forgets number, code and token: the step is `number` again. */
  reset(): void {
    this.#later.steps?.begin().reset();
    this.#isTouched = false;
    if (this.numberField) this.numberField.value = '';
    this.setToken('');
  }

  override formResetCallback(): void {
    this.reset();
  }

  /** The step comes back by itself, and a token does not. */
  override formStateRestoreCallback(): void {}

  /** What a form submits: the proof, or the session's token. Empty until the number is confirmed. */
  get value(): string {
    return this.#token;
  }

  /** Focuses what is to be entered, or the heading where nothing is. */
  override focus(options?: FocusOptions): void {
    if (!this.hasUpdated) void this.updateComplete.then(() => this.focus(options));
    (this.#later.steps?.focusable ?? this.numberField ?? this.heading)?.focus(options);
  }

  constructor() {
    super();
    // A label's click leads to the element itself.
    this.addEventListener('click', event => event.composedPath()[0] === this && this.focus());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.showNumber();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // By then it is there again, if it was only moved.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#later.end();
    });
  }

  protected override async scheduleUpdate(): Promise<unknown> {
    // A reload in a later step comes back to it, with no other step in between.
    if (!this.hasUpdated && hasKeptStep(this)) await this.#later.load().catch(() => undefined);
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (restarting.some(name => changed.has(name))) {
      if (this.hasUpdated) this.#later.end();
      // What a page had set before this script came is known from here on.
      if (hasKeptStep(this)) this.#later.load().catch(() => undefined);
    }
    if (this.hasUpdated && changed.has('phone')) void this.showNumber();
  }

  protected override updated(): void {
    const isMissing = this.required && this.state.step !== 'done';
    const message = isMissing ? headingText(this.texts, this.purpose) : '';
    this.judge({ valueMissing: isMissing }, message);
    const { step, error } = this.state;
    const isBusy = this.isWaiting || ('awaiting' in this.state && this.state.awaiting !== undefined);
    this.mark(step, isBusy && 'busy', error !== undefined && 'invalid');
  }

  protected override render(): TemplateResult {
    return html`<section
      class="card"
      part="card"
      lang=${this.texts.locale}
      dir=${this.texts.direction}
      @focusin=${() => this.#later.prepare()}
    >
      <slot name="header"></slot>
      <fieldset ?disabled=${this.isDisabled}>${this.#later.steps?.render() ?? this.renderNumber()}</fieldset>
      <slot name="captcha" ?hidden=${this.state.step === 'done'}></slot>
      <slot name="footer"></slot>
      <div class="visually-hidden" role="status" .textContent=${this.#announcer.text}></div>
    </section>`;
  }

  /** @internal */
  renderNumber(later?: Partial<NumberStepView>): TemplateResult {
    const { numberField, texts, phoneLocked, defaultCountry } = this;
    const entered = numberField?.textable ?? '';
    // The first look into a storage takes milliseconds, before the first picture.
    if (!defaultCountry && !this.noPersist) this.#lastCountry ??= readLastCountry();
    const last = this.#lastCountry;
    return renderNumberStep({
      texts,
      purpose: this.purpose,
      isSending: this.isWaiting,
      error: this.isOffline ? offlineText(texts) : '',
      isLocked: phoneLocked,
      shownPhone: phoneLocked ? this.inWriting(this.#number) : entered,
      settings: this,
      country: defaultCountry ?? (last && this.isAllowed(last) ? last : undefined),
      skip: this.skippable ? () => void this.skip() : undefined,
      submit: event => {
        event.preventDefault();
        // "Send anyway", which goes away with the focus on it.
        const isInsisting = Boolean((event as SubmitEvent).submitter?.slot);
        if (isInsisting) numberField?.focus();
        void this.#act(steps => steps.submit(isInsisting));
      },
      edited: () => {
        this.#isTouched = true;
        this.isOffline = false;
        this.#later.steps?.begin().edited();
      },
      numberChanged: () => {
        // Most keys change nothing here: the number is not whole yet.
        if (this.numberField?.textable !== entered) this.requestUpdate();
      },
      ...later,
    });
  }

  /** @internal */
  announce(text: string): void {
    this.#announcer.announce(text);
  }

  /** @internal */
  setToken(token: string | null): void {
    this.#token = token ?? '';
    this.internals.setFormValue(token || null);
  }

  /** The number that a reload kept or that was sent to, or the one to begin with. */
  get #number(): string {
    return this.state.phone ?? this.phone;
  }

  /** @internal */
  async showNumber(): Promise<void> {
    await this.updateComplete;
    const { numberField } = this;
    // Another number is asked for there, not the one that was proved.
    if (!this.#number || this.state.step === 'next' || !numberField) return;
    if (!this.#isTouched || numberField.isEmpty) numberField.value = this.#number;
  }

  /** @internal */
  inWriting(number: string | undefined): string {
    return this.#written.of(number);
  }

  /** Does what takes the flow. The person is told where that cannot be fetched. */
  async #act(act: (steps: SignInSteps) => void | Promise<void>): Promise<void> {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.isOffline = false;
    try {
      await act(await this.#later.load());
    } catch (error) {
      // What goes wrong once that is here is the page's or ours: for the console, and not "Can't connect".
      if (this.#later.steps) throw error;
      this.isOffline = true;
      this.announce(offlineText(this.texts));
    } finally {
      this.isWaiting = false;
    }
  }
}
