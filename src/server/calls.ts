/** How a call is answered: once per idempotency key, within the limit of requests, counted, and with a line in the log. */
import type { Context } from 'hono';
import { idempotencyHeader } from '../protocol.js';
import type { AddressReader } from './addresses.js';
import { bareResponse, type Answer } from './answer.js';
import type { Caller, Note } from './caller.js';
import { answerOnce } from './idempotency.js';
import { isChallengeId, randomId, type Keys } from './keys.js';
import type { Say } from './log.js';
import { describeError } from './mask.js';
import type { Metrics } from './metrics.js';
import type { LogEntry } from './options.js';
import { asProblem, Problem, problemAnswer } from './problem.js';
import { readBody, readClient } from './requests.js';
import type { Counter, Store } from './stores/store.js';

export interface Bindings {
  peer: string | undefined;
  /** Of the answer. */
  body: string;
}

/** Names a request to its host and to who asked. */
const requestHeader = 'x-request-id';

export type AppContext = Context<{ Bindings: Bindings }>;

export interface CallsOptions {
  keys: Keys;
  store: Store;
  nowMs: () => number;
  addressOf: AddressReader;
  requestCounters: readonly Counter[];
  metrics: Metrics;
  say: Say;
}

export function createCalls({ keys, store, nowMs, addressOf, requestCounters, metrics, say }: CallsOptions) {
  /** Answers who asks, unless that address asks too often: counted here and in memory, before anything else is touched. */
  async function admit(c: AppContext, note: Note): Promise<string | undefined> {
    const address = addressOf(c.req.raw, c.env.peer);
    if (address === undefined) return undefined;
    note.address = await keys.mac('address', address);
    for (const counter of requestCounters) {
      const waitMs = await counter.take(address);
      if (waitMs === undefined) continue;
      throw new Problem('rate_limited', { retryAfterMs: waitMs, budget: 'requests' });
    }
    return address;
  }

  /** Runs one call: every error becomes an answer, and every answer a line of the log. */
  async function decide(
    c: AppContext,
    event: LogEntry['event'],
    note: Note,
    run: () => Promise<Answer>,
  ): Promise<Response> {
    let answer: Answer;
    let outcome: LogEntry['outcome'];
    const sinceMs = performance.now();
    try {
      answer = await run();
      outcome = note.outcome ?? 'ok';
    } catch (error) {
      const problem = asProblem(error);
      answer = problemAnswer(problem);
      outcome = problem.code;
      const { cause, detail, budget } = problem.details;
      if (budget !== undefined) note.budget = budget;
      const logged = cause === undefined ? detail : describeError(cause);
      if (logged !== undefined) note.detail ??= logged;
    }
    metrics.count(event, outcome, (performance.now() - sinceMs) / 1000, note.budget);
    c.env.body = answer.body;
    const response = bareResponse(answer);
    // Probes come every few seconds: a line for each would hide the others.
    if ((event === 'health' || event === 'ready') && outcome === 'ok') return response;
    const request = randomId();
    response.headers.set(requestHeader, request);
    note.outcome = outcome;
    say({ event, outcome, request, ...note });
    return response;
  }

  /** A call about a challenge that may be repeated: `run` reads the body and acts. */
  function post(
    c: AppContext,
    event: LogEntry['event'],
    run: (body: Record<string, unknown>, caller: Caller, requests: readonly string[]) => Promise<Answer>,
  ): Promise<Response> {
    const note = noteOf(c);
    return decide(c, event, note, async () => {
      const request = c.req.raw;
      const address = await admit(c, note);
      const caller: Caller = { request, client: readClient(request), address, note, hasDecided: false };
      const body = await readBody(request);
      let problem: Problem | undefined;
      const runOnce = async (requests: readonly string[]) => {
        try {
          return await run(body, caller, requests);
        } catch (error) {
          problem = asProblem(error);
          return problemAnswer(problem);
        }
      };
      // Another try may carry a fresh captcha token, or come in another language: the intent is the same.
      const { phone, purpose, code, channel } = body;
      const asked = {
        idempotencyKey: request.headers.get(idempotencyHeader),
        client: caller.client,
        intent: [c.req.path, JSON.stringify({ phone, purpose, code, channel })],
      };
      const isDecided = () => caller.hasDecided;
      const { answer, isRepeated } = await answerOnce({ keys, store, nowMs }, asked, runOnce, isDecided);
      if (problem) throw problem;
      if (isRepeated) note.outcome = 'repeated';
      return answer;
    });
  }

  return { admit, decide, post };
}

/** A challenge that the path names is told by its id where it looks like one: anything can stand there. */
export function noteOf(c: AppContext): Note {
  const id = c.req.param('id');
  return id !== undefined && isChallengeId(id) ? { challenge: id } : {};
}
