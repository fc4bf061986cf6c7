import { html, nothing, type PropertyDeclarations } from 'lit';
import { missingNumberText, offlineText } from '../localization/first-texts.js';
import type { NumberProblem, TextChange } from '../phone/core.js';
import type { CountryCode } from '../phone/countries.js';
import { toAscii } from '../phone/digits.js';
import type { E164 } from '../protocol.js';
import { Announcer } from './announcer.js';
import { oneCountry } from './country-list.js';
import { PhoneNumberChangeEvent } from './events.js';
import { warningIcon } from './icons.js';
import { NumberEntry } from './number-entry.js';
import { NumberSettings } from './number-settings.js';
import type { PhoneCountryPicker } from './phone-country-picker.js';
import { numberFieldStyles } from './phone-number-field.styles.js';
import { tokens } from './tokens.styles.js';

/** What the lazy part of the field works on. */
export interface NumberFieldParts {
  field: PhoneNumberField;
  entry: NumberEntry;
  announcer: Announcer;
  isAllowed: (country: CountryCode) => boolean;
}

/**
 * Phone number entry in any form a person knows, with its country. Part of a form under its `name`, as E.164.
 *
 * @element phone-number-field
 * @fires {PhoneNumberChangeEvent} phone-number-change - The value or the country changed.
 * @fires input - The text changed.
 * @fires change - The field was left with another text.
 * @slot action - Behind the message under the field.
 * @csspart label - The label over the field.
 * @csspart box - What looks like the field: country and number.
 * @csspart input - The input.
 * @csspart message - The hint, the warning or the error under the field.
 * @csspart country-button - The button with flag and calling code.
 * @csspart country-popup - The list of countries with its search.
 * @csspart country-option - One country of the list.
 */
export class PhoneNumberField extends NumberSettings {
  static readonly formAssociated = true;
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override readonly styles = [tokens, numberFieldStyles];
  static override readonly properties: PropertyDeclarations = {
    name: { reflect: true },
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    label: {},
    hint: { attribute: false },
    error: {},
    busy: { type: Boolean },
    problem: { state: true },
    isShaking: { state: true },
    value: { noAccessor: true },
    country: { noAccessor: true, converter: oneCountry },
  };

  /** Under this name the value is part of a form. */
  name = '';
  /** A form is not submitted without a number. */
  required = false;
  /** Cannot be changed, and is no part of a form. */
  disabled = false;
  /** Instead of "Phone number". */
  label = '';
  /** Under the field, where there is no error: text, or a template of Lit's. */
  hint: unknown;
  /** An error from outside, in words. */
  error = '';
  /** What was entered is on its way: it can be read, not changed. */
  busy = false;

  /** @internal A key was refused. */
  isShaking = false;
  /** @internal The number that the person has been told does not look like a mobile one. */
  warnedOf = '';

