import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import type { Texts } from '../../../localization/texts.js';
import type { CountryMatch } from '../../../phone/search.js';
import { flag } from '../flag.js';

interface Row {
  /** Among all that were found, from 0. */
  place: number;
  count: number;
  isActive: boolean;
  isChosen: boolean;
  choose: () => void;
}

/** One country of the list. */
export function renderRow({ country, name, callingCode, ranges }: CountryMatch, row: Row): TemplateResult {
  const [[start, end] = [0, 0]] = ranges;
  return html`<div
    class="option ${row.isActive ? 'active' : ''}"
    part="option"
    id="country-${country}"
    role="option"
    aria-selected=${row.isChosen ? 'true' : 'false'}
    aria-setsize=${row.count}
    aria-posinset=${row.place + 1}
    @click=${row.choose}
  >
    ${flag(country)}
    <span class="name">${name.slice(0, start)}<mark>${name.slice(start, end)}</mark>${name.slice(end)}</span>
    <span class="code">+${callingCode}</span>
  </div>`;
}

/** How many were found, in words. */
export function countText(texts: Texts, count: number): string {
  return count === 0
    ? texts.msg('No country found.', {
        id: 'country-none',
        desc: 'In place of the list of countries. Up to 50 characters.',
      })
    : texts.msg(str`Countries found: ${count}`, {
        id: 'country-count',
        desc: 'Announced to screen readers while searching. The placeholder is a number.',
      });
}
