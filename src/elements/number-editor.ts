/** What the number field does with its number, once numbers can be read: fetched while the field is drawn. */
import { html, type TemplateResult } from 'lit';
import { missingNumberText } from '../localization/first-texts.js';
import { numberProblemText } from '../localization/number-texts.js';
import {
  chooseCountry,
  edit,
  exampleNumber,
  hasMetadata,
  loadMetadata,
  readNumber,
  refresh,
  settle,
  startField,
  type FieldState,
  type NumberProblem,
  type NumberReading,
  type ReadOptions,
  type TextChange,
} from '../phone/core.js';
import type { CountryCode } from '../phone/countries.js';
import { significant } from '../phone/significant.js';
import type { E164 } from '../protocol.js';
import { defineElement } from './define-element.js';
import { PhoneNumberChangeEvent } from './number-change-event.js';
import type * as NumberGuess from './number-guess.js';
import { refuseKey } from './number-keys.js';
import { PhoneCountryPicker } from './phone-country-picker.js';
import type { PhoneNumberField } from './phone-number-field.js';

// The number can be entered before its country is shown.
defineElement('phone-country-picker', PhoneCountryPicker);

export class NumberEditor {
  readonly #field: PhoneNumberField;
  readonly #internals: ElementInternals;
  #reading: NumberReading | undefined;
  #announced: { value: string; country: CountryCode | undefined } = { value: '', country: undefined };
  /** What the form's owner is told of the value, in words. */
  #said: string | undefined;
  #textOnFocus: string;
  #isListening = false;
  /** The number that the person has been told does not look like a mobile one. */
  #warnedOf: E164 | undefined;

  /** What was typed until now is taken over, caret and all. `guess`: of a country, where none is known yet. */
  constructor(
    field: PhoneNumberField,
    internals: ElementInternals,
    guess: Promise<typeof NumberGuess | undefined> | undefined,
  ) {
    this.#field = field;
    this.#internals = internals;
    const { state, inputType } = field;
    const { value: text, selectionStart: caret } = field.hasUpdated
      ? field.input
      : { value: state.text, selectionStart: state.caret };
    this.#become(startField({ text, caret: caret!, inputType }, state.country, this.#options));
    this.#textOnFocus = text === state.text ? field.state.text : state.text;
    void guess?.then(guess => guess?.guessCountryOf(field, this));
  }

