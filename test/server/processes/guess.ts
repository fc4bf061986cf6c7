/** A server process of the race: sends all its guesses at once, and tells how many were evaluated. */
import { countingStore, guessAll, noLimits, type Guesses, type Outcome } from '../guesses.js';
import { createPhoneServer } from '../../../src/server/index.js';
import { openStore } from './open-store.js';
import { answerMessages } from './answer-messages.js';

export interface GuessAsk extends Guesses {
  /** A socket of Redis, or `postgres://…`. */
  storeUrl: string;
  secret: string;
}

let parts: { server: ReturnType<typeof createPhoneServer>; count: Outcome } | undefined;

answerMessages<GuessAsk, Outcome>(async ({ storeUrl, secret, ...guesses }) => {
  if (!parts) {
    const { store, count } = countingStore(openStore(storeUrl, 20_000));
    // A process that has just begun is not connected yet: that is not what is raced.
    while (
      !(await store.check().then(
        () => true,
        () => false,
      ))
    );
    const send = () => Promise.resolve();
    parts = { server: createPhoneServer({ secret, store, send, limits: noLimits }), count };
  }
  return guessAll(parts, guesses);
});
