import { html, nothing, type PropertyDeclarations } from 'lit';
import { Announcer } from '../shared/announcer.js';
import { isComposing } from '../shared/composition.js';
import { FormControl } from '../shared/form-control.js';
import { warningIcon } from '../shared/icons.js';
import { tokens } from '../shared/tokens.styles.js';
import { PhoneCodeCompleteEvent } from './code-complete-event.js';
import { clickedSlot, renderSlots } from './code-slots.js';
import { codeLabel, digitsOnlyText, incompleteText } from './code-texts.js';
import { codeFromMessage } from './message-code.js';
import { digitsOf, editCode, findCode, type CodeEdit } from './one-time-code.js';
import { insertAsTyped } from './insert-as-typed.js';
import { codeFieldStyles } from './phone-code-field.styles.js';

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
 * @csspart filled - One with a digit.
 * @csspart active - The one where the next digit goes.
 * @csspart first - The first one.
 * @csspart last - The last one.
 * @csspart message - The hint or the error under the slots.
 * @csspart hint - The same, while it is no error.
 * @csspart error - The same, while it is one.
 */
export class PhoneCodeField extends FormControl {
  static override readonly styles = [tokens, codeFieldStyles];
  static override readonly properties: PropertyDeclarations = {
    length: { type: Number },
    label: {},
    hint: {},
    error: {},
    busy: { type: Boolean },
    dead: { type: Boolean },
    selection: { state: true },
    notice: { state: true },
    isShaking: { state: true },
    value: { noAccessor: true },
  };

  /** How many digits the code has. */
  length = 6;
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
  /** Why what was entered last was not taken; and the moment of it. */
  private notice = '';
  private isShaking = false;

  readonly #announcer = new Announcer(this);
  /** All that were given: how many of them count is another property, which may come later. */
  #digits = '';
  #completed = '';
  /** What the page was last told of by `change`, or has set itself. */
  #changed = '';
  #connection: AbortController | undefined;

  constructor() {
    super();
    this.addController({
      hostConnected: () => this.#connect(),
      hostDisconnected: () => this.#connection?.abort(),
    });
  }

  /** The digits entered so far. */
  override get value(): string {
    return this.#digits.slice(0, this.#size);
  }

  override set value(value: string) {
    this.isDirty = true;
    this.notice = '';
    this.#change(digitsOf(value ?? ''));
    this.#completed = this.#changed = this.value;
  }

  /** Selects the digits, so that typing replaces them. */
  select(): void {
    this.input?.select();
    this.#readSelection();
  }

  protected override firstUpdated(): void {
    this.input!.value = this.value;
    super.firstUpdated();
  }

  protected override updated(): void {
    this.#inform();
    this.mark(this.busy && 'busy', this.error && 'invalid');
  }

  /** @internal */
  override get input(): HTMLInputElement | null {
    return this.shadowRoot?.querySelector('input') ?? null;
  }

