/** The number with its password, a chunk of its own: the password, and the ways between it and the code. */
import { html, nothing } from 'lit';
import type { PasswordState } from '../../../flow/state.js';
import { signInTexts } from '../../../localization/next-texts.js';
import { passwordTexts } from '../../../localization/password-texts.js';
import type { Texts } from '../../../localization/texts.js';
import { PhonePasswordField } from '../../password-field/phone-password-field.js';
import { defineElement } from '../../shared/define-element.js';
import { shownNumber } from '../../shared/shown-number.js';

defineElement('phone-password-field', PhonePasswordField);

export interface PasswordStepView {
  texts: Texts;
  headingLevel: number;
  state: PasswordState;
  /** The number as it is shown. */
  shownPhone: string;
  /** The error in words, or empty. */
  error: string;
  /** In the words of the link behind "Sent to …"; empty where the number cannot be changed. */
  changeNumberText: string;
  signIn: (password: string) => void;
  /** Has a code sent instead, where that is offered. */
  useCode: (() => void) | undefined;
  /** Replaces the password, where that can be done. */
  reset: (() => void) | undefined;
  changeNumber: () => void;
  edited: () => void;
}

export function renderPasswordStep(view: PasswordStepView) {
  const { texts, state, changeNumberText } = view;
  const isBusy = state.awaiting !== undefined;
  // Neither a code nor a new password opens it before its time.
  const isLocked = state.error?.code === 'account_locked';
  const signIn = (event: Event) => {
    event.preventDefault();
    const field = (event.target as Element).querySelector<PhonePasswordField>('phone-password-field');
    if (field?.value) view.signIn(field.value);
    else field?.focus();
  };
  return html`<form class="step" novalidate @submit=${signIn}>
    <h2 part="heading" tabindex="-1" aria-level=${view.headingLevel}>${passwordTexts.heading(texts)}</h2>
    <p class="sub sent" part="description">
      <span class="number">${shownNumber(view.shownPhone)}</span>
      ${
        changeNumberText
          ? html`<button class="link" type="button" part="change-number" @click=${view.changeNumber}>
              ${changeNumberText}
            </button>`
          : nothing
      }
    </p>
    <input type="text" autocomplete="username" .value=${state.phone ?? ''} hidden readonly />
    <phone-password-field
      part="password-field"
      current
      .texts=${texts}
      .error=${view.error}
      .busy=${isBusy}
      @input=${view.edited}
    ></phone-password-field>
    <button class="submit" type="submit" part="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
      ${isBusy ? html`<span class="spinner"></span>` : nothing}${signInTexts.confirm(texts)}
    </button>
    ${isLocked ? nothing : [renderLink(passwordTexts.forgot(texts), view.reset), renderLink(passwordTexts.useCode(texts), view.useCode)]}
    <slot name="help"></slot>
  </form>`;
}

/** Under the code: on with the password. */
export const renderUsePassword = (texts: Texts, use: () => void) =>
  renderLink(passwordTexts.usePassword(texts), use);

function renderLink(text: string, act: (() => void) | undefined) {
  if (!act) return nothing;
  return html`<p class="aside"><button class="link" type="button" @click=${act}>${text}</button></p>`;
}
