/** The second step, loaded when a person first touches the widget: enter the code, ask for another, change the number. */
import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing } from 'lit';
import type { CodeState, VerifyingState } from '../../../flow/state.js';
import { errorText, tryAgainText } from '../../../localization/error-texts.js';
import { inTime } from '../../../localization/in-time.js';
import type { Texts } from '../../../localization/texts.js';
import { PhoneCodeField } from '../../code-field/phone-code-field.js';
import { PhoneResendButton } from '../../resend-button/phone-resend-button.js';
import { defineElement } from '../../shared/define-element.js';
import type { FormControl } from '../../shared/form-control.js';
import { shownNumber } from '../../shared/shown-number.js';
import { become } from './become.js';

defineElement('phone-code-field', PhoneCodeField);
defineElement('phone-resend-button', PhoneResendButton);

/** Gives an element of a class that waited for this chunk its own class. */
export function takeOver(element: FormControl): void {
  become(element, element.localName === 'phone-code-field' ? PhoneCodeField : PhoneResendButton);
}

export interface CodeStepView {
  texts: Texts;
  state: CodeState | VerifyingState;
  /** The number as it is shown, or its masked form. */
  shownPhone: string;
  /** What is wrong with the code, in words, or empty. */
  codeError: string;
  /** Why no message was sent, in words, or empty. */
  resendError: string;
  /** Milliseconds until the code expires. */
  expiresInMs: number;
  /** The flow's clock. */
  nowMs: (() => number) | undefined;
  verify: (code: string) => void;
  retry: () => void;
  resend: () => void;
  changeNumber: () => void;
  edited: () => void;
}

export function renderCodeStep(view: CodeStepView) {
  const { texts, state, codeError } = view;
  const number = shownNumber(view.shownPhone);
  const isVerifying = state.step === 'verifying';
  const canRetry = state.error?.about === 'code' && state.unverified !== undefined;
  const retryAtMs = state.error?.about === 'resend' ? (state.error.retryAtMs ?? 0) : 0;
  const isOver = state.dead || view.expiresInMs === 0;
  return html`
    <h2 part="heading" tabindex="-1">
      ${texts.msg('Enter your code', { id: 'heading-code', desc: 'Heading of the code step. Up to 35 characters.' })}
    </h2>
    <p class="sub sent" part="description">
      <span
        >${
          view.shownPhone
            ? texts.msg(html`Sent to <span class="number">${number}</span>`, {
                id: 'sent-to',
                desc: 'Under the heading of the code step. The placeholder is a phone number. Up to 30 characters without it.',
              })
            : sentText(texts)
        }</span
      >
      ${
        state.phone
          ? html`<button class="link" type="button" part="change-number" @click=${view.changeNumber}>
              ${changeNumberText(texts)}
            </button>`
          : nothing
      }
    </p>
    <phone-code-field
      part="code-field"
      exportparts="label: code-label, slots, slot, message: code-message"
      .texts=${texts}
      .length=${state.challenge.codeLength}
      .busy=${isVerifying}
      .dead=${isOver}
      .error=${codeError || (isOver ? errorText(texts, { code: 'code_expired' }) : '')}
      .hint=${isVerifying ? checkingText(texts) : expiryText(texts, view.expiresInMs)}
      @input=${beforeField(view.edited)}
      @phone-code-complete=${(event: CustomEventInit & { code: string }) => view.verify(event.code)}
    >
      ${
        canRetry
          ? html`<button class="link" type="button" slot="action" @click=${view.retry}>
              ${tryAgainText(texts)}
            </button>`
          : nothing
      }
    </phone-code-field>
    <div class="row">
      <span class=${view.resendError ? 'bad' : ''}>
        ${
          view.resendError
            ? html`<span .textContent=${view.resendError}></span>`
            : texts.msg('Didn’t get it?', {
                id: 'no-code',
                desc: 'Under the code, before the countdown or the button that sends a new one. Up to 30 characters.',
              })
        }
      </span>
      <phone-resend-button
        part="resend"
        exportparts="button: resend-button"
        .texts=${texts}
        .nowMs=${view.nowMs}
        .resendAtMs=${Math.max(state.challenge.resendAtMs, retryAtMs)}
        .busy=${state.resend !== undefined}
        @click=${view.resend}
      ></phone-resend-button>
    </div>
    <slot name="help"></slot>
  `;
}

export function changeNumberText(texts: Texts): string {
  return texts.msg('Change number', {
    id: 'change-number',
    desc: 'Link behind "Sent to …", back to the first step. Up to 25 characters.',
  });
}

/** On the way down: the last digit's own event also checks the code, and must not clear what comes of that. */
function beforeField(handleEvent: () => void) {
  return { handleEvent, capture: true };
}

export function sentText(texts: Texts): string {
  return texts.msg('We have texted you a code.', {
    id: 'sent',
    desc: 'Announced to screen readers when a message was sent. Up to 60 characters.',
  });
}

export function checkingText(texts: Texts): string {
  return texts.msg('Checking the code…', {
    id: 'checking',
    desc: 'Under the code and for screen readers, while it is checked. Up to 40 characters.',
  });
}

export function expiryText(texts: Texts, expiresInMs: number): string {
  const time = inTime(texts, expiresInMs);
  return texts.msg(str`The code expires ${time}.`, {
    id: 'expires',
    desc: 'Under the code. The placeholder is a time to come, such as "in 10 minutes". Up to 40 characters.',
  });
}
