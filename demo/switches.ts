/** The switches in the bar, and the page's texts that follow them. */
import { language, onLanguage, scheme, setLanguage, setScheme, type Scheme } from './preferences.js';
import { isLanguage, type PageTexts } from './texts.js';

export function setUpSwitches(): void {
  const select = document.querySelector<HTMLSelectElement>('#language')!;
  select.value = language();
  select.addEventListener('change', () => {
    if (isLanguage(select.value)) setLanguage(select.value);
  });

  const schemes = document.querySelectorAll<HTMLInputElement>('#scheme input');
  for (const input of schemes) {
    input.checked = input.value === scheme();
    input.addEventListener('change', () => setScheme(input.value as Scheme));
  }

  onLanguage(texts => {
    document.title = texts.title.replaceAll('\u200b', '');
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = textOf(texts, element.dataset['text']);
    }
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
      element.setAttribute('aria-label', textOf(texts, element.dataset['label']));
    }
  });
}

/** The text that the page's markup names. */
function textOf(texts: PageTexts, name = ''): string {
  const text = texts[name as keyof PageTexts];
  if (typeof text !== 'string') throw new TypeError(`The page has no text "${name}"`);
  return text;
}
