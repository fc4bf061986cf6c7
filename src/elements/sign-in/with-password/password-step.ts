/** The number with its password, a chunk of its own: the password, and the ways between it and the code. */
import { html, nothing } from 'lit';
import type { SignIn } from '../../../flow/sign-in.js';
import type { PasswordState } from '../../../flow/state.js';
import { signInTexts } from '../../../localization/rest/next-texts.js';
import { passwordTexts } from '../../../localization/rest/password-texts.js';
import type { Texts } from '../../../localization/texts.js';
import { renderPasswordForm } from '../../password-field/password-form.js';
import { shownNumber } from '../../shared/shown-number.js';
import type { SignInHost } from '../host.js';

/**
 * `error`: in words, or empty. `changeNumberText`: the words of the link behind "Sent to …". `request`: has a code sent,
 * for another purpose than the page's.
 */
export function renderPasswordStep(
  host: SignInHost,
  signIn: SignIn,
  state: PasswordState,
  error: string,
  changeNumberText: string,
  request: (purpose?: 'forgot-password') => void,
) {
  const { texts, headingLevel, phoneLocked } = host;
  // Neither a code nor a new password opens it before its time.
  const isLocked = state.error?.code === 'account_locked';
  return renderPasswordForm({
    texts,
    headingLevel,
    heading: passwordTexts.heading(texts),
    description: html`<span class="number">${shownNumber(host.inWriting(state.phone))}</span> ${
        phoneLocked
          ? nothing
          : html`<button
              class="link"
              type="button"
              part="change-number"
              @click=${() => signIn.changeNumber()}
            >
              ${changeNumberText}
            </button>`
      }`,
    phone: state.phone,
    isCurrent: true,
    error,
    isBusy: state.awaiting !== undefined,
    submitText: signInTexts.confirm(texts),
    submit: password => signIn.signInWithPassword(password),
    edited: () => signIn.edited(),
    after: html`${
        isLocked
          ? nothing
          : [
              signIn.canResetPassword &&
                renderLink(passwordTexts.forgot(texts), () => request('forgot-password')),
              signIn.firstFactors.includes('code') &&
                renderLink(passwordTexts.useCode(texts), () => request()),
            ]
      }<slot name="help"></slot>`,
  });
}

/** Under the code: on with the password. */
export const renderUsePassword = (texts: Texts, use: () => void) =>
  renderLink(passwordTexts.usePassword(texts), use);

function renderLink(text: string, act: () => void) {
  return html`<p class="aside"><button class="link" type="button" @click=${act}>${text}</button></p>`;
}
