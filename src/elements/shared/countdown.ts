import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { steadyTime, systemClock } from '../../flow/clock.js';

/**
 * What remains until a deadline, repainted every second. Timers stop in a paused page, so what remains is computed from
 * the deadline each time, and again when the page comes back.
 */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onEnd: (() => void) | undefined;
  #deadlineMs: number | undefined;
  #nowMs = () => 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connection: AbortController | undefined;

  /** `onEnd` is called once for each deadline that is met while counting. */
  constructor(host: ReactiveControllerHost, onEnd?: () => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  /**
   * Counts until `deadlineMs`, in epoch milliseconds; `undefined` counts nothing. `nowMs` is the clock that the deadline
   * was made from. Without it that is the device's of now: set back later, it must not make the wait longer.
   */
  countTo(deadlineMs: number | undefined, nowMs?: () => number): void {
    if (deadlineMs === this.#deadlineMs) return;
    this.#deadlineMs = deadlineMs;
    this.#nowMs = nowMs ?? steadyTime(systemClock);
    this.#tick(false);
  }

  get remainingMs(): number {
    return this.#deadlineMs === undefined ? 0 : Math.max(0, this.#deadlineMs - this.#nowMs());
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const resume = () => this.#tick(true);
    document.addEventListener('visibilitychange', resume, { signal });
    addEventListener('pageshow', resume, { signal });
    this.#tick(false);
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tick(isRepaint: boolean): void {
    const wasCounting = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { remainingMs } = this;
    // Just after the whole second, so that no second is painted twice or left out.
    if (remainingMs > 0 && this.#connection?.signal.aborted === false) {
      this.#timer = setTimeout(() => this.#tick(true), (remainingMs % 1000 || 1000) + 5);
    }
    if (!isRepaint) return;
    if (wasCounting && remainingMs === 0) this.#onEnd?.();
    this.#host.requestUpdate();
  }
}
