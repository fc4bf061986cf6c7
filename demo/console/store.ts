/** What the console's page knows, and what can be done in it. The views are drawn anew after every change. */
import type { ConnectorFile, ConnectorName, Delivery } from '../../src/server/connectors/index.js';
import { api, Refused, Trouble } from './api.js';
import { fieldOf, startFile } from './draft.js';
import type { ConsoleEntry, Issue } from './wire.js';

export type Action = 'test' | 'save' | 'file' | 'remove';

/** An issue, and the field of the form that it belongs to; the templates' numbers change while they are edited. */
export type PlacedIssue = Issue & { at: string };

/** One connector's form, as far as it has been filled in. It lasts as long as the page. */
export interface Draft {
  file: ConnectorFile;
  /** The text of the JSON view, while that is open. */
  json: string | undefined;
  issues: PlacedIssue[];
  /** E.164, or empty. */
  to: string;
  busy: Action | undefined;
  tested: Delivery | undefined;
  /** What became of the latest action, and whether it is trouble. */
  notice: { action: Action; text: string; isTrouble: boolean } | undefined;
}

export type Store = ReturnType<typeof createStore>;

export function toJson(file: ConnectorFile): string {
  return JSON.stringify(file, null, 2);
}

export function createStore(onChange: () => void) {
  let entries: readonly ConsoleEntry[] = [];
  let trouble: string | undefined;
  const drafts = new Map<ConnectorName, Draft>();

  const entry = (name: string) => entries.find(entry => entry.name === name);

  function draft(entry: ConsoleEntry): Draft {
    const known = drafts.get(entry.name);
    if (known) return known;
    const fresh: Draft = {
      file: startFile(entry),
      json: undefined,
      issues: [],
      to: '',
      busy: undefined,
      tested: undefined,
      notice: undefined,
    };
    drafts.set(entry.name, fresh);
    return fresh;
  }

  function edit(name: ConnectorName, change: Partial<Draft>): void {
    const found = entry(name);
    if (!found) return;
    drafts.set(name, { ...draft(found), ...change });
    onChange();
  }

  /** Answers `undefined` when it did not come to it, and the page says why. */
  async function run<Answer>(
    name: ConnectorName,
    action: Action,
    ask: (text: string) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const found = entry(name);
    if (!found || draft(found).busy) return undefined;
    const { json, file } = draft(found);
    edit(name, { busy: action, notice: undefined, tested: undefined, issues: [] });
    try {
      return await ask(json ?? toJson(file));
    } catch (error) {
      if (error instanceof Refused) {
        const text =
          error.issues.length === 1 ? 'One field needs another look.' : 'Some fields need another look.';
        const issues = error.issues.map(issue => ({ ...issue, at: fieldOf(issue, file) }));
        edit(name, { issues, notice: { action, text, isTrouble: true } });
      } else if (error instanceof Trouble) {
        edit(name, { notice: { action, text: error.message, isTrouble: true } });
      } else throw error;
      return undefined;
    } finally {
      edit(name, { busy: undefined });
    }
  }

  /** What is saved, and drawn from it anew. */
  function become(next: readonly ConsoleEntry[], name: ConnectorName, action: Action, text: string): void {
    entries = next;
    const found = entry(name)!;
    const { json, to } = draft(found);
    drafts.delete(name);
    const { file } = draft(found);
    const notice = { action, text, isTrouble: false };
    edit(name, { to, notice, json: json === undefined ? undefined : toJson(file) });
  }

  return {
    get entries() {
      return entries;
    },
    /** Why there is no console. */
    get trouble() {
      return trouble;
    },
    get live() {
      return entries.find(({ isLive }) => isLive);
    },
    async load(): Promise<void> {
      try {
        ({ connectors: entries } = await api.state());
      } catch (error) {
        trouble = (error as Error).message;
      }
      onChange();
    },
    entry,
    draft,
    edit,
    async test(name: ConnectorName): Promise<void> {
      const tested = await run(name, 'test', text => api.test(name, { text, to: draft(entry(name)!).to }));
      if (tested) edit(name, { tested });
    },
    async save(name: ConnectorName): Promise<void> {
      const state = await run(name, 'save', text => api.save(name, { text }));
      if (state) become(state.connectors, name, 'save', 'Saved and live: the next message goes through it.');
    },
    async remove(name: ConnectorName): Promise<void> {
      const state = await run(name, 'remove', () => api.remove(name));
      if (state) become(state.connectors, name, 'remove', 'Removed, and its secrets are forgotten.');
    },
    production: (name: ConnectorName) => run(name, 'file', text => api.file(name, { text })),
  };
}
