import type { PropertyDeclarations } from 'lit';
import type { Backend } from '../../backends/backend.js';
import type { Channel } from '../../channels.js';
import type { Captcha } from '../../flow/sign-in.js';
import type { Purpose } from '../../protocol.js';
import type { PhoneCodeField } from '../code-field/phone-code-field.js';
import type { PhoneNumberField } from '../number-field/phone-number-field.js';
import { NumberSettings } from '../shared/number-settings.js';

/** What a page may say of a sign-in, beside what it may say of numbers; and what is on its screen. */
export abstract class SignInSettings extends NumberSettings {
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    backend: {},
    backendOptions: { attribute: 'backend-options', type: Object },
    codeLength: { attribute: 'code-length', type: Number },
    captcha: { attribute: false },
    purpose: {},
    channel: {},
    firstFactor: { attribute: 'first-factor' },
    phone: {},
    phoneLocked: { type: Boolean, attribute: 'phone-locked' },
    headingLevel: { attribute: 'heading-level', type: Number },
    messageRates: { type: Boolean, attribute: 'message-rates' },
    skippable: { type: Boolean },
    colorScheme: { reflect: true, attribute: 'color-scheme' },
    noPersist: { type: Boolean, attribute: 'no-persist' },
  };

  /** Where the backend answers: absolute, or relative to the page. */
  endpoint = '';
  /** The name of an adapter, or an adapter. */
  backend: string | Backend = 'http';
  /** What the adapter needs beside the endpoint, as docs/backends.md says of each. As an attribute: JSON. */
  backendOptions: object | undefined;
  /** Characters of a code, for backends that do not say. */
  codeLength: number | undefined;
  /** Makes a captcha token: a fresh one for each message. The slot `captcha` is the other way. */
  captcha: Captcha | undefined;
  /** What the code is for. */
  purpose: Purpose = 'sign-in';
  /** Whether `sign-in` begins with a `code` or a `password`, of a backend that has both; some say so themselves. */
  firstFactor: 'code' | 'password' | undefined;
  /** How the first code comes, where the server has that: `sms`, `whatsapp` or `voice`. Without it the server chooses. */
  channel: Channel | undefined;
  /** The number to begin with, in any form. */
  phone = '';
  /** The number cannot be changed; without `phone` it is one that only the server knows. */
  phoneLocked = false;
  /** The level of the headings, from 1 to 6. */
  headingLevel = 2;
  /** Says that message rates may apply. */
  messageRates = false;
  /** Offers to go on without a number: for a second factor that is not a must. */
  skippable = false;
  /** `light`, `dark` or `auto` (the system's); without it the page's own. */
  colorScheme: 'light' | 'dark' | 'auto' | undefined;
  /** Keeps nothing for a reload, and has the server remember no device: for machines that people share. */
  noPersist = false;

  /** @internal */
  get numberField(): PhoneNumberField | null {
    return this.shadowRoot?.querySelector('phone-number-field') ?? null;
  }

  /** @internal */
  get codeField(): PhoneCodeField | null {
    return this.shadowRoot?.querySelector('phone-code-field') ?? null;
  }

  /** @internal */
  get heading(): HTMLElement | null {
    return this.shadowRoot?.querySelector('h2') ?? null;
  }

  /** @internal */
  override get input(): HTMLElement | null {
    return this.heading;
  }
}
