/** A log of the page: one line an entry, newest first, and all that is known of it when the line is opened. */
import { element } from './dom.js';

export interface LogEntry {
  title: string;
  detail: string;
  /** Shown as JSON. */
  payload: unknown;
  tone?: 'bad' | 'waiting';
}

export interface Log {
  /** Answers what changes the entry later. */
  write(entry: LogEntry): (entry: LogEntry) => void;
  /** The newest entry's title, and how to take it away. */
  readonly newest: string | undefined;
  dropNewest(): void;
  clear(): void;
}

const maxEntries = 40;

export function createLog(list: HTMLElement, empty: HTMLElement): Log {
  const showWhichIsThere = () => {
    const { firstElementChild } = list;
    list.hidden = !firstElementChild;
    empty.hidden = Boolean(firstElementChild);
  };

  return {
    write(entry) {
      const time = element('time', {}, new Date().toLocaleTimeString('en', { hour12: false }));
      const title = element('b');
      const detail = element('span');
      const payload = element('pre', { tabIndex: 0 });
      const item = element(
        'li',
        {},
        element('details', {}, element('summary', {}, time, title, detail), payload),
      );
      const fill = (entry: LogEntry) => {
        title.textContent = entry.title;
        detail.textContent = entry.detail;
        payload.textContent = JSON.stringify(entry.payload, hidden, 2);
        payload.ariaLabel = `All of ${entry.title}`;
        payload.role = 'group';
        item.dataset['tone'] = entry.tone ?? '';
      };
      fill(entry);
      list.prepend(item);
      while (list.childElementCount > maxEntries) list.lastElementChild?.remove();
      showWhichIsThere();
      return fill;
    },
    get newest() {
      return list.querySelector('b')?.textContent;
    },
    dropNewest() {
      list.firstElementChild?.remove();
      showWhichIsThere();
    },
    clear() {
      list.replaceChildren();
      showWhichIsThere();
    },
  };
}

/** Codes, and what proves who somebody is, are for no log: screens are shared, and pictures of them posted. */
export function hidden(key: string, value: unknown): unknown {
  const isCode = key === 'code' && typeof value === 'string' && /^\d+$/.test(value);
  const isProof = /^(token|phone-client|set-cookie)$/i.test(key) && typeof value === 'string';
  return isCode || isProof ? '•'.repeat(Math.min(value.length, 12)) : value;
}
