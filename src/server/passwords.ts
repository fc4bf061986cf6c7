/**
 * The number with its password. What is wrong is told in one way and after one time, whatever it was; wrong ones are
 * counted by number, by address and in all, and a number that has had too many is locked whether or not it has an account.
 */
import { isE164, type E164, type PasswordRequest } from '../protocol.js';
import type { Admission } from './admission.js';
import type { Answer } from './answer.js';
import { wholeRequest } from './answer.js';
import type { Caller } from './caller.js';
import { isDenial, type Hooks } from './hooks.js';
import type { Keys } from './keys.js';
import { countersOf, giveBack, sharesOf, takeEach, type Limits, type Share } from './limits.js';
import { maskPhone } from './mask.js';
import type { Claims, Denial } from './options.js';
import { Problem } from './problem.js';
import { readString } from './requests.js';
import type { Sessions } from './sessions.js';
import type { Store } from './stores/store.js';

/** An answer waits for the end of the slot that it falls into: hashing or not then looks the same. */
const slotMs = 500;

const maxPasswordLength = 1024;

export interface PasswordsOptions {
  hooks: Hooks;
  admission: Admission;
  keys: Keys;
  store: Pick<Store, 'counter'>;
  limits: Limits;
  sessions: Pick<Sessions, 'conclude'>;
}

export function readPasswordRequest(body: Record<string, unknown>): PasswordRequest {
  const [phone, password, captcha] = ['phone', 'password', 'captcha'].map(name => readString(body, name));
  if (!isE164(phone)) throw new Problem('invalid_phone');
  if (!password || password.length > maxPasswordLength)
    throw new Problem('malformed_request', {
      detail: `"password" must be a string of 1 to ${maxPasswordLength} characters.`,
    });
  return { phone, password, ...(captcha !== undefined && { captcha }) };
}

export type Passwords = ReturnType<typeof createPasswords>;

export function createPasswords({ hooks, admission, keys, store, limits, sessions }: PasswordsOptions) {
  const counters = (name: 'passwordsPerPhone' | 'passwordsPerAddress' | 'passwords') =>
    countersOf(store, name, limits[name]);
  const perPhone = counters('passwordsPerPhone');
  const perAddress = counters('passwordsPerAddress');
  const all = counters('passwords');

  /** Takes one try out of each budget before anything is looked at: tries in parallel have no more. Answers what it took. */
  async function takeTry(phone: E164, address: string | undefined): Promise<Share[]> {
    const place = address === undefined ? undefined : await keys.mac('address', address);
    const shares = [
      ...sharesOf('passwordsPerAddress', perAddress, place),
      ...sharesOf('passwordsPerPhone', perPhone, await keys.mac('phone', phone)),
      ...sharesOf('passwords', all, 'all'),
    ];
    const spent = await takeEach(shares);
    if (!spent) return shares;
    const code = spent.budget === 'passwordsPerPhone' ? 'account_locked' : 'rate_limited';
    throw new Problem(code, { retryAfterMs: spent.waitMs, budget: spent.budget });
  }

  async function check(given: PasswordRequest, caller: Caller): Promise<Claims | Denial | undefined> {
    const { phone, password } = given;
    const request = wholeRequest(caller.request);
    return inSlots(() => hooks.verifyPassword({ phone, password, request }));
  }

  return {
    /** Takes back the wrong passwords of a number. */
    async unlock(phone: E164): Promise<void> {
      const number = await keys.mac('phone', phone);
      for (const counter of perPhone) await counter.clear(number);
    },

    async signIn(given: PasswordRequest, caller: Caller): Promise<Answer> {
      const { phone } = given;
      caller.note.phone = maskPhone(phone);
      caller.note.purpose = 'sign-in';
      await admission.passCaptcha(given.captcha, caller.request);
      const shares = await takeTry(phone, caller.address);
      let claims: Claims | Denial | undefined;
      try {
        claims = await check(given, caller);
      } catch (error) {
        // The host's fault, and nobody's guess.
        await giveBack(shares);
        throw error;
      }
      if (!claims) throw new Problem('credentials_invalid');
      await giveBack(shares);
      if (isDenial(claims)) throw new Problem(claims.deny);
      return sessions.conclude(caller, { phone, purpose: 'sign-in', claims });
    },
  };
}

async function inSlots<T>(act: () => Promise<T>): Promise<T> {
  const sinceMs = performance.now();
  try {
    return await act();
  } finally {
    const restMs = slotMs - ((performance.now() - sinceMs) % slotMs);
    await new Promise(done => setTimeout(done, restMs));
  }
}
