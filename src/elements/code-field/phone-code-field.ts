import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { Announcer } from '../shared/announcer.js';
import { isComposing } from '../shared/composition.js';
import { FormControl } from '../shared/form-control.js';
import { warningIcon } from '../shared/icons.js';
import { tokens } from '../shared/tokens.styles.js';
import { PhoneCodeCompleteEvent } from './code-complete-event.js';
import { clickedSlot, renderSlots } from './code-slots.js';
import { codeFromMessage } from './message-code.js';
import { digitsOf, editCode, findCode, type CodeEdit } from './one-time-code.js';
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
 * @csspart message - The hint or the error under the slots.
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
    this.mark(this.busy && 'busy', this.error && 'error');
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
    const message = error || hint;
    return html`<div class="root" lang=${texts.locale} dir=${texts.direction}>
      <label for="code" part="label" .textContent=${this.label || this.#defaultLabel()}></label>
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
            ?required=${this.required}
            ?disabled=${this.isDisabled}
            ?readonly=${this.busy || this.dead}
            @beforeinput=${this.#onBeforeInput}
            @input=${this.#onInput}
            @compositionend=${this.#onInput}
            @change=${this.#onChange}
            @paste=${this.#onPaste}
            @keypress=${this.#onKeypress}
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

  #defaultLabel(): string {
    return this.texts.msg(str`${this.#size}-digit code`, {
      id: 'code-label',
      desc: 'Label of the code field. The placeholder is how many digits the code has. Up to 30 characters.',
    });
  }

  /** Refuses what is no digit before it is there: what can be undone stays as it was. */
  #onBeforeInput(event: InputEvent): void {
    if (isComposing(event) || !event.data || digitsOf(event.data)) return;
    event.preventDefault();
    this.#reject();
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
    // As if it were typed, so that it can be undone; there is no other way to that.
    if (!digits || document.execCommand('insertText', false, digits)) return;
    input.setRangeText(digits, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
    input.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }),
    );
  }

  #apply({ value, caret, isRejected }: CodeEdit): void {
    if (isRejected) this.#reject();
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
    if (this.value === this.#changed) return;
    this.#changed = this.value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
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

  #onKeypress(event: KeyboardEvent): void {
    // Some who fill in forms tell nobody. And Enter sends the same code again, after a failed connection for example.
    const isSame = event.key === 'Enter' && !this.busy && !this.#fillIn(this.input!.value);
    if (isSame && this.value.length === this.#size) this.#complete();
    this.pressDefault(event);
  }

  #onClick(event: MouseEvent): void {
    const at = Math.min(clickedSlot(event, this.#size), this.value.length);
    this.input!.setSelectionRange(at, at);
    this.#readSelection();
  }

  #onBlur(): void {
    this.selection = { ...this.selection, hasFocus: false };
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
    this.judge({ valueMissing, tooShort }, valueMissing || tooShort ? this.#defaultLabel() : '');
  }
}
