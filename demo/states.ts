/**
 * Any step and any error, called up: the real steps are taken through the widget's public methods, against the real handler,
 * with a fault put in between where the handler would not do it by itself.
 */
import type { Channel, FlowState, PhoneSignIn } from '../src/index.js';
import { faults, type FaultName } from './faults.js';
import type { Inbox } from './inbox.js';
import { exampleNumber, fillCode, otherCode } from './person.js';
import type { Wire } from './wire.js';

export interface DemoState {
  readonly name: string;
  readonly label: string;
  readonly group: 'Steps' | 'The number' | 'The code' | 'A new code' | 'Other channels';
  /** Where it ends. */
  readonly step: FlowState['step'];
  /** With which error. */
  readonly error?: string;
  /** What is typed instead of a good number. */
  readonly number?: string;
  /** By which channel the code is asked for. */
  readonly channel?: Channel;
  /** In force from the beginning. */
  readonly from?: FaultName;
  /** In force from the code on. */
  readonly then?: FaultName;
  /** What is done with the code that arrives: nothing, unless it is said. */
  readonly code?: 'right' | 'wrong' | 'wrong-often' | 'resend';
}

const right = { code: 'right' } as const;

// prettier-ignore
export const states: readonly DemoState[] = [
  { group: 'Steps', name: 'number', label: 'Number', step: 'number' },
  { group: 'Steps', name: 'sending', label: 'Sending, slowly', step: 'sending', from: 'slow' },
  { group: 'Steps', name: 'code', label: 'Code', step: 'code' },
  { group: 'Steps', name: 'verifying', label: 'Checking, slowly', step: 'verifying', then: 'slow', ...right },
  { group: 'Steps', name: 'done', label: 'Done', step: 'done', ...right },

  { group: 'The number', name: 'too-short', label: 'Too short', step: 'number', number: '+44 7400' },
  { group: 'The number', name: 'landline', label: 'No mobile number', step: 'number', number: '+44 20 7946 0958' },
  { group: 'The number', name: 'refused', label: 'Refused', step: 'number', from: 'invalidPhone', error: 'invalid_phone' },
  { group: 'The number', name: 'blocked', label: 'Blocked', step: 'number', from: 'phoneBlocked', error: 'phone_blocked' },
  { group: 'The number', name: 'rate-limited', label: 'Rate limited for 42 s', step: 'number', from: 'rateLimited', error: 'rate_limited' },
  { group: 'The number', name: 'delivery-failed', label: 'Delivery failed', step: 'number', from: 'deliveryFailed', error: 'delivery_failed' },
  { group: 'The number', name: 'captcha', label: 'Captcha required', step: 'number', from: 'captchaRequired', error: 'captcha_required' },
  { group: 'The number', name: 'offline', label: 'Offline', step: 'number', from: 'offline', error: 'network' },
  { group: 'The number', name: 'server-error', label: 'Server error', step: 'number', from: 'serverError', error: 'server_error' },
  { group: 'The number', name: 'misconfigured', label: 'Wrong endpoint', step: 'number', from: 'wrongAddress', error: 'misconfigured' },

  { group: 'The code', name: 'wrong-code', label: 'Wrong code', step: 'code', code: 'wrong', error: 'code_invalid' },
  { group: 'The code', name: 'too-many', label: 'Too many wrong codes', step: 'code', code: 'wrong-often', error: 'too_many_attempts' },
  { group: 'The code', name: 'expired', label: 'Expired', step: 'code', then: 'expired', error: 'code_expired', ...right },
  { group: 'The code', name: 'gone', label: 'Gone', step: 'code', then: 'gone', error: 'challenge_gone', ...right },
  { group: 'The code', name: 'code-rate-limited', label: 'Rate limited for 42 s', step: 'code', then: 'rateLimited', error: 'rate_limited', ...right },
  { group: 'The code', name: 'code-offline', label: 'Offline', step: 'code', then: 'offline', error: 'network', ...right },
  { group: 'The code', name: 'no-account', label: 'No such account', step: 'code', then: 'accountNotFound', error: 'account_not_found', ...right },
  { group: 'The code', name: 'account-exists', label: 'Account exists', step: 'code', then: 'accountExists', error: 'account_exists', ...right },
  { group: 'The code', name: 'account-blocked', label: 'Account blocked', step: 'code', then: 'accountBlocked', error: 'account_blocked', ...right },
  { group: 'The code', name: 'signup-closed', label: 'Sign-up closed', step: 'code', then: 'signupDisabled', error: 'signup_disabled', ...right },

  { group: 'A new code', name: 'resend-offered', label: 'Offered at once', step: 'code', from: 'noCooldown' },
  { group: 'A new code', name: 'resend-limited', label: 'Asked for too early', step: 'code', from: 'noCooldown', code: 'resend', error: 'rate_limited' },
  { group: 'A new code', name: 'resend-failed', label: 'Delivery failed', step: 'code', from: 'noCooldown', then: 'deliveryFailed', code: 'resend', error: 'delivery_failed' },

  { group: 'Other channels', name: 'other-channels', label: 'Other ways offered', step: 'code', from: 'noCooldown' },
  { group: 'Other channels', name: 'by-whatsapp', label: 'By WhatsApp', step: 'code', channel: 'whatsapp' },
  { group: 'Other channels', name: 'after-whatsapp', label: 'By WhatsApp, later', step: 'code', channel: 'whatsapp', from: 'noCooldown' },
  { group: 'Other channels', name: 'by-call', label: 'By a call', step: 'code', channel: 'voice' },
  { group: 'Other channels', name: 'after-call', label: 'After the call', step: 'code', channel: 'voice', from: 'noCooldown' },
];

