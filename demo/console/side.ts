/** Beside the form, what can be done with it: try it, use it, take it along. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery } from '../../src/server/connectors/index.js';
import type { PhoneNumberField } from '../../src/elements/number-field/phone-number-field.js';
import { confirmRemoval, confirmReplacing, showFile } from './dialogs.js';
import type { Action, Draft, Store } from './store.js';
import { nameOf } from './words.js';
import type { ConsoleEntry } from './wire.js';

export function sideView(store: Store, entry: ConsoleEntry): TemplateResult {
  const draft = store.draft(entry);
  return html`<aside class="side" aria-label="Try and use">
    ${testView(store, entry, draft)} ${useView(store, entry, draft)} ${carryView(store, entry, draft)}
  </aside>`;
}

const isBusy = ({ busy }: Draft) => busy !== undefined;

function testView(store: Store, entry: ConsoleEntry, draft: Draft): TemplateResult {
  const error = draft.issues.find(({ field }) => field === 'to')?.message ?? '';
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const field = (event.currentTarget as Element).querySelector<PhoneNumberField>('phone-number-field')!;
    const to = await field.check(true);
    if (!to) return;
    store.edit(entry.name, { to });
    await store.test(entry.name);
    if (store.draft(entry).issues.some(({ at }) => at === 'to')) field.focus();
    else focusFirstError();
  };
  return html`<section class="panel" aria-labelledby="test-title">
    <h2 id="test-title">Send a test</h2>
    <p class="hint">The Generic template with the code 123456, sent for real. Nothing needs to be saved.</p>
    <form novalidate @submit=${(event: SubmitEvent) => void submit(event)}>
      <phone-number-field label="To this number" .error=${error}></phone-number-field>
      <button class="primary tonal" aria-disabled=${isBusy(draft)}>
        ${draft.busy === 'test' ? 'Sending…' : 'Send test message'}
      </button>
    </form>
    <div role="status">${draft.tested ? resultView(draft.tested) : noticeView(draft, 'test')}</div>
  </section>`;
}

const outcomes: Record<Delivery['kind'], { title: string; text: string }> = {
  sent: {
    title: 'Taken',
    text: 'The provider has accepted the message. Whether it arrives, the phone shows.',
  },
  refused: { title: 'Refused: nothing was sent', text: 'You can try again at once. The reason:' },
  unknown: { title: 'No clear answer', text: 'The message may still arrive. What happened:' },
};

function resultView(delivery: Delivery): TemplateResult {
  const { title, text } = outcomes[delivery.kind];
  return html`<div class="result ${delivery.kind}">
    <b>${title}</b>
    <p>${text}</p>
    ${delivery.kind === 'sent' ? nothing : html`<p class="said">${delivery.detail.replace(/^\w+: (general: )?/, '')}</p>`}
  </div>`;
}

function useView(store: Store, entry: ConsoleEntry, draft: Draft): TemplateResult {
  const { live } = store;
  const save = async () => {
    if (live && live !== entry && !(await confirmReplacing(live, entry))) return;
    await store.save(entry.name);
    focusFirstError();
  };
  const remove = async () => {
    if (await confirmRemoval(entry)) await store.remove(entry.name);
    document.querySelector('h1')?.focus();
  };
  return html`<section class="panel" aria-labelledby="use-title">
    <h2 id="use-title">Use it</h2>
    <p class="hint">
      ${
        entry.isLive
          ? 'It is live. Changes take effect with the next message.'
          : live
            ? `${nameOf(live)} is live now. Only one can be: this one would replace it.`
            : 'No connector is live: the simulated phone gets the messages.'
      }
      Kept in this server’s memory until it ends.
    </p>
    <button class="primary" type="button" aria-disabled=${isBusy(draft)} @click=${() => void save()}>
      ${draft.busy === 'save' ? 'Saving…' : entry.isLive ? 'Save changes' : 'Save and make live'}
    </button>
    ${
      entry.saved
        ? html`<button class="quiet danger" type="button" @click=${() => void remove()}>Remove…</button>`
        : nothing
    }
    <div role="status">${noticeView(draft, 'save') ?? noticeView(draft, 'remove')}</div>
  </section>`;
}

function carryView(store: Store, entry: ConsoleEntry, draft: Draft): TemplateResult {
  const open = async () => {
    const file = await store.production(entry.name);
    if (file) await showFile(entry, file);
    else focusFirstError();
  };
  return html`<section class="panel" aria-labelledby="carry-title">
    <h2 id="carry-title">Take it to production</h2>
    <p class="hint">As the config file of the server. Secrets stay here, and are filled in there.</p>
    <button class="quiet" type="button" aria-disabled=${isBusy(draft)} @click=${() => void open()}>
      Copy as file…
    </button>
    <div role="status">${noticeView(draft, 'file')}</div>
  </section>`;
}

function noticeView({ notice }: Draft, action: Action): TemplateResult | undefined {
  if (notice?.action !== action) return undefined;
  return html`<p class=${notice.isTrouble ? 'error' : 'success'}>${notice.text}</p>`;
}

/** Where the person goes on: the first field that is not right. */
function focusFirstError(): void {
  const first = document.querySelector<HTMLElement>('main [aria-invalid="true"], #templates-error');
  first?.focus();
}
