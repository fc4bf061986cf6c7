import { html, nothing, type PropertyDeclarations } from 'lit';
import { missingNumberText, numberLabelText, offlineText } from '../../localization/first-texts.js';
import type { Texts } from '../../localization/texts.js';
import type { CountryCode } from '../../phone/countries.js';
import type { E164 } from '../../protocol.js';
import { Announcer } from '../shared/announcer.js';
import { isComposing } from '../shared/composition.js';
import { oneCountry } from '../shared/country-list.js';
import { numberFieldStyles } from '../shared/field.styles.js';
import { warningIcon } from '../shared/icons.js';
import { NumberSettings } from '../shared/number-settings.js';
import { shownNumber } from '../shared/shown-number.js';
import { tokens } from '../shared/tokens.styles.js';
import type { NumberEditor } from './after-paint/index.js';
import type { Start } from './host.js';
import { loadEditor } from './load-editor.js';

/**
 * Phone number entry in any form a person knows, with its country. Part of a form under its `name`, as E.164.
 *
 * @element phone-number-field
 * @fires {PhoneNumberChangeEvent} phone-number-change - The value or the country changed: a frame after the key, outside a form of the page's.
 * @fires input - A person changed the text or, by another country, the value.
 * @fires change - The field was left with another text.
 * @slot action - Behind the message under the field.
 * @csspart label - The label over the field.
 * @csspart box - What looks like the field: country and number.
 * @csspart input - The input.
 * @csspart message - The hint, the warning or the error under the field.
 * @csspart hint - The same, while it is no error.
 * @csspart error - The same, while it is one.
 * @csspart country-button - The button with flag and calling code.
 * @csspart country-popup - The list of countries with its search.
 * @csspart country-search - The search over the list.
 * @csspart country-option - One country of the list.
 */
export class PhoneNumberField extends NumberSettings {
  static override readonly styles = [tokens, numberFieldStyles];
  static override readonly properties: PropertyDeclarations = {
    label: {},
    hint: { attribute: false },
    error: {},
    busy: { type: Boolean },
    complaint: { state: true },
    notice: { state: true },
    isShaking: { state: true },
    value: { noAccessor: true },
    country: { noAccessor: true, converter: oneCountry },
  };

  /** Instead of "Phone number". */
  label = '';
  /** Under the field, where there is no error: text, or a template of Lit's. */
  hint: unknown;
  /** An error from outside, in words. */
  error = '';
  /** What was entered is on its way: it can be read, not changed. */
  busy = false;

  /** What is wrong with the number, once the person has been told. */
  private complaint: ((texts: Texts) => string) | undefined;
  /** Why a key was refused, until the next one; and the moment of it. */
  private notice = '';
  private isShaking = false;

  /** What the page and the person have done until numbers can be read. */
  readonly #start: Start = { text: '', country: undefined, inputType: 'insertText', isComposing: false };
  readonly #announcer = new Announcer(this);
  /** Reads and formats the number, once that has been fetched. */
  #editor: NumberEditor | undefined;

  /** E.164 once the number is possible, else empty. Takes a number in any form. */
  get value(): E164 | '' {
    return this.#editor?.reading.e164 ?? '';
  }