  private problem: NumberProblem | 'missing' | 'offline' | undefined;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  readonly #entry = new NumberEntry(
    this,
    () => ({ validation: this.validation, isAllowed: this.#isAllowed }),
    core => void core.guessCountryOf(this.#parts),
  );
  #announced: { value: string; country: CountryCode | undefined } = { value: '', country: undefined };
  /** What the form's owner is told of the value, in words. */
  #complaint: string | undefined;
  #isTyping = false;
  #textOnFocus = '';

  /** E.164 once the number is possible, else empty. Takes a number in any form. */
  get value(): E164 | '' {
    return this.#entry.reading?.e164 ?? '';
  }

  set value(value: string) {
    if (value && value === this.value) return;
    this.#entry.edit({ text: value, caret: value.length });
  }

  /** The country shown: the number's own, or the chosen one. */
  get country(): CountryCode | undefined {
    return this.#entry.country;
  }

  set country(country: CountryCode | undefined) {
    if (country) this.#entry.chooseCountry(country);
  }

  /** The number as a person would be told it ("+44 7400 123456"); empty until it is possible. */
  get international(): string {
    return this.#entry.reading?.international ?? '';
  }

  /** Focuses the number; `delegatesFocus` alone would take the country, which comes first. */
  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  formResetCallback(): void {
    this.value = '';
    this.problem = undefined;
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.disabled = isDisabled;
  }

  /**
   * The number, if it may be sent to. Else says under the field what is wrong, moves the focus there and answers
   * `undefined`; so it does once for a number that only looks wrong, and lets it pass the second time.
   */
  async check(): Promise<E164 | undefined> {
    try {
      return (await this.#entry.ready()).checkNumber(this.#parts);
    } catch {
      this.complain('offline', offlineText(this.texts));
      return undefined;
    }
  }

  /** Whether the person has been told that this number does not look like a mobile one. */
  get isWarning(): boolean {
    return this.warnedOf !== '' && this.warnedOf === this.value && !this.problem && !this.error;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const [only, ...others] = this.countries;
    const first = this.defaultCountry ?? (others.length === 0 ? only : undefined);
    if (first && !this.#entry.country) this.#entry.chooseCountry(first);
    if (['countries', 'excludeCountries', 'validation'].some(name => changed.has(name))) this.#entry.reread();
  }

  protected override firstUpdated(): void {
    this.picker.anchor = this.shadowRoot!.querySelector('.box')!;
    this.#internals.setFormValue(this.value);
  }

  protected override async scheduleUpdate(): Promise<unknown> {
    // A key shows in the input at once; what is said of the number under it can be drawn a frame later.
    if (this.#isTyping) await nextPaint();
    this.#isTyping = false;
    return super.scheduleUpdate();
  }

  protected override updated(): void {
    this.#paint();
    this.#publish();
  }

  /** Tells the form and the page what the number is now. */
  #publish(): void {
    const { value, country } = this;
    this.#validate();
    if (value === this.#announced.value && country === this.#announced.country) return;
    this.#announced = { value, country };
    this.#internals.setFormValue(value);
    this.dispatchEvent(new PhoneNumberChangeEvent(value, country));
  }

  private get input(): HTMLInputElement {
    return this.shadowRoot!.querySelector('input')!;
  }

  private get picker(): PhoneCountryPicker {
    return this.shadowRoot!.querySelector('phone-country-picker')!;
  }

  protected override render() {
    const { texts, isWarning } = this;
    const error = this.error || this.#problemText();
    const isBad = error !== '';
    const message = error || (isWarning ? this.#said('not-mobile') : this.#hintText());
    return html`
      <div class="root" lang=${texts.locale} dir=${texts.direction}>
        <label for="number" part="label">${this.label || this.#defaultLabel()}</label>
        <div
          class="box ${isBad ? 'bad' : ''} ${this.isShaking ? 'shake' : ''}"
          part="box"
          @animationend=${() => (this.isShaking = false)}
        >
          <phone-country-picker
            exportparts="button: country-button, popup: country-popup, option: country-option"
            .texts=${texts}
            .value=${this.country}
            .codeless=${toAscii(this.#entry.text).startsWith('+')}
            .isAllowed=${this.#isAllowed}
            .preferredCountries=${this.preferredCountries}
            .disabled=${this.disabled || this.busy}
            @change=${this.#onCountryChange}
          ></phone-country-picker>
          <input
            id="number"
            part="input"
            type="tel"
            autocomplete="tel"
            enterkeyhint="go"
            placeholder=${this.#entry.example}
            aria-describedby="message"
            aria-invalid=${isBad ? 'true' : 'false'}
            ?required=${this.required}
            ?disabled=${this.disabled}
            ?readonly=${this.busy}
            @beforeinput=${this.#onBeforeInput}
            @input=${this.#onInput}
            @compositionend=${this.#onInput}
            @focus=${() => (this.#textOnFocus = this.#entry.text)}
            @blur=${this.#onBlur}
            @keydown=${this.#onKeydown}
            @keyup=${() => this.#entry.moveCaret(this.input.selectionStart ?? 0)}
          />
        </div>
        <div class="message ${isBad ? 'bad' : isWarning ? 'warning' : ''}" id="message" part="message">
          ${isBad || isWarning ? warningIcon : nothing}<span>${message} <slot name="action"></slot></span>
        </div>
        <div class="visually-hidden" role="alert">${this.#announcer.text}</div>
      </div>
    `;
  }

  get #parts(): NumberFieldParts {
    return { field: this, entry: this.#entry, announcer: this.#announcer, isAllowed: this.#isAllowed };
  }

  readonly #isAllowed = (country: CountryCode): boolean =>
    (this.countries.length === 0 || this.countries.includes(country)) &&
    !this.excludeCountries.includes(country);

  #defaultLabel(): string {
    return this.texts.msg('Phone number', {
      id: 'number-label',
      desc: 'Label of the phone number field. Up to 30 characters.',
    });
  }

  #problemText(): string {
    const { problem, texts } = this;
    if (problem === 'offline') return offlineText(texts);
    if (problem === 'missing') return missingNumberText(texts);
    return problem ? this.#said(problem) : '';
  }

  #said(problem: NumberProblem): string {
    return this.#entry.core?.numberProblemText(this.texts, problem) ?? '';
  }

  #hintText(): unknown {
    if (this.hint) return this.hint;
    return this.international
      ? html`<span class="number">${this.international}</span>`
      : this.texts.msg('Any format is fine.', {
          id: 'number-hint',
          desc: 'Under the empty phone number field: the number may be typed in any form. Up to 60 characters.',
        });
  }

  /** @internal Says under the field, and aloud, what is wrong. */
  complain(problem: NumberProblem | 'missing' | 'offline', text: string): void {
    this.problem = problem;
    this.#announcer.announce(text);
    this.input.focus();
  }

  #onBeforeInput(event: InputEvent): void {
    this.#entry.core?.refuseKey(this.#parts, event);
  }

  #onInput(event: Event): void {
    const { inputType, isComposing } = event as InputEvent;
    if (isComposing) return;
    const { value, selectionStart } = this.input;
    const change: TextChange = {
      text: value,
      caret: selectionStart ?? value.length,
      inputType: event.type === 'compositionend' ? 'insertText' : inputType,
    };
    this.#isTyping = true;
    this.problem = undefined;
    this.#entry.edit(change);
    this.#paint();
    this.#publish();
  }

