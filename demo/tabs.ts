/** Tabs as the ARIA practices have them: one stop for the Tab key, arrows between them, and the panel follows at once. */

export interface Tabs {
  show(name: string): void;
}

/** Each tab names its panel with `aria-controls`; several may share one. `data-tab` is what it is called here. */
export function setUpTabs(list: HTMLElement, onShow: (name: string) => void = () => undefined): Tabs {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const panelOf = (tab: HTMLElement) => document.getElementById(tab.getAttribute('aria-controls') ?? '');

  function select(chosen: HTMLElement): void {
    const panel = panelOf(chosen);
    for (const tab of tabs) {
      tab.ariaSelected = String(tab === chosen);
      tab.tabIndex = tab === chosen ? 0 : -1;
      const own = panelOf(tab);
      if (own) own.hidden = own !== panel;
    }
    panel?.setAttribute('aria-labelledby', chosen.id);
    onShow(chosen.dataset['tab'] ?? '');
  }

  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest<HTMLElement>('[role=tab]') : null;
    if (tab) select(tab);
  });
  list.addEventListener('keydown', event => {
    const at = tabs.findIndex(tab => tab === document.activeElement);
    const isRtl = getComputedStyle(list).direction === 'rtl';
    const steps: Record<string, number> = {
      ArrowRight: at + (isRtl ? -1 : 1),
      ArrowLeft: at + (isRtl ? 1 : -1),
      Home: 0,
      End: -1,
    };
    const to = steps[event.key];
    if (to === undefined || at === -1) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length)!;
    select(tab);
    tab.focus();
  });

  const first = tabs.find(tab => tab.ariaSelected === 'true') ?? tabs[0];
  if (first) select(first);

  return {
    show(name) {
      const tab = tabs.find(({ dataset }) => dataset['tab'] === name);
      if (tab) select(tab);
    },
  };
}
