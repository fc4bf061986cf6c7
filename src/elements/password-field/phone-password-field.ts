import { css, html, nothing, type PropertyDeclarations, svg } from 'lit';
import { newPasswordTexts } from '../../localization/rest/next-texts.js';
import { passwordTexts } from '../../localization/rest/password-texts.js';
import { Announcer } from '../shared/announcer.js';
import { numberFieldStyles } from '../shared/field.styles.js';
import { FormControl } from '../shared/form-control.js';
import { icon, warningIcon } from '../shared/icons.js';
import { tokens } from '../shared/tokens.styles.js';

const eyeIcon = icon(
  svg`<path d="M1.5 8s2.4-4.4 6.5-4.4S14.5 8 14.5 8s-2.4 4.4-6.5 4.4S1.5 8 1.5 8z" /><circle cx="8" cy="8" r="1.9" />`,
);

/**
 * A password, new or not, which can be made readable. Part of the sign-in's own screens.
 *
 * @element phone-password-field
 * @fires input
 */
export class PhonePasswordField extends FormControl {
  static override readonly styles = [
    tokens,
    numberFieldStyles,
    css`
      .box {
        flex-wrap: nowrap;
      }
      input {
        flex-basis: 0;
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
    rule: {},
    error: {},
    busy: { type: Boolean },
    current: { type: Boolean },
    isShown: { state: true },
    isMissed: { state: true },
    value: { noAccessor: true },
  };

  /** What it must be, in words: read where there is no error. */
  rule = '';
  /** An error in words. */
  error = '';
  /** It is being saved or checked: it can be read, not changed. */
  busy = false;
  /** It is the account's own, and no new one. */
  current = false;

  private isShown = false;
  private isMissed = false;

  readonly #announcer = new Announcer(this);

  /** Until there is an input. */
  #early = '';

  /** What the input holds: some who fill in forms tell nobody. */
  override get value(): string {
    return this.hasUpdated ? this.input!.value : this.#early;
  }

  override set value(value: string) {
    this.isDirty = true;
    this.#early = value ?? '';
    if (this.hasUpdated) this.input!.value = this.#early;
    this.#inform();
  }

  /** @internal */
  override get input(): HTMLInputElement | null {
    return this.shadowRoot?.querySelector('input') ?? null;
  }

  protected override firstUpdated(): void {
    this.input!.value = this.#early;
    super.firstUpdated();
  }

  protected override updated(): void {
    this.#inform();
  }

  get #label(): string {
    return (this.current ? passwordTexts : newPasswordTexts).label(this.texts);
  }

  /** Was to be submitted without one: says what is wanted. */
  ask(): void {
    this.isMissed = true;
    if (this.shadowRoot?.activeElement === this.input) this.#announcer.announce(this.#wanted);
    else this.focus();
  }

  get #wanted(): string {
    return (this.current ? passwordTexts : newPasswordTexts).heading(this.texts);
  }

  protected override render() {
    const { texts, rule } = this;
    const error = this.error || (this.isMissed ? this.#wanted : '');
    return html`<div class="root" lang=${texts.locale} dir=${texts.direction}>
      <label for="password">${this.#label}</label>
      <div class="box ${error ? 'bad' : ''}">
        <input
          id="password"
          type=${this.isShown ? 'text' : 'password'}
          autocomplete=${this.current ? 'current-password' : 'new-password'}
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          aria-describedby="message"
          aria-invalid=${error ? 'true' : 'false'}
          ?readonly=${this.busy}
          aria-required=${this.required ? 'true' : 'false'}
          ?disabled=${this.isDisabled}
          @input=${this.#inform}
          @change=${this.#inform}
          @keypress=${this.pressDefault}
        />
        <button
          class="reveal"
          type="button"
          aria-label=${newPasswordTexts.show(texts)}
          ?disabled=${this.isDisabled}
          aria-pressed=${this.isShown ? 'true' : 'false'}
          @click=${() => (this.isShown = !this.isShown)}
        >
          ${eyeIcon}
        </button>
      </div>
      <p class="message ${error ? 'bad' : ''}" id="message" part="message ${error ? 'error' : 'hint'}">
        ${error ? warningIcon : nothing}<span>${error || rule}</span>
      </p>
      <div class="visually-hidden" role="alert" .textContent=${this.#announcer.text}></div>
    </div>`;
  }

  /** Tells the form, which does not keep a password for when the page comes back. */
  #inform(): void {
    const { value } = this;
    if (value) this.isMissed = false;
    this.internals.setFormValue(value, null);
    const valueMissing = this.required && value === '';
    this.judge({ valueMissing }, this.#label);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-password-field': PhonePasswordField;
  }
}
