/** Light, dark or the system's: in the page's address, so that a reload and a shared link keep it. */
import { svg, html, type TemplateResult } from 'lit';
import { segmented } from './segmented.js';

export type Scheme = 'light' | 'auto' | 'dark';

const root = document.documentElement;
const asked = new URLSearchParams(location.search).get('scheme');
let scheme: Scheme = asked === 'light' || asked === 'dark' ? asked : 'auto';
root.dataset['scheme'] = scheme;

const icons = {
  light: svg`<circle cx="10" cy="10" r="3.4" /><path d="M10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M4.5 15.5l1.1-1.1M14.4 5.6l1.1-1.1" />`,
  auto: svg`<rect x="2.6" y="3.8" width="14.8" height="9.8" rx="1.8" /><path d="M7 16.6h6" />`,
  dark: svg`<path d="M16.4 11.9A6.9 6.9 0 0 1 8.1 3.6a6.9 6.9 0 1 0 8.3 8.3Z" />`,
};

/** Puts a choice of the page into its address. */
export function remember(name: string, value: string): void {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(history.state, '', address);
}

export function schemeView(words: Readonly<Record<Scheme | 'appearance', string>>): TemplateResult {
  const option = (name: Scheme) =>
    html`<svg viewBox="0 0 20 20" aria-hidden="true">${icons[name]}</svg
      ><span class="visually-hidden">${words[name]}</span>`;
  return segmented({
    legend: words.appearance,
    options: { light: option('light'), auto: option('auto'), dark: option('dark') },
    chosen: scheme,
    choose(chosen) {
      scheme = root.dataset['scheme'] = chosen;
      remember('scheme', chosen);
    },
    kind: 'scheme',
  });
}
