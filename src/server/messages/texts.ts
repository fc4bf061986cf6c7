/** What messages are made of, in each language. `npm run lint:sms` counts what they cost. */
import type { Purpose } from '../../protocol.js';
import { english, type MessageParts } from './english.js';
import { translations } from './generated/translations.js';

/** How a message begins, for each of the nine purposes. */
export const beginnings = {
  'sign-in': 'sms-sign-in',
  'mfa-verification': 'sms-sign-in',
  register: 'sms-register',
  'forgot-password': 'sms-reset',
  'bind-new-identifier': 'sms-link',
  'bind-mfa': 'sms-link',
  generic: 'sms-generic',
  'organization-invitation': 'sms-generic',
  'user-permission-validation': 'sms-generic',
} as const satisfies Record<Purpose, keyof MessageParts>;

export type MessageLocale = 'en' | keyof typeof translations;

export const messageTexts: Readonly<Record<MessageLocale, MessageParts>> = { en: english, ...translations };
