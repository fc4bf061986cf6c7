import type { CountryCode } from '../../phone/countries.js';
import type { FormControl } from '../shared/form-control.js';

/** What of a control of ours the list touches. */
type Control =
  'texts' | 'shadowRoot' | 'updateComplete' | 'addController' | 'requestUpdate' | 'focus' | 'matches';

/** What of the country picker is there for its list, which is fetched later. */
export interface CountryPickerHost extends Pick<FormControl, Control> {
  readonly value: CountryCode | undefined;
  readonly isAllowed: (country: CountryCode) => boolean;
  readonly preferredCountries: readonly CountryCode[];
  /** What the list is laid along. */
  readonly alongside: Element;
  /** Whether what the event came from is a part of the picker. */
  isUnder(event: Event): boolean;
  /** What was typed while the list was on its way: its search begins with it. */
  takeTyped(): string;
  /** A country was chosen from the list. */
  choose(country: CountryCode): void;
}
