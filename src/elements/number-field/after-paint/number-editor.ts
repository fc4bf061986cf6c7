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
import { renderCountryPicker } from './country-button.js';
import { countryOnceMore } from './country-once-more.js';
import { nextPaint } from './next-paint.js';
import { offersText, renderOffers } from './number-offers.js';
import { refuseKey } from './refuse-key.js';
import { createTeller } from './tell-number.js';

export class NumberEditor {
  readonly #field: NumberFieldHost;
  readonly #history = new History();
  readonly #tellOf: ReturnType<typeof createTeller>;
  /** What the field holds. Its text is what the input shows, but for an input method at work. */
  #state!: FieldState;
  /** How many plans were there when the text was formatted. */
  #plans = 0;
  #reading: NumberReading | undefined;
  #textOnFocus: string;
  #isListening = false;
  /** An input method is at work: what the input shows is its own. */
  #isComposing: boolean;
  /** The number that the person has been told does not look like a mobile one. */
  #warnedOf: NumberReading['e164'];
  /** A key has been shown, and not yet told of. */
  #isUntold = false;

  /** What the field's next picture waits for: the key that has just been shown. */
  nextPicture: Promise<void> | undefined;

  /** What was typed until now is taken over, caret and all. */
  constructor(field: NumberFieldHost, start: Readonly<Start>) {
    this.#field = field;
    this.#tellOf = createTeller(field);
    // Who asks the browser of the field hears of the last key, too.
    const { internals } = field;
    Object.defineProperty(field, 'internals', { get: () => (this.#catchUp(), internals) });
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
    // Asking the network takes its time: not while a key is waiting.
    await this.nextPicture;
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

  /** Shows the text, and tells the form and the page what the number is now. */
  show(): void {
    this.#listen();
    this.#paint();
    this.#tell();
  }

  /** Before anything else is done or asked, what a key has put off until its picture. */
  #catchUp(): void {
    if (this.#isUntold) this.#tell();
  }

  #tell(): void {
    const isKey = this.#isUntold; // of which the browser tells by itself
    this.#isUntold = false;
    this.#tellOf(this.#state, this.reading, this.country, !isKey && this.#history.isUsed);
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
    // The key shows in the input at once; the number is read, and what is said of it drawn, a frame later.
    this.nextPicture = nextPaint();
    if (inputType.startsWith('history')) this.#travel(inputType === 'historyUndo' ? 'undo' : 'redo');
    else this.#take(inputType);
    const { isHanded, internals } = this.#field;
    this.#isUntold = true;
    this.#field.requestUpdate();
    // A form of the page's can be checked and sent at any time, and the browser does not ask us. Nor does a script that types.
    if (!event.isTrusted || (internals.form && !isHanded)) this.#tell();
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
    this.#catchUp();
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
    this.#catchUp();
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

  get #options(): ReadOptions {
    const { validation, isAllowed } = this.#field;
    return { validation, isAllowed };
  }

  #become(state: FieldState): void {
    if (state === this.#state) return;
    this.#catchUp();
    this.#state = state;
    this.#plans = plansFetched();
    this.#reading = undefined;
    this.#paint();
    this.#field.requestUpdate();
    void this.ready().catch(() => undefined);
  }
}
