import { css, html, nothing, type PropertyDeclarations, svg } from 'lit';
import { newPasswordTexts } from '../localization/next-texts.js';
import { icon, warningIcon } from './icons.js';
import { PhoneElement } from './phone-element.js';
import { numberFieldStyles } from './phone-number-field.styles.js';
import { tokens } from './tokens.styles.js';

const eyeIcon = icon(
  svg`<path d="M1.5 8s2.4-4.4 6.5-4.4S14.5 8 14.5 8s-2.4 4.4-6.5 4.4S1.5 8 1.5 8z" /><circle cx="8" cy="8" r="1.9" />`,
);

/**
 * A new password, which can be made readable. Part of the sign-in's own screens.
 *
 * @element phone-password-field
 * @fires input
 */
export class PhonePasswordField extends PhoneElement {
  static override readonly shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override readonly styles = [
    tokens,
    numberFieldStyles,
    css`
      input {
        direction: inherit;
      }
      .reveal {
        display: grid;
        place-items: center;
        inline-size: var(--_height);
        padding: 0;
        border: 0;
        border-radius: var(--_radius);
        background: none;
        color: var(--_muted);
      }
      .reveal[aria-pressed='true'] {
        color: var(--_accent);
      }
      .reveal svg {
        inline-size: 1.4em;
        block-size: 1.4em;
      }
    `,
  ];
  static override readonly properties: PropertyDeclarations = {
    error: {},
    busy: { type: Boolean },
    isShown: { state: true },
  };

  /** An error in words. */
  error = '';
  /** It is being saved: it can be read, not changed. */
  busy = false;

  private isShown = false;

  get value(): string {
    return this.input.value;
  }

  set value(value: string) {
    this.input.value = value;
  }

  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  private get input(): HTMLInputElement {
    return this.shadowRoot!.querySelector('input')!;
  }

  protected override render() {
    const { texts, error } = this;
    return html`<div class="root" lang=${texts.locale} dir=${texts.direction}>
      <label for="password">${newPasswordTexts.label(texts)}</label>
      <div class="box ${error ? 'bad' : ''}">
        <input
          id="password"
          type=${this.isShown ? 'text' : 'password'}
          autocomplete="new-password"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          aria-describedby="message"
          aria-invalid=${error ? 'true' : 'false'}
          ?readonly=${this.busy}
          @keydown=${this.#onKeydown}
        />
        <button
          class="reveal"
          type="button"
          aria-label=${newPasswordTexts.show(texts)}
          aria-pressed=${this.isShown ? 'true' : 'false'}
          @click=${() => (this.isShown = !this.isShown)}
        >
          ${eyeIcon}
        </button>
      </div>
      <p class="message ${error ? 'bad' : ''}" id="message">
        ${error ? warningIcon : nothing}<span>${error}</span>
      </p>
    </div>`;
  }

  /** The form is around the element, where Enter in the input does not reach it by itself. */
  #onKeydown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) this.closest('form')?.requestSubmit();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-password-field': PhonePasswordField;
  }
}
