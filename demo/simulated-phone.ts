/**
 * The simulated phone: shows what has arrived, and hands on the code that is tapped. On a small screen it may be out of sight
 * when a message comes: then that shows at the top, as phones do it.
 */
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Calls } from './calls.js';
import { find } from './dom.js';
import { idOf, type InboxMessage } from './inbox.js';
import { language, locale, onLanguage, texts } from './preferences.js';

const timeOf = (date: Date) => date.toLocaleTimeString(language(), { hour: 'numeric', minute: '2-digit' });

export function setUpPhone(useCode: (code: string) => void) {
  const log = find('#phone .messages');
  const banner = find<HTMLButtonElement>('#banner');
  let messages: readonly InboxMessage[] | undefined;
  let isInSight = true;
  let calls: Calls | undefined;

  const bubble = (message: InboxMessage) => {
    const { to, code, text, at, channel } = message;
    const [before = '', ...after] = text.split(code);
    const words =
      channel === 'voice'
        ? calls?.wordsOf(message)
        : html`${before}<button
              type="button"
              aria-label=${texts().useCode(code)}
              @click=${() => useCode(code)}
            >
              ${code}</button
            >${after.join(code)}`;
    return html`<article class="bubble ${channel}">
      <p class="about">
        ${channel === 'whatsapp' ? 'WhatsApp · ' : ''}<time datetime=${at}>${timeOf(new Date(at))}</time> ·
        <bdi>${to}</bdi>
      </p>
      <div class="words" lang=${locale()} dir="auto">${words}</div>
    </article>`;
  };

  function draw(): void {
    if (!messages) return;
    const { tapHint, noMessages } = texts();
    const isEmpty = messages.length === 0;
    // Oldest first, as on a phone; what is there already stays, so that only what is new is announced.
    render(
      html`${repeat(messages.toReversed(), idOf, bubble)}
        <p class="hint ${isEmpty ? 'empty' : ''}">${isEmpty ? noMessages : tapHint}</p>`,
      log,
    );
    log.scrollTop = log.scrollHeight;
  }

  function showTime(): void {
    find('#clock').textContent = timeOf(new Date());
    setTimeout(showTime, 60_000 - (Date.now() % 60_000));
  }

  function showBanner(text: string, act: () => void): void {
    banner.querySelector('b')!.textContent = texts().sender;
    banner.querySelector('span')!.textContent = text;
    banner.onclick = () => {
      hideBanner();
      act();
    };
    banner.hidden = false;
  }
  const hideBanner = () => (banner.hidden = true);

  async function ring(call: InboxMessage): Promise<void> {
    calls ??= (await import('./calls.js')).setUpCalls(useCode, draw);
    calls.ring(call);
    if (isInSight) return;
    showBanner(calls.texts().incoming, () => {
      log.scrollIntoView({ block: 'center' });
      calls?.answer();
    });
  }

  new IntersectionObserver(
    ([entry]) => {
      isInSight = entry?.isIntersecting ?? true;
      if (isInSight) hideBanner();
    },
    { threshold: 0.5 },
  ).observe(log);
  document.addEventListener('phone-verified', hideBanner);
  showTime();
  onLanguage(draw);

  return {
    show(now: readonly InboxMessage[]): void {
      const known = messages?.map(idOf);
      const [newest] = now;
      messages = now;
      draw();
      if (!newest) return void hideBanner();
      if (!known || known.includes(idOf(newest))) return;
      if (newest.channel === 'voice') void ring(newest);
      else if (!isInSight) showBanner(newest.text, () => useCode(newest.code));
    },
  };
}
