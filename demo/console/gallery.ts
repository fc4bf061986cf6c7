/** The first view: what is live, and the seven to choose from. */
import { html, nothing, type TemplateResult } from 'lit';
import { confirmRemoval } from './dialogs.js';
import type { Store } from './store.js';
import { badgeView, descriptionOf, logoView, nameOf, titleOf } from './words.js';
import type { ConsoleEntry } from './wire.js';

export function galleryView(store: Store): TemplateResult {
  return html`
    <div class="intro">
      <h1 tabindex="-1">SMS connectors</h1>
      <p class="lead">
        Choose who sends the codes. Fill in, send a test message, save: this demo’s sign-in then texts through
        it.
      </p>
    </div>
    ${liveView(store)}
    <ul class="cards">
      ${store.entries.map(cardView)}
      <li class="other">
        <h2>Another provider?</h2>
        <p>
          Put a small endpoint of yours in front of it, and choose HTTP. Or give the server a function of your
          own that sends.
        </p>
      </li>
    </ul>
    <p class="footnote">
      Logto’s official packages, with their own forms and checks. What is saved is kept in this server’s
      memory alone, until it ends; take it along as a file. Secrets never come back to the browser.
    </p>
  `;
}

function liveView(store: Store): TemplateResult {
  const { live } = store;
  return html`<section class="live-strip" aria-labelledby="live-title">
    ${live ? logoView(live) : phoneIcon}
    <div>
      <h2 id="live-title">
        <span class="badge ${live ? 'live' : ''}">Live now</span>
        ${live ? nameOf(live) : 'The simulated phone'}
      </h2>
      <p>
        ${
          live
            ? 'Every message of this demo’s sign-in goes through it: real ones, which cost what they cost.'
            : 'No connector is live. Messages appear on the demo’s phone, and nothing is really sent.'
        }
      </p>
    </div>
    ${
      live
        ? html`<button class="quiet danger" type="button" @click=${() => void remove(store, live)}>
            Remove…
          </button>`
        : nothing
    }
  </section>`;
}

function cardView(entry: ConsoleEntry): TemplateResult {
  const title = titleOf(entry);
  const description = descriptionOf(entry);
  return html`<li>
    <a class="card" href="#${entry.name}">
      ${logoView(entry)}
      <h2 lang=${title.lang}>${title.text}</h2>
      ${badgeView(entry) ?? nothing}
      <p lang=${description.lang}>${description.text}</p>
    </a>
  </li>`;
}

async function remove(store: Store, entry: ConsoleEntry): Promise<void> {
  if (!(await confirmRemoval(entry))) return;
  await store.remove(entry.name);
  // The button that was pressed is gone.
  document.querySelector('h1')?.focus();
}

const phoneIcon = html`<span class="logo"
  ><svg viewBox="0 0 20 20" aria-hidden="true">
    <rect x="5.4" y="2" width="9.2" height="16" rx="2.2" />
    <path d="M8.8 4.4h2.4M9 15.4h2" /></svg
></span>`;
