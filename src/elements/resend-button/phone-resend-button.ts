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
      button {
        display: flex;
        gap: 0.5em;
        align-items: center;
        min-block-size: 2em;
        padding: 0.25em;
        margin: -0.25em;
        border: 0;
        border-radius: 0.4em;
        background: none;
        color: var(--_accent);
        font-weight: 560;
        font-size: 0.875em;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      button:not([aria-disabled='true']):hover {
        text-decoration: underline;
      }
      [aria-disabled='true'] {
        color: var(--_muted);
        font-weight: 400;
        cursor: default;
      }
      .time {
        direction: ltr;
        unicode-bidi: isolate;
      }
      circle {
        fill: none;
        stroke: var(--_line);
        stroke-width: 2.6;
      }
      .left {
        stroke: var(--_accent);
        rotate: -90deg;
        transform-origin: center;
      }
      svg {
        flex: none;
        inline-size: 1.2em;
        block-size: 1.2em;
      }
      .spinner {
        flex: none;
        inline-size: 1.2em;
        block-size: 1.2em;
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
  #wholeMs = 0;

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
    this.#wholeMs = this.#countdown.remainingMs;
  }

  protected override render() {
    const remainingMs = this.#countdown.remainingMs;
    const isWaiting = remainingMs > 0;
    // Not `disabled`: that would throw the focus away, and hide from a screen reader why nothing happens.
    return html`<button
        type="button"
        part="button"
        aria-disabled=${isWaiting || this.busy ? 'true' : 'false'}
        ?disabled=${this.isDisabled}
      >
        ${this.busy ? html`<span class="spinner"></span>` : isWaiting ? this.#renderRing(remainingMs) : nothing}
        <span>${isWaiting ? this.#waitText(remainingMs) : this.#readyText()}</span>
      </button>
      <div class="visually-hidden" role="status" .textContent=${this.#announcer.text}></div>`;
  }

  #renderRing(remainingMs: number) {
    const share = this.#wholeMs ? remainingMs / this.#wholeMs : 0;
    return html`<svg viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8"></circle>
      <circle
        class="left"
        cx="10"
        cy="10"
        r="8"
        pathLength="100"
        stroke-dasharray="${share * 100} 100"
      ></circle>
    </svg>`;
  }

  #waitText(remainingMs: number) {
    const time = shownNumber(minutesAndSeconds(remainingMs));
    return this.texts.msg(html`Resend in <span class="time">${time}</span>`, {
      id: 'resend-wait',
      desc: 'Beside "Didn’t get it?". The placeholder is a countdown such as 0:37. Up to 30 characters.',
    });
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
