import { html } from 'lit';

/** A number in a sentence. A page's translator leaves it alone, and where one has not it is right all the same. */
export const shownNumber = (number: string) => html`<span translate="no" .textContent=${number}></span>`;
