import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Texts } from '../../localization/texts.js';
import type { PhoneCodeField } from '../code-field/phone-code-field.js';
import type { PhoneNumberField } from '../number-field/phone-number-field.js';
import type { NumberStepView } from './number-step.js';
import type { SignInSettings } from './sign-in-settings.js';

/** What a page has said of the sign-in. */
type Setting =
  | 'backend'
  | 'backendOptions'
  | 'captcha'
  | 'channel'
  | 'codeLength'
  | 'endpoint'
  | 'headingLevel'
  | 'firstFactor'
  | 'noPersist'
  | 'phone'
  | 'phoneLocked'
  | 'purpose'
  | 'validation';

/** What of the sign-in is there for the code that is fetched later. */
export interface SignInHost
  extends HTMLElement, ReactiveControllerHost, Readonly<Pick<SignInSettings, Setting>> {
  readonly texts: Texts;
  /** Other words for the same, where a code comes otherwise than by SMS. */
  reword: ((texts: Texts) => Texts) | undefined;
  /** The tag that the page asks for. */
  readonly pageLanguage: string;
  readonly numberField: PhoneNumberField | null;
  readonly codeField: PhoneCodeField | null;
  readonly heading: HTMLElement | null;
  /** A press of the button waits for what it needs. */
  readonly isWaiting: boolean;
  /** What that press needs cannot be fetched. */
  readonly isOffline: boolean;
  /** The first step. `later`: what the flow adds to it. */
  renderNumber(later: Partial<NumberStepView>): TemplateResult;
  /** Puts the number of the flow, or of the page, into the field, unless the person has typed one. */
  showNumber(): Promise<void>;
  /** A number as it is written in a sentence: without spaces, until they can be had. */
  inWriting(number: string | undefined): string;
  /** Tells assistive technology. */
  announce(text: string): void;
  /** What a form of the page submits under the element's name; nothing without it. */
  setToken(token: string | null): void;
  /** Goes on without a number. */
  skip(): Promise<void>;
}
