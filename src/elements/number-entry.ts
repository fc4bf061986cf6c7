import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldState, NumberReading, ReadOptions, TextChange } from '../phone/core.js';
import type { CountryCode } from '../phone/countries.js';
import { loadPhoneCore, type PhoneCore } from '../phone/load.js';

/**
 * The number in a field, between the input and phone/: what it shows, what it reads as, and the fetching of what reading
 * needs. Until that is there the text stays as typed; then it is taken over, caret and all.
 */
export class NumberEntry implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: () => ReadOptions;
  #core: PhoneCore | undefined;
  #state: FieldState = { text: '', caret: 0, country: undefined, unsettled: false };
  /** How the text came, while numbers could not be read yet; a paste or a filled-in number outweighs typing. */
  #inputType: string | undefined = 'insertText';
  #reading: NumberReading | undefined;
  #example: { country: CountryCode | undefined; number: string } = { country: undefined, number: '' };

  constructor(host: ReactiveControllerHost, options: () => ReadOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#fetch().catch(() => undefined);
  }

  get text(): string {
    return this.#state.text;
  }

  get caret(): number {
    return this.#state.caret;
  }

  /** The country shown: the number's own, or the chosen one. */
  get country(): CountryCode | undefined {
    return this.reading?.country ?? this.#state.country;
  }

  /** What the text says; `undefined` until numbers can be read. */
  get reading(): NumberReading | undefined {
    return (this.#reading ??= this.#core?.readNumber(this.#state.text, this.#state.country, this.#options()));
  }

  /** An example number of the country, as the field would show it. */
  get example(): string {
    const { country } = this.#state;
    if (country !== this.#example.country || !this.#example.number) {
      this.#example = { country, number: (country && this.#core?.exampleNumber(country)) ?? '' };
    }
    return this.#example.number;
  }

  /** The browser changed the input, or the page the value (then there is no `inputType`). */
  edit(change: TextChange): void {
    const { text, caret, inputType } = change;
    if (!inputType?.startsWith('insertText') && !inputType?.startsWith('delete')) this.#inputType = inputType;
    this.#become(
      this.#core ? this.#core.edit(this.#state, change, this.#options()) : { ...this.#state, text, caret },
    );
  }

  /** The caret moved; it counts when what was typed is taken over. */
  moveCaret(caret: number): void {
    this.#state = { ...this.#state, caret };
  }

  chooseCountry(country: CountryCode): void {
    this.#become(this.#core ? this.#core.chooseCountry(this.#state, country) : { ...this.#state, country });
  }

  settle(): void {
    if (this.#core) this.#become(this.#core.settle(this.#state, this.#options()));
  }

  /** The page's rules changed: the same text may read otherwise. */
  reread(): void {
    this.#reading = undefined;
  }

  /** A digit too many is refused by a field that takes mobile numbers only; others let it be, and say so later. */
  refusedKey(change: TextChange): 'not-a-digit' | 'too-long' | undefined {
    const options = this.#options();
    return options.validation === 'mobile'
      ? this.#core?.refusedKey(this.#state, change, options)
      : this.#core?.strangeKey(this.#state, change);
  }

  /** Resolves when the number can be judged; rejects when what that needs cannot be fetched. */
  async ready(): Promise<void> {
    await this.#fetch();
  }

  #become(state: FieldState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#reading = undefined;
    this.#host.requestUpdate();
    this.#fetch().catch(() => undefined);
  }

  async #fetch(): Promise<void> {
    const { country } = this.#state;
    if (!this.#core) {
      const core = await loadPhoneCore(country);
      // Another call may have been quicker.
      if (!this.#core) {
        this.#core = core;
        const { text, caret } = this.#state;
        this.#become(
          core.startField({ text, caret, inputType: this.#inputType }, this.#state.country, this.#options()),
        );
      }
    }
    const { text } = this.#state;
    if (this.#core.hasMetadata(text, this.#state.country)) return;
    await this.#core.loadMetadata(text, this.#state.country);
    this.#become(this.#core.refresh(this.#state, this.#options()));
  }
}
