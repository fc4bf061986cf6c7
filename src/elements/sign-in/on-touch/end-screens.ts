/** The last screen, and the one while a screen is fetched. */
import { html, svg } from 'lit';
import type { DoneState } from '../../../flow/state.js';
import { doneText } from '../../../localization/end-texts.js';
import { tryAgainText } from '../../../localization/error-texts.js';
import { offlineText } from '../../../localization/first-texts.js';
import type { Texts } from '../../../localization/texts.js';
import type { Purpose } from '../../../protocol.js';
import { icon } from '../../shared/icons.js';
import { shownNumber } from '../../shared/shown-number.js';

const checkIcon = icon(svg`<path pathLength="1" d="M5 12.5l4.6 4.6L19 7.6" />`, 24);

/** How it ended, in words. A redirect that ends a sign-in goes to where the person is signed in. */
export function outcomeText(texts: Texts, { kind }: DoneState['outcome'], purpose: Purpose): string {
  if (kind === 'done' && purpose === 'forgot-password') return doneText(texts, 'password');
  if (kind === 'proof' && purpose === 'user-permission-validation') return doneText(texts, 'identity');
  return doneText(texts, kind === 'session' || kind === 'redirect' ? 'session' : 'number');
}

export function renderDone(heading: string, headingLevel: number, shownPhone: string) {
  return html`<div class="done step">
    <span class="tick">${checkIcon}</span>
    <h2 part="heading" tabindex="-1" aria-level=${headingLevel}>${heading}</h2>
    <p class="sub"><span class="number">${shownNumber(shownPhone)}</span></p>
    <slot name="success"></slot>
  </div>`;
}

/** While a screen is fetched that was not expected; with `retry`, where that failed. */
export function renderWaiting(texts: Texts, retry: (() => void) | undefined) {
  if (!retry) return html`<div class="done"><span class="spinner"></span></div>`;
  return html`<div class="done">
    <p class="message bad" role="alert">${offlineText(texts)}</p>
    <button class="link" type="button" @click=${retry}>${tryAgainText(texts)}</button>
  </div>`;
}

/** Only the web: a backend's answer must not become a script. */
export function follow(url: string): void {
  const target = new URL(url, document.baseURI);
  if (/^https?:$/.test(target.protocol)) location.assign(target);
}
