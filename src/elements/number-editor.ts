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
import { refusedKey, strangeKey } from '../phone/field.js';
import { significant } from '../phone/significant.js';
import type { E164 } from '../protocol.js';
import { defineElement } from './define-element.js';
import { PhoneNumberChangeEvent } from './number-change-event.js';
import { guessCountryOf } from './number-guess.js';
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
  /** The number that the person has been told does not look like a mobile one. */
  #warnedOf: E164 | undefined;

  /** What was typed until now is taken over, caret and all. */
  constructor(field: PhoneNumberField, internals: ElementInternals) {
    this.#field = field;
    this.#internals = internals;
    const { text, caret, country } = field.state;
    const typed = { text, caret, inputType: field.inputType };
    this.#become(startField(typed, country, this.#options));
    void guessCountryOf(field, this);
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

  /** A person changed the input. */
  type(change: TextChange): void {
    const field = this.#field;
    // The key shows in the input at once; what is said of the number under it can be drawn a frame later.
    field.pause = nextPaint();
    this.edit(change);
    field.paint();
    this.publish();
  }

  chooseCountry(country: CountryCode): void {
    this.#become(chooseCountry(this.#field.state, country));
  }

  settle(): void {
    this.#become(settle(this.#field.state, this.#options));
  }

  /** `PhoneNumberField.check` */
  check(): E164 | undefined {
    const field = this.#field;
    this.settle();
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

  /** Refuses a key that is no part of a number, so that it is felt and announced. */
  refuseKey(event: InputEvent): void {
    const { data, inputType } = event;
    if (!data || event.isComposing) return;
    const field = this.#field;
    const { texts, state } = field;
    const { value, selectionStart, selectionEnd } = field.input;
    const head = value.slice(0, selectionStart ?? value.length) + data;
    const change = { text: head + value.slice(selectionEnd ?? value.length), caret: head.length, inputType };
    // A digit too many is refused by a field that takes mobile numbers only; others let it be, and say so later.
    const refused =
      field.validation === 'mobile' ? refusedKey(state, change, this.#options) : strangeKey(state, change);
    if (!refused) return;
    event.preventDefault();
    field.isShaking = true;
    field.announce(
      refused === 'too-long'
        ? numberProblemText(texts, 'too-long')
        : texts.msg('Digits only, please.', {
            id: 'digits-only',
            desc: 'Announced to screen readers when a letter is typed into the number or the code. Up to 40 characters.',
          }),
    );
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

  /** Tells the form and the page what the number is now. */
  publish(): void {
    const { country } = this;
    const { e164: value = '', problem } = this.reading;
    this.#validate(problem);
    if (value === this.#announced.value && country === this.#announced.country) return;
    this.#announced = { value, country };
    this.#internals.setFormValue(value);
    this.#field.dispatchEvent(new PhoneNumberChangeEvent(value, country));
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
