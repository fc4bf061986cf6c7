import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { remainingMs } from '../flow/clock.js';

/**
 * What remains until a deadline, repainted every second. Timers stop in a paused page, so what remains is computed from
 * the deadline each time, and again when the page comes back.
 */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onEnd: (() => void) | undefined;
  #deadlineMs: number | undefined;
  #longestMs = 0;
  /** The deadline by the page's stopwatch, which nobody can set, and which may stand still while the machine sleeps. */
  #endMs = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connection: AbortController | undefined;

  /** `onEnd` is called once for each deadline that is met while counting. */
  constructor(host: ReactiveControllerHost, onEnd?: () => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  /** Epoch milliseconds; `undefined` counts nothing. */
  set deadlineMs(deadlineMs: number | undefined) {
    if (deadlineMs === this.#deadlineMs) return;
    this.#deadlineMs = deadlineMs;
    // A clock set back later must not make the wait longer than it is now.
    this.#longestMs = deadlineMs === undefined ? 0 : Math.max(0, deadlineMs - Date.now());
    this.#endMs = performance.now() + this.#longestMs;
    this.#tick(false);
  }

  get remainingMs(): number {
    if (this.#deadlineMs === undefined) return 0;
    // Whichever of the two has gone further: the clock can be set back, the stopwatch can stand still.
    return Math.min(
      remainingMs(this.#deadlineMs, Date.now(), this.#longestMs),
      remainingMs(this.#endMs, performance.now(), this.#longestMs),
    );
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
