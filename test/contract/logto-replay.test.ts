/** The stand-in of Logto answers like the real one: what was recorded there is asked here, step by step. */
import { afterEach, describe, expect, it } from 'vitest';
import withPassword from '../fixtures/logto-password-transcripts.json' with { type: 'json' };
import withCode from '../fixtures/logto-transcripts.json' with { type: 'json' };
import { startLogto, type Logto, type LogtoOptions } from './logto-server.js';
import { cookieFetch } from './loopback.js';

interface Step {
  note?: string;
  request: { method: string; path: string; headers?: Record<string, string>; body?: object };
  response: { status: number; location?: string; setsCookies?: string[]; body?: unknown };
  sms?: { to: string; type: string };
}

const [phone, other] = ['15005550006', '15005550009'];
const [password, newPassword] = ['Xk9!vPq2#zLm', 'Qw7#bNm4$tRe'];

/** Who had an account when it was recorded. */
const users: Record<string, LogtoOptions['users']> = {
  'sign-in with a known number': [{ phone }],
  'resend: a new id, the old one is gone': [{ phone }],
  'register with a taken number, then sign in without a second message': [{ phone }],
  'forgotten password': [{ phone }],
  'ten wrong codes': [{ phone }],
  'account: prove identity, change the number': [{ phone }],
  'password first, then the phone as second factor': [{ phone: other, password, hasMfa: true }],
  ...Object.fromEntries(
    withPassword.map(({ flow }) => [flow, [{ phone, password }, { phone: '15005550007' }]]),
  ),
  suspended: [{ phone, password: newPassword, isSuspended: true }],
  'locked after three wrong ones (sentinel: 3 attempts, 10 minutes; the default is 100 and 60)': [
    { phone, password: newPassword },
  ],
  'passwords are not a sign-in method': [{ phone, password: newPassword }],
};

/** How it was set up when it was recorded; with a password where nothing else is said. */
const settings: Record<string, LogtoOptions['settings']> = {
  'what the page can know before: GET /api/.well-known/sign-in-exp': {
    isPasswordPrimary: true,
    passwordSignUp: true,
  },
  'register with a password (sign-up: phone, password, verify)': { passwordSignUp: true },
  'sign-in with a code, unknown number, sign-up wants a password': { passwordSignUp: true },
  'sign-in with a code, account without a password, sign-up wants one': { passwordSignUp: true },
  'locked after three wrong ones (sentinel: 3 attempts, 10 minutes; the default is 100 and 60)': {
    maxAttempts: 3,
  },
  'passwords are not a sign-in method': { passwordSignIn: false },
  'codes are not a sign-in method': { phoneSignIn: false },
};

let logto: Logto;
afterEach(() => logto.close());

const transcripts = [...withCode, ...withPassword] as { flow: string; steps: Step[] }[];

describe.each(transcripts)('$flow', ({ flow, steps }) => {
  it(`goes as it went at Logto, in ${steps.length} steps`, async () => {
    logto = await startLogto({
      users: users[flow] ?? [],
      settings: { passwordSignIn: true, ...settings[flow] },
    });
    const browserFetch = cookieFetch();
    // These begin on Logto's page.
    if (withPassword.some(each => each.flow === flow))
      await browserFetch(logto.authorizeUrl(), { redirect: 'manual' });
    const [user] = logto.users;
    /** What stands for each `<placeholder>` of the recording. */
    const known = new Map([['<access token>', user ? logto.tokenOf(user) : '']]);
    const fill = (value: string) =>
      value.replace(/<[^>]+>/g, name => {
        if (/^<code( \d+)?>$/.test(name)) return logto.sms.at(-1)?.code ?? '';
        return known.get(name) ?? expect.fail(`${name} is unknown`);
      });

    for (const [index, step] of steps.entries()) {
      const where = `step ${index + 1}: ${step.request.method} ${step.request.path} ${step.note ?? ''}`;
      const sent = logto.sms.length;
      const { method, headers = {}, body } = step.request;
      const response = await browserFetch(
        logto.origin + step.request.path.replace('?…', '?client_id=spaapp0001'),
        {
          method,
          redirect: 'manual',
          headers: {
            ...(body && { 'content-type': 'application/json' }),
            ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
          },
          ...(body && { body: fill(JSON.stringify(body)) }),
        },
      );
      expect(response.status, where).toBe(step.response.status);
      expect(response.headers.get('location') ?? undefined, where).toBe(step.response.location);
      expect(cookiesOf(response), where).toEqual(step.response.setsCookies ?? []);
      const text = await response.text();
      const answered = text.startsWith('{') ? (JSON.parse(text) as unknown) : text || undefined;
      expect(bind(summaryOf(answered, step.response.body), step.response.body, known), where).toEqual(
        step.response.body,
      );
      const messages = logto.sms.slice(sent).map(({ to, type }) => ({ to, type }));
      expect(messages, where).toEqual(step.sms ? [step.sms] : []);
    }
  });
});

/** Where the recording has the names of all fields and the content of a few. */
function summaryOf(answered: unknown, recorded: unknown): unknown {
  const { keys, ...some } = (recorded ?? {}) as Record<string, unknown>;
  if (!Array.isArray(keys)) return answered;
  const all = answered as Record<string, unknown>;
  return { ...Object.fromEntries(Object.keys(some).map(key => [key, all[key]])), keys: Object.keys(all) };
}

function cookiesOf(response: Response): string[] {
  return response.headers
    .getSetCookie()
    .map(cookie => `${cookie.split('=', 1)[0]}${/; *httponly/i.test(cookie) ? ' (HttpOnly)' : ''}`);
}

/** The answer with what the recording has a placeholder for put back; the first time gives it its value. */
function bind(answered: unknown, recorded: unknown, known: Map<string, string>): unknown {
  if (typeof answered === 'string' && typeof recorded === 'string') {
    if (recorded === '<origin>/oidc/auth/<interaction id>')
      return /^http:\/\/127\.0\.0\.1:\d+\/oidc\/auth\/\w+$/.test(answered) ? recorded : answered;
    if (recorded === '<time>') return Number.isNaN(Date.parse(answered)) ? answered : recorded;
    if (!/^<.+>$/.test(recorded)) return answered;
    const before = known.get(recorded);
    // Two placeholders are two values.
    const isTaken = [...known].some(([name, value]) => name !== recorded && value === answered);
    if (before === undefined && !isTaken) known.set(recorded, answered);
    return known.get(recorded) === answered ? recorded : answered;
  }
  if (typeof answered !== 'object' || answered === null || Array.isArray(answered)) return answered;
  const fields = (recorded ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(answered).map(([key, value]) => [key, bind(value, fields[key], known)]),
  );
}
