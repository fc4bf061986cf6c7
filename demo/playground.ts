/** The playground: themes to start from, and every attribute and CSS variable as a control. */
import { controlRow } from './control-row.js';
import { controls, groups, type Group } from './controls.js';
import { copyFrom } from './copy.js';
import { element, find } from './dom.js';
import { segmented } from './segmented.js';
import { emptySetup, valueOf, type SetupStore } from './setup.js';
import { densities, type Density, type ThemeName } from './themes.js';

const themeNames: Record<ThemeName, string> = {
  neutral: 'Neutral',
  playful: 'Playful',
  'high-contrast': 'High contrast',
};

export function setUpPlayground(store: SetupStore): void {
  const theme = segmented('Theme', themeNames, name => {
    // A theme begins anew: what was set by hand belongs to the look before it.
    const values = Object.entries(store.setup.values).filter(([name]) => !name.startsWith('--'));
    store.change({ theme: name as ThemeName, values: Object.fromEntries(values) });
  });
  const density = segmented('Density', { compact: 'Compact', regular: 'Regular', roomy: 'Roomy' }, name => {
    for (const [variable, value] of Object.entries(densities[name as Density])) store.set(variable, value);
  });
  const rows = controls.map(control => ({ group: control.group, ...controlRow(control, store) }));
  const named = (label: string, root: HTMLElement) =>
    element('div', { className: 'start' }, element('span', { 'aria-hidden': 'true' }, label), root);

  const sections = (Object.keys(groups) as Group[]).map(group =>
    element(
      'details',
      { open: group === 'look' || group === 'flow' },
      element('summary', {}, groups[group]),
      ...(group === 'look' ? [named('Theme', theme.root), named('Density', density.root)] : []),
      ...rows.filter(row => row.group === group).map(({ root }) => root),
    ),
  );
  const link = element('button', { type: 'button', className: 'quiet' }, 'Copy link');
  copyFrom(link, () => location.href, { label: () => 'Copy link', done: () => 'Copied' });
  const anew = element('button', { type: 'button', className: 'quiet' }, 'Start over');
  anew.addEventListener('click', () => store.change(emptySetup));
  const note = element('p', { className: 'help' }, 'All of it is in the address: a link shares it.');
  find('#playground').append(...sections, element('div', { className: 'ends' }, note, link, anew));

  store.subscribe(setup => {
    theme.show(setup.theme);
    const holds = (name: Density) =>
      Object.entries(densities[name]).every(([variable, value]) => valueOf(setup, variable) === value);
    density.show((Object.keys(densities) as Density[]).find(holds));
    for (const row of rows) row.show(setup);
  });
}
