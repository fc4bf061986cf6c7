/** The ways to a code that has not come, under the button that sends it again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Channel } from '../../../channels.js';
import { askText, helpText, willOtherText } from '../../../localization/rest/channel-texts.js';
import { shownNumber } from '../../shared/shown-number.js';
import type { SignInHost } from '../host.js';
import { plainOf } from './other-words.js';
import type { Steps, Words } from './steps.js';

/**
 * What sending again will do, the other ways to this number, untried ones first, and last another number. Nothing while
 * the countdown runs.
 */
export function renderLadder(host: SignInHost, steps: Steps, shownPhone: string, words: Words): unknown {
  const texts = plainOf(host.texts);
  const { state } = steps;
  if (state.step !== 'code') return nothing;
  const { challenge, resend, tried } = state;
  const { channel: last = 'sms', channels = [], phone } = challenge;
  const help = state.resent > 1 ? html`<p class="sub aside">${helpText(texts)}</p>` : nothing;
  if (channels.length < 2 || steps.renewsInMs > 0 || state.error?.code === 'account_locked') return help;
  const will = (channel: Channel) =>
    channel === 'sms'
      ? words.willText(texts, shownPhone)
      : willOtherText(texts, channel, shownNumber(shownPhone));
  const way = (channel: Channel) =>
    html`<p class="aside">
      <button
        class="link"
        type="button"
        part="other-channel"
        aria-describedby="will-${channel}"
        aria-disabled=${resend ? 'true' : 'false'}
        @click=${() => steps.resend(channel)}
      >
        ${resend && tried.at(-1) === channel ? html`<span class="spinner"></span>` : nothing}${askText(texts, channel)}
      </button>
      <br /><span class="sub" id="will-${channel}">${will(channel)}</span>
    </p>`;
  const others = channels.filter(channel => channel !== last);
  const untried = others.filter(channel => !tried.includes(channel));
  return html`<p class="sub aside">${will(last)}</p>
    ${[...new Set([...untried, ...others])].map(way)}
    ${
      untried.length || !phone
        ? nothing
        : html`<p class="aside">
            <button
              class="link"
              type="button"
              part="change-number"
              @click=${() => steps.begin().changeNumber()}
            >
              ${words.changeNumberText(texts)}
            </button>
          </p>`
    }
    ${help}`;
}

/** Behind the warning that a number may be a landline's: a call, or a message all the same. */
export function renderLandline(host: SignInHost, steps: Steps, sendAnyway: TemplateResult): TemplateResult {
  if (host.validation === 'mobile' || !steps.channels.includes('voice')) return sendAnyway;
  const press = ({ detail }: MouseEvent) => {
    // The second half of a double press, on what has just moved there, asks for nothing.
    if (detail > 1) return;
    // The link goes away with the focus on it.
    host.numberField?.focus();
    void steps.submit(true, 'voice');
  };
  return html`<button class="link" type="button" slot="action" @click=${press}>
      ${askText(host.texts, 'voice')}</button
    ><span slot="action"> </span>${sendAnyway}`;
}
