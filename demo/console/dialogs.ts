/** Questions, and the file to carry away. The browser's own dialogs: they hold the focus, and give it back. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { copyText, downloadText } from './copy.js';
import { guideView } from './guide.js';
import { nameOf } from './words.js';
import type { ConsoleEntry, FormItem, ProductionFile } from './wire.js';

/** Resolves with the value of the button that closed it; empty for Escape. */
function ask(title: string, body: TemplateResult, buttons: TemplateResult, kind = ''): Promise<string> {
  const dialog = document.createElement('dialog');
  dialog.className = kind;
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  render(
    html`<form method="dialog">
      <h2 id="dialog-title">${title}</h2>
      ${body}
      <div class="actions">${buttons}</div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

export async function confirmReplacing(live: ConsoleEntry, next: ConsoleEntry): Promise<boolean> {
  const body = html`<p>
      Only one connector is live. <b>${nameOf(next)}</b> takes over with the next message; messages on their
      way end where they began.
    </p>
    <p>The config of ${nameOf(live)} stays saved here, and is not in use.</p>`;
  const buttons = html`<button class="quiet" value="">Cancel</button>
    <button class="primary" value="yes">Replace</button>`;
  return (await ask(`Replace ${nameOf(live)}?`, body, buttons)) === 'yes';
}

export async function confirmRemoval(entry: ConsoleEntry): Promise<boolean> {
  const body = html`${
      entry.isLive
        ? html`<p class="warning">
            <b>Sign-in cannot send without a connector:</b> on a real server nobody could sign in by phone any
            more. In this demo, messages go to the simulated phone again.
          </p>`
        : nothing
    }
    <p>Its config and secrets are forgotten here. To keep the config, copy it as a file first.</p>`;
  const buttons = html`<button class="quiet" value="">Cancel</button>
    <button class="primary danger" value="yes">Remove</button>`;
  return (await ask(`Remove ${nameOf(entry)}?`, body, buttons)) === 'yes';
}

const fileName = 'phone-sign-in.json';

export async function showFile(entry: ConsoleEntry, { text, blanks }: ProductionFile): Promise<void> {
  const body = html`<p>
      The config file of the server as a command, or of <code>readConnectorFile</code>. This console reads it
      too, in its JSON view.
    </p>
    ${
      blanks.length > 0
        ? html`<p class="warning">
            Secrets do not leave this server. Fill in, where the file is used:
            ${blanks.map((key, at) => [at > 0 ? ', ' : '', blankView(entry, key)])}
          </p>`
        : nothing
    }
    <pre class="file" tabindex="0" role="group" aria-label=${fileName}><code>${text}</code></pre>
    <p class="run">
      Then try it there:
      <code>npx phone-sign-in-server --config ${fileName} --test-send +447400123456</code>
    </p>`;
  const buttons = html`<button class="quiet" value="">Close</button>
    <button class="quiet" type="button" @click=${() => downloadText(fileName, text)}>Download</button>
    <button class="primary" type="button" @click=${(event: Event) => void copyText(event, text)}>
      Copy
    </button>`;
  await ask(fileName, body, buttons, 'wide');
}

function blankView(entry: ConsoleEntry, key: string): TemplateResult {
  const label = entry.about?.formItems.find((item: FormItem) => item.key === key)?.label;
  return html`${label ?? nothing} <code>${key}</code>`;
}

export async function showGuide(entry: ConsoleEntry): Promise<void> {
  const body = html`<p>As the package <code>${entry.packageName}</code> has it.</p>
    <div class="guide" tabindex="0" role="group" aria-label="Guide">
      ${guideView(entry.about?.readme ?? '')}
    </div>`;
  await ask(`Guide to ${nameOf(entry)}`, body, html`<button class="primary" value="">Close</button>`, 'wide');
}
