import { css, html, nothing, type PropertyDeclarations } from 'lit';
import { Announcer } from '../shared/announcer.js';
import { Countdown } from '../shared/countdown.js';
import { FormControl } from '../shared/form-control.js';
import { shownNumber } from '../shared/shown-number.js';
import { tokens } from '../shared/tokens.styles.js';

/**
 * Asks for the code again: a countdown first, then a button. It only asks (a `click` that gets out of it counts); who
 * holds it sends.
 *
 * @element phone-resend-button
 * @csspart button - The button itself.
 */
export class PhoneResendButton extends FormControl {
  static override readonly styles = [
    tokens,
    css`
      :host {
        display: inline-block;
      }
      .root {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5em;
        align-items: center;
        justify-content: center;
        font-size: 0.875em;
      }
      button {
        min-block-size: 44px;
      }
      .link::after {
        content: none;
      }
      [aria-disabled='true'] {
        color: var(--_muted);
        font-weight: 400;
        cursor: default;
      }
      [aria-disabled='true']:hover {
        text-decoration: none;
      }
      .time {
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .spinner {
        display: inline-block;
        inline-size: 1em;
        block-size: 1em;
        margin-inline-end: 0.4em;
        vertical-align: -0.1em;
      }
    `,
  ];
  static override readonly properties: PropertyDeclarations = {
    resendAtMs: { type: Number, attribute: 'resend-at' },
    busy: { type: Boolean },
  };

  /** Epoch milliseconds from which the code may be asked for again; 0 for now. */
  resendAtMs = 0;
  /** A new code is being sent. */
  busy = false;
  /** @internal */
  override value = '';
  /** @internal The clock that `resendAtMs` was made from, where that is not the device's. */
  nowMs: (() => number) | undefined;

  readonly #announcer = new Announcer(this);
  readonly #countdown = new Countdown(this, () => this.#announceReady());

  constructor() {
    super();
    // On the way down, and before the page's: a label clicks the element and not the button in it.
    this.addEventListener('click', event => !this.#isReady && event.stopImmediatePropagation(), true);
  }

  /** @internal */
  override get input(): HTMLElement | null {
    return this.shadowRoot?.querySelector('button') ?? null;
  }

  get #isReady(): boolean {
    return !this.busy && !this.isDisabled && this.#countdown.remainingMs === 0;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!changed.has('resendAtMs')) return;
    this.#countdown.countTo(this.resendAtMs || 0, this.nowMs);
  }

  protected override updated(): void {
    this.mark(this.busy && 'busy', this.#countdown.remainingMs > 0 && 'waiting');
  }

  protected override render() {
    const remainingMs = this.#countdown.remainingMs;
    const isWaiting = remainingMs > 0;
    // Not `disabled`: that would throw the focus away, and hide from a screen reader why nothing happens. The time stands
    // outside: a name that changes every second would be said every second.
    return html`<div class="root">
      <button
        class="link"
        type="button"
        part="button"
        aria-disabled=${isWaiting || this.busy ? 'true' : 'false'}
        aria-describedby="time"
        ?disabled=${this.isDisabled}
      >
        ${this.busy ? html`<span class="spinner"></span>` : nothing}${this.#readyText()}
      </button>
      <span class="number time" id="time" role="timer"
        >${isWaiting ? shownNumber(minutesAndSeconds(remainingMs)) : nothing}</span
      >
      <div class="visually-hidden" role="status" .textContent=${this.#announcer.text}></div>
    </div>`;
  }

  #readyText() {
    return this.texts.msg('Send a new code', {
      id: 'resend',
      desc: 'Button beside "Didn’t get it?". Up to 30 characters.',
    });
  }

  #announceReady(): void {
    this.#announcer.announce(
      this.texts.msg('You can request a new code now.', {
        id: 'resend-ready',
        desc: 'Announced to screen readers when the countdown ends. Up to 60 characters.',
      }),
    );
  }
}

/** 37000 → "0:37": the same in every language. */
function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
