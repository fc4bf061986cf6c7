import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { callingCodeOf, type CountryCode } from '../../phone/countries.js';
import { whenIdle } from '../../phone/when-idle.js';
import { oneCountry } from '../shared/country-list.js';
import { FormControl } from '../shared/form-control.js';
import { chevronIcon } from '../shared/icons.js';
import { tokens } from '../shared/tokens.styles.js';
import { flag } from './flag.js';
import type { CountryPopup } from './on-open/index.js';
import { countryPickerStyles, countryPlaceStyles } from './phone-country-picker.styles.js';
import { placePopup } from './place-popup.js';

/**
 * A button with the chosen country, and behind it a list that finds one by name, code or calling code.
 *
 * @element phone-country-picker
 * @fires change - A country was chosen.
 * @csspart button - The button with flag and calling code.
 * @csspart popup - The list with its search.
 * @csspart search - The search over the list.
 * @csspart option - One country of the list.
 */
export class PhoneCountryPicker extends FormControl {
  static override readonly styles = [tokens, countryPickerStyles, countryPlaceStyles];
  static override readonly properties: PropertyDeclarations = {
    value: { converter: oneCountry },
    isAllowed: { attribute: false },
    preferredCountries: { attribute: false },
    codeless: { type: Boolean },
    anchor: { attribute: false },
    popup: { state: true },
    isComing: { state: true },
    countryName: { state: true },
  };

  /** The chosen country. ISO 3166-1 alpha-2. */
  override value: CountryCode | undefined;
  /** Which countries can be chosen; all of them unless told otherwise. */
  isAllowed: (country: CountryCode) => boolean = Boolean;
  /** These stand first in the list. */
  preferredCountries: readonly CountryCode[] = [];
  /** The number beside it is written with its calling code: the button shows the flag alone. */
  codeless = false;
  /** What the list is laid along; the picker itself without it. */
  anchor: Element | undefined;

  /** Fetched when the page is idle, or when it is first opened. */
  private popup: CountryPopup | undefined;
  /** It has been asked for, and is on its way: where it will be is shown. */
  private isComing = false;
  private countryName = '';
  #named = '';
  #typed = '';
  #isWanted = false;
  #fetched: Promise<void> | undefined;

  /**
   * Opens the list, and puts the focus into its search. Its place is shown at once. Resolves when it is there, cannot be
   * fetched, or is not wanted any more. Never rejects.
   */
  async open(): Promise<void> {
    if (this.isDisabled) return;
    this.#isWanted = true;
    if (this.popup) return this.popup.open();
    this.isComing = true;
    await this.updateComplete;
    const place = this.#place;
    if (place?.isConnected && !place.matches(':popover-open')) {
      placePopup(place, this.alongside, this.matches(':dir(rtl)'));
      place.showPopover();
    }
    await this.#fetch();
    this.isComing = false;
  }

  /** Closes the list, and puts the focus back on the button unless it is wanted elsewhere. */
  close(): void {
    this.#giveUp();
    this.#place?.hidePopover();
    this.popup?.close();
  }

