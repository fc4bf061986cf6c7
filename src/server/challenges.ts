/** The life of a challenge: begun, sent, sent again, verified, put away. Decisions on numbers and tries are the store's. */
import {
  type ChallengeBody,
  type ChallengeRequest,
  type E164,
  type ProblemCode,
  type Purpose,
} from '../protocol.js';
import { jsonAnswer, wholeRequest, type Answer } from './answer.js';
import type { Admission } from './admission.js';
import { deliver } from './deliver.js';
import type { Caller } from './caller.js';
import type { Conversions } from './conversions.js';
import { destinationOf } from './destination.js';
import { isDenial, type Hooks } from './hooks.js';
import type { KnownDevices } from './known-devices.js';
import { kindOf } from './number-kinds.js';
import { codeLength, randomCode, randomId, type Keys, type KeySet } from './keys.js';
import {
  createFailureBudgets,
  failureBudgetName,
  isBudgetOfAll,
  type BudgetName,
  type Limits,
  type SendBudget,
  type Spent,
} from './limits.js';
import { callingCodeOf, maskPhone } from './mask.js';
import { canonicalTag, composeMessage } from './message-texts.js';
import type { Claims, PhoneServerOptions } from './options.js';
import { Problem } from './problem.js';
import { createRotation } from './rotation.js';
import type { ChallengeStatus, Store } from './stores/store.js';
import type { Traced } from './tracing.js';

/** What a challenge is about; encrypted in the store. */
interface Subject {
  phone: E164;
  purpose: Purpose;
  /** The language tag that the page asked for. */
  language?: string;
}

export interface ChallengesOptions {
  options: PhoneServerOptions;
  hooks: Hooks;
  admission: Admission;
  testNumbers: ReadonlyMap<string, string>;
  keys: Keys;
  store: Store;
  budget: SendBudget;
  limits: Limits;
  conversions: Conversions;
  trace: Traced;
  knownDevices: KnownDevices;
  nowMs: () => number;
}

export type Challenges = ReturnType<typeof createChallenges>;

