/** The second view: one connector, with its form and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectorFile } from '../../src/server/connectors/index.js';
import { segmented } from '../segmented.js';
import { showGuide } from './dialogs.js';
import { formView } from './form.js';
import { sideView } from './side.js';
import { toJson, type Store } from './store.js';
import { badgeView, descriptionOf, logoView, titleOf } from './words.js';
import type { ConsoleEntry } from './wire.js';

export function detailView(store: Store, entry: ConsoleEntry): TemplateResult {
  const title = titleOf(entry);
  const description = descriptionOf(entry);
  return html`
    <a class="back" href="#">All connectors</a>
    <div class="head">
      ${logoView(entry)}
      <div>
        <h1 tabindex="-1" lang=${title.lang}>${title.text}</h1>
        ${badgeView(entry) ?? nothing}
        <p lang=${description.lang}>${description.text}</p>
      </div>
      ${
        entry.about
          ? html`<div class="tools">
              ${viewSwitch(store, entry)}
              <button class="quiet" type="button" @click=${() => void showGuide(entry)}>Guide</button>
            </div>`
          : nothing
      }
    </div>
    ${
      entry.about
        ? html`<div class="work">
            <div class="form">${formView(store, entry)}</div>
            ${sideView(store, entry)}
          </div>`
        : html`<p class="empty">Install it, and start the demo again.</p>`
    }
  `;
}

function viewSwitch(store: Store, entry: ConsoleEntry): TemplateResult {
  const { json, file } = store.draft(entry);
  const toForm = () => {
    const read = readFile(json ?? '', entry);
    const message = `Not readable as { "connector": "${entry.name}", "config": { … } }: mend it, and the form can show it.`;
    if (read) store.edit(entry.name, { file: read, json: undefined, issues: [] });
    else store.edit(entry.name, { issues: [{ field: '', at: '', message }] });
  };
  return segmented({
    legend: 'Edit as',
    options: { form: 'Form', json: 'JSON' },
    chosen: json === undefined ? 'form' : 'json',
    choose: view => (view === 'json' ? store.edit(entry.name, { json: toJson(file), issues: [] }) : toForm()),
  });
}

/** Whether it is right is the server's to say; here it only has to be a config. */
function readFile(text: string, { name }: ConsoleEntry): ConnectorFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<ConnectorFile> | null;
    const isConfig = typeof file?.config === 'object' && file.config !== null && !Array.isArray(file.config);
    return isConfig && file.connector === name ? (file as ConnectorFile) : undefined;
  } catch {
    return undefined;
  }
}