  /** What the text says. */
  get reading(): NumberReading {
    const { text, country } = this.#field.state;
    return (this.#reading ??= readNumber(text, country, this.#options));
  }

  /** The country shown: the number's own, or the chosen one. */
  get country(): CountryCode | undefined {
    return this.reading.country ?? this.#field.state.country;
  }

  /** The page's rules changed: the same text may read otherwise. */
  reread(): void {
    this.#reading = undefined;
  }

  /** An example number of the country, as the field would show it. */
  get example(): string {
    const { country } = this.#field.state;
    return country ? exampleNumber(country) : '';
  }

  /** What the person has been told of this number, which may still be sent to; else empty. */
  get warning(): string {
    const isWarned = this.#warnedOf !== undefined && this.#warnedOf === this.reading.e164;
    return isWarned ? numberProblemText(this.#field.texts, 'not-mobile') : '';
  }

  /** Resolves when the number can be judged; rejects when the plans that it needs cannot be fetched. */
  async ready(): Promise<this> {
    const { text, country } = this.#field.state;
    if (!hasMetadata(text, country)) {
      await loadMetadata(text, country);
      this.#become(refresh(this.#field.state, this.#options));
    }
    return this;
  }

  /** The page changed the value, or the browser the input (then there is an `inputType`). */
  edit(change: TextChange): void {
    this.#become(edit(this.#field.state, change, this.#options));
  }

  chooseCountry(country: CountryCode): void {
    this.#become(chooseCountry(this.#field.state, country));
  }

  /** `PhoneNumberField.check` */
  check(): E164 | undefined {
    const field = this.#field;
    this.#settle();
    const { problem, warning, e164 } = this.reading;
    if (field.state.text.trim() === '') field.complain(missingNumberText);
    else if (problem) field.complain(texts => numberProblemText(texts, problem));
    else if (!warning || this.#warnedOf === e164) return e164;
    else {
      this.#warnedOf = e164;
      field.announce(numberProblemText(field.texts, warning));
      field.requestUpdate();
      field.focus();
    }
    return undefined;
  }

  /** The button with the country, and the list behind it. */
  renderCountry(): TemplateResult {
    const field = this.#field;
    return html`<phone-country-picker
      exportparts="button: country-button, popup: country-popup, option: country-option"
      .anchor=${field.shadowRoot?.querySelector('.box')}
      .texts=${field.texts}
      .value=${this.country}
      .codeless=${significant(field.state.text).startsWith('+')}
      .isAllowed=${field.isAllowed}
      .preferredCountries=${field.preferredCountries}
      .disabled=${field.disabled || field.busy}
      @change=${this.#onCountryChange}
    ></phone-country-picker>`;
  }

  readonly #onCountryChange = (event: Event): void => {
    event.stopPropagation();
    const { value } = event.target as PhoneCountryPicker;
    if (value) this.chooseCountry(value);
    this.#field.complaint = undefined;
    this.#field.focus();
  };

  /** Shows the text, and tells the form and the page what the number is now. */
  show(): void {
    this.#listen();
    this.#paint();
    const { country } = this;
    const { e164: value = '', problem } = this.reading;
    this.#validate(problem);
    if (value === this.#announced.value && country === this.#announced.country) return;
    this.#announced = { value, country };
    this.#internals.setFormValue(value);
    this.#field.dispatchEvent(new PhoneNumberChangeEvent(value, country));
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const { input, shadowRoot } = this.#field;
    input.addEventListener('beforeinput', event => refuseKey(this.#field, this.#options, event));
    input.addEventListener('input', this.#onInput);
    input.addEventListener('compositionend', this.#onInput);
    input.addEventListener('focus', () => (this.#textOnFocus = this.#field.state.text));
    input.addEventListener('blur', this.#onBlur);
    input.addEventListener('keyup', this.#onKeyup);
    // A person may have typed, and gone on, before this was here.
    if (shadowRoot?.activeElement !== input) this.#onBlur();
  }

  readonly #onInput = (event: Event): void => {
    const { inputType, isComposing } = event as InputEvent;
    const field = this.#field;
    field.isComposing = isComposing;
    if (isComposing) return;
    const { value, selectionStart } = field.input;
    field.complaint = undefined;
    // The key shows in the input at once; what is said of the number under it can be drawn a frame later.
    field.pause = nextPaint();
    this.edit({
      text: value,
      caret: selectionStart!,
      inputType: event.type === 'compositionend' ? 'insertText' : inputType,
    });
    this.show();
  };

  readonly #onBlur = (): void => {
    if (this.#field.state.text === this.#textOnFocus) return;
    this.#settle();
    this.#field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  /** The caret may have moved. */
  readonly #onKeyup = (): void => {
    const field = this.#field;
    field.state = { ...field.state, caret: field.input.selectionStart! };
  };

  #settle(): void {
    this.#become(settle(this.#field.state, this.#options));
  }

  /** Puts the text into the input, and the caret to where the person left it. */
  #paint(): void {
    const { input, isComposing, state, shadowRoot } = this.#field;
    const { text, caret } = state;
    if (isComposing || input.value === text) return;
    const isAllSelected =
      input.value !== '' && input.selectionEnd! - input.selectionStart! === input.value.length;
    input.value = text;
    if (shadowRoot?.activeElement !== input) return;
    if (isAllSelected) input.select();
    else input.setSelectionRange(caret, caret);
  }

  #validate(problem: NumberProblem | undefined): void {
    const { texts, required, state, input } = this.#field;
    const isEmpty = state.text === '';
    const isMissing = required && isEmpty;
    const isWrong = problem !== undefined && !isEmpty;
    const said = isMissing ? missingNumberText(texts) : isWrong ? numberProblemText(texts, problem) : '';
    // The browser takes its time with each, even with the one it has.
    if (said === this.#said) return;
    this.#said = said;
    this.#internals.setValidity({ valueMissing: isMissing, customError: isWrong }, said, input);
  }

  get #options(): ReadOptions {
    const { validation, isAllowed } = this.#field;
    return { validation, isAllowed };
  }

  #become(state: FieldState): void {
    const field = this.#field;
    if (state === field.state) return;
    field.state = state;
    this.#reading = undefined;
    field.requestUpdate();
    // Asking the network takes its time: not while a key is waiting.
    setTimeout(() => void this.ready().catch(() => undefined));
  }
}

/** When the next frame has been drawn, or soon where the page is hidden and draws none. */
function nextPaint(): Promise<void> {
  return new Promise(done => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}
