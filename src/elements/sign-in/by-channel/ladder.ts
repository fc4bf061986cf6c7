/** The ways to a code that has not come, under the button that sends it again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Channel } from '../../../channels.js';
import type { CodeState } from '../../../flow/state.js';
import { askText, helpText, willOtherText } from '../../../localization/rest/channel-texts.js';
import type { Texts } from '../../../localization/texts.js';
import { shownNumber } from '../../shared/shown-number.js';
import type { SignInHost } from '../host.js';
import { plainOf } from './other-words.js';
import type { Steps, Words } from './steps.js';

/** What was tried since the first message, by element. */
const triedOf = new WeakMap<SignInHost, Set<Channel>>();

/**
 * What sending again will do, the other ways to this number, untried ones first, and last another number. Nothing while
 * the countdown runs.
 */
export function renderLadder(host: SignInHost, steps: Steps, shownPhone: string, words: Words): unknown {
  const texts = plainOf(host.texts);
  const { state } = steps;
  if (state.step !== 'code') return nothing;
  const { channel: last = 'sms', channels = [], phone } = state.challenge;
  const tried = (state.resent && triedOf.get(host)) || new Set<Channel>();
  triedOf.set(host, tried.add(last).add(state.resend?.channel ?? last));
  const help = state.resent > 1 ? html`<p class="hint">${helpText(texts)}</p>` : nothing;
  if (channels.length < 2 || steps.renewsInMs > 0 || state.error?.code === 'account_locked') return help;
  const others = channels.filter(channel => channel !== last);
  const untried = others.filter(channel => !tried.has(channel));
  const ways = [...untried, ...others.filter(channel => tried.has(channel))];
  return html`<p class="hint">${willSay(words, texts, last, shownPhone)}</p>
    ${ways.map(channel => renderWay(texts, words, steps, state, channel, shownPhone))}
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

function renderWay(
  texts: Texts,
  words: Words,
  steps: Steps,
  { resend }: CodeState,
  channel: Channel,
  shownPhone: string,
): TemplateResult {
  return html`<p class="aside">
      <button
        class="link"
        type="button"
        part="other-channel"
        aria-describedby="will-${channel}"
        aria-disabled=${resend ? 'true' : 'false'}
        @click=${() => steps.resend(channel)}
      >
        ${resend?.channel === channel ? html`<span class="spinner"></span>` : nothing}${askText(texts, channel)}
      </button>
    </p>
    <p class="hint" id="will-${channel}">${willSay(words, texts, channel, shownPhone)}</p>`;
}

function willSay(words: Words, texts: Texts, channel: Channel, phone: string): unknown {
  return channel === 'sms' ? words.willText(texts, phone) : willOtherText(texts, channel, shownNumber(phone));
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
