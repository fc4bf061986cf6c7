/** The life of a challenge: begun, sent, sent again, verified, put away. Decisions on numbers and tries are the store's. */
import type { Channel } from '../channels.js';
import type { ChallengeBody, ChallengeRequest, E164, ProblemCode, ResendRequest } from '../protocol.js';
import { jsonAnswer, wholeRequest, type Answer } from './answer.js';
import type { Admission } from './admission.js';
import type { Caller } from './caller.js';
import type { ChannelPlan } from './channel-plan.js';
import type { Conversions } from './conversions.js';
import { destinationOf } from './destination.js';
import { isDenial, type Hooks } from './hooks.js';
import type { KnownDevices } from './known-devices.js';
import { codeLength, randomCode, randomId, type Keys, type KeySet } from './keys.js';
import {
  createFailureBudgets,
  failureBudgetName,
  isBudgetOfAll,
  type BudgetName,
  type Limits,
  type SendBudget,
} from './limits.js';
import { maskPhone } from './mask.js';
import { canonicalTag } from './message-texts.js';
import type { Claims, PhoneServerOptions } from './options.js';
import { Problem } from './problem.js';
import { createRotation } from './rotation.js';
import { createSending, knownMark, type Sending } from './sending.js';
import type { ChallengeStatus, Store } from './stores/store.js';
import type { Subject } from './subject.js';
import type { Traced } from './tracing.js';

export interface ChallengesOptions {
  options: PhoneServerOptions;
  plan: ChannelPlan;
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
  plan,
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
  const sendMessage = createSending({ options, plan, keys, store, budget, conversions, trace, nowMs });
  const failureBudgets = createFailureBudgets(limits);

  const rotation = createRotation({ keys, store, nowMs });
  const hashCode = (under: KeySet, id: string, client: string, code: string) =>
    under.mac('code', id, client, code);
  const hashAddress = async (address: string | undefined) =>
    address === undefined ? undefined : keys.mac('address', address);
  /** Client and id are part of the seal: a number cannot be moved to another's challenge within the store. */
  const sealContext = (id: string, client: string) => `challenge ${id} ${client}`;

  async function body(
    { id, expiresAtMs, resendAtMs, attemptsLeft, ...status }: ChallengeStatus,
    { phone, purpose }: Subject,
    channel: Channel = status.channel ?? 'sms',
  ): Promise<ChallengeBody> {
    const now = nowMs();
    const secondsUntil = (ms: number) => Math.max(0, Math.ceil((ms - now) / 1000));
    const ways = await plan.possible(phone);
    const sooner = ways.flatMap(way => {
      const cooldownMs = status.tried?.includes(way) || way === channel ? undefined : plan.cooldownMsOf(way);
      const readyAtMs = status.sentAtMs + (cooldownMs ?? Infinity);
      return readyAtMs < resendAtMs ? [[way, secondsUntil(readyAtMs)] as const] : [];
    });
    return {
      id,
      purpose,
      maskedPhone: maskPhone(phone),
      codeLength,
      expiresIn: Math.max(0, Math.floor((expiresAtMs - now) / 1000)),
      resendIn: secondsUntil(resendAtMs),
      attemptsLeft,
      ...(channel !== 'sms' && { channel }),
      ...(String(ways) !== 'sms' && { channels: ways }),
      ...(sooner.length > 0 && { changeIn: Object.fromEntries(sooner) }),
    };
  }

  const sealDigits = (under: KeySet, code: string, id: string, client: string) =>
    under.seal(code, `code ${id} ${client}`);

  return {
    async create(asked: ChallengeRequest, caller: Caller): Promise<Answer> {
      const { note } = caller;
      note.purpose = asked.purpose;
      const { phone, channel } = await admission.admit(asked, caller);

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
        channel,
        digits: await sealDigits(under, code, id, client),
      };
      const begun = await store.begin(challenge, nowMs());
      if (begun.kind === 'limited' || begun.kind === 'others')
        throw resting(begun.retryAtMs, 'cooldown', begun.kind === 'others' ? 'just_sent' : 'rate_limited');
      note.challenge = begun.status.id;
      if (begun.kind === 'live') {
        note.outcome = 'live';
        return jsonAnswer(await body(begun.status, subject), 201);
      }
      const sending = { id, code, name: hash, channel, said: channel, isKnown: device !== undefined };
      const went = fixedCode === undefined ? await sendMessage(sending, subject, caller) : channel;
      if (fixedCode !== undefined) note.detail = 'A test number';
      return jsonAnswer(await body(begun.status, subject, went), 201);
    },

    async resend(id: string, asked: ResendRequest, caller: Caller): Promise<Answer> {
      await admission.passCaptcha(asked.captcha, caller.request);
      const code = randomCode();
      const said = asked.channel ?? plan.usual;
      const { client, hash, ...begun } = await rotation.find(async under => {
        const client = await under.mac('client', caller.client);
        const hash = await hashCode(under, id, client, code);
        const digits = await sealDigits(under, code, id, client);
        const by = { channel: said, digits, cooldownMs: plan.cooldownMsOf(said) };
        return { ...(await store.resend(id, client, hash, nowMs(), by)), client, hash };
      });
      if (begun.kind === 'gone') throw new Problem('challenge_gone');
      if (begun.kind === 'exhausted') throw new Problem('too_many_attempts', { attemptsLeft: 0 });
      if (begun.kind === 'limited') throw resting(begun.retryAtMs, 'cooldown');
      const takeBack = () => store.settle(id, hash, 'refused', nowMs());
      const subject = (await keys.open(begun.sealed, sealContext(id, client))) as Subject;
      const { phone, purpose } = subject;
      caller.note.phone = maskPhone(phone);
      caller.note.purpose = purpose;
      const channel = await plan.choose(phone, asked.channel).catch(async (error: unknown) => {
        await takeBack();
        throw error;
      });
      if (testNumbers.has(phone)) {
        await takeBack();
        return jsonAnswer(await body(begun.status, subject, channel));
      }
      const again =
        begun.digits === undefined ? undefined : await keys.open(begun.digits, `code ${id} ${client}`);
      const isKnown = id.endsWith(knownMark);
      const sending: Sending = {
        id,
        code: (again as string | undefined) ?? code,
        name: hash,
        channel,
        said,
        isKnown,
      };
      return jsonAnswer(await body(begun.status, subject, await sendMessage(sending, subject, caller)));
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
        const { channel = 'sms' } = attempt;
        caller.note.channel = channel;
        conversions.count({ ...(await destinationOf(phone)), channel }, 'verified');
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

const refusals = {
  exhausted: 'too_many_attempts',
  wrong: 'too_many_attempts',
  expired: 'code_expired',
  gone: 'challenge_gone',
} as const satisfies Record<string, ProblemCode>;
