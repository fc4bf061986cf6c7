/** The fields of a form: each with its label, its hint, and the error that belongs to it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Field {
  id: string;
  label: unknown;
  /** Beside the label. */
  aside?: unknown;
  hint?: unknown;
  error?: string | undefined;
}

export interface TextField extends Field {
  value: string;
  onInput: (value: string) => void;
  placeholder?: string | undefined;
  type?: 'text' | 'password';
}

export function textField(field: TextField): TemplateResult {
  return framed(
    field,
    html`<input
      id=${field.id}
      type=${field.type ?? 'text'}
      .value=${live(field.value)}
      placeholder=${field.placeholder ?? nothing}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @input=${(event: Event) => field.onInput((event.target as HTMLInputElement).value)}
      @change=${(event: Event) => field.onInput((event.target as HTMLInputElement).value.trim())}
    />`,
  );
}

export function textArea(field: TextField & { rows: number; isCode?: boolean }): TemplateResult {
  return framed(
    field,
    html`<textarea
      id=${field.id}
      class=${field.isCode ? 'code' : ''}
      rows=${field.rows}
      .value=${live(field.value)}
      placeholder=${field.placeholder ?? nothing}
      autocomplete="off"
      spellcheck=${field.isCode ? 'false' : nothing}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @input=${(event: Event) => field.onInput((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  );
}

export function selectField(
  field: Field & { value: string; options: readonly [string, string][]; onChange: (value: string) => void },
): TemplateResult {
  return framed(
    field,
    html`<div class="select">
      <select
        id=${field.id}
        aria-invalid=${field.error ? 'true' : nothing}
        aria-describedby=${describedBy(field)}
        @change=${(event: Event) => field.onChange((event.target as HTMLSelectElement).value)}
      >
        ${field.options.map(
          ([value, text]) => html`<option value=${value} ?selected=${value === field.value}>${text}</option>`,
        )}
      </select>
    </div>`,
  );
}

export function switchField(
  field: Field & { isOn: boolean; onChange: (isOn: boolean) => void },
): TemplateResult {
  return html`<div class="field switch">
    <input
      id=${field.id}
      type="checkbox"
      role="switch"
      .checked=${live(field.isOn)}
      aria-invalid=${field.error ? 'true' : nothing}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.onChange((event.target as HTMLInputElement).checked)}
    />
    <label for=${field.id}>${field.label}</label>
    ${below(field)}
  </div>`;
}

function framed(field: Field, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <div class="label"><label for=${field.id}>${field.label}</label>${field.aside ?? nothing}</div>
    ${control} ${below(field)}
  </div>`;
}

function below({ id, hint, error }: Field): TemplateResult {
  return html`${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
  ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}`;
}

function describedBy({ id, hint, error }: Field): string | typeof nothing {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || nothing;
}
