/** A log of the page: one line an entry, newest first, and all that is known of it when the line is opened. */
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

export interface LogEntry {
  title: string;
  detail: string;
  /** Shown as JSON. */
  payload: unknown;
  tone?: 'bad' | 'waiting';
}

const maxEntries = 40;

export function createLog(panel: HTMLElement, name: string, empty: string) {
  let lines: { time: string; entry: LogEntry }[] = [];

  function become(next: typeof lines): void {
    lines = next.slice(0, maxEntries);
    const list = html`<ol class="log" aria-label=${name}>
      ${repeat(lines, line => line, lineView)}
    </ol>`;
    render(lines.length > 0 ? list : html`<p class="empty">${empty}</p>`, panel);
  }

  become([]);
  return {
    /** Answers what changes the entry later. */
    write(entry: LogEntry, at: Date) {
      const line = { time: at.toLocaleTimeString('en', { hour12: false }), entry };
      become([line, ...lines]);
      return (entry: LogEntry): void => {
        line.entry = entry;
        become(lines);
      };
    },
    /** The newest entry's title, and how to take it away. */
    newest: () => lines[0]?.entry.title,
    dropNewest: () => become(lines.slice(1)),
  };
}

function lineView({ time, entry: { title, detail, payload, tone } }: { time: string; entry: LogEntry }) {
  return html`<li data-tone=${tone ?? ''}>
    <details>
      <summary><time>${time}</time><b>${title}</b><span>${detail}</span></summary>
      <pre tabindex="0" role="group" aria-label="All of ${title}">${JSON.stringify(payload, hidden, 2)}</pre>
    </details>
  </li>`;
}

/** Codes, and what proves who somebody is, are for no log: screens are shared, and pictures of them posted. */
export function hidden(key: string, value: unknown): unknown {
  const isCode = key === 'code' && typeof value === 'string' && /^\d+$/.test(value);
  const isProof = /^(token|phone-client|set-cookie)$/i.test(key) && typeof value === 'string';
  return isCode || isProof ? '•'.repeat(Math.min(value.length, 12)) : value;
}
