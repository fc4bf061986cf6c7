/** One choice of a few, side by side: radio buttons under a legend. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Segmented<Value extends string> {
  legend: string;
  options: Readonly<Record<Value, unknown>>;
  /** Nothing is chosen, where it is none of these. */
  chosen: Value | undefined;
  choose: (value: Value) => void;
  kind?: string;
}

export function segmented<Value extends string>({
  legend,
  options,
  chosen,
  choose,
  kind = '',
}: Segmented<Value>): TemplateResult {
  return html`<fieldset class="segmented ${kind}">
    <legend class="visually-hidden">${legend}</legend>
    ${(Object.keys(options) as Value[]).map(
      value =>
        html`<label>
          <input
            class="visually-hidden"
            type="radio"
            name=${legend}
            value=${value}
            .checked=${live(value === chosen)}
            @change=${() => choose(value)}
          /><span>${options[value]}</span>
        </label>`,
    )}
  </fieldset>`;
}
