/** The first step: the number, what will happen to it, and the button. */
import { html, nothing } from 'lit';
import { skipText } from '../../localization/first-texts.js';
import { headingText } from '../../localization/purpose-texts.js';
import type { Texts } from '../../localization/texts.js';
import type { CountryCode } from '../../phone/countries.js';
import type { Purpose } from '../../protocol.js';
import { shownNumber } from '../shared/shown-number.js';
import type { SignInSettings } from './sign-in-settings.js';

export interface NumberStepView {
  texts: Texts;
  purpose: Purpose;
  isSending: boolean;
  /** The error in words, or empty. */
  error: string;
  /** The number cannot be changed; `shownPhone` may be empty. */
  isLocked: boolean;
  /** The number that would be texted, as it is shown; empty while there is none. */
  shownPhone: string;
  settings: SignInSettings;
  /** The country to begin with. */
  country: CountryCode | undefined;
  /** Goes on without a number, where that is offered. */
  skip: (() => void) | undefined;
  /** The password comes next, and no message; without it the page's word counts. */
  isPasswordNext?: boolean;
  /** Behind the message under the number. */
  action?: unknown;
  submit: (event: Event) => void;
  edited: () => void;
  numberChanged: () => void;
}

export function renderNumberStep(view: NumberStepView) {
  const { texts, isSending, settings } = view;
  const isPasswordNext =
    (view.isPasswordNext ?? isPasswordSaid(view)) ||
    // Until the words of another channel are there, nothing is said of how the code will come.
    (!settings.reword && (settings.channel ?? 'sms') !== 'sms');
  return html`<form novalidate @submit=${view.submit}>
    <h2
      part="heading"
      tabindex="-1"
      aria-level=${view.settings.headingLevel}
      .textContent=${headingText(texts, view.purpose)}
    ></h2>
    <p class="sub" part="description">
      ${
        // Where the number is said below, so is this.
        isPasswordNext || (view.isLocked && view.shownPhone)
          ? nothing
          : texts.msg('We will text you a code.', {
              id: 'number-description',
              desc: 'Under the heading of the first step. Up to 60 characters.',
            })
      }
      ${view.settings.messageRates && !isPasswordNext ? html`<br />${ratesText(texts)}` : nothing}
    </p>
    <div part="panel">
      ${view.isLocked ? renderLockedNumber(view) : renderNumberField(view, isPasswordNext)}
      <button class="submit" type="submit" part="submit" aria-disabled=${isSending ? 'true' : 'false'}>
        ${
          isSending
            ? html`<span class="spinner"></span>${sendingText(texts)}`
            : isPasswordNext
              ? continueText(texts)
              : sendText(texts)
        }
      </button>
      ${view.skip ? renderSkip(texts, view.skip) : nothing}
      <slot name="legal"></slot>
    </div>
  </form>`;
}

function sendText(texts: Texts): string {
  return texts.msg('Text me a code', { id: 'send', desc: 'Button of the first step. Up to 30 characters.' });
}

export function continueText(texts: Texts): string {
  return texts.msg('Continue', {
    id: 'continue',
    desc: 'Button of the first step, where a password comes next, and under the code, which it checks. Up to 30 characters.',
  });
}

export function sendingText(texts: Texts): string {
  return texts.msg('Sending…', {
    id: 'sending',
    desc: 'On that button while the message is asked for, and for screen readers. Up to 30 characters.',
  });
}

function ratesText(texts: Texts): string {
  return texts.msg('Message rates may apply.', {
    id: 'message-rates',
    desc: 'Behind "We will text you a code.", where the page wants it: the carrier may charge for messages. Up to 50 characters.',
  });
}

const isPasswordSaid = ({ purpose, settings }: NumberStepView) =>
  purpose === 'sign-in' && settings.firstFactor === 'password';

function renderNumberField(view: NumberStepView, isPasswordNext: boolean) {
  const { texts, settings, shownPhone } = view;
  return html`<phone-number-field
    part="number-field"
    exportparts="label: number-label, box, input, message: number-message, hint: number-hint, error: number-error, country-button, country-popup, country-search, country-option"
    required
    .texts=${texts}
    .defaultCountry=${view.country}
    .countries=${settings.countries}
    .excludeCountries=${settings.excludeCountries}
    .preferredCountries=${settings.preferredCountries}
    .validation=${settings.validation}
    .detectCountry=${settings.detectCountry}
    .busy=${view.isSending}
    .error=${view.error}
    .hint=${shownPhone && !isPasswordNext ? willText(texts, shownPhone) : undefined}
    @input=${view.edited}
    @phone-number-change=${view.numberChanged}
    >${view.action}</phone-number-field
  >`;
}

function renderSkip(texts: Texts, skip: () => void) {
  return html`<p class="aside">
    <button class="link" type="button" part="skip" @click=${skip}>${skipText(texts)}</button>
  </p>`;
}

function renderLockedNumber({ texts, error, shownPhone }: NumberStepView) {
  return html`<p class="message ${error ? 'bad' : ''}">
    <span
      >${error ? html`<span .textContent=${error}></span>` : shownPhone ? willText(texts, shownPhone) : nothing}</span
    >
  </p>`;
}

export function willText(texts: Texts, phone: string) {
  const number = shownNumber(phone);
  return texts.msg(html`We will text <span class="number">${number}</span>`, {
    id: 'will-text',
    desc: 'Under the number, before anything is sent. The placeholder is the number. Up to 40 characters without it.',
  });
}
