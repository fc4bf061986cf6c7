import { html, nothing, type PropertyDeclarations } from 'lit';
import { str } from '@lit/localize/internal/str-tag.js';
import { Announcer } from './announcer.js';
import { PhoneCodeCompleteEvent } from './events.js';
import { warningIcon } from './icons.js';
import { codeFromMessage } from './message-code.js';
import { digitsOf, editCode, findCode, type CodeEdit } from './one-time-code.js';
import { codeFieldStyles } from './phone-code-field.styles.js';
import { PhoneElement } from './phone-element.js';
import { tokens } from './tokens.styles.js';

/**
 * One-time-code entry: **one** real input under painted slots, because boxes of their own break what browsers and phones
 * fill in (an SMS filled into six boxes submits an empty code). Part of a form under its `name`.
 *
 * @element phone-code-field
 * @fires {PhoneCodeCompleteEvent} phone-code-complete - The code has all its digits; once for each distinct code.
 * @fires input - A digit came or went.
 * @fires change - The value is complete, or the field was left with another value.
 * @slot action - Behind the message under the slots.
 * @csspart label - The label over the field.
 * @csspart slots - The row of painted slots.
 * @csspart slot - One of them.
 * @csspart message - The hint or the error under the slots.
 */
export class PhoneCodeField extends PhoneElement {
  static readonly formAssociated = true;
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override readonly styles = [tokens, codeFieldStyles];
  static override readonly properties: PropertyDeclarations = {
    length: { type: Number },
    name: { reflect: true },
    required: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
    label: {},
    hint: {},
    error: {},
    busy: { type: Boolean },
    dead: { type: Boolean },
    selection: { state: true },
    isShaking: { state: true },
    value: { noAccessor: true },
  };

  /** How many digits the code has. */
  length = 6;
  /** Under which name the value is part of a form. */
  name = '';
  /** A form is not submitted before the code has all its digits. */
  required = false;
  /** Cannot be changed, and is no part of a form. */
  disabled = false;
  /** Instead of "6-digit code". */
  label = '';
  /** Under the slots, where no error is. */
  hint = '';
  /** An error from outside, in words: shown instead of the hint until the next edit is yours to decide. */
  error = '';
  /** The code is being checked: it can be read, not changed. */
  busy = false;
  /** No code can succeed any more. */
  dead = false;

