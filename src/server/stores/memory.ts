/** The default store: one process, bounded memory, gone on restart. Each method decides before it first awaits. */
import type { Channel } from '../../channels.js';
import { equalInConstantTime } from '../constant-time.js';
import { BoundedTable } from './bounded-table.js';
import {
  addCode,
  expiryOf,
  isLive,
  noteTried,
  readyFor,
  statusOf,
  type Challenge,
  type Phone,
} from './memory-challenge.js';
import { createMemoryCounter } from './memory-counter.js';
import {
  cooldownAfter,
  rules,
  type AttemptResult,
  type BeginResult,
  type Carried,
  type ChallengeStatus,
  type Claim,
  type FailureBudget,
  type Guess,
  type NewChallenge,
  type ResendResult,
  type Store,
} from './store.js';

interface Failures {
  count: number;
  endsAtMs: number;
}

interface Request {
  fingerprint: string;
  owner: string;
  answer: string | undefined;
}

export interface MemoryStoreOptions {
  /** Of each kind: numbers, challenges, answers, signed-out sessions, addresses. The oldest leave first. 100,000 by default. */
  maxEntries?: number;
}

export function createMemoryStore({ maxEntries = 100_000 }: MemoryStoreOptions = {}): Store {
  const challenges = new BoundedTable<Challenge>(maxEntries);
  const phones = new BoundedTable<Phone>(maxEntries);
  const requests = new BoundedTable<Request>(maxEntries);
  const revoked = new BoundedTable<number>(maxEntries);
  const failures = new BoundedTable<Failures>(maxEntries);
  const running = new Map<string, { ended: Promise<void>; end: () => void }>();

  function findPhone(key: string, nowMs: number): Phone {
    const phone = phones.get(key, nowMs);
    if (!phone) {
      return { challenge: undefined, sends: 0, sentAtMs: 0, readyAtMs: 0, failures: 0, failuresSinceMs: 0 };
    }
    if (nowMs - phone.sentAtMs >= rules.cooldownMemoryMs) phone.sends = 0;
    if (nowMs - phone.failuresSinceMs >= rules.failureWindowMs) phone.failures = 0;
    return phone;
  }

  function keepPhone(key: string, phone: Phone, nowMs: number): void {
    if (phone.sends === 0 && phone.failures === 0) phones.delete(key);
    else phones.set(key, phone, rules.cooldownMemoryMs, nowMs);
  }

  /** A number's next cool-down, and with it a new code for the challenge. */
  function send(
    challenge: Challenge,
    phone: Phone,
    code: Parameters<typeof addCode>[1],
    nowMs: number,
  ): { status: ChallengeStatus; digits: string | undefined } {
    const restedUntilMs = phone.readyAtMs;
    phone.challenge = challenge.id;
    phone.sends += 1;
    phone.sentAtMs = nowMs;
    phone.readyAtMs = nowMs + cooldownAfter(phone.sends);
    keepPhone(challenge.phone, phone, nowMs);
    const digits = addCode(challenge, code, restedUntilMs, nowMs);
    challenges.set(challenge.id, challenge, rules.challengeMemoryMs, nowMs);
    return { status: statusOf(challenge, phone), digits };
  }

  function findOpen(id: string, client: string, nowMs: number): Challenge | undefined {
    const challenge = challenges.get(id, nowMs);
    return challenge?.client === client && challenge.state === 'open' ? challenge : undefined;
  }

  function begin(entry: NewChallenge, nowMs: number): BeginResult {
    const phone = findPhone(entry.phone, nowMs);
    const last = phone.challenge === undefined ? undefined : challenges.get(phone.challenge, nowMs);
    const own = last?.client === entry.client && last.purpose === entry.purpose ? last : undefined;
    if (phone.readyAtMs > nowMs) {
      const retryAtMs = phone.readyAtMs;
      if (!own || !isLive(own, nowMs)) return { kind: own ? 'limited' : 'others', retryAtMs };
      own.state = 'open';
      return { kind: 'live', status: statusOf(own, phone) };
    }
    if (own) challenges.delete(own.id);
    const { code: name, channel, digits, ...rest } = entry;
    const challenge: Challenge = {
      ...rest,
      codes: [],
      tried: [],
      attempts: 0,
      state: 'open',
      turn: 0,
      answers: new Map(),
    };
    return { kind: 'begun', status: send(challenge, phone, { name, channel, digits }, nowMs).status };
  }

  function resend(
    id: string,
    client: string,
    name: string,
    nowMs: number,
    by: Partial<Carried> & { cooldownMs?: number | undefined } = {},
  ): ResendResult {
    const challenge = findOpen(id, client, nowMs);
    if (!challenge) return { kind: 'gone' };
    if (challenge.attempts >= rules.maxAttempts) return { kind: 'exhausted' };
    const phone = findPhone(challenge.phone, nowMs);
    const readyAtMs = readyFor(challenge, phone, by);
    if (readyAtMs > nowMs) return { kind: 'limited', retryAtMs: readyAtMs };
    const { channel, digits } = by;
    const sent = send(challenge, phone, { name, channel, digits }, nowMs);
    const again = sent.digits === undefined ? {} : { digits: sent.digits };
    return { kind: 'begun', status: sent.status, sealed: challenge.sealed, ...again };
  }

  function settle(
    id: string,
    name: string,
    outcome: 'sent' | 'refused' | 'unknown',
    nowMs: number,
    channel?: Channel,
  ): void {
    const challenge = challenges.get(id, nowMs);
    const index = challenge?.codes.findIndex(code => code.name === name) ?? -1;
    const code = challenge?.codes[index];
    if (!challenge || !code) return;
    const isNewest = index === challenge.codes.length - 1;
    if (outcome !== 'refused') {
      code.channel = channel ?? code.channel;
      noteTried(challenge, channel);
      if (outcome === 'sent') challenge.codes.splice(0, index);
      return;
    }
    challenge.codes.splice(index, 1);
    if (challenge.codes.length === 0) challenges.delete(id);
    const phone = findPhone(challenge.phone, nowMs);
    if (phone.challenge !== id || !isNewest) return;
    phone.sends = Math.max(0, phone.sends - 1);
    phone.readyAtMs = Math.max(nowMs, code.restedUntilMs);
    keepPhone(challenge.phone, phone, nowMs);
  }

  function attempt(guess: Guess, nowMs: number): AttemptResult {
    const { id, client, code, request, budgets = [] } = guess;
    const answered = request === undefined ? undefined : repeat(id, client, request, nowMs);
    if (answered) return answered;
    const challenge = findOpen(id, client, nowMs);
    if (!challenge) return { kind: 'gone' };
    if (challenge.attempts >= rules.maxAttempts) return { kind: 'exhausted' };
    const codes = challenge.codes.filter(each => each.expiresAtMs > nowMs);
    if (codes.length === 0) return { kind: 'expired' };
    const phone = findPhone(challenge.phone, nowMs);
    if (phone.failures >= rules.maxFailures) {
      return { kind: 'limited', retryAtMs: phone.failuresSinceMs + rules.failureWindowMs };
    }
    for (const budget of budgets) {
      const spent = spentUntil(budget, nowMs);
      if (spent !== undefined) return { kind: 'limited', retryAtMs: spent, budget: budget.key };
    }

    challenge.attempts += 1;
    if (codes.some(each => equalInConstantTime(each.mac, code))) {
      challenge.state = 'spent';
      challenge.turn += 1;
      if (request !== undefined) challenge.answers.set(request, 'accepted');
      phone.sends = 0;
      phone.readyAtMs = nowMs;
      keepPhone(challenge.phone, phone, nowMs);
      return accepted(challenge);
    }
    if (phone.failures === 0) phone.failuresSinceMs = nowMs;
    phone.failures += 1;
    keepPhone(challenge.phone, phone, nowMs);
    for (const budget of budgets) countFailure(budget, nowMs);
    const wrong = { kind: 'wrong', attemptsLeft: rules.maxAttempts - challenge.attempts } as const;
    if (request !== undefined) challenge.answers.set(request, wrong);
    return wrong;
  }

  function repeat(id: string, client: string, request: string, nowMs: number): AttemptResult | undefined {
    const challenge = challenges.get(id, nowMs);
    if (challenge?.client !== client) return undefined;
    const answer = challenge.answers.get(request);
    if (answer !== 'accepted') return answer;
    if (expiryOf(challenge) <= nowMs) return { kind: 'expired' };
    challenge.turn += 1;
    return accepted(challenge);
  }

  function spentUntil({ key, count }: FailureBudget, nowMs: number): number | undefined {
    const entry = failures.get(key, nowMs);
    return entry && entry.count >= count ? entry.endsAtMs : undefined;
  }

  function countFailure({ key, seconds }: FailureBudget, nowMs: number): void {
    const { count, endsAtMs } = failures.get(key, nowMs) ?? { count: 0, endsAtMs: nowMs + seconds * 1000 };
    failures.set(key, { count: count + 1, endsAtMs }, endsAtMs - nowMs, nowMs);
  }

  function reopen(id: string, turn: number, nowMs: number): void {
    const challenge = challenges.get(id, nowMs);
    if (challenge?.state !== 'spent' || challenge.turn !== turn) return;
    challenge.state = 'open';
    challenge.attempts -= 1;
    for (const [request, answer] of challenge.answers) {
      if (answer === 'accepted') challenge.answers.delete(request);
    }
  }

  function end(id: string, client: string, nowMs: number): void {
    const challenge = findOpen(id, client, nowMs);
    if (challenge) challenge.state = 'put-away';
  }

  function claim(key: string, fingerprint: string, owner: string, nowMs: number): Claim {
    const request = requests.get(key, nowMs);
    if (!request) {
      requests.set(key, { fingerprint, owner, answer: undefined }, rules.claimLeaseMs, nowMs);
      running.get(key)?.end(); // a lease ran out: who waits for it claims again, and waits for this one
      running.set(key, deferred());
      return { kind: 'mine' };
    }
    if (request.fingerprint !== fingerprint) return { kind: 'mismatch' };
    const { answer } = request;
    if (answer !== undefined) return { kind: 'answered', answer };
    return { kind: 'running', ended: running.get(key)?.ended ?? Promise.resolve() };
  }

  function finish(key: string, owner: string, answer: string | undefined, nowMs: number): void {
    const request = requests.get(key, nowMs);
    // Its lease ran out, and another claimed it.
    if (request && request.owner !== owner) return;
    if (answer === undefined) requests.delete(key);
    else if (request) requests.set(key, { ...request, answer }, rules.answerMemoryMs, nowMs);
    running.get(key)?.end();
    running.delete(key);
  }

  return {
    begin: later(begin),
    resend: later(resend),
    settle: later(settle),
    attempt: later(attempt),
    reopen: later(reopen),
    end: later(end),
    unlock: later((phone: string) => phones.delete(phone)),
    claim: later(claim),
    finish: later(finish),
    revoke: later((name: string, lifetimeMs: number, nowMs: number) => {
      revoked.set(name, nowMs, lifetimeMs, nowMs);
    }),
    revokedAt: later((names: readonly string[], nowMs: number) =>
      names.map(name => revoked.get(name, nowMs)),
    ),
    counter: (_name, limit) => createMemoryCounter(limit, maxEntries),
    check: () => Promise.resolve(),
  };
}

function later<A extends unknown[], R>(decide: (...args: A) => R): (...args: A) => Promise<R> {
  return (...args) => Promise.resolve(decide(...args));
}

function deferred(): { ended: Promise<void>; end: () => void } {
  let end = () => {};
  const ended = new Promise<void>(resolve => (end = resolve));
  return { ended, end };
}

function accepted({ sealed, turn, codes }: Challenge): AttemptResult {
  return { kind: 'accepted', sealed, turn, channel: codes.at(-1)?.channel };
}
