/** The simulated phone: shows what has arrived, and hands on the code that is tapped. */
import { setUpBanner } from './banner.js';
import type { InboxMessage } from './inbox.js';
import { language, onLanguage, texts } from './preferences.js';

export interface SimulatedPhone {
  show(messages: readonly InboxMessage[]): void;
}

export function setUpPhone(useCode: (code: string) => void): SimulatedPhone {
  const log = document.querySelector<HTMLElement>('#phone .messages')!;
  const clock = document.querySelector<HTMLTimeElement>('#clock')!;
  const banner = setUpBanner(log, useCode);
  let messages: readonly InboxMessage[] | undefined;
  const shown = new Map<string, HTMLElement>();

  function render(): void {
    if (!messages) return;
    const current = new Set(messages.map(idOf));
    for (const [id, element] of shown) {
      if (current.has(id)) continue;
      element.remove();
      shown.delete(id);
    }
    log.querySelector('.hint')?.remove();
    // Oldest first, as on a phone; what is there already stays, so that only what is new is announced.
    for (const message of messages.toReversed()) {
      if (shown.has(idOf(message))) continue;
      const element = bubble(message, useCode);
      shown.set(idOf(message), element);
      log.append(element);
    }
    const hint = document.createElement('p');
    hint.className = messages.length ? 'hint' : 'hint empty';
    hint.textContent = messages.length ? texts().tapHint : texts().noMessages;
    log.append(hint);
    log.scrollTop = log.scrollHeight;
  }

  function showTime(): void {
    clock.textContent = timeOf(new Date());
    setTimeout(showTime, 60_000 - (Date.now() % 60_000));
  }

  showTime();
  onLanguage(() => {
    for (const element of shown.values()) element.remove();
    shown.clear();
    render();
  });
  return {
    show(now) {
      const [newest] = now;
      const isNew = newest !== undefined && messages !== undefined && !shown.has(idOf(newest));
      messages = now;
      render();
      if (isNew) banner.show(newest);
      else if (!newest) banner.hide();
    },
  };
}

function bubble({ to, code, text, at }: InboxMessage, useCode: (code: string) => void): HTMLElement {
  const article = document.createElement('article');
  article.className = 'bubble';

  const about = document.createElement('p');
  about.className = 'about';
  const time = document.createElement('time');
  time.dateTime = at;
  time.textContent = timeOf(new Date(at));
  const number = document.createElement('bdi');
  number.textContent = to;
  about.append(time, ' · ', number);

  const words = document.createElement('p');
  words.className = 'words';
  const [before = '', ...after] = text.split(code);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = code;
  button.setAttribute('aria-label', texts().useCode(code));
  button.addEventListener('click', () => useCode(code));
  words.append(before, button, after.join(code));

  article.append(about, words);
  return article;
}

function idOf({ at, to, code }: InboxMessage): string {
  return `${at} ${to} ${code}`;
}

function timeOf(date: Date): string {
  return date.toLocaleTimeString(language(), { hour: 'numeric', minute: '2-digit' });
}