  set value(text: string) {
    const value = text ?? '';
    this.edited();
    if (value && value === this.value) return;
    if (this.#editor) this.#editor.setText(value);
    else {
      this.#become({ text: value, inputType: undefined });
      if (this.hasUpdated) this.input.value = value;
    }
  }

  /** The country shown: the number's own, or the chosen one. */
  get country(): CountryCode | undefined {
    return this.#editor ? this.#editor.country : this.#start.country;
  }

  set country(code: CountryCode | undefined) {
    const country = oneCountry(code);
    if (!country) return;
    if (this.#editor) this.#editor.chooseCountry(country);
    else this.#become({ country });
  }

  /** The number as a person would be told it ("+44 7400 123456"); empty until it is possible. */
  get international(): string {
    return this.#editor?.reading.international ?? '';
  }

  /** @internal Whether nothing is entered, be it a number or not. */
  get isEmpty(): boolean {
    if (this.#editor) return this.#editor.isEmpty;
    return (this.hasUpdated ? this.input.value : this.#start.text) === '';
  }

  /** @internal The number in that form, unless the person is still to be warned of it. */
  get textable(): string {
    return this.#editor?.reading.warning ? '' : this.international;
  }

  override formResetCallback(): void {
    super.formResetCallback();
    this.#editor?.reread();
    this.complaint = undefined;
  }

  /**
   * The number, if it may be sent to. Else says under the field what is wrong, moves the focus there and answers
   * `undefined`. So it does for a number that only looks wrong, until `isInsisting` says that the person has been told and
   * wants it all the same.
   */
  async check(isInsisting = false): Promise<E164 | undefined> {
    const editor = await this.ready().catch(() => undefined);
    if (editor) return editor.check(isInsisting);
    this.complain(offlineText);
    return undefined;
  }

  /** Whether the person has been told that this number does not look like a mobile one. */
  get isWarning(): boolean {
    return !this.error && !this.complaint && this.#warning !== '';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const { countries, defaultCountry } = this;
    const first = defaultCountry ?? (countries.length === 1 ? countries[0] : undefined);
    if (first && !this.country && this.isAllowed(first)) this.country = first;
    if (['countries', 'excludeCountries', 'defaultCountry', 'validation'].some(name => changed.has(name)))
      this.#editor?.reread();
  }

  protected override async scheduleUpdate(): Promise<unknown> {
    await this.#editor?.nextPicture;
    return super.scheduleUpdate();
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.input.value = this.#start.text;
    setTimeout(this.#fetch); // after the first picture
  }

  protected override updated(): void {
    if (this.#editor) this.#editor.show();
    // What cannot be read yet is no number yet: a form would leave without it.
    else this.judge({ valueMissing: this.required || !this.isEmpty }, missingNumberText(this.texts));
    // What Back or a reload brings again, be it a number or on its way to one.
    this.internals.setFormValue(this.value, this.value || this.input.value);
    const hasError = Boolean(this.error || this.complaint);
    this.mark(this.busy && 'busy', hasError && 'invalid', this.isWarning && 'warning');
  }

  /** @internal */
  override get input(): HTMLInputElement {
    return this.shadowRoot!.querySelector('input')!;
  }

  protected override render() {
    const { texts } = this;
    const error = this.error || this.complaint?.(texts);
    const warning = error ? '' : this.#warning || this.notice;
    return html`<div class="root" lang=${texts.locale} dir=${texts.direction}>
      <label for="number" part="label" .textContent=${this.label || numberLabelText(texts)}></label>
      <div
        class="box number-box ${error ? 'bad' : ''} ${this.isShaking ? 'shake' : ''}"
        part="box"
        @animationend=${() => (this.isShaking = false)}
      >
        ${this.#editor?.renderCountry() ?? html`<span class="country"></span>`}
        <input
          id="number"
          part="input"
          type="tel"
          autocomplete="tel"
          enterkeyhint="go"
          placeholder=${this.#editor?.example ?? ''}
          aria-describedby="message"
          aria-invalid=${error ? 'true' : 'false'}
          aria-required=${this.required ? 'true' : 'false'}
          ?disabled=${this.isDisabled}
          ?readonly=${this.busy}
          @input=${this.#onEarlyInput}
          @compositionend=${this.#onEarlyInput}
          @keypress=${this.pressDefault}
        />
      </div>
      <div
        class="message ${error ? 'bad' : warning ? 'warning' : ''}"
        id="message"
        part="message ${error ? 'error' : 'hint'}"
      >
        ${error || warning ? warningIcon : nothing}<span
          >${error || warning ? html`<span .textContent=${error || warning}></span>` : this.#hintText()}
          ${this.complaint || warning ? this.#editor?.renderOffers() : nothing} <slot name="action"></slot
        ></span>
      </div>
      <div class="visually-hidden" role="alert" .textContent=${this.#announcer.text}></div>
    </div>`;
  }

  get #warning(): string {
    return this.#editor?.warning ?? '';
  }

  #hintText(): unknown {
    if (this.hint) return this.hint;
    return this.international
      ? html`<span class="number">${shownNumber(this.international)}</span>`
      : this.texts.msg('Any format is fine.', {
          id: 'number-hint',
          desc: 'Under the empty phone number field: the number may be typed in any form. Up to 60 characters.',
        });
  }

  /** @internal */
  complain(complaint: (texts: Texts) => string, remedy = ''): void {
    this.complaint = complaint;
    this.tell(`${complaint(this.texts)} ${remedy}`.trim());
  }

  /** @internal Goes to the input, with what stands under it: read there, it is not said as well. */
  tell(text: string): void {
    if (this.shadowRoot!.activeElement === this.input) this.announce(text);
    else this.input.focus();
  }

  /** @internal */
  edited(): void {
    this.isDirty = true;
    this.complaint &&= undefined;
    this.notice &&= '';
  }

  /** @internal */
  refuse(reason: string): void {
    this.isShaking = true;
    this.notice = reason;
    this.announce(reason);
  }

  /** @internal */
  announce(text: string): void {
    this.#announcer.announce(text);
  }

  /** @internal Resolves when the number can be judged; rejects when what that needs cannot be fetched. */
  async ready(): Promise<NumberEditor> {
    if (!this.#editor) {
      const { country } = this.#start;
      const guess = country ? undefined : import('./without-country/index.js').catch(() => undefined);
      const core = await loadEditor(country);
      // With its plans, if they can be had: those who find them there later would not read the text once more.
      const text = this.hasUpdated ? this.input.value : this.#start.text;
      await core.loadMetadata(text, this.#start.country).catch(() => undefined);
      // Another call may have been quicker.
      if (!this.#editor) {
        const editor = (this.#editor = new core.NumberEditor(this, this.#start));
        void guess?.then(guess => guess?.guessCountryOf(this, editor));
      }
    }
    return this.#editor.ready();
  }

  readonly #fetch = () => void this.ready().catch(() => undefined);

  #become(change: Partial<Start>): void {
    Object.assign(this.#start, change);
    this.requestUpdate();
    if (this.hasUpdated) this.#fetch();
  }

  /** The number's editor listens for itself, once it is there, and takes over what the input holds then. */
  #onEarlyInput(event: Event): void {
    if (this.#editor) return;
    const { type, inputType } = event as InputEvent;
    const isAtWork = isComposing(event);
    const isTyped = isAtWork || type !== 'input' || /^(insertText|delete)/.test(inputType);
    this.#start.isComposing = isAtWork;
    if (!isTyped) this.#start.inputType = inputType;
    this.edited();
    this.requestUpdate();
    this.#fetch();
  }
}
