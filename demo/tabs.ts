/** Tabs as the ARIA practices have them: one stop for the Tab key, arrows between them, and the panel follows at once. */
import { html, type TemplateResult } from 'lit';

export interface Tabs<Name extends string> {
  /** Before the names, in the ids: `tab-states`. */
  prefix: string;
  label: string;
  tabs: Readonly<Record<Name, string>>;
  chosen: Name;
  /** Shows it before it returns. */
  choose: (name: Name) => void;
  /** The id of a tab's panel; several may share one. */
  panel: (name: Name) => string;
}

export function tabsView<Name extends string>(view: Tabs<Name>): TemplateResult {
  const names = Object.keys(view.tabs) as Name[];
  const onKeydown = (event: KeyboardEvent) => {
    const at = names.indexOf(view.chosen);
    const list = event.currentTarget as HTMLElement;
    const step = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: -1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    view.choose(names.at(to % names.length)!);
    list.querySelector<HTMLElement>('[aria-selected=true]')!.focus();
  };
  return html`<div class="tabs" role="tablist" lang="en" aria-label=${view.label} @keydown=${onKeydown}>
    ${names.map(
      name =>
        html`<button
          type="button"
          role="tab"
          id="${view.prefix}-${name}"
          aria-controls=${view.panel(name)}
          aria-selected=${name === view.chosen}
          tabindex=${name === view.chosen ? 0 : -1}
          @click=${() => view.choose(name)}
        >
          ${view.tabs[name]}
        </button>`,
    )}
  </div>`;
}
