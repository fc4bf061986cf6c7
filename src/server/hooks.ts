/**
 * The host's own functions: each has a time within which it must answer, and what is no answer lets nobody through. It is
 * then the host's fault and not the person's: 503, a line in the log, and nothing is spent.
 */
import { isE164, type E164, type Purpose } from '../protocol.js';
import { BoundedTable } from './stores/bounded-table.js';
import { rules } from './stores/store.js';
import type {
  CheckPhone,
  Claims,
  Denial,
  DenyCode,
  PhoneCheck,
  GivenPassword,
  PhoneServerOptions,
  Verified,
} from './options.js';

const denyCodes: readonly DenyCode[] = [
  'account_not_found',
  'account_exists',
  'account_blocked',
  'signup_disabled',
];

/** They travel in a cookie, and browsers keep none above 4 kB. */
const maxClaimsBytes = 2048;

export type Hooks = ReturnType<typeof createHooks>;

type HookOptions = Pick<
  PhoneServerOptions,
  'hookTimeoutMs' | 'captcha' | 'checkPhone' | 'resolvePhone' | 'onVerified' | 'verifyPassword' | 'nowMs'
>;

export function createHooks({ hookTimeoutMs = 5000, captcha, onVerified, ...options }: HookOptions) {
  const { resolvePhone, verifyPassword, nowMs = () => Date.now() } = options;
  /** What `onVerified` was asked, and has not answered in time, by challenge. */
  const given = new BoundedTable<Promise<unknown>>(10_000);

  /** Rejects with an `Error` that names the hook. */
  async function ask(name: string, run: (signal: AbortSignal) => unknown): Promise<unknown> {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeUp = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        const error = new Error(`"${name}" has not answered within ${hookTimeoutMs} milliseconds`);
        reject(error);
        controller.abort(error);
      }, hookTimeoutMs);
    });
    try {
      return await Promise.race([run(controller.signal), timeUp]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    knowsPhone: resolvePhone !== undefined,

    async passesCaptcha(token: string, request: Request): Promise<boolean> {
      const answer = await ask('captcha.verify', () => captcha?.verify(token, request));
      if (typeof answer !== 'boolean') throw noAnswer('captcha.verify', answer, 'true or false');
      return answer;
    },

    async checkPhone(check: CheckPhone, phone: E164): Promise<PhoneCheck> {
      const answer = (await ask('checkPhone', () => check(phone))) as Partial<PhoneCheck> | undefined;
      if (answer?.valid === false) return { valid: false };
      if (answer?.valid === true) {
        const { country } = answer as { country?: unknown };
        if (country === undefined) return { valid: true };
        if (typeof country === 'string') return { valid: true, country };
      }
      throw noAnswer('checkPhone', answer, '{ valid: false }, or { valid: true, country }');
    },

    async resolvePhone(request: Request, purpose: Purpose): Promise<E164 | undefined> {
      const answer = await ask('resolvePhone', () => resolvePhone?.(request, purpose));
      if (answer === undefined || isE164(answer)) return answer;
      throw noAnswer('resolvePhone', answer, 'a number like "+447700900123", or undefined');
    },

    /**
     * `challenge` names what it is asked for: an answer to an earlier try that was too late counts for this one,
     * so that a host which hangs does not make an account twice.
     */
    async onVerified(
      challenge: string,
      verified: Omit<Verified, 'challenge' | 'signal'>,
    ): Promise<Claims | Denial> {
      if (!onVerified) return {};
      const answer = await ask('onVerified', signal => {
        const earlier = given.get(challenge, nowMs());
        if (earlier) return earlier;
        const asked = Promise.resolve(onVerified({ ...verified, challenge, signal }));
        given.set(challenge, asked, rules.codeLifetimeMs, nowMs());
        asked.catch(() => given.delete(challenge));
        return asked;
      });
      given.delete(challenge);
      return readVerified('onVerified', answer);
    },

    /** `undefined` for what is wrong. */
    async verifyPassword(asked: Omit<GivenPassword, 'signal'>): Promise<Claims | Denial | undefined> {
      const answer = await ask('verifyPassword', signal => verifyPassword?.({ ...asked, signal }));
      if (typeof answer === 'boolean') return answer ? {} : undefined;
      if (answer === undefined)
        throw noAnswer('verifyPassword', answer, 'claims, { deny: code }, true or false');
      return readVerified('verifyPassword', answer);
    },
  };
}

export const isDenial = (answer: Claims | Denial): answer is Denial => 'deny' in answer;

function readVerified(hook: string, answer: unknown): Claims | Denial {
  if (answer === undefined) return {};
  if (!isPlainObject(answer)) throw noAnswer(hook, answer, 'claims, { deny: code } or undefined');
  if (Object.hasOwn(answer, 'deny')) {
    if (denyCodes.includes(answer.deny as DenyCode)) return { deny: answer.deny as DenyCode };
    throw new Error(`"${hook}" answered "deny" without one of its codes: ${denyCodes.join(', ')}`);
  }
  if (Object.hasOwn(answer, 'error')) {
    throw new Error(`"${hook}" answered an "error": deny with { deny: code }, or throw`);
  }
  const text = JSON.stringify(answer, (key, value) => writable(hook, key, value));
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > maxClaimsBytes) {
    throw new Error(`"${hook}" answered claims of ${bytes} bytes, and at most ${maxClaimsBytes} fit`);
  }
  return JSON.parse(text) as Claims;
}

/** `JSON.stringify` throws by itself for circles and big integers, and would leave out or empty the rest of these. */
function writable(hook: string, key: string, value: unknown): unknown {
  const isLost =
    typeof value === 'function' ||
    typeof value === 'symbol' ||
    (typeof value === 'number' && !Number.isFinite(value)) ||
    (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPlainObject(value));
  if (isLost) throw new Error(`"${hook}" answered claims whose "${key}" cannot be written as JSON`);
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Says what kind of thing it was, and nothing of what is in it. */
function noAnswer(name: string, answer: unknown, wanted: string): Error {
  const kind = answer === null ? 'null' : Array.isArray(answer) ? 'a list' : typeof answer;
  return new Error(`"${name}" gave no answer that counts (${kind}): it must be ${wanted}`);
}
