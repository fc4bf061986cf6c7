/** The number with its password, a chunk of its own: the password, and the ways between it and the code. */
import { html, nothing } from 'lit';
import type { PasswordState } from '../../../flow/state.js';
import { signInTexts } from '../../../localization/rest/next-texts.js';
import { passwordTexts } from '../../../localization/rest/password-texts.js';
import type { Texts } from '../../../localization/texts.js';
import { renderPasswordForm } from '../../password-field/password-form.js';
import { shownNumber } from '../../shared/shown-number.js';

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
  const { texts, headingLevel, state, error, edited, changeNumberText } = view;
  // Neither a code nor a new password opens it before its time.
  const isLocked = state.error?.code === 'account_locked';
  return renderPasswordForm({
    texts,
    headingLevel,
    heading: passwordTexts.heading(texts),
    description: html`<span class="number">${shownNumber(view.shownPhone)}</span> ${
        changeNumberText
          ? html`<button class="link" type="button" part="change-number" @click=${view.changeNumber}>
              ${changeNumberText}
            </button>`
          : nothing
      }`,
    phone: state.phone,
    isCurrent: true,
    error,
    isBusy: state.awaiting !== undefined,
    submitText: signInTexts.confirm(texts),
    submit: view.signIn,
    edited,
    after: html`${
        isLocked
          ? nothing
          : [
              renderLink(passwordTexts.forgot(texts), view.reset),
              renderLink(passwordTexts.useCode(texts), view.useCode),
            ]
      }<slot name="help"></slot>`,
  });
}

/** Under the code: on with the password. */
export const renderUsePassword = (texts: Texts, use: () => void) =>
  renderLink(passwordTexts.usePassword(texts), use);

function renderLink(text: string, act: (() => void) | undefined) {
  if (!act) return nothing;
  return html`<p class="aside"><button class="link" type="button" @click=${act}>${text}</button></p>`;
}
