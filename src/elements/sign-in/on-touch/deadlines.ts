import type { CodeState, FlowError, FlowState, VerifyingState } from '../../../flow/state.js';
import { errorText, isRareError, type ErrorFacts } from '../../../localization/error-texts.js';
import { Countdown } from '../../shared/countdown.js';
import type { SignInHost } from '../host.js';
import { expiryText, warningMs } from './code-step.js';

/** The longest that an error waits for its words. */
const wordsWaitMs = 3000;

/** The deadlines of a sign-in, counted down while they are shown, and what is wrong in words that name them. */
export class Deadlines {
  readonly #host: SignInHost;
  readonly #retry: Countdown;
  readonly #expiry: Countdown;
  readonly #renewal: Countdown;
  #state: FlowState | undefined;
  #warnedOf: number | undefined;
  /** The words of what seldom goes wrong are on their way. */
  #isLearning = false;

  /** `onRetry`: what was asked for too early can be asked for. */
  constructor(host: SignInHost, onRetry: () => void) {
    this.#host = host;
    this.#retry = new Countdown(host, onRetry);
    this.#expiry = new Countdown(host, () => host.announce(this.#describe({ code: 'code_expired' })));
    this.#renewal = new Countdown(host);
  }

  /** Counts towards what this state waits for. `nowMs`: the flow's clock. */
  count(state: FlowState, nowMs: (() => number) | undefined): void {
    this.#state = state;
    this.#retry.countTo(state.error?.retryAtMs, nowMs);
    const challenge = isCodeStep(state) ? state.challenge : undefined;
    this.#expiry.countTo(challenge?.expiresAtMs, nowMs);
    this.#renewal.countTo(challenge?.resendAtMs, nowMs);
  }

  /** Milliseconds until the code expires. */
  get expiresInMs(): number {
    return this.#expiry.remainingMs;
  }

  /** Milliseconds until another message may be asked for. */
  get renewsInMs(): number {
    return this.#renewal.remainingMs;
  }

  /** No code can succeed any more. */
  isOver(state: CodeState | VerifyingState): boolean {
    return state.dead || this.#expiry.remainingMs === 0;
  }

  /** Fetches the words of an error that seldom comes. Never rejects, and resolves soon: without them it is said in general. */
  async learn({ code, retryAtMs }: FlowError): Promise<void> {
    if (!isRareError(this.#host.texts, { code, retryInMs: retryAtMs })) return;
    this.#isLearning = true;
    const patience = new Promise<void>(done => setTimeout(done, wordsWaitMs));
    await Promise.race([this.#host.texts.loadRest(), patience]).catch(() => undefined);
    this.#isLearning = false;
    this.#host.requestUpdate();
  }

  /** What is wrong, in words; empty where nothing is. */
  errorText(error: FlowError | undefined): string {
    if (!error) return '';
    const { code, retryAtMs, attemptsLeft, minLength } = error;
    const retryInMs = retryAtMs && this.#retry.remainingMs;
    // The wait is over, and with it what was wrong.
    return retryInMs === 0 ? '' : this.#describe({ code, attemptsLeft, minLength, retryInMs });
  }

  /** What is wrong with the code, in words; empty where nothing is. */
  codeErrorText(state: CodeState | VerifyingState): string {
    const error = state.error?.about === 'resend' ? '' : this.errorText(state.error);
    return error || (this.isOver(state) ? this.#describe({ code: 'code_expired' }) : '');
  }

  /** Says once of each code that its last minute has begun. */
  warnOfExpiry({ challenge }: CodeState | VerifyingState): void {
    const { remainingMs } = this.#expiry;
    if (this.#warnedOf === challenge.expiresAtMs || remainingMs === 0 || remainingMs > warningMs) return;
    this.#warnedOf = challenge.expiresAtMs;
    this.#host.announce(expiryText(this.#host.texts, remainingMs));
  }

  #describe(facts: ErrorFacts): string {
    const state = this.#state;
    const hasOlder = state && isCodeStep(state) && state.resent > 0;
    if (this.#isLearning) return '';
    return errorText(this.#host.texts, { ...facts, hasOlder, newCodeInMs: this.#renewal.remainingMs });
  }
}

export function isCodeStep(state: FlowState): state is CodeState | VerifyingState {
  return state.step === 'code' || state.step === 'verifying';
}

/** Back from the number to a code on its way, or after a failure, nothing was sent. */
export function isNewMessage(state: CodeState | VerifyingState, previous: FlowState): boolean {
  if (isCodeStep(previous) && state.resent > previous.resent) return true;
  return state.step === 'code' && !state.error && !['number', 'code'].includes(previous.step);
}
