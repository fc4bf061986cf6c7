/** The playground: themes to start from, and every attribute and CSS variable as a control. */
import { html, nothing, render } from 'lit';
import { controlView } from './control-view.js';
import { controls, groups, type Group } from './controls.js';
import { copyButton } from './copy.js';
import { find } from './dom.js';
import { segmented } from './segmented.js';
import { emptySetup, valueOf, type Setup, type SetupStore } from './setup.js';
import { densities, themes, type Density, type ThemeName } from './themes.js';

const densityNames = { compact: 'Compact', regular: 'Regular', roomy: 'Roomy' };
const themeNames = Object.fromEntries(
  Object.entries(themes).map(([name, { label }]) => [name, label]),
) as Record<ThemeName, string>;

function densityOf(setup: Setup): Density | undefined {
  const holds = (name: Density) =>
    Object.entries(densities[name]).every(([variable, value]) => valueOf(setup, variable) === value);
  return (Object.keys(densities) as Density[]).find(holds);
}

export function setUpPlayground(store: SetupStore): void {
  const chooseTheme = (theme: ThemeName) => {
    // A theme begins anew: what was set by hand belongs to the look before it.
    const values = Object.entries(store.setup.values).filter(([name]) => !name.startsWith('--'));
    store.change({ theme, values: Object.fromEntries(values) });
  };
  const chooseDensity = (density: Density) => {
    for (const [variable, value] of Object.entries(densities[density])) store.set(variable, value);
  };
  const starts = (setup: Setup) =>
    html`<div class="start">
      <span aria-hidden="true">Theme</span>
      ${segmented({ legend: 'Theme', options: themeNames, chosen: setup.theme, choose: chooseTheme })}
      <span aria-hidden="true">Density</span>
      ${segmented({ legend: 'Density', options: densityNames, chosen: densityOf(setup), choose: chooseDensity })}
    </div>`;
  const group = (name: Group, setup: Setup) =>
    html`<details ?open=${name === 'look' || name === 'flow'}>
      <summary>${groups[name]}</summary>
      ${name === 'look' ? starts(setup) : nothing}
      ${controls.filter(control => control.group === name).map(control => controlView(control, store))}
    </details>`;
  store.subscribe(setup =>
    render(
      html`${(Object.keys(groups) as Group[]).map(name => group(name, setup))}
        <div class="ends">
          <p class="help">All of it is in the address: a link shares it.</p>
          ${copyButton(() => location.href, 'Copy link', 'Copied')}
          <button class="quiet" type="button" @click=${() => store.change(emptySetup)}>Start over</button>
        </div>`,
      find('#playground'),
    ),
  );
}