  /** What is on its way is not opened, and not searched for what was typed meanwhile. */
  #giveUp(): void {
    this.#isWanted = false;
    this.#typed = '';
  }

  /** Where the list will be, until it has been fetched. */
  get #place(): HTMLElement | null | undefined {
    return this.shadowRoot?.querySelector<HTMLElement>('.coming');
  }

  /** @internal */
  get alongside(): Element {
    return this.anchor ?? this;
  }

  /** @internal */
  isUnder(event: Event): boolean {
    return event.composedPath().includes(this);
  }

  /** @internal */
  takeTyped(): string {
    const typed = this.#typed;
    this.#typed = '';
    return typed;
  }

  /** @internal */
  choose(country: CountryCode): void {
    this.value = country;
    this.isDirty = true;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has('value')) this.value = oneCountry(this.value);
    this.isAllowed ??= Boolean;
    this.preferredCountries ??= [];
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    const { alongside } = this;
    if (alongside.matches(':focus-within')) this.#prepare();
    else alongside.addEventListener('focusin', this.#prepare, { once: true });
  }

  protected override updated(): void {
    const { value, texts } = this;
    this.mark(this.popup?.isOpen === true && 'open');
    this.internals.setFormValue(value ?? null);
    this.judge({ valueMissing: this.required && !value }, this.input?.ariaLabel ?? '');
    const wanted = `${texts.locale} ${value}`;
    if (!value || wanted === this.#named) return;
    this.#named = wanted;
    // The first `Intl.DisplayNames` of a page takes tens of milliseconds on a slow phone: not while it is being drawn.
    whenIdle(() => {
      this.countryName = new Intl.DisplayNames(texts.locale, { type: 'region' }).of(value) ?? value;
    });
  }

  /** @internal */
  override get input(): HTMLElement | null {
    return this.shadowRoot?.querySelector('.country') ?? null;
  }

  protected override render() {
    const { texts, value, popup, isComing } = this;
    const callingCode = value ? `+${callingCodeOf(value)}` : '';
    const name = this.countryName || value || '';
    const label = value
      ? texts.msg(str`Country: ${name}, ${callingCode}`, {
          id: 'country-button',
          desc: 'Spoken name of the button that opens the list of countries. The placeholders: a name, a calling code such as +44.',
        })
      : texts.msg('Choose a country', {
          id: 'country-choose',
          desc: 'Spoken name of the button that opens the list of countries, and of that list. Up to 40 characters.',
        });
    return html`<button
        type="button"
        class="country"
        part="button"
        aria-label=${label}
        aria-haspopup="dialog"
        aria-expanded=${popup?.isOpen ? 'true' : 'false'}
        aria-disabled=${this.isDisabled ? 'true' : 'false'}
        @pointerenter=${this.#fetch}
        @focus=${this.#fetch}
        @click=${this.#toggle}
        @keydown=${this.#onKeydown}
      >
        ${value ? flag(value) : nothing}<span class="code" translate="no"
          >${this.codeless ? '' : callingCode || '+'}</span
        >${chevronIcon}
      </button>
      ${popup?.render() ?? (isComing ? this.#renderPlace() : nothing)}`;
  }

  #renderPlace() {
    return html`<div class="popup coming" part="popup" popover @beforetoggle=${this.#onPlace}></div>`;
  }

  /** A press beside it, or Escape. */
  readonly #onPlace = ({ newState }: ToggleEvent): void => {
    if (newState === 'closed') this.#giveUp();
  };

  /** Fetches the list, and draws it, in two times of idleness: a person is at work beside it. */
  readonly #prepare = (): void => {
    const { connection } = navigator as { connection?: { saveData: boolean } };
    if (connection?.saveData) return;
    whenIdle(
      () =>
        void import('./on-open/index.js').then(
          () => whenIdle(() => void this.#fetch()),
          () => undefined,
        ),
    );
  };

  /** Fetches the list as soon as it is likely to be wanted, and opens it if it is by then. */
  readonly #fetch = (): Promise<void> =>
    // Of several `import()`s each is handed out in a task of its own, with frames in between.
    (this.#fetched ??= import('./on-open/index.js').then(
      list => {
        this.popup = new list.CountryPopup(this);
        return this.popup.open(this.#isWanted);
      },
      () => {
        // Without the list a number with its calling code still sets the country, and the next press tries again.
        this.#fetched = undefined;
        this.#isWanted = false;
      },
    ));

  /** Typing opens the list, as it does with the browser's own, and is what it is searched for. */
  #onKeydown(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    // On from the button, as if the list were not there.
    if (key === 'Tab') this.close();
    if (key.length > 1 || key === ' ' || ctrlKey || metaKey || altKey || this.isDisabled) return;
    // The search may have the focus before the key writes.
    event.preventDefault();
    this.#typed += key;
    void this.open();
  }

  #toggle(): void {
    if (this.popup?.isOpen) this.close();
    else void this.open();
  }
}
