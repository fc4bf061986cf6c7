import type { Texts } from '../../localization/texts.js';
import type { CountryCode } from '../../phone/countries.js';
import type { NumberSettings } from '../shared/number-settings.js';

/** What was there when numbers could be read for the first time. */
export interface Start {
  /** What the page has set. */
  text: string;
  country: CountryCode | undefined;
  /** How what is in the input came there: a paste or a filled-in number outweighs typing. */
  inputType: string | undefined;
  /** An input method is at work: what the input shows is its own. */
  isComposing: boolean;
}

/** What of a control of ours the code that is fetched later reads. */
type Control =
  | 'hasUpdated'
  | 'texts'
  | 'required'
  | 'isDisabled'
  | 'isDirty'
  | 'isHanded'
  | 'internals'
  | 'judge'
  | 'focus'
  | 'requestUpdate'
  | 'dispatchEvent'
  | 'shadowRoot';

/** What the page has said of numbers. */
type Rules =
  'countries' | 'defaultCountry' | 'detectCountry' | 'isAllowed' | 'preferredCountries' | 'validation';

/** What of the number field is there for the code that is fetched later. */
export interface NumberFieldHost extends Pick<NumberSettings, Control | Rules> {
  readonly input: HTMLInputElement;
  readonly busy: boolean;
  /** The person has changed the number or its country. */
  edited(): void;
  /** Says under the field, and aloud, what is wrong; aloud also what may be done about it. */
  complain(complaint: (texts: Texts) => string, remedy?: string): void;
  /** Tells assistive technology. */
  announce(text: string): void;
  /** Goes to the input, or says it to who is there. */
  tell(text: string): void;
  /** Lets the person feel, and hear, that a key was not taken. */
  refuse(reason: string): void;
}
