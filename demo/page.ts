/** Wires the page together: the widget, the simulated phone, the workbench, and what the page learns of them. */
import { texts } from './preferences.js';
import { setupStore } from './preview.js';
import '../src/define.js';
import { createHttpBackend } from '../src/backends/http.js';
import { copy, copyOn } from './copy.js';
import { find } from './dom.js';
import { createInbox, type InboxMessage } from './inbox.js';
import { fillCode } from './person.js';
import { channelsHeader } from './server-channels.js';
import type { SessionPanel } from './session-panel.js';
import { setUpPhone } from './simulated-phone.js';
import { setUpSwitches } from './switches.js';
import { createWire } from './wire.js';
import { setUpWorkbench } from './workbench.js';

/** The static build has no server, and brings its own. */
const isOwnServer = import.meta.env.PROD;
const endpoint = '/api/phone';

const signIn = document.querySelector('phone-sign-in')!;
const inbox = createInbox();

let serverChannels: string | undefined;
const wire = createWire(request => {
  if (serverChannels) request.headers.set(channelsHeader, serverChannels);
  return isOwnServer ? answerInPage(request) : fetch(request);
}, endpoint);
setupStore.subscribe(({ values }) => {
  if (signIn.backend !== 'http' && serverChannels === values['server-channels']) return;
  serverChannels = values['server-channels'];
  // Another one asks anew what the server has.
  signIn.backend = createHttpBackend({
    endpoint: location.origin + endpoint,
    storage: tabStorage(),
    fetch: wire.fetch,
  });
});

setUpSwitches();
setUpStart();
setUpWorkbench({ signIn, wire, inbox }, setupStore);
const phone = setUpPhone(useCode);

if (isOwnServer) {
  inbox.subscribe(messages => phone.show(messages));
} else {
  const stream = new EventSource('/demo/inbox/stream');
  stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const messages = JSON.parse(data) as InboxMessage[];
    inbox.become(messages);
    phone.show(messages);
  });
  void showLiveConnector();
  // The console is another tab, most often.
  document.addEventListener('visibilitychange', () => void showLiveConnector());
}

signIn.addEventListener('phone-verified', ({ outcome }) => {
  void sessionPanel().then(panel => panel.show(outcome));
  if (!isOwnServer && outcome.kind === 'session') void confirmSession();
});

find('#sign-out').addEventListener('click', () => void signOut());

// The code viewer is not needed for the first picture.
void import('./snippet-panel.js').then(({ setUpSnippet }) => setUpSnippet(setupStore));

document.documentElement.dataset['ready'] = '';

let session: Promise<SessionPanel> | undefined;

/** What shows the session, fetched when there is one. */
function sessionPanel(): Promise<SessionPanel> {
  return (session ??= import('./session-panel.js').then(({ setUpSession }) => setUpSession()));
}

let inPage: Promise<(request: Request) => Promise<Response>> | undefined;

async function answerInPage(request: Request): Promise<Response> {
  inPage ??= import('./in-page-backend.js').then(({ createInPageFetch }) => createInPageFetch(inbox));
  return (await inPage)(request);
}

/** The line to begin with, and where the source is: that is one setting, and no link while it is not known. */
function setUpStart(): void {
  const copyLine = copyOn(
    () => find('#install').innerText,
    () => texts().copy,
    () => texts().copied,
  );
  find('#copy-install').addEventListener('click', event => void copyLine(event));
  const { PUBLISHER_REPOSITORY } = import.meta.env;
  if (!PUBLISHER_REPOSITORY) return;
  const source = find<HTMLAnchorElement>('#source');
  source.href = PUBLISHER_REPOSITORY;
  source.hidden = false;
}

/** The client's secret must outlive a reload, as the step does. */
function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** Where there is no field for it, it is copied. */
function useCode(code: string): void {
  void (signIn.state.step === 'code' ? fillCode(signIn, code) : copy(code));
}

async function confirmSession(): Promise<void> {
  const response = await fetch(`${endpoint}/session`);
  if (!response.ok) return;
  const confirmed: unknown = await response.json();
  (await sessionPanel()).show(confirmed, true);
}

async function signOut(): Promise<void> {
  if (!isOwnServer) await fetch(`${endpoint}/session`, { method: 'DELETE' });
  (await sessionPanel()).hide();
  signIn.reset();
}

/** With a connector of the console alive, messages leave this machine: the page must not say otherwise. */
async function showLiveConnector(): Promise<void> {
  const response = await fetch('/demo/console/connectors/live');
  const { live } = (await response.json()) as { live: string | null };
  find('#safe').hidden = live !== null;
  find('#live-connector').hidden = live === null;
}
