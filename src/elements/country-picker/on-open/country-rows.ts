import { str } from '@lit/localize/internal/str-tag.js';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Texts } from '../../../localization/texts.js';
import type { CountryMatch } from '../../../phone/search.js';
import { toAscii } from '../../../phone/digits.js';
import { icon } from '../../shared/icons.js';
import { flag } from '../flag.js';

const checkIcon = icon(svg`<path d="M3 8.5l3.2 3.2L13 4.9" />`);

interface Row {
  /** Among all that were found, from 0. */
  place: number;
  count: number;
  /** What it was found by. */
  query: string;
  isActive: boolean;
  isChosen: boolean;
  choose: () => void;
}

/** One country of the list. */
export function renderRow({ country, name, callingCode, ranges }: CountryMatch, row: Row): TemplateResult {
  const [[start, end] = [0, 0]] = ranges;
  const digits = toAscii(row.query).replace(/^\+|^00/, '');
  const isByCode = /^\d+$/.test(digits) && callingCode.startsWith(digits);
  const matched = isByCode ? digits.length : 0;
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
    <span class="name">${marked(name, start, end)}</span>
    <span class="code">+${marked(callingCode, 0, matched)}</span>
    <span class="check">${row.isChosen ? checkIcon : nothing}</span>
  </div>`;
}

/** Most rows have nothing to mark: an element of none costs as much as one. */
function marked(text: string, start: number, end: number): unknown {
  return end ? html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}` : text;
}

/** The name of the group that begins here. */
export function renderGroup(texts: Texts, group: 'suggested' | 'all' | undefined): unknown {
  if (!group) return nothing;
  const name =
    group === 'all'
      ? texts.msg('All countries', {
          id: 'countries-all',
          desc: 'Over the list of countries, under the suggested ones. Up to 30 characters.',
        })
      : texts.msg('Suggested', {
          id: 'countries-suggested',
          desc: 'Over the countries that are likely, at the head of the list. Up to 30 characters.',
        });
  return html`<div class="group" role="presentation">${name}</div>`;
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
