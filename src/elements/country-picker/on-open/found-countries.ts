import { everydayNames } from '../../../localization/rest/country-names.js';
import { allCountries, type CountryCode } from '../../../phone/countries.js';
import { createCountrySearch, type CountryMatch, type CountrySearch } from '../../../phone/search.js';
import type { CountryPickerHost } from '../host.js';

/** What the list shows: the countries that a search finds, of those that the page allows, and which of them is active. */
export class FoundCountries {
  /** In the order in which they are listed. */
  matches: readonly CountryMatch[] = [];
  query = '';
  /** Place in `matches`: of the chosen one, or of the best match of a search. */
  active = 0;

  /** How many of them, at the head, are suggested. */
  #suggested = 0;

  readonly #host: CountryPickerHost;
  #search: CountrySearch | undefined;
  /** With the names that people use beside the official ones. */
  #isWhole = false;
  #locale = '';
  /** The countries that can be found. */
  #allowed = '';

  constructor(host: CountryPickerHost) {
    this.#host = host;
  }

  /** The active one's code. */
  get activeCountry(): CountryCode | undefined {
    return this.matches[this.active]?.country;
  }

  /** Whether they are found by the names of now. */
  get isInLanguage(): boolean {
    const { locale, rest } = this.#host.texts;
    return this.#locale === locale && this.#isWhole === !!rest;
  }

  find(query: string): void {
    const { texts, isAllowed, preferredCountries, value } = this.#host;
    const allowed = query ? '' : allCountries.filter(isAllowed).join();
    if (!this.#search || !this.isInLanguage || (!query && allowed !== this.#allowed)) {
      const names = everydayNames(texts);
      this.#search = createCountrySearch(texts.locale, allCountries.filter(isAllowed), undefined, names);
      this.#locale = texts.locale;
      this.#isWhole = !!texts.rest;
      this.#allowed = allowed;
      if (!this.#isWhole) void this.#learnNames();
    }
    this.query = query;
    const found = this.#search.search(query, preferredCountries);
    const isSuggested = ({ country }: CountryMatch) =>
      !query && (country === value || preferredCountries.includes(country));
    const suggested = found.filter(isSuggested);
    this.#suggested = suggested.length;
    this.matches = [...suggested, ...found.filter(match => !isSuggested(match))];
    const chosen = query ? 0 : this.matches.findIndex(({ country }) => country === value);
    this.active = Math.max(0, chosen);
  }

  /** English has its everyday names with it. */
  async #learnNames(): Promise<void> {
    const { texts } = this.#host;
    if (texts.locale === 'en') return;
    await texts.loadRest().catch(() => undefined);
    this.#host.requestUpdate();
  }

  /** The same search, by the names of now. The same country stays active. */
  findAgain(): void {
    const { activeCountry } = this;
    this.find(this.query);
    const place = this.matches.findIndex(({ country }) => country === activeCountry);
    if (place >= 0) this.active = place;
  }

  /** The group that begins at this place in `matches`. */
  groupAt(place: number): 'suggested' | 'all' | undefined {
    if (this.#suggested === 0 || this.#suggested === this.matches.length) return undefined;
    return place === 0 ? 'suggested' : place === this.#suggested ? 'all' : undefined;
  }

  /** How many groups have begun until then. */
  groupsBefore(place: number): number {
    return [0, this.#suggested].filter(start => start <= place && this.groupAt(start)).length;
  }

  /** Makes another one active. Steps of one go round; longer ones stop at the ends. */
  move(steps: number): void {
    const last = this.matches.length - 1;
    const next = this.active + steps;
    const isRound = Math.abs(steps) === 1;
    this.active = next < 0 ? (isRound ? last : 0) : next > last ? (isRound ? 0 : last) : next;
  }
}
