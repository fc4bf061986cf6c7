/** The default store: one process, bounded memory, gone on restart. Each method decides before it first awaits. */
import type { Purpose } from '../../protocol.js';
import { equalInConstantTime } from '../constant-time.js';
import { BoundedTable } from './bounded-table.js';
import { createMemoryCounter } from './memory-counter.js';
import {
  cooldownAfter,
  rules,
  type AttemptResult,
  type BeginResult,
  type ChallengeStatus,
  type Claim,
  type FailureBudget,
  type Guess,
  type NewChallenge,
  type ResendResult,
  type Store,
} from './store.js';

interface Code {
  mac: string;
  expiresAtMs: number;
}

interface Challenge {
  id: string;
  client: string;
  phone: string;
  purpose: Purpose;
  sealed: string;
  /** In force, newest last: the last one known to be sent, and newer ones whose message has no known outcome. */
  codes: Code[];
  attempts: number;
  state: 'open' | 'put-away' | 'spent';
  /** How often it was accepted, or that was answered again. */
  turn: number;
  /** What was answered to guesses that may be repeated, by their request; as few as there are attempts. */
  answers: Map<string, 'accepted' | { kind: 'wrong'; attemptsLeft: number }>;
}

interface Phone {
  /** The number's latest challenge. */
  challenge: string | undefined;
  sends: number;
  sentAtMs: number;
  readyAtMs: number;
  failures: number;
  failuresSinceMs: number;
}

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
  function send(challenge: Challenge, phone: Phone, mac: string, nowMs: number): ChallengeStatus {
    phone.challenge = challenge.id;
    phone.sends += 1;
    phone.sentAtMs = nowMs;
    phone.readyAtMs = nowMs + cooldownAfter(phone.sends);
    keepPhone(challenge.phone, phone, nowMs);
    const code = { mac, expiresAtMs: nowMs + rules.codeLifetimeMs };
    challenge.codes = [...challenge.codes.slice(1 - rules.maxCodes), code];
    challenges.set(challenge.id, challenge, rules.challengeMemoryMs, nowMs);
    return statusOf(challenge, phone);
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
    const { code, ...rest } = entry;
    const challenge: Challenge = {
      ...rest,
      codes: [],
      attempts: 0,
      state: 'open',
      turn: 0,
      answers: new Map(),
    };
    return { kind: 'begun', status: send(challenge, phone, code, nowMs) };
  }

  function resend(id: string, client: string, code: string, nowMs: number): ResendResult {
    const challenge = findOpen(id, client, nowMs);
    if (!challenge) return { kind: 'gone' };
    if (challenge.attempts >= rules.maxAttempts) return { kind: 'exhausted' };
    const phone = findPhone(challenge.phone, nowMs);
    if (phone.readyAtMs > nowMs) return { kind: 'limited', retryAtMs: phone.readyAtMs };
    return { kind: 'begun', status: send(challenge, phone, code, nowMs), sealed: challenge.sealed };
  }

  function settle(id: string, code: string, outcome: 'sent' | 'refused', nowMs: number): void {
    const challenge = challenges.get(id, nowMs);
    const index = challenge?.codes.findIndex(({ mac }) => mac === code) ?? -1;
    if (!challenge || index < 0) return;
    const isNewest = index === challenge.codes.length - 1;
    if (outcome === 'sent') {
      challenge.codes.splice(0, index);
      return;
    }
    challenge.codes.splice(index, 1);
    if (challenge.codes.length === 0) challenges.delete(id);
    const phone = findPhone(challenge.phone, nowMs);
    if (phone.challenge !== id || !isNewest) return;
    phone.sends = Math.max(0, phone.sends - 1);
    phone.readyAtMs = nowMs;
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
      return { kind: 'accepted', sealed: challenge.sealed, turn: challenge.turn };
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
    return { kind: 'accepted', sealed: challenge.sealed, turn: challenge.turn };
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

const expiryOf = ({ codes }: Challenge): number => codes.at(-1)?.expiresAtMs ?? 0;

function isLive(challenge: Challenge, nowMs: number): boolean {
  const isSpent = challenge.state === 'spent' || challenge.attempts >= rules.maxAttempts;
  return !isSpent && expiryOf(challenge) > nowMs;
}

function statusOf(challenge: Challenge, phone: Phone): ChallengeStatus {
  return {
    id: challenge.id,
    expiresAtMs: expiryOf(challenge),
    resendAtMs: phone.readyAtMs,
    attemptsLeft: rules.maxAttempts - challenge.attempts,
  };
}
