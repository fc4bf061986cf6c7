import { html, noChange, nothing, type ReactiveController, svg } from 'lit';
import type { CountryCode } from '../../../phone/countries.js';
import { icon } from '../../shared/icons.js';
import type { CountryPickerHost } from '../host.js';
import { countryPopupStyles } from './country-popup.styles.js';
import { countText, renderRow } from './country-rows.js';
import { FoundCountries } from './found-countries.js';
import { placePopup } from './place-popup.js';
import { whileOpen } from './while-open.js';

const searchIcon = icon(svg`<circle cx="7" cy="7" r="4.6" /><path d="M10.6 10.6L14 14" />`);
const closeIcon = icon(svg`<path d="M4 4l8 8M12 4l-8 8" />`);

/** Rows drawn beyond the visible ones, so that fast scrolling shows no gap: few in the first picture, more after it. */
const overscanAtFirst = 1;
const overscan = 6;
/** The list's height in rows, where there is room. */
const comfortableRows = 7;

/**
 * The list of countries and its search: the ARIA Authoring Practices' combobox. The focus stays in the search, the active
 * option moves. Only the rows in sight are drawn. A chunk of its own, fetched when the picker is first opened.
 */
export class CountryPopup implements ReactiveController {
  isOpen = false;

  readonly #host: CountryPickerHost;
  readonly #found: FoundCountries;
  #firstRow = 0;
  #overscan = overscanAtFirst;
  #rowHeight = 42;
  #visibleRows = comfortableRows + 2;
  #listeners: AbortController | undefined;
  /** While the list is closed it is drawn once, to be there when it is opened. */
  #isPrepared = false;

