import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FieldState, NumberReading, ReadOptions, TextChange } from '../phone/core.js';
import type { CountryCode } from '../phone/countries.js';
import { loadNumberCore } from './load-number-core.js';
import type * as NumberCore from './number-core.js';

/**
 * The number in a field, between the input and phone/: what it shows, what it reads as, and the fetching of what reading
 * needs. Until that is there the text stays as typed; then it is taken over, caret and all.
 */
export class NumberEntry implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: () => ReadOptions;
  readonly #onCore: (core: typeof NumberCore) => void;
  #core: typeof NumberCore | undefined;
  #state: FieldState = { text: '', caret: 0, country: undefined, unsettled: false };
  /** How the text came, while numbers could not be read yet; a paste or a filled-in number outweighs typing. */
  #inputType: string | undefined = 'insertText';
  #reading: NumberReading | undefined;

  /** `onCore`: what reads numbers has come. */
  constructor(
    host: ReactiveControllerHost,
    options: () => ReadOptions,
    onCore: (core: typeof NumberCore) => void,
  ) {
    this.#host = host;
    this.#options = options;
    this.#onCore = onCore;
    host.addController(this);
  }

  hostConnected(): void {
    this.#fetch();
  }

  /** What reads numbers, once it is there. */
  get core(): typeof NumberCore | undefined {
    return this.#core;
  }

  get state(): FieldState {
    return this.#state;
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
    return (country && this.#core?.exampleNumber(country)) ?? '';
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

  /** Resolves when the number can be judged; rejects when what that needs cannot be fetched. */
  async ready(): Promise<typeof NumberCore> {
    const core = this.#core ?? (await this.#takeOver());
    const { text, country } = this.#state;
    if (!core.hasMetadata(text, country)) {
      await core.loadMetadata(text, country);
      this.#become(core.refresh(this.#state, this.#options()));
    }
    return core;
  }

  #fetch(): void {
    this.ready().catch(() => undefined);
  }

  #become(state: FieldState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#reading = undefined;
    this.#host.requestUpdate();
    // Asking the network takes its time: not while a key is waiting.
    if (this.#core) setTimeout(() => this.#fetch());
    else this.#fetch();
  }

  /** What was typed until now is read by the core that has come. */
  async #takeOver(): Promise<typeof NumberCore> {
    const core = await loadNumberCore(this.#state.country);
    // With its plans, if they can be had: those who find them there later would not read the text once more.
    await core.loadMetadata(this.#state.text, this.#state.country).catch(() => undefined);
    // Another call may have been quicker.
    if (!this.#core) {
      this.#core = core;
      const { text, caret, country } = this.#state;
      this.#become(core.startField({ text, caret, inputType: this.#inputType }, country, this.#options()));
      this.#onCore(core);
    }
    return core;
  }
}
