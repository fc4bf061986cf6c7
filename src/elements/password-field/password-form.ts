/** The screen that asks for a password: the account's own, or a new one. */
import { html, nothing } from 'lit';
import type { Texts } from '../../localization/texts.js';
import { defineElement } from '../shared/define-element.js';
import { PhonePasswordField } from './phone-password-field.js';

defineElement('phone-password-field', PhonePasswordField);

export interface PasswordFormView {
  texts: Texts;
  headingLevel: number;
  heading: string;
  description: unknown;
  /** Whose password it is: for who keeps passwords. */
  phone: string | undefined;
  /** It is the account's own, and no new one. */
  isCurrent: boolean;
  /** What a new one must be, in words. */
  rule?: string;
  /** The error in words, or empty. */
  error: string;
  isBusy: boolean;
  submitText: string;
  submit: (password: string) => void;
  edited: () => void;
  /** Under the button. */
  after?: unknown;
}

/** Its words stay while it works. */
export function renderSubmit(text: string, isBusy: boolean) {
  return html`<button class="submit" type="submit" part="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
    ${isBusy ? html`<span class="spinner"></span>` : nothing}${text}
  </button>`;
}

export function renderPasswordForm(view: PasswordFormView) {
  const submit = (event: Event) => {
    event.preventDefault();
    const field = (event.target as Element).querySelector<PhonePasswordField>('phone-password-field');
    if (field?.value) view.submit(field.value);
    else field?.ask();
  };
  return html`<form class="step" novalidate @submit=${submit}>
    <h2 part="heading" tabindex="-1" aria-level=${view.headingLevel}>${view.heading}</h2>
    <p class="sub" part="description">${view.description}</p>
    <input type="text" autocomplete="username" .value=${view.phone ?? ''} hidden readonly />
    <phone-password-field
      part="password-field"
      required
      ?current=${view.isCurrent}
      .texts=${view.texts}
      .rule=${view.rule ?? ''}
      .error=${view.error}
      .busy=${view.isBusy}
      @input=${view.edited}
    ></phone-password-field>
    ${renderSubmit(view.submitText, view.isBusy)} ${view.after}
  </form>`;
}
