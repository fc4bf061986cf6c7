/** All languages at once: a widget for each, with a server of its own in the page, which hands its message to it. */
import '../src/define.js';
import { html, render } from 'lit';
import { find } from './dom.js';
import { createInPageBackend } from './in-page-backend.js';
import { createInbox } from './inbox.js';
import { isRightToLeft, localeNames } from './locale.js';

const views = Object.entries(localeNames).map(([locale, name]) => {
  const inbox = createInbox();
  const message = document.createElement('output');
  inbox.subscribe(([newest]) => (message.textContent = newest?.text ?? ''));
  const country = new Intl.Locale(locale).maximize().region ?? '';
  // Nothing is kept: for a reload, all of them would keep the same step.
  return html`<li lang=${locale} dir=${isRightToLeft(locale) ? 'rtl' : 'ltr'}>
    <h2>${name}<code>${locale}</code></h2>
    <phone-sign-in
      .backend=${createInPageBackend(inbox)}
      default-country=${country}
      no-persist
    ></phone-sign-in>
    ${message}
  </li>`;
});

render(views, find('#languages'));
