/** The widget's events with what they carry, newest first. */
import type { PhoneSignIn } from '../src/index.js';
import { find } from './dom.js';
import { createLog } from './log.js';

type EventName = Extract<keyof HTMLElementEventMap, `phone-${string}`>;

const seconds = (untilMs: number) => `${Math.max(0, Math.round((untilMs - Date.now()) / 1000))} s`;

/** What is worth telling of each event in a line; never a code. */
const details: { [Type in EventName]?: (event: HTMLElementEventMap[Type]) => string } = {
  'phone-number-change': ({ value, country }) => [country, value].filter(Boolean).join(' '),
  'phone-step-change': ({ previous, step }) => `${previous} → ${step}`,
  'phone-code-request': ({ phone, isResend }) => `${phone ?? ''}${isResend ? ' (again)' : ''}`,
  'phone-code-sent': ({ phone, resendAtMs }) => `${phone ?? ''}, resend in ${seconds(resendAtMs)}`,
  'phone-code-complete': ({ code }) => '•'.repeat(code.length),
  'phone-code-verify': ({ code }) => '•'.repeat(code.length),
  'phone-verified': ({ outcome }) => outcome.kind,
  'phone-error': ({ code, retryAtMs }) => (retryAtMs ? `${code}, retry in ${seconds(retryAtMs)}` : code),
};

export function setUpEventLog(signIn: PhoneSignIn): void {
  const empty = 'Every event of the widget is listed here, with what it carries.';
  const log = createLog(find('#events'), 'Events', empty);

  function listen<Name extends EventName>(name: Name): void {
    signIn.addEventListener(name, event => {
      // Typing a number is one line, not ten.
      if (name === 'phone-number-change' && log.newest === name) log.dropNewest();
      const tone = name === 'phone-error' ? { tone: 'bad' as const } : {};
      log.write({ title: name, detail: details[name]?.(event) ?? '', payload: payloadOf(event), ...tone });
    });
  }

  for (const name of Object.keys(details) as EventName[]) listen(name);
}

/** What our events say beyond what every event does. */
function payloadOf(event: Event): Record<string, unknown> {
  const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  return { ...Object.fromEntries(own), ...(event.cancelable && { cancelable: true }) };
}
