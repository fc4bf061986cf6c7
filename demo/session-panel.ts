/** What the page received at the end, and the server's own word on it. */
import { html, nothing, render } from 'lit';
import { find } from './dom.js';
import { onLanguage, texts } from './preferences.js';

export type SessionPanel = ReturnType<typeof setUpSession>;

export function setUpSession() {
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
    /** `isConfirmed`: by the server. */
    show(session: unknown, isConfirmed = false): void {
      shown = { session, isConfirmed };
      draw();
    },
    hide(): void {
      shown = undefined;
      draw();
    },
  };
}
