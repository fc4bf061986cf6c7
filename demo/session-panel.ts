/** What the page received at the end, and the server's own word on it. */
import type { PhoneVerifiedEvent } from '../src/index.js';
import { onLanguage, texts } from './preferences.js';

export interface SessionPanel {
  show(event: PhoneVerifiedEvent): void;
  /** The server confirmed the session. */
  confirm(session: unknown): void;
  hide(): void;
}

export function setUpSession(): SessionPanel {
  const panel = document.querySelector<HTMLElement>('#session')!;
  const code = panel.querySelector('code')!;
  const status = panel.querySelector('.status')!;
  let isConfirmed = false;

  const showStatus = () => (status.textContent = isConfirmed ? texts().confirmed : '');
  onLanguage(showStatus);

  function fill(session: unknown): void {
    code.textContent = JSON.stringify(session, null, 2);
    panel.hidden = false;
  }

  return {
    show: ({ outcome }) => fill(outcome),
    confirm(session) {
      isConfirmed = true;
      fill(session);
      showStatus();
    },
    hide() {
      isConfirmed = false;
      panel.hidden = true;
      showStatus();
    },
  };
}
