/** All languages at once: a widget for each, with a server of its own in the page, which hands its message to it. */
import '../src/define.js';
import { createInPageBackend } from './in-page-backend.js';
import { createInbox } from './inbox.js';
import { isRightToLeft, localeNames } from './locale.js';

const list = document.querySelector('#languages')!;

for (const [locale, name] of Object.entries(localeNames)) {
  const item = document.createElement('li');
  item.lang = locale;
  item.dir = isRightToLeft(locale) ? 'rtl' : 'ltr';

  const heading = document.createElement('h2');
  const tag = document.createElement('code');
  tag.textContent = locale;
  heading.append(name, tag);

  const inbox = createInbox();
  const signIn = document.createElement('phone-sign-in');
  signIn.backend = createInPageBackend(inbox);
  signIn.setAttribute('default-country', new Intl.Locale(locale).maximize().region ?? '');
  // All of them would keep the same step for a reload.
  signIn.noPersist = true;

  const message = document.createElement('output');
  inbox.subscribe(([newest]) => (message.textContent = newest?.text ?? ''));

  item.append(heading, signIn, message);
  list.append(item);
}
