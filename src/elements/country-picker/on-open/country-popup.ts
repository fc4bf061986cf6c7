import { str } from '@lit/localize/internal/str-tag.js';
import { adoptStyles, html, noChange, nothing, type ReactiveController, svg } from 'lit';
import { allCountries, type CountryCode } from '../../../phone/countries.js';
import { createCountrySearch, type CountryMatch, type CountrySearch } from '../../../phone/search.js';
import { countryPopupStyles } from './country-popup.styles.js';
import type { flag } from '../flag.js';
import { icon } from '../../shared/icons.js';
import type { PhoneCountryPicker } from '../phone-country-picker.js';
import { placePopup } from './place-popup.js';

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

  readonly #host: PhoneCountryPicker;
  readonly #flag: typeof flag;
  #search: CountrySearch | undefined;
  #searchLocale = '';
  /** The countries that can be found, of those that the page allows. */
  #searched = '';
  #matches: readonly CountryMatch[] = [];
  #query = '';
  #active = 0;
  #firstRow = 0;
  #overscan = overscanAtFirst;
  #rowHeight = 42;
  #visibleRows = comfortableRows + 2;
  #listeners: AbortController | undefined;
  /** While the list is closed it is drawn once, to be there when it is opened. */
  #isPrepared = false;

  /** The picker hands on how it draws a flag: two chunks that share a module would make a third. */
  constructor(host: PhoneCountryPicker, drawFlag: typeof flag) {
    this.#host = host;
    this.#flag = drawFlag;
    const root = host.shadowRoot!;
    const sheets = (host.constructor as typeof PhoneCountryPicker).elementStyles;
    adoptStyles(root, [...sheets, countryPopupStyles]);
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
    const { signal } = this.#listeners;
    addEventListener('pointerdown', event => this.#onPointerDown(event), { signal, capture: true });
    addEventListener(
      'resize',
      () => {
        this.#place();
        this.#measure();
        this.#host.requestUpdate();
      },
      { signal },
    );
    addEventListener('scroll', () => this.#place(), { signal, capture: true, passive: true });
    // A dialog or a tab around it was closed: the list is not there when that is opened again.
    const size = new ResizeObserver(() => popup.checkVisibility() || this.close());
    size.observe(popup);
    signal.addEventListener('abort', () => size.disconnect());
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
    sizer.style.blockSize = `${this.#matches.length * this.#rowHeight}px`;
    this.#element('.rows')!.style.translate = `0 ${this.#firstDrawn * this.#rowHeight}px`;
  }

  render() {
    if (!this.isOpen && this.#isPrepared) return noChange;
    this.#isPrepared = true;
    const { texts } = this.#host;
    if (this.#searchLocale !== texts.locale) this.#find(this.#query);
    const label = texts.msg('Choose a country', {
      id: 'country-choose',
      desc: 'Spoken name of the button that opens the list of countries, and of that list. Up to 40 characters.',
    });
    const count = this.#matches.length;
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
            aria-activedescendant=${count ? `country-${this.#matches[this.#active]?.country}` : nothing}
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
        ${count ? nothing : html`<p class="none">${this.#countText(count)}</p>`}
        <div
          class="visually-hidden"
          role="status"
          .textContent=${this.#query ? this.#countText(count) : ''}
        ></div>
      </div>
    `;
  }

  get #firstDrawn(): number {
    return Math.max(0, this.#firstRow - this.#overscan);
  }

  #renderRows() {
    const first = this.#firstDrawn;
    return this.#matches
      .slice(first, this.#firstRow + this.#visibleRows + this.#overscan)
      .map((match, index) => this.#renderRow(match, first + index));
  }

  #renderRow({ country, name, callingCode, ranges }: CountryMatch, index: number) {
    const [[start, end] = [0, 0]] = ranges;
    return html`<div
      class="option ${index === this.#active ? 'active' : ''}"
      part="option"
      id="country-${country}"
      role="option"
      aria-selected=${country === this.#host.value ? 'true' : 'false'}
      aria-setsize=${this.#matches.length}
      aria-posinset=${index + 1}
      @click=${() => this.#choose(country)}
    >
      ${this.#flag(country)}
      <span class="name"
        >${name.slice(0, start)}<mark>${name.slice(start, end)}</mark>${name.slice(end)}</span
      >
      <span class="code">+${callingCode}</span>
    </div>`;
  }

  #countText(count: number): string {
    const { texts } = this.#host;
    return count === 0
      ? texts.msg('No country found.', {
          id: 'country-none',
          desc: 'In place of the list of countries. Up to 50 characters.',
        })
      : texts.msg(str`Countries found: ${count}`, {
          id: 'country-count',
          desc: 'Announced to screen readers while searching. The placeholder is a number.',
        });
  }

  #find(query: string): void {
    const { texts, isAllowed, preferredCountries, value } = this.#host;
    const allowed = query ? '' : allCountries.filter(isAllowed).join();
    if (!this.#search || this.#searchLocale !== texts.locale || (!query && allowed !== this.#searched)) {
      this.#search = createCountrySearch(texts.locale, allCountries.filter(isAllowed));
      this.#searchLocale = texts.locale;
      this.#searched = allowed;
    }
    this.#query = query;
    const found = this.#search.search(query);
    const isPreferred = ({ country }: CountryMatch) => !query && preferredCountries.includes(country);
    this.#matches = [...found.filter(isPreferred), ...found.filter(match => !isPreferred(match))];
    this.#active = query
      ? 0
      : Math.max(
          0,
          this.#matches.findIndex(({ country }) => country === value),
        );
    // Where the chosen one will stand in the middle; a search begins at its best match.
    this.#firstRow = this.#clampRow(this.#active - (query ? 0 : (this.#visibleRows - 1) / 2));
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
    const last = this.#matches.length - 1;
    if (step !== undefined) {
      const next = this.#active + step;
      // The arrows go round; a page stops at the ends.
      const isArrow = Math.abs(step) === 1;
      this.#active = next < 0 ? (isArrow ? last : 0) : next > last ? (isArrow ? 0 : last) : next;
      this.#reveal('nearest');
    } else if (event.key === 'Enter') {
      const match = this.#matches[this.#active];
      if (match) this.#choose(match.country);
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
    return Math.max(0, Math.min(Math.floor(row), this.#matches.length - this.#visibleRows));
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
    const top = this.#active * this.#rowHeight;
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
    if (popup) placePopup(popup, host.anchor ?? host, host.matches(':dir(rtl)'), mostHeight);
  }

  #onPointerDown(event: Event): void {
    const path = event.composedPath();
    const popup = this.#element('.popup');
    if ((popup && path.includes(popup)) || path.includes(this.#host)) return;
    this.close();
  }

  get #input(): HTMLInputElement | null {
    return this.#host.shadowRoot!.querySelector('.search input');
  }

  #element(selector: string): HTMLElement | null {
    return this.#host.shadowRoot!.querySelector(selector);
  }
}
