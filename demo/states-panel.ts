/** States to call up, and faults to put between widget and handler. */
import { html, render } from 'lit';
import { find } from './dom.js';
import { faults, type Fault } from './faults.js';
import { callUp, states, type DemoState, type Stage } from './states.js';

const groups = [...new Set(states.map(({ group }) => group))];

export function setUpStates(stage: Stage): void {
  const { signIn, wire } = stage;
  let current: AbortController | undefined;

  async function show(state: DemoState, { currentTarget }: Event): Promise<void> {
    const button = currentTarget as HTMLElement;
    current?.abort(new Error('Another state was asked for'));
    const mine = (current = new AbortController());
    const say = (text: string) => mine === current && (find('#state-status').textContent = text);
    say(`Going to “${state.label}” …`);
    try {
      await callUp(state, stage, mine.signal);
      const { step, error } = signIn.state;
      say(`There: ${step}${error ? `, ${error.code}` : ''}.`);
    } catch (error) {
      say(error instanceof Error ? `${error.message}.` : 'Not reached.');
    }
    // The widget had the focus as in a person's hands; the keyboard goes on from here.
    await signIn.updateComplete;
    if (mine === current) button.focus({ preventScroll: true });
  }

  const stateView = (state: DemoState) =>
    html`<button
      class="chip"
      type="button"
      data-state=${state.name}
      @click=${(event: Event) => void show(state, event)}
    >
      ${state.label}
    </button>`;

  const faultView = (fault: Fault) => {
    const isActive = wire.active.some(each => each.fault === fault);
    const toggle = () => {
      if (isActive) wire.remove(fault);
      else wire.add(fault, !find<HTMLInputElement>('#fault-lasts').checked);
    };
    return html`<button class="chip" type="button" aria-pressed=${isActive} @click=${toggle}>
      ${fault.label}
    </button>`;
  };

  const draw = () =>
    render(
      html`<p class="help">
          Each is reached by the real steps, with a number of its own, against the real handler.
        </p>
        <p class="status" role="status" id="state-status"></p>
        ${groups.map(
          group =>
            html`<section aria-label=${group}>
              <h3>${group}</h3>
              <div class="chips">${states.filter(state => state.group === group).map(stateView)}</div>
            </section>`,
        )}
        <section aria-labelledby="faults-title">
          <h3 id="faults-title">Faults on the line</h3>
          <p class="help">
            Put between widget and handler: for the next call that they concern, or until cleared.
          </p>
          <div class="chips" id="faults">${(Object.values(faults) as Fault[]).map(faultView)}</div>
          <label class="check"><input type="checkbox" role="switch" id="fault-lasts" /> Until cleared</label>
        </section>`,
      find('#states'),
    );

  const inForce = find('#in-force');
  wire.onFaults(active => {
    draw();
    inForce.hidden = active.length === 0;
    const chip = (fault: Fault, words: string) =>
      html`<button
        class="chip fault"
        type="button"
        aria-label="${words}: clear"
        @click=${() => wire.remove(fault)}
      >
        ${words}
      </button>`;
    const views = active.map(({ fault, isOnce }) =>
      chip(fault, `${fault.label} · ${isOnce ? 'next call' : 'until cleared'}`),
    );
    render(views, inForce);
  });
}
