/** The connector console: which connector sends this demo's messages. A tool for development; it needs the demo's own server. */
import '../../src/define.js';
import { html, render, type TemplateResult } from 'lit';
import { schemeView } from '../scheme.js';
import { detailView } from './detail.js';
import { galleryView } from './gallery.js';
import { createStore } from './store.js';
import { nameOf } from './words.js';

const main = document.querySelector('main')!;
const words = { appearance: 'Appearance', light: 'Light', auto: 'Like the system', dark: 'Dark' };
const store = createStore(draw);

function draw(): void {
  const entry = store.entry(location.hash.slice(1));
  document.title = `${entry ? nameOf(entry) : 'SMS connectors'} – console`;
  const view = entry ? html`<div class="detail">${detailView(store, entry)}</div>` : galleryView(store);
  render(store.trouble ? troubleView(store.trouble) : view, main);
}

function troubleView(text: string): TemplateResult {
  return html`<div class="intro">
    <h1 tabindex="-1">SMS connectors</h1>
    <p class="lead">The console changes the connector of a running server, and holds the keys of accounts.</p>
    <p class="note" role="alert">${text}</p>
  </div>`;
}

addEventListener('hashchange', () => {
  draw();
  scrollTo({ top: 0 });
  main.querySelector('h1')?.focus({ preventScroll: true });
});

render(schemeView(words), document.querySelector<HTMLElement>('#scheme')!);
void store.load();
