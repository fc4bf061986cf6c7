/** Numbers that may have been meant, under a number that cannot be sent to as it is: the person says which. */
import { html, nothing } from 'lit';
import { offerText } from '../../../localization/number-texts.js';
import type { Texts } from '../../../localization/texts.js';
import type { NumberOffer, NumberReading } from '../../../phone/core.js';
import { flag } from '../../country-picker/flag.js';

/** `take`: the offered number takes the place of the one entered. */
export function renderOffers(
  texts: Texts,
  { offers }: NumberReading,
  take: (offer: NumberOffer) => void,
): unknown {
  if (offers.length === 0) return nothing;
  return html`<span class="offers">
    ${offers.map(
      offer =>
        html`<button class="link" type="button" translate="no" @click=${() => take(offer)}>
          ${flag(offer.country)}
          <span .textContent=${offersText(texts, [offer], offers.length)}></span>
        </button>`,
    )}
  </span>`;
}

/** A single offer is a question, several stand under one. */
export function offersText(
  texts: Texts,
  offers: readonly NumberOffer[],
  count: number = offers.length,
): string {
  return offers
    .map(({ international }) => {
      // Isolated, so that its groups keep their order in a sentence from right to left.
      const number = `\u2066${international}\u2069`;
      return count === 1 ? offerText(texts, number) : number;
    })
    .join(', ');
}
