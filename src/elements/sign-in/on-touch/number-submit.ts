/** What must be right on the first step before a message is sent. */
import { html, type TemplateResult } from 'lit';
import type { Texts } from '../../../localization/texts.js';
import type { E164 } from '../../../protocol.js';
import type { SignInHost } from '../host.js';
import { keepLastCountry } from '../last-country.js';

/** What must be given before a message is sent: a checkbox for the terms, most often. */
const legalControls = ':is([slot="legal"], [slot="legal"] *):is(input, select, textarea)';

/** What the page asks for beside the number has been given; else the browser says what is missing. */
export function hasConsent(host: ParentNode): boolean {
  const controls = [...host.querySelectorAll<HTMLInputElement>(legalControls)];
  return controls.every(control => control.reportValidity());
}

/** The number in the field, if it may be sent to; else the field says what is wrong. */
export async function enteredPhone(host: SignInHost, isInsisting: boolean): Promise<E164 | undefined> {
  const { numberField, noPersist } = host;
  const phone = await numberField?.check(isInsisting);
  const country = numberField?.country;
  if (phone && country && !noPersist) keepLastCountry(country);
  return phone;
}

/** Behind the number, while its message is asked for. */
export function renderCancel(texts: Texts, cancel: () => void): TemplateResult {
  return html`<button class="link" type="button" slot="action" @click=${cancel}>
    ${texts.msg('Cancel', {
      id: 'cancel',
      desc: 'Link under the number, while a message is asked for: back to the number. Up to 25 characters.',
    })}
  </button>`;
}

/** Behind a warning: the person knows better. */
export function renderSendAnyway(texts: Texts): TemplateResult {
  // The second half of a double press, on what has just moved there, insists on nothing.
  const press = (event: MouseEvent) => event.detail > 1 && event.preventDefault();
  return html`<button class="link" type="submit" slot="action" @click=${press}>
    ${texts.msg('Send anyway', {
      id: 'send-anyway',
      desc: 'Link behind "This does not look like a mobile number." Up to 25 characters.',
    })}
  </button>`;
}