export function createChallenges({
  options,
  hooks,
  admission,
  testNumbers,
  keys,
  store,
  budget,
  limits,
  conversions,
  trace,
  knownDevices,
  nowMs,
}: ChallengesOptions) {
  const { send, brand, boundHost } = options;

  const failureBudgets = createFailureBudgets(limits);

  const rotation = createRotation({ keys, store, nowMs });
  const hashCode = (under: KeySet, id: string, client: string, code: string) =>
    under.mac('code', id, client, code);
  const hashAddress = async (address: string | undefined) =>
    address === undefined ? undefined : keys.mac('address', address);
  /** Client and id are part of the seal: a number cannot be moved to another's challenge within the store. */
  const sealContext = (id: string, client: string) => `challenge ${id} ${client}`;

  function body(status: ChallengeStatus, { phone, purpose }: Subject): ChallengeBody {
    const now = nowMs();
    return {
      id: status.id,
      purpose,
      maskedPhone: maskPhone(phone),
      codeLength,
      expiresIn: Math.max(0, Math.floor((status.expiresAtMs - now) / 1000)),
      resendIn: Math.max(0, Math.ceil((status.resendAtMs - now) / 1000)),
      attemptsLeft: status.attemptsLeft,
    };
  }

  /** Answers what is spent. */
  async function takeFromBudget(
    phone: E164,
    isKnown: boolean,
    address: string | undefined,
  ): Promise<Spent | undefined> {
    const { country } = await kindOf(phone);
    const callingCode = callingCodeOf(phone);
    conversions.judge(country ?? callingCode);
    const spent = await budget.take({
      address: await hashAddress(address),
      // Of all known devices of a number together, so that verifying makes no new budget each time.
      phone: await keys.mac('phone', phone, ...(isKnown ? [knownMark] : [])),
      prefix: await keys.mac('phone', 'prefix', phone.slice(0, -4)),
      country,
      callingCode: callingCode.slice(1),
    });
    return typeof spent === 'number' ? { budget: 'budget', waitMs: spent } : spent;
  }

  /** Sends a code that the store has begun to expect, and tells the store what became of it. */
  async function sendCode(
    { id, code, hash }: { id: string; code: string; hash: string },
    subject: Subject,
    caller: Caller,
  ): Promise<void> {
    const { note, address } = caller;
    const { phone } = subject;
    /** What cannot be noted now is seen to by the store: who waits for an answer gets it all the same. */
    const settle = (outcome: 'sent' | 'refused') =>
      store.settle(id, hash, outcome, nowMs()).catch(() => undefined);
    let spent: Spent | undefined;
    try {
      spent = await takeFromBudget(phone, id.endsWith(knownMark), address);
    } catch (error) {
      void settle('refused');
      throw error;
    }
    if (spent) {
      // What is not sent costs the number no cool-down.
      await settle('refused');
      throw new Problem('rate_limited', { retryAfterMs: spent.waitMs, budget: spent.budget });
    }
    const destination = await destinationOf(phone);
    const delivery = await trace(
      'phone-sign-in.send',
      { ...destination },
      () => deliver(send, { ...composeMessage({ ...subject, code, brand, boundHost }), address }),
      ({ kind }) => kind !== 'sent' && `The message was not sent: ${kind}`,
    );
    conversions.count(destination, delivery.kind);
    caller.hasDecided = true;
    // Unknown settles nothing: the message may still arrive, so its code stays good and the number rests.
    if (delivery.kind !== 'unknown') await settle(delivery.kind);
    if (delivery.kind === 'sent') {
      note.outcome = 'sent';
      return;
    }
    note.detail = `${delivery.kind}: ${delivery.detail}`;
    const { retryAfterMs } = delivery;
    if (retryAfterMs !== undefined) throw new Problem('rate_limited', { retryAfterMs, budget: 'provider' });
    throw new Problem('delivery_failed');
  }

  return {
    async create(asked: ChallengeRequest, caller: Caller): Promise<Answer> {
      const { note } = caller;
      note.purpose = asked.purpose;
      const phone = await admission.admit(asked, caller);

      const language = canonicalTag(asked.locale);
      const subject: Subject = { phone, purpose: asked.purpose, ...(language !== undefined && { language }) };
      const fixedCode = testNumbers.get(phone);
      const device = await knownDevices.find(caller.request, phone);
      const id = randomId() + (device === undefined ? '' : knownMark);
      const code = fixedCode ?? randomCode();
      // A known device has cool-downs and tries that nobody else can spend.
      const name = [phone, ...(device === undefined ? [] : [knownMark, device])];
      const under = await rotation.secretOf(name);
      const client = await under.mac('client', caller.client);
      const hash = await hashCode(under, id, client, code);
      const challenge = {
        id,
        client,
        phone: await under.mac('phone', ...name),
        purpose: asked.purpose,
        code: hash,
        sealed: await under.seal(subject, sealContext(id, client)),
      };
      const begun = await store.begin(challenge, nowMs());
      if (begun.kind === 'limited' || begun.kind === 'others')
        throw resting(begun.retryAtMs, 'cooldown', begun.kind === 'others' ? 'just_sent' : 'rate_limited');
      note.challenge = begun.status.id;
      if (begun.kind === 'live') note.outcome = 'live';
      else if (fixedCode === undefined) await sendCode({ id, code, hash }, subject, caller);
      else note.detail = 'A test number';
      return jsonAnswer(body(begun.status, subject), 201);
    },

    async resend(id: string, captchaToken: string | undefined, caller: Caller): Promise<Answer> {
      await admission.passCaptcha(captchaToken, caller.request);
      const code = randomCode();
      const { client, hash, ...begun } = await rotation.find(async under => {
        const client = await under.mac('client', caller.client);
        const hash = await hashCode(under, id, client, code);
        return { ...(await store.resend(id, client, hash, nowMs())), client, hash };
      });
      if (begun.kind === 'gone') throw new Problem('challenge_gone');
      if (begun.kind === 'exhausted') throw new Problem('too_many_attempts', { attemptsLeft: 0 });
      if (begun.kind === 'limited') throw resting(begun.retryAtMs, 'cooldown');
      const subject = (await keys.open(begun.sealed, sealContext(id, client))) as Subject;
      caller.note.phone = maskPhone(subject.phone);
      caller.note.purpose = subject.purpose;
      if (testNumbers.has(subject.phone)) await store.settle(id, hash, 'refused', nowMs());
      else await sendCode({ id, code, hash }, subject, caller);
      return jsonAnswer(body(begun.status, subject));
    },

    /**
     * Answers who was verified, and what the host says of them. `requests`: the store's names, one a secret, for a request
     * that may come again.
     */
    async verify(
      id: string,
      { code, captcha }: { code: string; captcha: string | undefined },
      caller: Caller,
      requests: readonly string[],
    ): Promise<Subject & { claims: Claims }> {
      const budgets = id.endsWith(knownMark) ? [] : failureBudgets(await hashAddress(caller.address));
      const { client, ...attempt } = await rotation.find(async (under, index) => {
        const client = await under.mac('client', caller.client);
        const hash = await hashCode(under, id, client, code);
        const guess = { id, client, code: hash, request: requests[index], budgets };
        let attempt = await store.attempt(guess, nowMs());
        if (attempt.kind === 'limited' && options.captcha && isBudgetOfAll(attempt.budget)) {
          // Somebody guesses somewhere: who shows to be a person is not kept out for it.
          await admission.passCaptcha(captcha, caller.request);
          const own = budgets.filter(({ key }) => !isBudgetOfAll(key));
          attempt = await store.attempt({ ...guess, budgets: own }, nowMs());
        }
        return { ...attempt, client };
      });
      if (attempt.kind === 'limited') throw resting(attempt.retryAtMs, failureBudgetName(attempt.budget));
      caller.hasDecided = attempt.kind === 'wrong' || attempt.kind === 'accepted';
      if (attempt.kind === 'wrong' && attempt.attemptsLeft > 0) {
        throw new Problem('code_invalid', { attemptsLeft: attempt.attemptsLeft });
      }
      if (attempt.kind !== 'accepted') {
        const code = refusals[attempt.kind];
        throw new Problem(code, code === 'too_many_attempts' ? { attemptsLeft: 0 } : {});
      }
      try {
        const subject = (await keys.open(attempt.sealed, sealContext(id, client))) as Subject;
        const { phone, purpose } = subject;
        caller.note.phone = maskPhone(phone);
        caller.note.purpose = purpose;
        const verified = { phone, purpose, request: wholeRequest(caller.request) };
        const answer = await hooks.onVerified(id, verified);
        conversions.count(await destinationOf(phone), 'verified');
        if (isDenial(answer)) throw new Problem(answer.deny);
        return { ...subject, claims: answer };
      } catch (error) {
        // The host could not answer: the person's code is not to blame, and stays good for another try.
        if (!(error instanceof Problem)) {
          await store.reopen(id, attempt.turn, nowMs()).catch(() => undefined);
        }
        throw error;
      }
    },

    /** For who was locked out by others' messages and guesses. */
    async unlock(phone: E164): Promise<void> {
      for (const name of await keys.macs('phone', phone)) {
        await store.unlock(name);
        await budget.release?.(name);
      }
    },

    async cancel(id: string, caller: Caller): Promise<void> {
      for (const client of await keys.macs('client', caller.client)) await store.end(id, client, nowMs());
    },
  };

  function resting(retryAtMs: number, budget: BudgetName, code: ProblemCode = 'rate_limited'): Problem {
    return new Problem(code, { retryAfterMs: retryAtMs - nowMs(), budget });
  }
}

/**
 * Ends the id of a challenge that a known device began. Nobody else can make one: an id is good for nothing unless the
 * server made it for the same client.
 */
const knownMark = '.known';

const refusals = {
  exhausted: 'too_many_attempts',
  wrong: 'too_many_attempts',
  expired: 'code_expired',
  gone: 'challenge_gone',
} as const satisfies Record<string, ProblemCode>;
