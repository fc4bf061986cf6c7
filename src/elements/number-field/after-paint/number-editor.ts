/** What the number field does with its number, once numbers can be read: fetched while the field is drawn. */
import type { TemplateResult } from 'lit';
import { missingNumberText } from '../../../localization/first-texts.js';
import { numberProblemText } from '../../../localization/number-texts.js';
import {
  chooseCountry,
  edit,
  exampleNumber,
  loadMetadata,
  readNumber,
  lineOf,
  plansFetched,
  refresh,
  settle,
  showLine,
  startField,
  takeLine,
  type FieldState,
  type NumberReading,
  type ReadOptions,
} from '../../../phone/core.js';
import type { CountryCode } from '../../../phone/countries.js';
import { History, historyKey } from '../../../phone/history.js';
import { significant } from '../../../phone/significant.js';
import { isComposing } from '../../shared/composition.js';
import type { NumberFieldHost, Start } from '../host.js';
import { PhoneNumberChangeEvent } from '../number-change-event.js';
import { renderCountryPicker } from './country-button.js';
import { countryOnceMore } from './country-once-more.js';
import { nextPaint } from './next-paint.js';
import { offersText, renderOffers } from './number-offers.js';
import { refuseKey } from './refuse-key.js';

export class NumberEditor {
  readonly #field: NumberFieldHost;
  readonly #history = new History();
  /** What the field holds. Its text is what the input shows, but for an input method at work. */
  #state!: FieldState;
  /** How many plans were there when the text was formatted. */
  #plans = 0;
  #reading: NumberReading | undefined;
  #announced: { value: string; country: CountryCode | undefined } = { value: '', country: undefined };
  /** What the form's owner is told of the value, in words. */
  #said: string | undefined;
  #textOnFocus: string;
  #isListening = false;
  /** An input method is at work: what the input shows is its own. */
  #isComposing: boolean;
  /** The number that the person has been told does not look like a mobile one. */
  #warnedOf: NumberReading['e164'];

  /** What the field's next picture waits for: the key that has just been shown. */
  nextPicture: Promise<void> | undefined;

