/** The events that are written down; what each tells, event-log.ts says. Listened to from the start, when that is not there yet. */
type EventName = Extract<keyof HTMLElementEventMap, `phone-${string}`>;

export const loggedEvents = [
  'phone-number-change',
  'phone-step-change',
  'phone-code-request',
  'phone-code-sent',
  'phone-code-complete',
  'phone-code-verify',
  'phone-verified',
  'phone-error',
] as const satisfies readonly EventName[];

export type LoggedEvent = (typeof loggedEvents)[number];