  private selection = { start: 0, end: 0, hasFocus: false };
  private isShaking = false;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);
  #value = '';
  #completed = '';
  #connection: AbortController | undefined;

  /** The digits entered so far. */
  get value(): string {
    return this.#value;
  }

  set value(value: string) {
    this.#change(digitsOf(value).slice(0, this.length));
    this.#completed = this.#value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    // `selectionchange` of an input inside a shadow root reaches the document in every engine, the input in few.
    const { signal } = this.#connection;
    document.addEventListener('selectionchange', () => this.#readSelection(), { signal });
    void this.#takeFromMessage(signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
  }

  formResetCallback(): void {
    this.value = '';
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.disabled = isDisabled;
  }

  /** Focuses the digits; the browser alone would leave the focus on what is in the slot. */
  override focus(options?: FocusOptions): void {
    this.shadowRoot?.querySelector('input')?.focus(options);
  }

  /** Selects the digits, so that typing replaces them. */
  select(): void {
    this.input.select();
    this.#readSelection();
  }

  protected override firstUpdated(): void {
    this.input.value = this.#value;
  }

  protected override updated(): void {
    this.#validate();
  }

  private get input(): HTMLInputElement {
    return this.shadowRoot!.querySelector('input')!;
  }

  protected override render() {
    const { texts, length, error, hint } = this;
    const message = error || hint;
    return html`<div class="root" lang=${texts.locale} dir=${texts.direction}>
      <label for="code" part="label" .textContent=${this.label || this.#defaultLabel()}></label>
      <div class="box ${error ? 'bad' : ''} ${this.isShaking ? 'shake' : ''}" @animationend=${this.#endShake}>
        <div class="slots" part="slots" translate="no" aria-hidden="true">
          ${Array.from({ length }, (_, index) => this.#renderSlot(index))}
        </div>
        <div class="over">
          <input
            id="code"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            enterkeyhint="done"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="message"
            aria-invalid=${error ? 'true' : 'false'}
            ?required=${this.required}
            ?disabled=${this.disabled}
            ?readonly=${this.busy || this.dead}
            @input=${this.#onInput}
            @paste=${this.#onPaste}
            @keydown=${this.#onKeydown}
            @click=${this.#onClick}
            @focus=${this.#readSelection}
            @blur=${this.#onBlur}
          />
        </div>
      </div>
      <div class="message ${error ? 'bad' : ''}" id="message" part="message">
        ${error ? warningIcon : nothing}<span
          ><span .textContent=${message}></span> <slot name="action"></slot
        ></span>
      </div>
      <div class="visually-hidden" role="status" .textContent=${this.#announcer.text}></div>
    </div>`;
  }

  #renderSlot(index: number) {
    const { start, end, hasFocus } = this.selection;
    const isOpen = hasFocus && !this.busy && !this.dead && !this.disabled;
    const at = Math.min(start, this.length - 1);
    const classes = [
      'slot',
      index === Math.ceil(this.length / 2) && this.length > 4 && 'half',
      index < this.#value.length && 'filled',
      isOpen && start === end && index === at && 'now',
      isOpen && start === end && index === at && start < this.length && 'caret',
      isOpen && index >= start && index < end && 'selected',
    ];
    return html`<div class=${classes.filter(Boolean).join(' ')} part="slot">
      <span>${this.#value[index]}</span>
    </div>`;
  }

  #defaultLabel(): string {
    return this.texts.msg(str`${this.length}-digit code`, {
      id: 'code-label',
      desc: 'Label of the code field. The placeholder is how many digits the code has. Up to 30 characters.',
    });
  }

  #onInput(event: Event): void {
    const { value: text, selectionStart } = this.input;
    // What a browser fills in comes without an `inputType`, as a whole.
    const isFilledIn = !(event as InputEvent).inputType;
    const code = isFilledIn ? findCode(text, this.length) : '';
    this.#apply(
      isFilledIn
        ? { value: code, caret: code.length, isRejected: false }
        : editCode(this.#value, text, selectionStart ?? text.length, this.length),
    );
  }

  #onPaste(event: ClipboardEvent): void {
    event.preventDefault();
    if (this.busy || this.dead) return;
    const text = event.clipboardData?.getData('text') ?? '';
    const code = findCode(text, this.length);
    if (code.length === this.length) {
      this.#apply({ value: code, caret: code.length, isRejected: false });
    } else {
      this.input.setRangeText(
        digitsOf(text),
        this.input.selectionStart ?? 0,
        this.input.selectionEnd ?? 0,
        'end',
      );
      this.#apply(editCode(this.#value, this.input.value, this.input.selectionStart ?? 0, this.length));
    }
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  async #takeFromMessage(signal: AbortSignal): Promise<void> {
    const code = findCode(await codeFromMessage(signal), this.length);
    if (code && !this.busy) this.#apply({ value: code, caret: code.length, isRejected: false });
  }

  #apply({ value, caret, isRejected }: CodeEdit): void {
    if (isRejected) this.#reject();
    this.#change(value);
    this.input.setSelectionRange(caret, caret);
    this.#readSelection();
    if (value.length < this.length) this.#completed = '';
    else if (value !== this.#completed) this.#complete();
  }

  #complete(): void {
    this.#completed = this.#value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.dispatchEvent(new PhoneCodeCompleteEvent(this.#value));
  }

  /** A key that cannot be taken is felt and announced, not swallowed. */
  #reject(): void {
    this.isShaking = true;
    this.#announcer.announce(
      this.texts.msg('Digits only, please.', {
        id: 'digits-only',
        desc: 'Announced to screen readers when a letter is typed into the number or the code. Up to 40 characters.',
      }),
    );
  }

  #endShake(): void {
    this.isShaking = false;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    // Enter sends the same code again, after a failed connection for example.
    if (this.#value.length === this.length && !this.busy) this.#complete();
    this.#internals.form?.requestSubmit();
  }

  /** The input's own glyphs are invisible and lie elsewhere: a click means the slot under it. */
  #onClick(event: MouseEvent): void {
    const { left, width } = this.input.parentElement!.getBoundingClientRect();
    const slot = Math.floor(((event.clientX - left) / width) * this.length);
    const start = Math.min(Math.max(slot, 0), this.#value.length);
    this.input.setSelectionRange(start, start);
    this.#readSelection();
  }

  #onBlur(): void {
    this.selection = { ...this.selection, hasFocus: false };
  }

  #readSelection(): void {
    const { input } = this;
    if (!input) return;
    const hasFocus = this.shadowRoot?.activeElement === input;
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    const { selection } = this;
    if (selection.start === start && selection.end === end && selection.hasFocus === hasFocus) return;
    this.selection = { start, end, hasFocus };
  }

  #change(value: string): void {
    const old = this.#value;
    this.#value = value;
    this.#internals.setFormValue(value);
    // Never from `render`: a render that comes before the input's own event would undo what was just typed.
    if (this.input) this.input.value = value;
    this.requestUpdate('value', old);
    this.#validate();
  }

  #validate(): void {
    const isMissing = this.required && this.#value.length < this.length;
    if (isMissing && this.input)
      this.#internals.setValidity({ valueMissing: true }, this.#defaultLabel(), this.input);
    else this.#internals.setValidity({});
  }
}
