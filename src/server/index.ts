/**
 * The server as a fetch handler, `Request` to `Response`. Nothing here needs Node: it runs wherever those two and Web
 * Crypto do, in a browser's page among them. What needs Node are entries of their own: `./node` and `./connectors`.
 */
export { createPhoneServer } from './server.js';
export type { PhoneServer } from './phone-server.js';
export { SendRefused, type Message, type Send } from './deliver.js';
export type { Channel } from '../channels.js';
export {
  defaultChannelLimits,
  defaultLimits,
  type ChannelLimits,
  type Limits,
  type BudgetName,
  type LimitSetting,
  type SendBudget,
  type Sender,
  type Spent,
} from './limits.js';
export type {
  CaptchaOptions,
  ChannelOptions,
  CheckPhone,
  Claims,
  Denial,
  DenyCode,
  Fallback,
  GivenPassword,
  LogEntry,
  OnVerified,
  PhoneCheck,
  PhoneServerOptions,
  Spike,
  Verified,
  VerifyPassword,
} from './options.js';
export type { Proof, Session } from './sessions.js';
export { siteVerify, type SiteVerifyOptions } from './site-verify.js';
export type { SpanAttributes, Trace } from './tracing.js';
export { createWebhook, type WebhookOptions } from './webhook.js';
export { createMemoryStore, type MemoryStoreOptions } from './stores/memory.js';
export type * from './stores/store.js';
