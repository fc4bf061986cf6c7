import { html, noChange, nothing, type ReactiveController, svg } from 'lit';
import type { CountryCode } from '../../../phone/countries.js';
import { icon } from '../../shared/icons.js';
import type { CountryPickerHost } from '../host.js';
import { placePopup } from '../place-popup.js';
import { countryPopupStyles } from './country-popup.styles.js';
import { countText, renderGroup, renderRow } from './country-rows.js';
import { FoundCountries } from './found-countries.js';
import { keySteps, RowWindow } from './row-window.js';
import { warmUp } from './warm-up.js';
import { showPopup, whileOpen } from './while-open.js';

const searchIcon = icon(svg`<circle cx="7" cy="7" r="4.6" /><path d="M10.6 10.6L14 14" />`);
const closeIcon = icon(svg`<path d="M4 4l8 8M12 4l-8 8" />`);

/** The list of countries and its search: the ARIA Authoring Practices' combobox. The focus stays in the search, the active option moves. */
export class CountryPopup implements ReactiveController {
  isOpen = false;

  readonly #host: CountryPickerHost;
  readonly #found: FoundCountries;
  readonly #window: RowWindow;
  #listeners: AbortController | undefined;
  /** While the list is closed it is drawn once, to be there when it is opened. */
  #isPrepared = false;

  constructor(host: CountryPickerHost) {
    this.#host = host;
    this.#found = new FoundCountries(host);
    this.#window = new RowWindow(this.#found);
    host.shadowRoot!.adoptedStyleSheets.push(countryPopupStyles.styleSheet!);
    host.addController(this);
    warmUp(() => !this.isOpen && this.#popup);
  }

  /** Not wanted yet, it is drawn as it will be opened, unseen. */
  async open(isWanted = true): Promise<void> {
    if (this.isOpen) return;
    if (!isWanted) return this.#prepare();
    this.isOpen = true;
    this.#find('');
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const popup = this.#popup;
    // Closed again, or taken off the page, meanwhile.
    if (!this.isOpen || !popup?.isConnected) return;
    this.#place();
    // A keyboard on the screen would hide the countries: it comes when the search is pressed. A dialog gives the focus as it is shown.
    const typed = this.#host.takeTyped();
    const list = this.#element('.list')!;
    list.autofocus = !typed && matchMedia('(pointer: coarse)').matches;
    showPopup(popup);
    const { end } = this.#window;
    this.#measure();
    this.#reveal();
    if (this.#window.end !== end) this.#host.requestUpdate();
    (list.autofocus ? list : this.#input)?.focus();
    if (typed) {
      this.#input!.value = typed;
      this.#onInput();
    }
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#window.widen();
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
    const popup = this.#popup;
    // Nobody waits for it any more.
    this.#host.takeTyped();
    const hadFocus = popup?.contains(this.#host.shadowRoot!.activeElement);
    if (popup?.matches(':popover-open')) popup.hidePopover();
    popup?.close();
    if (hadFocus) this.#host.focus();
    this.#prepare();
  }

  #prepare(): void {
    if (this.#input) this.#input.value = '';
    this.#find('');
    this.#window.reset();
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
    sizer.style.blockSize = `${this.#window.topOf(this.#found.matches.length)}px`;
    this.#element('.rows')!.style.translate = `0 ${this.#window.startTop}px`;
  }

  render() {
    if (!this.isOpen && this.#isPrepared) return noChange;
    this.#isPrepared = true;
    const { texts } = this.#host;
    if (!this.#found.isInLanguage) this.#found.findAgain();
    const label = texts.msg('Choose a country', {
      id: 'country-choose',
      desc: 'Spoken name of the button that opens the list of countries, and of that list. Up to 40 characters.',
    });
    const count = this.#found.matches.length;
    const active = count ? `country-${this.#found.activeCountry}` : nothing;
    return html`
      <dialog
        class="popup"
        part="popup"
        popover="manual"
        lang=${texts.locale}
        dir=${texts.direction}
        aria-label=${label}
        @keydown=${this.#onKeydown}
        @cancel=${this.#onCancel}
        @click=${this.#onClick}
      >
        <div class="title" aria-hidden="true">${label}</div>
        <div class="search" part="search">
          ${searchIcon}
          <input
            type="text"
            role="combobox"
            aria-label=${label}
            aria-expanded="true"
            aria-controls="countries"
            aria-autocomplete="list"
            aria-activedescendant=${active}
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
        </div>
        <button
          type="button"
          class="close"
          aria-label=${texts.msg('Close', { id: 'close', desc: 'Button that closes the list of countries.' })}
          @click=${() => this.close()}
        >
          ${closeIcon}
        </button>
        <div
          class="list"
          translate="no"
          id="countries"
          role="listbox"
          aria-label=${label}
          aria-activedescendant=${active}
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
      </dialog>
    `;
  }

  #renderRows() {
    const { start, end } = this.#window;
    const found = this.#found;
    return found.matches.slice(start, end).map((match, index) => [
      renderGroup(this.#host.texts, found.groupAt(start + index)),
      renderRow(match, {
        place: start + index,
        count: found.matches.length,
        query: found.query,
        isActive: start + index === found.active,
        isChosen: match.country === this.#host.value,
        choose: () => this.#choose(match.country),
      }),
    ]);
  }

  #find(query: string): void {
    this.#found.find(query);
    this.#window.rewind();
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
    const step = keySteps[event.key];
    if (step !== undefined) {
      this.#found.move(step);
      this.#reveal();
      this.#host.requestUpdate();
    } else if (event.key === 'Enter') {
      if (this.#found.activeCountry) this.#choose(this.#found.activeCountry);
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

  /** What closes a sheet otherwise: a gesture, or a press beside it. */
  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.close();
  };

  readonly #onClick = ({ target }: Event): void => {
    if (target === this.#popup) this.close();
  };

  readonly #onScroll = (): void => {
    if (this.#window.scrolledTo(this.#element('.list')?.scrollTop ?? 0)) this.#host.requestUpdate();
  };

  #measure(): void {
    const list = this.#element('.list')!;
    if (!this.#window.measure(list)) return;
    this.#place();
    this.#window.measure(list);
  }

  /** Scrolls the active option into sight. */
  #reveal(): void {
    const list = this.#element('.list');
    if (!list) return;
    const { active } = this.#found;
    const top = this.#window.topOf(active);
    const bottom = top + this.#window.rowHeight;
    const { clientHeight, scrollTop } = list;
    // Before the first paint of all rows' height the list cannot scroll that far.
    this.hostUpdated();
    // With the name of its group.
    if (active === 0 ? scrollTop > 0 : top < scrollTop) list.scrollTop = active === 0 ? 0 : top;
    else if (bottom > scrollTop + clientHeight) list.scrollTop = bottom - clientHeight;
    this.#onScroll();
  }

  #place(): void {
    const [host, popup] = [this.#host, this.#popup];
    if (popup) placePopup(popup, host.alongside, host.matches(':dir(rtl)'), this.#window.rowHeight);
  }

  get #input(): HTMLInputElement | null {
    return this.#host.shadowRoot!.querySelector('.search input');
  }

  get #popup(): HTMLDialogElement | null {
    return this.#host.shadowRoot!.querySelector('dialog');
  }

  #element(selector: string): HTMLElement | null {
    return this.#host.shadowRoot!.querySelector(selector);
  }
}
