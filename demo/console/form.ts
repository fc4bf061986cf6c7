/** One connector's config, as the form that its package describes, or as the JSON of the file. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectorFile } from '../../src/server/connectors/index.js';
import { templateKind, valueOf, withValue } from './draft.js';
import { switchField, textArea, textField, type TextField } from './fields.js';
import { isSecret } from './secrets.js';
import type { Draft, Store } from './store.js';
import { languagesView } from './language-fields.js';
import { templatesView } from './template-fields.js';
import { savedMark, type ConsoleEntry, type FormItem } from './wire.js';

export interface FormContext {
  entry: ConsoleEntry;
  draft: Draft;
  /** `field` is the one that was edited: its error has been read. */
  change: (file: ConnectorFile, field: string) => void;
  /** The first error that belongs to a field of the form. */
  errorAt: (field: string) => string | undefined;
}

export function formView(store: Store, entry: ConsoleEntry): TemplateResult {
  const draft = store.draft(entry);
  if (draft.json !== undefined) return jsonView(store, entry, draft, draft.json);
  const context: FormContext = {
    entry,
    draft,
    change(file, field) {
      const issues = draft.issues.filter(({ at }) => at !== field);
      store.edit(entry.name, { file, issues, tested: undefined });
    },
    errorAt: field => draft.issues.find(({ at }) => at === field)?.message,
  };
  const items = entry.about?.formItems.filter(({ key }) => key !== 'templates') ?? [];
  const isKnown = (field: string) =>
    /^templates/.test(field) ||
    ['texts', 'templatesLocale', 'unicode', 'to'].includes(field) ||
    items.some(({ key }) => key === field);
  const others = draft.issues.filter(({ at }) => !isKnown(at));
  return html`
    ${others.map(({ field, message }) => html`<p class="error standing">${field ? `${field}: ` : ''}${message}</p>`)}
    <section class="panel" aria-labelledby="account-title">
      <h2 id="account-title">Account</h2>
      ${items.map(item => itemView(item, context))}
    </section>
    ${templateKind(entry.name) === 'none' ? payloadView() : [templatesView(context), languagesView(context)]}
  `;
}

function itemView(item: FormItem, context: FormContext): TemplateResult {
  const { entry, draft, change, errorAt } = context;
  const { key, label, description, tooltip, required, placeholder } = item;
  const value = valueOf(draft.file, key);
  const field = { id: `field-${key}`, label, hint: description ?? tooltip, error: errorAt(key) };
  if (item.type === 'Switch') {
    const hint = entry.name === 'aliyun' ? strictHint : field.hint;
    const onChange = (isOn: boolean) => change(withValue(draft.file, key, isOn), key);
    return switchField({ ...field, hint, isOn: value === true, onChange });
  }
  const text: TextField = {
    ...field,
    aside: required ? nothing : optional,
    value: typeof value === 'string' ? value : '',
    placeholder: placeholder?.replace(/^<(.*)>$/, '$1'),
    onInput: text => change(withValue(draft.file, key, text), key),
  };
  return textField(isSecret(entry.name, key) ? { ...text, ...secret(item, context) } : text);
}

/** What a secret has of its own. What is saved is not here to be shown: an empty field keeps it. */
function secret(item: FormItem, { entry, draft, change }: FormContext): Partial<TextField> {
  const { key, required } = item;
  const value = valueOf(draft.file, key);
  const isSaved = entry.saved !== undefined && valueOf(entry.saved, key) === savedMark;
  const isTakenOut = isSaved && value === undefined && !required;
  const kept = value === savedMark ? { value: '', placeholder: savedMark } : {};
  const onInput = (input: string) => change(withValue(draft.file, key, input, isSaved), key);
  if (!isSaved) return { type: 'password', ...kept, onInput };
  const keepOrNot = html`<button
    class="link"
    type="button"
    @click=${() => change(withValue(draft.file, key, '', isTakenOut), key)}
  >
    ${isTakenOut ? 'Keep it after all' : 'Take it out'}
  </button>`;
  return {
    type: 'password',
    ...kept,
    onInput,
    aside: html`<span class="badge">Saved</span> ${required ? nothing : keepOrNot}`,
    hint: isTakenOut ? 'Taken out when you save.' : 'Saved on the server. Leave it empty to keep it.',
  };
}

const optional = html`<span class="aside">optional</span>`;

const strictHint =
  'On is right here: every number carries its country code. Off, any “1” and ten digits counts as a number of mainland China, American ones too.';

function payloadView(): TemplateResult {
  return html`<section class="panel" aria-labelledby="payload-title">
    <h2 id="payload-title">What your endpoint gets</h2>
    <p class="hint">One POST a message. Answer 2xx once your provider has taken it.</p>
    <pre tabindex="0" role="group" aria-labelledby="payload-title"><code>{
  "to": "447400123456",
  "type": "SignIn",
  "payload": {
    "code": "123456",
    "text": "Your code is 123456 …",
    "locale": "en"
  }
}</code></pre>
  </section>`;
}

function jsonView(store: Store, entry: ConsoleEntry, { issues }: Draft, json: string): TemplateResult {
  const errors = issues.filter(({ field }) => field !== 'to');
  return html`<section class="panel" aria-labelledby="json-title">
    <h2 id="json-title">The config file</h2>
    ${
      errors.length > 0
        ? html`<ul class="errors" id="json-errors">
            ${errors.map(
              ({ field, message }) =>
                html`<li class="error">${field ? html`<code>${field}</code> ` : nothing}${message}</li>`,
            )}
          </ul>`
        : nothing
    }
    ${textArea({
      id: 'json',
      label: 'Its text',
      rows: 22,
      isCode: true,
      value: json,
      error: errors.length > 0 ? 'The server does not take it as it is.' : undefined,
      hint: `A file from elsewhere can be pasted here. “${savedMark}” stands for a saved secret, and keeps it.`,
      onInput: text => store.edit(entry.name, { json: text, tested: undefined }),
    })}
  </section>`;
}
