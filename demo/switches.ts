/** The switches in the bar, and the page's texts that follow them. */
import { html, render } from 'lit';
import { find } from './dom.js';
import { localeNames, type Locale } from './locale.js';
import { language, locale, onLanguage, setLocale } from './preferences.js';
import { schemeView } from './scheme.js';
import type { PageTexts } from './texts.js';

export function setUpSwitches(): void {
  const onChange = ({ target }: Event) => setLocale((target as HTMLSelectElement).value as Locale);
  const options = Object.entries(localeNames).map(
    ([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === locale()}>${name}</option>`,
  );
  onLanguage(texts => {
    render(
      html`<label class="select">
          <span class="visually-hidden">${texts.language}</span>
          <select id="language" @change=${onChange}>
            ${options}
          </select>
        </label>
        ${schemeView(texts)}`,
      find('#switches'),
    );
    document.title = texts.title.replaceAll('\u200b', '');
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = textOf(texts, element.dataset['text']);
      element.lang = language();
    }
    for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
      element.ariaLabel = textOf(texts, element.dataset['label']);
    }
  });
}

/** The text that the page's markup names. */
function textOf(texts: PageTexts, name = ''): string {
  const text = texts[name as keyof PageTexts];
  if (typeof text !== 'string') throw new TypeError(`The page has no text "${name}"`);
  return text;
}
