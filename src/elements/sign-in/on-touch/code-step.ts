/** The second step, loaded when a person first touches the widget: enter the code, ask for another, change the number. */
import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, svg } from 'lit';
import type { CodeState, VerifyingState } from '../../../flow/state.js';
import { sentAgainText, sentText, tryAgainText } from '../../../localization/error-texts.js';
import { inTime } from '../../../localization/in-time.js';
import type { Texts } from '../../../localization/texts.js';
import { PhoneCodeField } from '../../code-field/phone-code-field.js';
import { PhoneResendButton } from '../../resend-button/phone-resend-button.js';
import { defineElement } from '../../shared/define-element.js';
import type { FormControl } from '../../shared/form-control.js';
import { icon, warningIcon } from '../../shared/icons.js';
import { shownNumber } from '../../shared/shown-number.js';
import { continueText } from '../number-step.js';
import { become } from './become.js';

/** A code's end is spoken of in its last minute. */
export const warningMs = 60_000;

const pencilIcon = icon(svg`<path d="M10.8 2.7l2.5 2.5L5.6 12.9l-3.2.7.7-3.2zM9 4.5L11.5 7" />`);

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
  headingLevel: number;
  /** All digits are there. */
  isWhole: boolean;
  /** Milliseconds until the code expires. */
  expiresInMs: number;
  /** No code can succeed any more. */
  isOver: boolean;
  /** The flow's clock. */
  nowMs: (() => number) | undefined;
  verify: (code: string) => void;
  press: () => void;
  retry: () => void;
  resend: () => void;
  changeNumber: () => void;
  /** Another way to sign in. */
  otherWay: unknown;
  edited: () => void;
}

export function renderCodeStep(view: CodeStepView) {
  const { texts, state, codeError } = view;
  const number = shownNumber(view.shownPhone);
  const isVerifying = state.step === 'verifying';
  const canRetry = state.error?.about === 'code' && state.unverified !== undefined;
  return html`<div class="step">
    <h2 part="heading" tabindex="-1" aria-level=${view.headingLevel}>
      ${texts.msg('Enter your code', { id: 'heading-code', desc: 'Heading of the code step. Up to 35 characters.' })}
    </h2>
    <p class="sub" part="description">
      <span
        >${
          view.shownPhone && !state.challenge.isUncertain
            ? texts.msg(html`Sent to <span class="number">${number}</span>`, {
                id: 'sent-to',
                desc: 'Under the heading of the code step. The placeholder is a phone number. Up to 30 characters without it.',
              })
            : html`${sentText(texts, state.challenge.isUncertain)} <span class="number">${number}</span>`
        }</span
      >
      ${
        state.phone
          ? html`<button
              class="link edit"
              type="button"
              part="change-number"
              title=${changeNumberText(texts)}
              @click=${view.changeNumber}
            >
              ${pencilIcon}
            </button>`
          : nothing
      }
    </p>
    <div part="panel">
      <phone-code-field
        part="code-field"
        exportparts="label: code-label, slots, slot, filled: slot-filled, active: slot-active, first: slot-first, last: slot-last, message: code-message, hint: code-hint, error: code-error"
        required
        .texts=${texts}
        .length=${state.challenge.codeLength}
        .busy=${isVerifying}
        .dead=${view.isOver}
        .error=${codeError}
        .hint=${hintText(view)}
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
      <button
        class="submit ${view.isWhole && !view.isOver ? '' : 'quiet'}"
        type="button"
        part="submit"
        aria-disabled=${isVerifying ? 'true' : 'false'}
        @click=${view.press}
      >
        ${isVerifying ? html`<span class="spinner"></span>${checkingText(texts)}` : continueText(texts)}
      </button>
      ${state.error?.code === 'account_locked' ? nothing : renderResend(view)} ${view.otherWay}
      <slot name="help"></slot>
    </div>
  </div>`;
}

/** What is to be known of the code at this moment. */
function hintText({ texts, state, expiresInMs }: CodeStepView): string {
  if (expiresInMs <= warningMs) return expiryText(texts, expiresInMs);
  if (state.resent > 0) return sentAgainText(texts);
  return texts.msg('Checked as soon as the last digit is in.', {
    id: 'code-hint',
    desc: 'Under the code: nothing need be pressed. Up to 60 characters.',
  });
}

function renderResend(view: CodeStepView) {
  const { texts, state } = view;
  const retryAtMs = state.error?.about === 'resend' ? (state.error.retryAtMs ?? 0) : 0;
  const error = view.resendError
    ? html`<p class="message bad">${warningIcon}<span .textContent=${view.resendError}></span></p>`
    : nothing;
  return html`${error}
    <div class="row">
      ${view.resendError ? nothing : html`<span>${noCodeText(texts)}</span>`}
      <phone-resend-button
        part="resend"
        exportparts="button: resend-button"
        .texts=${texts}
        .nowMs=${view.nowMs}
        .resendAtMs=${Math.max(state.challenge.resendAtMs, retryAtMs)}
        .busy=${state.resend !== undefined}
        @click=${view.resend}
      ></phone-resend-button>
    </div>`;
}

function noCodeText(texts: Texts): string {
  return texts.msg('Didn’t get it?', {
    id: 'no-code',
    desc: 'Under the code, before the countdown or the button that sends a new one. Up to 30 characters.',
  });
}

export function changeNumberText(texts: Texts): string {
  return texts.msg('Change number', {
    id: 'change-number',
    desc: 'Button behind "Sent to …", back to the first step: a pencil, of which this is the name. Up to 25 characters.',
  });
}

/** On the way down: the last digit's own event also checks the code, and must not clear what comes of that. */
function beforeField(handleEvent: () => void) {
  return { handleEvent, capture: true };
}

export function checkingText(texts: Texts): string {
  return texts.msg('Checking the code…', {
    id: 'checking',
    desc: 'On the button under the code and for screen readers, while it is checked. Up to 40 characters.',
  });
}

export function expiryText(texts: Texts, expiresInMs: number): string {
  const time = inTime(texts, expiresInMs);
  return texts.msg(str`The code expires ${time}.`, {
    id: 'expires',
    desc: 'Under the code, in its last minute. The placeholder is a time to come, such as "in 42 seconds". Up to 40 characters.',
  });
}
