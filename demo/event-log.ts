/** The widget's events with what they carry, newest first. */
import { find } from './dom.js';
import { createLog } from './log.js';
import type { LoggedEvent } from './logged-events.js';

const seconds = (untilMs: number, at: Date) =>
  `${Math.max(0, Math.round((untilMs - at.getTime()) / 1000))} s`;

/** What is worth telling of each event in a line; never a code. */
const details: { [Type in LoggedEvent]: (event: HTMLElementEventMap[Type], at: Date) => string } = {
  'phone-number-change': ({ value, country }) => [country, value].filter(Boolean).join(' '),
  'phone-step-change': ({ previous, step }) => `${previous} → ${step}`,
  'phone-code-request': ({ phone, isResend, channel }) =>
    `${phone ?? ''}${channel ? ` by ${channel}` : ''}${isResend ? ' (again)' : ''}`,
  'phone-code-sent': ({ phone, resendAtMs, channel }, at) =>
    `${phone ?? ''}${channel ? ` by ${channel}` : ''}, resend in ${seconds(resendAtMs, at)}`,
  'phone-code-complete': ({ code }) => '•'.repeat(code.length),
  'phone-code-verify': ({ code }) => '•'.repeat(code.length),
  'phone-verified': ({ outcome }) => outcome.kind,
  'phone-error': ({ code, retryAtMs }, at) =>
    retryAtMs ? `${code}, retry in ${seconds(retryAtMs, at)}` : code,
};

/** Answers what writes an event down. */
export function setUpEventLog(): (event: Event, at: Date) => void {
  const empty = 'Every event of the widget is listed here, with what it carries.';
  const log = createLog(find('#events'), 'Events', empty);

  return (event, at) => {
    const name = event.type as LoggedEvent;
    // Typing a number is one line, not ten.
    if (name === 'phone-number-change' && log.newest() === name) log.dropNewest();
    const tone = name === 'phone-error' ? { tone: 'bad' as const } : {};
    const detail = (details[name] as (event: Event, at: Date) => string)(event, at);
    log.write({ title: name, detail, payload: payloadOf(event), ...tone }, at);
  };
}

/** What our events say beyond what every event does. */
function payloadOf(event: Event): Record<string, unknown> {
  const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  return { ...Object.fromEntries(own), ...(event.cancelable && { cancelable: true }) };
}
