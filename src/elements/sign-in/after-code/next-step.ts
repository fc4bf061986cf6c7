/** What a backend may ask for after the code, a chunk of its own: a new password, or a yes. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Next } from '../../../backends/backend.js';
import type { SignIn } from '../../../flow/sign-in.js';
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
import type { SignInHost } from '../host.js';
import type { NumberStepView } from '../number-step.js';

interface NextStepView {
  signIn: SignIn;
  texts: Texts;
  state: NextState;
  /** The number as it is shown. */
  shownPhone: string;
  /** The error in words, or empty. */
  error: string;
  /** In the words of the link behind "Sent to …". */
  changeNumberText: string;
  confirm: () => void;
  skip: () => void;
  changeNumber: () => void;
  headingLevel: number;
}

/**
 * `error`: in words, or empty. `changeNumberText`: the words of the link behind "Sent to …". `renderNumber`: draws the number
 * step, with what is of its own on it.
 */
export function renderNextStep(
  host: SignInHost,
  signIn: SignIn,
  state: NextState,
  error: string,
  changeNumberText: string,
  renderNumber: (own: Partial<NumberStepView>) => TemplateResult,
) {
  const own = numberViewOf(state.next, host);
  if (own) return renderNumber(own);
  const { texts, headingLevel } = host;
  const view: NextStepView = {
    ...{ signIn, texts, headingLevel, state, error, changeNumberText },
    shownPhone: host.inWriting(state.phone),
    confirm: () => signIn.continueWith({ kind: 'confirm' }),
    skip: () => signIn.continueWith({ kind: 'skip' }),
    changeNumber: () => signIn.changeNumber(),
  };
  const { next } = view.state;
  if (next.kind === 'new-password') return renderNewPassword(view, next.minLength);
  return next.kind === 'suggest-mfa' ? renderSuggestion(view, next.canConfirm) : renderConfirm(view);
}

/** What is of its own on the number step where a backend asks for a number, or to send to one. */
function numberViewOf(asked: Next, host: SignInHost): Partial<NumberStepView> | undefined {
  if (asked.kind === 'send-code')
    return {
      purpose: 'mfa-verification',
      isLocked: true,
      shownPhone: asked.maskedPhone ?? '',
      skip: undefined,
    };
  if (asked.kind !== 'new-phone') return undefined;
  const skip = asked.canSkip ? () => void host.skip() : undefined;
  return { purpose: asked.purpose, isLocked: false, shownPhone: host.numberField?.textable ?? '', skip };
}

/** The rule is told before it is broken. */
function renderNewPassword(view: NextStepView, minLength: number | undefined) {
  const { texts, headingLevel, state, error, signIn } = view;
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
    submit: password => signIn.continueWith({ kind: 'new-password', password }),
    edited: () => signIn.edited(),
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