  /** What was typed until now is taken over, caret and all. */
  constructor(field: NumberFieldHost, start: Readonly<Start>) {
    this.#field = field;
    this.#isComposing = start.isComposing;
    const { text, country, inputType } = start;
    const line = field.hasUpdated ? takeLine(field.input) : lineOf(text);
    const empty = startField({ ...lineOf(text), inputType }, country, this.#options);
    this.#become(startField({ ...line, inputType }, country, this.#options));
    if (line.text !== text) this.#history.record(empty);
    this.#textOnFocus = line.text === text ? this.#state.line.text : text;
    // At once: what is typed before the next picture would be painted over.
    if (field.hasUpdated) this.#listen();
    this.reread();
  }

  /** What the text says. */
  get reading(): NumberReading {
    const { line, country } = this.#state;
    return (this.#reading ??= readNumber(line.text, country, this.#options));
  }

  /** The country shown: the number's own, or the chosen one. */
  get country(): CountryCode | undefined {
    return this.reading.country ?? this.#state.country;
  }

  /** The page's rules changed: the same text may read otherwise. */
  reread(): void {
    this.#reading = undefined;
    const country = countryOnceMore(this.#field, this.country);
    if (country && country !== this.country) this.chooseCountry(country);
  }

  /** An example number of the country, as the field would show it. */
  get example(): string {
    const { country } = this.#state;
    return country ? exampleNumber(country) : '';
  }

  /** What the person has been told of this number, which may still be sent to; else empty. */
  get warning(): string {
    const isWarned = this.#warnedOf && this.#warnedOf === this.reading.e164;
    return isWarned ? numberProblemText(this.#field.texts, 'not-mobile') : '';
  }

  get isEmpty(): boolean {
    return this.#state.line.text.trim() === '';
  }

  /** Resolves when the number can be judged; rejects when the plans that it needs cannot be fetched. */
  async ready(): Promise<this> {
    await loadMetadata(this.#state.line.text, this.#state.country);
    // Whoever asked for them, they may say more of this text.
    if (this.#plans !== plansFetched()) this.#become(refresh(this.#now, this.#options));
    return this;
  }

  /** The page sets the value: there is no undoing that. */
  setText(text: string): void {
    this.#history.clear();
    this.#become(edit(this.#state, lineOf(text), this.#options));
  }

  chooseCountry(country: CountryCode): void {
    this.#become(chooseCountry(this.#now, country));
  }

  /** `PhoneNumberField.check` */
  check(isInsisting: boolean): NumberReading['e164'] {
    const field = this.#field;
    this.#onScripted(); // Some who fill in forms tell nobody.
    this.#settle();
    const { problem, warning, e164, missingDigits, offers } = this.reading;
    if (this.isEmpty) field.complain(missingNumberText);
    else if (problem)
      field.complain(
        texts => numberProblemText(texts, problem, missingDigits),
        offersText(field.texts, offers),
      );
    else if (!warning || (isInsisting && this.#warnedOf === e164)) return e164;
    else {
      this.#warnedOf = e164;
      field.requestUpdate();
      field.tell(numberProblemText(field.texts, warning));
    }
    return undefined;
  }

  /** What may have been meant instead, once the person has been told that this cannot be sent to. */
  renderOffers(): unknown {
    return renderOffers(this.#field.texts, this.reading, ({ e164 }) =>
      this.#pick(edit(this.#state, lineOf(e164), this.#options)),
    );
  }

  /** The button with the country, and the list behind it. */
  renderCountry(): TemplateResult {
    const isCodeWritten = significant(this.#state.line.text).startsWith('+');
    // No flag beside a calling code that is of no country.
    const country = this.reading.problem === 'invalid-country-code' ? undefined : this.country;
    return renderCountryPicker(this.#field, country, isCodeWritten, country =>
      this.#pick(country ? chooseCountry(this.#now, country) : this.#state),
    );
  }

  /** What a person takes from a list. */
  #pick(state: FieldState): void {
    this.#history.record(this.#now);
    this.#become(state);
    this.#field.edited();
    this.#field.focus();
  }

  /** Shows the text, and tells the form and the page what the number is now; of a key the browser tells by itself. */
  show(isKey?: boolean): void {
    this.#listen();
    this.#paint();
    const { country } = this;
    const { e164: value = '', problem } = this.reading;
    this.#validate(problem);
    const isNew = value !== this.#announced.value;
    // A paste that waits for its plans is told of once, when it is read: value and country together.
    if ((!isNew && country === this.#announced.country) || this.#state.unsettled) return;
    this.#announced = { value, country };
    this.#field.internals.setFormValue(value);
    if (isNew && !isKey && this.#history.isUsed)
      this.#field.dispatchEvent(new Event('input', { bubbles: true }));
    this.#field.dispatchEvent(new PhoneNumberChangeEvent(value, country));
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const { input, shadowRoot } = this.#field;
    input.addEventListener('beforeinput', this.#onBeforeInput);
    input.addEventListener('input', this.#onInput);
    input.addEventListener('compositionend', this.#onInput);
    input.addEventListener('change', this.#onScripted);
    input.addEventListener('keydown', this.#onKeydown);
    input.addEventListener('pointerdown', () => this.#history.pause());
    input.addEventListener('focus', () => (this.#textOnFocus = this.#state.line.text));
    input.addEventListener('blur', this.#onBlur);
    // A person may have typed, and gone on, before this was here.
    if (shadowRoot?.activeElement !== input) void this.ready().then(this.#onBlur, this.#onBlur);
  }

  readonly #onBeforeInput = (event: InputEvent): void => {
    if (event.inputType.startsWith('history')) {
      event.preventDefault();
      // Where that cannot be prevented, the input's own event does it.
      if (event.defaultPrevented) this.#travel(event.inputType === 'historyUndo' ? 'undo' : 'redo');
    } else refuseKey(this.#field, this.#state, this.#options, event);
  };

  readonly #onInput = (event: Event): void => {
    const { inputType = 'insertText' } = event as Partial<InputEvent>;
    this.#isComposing = isComposing(event);
    if (this.#isComposing) return;
    this.#field.edited();
    // The key shows in the input at once; what is said of the number under it can be drawn a frame later.
    this.nextPicture = nextPaint();
    if (inputType.startsWith('history')) this.#travel(inputType === 'historyUndo' ? 'undo' : 'redo');
    else this.#take(inputType);
    this.show(true);
  };

  /** A script that fills in forms may tell of it when it is done, and not before. */
  readonly #onScripted = (): void => {
    if (this.#field.input.value !== this.#state.line.text) this.#take(undefined);
  };

  /** Takes over what the browser did to the input. */
  #take(inputType: string | undefined): void {
    const change = { ...takeLine(this.#field.input), inputType };
    this.#history.record(this.#state, change);
    this.#become(edit(this.#state, change, this.#options));
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (/^(?:Arrow|Home|End)/.test(event.key)) this.#history.pause();
    const way = historyKey(event);
    if (!way || this.#field.busy) return;
    event.preventDefault();
    this.#travel(way);
  };

  #travel(way: 'undo' | 'redo'): void {
    const state = this.#history[way](this.#now);
    if (state) this.#become(state);
    else this.#paint();
  }

  readonly #onBlur = (): void => {
    this.#history.pause();
    if (this.#state.line.text === this.#textOnFocus) return;
    this.#settle();
    this.#field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  #settle(): void {
    this.#become(settle(this.#now, this.#options));
  }

  /** The state with the caret of this moment: it moves without a word. */
  get #now(): FieldState {
    const { hasUpdated, input } = this.#field;
    if (!hasUpdated || input.value !== this.#state.line.text) return this.#state;
    return { ...this.#state, line: takeLine(input) };
  }

  /** The input shows the state's text from the moment that there is one, so that no caret is read in another text. */
  #paint(): void {
    const { hasUpdated, input, shadowRoot } = this.#field;
    if (!hasUpdated || this.#isComposing) return;
    showLine(input, this.#state.line, shadowRoot?.activeElement === input);
  }

  #validate(problem: NumberReading['problem']): void {
    const { texts, required } = this.#field;
    const isEmpty = this.#state.line.text === '';
    const valueMissing = required && isEmpty;
    const customError = problem !== undefined && !isEmpty;
    const wrong = customError ? numberProblemText(texts, problem, this.reading.missingDigits) : '';
    const said = valueMissing ? missingNumberText(texts) : wrong;
    // The browser takes its time with each, even with the one it has.
    if (said === this.#said) return;
    this.#said = said;
    this.#field.judge({ valueMissing, customError }, said);
  }

  get #options(): ReadOptions {
    const { validation, isAllowed } = this.#field;
    return { validation, isAllowed };
  }

  #become(state: FieldState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#plans = plansFetched();
    this.#reading = undefined;
    this.#paint();
    this.#field.requestUpdate();
    // Asking the network takes its time: not while a key is waiting.
    setTimeout(() => void this.ready().catch(() => undefined));
  }
}
