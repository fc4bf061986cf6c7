/**
 * All that is needed once a person touches the widget, as one chunk: the flow, the table of adapters, the steps behind
 * the number and the texts of errors. No message is sent whose code could not be entered, because it is all here then.
 */
import { html } from 'lit';
import type { DoneState } from '../flow/state.js';
import { doneText } from '../localization/purpose-texts.js';
import type { Texts } from '../localization/texts.js';
import { checkIcon } from './icons.js';

export { loadBackend } from '../backends/index.js';
export { createSignIn } from '../flow/sign-in.js';
export { errorText } from '../localization/error-texts.js';
export { checkingText, renderCodeStep } from './code-step.js';
export { doneText };

export function renderDone(texts: Texts, { outcome }: DoneState, shownPhone: string) {
  return html`<div class="done">
    <span class="tick">${checkIcon}</span>
    <h2 part="heading" tabindex="-1">${doneText(texts, outcome.kind === 'session')}</h2>
    <p class="sub"><span class="number">${shownPhone}</span></p>
    <slot name="success"></slot>
  </div>`;
}
