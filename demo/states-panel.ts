/** States to call up, and faults to put between widget and handler. */
import { element, find } from './dom.js';
import { faults, type Fault } from './faults.js';
import { callUp, states, type DemoState, type Stage } from './states.js';

export function setUpStates(stage: Stage): void {
  const status = find('#state-status');
  let current: AbortController | undefined;

  async function show(state: DemoState, button: HTMLElement): Promise<void> {
    current?.abort(new Error('Another state was asked for'));
    const mine = (current = new AbortController());
    const say = (text: string) => mine === current && (status.textContent = text);
    say(`Going to “${state.label}” …`);
    try {
      await callUp(state, stage, mine.signal);
      const { step, error } = stage.signIn.state;
      say(`There: ${step}${error ? `, ${error.code}` : ''}.`);
    } catch (error) {
      say(error instanceof Error ? `${error.message}.` : 'Not reached.');
    }
    // The widget had the focus as in a person's hands; the keyboard goes on from here.
    await stage.signIn.updateComplete;
    if (mine === current) button.focus({ preventScroll: true });
  }

  const names = [...new Set(states.map(({ group }) => group))];
  find('#states').append(
    ...names.map(name =>
      element(
        'section',
        { 'aria-label': name },
        element('h3', {}, name),
        element(
          'div',
          { className: 'chips' },
          ...states
            .filter(({ group }) => group === name)
            .map(state => {
              const button = element(
                'button',
                { type: 'button', className: 'chip', 'data-state': state.name },
                state.label,
              );
              button.addEventListener('click', () => void show(state, button));
              return button;
            }),
        ),
      ),
    ),
  );
  setUpFaults(stage);
}

function setUpFaults({ wire }: Stage): void {
  const lasting = find<HTMLInputElement>('#fault-lasts');
  const chips = (Object.values(faults) as Fault[]).map(fault => {
    const button = element(
      'button',
      { type: 'button', className: 'chip', 'aria-pressed': 'false' },
      fault.label,
    );
    button.addEventListener('click', () => {
      if (button.ariaPressed === 'true') wire.remove(fault);
      else wire.add(fault, !lasting.checked);
    });
    return { fault, button };
  });
  find('#faults').append(...chips.map(({ button }) => button));

  const inForce = find('#in-force');
  wire.onFaults(active => {
    for (const { fault, button } of chips) {
      button.ariaPressed = String(active.some(each => each.fault === fault));
    }
    inForce.hidden = active.length === 0;
    inForce.replaceChildren(
      ...active.map(({ fault, isOnce }) => {
        const words = `${fault.label} · ${isOnce ? 'next call' : 'until cleared'}`;
        const button = element('button', { type: 'button', className: 'chip fault' }, words);
        button.ariaLabel = `${words}: clear`;
        button.addEventListener('click', () => wire.remove(fault));
        return button;
      }),
    );
  });
}
