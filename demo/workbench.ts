/** The workbench: playground, states, events and requests, a tab each. */
import { html, render } from 'lit';
import { find } from './dom.js';
import { setUpEventLog } from './event-log.js';
import { setUpPlayground } from './playground.js';
import { setUpRequestLog } from './request-log.js';
import type { SetupStore } from './setup.js';
import type { Stage } from './states.js';
import { tabsView } from './tabs.js';

const tabs = { playground: 'Playground', states: 'States', events: 'Events', requests: 'Requests' };

type Tab = keyof typeof tabs;

export function setUpWorkbench(stage: Stage, store: SetupStore): void {
  let isFirstTime = true;

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
    if (chosen !== 'states' || !isFirstTime) return;
    isFirstTime = false;
    void import('./states-panel.js').then(({ setUpStates }) => setUpStates(stage));
  }

  show('playground');
  setUpPlayground(store);
  setUpEventLog(stage.signIn);
  setUpRequestLog(stage.wire);
}