  constructor(host: CountryPickerHost) {
    this.#host = host;
    this.#found = new FoundCountries(host);
    host.shadowRoot!.adoptedStyleSheets.push(countryPopupStyles.styleSheet!);
    host.addController(this);
    this.#prepare();
  }

  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    this.#find('');
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const popup = this.#element('.popup');
    // Closed again, or taken off the page, meanwhile.
    if (!this.isOpen || !popup?.isConnected) return;
    this.#place();
    popup.showPopover();
    this.#measure();
    this.#reveal('center');
    this.#input?.focus();
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#overscan = overscan;
        this.#host.requestUpdate();
      }),
    );
    this.#listeners = new AbortController();
    whileOpen(popup, this.#listeners.signal, {
      pressed: event => this.#host.isUnder(event) || this.close(),
      resized: () => {
        this.#place();
        this.#measure();
        this.#host.requestUpdate();
      },
      scrolled: () => this.#place(),
      hidden: () => this.close(),
    });
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#listeners?.abort();
    const popup = this.#element('.popup');
    const hadFocus = popup?.contains(this.#host.shadowRoot!.activeElement);
    if (popup?.matches(':popover-open')) popup.hidePopover();
    if (hadFocus) this.#host.focus();
    this.#prepare();
  }

  #prepare(): void {
    if (this.#input) this.#input.value = '';
    this.#overscan = overscanAtFirst;
    this.#find('');
    this.#isPrepared = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.isOpen = false;
    this.#listeners?.abort();
  }

  hostUpdated(): void {
    const sizer = this.#element('.sizer');
    if (!sizer) return;
    sizer.style.blockSize = `${this.#found.matches.length * this.#rowHeight}px`;
    this.#element('.rows')!.style.translate = `0 ${this.#firstDrawn * this.#rowHeight}px`;
  }

  render() {
    if (!this.isOpen && this.#isPrepared) return noChange;
    this.#isPrepared = true;
    const { texts } = this.#host;
    if (!this.#found.isInLanguage) this.#find(this.#found.query);
    const label = texts.msg('Choose a country', {
      id: 'country-choose',
      desc: 'Spoken name of the button that opens the list of countries, and of that list. Up to 40 characters.',
    });
    const count = this.#found.matches.length;
    return html`
      <div
        class="popup"
        part="popup"
        popover="manual"
        role="dialog"
        aria-label=${label}
        @keydown=${this.#onKeydown}
      >
        <div class="search">
          ${searchIcon}
          <input
            type="text"
            role="combobox"
            aria-label=${label}
            aria-expanded="true"
            aria-controls="countries"
            aria-autocomplete="list"
            aria-activedescendant=${count ? `country-${this.#found.activeCountry}` : nothing}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="done"
            placeholder=${texts.msg('Country or code', {
              id: 'country-search',
              desc: 'In the empty search of the list of countries: by name or calling code. Up to 30 characters.',
            })}
            @input=${this.#onInput}
          />
          <button
            type="button"
            class="close"
            aria-label=${texts.msg('Close', { id: 'close', desc: 'Button that closes the list of countries.' })}
            @click=${() => this.close()}
          >
            ${closeIcon}
          </button>
        </div>
        <div
          class="list"
          translate="no"
          id="countries"
          role="listbox"
          aria-label=${label}
          tabindex="-1"
          ?hidden=${count === 0}
          @scroll=${this.#onScroll}
        >
          <div class="sizer" role="presentation"></div>
          <div class="rows" role="presentation">${this.#renderRows()}</div>
        </div>
        ${count ? nothing : html`<p class="none">${countText(texts, count)}</p>`}
        <div
          class="visually-hidden"
          role="status"
          .textContent=${this.#found.query ? countText(texts, count) : ''}
        ></div>
      </div>
    `;
  }

  get #firstDrawn(): number {
    return Math.max(0, this.#firstRow - this.#overscan);
  }

  #renderRows() {
    const first = this.#firstDrawn;
    return this.#found.matches
      .slice(first, this.#firstRow + this.#visibleRows + this.#overscan)
      .map((match, index) =>
        renderRow(match, {
          place: first + index,
          count: this.#found.matches.length,
          isActive: first + index === this.#found.active,
          isChosen: match.country === this.#host.value,
          choose: () => this.#choose(match.country),
        }),
      );
  }

  #find(query: string): void {
    this.#found.find(query);
    // Where the chosen one will stand in the middle; a search begins at its best match.
    this.#firstRow = this.#clampRow(this.#found.active - (query ? 0 : (this.#visibleRows - 1) / 2));
  }

  #choose(country: CountryCode): void {
    this.close();
    this.#host.choose(country);
  }

  readonly #onInput = (): void => {
    this.#find(this.#input?.value ?? '');
    const list = this.#element('.list');
    if (list) list.scrollTop = 0;
    this.#host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: comfortableRows,
      PageUp: -comfortableRows,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      this.#found.move(step);
      this.#reveal('nearest');
    } else if (event.key === 'Enter') {
      const { activeCountry } = this.#found;
      if (activeCountry) this.#choose(activeCountry);
    } else if (event.key === 'Escape') {
      this.close();
    } else if (event.key === 'Tab') {
      // On from the button, as if the list were not there.
      this.close();
      if (!event.shiftKey) return;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onScroll = (): void => {
    const first = this.#clampRow((this.#element('.list')?.scrollTop ?? 0) / this.#rowHeight);
    if (first === this.#firstRow) return;
    this.#firstRow = first;
    this.#host.requestUpdate();
  };

  #clampRow(row: number): number {
    return Math.max(0, Math.min(Math.floor(row), this.#found.matches.length - this.#visibleRows));
  }

  /** How tall a row is, and how many of them are in sight, the cut ones among them. */
  #measure(): void {
    const option = this.#element('.option');
    // `offsetHeight` is rounded: a hundred rows down it would be half a row off.
    if (option) this.#rowHeight = parseFloat(getComputedStyle(option).blockSize) || this.#rowHeight;
    const height = this.#element('.list')?.clientHeight;
    if (height) this.#visibleRows = Math.ceil(height / this.#rowHeight) + 1;
  }

  /** Scrolls the active option into sight. */
  #reveal(where: 'nearest' | 'center'): void {
    const list = this.#element('.list');
    if (!list) return;
    const top = this.#found.active * this.#rowHeight;
    const { clientHeight, scrollTop } = list;
    // Before the first paint of all rows' height the list cannot scroll that far.
    this.hostUpdated();
    if (where === 'center') list.scrollTop = top - (clientHeight - this.#rowHeight) / 2;
    else if (top < scrollTop) list.scrollTop = top;
    else if (top + this.#rowHeight > scrollTop + clientHeight)
      list.scrollTop = top + this.#rowHeight - clientHeight;
    this.#onScroll();
    this.#host.requestUpdate();
  }

  #place(): void {
    const host = this.#host;
    const popup = this.#element('.popup');
    const mostHeight = (comfortableRows + 1.5) * this.#rowHeight;
    if (popup) placePopup(popup, host.alongside, host.matches(':dir(rtl)'), mostHeight);
  }

  get #input(): HTMLInputElement | null {
    return this.#host.shadowRoot!.querySelector('.search input');
  }

  #element(selector: string): HTMLElement | null {
    return this.#host.shadowRoot!.querySelector(selector);
  }
}
