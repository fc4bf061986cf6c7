/** What stores that many processes share have in common: decisions made elsewhere, each answered or undone. */
import { NotAsked, type Guard } from './guard.js';
import type { AttemptResult, BeginResult, ChallengeStatus, Claim, ResendResult, Store } from './store.js';

/** Each is one step of the store: no other decision can come in between. */
export type DecisionName = 'begin' | 'resend' | 'settle' | 'attempt' | 'reopen' | 'end' | 'claim' | 'finish';

/** Asks for one decision; answers its reply as JSON, with the time on the clock that decided. */
export type Ask = (name: DecisionName, nowMs: number, parts: string[]) => Promise<string>;

export type Decisions = Pick<Store, DecisionName>;

interface Reply {
  kind: string;
  retryAtMs?: number;
  status?: ChallengeStatus;
}

/** How often a request that runs elsewhere is asked about. */
const pollMs = 100;

export function createDecisions(ask: Ask, guard: Guard): Decisions {
  /** Times in the answer are told by the caller's clock. */
  async function call(name: DecisionName, nowMs: number, ...parts: string[]): Promise<Reply> {
    const text = await ask(name, nowMs, parts);
    const { nowMs: answeredAtMs, ...reply } = JSON.parse(text) as Reply & { nowMs: number };
    const shiftMs = nowMs - answeredAtMs;
    if (reply.retryAtMs !== undefined) reply.retryAtMs += shiftMs;
    if (reply.status) {
      reply.status.expiresAtMs += shiftMs;
      reply.status.resendAtMs += shiftMs;
      reply.status.sentAtMs += shiftMs;
    }
    return reply;
  }

  const decide = (...args: Parameters<typeof call>) => guard.run(() => call(...args));
  const takeBack = (...args: Parameters<typeof call>) => guard.takeBack(() => call(...args));

  /** A decision that either is answered, or is undone by `undo`, in whatever order the two arrive. */
  async function decideOrUndo(args: Parameters<typeof call>, undo: Parameters<typeof call>): Promise<Reply> {
    try {
      return await decide(...args);
    } catch (error) {
      if (!(error instanceof NotAsked)) void takeBack(...undo).catch(() => undefined);
      throw error;
    }
  }

  return {
    async begin({ id, client, phone, purpose, code, sealed, channel = '', digits = '' }, nowMs) {
      const reply = await decideOrUndo(
        ['begin', nowMs, id, client, phone, purpose, code, sealed, channel, digits],
        ['settle', nowMs, id, code, 'refused'],
      );
      const { kind } = reply;
      return kind === 'limited' || kind === 'others'
        ? { kind, retryAtMs: reply.retryAtMs ?? nowMs }
        : ({ kind, status: reply.status } as BeginResult);
    },

    async resend(id, client, code, nowMs, by) {
      const { channel = '', digits = '', cooldownMs = '' } = by ?? {};
      const reply = await decideOrUndo(
        ['resend', nowMs, id, client, code, channel, digits, String(cooldownMs)],
        ['settle', nowMs, id, code, 'refused'],
      );
      return reply as ResendResult;
    },

    async settle(id, code, outcome, nowMs, channel) {
      await takeBack('settle', nowMs, id, code, outcome, channel ?? '');
    },

    async attempt({ id, client, code, request = '', budgets = [] }, nowMs) {
      const limits = budgets.flatMap(({ key, count, seconds }) => [
        key,
        String(count),
        String(seconds * 1000),
      ]);
      return (await decide('attempt', nowMs, id, client, code, request, ...limits)) as AttemptResult;
    },

    async reopen(id, turn, nowMs) {
      await takeBack('reopen', nowMs, id, String(turn));
    },

    async end(id, client, nowMs) {
      await decide('end', nowMs, id, client);
    },

    async claim(key, fingerprint, owner, nowMs) {
      const reply = await decideOrUndo(
        ['claim', nowMs, key, fingerprint, owner],
        ['finish', nowMs, key, owner, ''],
      );
      return (reply.kind === 'running' ? { kind: 'running', ended: pause(pollMs) } : reply) as Claim;
    },

    async finish(key, owner, answer, nowMs) {
      await takeBack('finish', nowMs, key, owner, answer ?? '');
    },
  };
}

/** What a create does, for a number that is none: it writes, and leaves nothing. */
export async function probe({ begin, settle }: Decisions): Promise<void> {
  const [id, nowMs] = [`probe-${crypto.randomUUID()}`, Date.now()];
  const challenge = { id, client: id, phone: id, purpose: 'generic', code: id, sealed: '' } as const;
  const begun = await begin(challenge, nowMs);
  await settle(id, id, 'refused', nowMs);
  if (begun.kind !== 'begun') throw new Error(`The store answered "${begun.kind}" to a number that is new`);
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
