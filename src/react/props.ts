/** What React hands to the elements, and which of it an attribute can say. */
import type { HTMLAttributes, RefAttributes } from 'react';
import type {
  PhoneCodeRequestEvent,
  PhoneCodeSentEvent,
  PhoneCodeVerifyEvent,
  PhoneErrorEvent,
  PhoneNumberChangeEvent,
  PhoneNumberField,
  PhoneSignIn,
  PhoneStepChangeEvent,
  PhoneVerifiedEvent,
} from '../index.js';
import type { RenderOptions } from '../ssr/index.js';

type Listener<Event> = ((event: Event) => void) | undefined;

type NumberSetting =
  | 'name'
  | 'required'
  | 'disabled'
  | 'locale'
  | 'messages'
  | 'defaultCountry'
  | 'detectCountry'
  | 'countries'
  | 'excludeCountries'
  | 'preferredCountries'
  | 'validation';

type SignInSetting =
  | NumberSetting
  | 'endpoint'
  | 'backend'
  | 'backendOptions'
  | 'codeLength'
  | 'captcha'
  | 'purpose'
  | 'channel'
  | 'firstFactor'
  | 'phone'
  | 'phoneLocked'
  | 'headingLevel'
  | 'messageRates'
  | 'skippable'
  | 'colorScheme'
  | 'noPersist';

type Props<Element extends HTMLElement, Setting extends keyof Element, Events> = {
  [Name in Setting]?: Element[Name] | undefined;
} & Events &
  Omit<HTMLAttributes<Element>, Setting | keyof Events> &
  RefAttributes<Element>;

export interface PhoneSignInEvents {
  /** The person is at another step. */
  onPhoneStepChange?: Listener<PhoneStepChangeEvent>;
  /** Cancelable, before a message is asked for. */
  onPhoneCodeRequest?: Listener<PhoneCodeRequestEvent>;
  /** A message is on its way. */
  onPhoneCodeSent?: Listener<PhoneCodeSentEvent>;
  /** Cancelable, before a code is checked. */
  onPhoneCodeVerify?: Listener<PhoneCodeVerifyEvent>;
  /** Once, at the end. */
  onPhoneVerified?: Listener<PhoneVerifiedEvent>;
  /** Something went wrong and the person has been told. */
  onPhoneError?: Listener<PhoneErrorEvent>;
}

export interface PhoneNumberFieldEvents {
  /** The value or the country changed. */
  onPhoneNumberChange?: Listener<PhoneNumberChangeEvent>;
}

/** What React hands to `<phone-sign-in>`. */
export type PhoneSignInProps = Props<PhoneSignIn, SignInSetting, PhoneSignInEvents> & {
  /** How a server draws it: the page's language, and what its policy asks of styles. */
  drawn?: Omit<RenderOptions, 'content'> | undefined;
};

/** What React hands to `<phone-number-field>`. */
export type PhoneNumberFieldProps = Props<
  PhoneNumberField,
  NumberSetting | 'label' | 'hint' | 'error' | 'busy' | 'value' | 'country',
  PhoneNumberFieldEvents
>;

export const signInEvents = {
  onPhoneStepChange: 'phone-step-change',
  onPhoneCodeRequest: 'phone-code-request',
  onPhoneCodeSent: 'phone-code-sent',
  onPhoneCodeVerify: 'phone-code-verify',
  onPhoneVerified: 'phone-verified',
  onPhoneError: 'phone-error',
} as const satisfies Record<keyof PhoneSignInEvents, keyof HTMLElementEventMap>;

export const numberFieldEvents = {
  onPhoneNumberChange: 'phone-number-change',
} as const satisfies Record<keyof PhoneNumberFieldEvents, keyof HTMLElementEventMap>;