export interface Stage {
  readonly signIn: PhoneSignIn;
  readonly wire: Wire;
  readonly inbox: Pick<Inbox, 'subscribe'>;
}

/** Resolves when the state is reached; rejects when another one is called up, or nothing comes. */
export async function callUp(state: DemoState, { signIn, wire, inbox }: Stage, signal: AbortSignal) {
  const begun = signIn.getAttribute('phone') ?? '';
  const until = (isThere: (now: FlowState) => boolean) => untilState(signIn, isThere, signal);
  const add = (name: FaultName | undefined) => name && wire.add(faults[name], true);
  const isReached = (now: FlowState) => now.step === state.step && now.error?.code === state.error;

  wire.clear();
  signIn.phone = '';
  signIn.reset();
  await signIn.updateComplete;
  const number = state.number ?? exampleNumber();
  const arrival = arrivalOf(number, inbox, signal);
  signIn.phone = number;
  await signIn.updateComplete;
  if (state.name === 'number') return;
  add(state.from);
  const { channel } = signIn;
  signIn.channel = state.channel ?? channel;
  await signIn.requestCode();
  signIn.channel = channel;
  signIn.phone = begun;
  if (state.number !== undefined) return;
  if (state.step === 'number' || state.step === 'sending') return until(isReached);

  await until(({ step }) => step === 'code');
  add(state.then);
  const isSettled = ({ step, error }: FlowState) => step === 'code' && error !== undefined;
  if (state.code === 'right') await fillCode(signIn, await arrival);
  if (state.code === 'wrong') await fillCode(signIn, otherCode(await arrival));
  if (state.code === 'resend') signIn.resend();
  for (let nth = 0; state.code === 'wrong-often' && nth < 5; nth++) {
    await fillCode(signIn, otherCode(await arrival, nth));
    await until(isSettled);
  }
  await until(isReached);
}

const patienceMs = 15_000;

/** By the widget's events: what changes without one is no step and no error. */
function untilState(signIn: PhoneSignIn, isThere: (now: FlowState) => boolean, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const ending = new AbortController();
    const end = (settle: () => void) => {
      ending.abort();
      settle();
    };
    const look = () => isThere(signIn.state) && end(resolve);
    const giveUp = (reason: Error) => end(() => reject(reason));
    const timer = setTimeout(() => giveUp(new Error(`Stopped at "${signIn.state.step}"`)), patienceMs);
    ending.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => giveUp(signal.reason as Error), { signal: ending.signal });
    for (const name of ['phone-step-change', 'phone-error', 'phone-code-sent', 'phone-verified']) {
      signIn.addEventListener(name, look, { signal: ending.signal });
    }
    look();
  });
}

/** The code of the first message to a number. */
function arrivalOf(number: string, inbox: Pick<Inbox, 'subscribe'>, signal: AbortSignal): Promise<string> {
  const digits = number.replace(/\D/g, '');
  return new Promise(resolve => {
    let stop = () => {};
    stop = inbox.subscribe(messages => {
      const message = messages.find(({ to }) => to.replace(/\D/g, '') === digits);
      if (!message) return;
      resolve(message.code);
      stop();
    });
    signal.addEventListener('abort', () => stop(), { once: true });
  });
}
