/** The workbench: playground, states, events and requests, a tab each. */
import { html, render } from 'lit';
import { find } from './dom.js';
import { loggedEvents } from './logged-events.js';
import { setUpPlayground } from './playground.js';
import type { SetupStore } from './setup.js';
import type { Stage } from './states.js';
import { tabsView } from './tabs.js';

const tabs = { playground: 'Playground', states: 'States', events: 'Events', requests: 'Requests' };

type Tab = keyof typeof tabs;

export function setUpWorkbench(stage: Stage, store: SetupStore): void {
  let isFirstTime = true;
  const events = whenOpened(async () => (await import('./event-log.js')).setUpEventLog());
  const requests = whenOpened(async () => (await import('./request-log.js')).setUpRequestLog());

  function show(chosen: Tab): void {
    const panel = (name: Tab) =>
      html`<div
        class="tab-panel"
        role="tabpanel"
        id=${name}
        aria-labelledby="tab-${name}"
        ?hidden=${name !== chosen}
      ></div>`;
    const view = { prefix: 'tab', label: 'Workbench', tabs, chosen, choose: show };
    render(
      [tabsView({ ...view, panel: name => name }), (Object.keys(tabs) as Tab[]).map(panel)],
      find('#bench'),
    );
    if (chosen === 'events') void events.open();
    if (chosen === 'requests') void requests.open();
    if (chosen !== 'states' || !isFirstTime) return;
    isFirstTime = false;
    void import('./states-panel.js').then(({ setUpStates }) => setUpStates(stage));
  }

  show('playground');
  setUpPlayground(store);
  for (const name of loggedEvents) stage.signIn.addEventListener(name, event => events.write(event));
  stage.wire.onExchange(exchange => requests.write(exchange));
}

const maxWaiting = 200;

/** A log is fetched when its tab is opened for the first time; what was to be written down before waits, with its time. */
function whenOpened<T>(load: () => Promise<(what: T, at: Date) => void>) {
  let waiting: [T, Date][] = [];
  let loading: Promise<void> | undefined;
  let log: ((what: T, at: Date) => void) | undefined;
  return {
    write(what: T): void {
      if (log) log(what, new Date());
      else waiting = [...waiting.slice(1 - maxWaiting), [what, new Date()]];
    },
    open: () =>
      (loading ??= load().then(loaded => {
        log = loaded;
        for (const line of waiting) log(...line);
        waiting = [];
      })),
  };
}
