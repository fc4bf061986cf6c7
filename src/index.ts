/** The package's main entry: classes and types, and nothing that happens on import. `./define` registers the elements. */
export type {
  Backend,
  BackendSettings,
  CallOptions,
  Capabilities,
  Challenge,
  CodeRequest,
  Credentials,
  FirstFactor,
  Next,
  NextInput,
  Outcome,
} from './backends/backend.js';
export type { DetectCountry } from './elements/shared/number-settings.js';
export { PhoneCodeField } from './elements/code-field/phone-code-field.js';
export { PhoneCountryPicker } from './elements/country-picker/phone-country-picker.js';
export { PhoneNumberField } from './elements/number-field/phone-number-field.js';
export { PhoneResendButton } from './elements/resend-button/phone-resend-button.js';
export { PhoneSignIn } from './elements/sign-in/phone-sign-in.js';
export { PhoneCodeCompleteEvent } from './elements/code-field/code-complete-event.js';
export { PhoneNumberChangeEvent } from './elements/number-field/number-change-event.js';
export * from './elements/sign-in/events.js';
export { channels, type Channel } from './channels.js';
export { errorCodes, PhoneError, type ErrorCode, type PhoneErrorDetails } from './errors.js';
export type { Clock } from './flow/clock.js';
export { createSignIn, type Captcha, type SignIn, type SignInOptions } from './flow/sign-in.js';
export type { SnapshotStorage } from './flow/snapshot.js';
export type { FlowError, FlowState, Step } from './flow/state.js';
export type { MessageId, Messages, Wording } from './localization/messages.js';
export type { CountryCode } from './phone/countries.js';
export { isE164, purposes, type E164, type Purpose } from './protocol.js';
