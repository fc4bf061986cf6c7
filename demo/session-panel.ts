/** What the page received at the end, and the server's own word on it. */
import { html, nothing, render } from 'lit';
import { find } from './dom.js';
import { onLanguage, texts } from './preferences.js';

export interface SessionPanel {
  /** `isConfirmed`: by the server. */
  show(session: unknown, isConfirmed?: boolean): void;
  hide(): void;
}

export function setUpSession(): SessionPanel {
  const panel = find('#session');
  let shown: { session: unknown; isConfirmed: boolean } | undefined;

  function draw(): void {
    panel.hidden = !shown;
    const { session: title, confirmed } = texts();
    render(
      html`<h2 id="session-title">${title}</h2>
        <pre
          tabindex="0"
          role="group"
          aria-labelledby="session-title"
        ><code>${JSON.stringify(shown?.session, null, 2)}</code></pre>
        <p class="status" role="status">${shown?.isConfirmed ? confirmed : nothing}</p>`,
      panel,
    );
  }

  onLanguage(draw);
  return {
    show(session, isConfirmed = false) {
      shown = { session, isConfirmed };
      draw();
    },
    hide() {
      shown = undefined;
      draw();
    },
  };
}
