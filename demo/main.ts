/** Wires the page together: the widget, the simulated phone, and what the page learns of both. */
import { onLanguage, texts } from './preferences.js';
import '../src/define.js';
import { setUpEventLog } from './event-log.js';
import { createInbox, type InboxMessage } from './inbox.js';
import { setUpSession } from './session-panel.js';
import { setUpPhone } from './simulated-phone.js';
import { setUpSwitches } from './switches.js';

/** The static build has no server, and brings its own. */
const isOwnServer = import.meta.env.PROD;

const signIn = document.querySelector('phone-sign-in')!;
const copyButton = document.querySelector<HTMLButtonElement>('#copy')!;

setUpSwitches();
setUpEventLog(signIn);
const session = setUpSession();
const phone = setUpPhone(useCode);

if (isOwnServer) {
  const inbox = createInbox();
  void import('./in-page-backend.js').then(({ createInPageBackend }) => {
    signIn.backend = createInPageBackend(inbox);
  });
  // A reload starts a new server, which knows of no code.
  signIn.noPersist = true;
  document.querySelector<HTMLElement>('#in-page')!.hidden = false;
  inbox.subscribe(messages => phone.show(messages));
} else {
  const stream = new EventSource('/demo/inbox/stream');
  stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
    phone.show(JSON.parse(data) as InboxMessage[]);
  });
}

signIn.addEventListener('phone-verified', event => {
  session.show(event);
  if (!isOwnServer) void confirmSession();
});

document.querySelector('#sign-out')!.addEventListener('click', () => void signOut());

copyButton.addEventListener('click', () => void copySnippet());
onLanguage(() => (copyButton.textContent = texts().copy));

/** Fills the code in the way a phone's keyboard does; where there is no field for it, copies it. */
function useCode(code: string): void {
  if (signIn.state.step !== 'code') {
    void copy(code);
    return;
  }
  signIn.focus();
  document.execCommand('selectAll');
  if (!document.execCommand('insertText', false, code)) signIn.verify(code);
}

async function confirmSession(): Promise<void> {
  const response = await fetch('/api/phone/session');
  if (response.ok) session.confirm(await response.json());
}

async function signOut(): Promise<void> {
  if (!isOwnServer) await fetch('/api/phone/session', { method: 'DELETE' });
  session.hide();
  signIn.reset();
}

async function copySnippet(): Promise<void> {
  const isCopied = await copy(document.querySelector('#snippet')!.textContent);
  if (!isCopied) return;
  copyButton.textContent = texts().copied;
  setTimeout(() => (copyButton.textContent = texts().copy), 2000);
}

/** The clipboard can be forbidden. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
