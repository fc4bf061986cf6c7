import { html } from 'lit';
import type { CountryCode } from '../../phone/countries.js';

/** Windows has no flags in its emoji font; Firefox brings its own. */
const drawsFlags =
  typeof navigator === 'undefined' ||
  !/Windows/.test(navigator.userAgent) ||
  /Firefox/.test(navigator.userAgent);

/** A country's flag as emoji, or its ISO code in a badge. Decorative: the name or code stands beside it in words. */
export function flag(country: CountryCode) {
  if (!drawsFlags) return html`<span class="iso" translate="no" aria-hidden="true">${country}</span>`;
  const letters = [...country].map(letter => String.fromCodePoint(0x1f1a5 + letter.charCodeAt(0)));
  return html`<span class="flag" translate="no" aria-hidden="true">${letters.join('')}</span>`;
}
