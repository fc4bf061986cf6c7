/** What the messages say, by what they are for. */
import { html, nothing, type TemplateResult } from 'lit';
import { countSegments } from '../../src/server/messages/segments.js';
import {
  codePair,
  fromCodePair,
  templateKind,
  templateOf,
  templateTypes,
  withTemplate,
  type TemplateText,
} from './draft.js';
import { textArea, textField, type Field } from './fields.js';
import type { FormContext } from './form.js';

type TemplateType = (typeof templateTypes)[number];

export function templatesView(context: FormContext): TemplateResult {
  const { entry, draft, errorAt } = context;
  const required = templateTypes.filter(({ isRequired }) => isRequired);
  const others = templateTypes.filter(({ isRequired }) => !isRequired);
  const generic = others.filter(({ type }) => templateOf(draft.file, type) === undefined).length;
  const hasError = others.some(({ type }) => errorAt(`templates.${type}`) !== undefined);
  const error = errorAt('templates');
  return html`<section class="panel" aria-labelledby="templates-title">
    <h2 id="templates-title">Templates</h2>
    <p class="hint">
      ${
        templateKind(entry.name) === 'content'
          ? html`What the messages say. <code>{{code}}</code> becomes the code, which is valid for 10 minutes.`
          : html`The codes of templates that the provider has approved. The verification code is their only
            parameter.`
      }
    </p>
    ${error ? html`<p class="error" id="templates-error" tabindex="-1">${error}</p>` : nothing}
    ${required.map(type => templateView(type, context))}
    <details ?open=${hasError}>
      <summary>
        Five more purposes
        <span class="aside">${genericWords(generic, others.length)}</span>
      </summary>
      ${others.map(type => templateView(type, context))}
    </details>
  </section>`;
}

function genericWords(count: number, all: number): string {
  if (count === 0) return 'each has its own';
  if (count === all) return 'Generic is sent for all of them';
  return count === 1 ? 'Generic is sent for one of them' : `Generic is sent for ${count} of them`;
}

function templateView(template: TemplateType, context: FormContext): TemplateResult {
  const { entry, draft, change, errorAt } = context;
  const { type, label } = template;
  const kind = templateKind(entry.name);
  const value = templateOf(draft.file, type);
  const onText = (text: TemplateText) => change(withTemplate(draft.file, type, text), `templates.${type}`);
  const isMissing = template.isRequired && value === undefined && errorAt('templates') !== undefined;
  const field = {
    id: `template-${type}`,
    label,
    aside: html`<code class="aside">${type}</code>`,
    error: errorAt(`templates.${type}`) ?? (isMissing ? 'Required' : undefined),
    hint: hintFor(template, value, kind === 'content'),
  };
  if (kind === 'code-pair') return pairView(field, value, onText);
  const text = typeof value === 'string' ? value : '';
  if (kind === 'code') return textField({ ...field, value: text, onInput: text => onText(text) });
  const generic = templateOf(draft.file, 'Generic');
  const placeholder = template.isRequired || typeof generic !== 'string' ? undefined : generic;
  return textArea({ ...field, rows: 2, value: text, placeholder, onInput: onText });
}

function hintFor({ isRequired }: TemplateType, value: TemplateText | undefined, isText: boolean): string {
  if (value === undefined) return isRequired ? '' : 'Empty: Generic is sent.';
  if (!isText || typeof value !== 'string') return '';
  const { segments } = countSegments(value.replaceAll(/\{\{\s*code\s*\}\}/g, '123456'));
  return segments === 1 ? 'One SMS' : `Costs as ${segments} SMS`;
}

function pairView(
  { id, label, aside, error, hint }: Field,
  value: TemplateText | undefined,
  onText: (text: TemplateText) => void,
): TemplateResult {
  const pair = codePair(value);
  const half = (key: 'china' | 'overseas', name: string) =>
    textField({
      id: `${id}-${key}`,
      label: html`<span class="visually-hidden">${label}: </span>${name}`,
      value: pair[key],
      placeholder: 'SMS_123456789',
      error: pair[key] === '' ? error : undefined,
      onInput: text => onText(fromCodePair({ ...pair, [key]: text })),
    });
  return html`<div class="pair" role="group" aria-labelledby="${id}-label">
    <div class="label"><span id="${id}-label">${label}</span>${aside}</div>
    ${half('china', 'Mainland China')} ${half('overseas', 'Everywhere else')}
    ${hint ? html`<p class="hint">${hint}</p>` : nothing}
  </div>`;
}
