/** The elements as components of React: properties and listeners are set by us, which React does not do where it hydrates. */
import { createComponent } from '@lit/react';
import * as React from 'react';
import '../define.js';
import { PhoneNumberField as NumberField } from '../elements/number-field/phone-number-field.js';
import { PhoneSignIn as SignIn } from '../elements/sign-in/phone-sign-in.js';
import {
  numberFieldEvents,
  signInEvents,
  type PhoneNumberFieldProps,
  type PhoneSignInProps,
} from './props.js';

export type {
  PhoneNumberFieldEvents,
  PhoneNumberFieldProps,
  PhoneSignInEvents,
  PhoneSignInProps,
} from './props.js';

const BareSignIn = createComponent({
  react: React,
  tagName: 'phone-sign-in',
  elementClass: SignIn,
  events: signInEvents,
}) as unknown as React.FC<Omit<PhoneSignInProps, 'drawn'>>;

function withoutDrawn(props: PhoneSignInProps) {
  const own = { ...props, suppressHydrationWarning: true };
  delete own.drawn;
  return own;
}

/** `<phone-sign-in>`. */
export const PhoneSignIn: React.FC<PhoneSignInProps> = ({ children, ...props }) =>
  // A server has drawn attributes, and a template in front of the children which is no child any more.
  React.createElement(BareSignIn, withoutDrawn(props), null, children);

const BareNumberField = createComponent({
  react: React,
  tagName: 'phone-number-field',
  elementClass: NumberField,
  events: numberFieldEvents,
}) as unknown as React.FC<PhoneNumberFieldProps>;

/** `<phone-number-field>`. */
export const PhoneNumberField: React.FC<PhoneNumberFieldProps> = props =>
  React.createElement(BareNumberField, { ...props, suppressHydrationWarning: true });
