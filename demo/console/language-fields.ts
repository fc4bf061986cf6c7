/** Whose words go out in which language. */
import { html, nothing } from 'lit';
import { connectorTexts } from '../../src/server/connectors/packages.js';
import { messageLocales } from '../../src/server/message-texts.js';
import { templateKind } from './draft.js';
import { selectField, switchField } from './fields.js';
import type { FormContext } from './form.js';

const names = new Intl.DisplayNames('en', { type: 'language' });

export function languagesView({ entry, draft, change, errorAt }: FormContext) {
  // The text of the others is approved at the provider, in whatever language it is.
  if (templateKind(entry.name) !== 'content') return nothing;
  const { file } = draft;
  const own = file.templatesLocale ?? 'en';
  const locales: readonly string[] = messageLocales;
  return html`<section class="panel" aria-labelledby="languages-title">
    <h2 id="languages-title">Languages</h2>
    ${selectField({
      id: 'field-templatesLocale',
      label: 'The templates above are in',
      value: own,
      options: [...new Set([own, ...locales])].map(tag => [tag, names.of(tag) ?? tag]),
      error: errorAt('templatesLocale'),
      onChange: templatesLocale => change({ ...file, templatesLocale }, 'templatesLocale'),
    })}
    ${selectField({
      id: 'field-texts',
      label: 'Who asks in another language gets',
      value: file.texts ?? 'localized',
      options: [
        ['localized', `our text in theirs (${messageLocales.length} languages)`],
        ['config', 'the templates above all the same'],
      ],
      error: errorAt('texts'),
      onChange: texts => change({ ...file, texts: texts === 'config' ? 'config' : 'localized' }, 'texts'),
    })}
    ${
      connectorTexts[entry.name] === 'gsm-7'
        ? switchField({
            id: 'field-unicode',
            label: 'My account converts to Unicode by itself',
            hint: 'Off, only languages of GSM-7 letters get our text: the package cannot ask for another alphabet, and others would arrive as question marks.',
            error: errorAt('unicode'),
            isOn: file.unicode === true,
            onChange: unicode => change({ ...file, unicode }, 'unicode'),
          })
        : nothing
    }
  </section>`;
}
