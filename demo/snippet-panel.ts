/** The code viewer: the snippet in the words of a framework, as the playground is set. */
import { copyFrom } from './copy.js';
import { element, find } from './dom.js';
import { onLanguage, texts } from './preferences.js';
import type { SetupStore } from './setup.js';
import { snippetFor, snippetKinds, type SnippetKind } from './snippet.js';
import { setUpTabs } from './tabs.js';

export function setUpSnippet(store: SetupStore): void {
  const code = find('#snippet');
  const button = find<HTMLButtonElement>('#copy');
  const list = find('#snippet-tabs');
  let kind: SnippetKind = 'html';

  list.append(
    ...Object.entries(snippetKinds).map(([name, label]) =>
      element(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `snippet-${name}`,
          'data-tab': name,
          'aria-controls': 'snippet-panel',
        },
        label,
      ),
    ),
  );
  const show = () => code.replaceChildren(...highlighted(snippetFor(kind, store.setup)));
  setUpTabs(list, name => {
    kind = name as SnippetKind;
    show();
  });
  store.subscribe(show);
  copyFrom(button, () => code.textContent, { label: () => texts().copy, done: () => texts().copied });
  onLanguage(({ copy }) => (button.textContent = copy));
}

/** Tags stand out, and nothing else. */
function highlighted(code: string): (Node | string)[] {
  return code.split(/(<\/?[A-Za-z][\w-]*)/).map((part, index) => (index % 2 ? element('b', {}, part) : part));
}
