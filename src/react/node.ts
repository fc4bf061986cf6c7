/** Node is where pages are drawn, and where tests have a page of their own. */
import * as client from './client.js';
import * as drawn from './drawn.js';

export type {
  PhoneNumberFieldEvents,
  PhoneNumberFieldProps,
  PhoneSignInEvents,
  PhoneSignInProps,
} from './props.js';

export const { PhoneSignIn, PhoneNumberField } = typeof document === 'undefined' ? drawn : client;
