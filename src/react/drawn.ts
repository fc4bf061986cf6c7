/** The elements as a server draws them for React. */
import * as React from 'react';
import { textOf } from '../ssr/html.js';
import { renderFirstStep, type Attributes, type AttributeValue } from '../ssr/index.js';
import {
  numberFieldEvents,
  signInEvents,
  type PhoneNumberFieldProps,
  type PhoneSignInProps,
} from './props.js';

/** Properties whose attribute has another name; the rest of ours have their own. */
const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  defaultCountry: 'default-country',
  excludeCountries: 'exclude-countries',
  preferredCountries: 'preferred-countries',
  backendOptions: 'backend-options',
  codeLength: 'code-length',
  firstFactor: 'first-factor',
  phoneLocked: 'phone-locked',
  headingLevel: 'heading-level',
  messageRates: 'message-rates',
  colorScheme: 'color-scheme',
  noPersist: 'no-persist',
};

/** What of the properties HTML can say: the rest is set where the element lives. */
function attributesOf(props: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function' || value == null || value === false) continue;
    if (
      name in signInEvents ||
      name in numberFieldEvents ||
      (name === 'backend' && typeof value !== 'string')
    )
      continue;
    attributes[attributeNames[name] ?? name] = value === true || textOf(value);
  }
  return attributes;
}

/** React's own words for `true` on a tag that it does not know. */
const forReact = (attributes: Attributes) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value === true ? '' : value]));

/** `<phone-sign-in>`, with its first step drawn. */
export const PhoneSignIn: React.FC<PhoneSignInProps> = ({ drawn, children, style, ...props }) => {
  const attributes = attributesOf(props);
  return React.createElement(
    'phone-sign-in',
    { ...forReact(attributes), style },
    React.createElement('template', {
      shadowrootmode: 'open',
      shadowrootdelegatesfocus: '',
      dangerouslySetInnerHTML: { __html: renderFirstStep(attributes, drawn) },
    }),
    children,
  );
};

/** `<phone-number-field>`, which is drawn where it lives. */
export const PhoneNumberField: React.FC<PhoneNumberFieldProps> = ({ children, style, ...props }) =>
  React.createElement('phone-number-field', { ...forReact(attributesOf(props)), style }, children);
