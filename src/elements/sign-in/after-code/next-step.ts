/** What a backend may ask for after the code, a chunk of its own: a new password, or a yes. */
import { html, nothing } from 'lit';
import type { NextState } from '../../../flow/state.js';
import { newPasswordTexts, registerTexts, signInTexts } from '../../../localization/next-texts.js';
import { suggestMfaTexts } from '../../../localization/password-texts.js';
import { headingText } from '../../../localization/purpose-texts.js';
import type { Texts } from '../../../localization/texts.js';
import { defineElement } from '../../shared/define-element.js';
import { warningIcon } from '../../shared/icons.js';
import { shownNumber } from '../../shared/shown-number.js';
import { PhonePasswordField } from '../../password-field/phone-password-field.js';

defineElement('phone-password-field', PhonePasswordField);

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
  if (next.kind === 'new-password') return renderNewPassword(view);
  return next.kind === 'suggest-mfa' ? renderSuggestion(view, next.canConfirm) : renderConfirm(view);
}

function renderNewPassword(view: NextStepView) {
  const { texts, shownPhone } = view;
  const save = (event: Event) => {
    event.preventDefault();
    const field = (event.target as Element).querySelector<PhonePasswordField>('phone-password-field');
    if (field?.value) view.savePassword(field.value);
    else field?.focus();
  };
  return html`<form class="step" novalidate @submit=${save}>
    <h2 part="heading" tabindex="-1" aria-level=${view.headingLevel}>${newPasswordTexts.heading(texts)}</h2>
    <p class="sub" part="description"><span class="number">${shownNumber(shownPhone)}</span></p>
    <input type="text" autocomplete="username" .value=${view.state.phone ?? ''} hidden readonly />
    <phone-password-field
      part="password-field"
      .texts=${texts}
      .error=${view.error}
      .busy=${isBusy(view)}
      @input=${view.edited}
    ></phone-password-field>
    ${renderButton(view, newPasswordTexts.save(texts))}
  </form>`;
}

function renderConfirm(view: NextStepView) {
  const { texts, shownPhone, error } = view;
  const words = view.state.next.kind === 'confirm-sign-in' ? signInTexts : registerTexts;
  const confirm = (event: Event) => {
    event.preventDefault();
    view.confirm();
  };
  return html`<form class="step" novalidate @submit=${confirm}>
    <h2 part="heading" tabindex="-1" aria-level=${view.headingLevel}>${words.heading(texts)}</h2>
    <p class="sub" part="description">${words.description(texts, shownNumber(shownPhone))}</p>
    ${error ? html`<p class="message bad">${warningIcon}<span .textContent=${error}></span></p>` : nothing}
    ${renderButton(view, words.confirm(texts))}
    <p class="aside">
      <button class="link" type="button" part="change-number" @click=${view.changeNumber}>
        ${view.changeNumberText}
      </button>
    </p>
  </form>`;
}

/** Yes or no; where it cannot be had here, on without it. */
function renderSuggestion(view: NextStepView, canConfirm: boolean) {
  const { texts, error } = view;
  const words = suggestMfaTexts;
  const go = (event: Event) => {
    event.preventDefault();
    if (canConfirm) view.confirm();
    else view.skip();
  };
  return html`<form class="step" novalidate @submit=${go}>
    <h2 part="heading" tabindex="-1" aria-level=${view.headingLevel}>${headingText(texts, 'bind-mfa')}</h2>
    <p class="sub" part="description">${canConfirm ? words.description(texts) : words.elsewhere(texts)}</p>
    ${error ? html`<p class="message bad">${warningIcon}<span .textContent=${error}></span></p>` : nothing}
    ${renderButton(view, canConfirm ? words.confirm(texts) : words.skip(texts))}
    ${
      canConfirm
        ? html`<p class="aside">
            <button class="link" type="button" part="skip" @click=${view.skip}>${words.skip(texts)}</button>
          </p>`
        : nothing
    }
  </form>`;
}

function renderButton(view: NextStepView, text: string) {
  const isWorking = isBusy(view);
  return html`<button
    class="submit"
    type="submit"
    part="submit"
    aria-disabled=${isWorking ? 'true' : 'false'}
  >
    ${isWorking ? html`<span class="spinner"></span>` : nothing}${text}
  </button>`;
}

function isBusy({ state }: NextStepView): boolean {
  return state.awaiting !== undefined;
}