  #onBlur(): void {
    if (this.#entry.text === this.#textOnFocus) return;
    this.#entry.settle();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    this.#internals.form?.requestSubmit();
  }

  #onCountryChange(event: Event): void {
    event.stopPropagation();
    if (this.picker.value) this.#entry.chooseCountry(this.picker.value);
    this.problem = undefined;
    this.input.focus();
  }

  /** Puts the text into the input, and the caret to where the person left it. */
  #paint(): void {
    const { input } = this;
    const { text, caret } = this.#entry;
    if (!input || input.value === text) return;
    const isAllSelected =
      input.value !== '' && input.selectionEnd! - input.selectionStart! === input.value.length;
    input.value = text;
    if (this.shadowRoot?.activeElement !== input) return;
    if (isAllSelected) input.select();
    else input.setSelectionRange(caret, caret);
  }

  #validate(): void {
    const { text, reading } = this.#entry;
    const isMissing = this.required && text === '';
    const problem = text === '' ? undefined : reading?.problem;
    const said = isMissing ? missingNumberText(this.texts) : problem && this.#said(problem);
    // The browser takes its time with each, even with the one it has.
    if (said === this.#complaint) return;
    this.#complaint = said;
    this.#internals.setValidity({ valueMissing: isMissing, customError: !!problem }, said, this.input);
  }
}

/** When the next frame has been drawn, or soon where the page is hidden and draws none. */
function nextPaint(): Promise<void> {
  return new Promise(done => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}
