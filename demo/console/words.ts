/** Names in the page's language, where the packages have them in it. */
import { html, type TemplateResult } from 'lit';
import type { ConsoleEntry, Localized } from './wire.js';

interface Said {
  text: string;
  lang: string;
}

/** `?lang=zh-CN`: the page's own texts are English. */
const wanted = new URLSearchParams(location.search).get('lang') ?? 'en';

function inPageLanguage(texts: Localized): Said {
  const lang = [wanted, wanted.split('-')[0]!].find(lang => texts[lang] !== undefined) ?? 'en';
  return { text: texts[lang] ?? '', lang };
}

export function titleOf({ about, packageName }: ConsoleEntry): Said {
  return about ? inPageLanguage(about.title) : { text: packageName, lang: 'en' };
}

export function nameOf(entry: ConsoleEntry): string {
  return titleOf(entry).text;
}

export function descriptionOf({ about, packageName }: ConsoleEntry): Said {
  return about
    ? inPageLanguage(about.description)
    : { text: `Not installed: npm install ${packageName}`, lang: 'en' };
}

/** On a light ground in both schemes: most of the logos have no dark form. */
export function logoView({ about }: ConsoleEntry): TemplateResult {
  return html`<span class="logo"
    >${about ? html`<img src=${about.logo} alt="" width="28" height="28" />` : undefined}</span
  >`;
}

export function badgeView({ isLive, saved }: ConsoleEntry): TemplateResult | undefined {
  if (isLive) return html`<span class="badge live">Live</span>`;
  return saved ? html`<span class="badge">Saved</span>` : undefined;
}
