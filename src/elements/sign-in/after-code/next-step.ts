/** What a backend may ask for after the code, a chunk of its own: a new password, or a yes. */
import { html, nothing } from 'lit';
import type { NextState } from '../../../flow/state.js';
import { skipText } from '../../../localization/first-texts.js';
import { newPasswordTexts, registerTexts, signInTexts } from '../../../localization/rest/next-texts.js';
import { suggestMfaTexts } from '../../../localization/rest/password-texts.js';
import { headingText } from '../../../localization/purpose-texts.js';
import { errorText } from '../../../localization/error-texts.js';
import type { Texts } from '../../../localization/texts.js';
import { renderPasswordForm, renderSubmit } from '../../password-field/password-form.js';
import { warningIcon } from '../../shared/icons.js';
import { shownNumber } from '../../shared/shown-number.js';

export interface NextStepView {
  texts: Texts;
  state: NextState;
  /** The number as it is shown. */
  shownPhone: string;
  /** The error in words, or empty. */
  error: string;
  /** In the words of the link behind "Sent to …". */
  changeNumberText: string;
  confirm: () => void;
  savePassword: (password: string) => void;
  skip: () => void;
  changeNumber: () => void;
  edited: () => void;
  headingLevel: number;
}

export function renderNextStep(view: NextStepView) {
  const { next } = view.state;
  if (next.kind === 'new-password') return renderNewPassword(view, next.minLength);
  return next.kind === 'suggest-mfa' ? renderSuggestion(view, next.canConfirm) : renderConfirm(view);
}

/** The rule is told before it is broken. */
function renderNewPassword(view: NextStepView, minLength: number | undefined) {
  const { texts, headingLevel, state, error, edited } = view;
  return renderPasswordForm({
    texts,
    headingLevel,
    heading: newPasswordTexts.heading(texts),
    description: html`<span class="number">${shownNumber(view.shownPhone)}</span>`,
    phone: state.phone,
    isCurrent: false,
    rule: minLength === undefined ? '' : errorText(texts, { code: 'password_rejected', minLength }),
    error,
    isBusy: isBusy(view),
    submitText: newPasswordTexts.save(texts),
    submit: password => view.savePassword(password),
    edited,
  });
}

function renderConfirm(view: NextStepView) {
  const { texts, shownPhone } = view;
  const words = view.state.next.kind === 'confirm-sign-in' ? signInTexts : registerTexts;
  return renderQuestion(view, {
    heading: words.heading(texts),
    description: words.description(texts, shownNumber(shownPhone)),
    yes: words.confirm(texts),
    act: view.confirm,
    no: html`<p class="aside">
      <button class="link" type="button" part="change-number" @click=${view.changeNumber}>
        ${view.changeNumberText}
      </button>
    </p>`,
  });
}

/** Yes or no; where it cannot be had here, on without it. */
function renderSuggestion(view: NextStepView, canConfirm: boolean) {
  const { texts, skip } = view;
  const words = suggestMfaTexts;
  return renderQuestion(view, {
    heading: headingText(texts, 'bind-mfa'),
    description: canConfirm ? words.description(texts) : words.elsewhere(texts),
    yes: canConfirm ? words.confirm(texts) : skipText(texts),
    act: canConfirm ? view.confirm : skip,
    no: canConfirm
      ? html`<p class="aside">
          <button class="link" type="button" part="skip" @click=${skip}>${skipText(texts)}</button>
        </p>`
      : nothing,
  });
}

interface Question {
  heading: string;
  description: unknown;
  yes: string;
  act: () => void;
  no: unknown;
}

function renderQuestion(view: NextStepView, { heading, description, yes, act, no }: Question) {
  const { error } = view;
  const submit = (event: Event) => {
    event.preventDefault();
    act();
  };
  return html`<form class="step" novalidate @submit=${submit}>
    <h2 part="heading" tabindex="-1" aria-level=${view.headingLevel}>${heading}</h2>
    <p class="sub" part="description">${description}</p>
    ${error ? html`<p class="message bad">${warningIcon}<span .textContent=${error}></span></p>` : nothing}
    ${renderSubmit(yes, isBusy(view))} ${no}
  </form>`;
}

function isBusy({ state }: NextStepView): boolean {
  return state.awaiting !== undefined;
}