  /** The length, where the page has named one that a code can have. */
  get #size(): number {
    return this.length >= 1 ? Math.floor(this.length) : 6;
  }

  #connect(): void {
    this.#connection = new AbortController();
    // `selectionchange` of an input inside a shadow root reaches the document in every engine, the input in few.
    const { signal } = this.#connection;
    document.addEventListener('selectionchange', () => this.#readSelection(), { signal });
    void codeFromMessage(signal).then(text => {
      if (!this.busy && findCode(text, this.#size)) this.#fillIn(text);
    });
  }

  protected override render() {
    const { texts, error, hint } = this;
    const isOpen = this.selection.hasFocus && !this.busy && !this.dead && !this.isDisabled;
    const problem = error || this.notice;
    return html`<div class="root" lang=${texts.locale} dir=${texts.direction}>
      <label for="code" part="label" .textContent=${this.label || codeLabel(texts, this.#size)}></label>
      <div
        class="box ${error ? 'bad' : ''} ${this.isShaking ? 'shake' : ''}"
        @animationend=${() => (this.isShaking = false)}
      >
        <div class="slots" part="slots" translate="no" aria-hidden="true">
          ${renderSlots(this.value, this.#size, isOpen ? this.selection : undefined)}
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
            aria-required=${this.required ? 'true' : 'false'}
            ?disabled=${this.isDisabled}
            ?readonly=${this.busy || this.dead}
            @beforeinput=${this.#onBeforeInput}
            @input=${this.#onInput}
            @compositionend=${this.#onInput}
            @change=${this.#onChange}
            @paste=${this.#onPaste}
            @keydown=${({ key }: KeyboardEvent) => this.dead && key.length === 1 && this.#reject(this.error)}
            @keypress=${this.#onKeypress}
            @click=${this.#onClick}
            @focus=${this.#readSelection}
            @blur=${() => (this.selection = { ...this.selection, hasFocus: false })}
          />
        </div>
      </div>
      <div class="message ${problem ? 'bad' : ''}" id="message" part="message ${problem ? 'error' : 'hint'}">
        ${problem ? warningIcon : nothing}<span
          ><span .textContent=${problem || hint}></span> <slot name="action"></slot
        ></span>
      </div>
      <div class="visually-hidden" role="status" .textContent=${this.#announcer.text}></div>
    </div>`;
  }

  /** Refuses what is no digit before it is there: what can be undone stays as it was. */
  #onBeforeInput(event: InputEvent): void {
    if (isComposing(event) || !event.data || digitsOf(event.data)) return;
    event.preventDefault();
    this.#reject(digitsOnlyText(this.texts));
  }

  #onInput(event: Event): void {
    const { value: text, selectionStart } = this.input!;
    // The digits that an input method has in hand count where they need not be written otherwise.
    if (isComposing(event) && text !== digitsOf(text).slice(0, this.#size)) return;
    // What a browser fills in comes without an `inputType`, as a whole.
    if (event.type === 'input' && !(event as InputEvent).inputType) this.#fillIn(text);
    else this.#apply(editCode(this.value, text, selectionStart ?? text.length, this.#size));
  }

  /** A script that fills in forms may tell of it when it is done, and not before. */
  #onChange(): void {
    if (!this.#fillIn(this.input!.value)) this.#tellChange();
  }

  /** Whether that is another text than is there. */
  #fillIn(text: string): boolean {
    if (text === this.value) return false;
    const value = findCode(text, this.#size);
    this.#apply({ value, caret: value.length, isRejected: false });
    return true;
  }

  #onPaste(event: ClipboardEvent): void {
    event.preventDefault();
    if (this.busy || this.dead) return;
    const text = event.clipboardData?.getData('text') ?? '';
    const code = findCode(text, this.#size);
    const isWhole = code.length === this.#size;
    const input = this.input!;
    if (isWhole) input.select();
    const digits = isWhole ? code : digitsOf(text);
    if (!digits) return this.#reject(digitsOnlyText(this.texts));
    insertAsTyped(input, digits);
  }

  #apply({ value, caret, isRejected }: CodeEdit): void {
    this.notice = '';
    if (isRejected) this.#reject(digitsOnlyText(this.texts));
    this.#change(value);
    const { input } = this;
    if (input && input.selectionStart !== caret) input.setSelectionRange(caret, caret);
    this.#readSelection();
    if (value.length < this.#size) this.#completed = '';
    else if (value !== this.#completed) this.#complete();
  }

  #complete(): void {
    this.#completed = this.value;
    this.#tellChange();
    this.dispatchEvent(new PhoneCodeCompleteEvent(this.value));
  }

  #tellChange(): void {
    if (this.value !== this.#changed) this.dispatchEvent(new Event('change', { bubbles: true }));
    this.#changed = this.value;
  }

  /** What cannot be taken is felt, seen and announced, not swallowed. */
  #reject(notice: string): void {
    this.isShaking = true;
    this.notice = notice;
    this.#announcer.announce(notice);
  }

  #onKeypress(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.press();
    this.pressDefault(event);
  }

  /** @internal Checks the same code again, after a failed connection for example; or says what is missing. */
  press(): void {
    // Some who fill in forms tell nobody.
    if (this.busy || this.dead || this.#fillIn(this.input!.value)) return;
    if (this.value.length === this.#size) this.#complete();
    else if (!this.form) this.#reject(incompleteText(this.texts, this.#size));
  }

  #onClick(event: MouseEvent): void {
    const at = Math.min(clickedSlot(event, this.#size), this.value.length);
    this.input!.setSelectionRange(at, at);
    this.#readSelection();
  }

  #readSelection(): void {
    const { input, selection: old } = this;
    if (!input) return;
    const hasFocus = this.shadowRoot?.activeElement === input;
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
    if (old.start === start && old.end === end && old.hasFocus === hasFocus) return;
    this.selection = { start, end, hasFocus };
  }

  #change(digits: string): void {
    const old = this.value;
    this.#digits = digits;
    const { input, value } = this;
    // Never from `render`: a render before the input's own event would undo what was just typed. And not what is there
    // already: browsers forget what could be undone.
    if (input && input.value !== value) input.value = value;
    this.requestUpdate('value', old);
    this.#inform();
  }

  /** Tells the form. It does not keep a code for when the page comes back: codes are good once. */
  #inform(): void {
    const { value } = this;
    this.internals.setFormValue(value, null);
    const valueMissing = this.required && value === '';
    const tooShort = value !== '' && value.length < this.#size;
    this.judge({ valueMissing, tooShort }, valueMissing || tooShort ? codeLabel(this.texts, this.#size) : '');
  }
}
