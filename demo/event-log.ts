/** The widget's events, newest first. */
import type { PhoneSignIn } from '../src/index.js';
import { language } from './preferences.js';

const maxEntries = 30;

type EventName = Extract<keyof HTMLElementEventMap, `phone-${string}`>;

/** What is worth telling of each event; never a code. */
const details: { [Type in EventName]: (event: HTMLElementEventMap[Type]) => string } = {
  'phone-number-change': ({ value, country }) => [country, value].filter(Boolean).join(' '),
  'phone-step-change': ({ previous, step }) => `${previous} → ${step}`,
  'phone-code-request': ({ phone, isResend }) => `${phone ?? ''}${isResend ? ' (again)' : ''}`,
  'phone-code-sent': ({ phone, resendAtMs }) =>
    `${phone ?? ''}, resend in ${Math.max(0, Math.round((resendAtMs - Date.now()) / 1000))} s`,
  'phone-code-complete': ({ code }) => '•'.repeat(code.length),
  'phone-code-verify': ({ code }) => '•'.repeat(code.length),
  'phone-verified': ({ outcome }) => outcome.kind,
  'phone-error': ({ code, retryAtMs }) =>
    retryAtMs ? `${code}, retry in ${Math.max(0, Math.round((retryAtMs - Date.now()) / 1000))} s` : code,
};

export function setUpEventLog(signIn: PhoneSignIn): void {
  const list = document.querySelector<HTMLOListElement>('#events')!;
  const empty = document.querySelector<HTMLElement>('.events .empty')!;

  function write(name: string, detail: string): void {
    list.hidden = false;
    empty.hidden = true;
    // Typing a number is one line, not ten.
    if (name === 'phone-number-change' && list.firstElementChild?.querySelector('b')?.textContent === name) {
      list.firstElementChild.remove();
    }
    const entry = document.createElement('li');
    const [time, title, text] = ['time', 'b', 'span'].map(tag => document.createElement(tag));
    time!.textContent = new Date().toLocaleTimeString(language(), { hour12: false });
    title!.textContent = name;
    text!.textContent = detail;
    entry.append(time!, title!, text!);
    list.prepend(entry);
    while (list.childElementCount > maxEntries) list.lastElementChild?.remove();
  }

  for (const name of Object.keys(details) as EventName[]) listen(name);

  function listen<Name extends EventName>(name: Name): void {
    const describe = details[name];
    signIn.addEventListener(name, event => write(name, describe(event)));
  }
}
