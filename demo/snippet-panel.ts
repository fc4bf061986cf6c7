/** The code viewer: the snippet in the words of a framework, as the playground is set. */
import { html, render } from 'lit';
import { copyButton } from './copy.js';
import { find } from './dom.js';
import { onLanguage, texts } from './preferences.js';
import type { SetupStore } from './setup.js';
import { snippetFor, snippetKinds, type SnippetKind } from './snippet.js';
import { tabsView } from './tabs.js';

export function setUpSnippet(store: SetupStore): void {
  let chosen: SnippetKind = 'html';

  function draw(): void {
    const { snippet: title, copy, copied } = texts();
    const code = snippetFor(chosen, store.setup);
    const choose = (kind: SnippetKind) => {
      chosen = kind;
      draw();
    };
    const view = { prefix: 'snippet', label: title, tabs: snippetKinds, chosen, choose };
    render(
      html`<div class="panel-head">
          <h2 id="snippet-title">${title}</h2>
          ${tabsView({ ...view, panel: () => 'snippet-panel' })}
          ${copyButton(() => snippetFor(chosen, store.setup), copy, copied)}
        </div>
        <pre
          tabindex="0"
          role="tabpanel"
          id="snippet-panel"
          aria-labelledby="snippet-${chosen}"
          dir="ltr"
        ><code id="snippet">${highlighted(code)}</code></pre>`,
      find('#snippet-place'),
    );
  }

  store.subscribe(draw);
  onLanguage(draw);
}

/** Tags stand out, and nothing else. */
function highlighted(code: string): unknown[] {
  return code.split(/(<\/?[A-Za-z][\w-]*)/).map((part, index) => (index % 2 ? html`<b>${part}</b>` : part));
}
