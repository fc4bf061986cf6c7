/** On a small screen the simulated phone may be out of sight when a message comes: then it shows here, as phones do it. */
import type { InboxMessage } from './inbox.js';
import { texts } from './preferences.js';

export interface Banner {
  show(message: InboxMessage): void;
  hide(): void;
}

export function setUpBanner(phone: Element, useCode: (code: string) => void): Banner {
  const banner = document.querySelector<HTMLButtonElement>('#banner')!;
  const sender = banner.querySelector('b')!;
  const words = banner.querySelector('span')!;
  let code = '';
  let isPhoneInSight = true;

  const hide = () => (banner.hidden = true);

  new IntersectionObserver(
    ([entry]) => {
      isPhoneInSight = entry?.isIntersecting ?? true;
      if (isPhoneInSight) hide();
    },
    { threshold: 0.5 },
  ).observe(phone);

  document.addEventListener('phone-verified', hide);
  banner.addEventListener('click', () => {
    hide();
    useCode(code);
  });

  return {
    show(message) {
      if (isPhoneInSight) return;
      ({ code } = message);
      sender.textContent = texts().sender;
      words.textContent = message.text;
      banner.hidden = false;
    },
    hide,
  };
}
