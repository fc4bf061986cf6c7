/** Under each page that has code to show: what it is made of. */
import { html, render } from 'lit';
import { find } from './dom.js';

type Files = Record<string, () => Promise<string>>;

/** `files`: those of the page's folder. `shown`: what of a page's markup is worth reading. */
export async function showSource(files: Files, shown: RegExp): Promise<void> {
  const name = /([\w-]+?)(\.html)?$/.exec(location.pathname)?.[1] ?? '';
  const names = [`${name}.html`, `${name}.ts`].filter(file => files[`./${file}`]);
  const texts = await Promise.all(names.map(file => files[`./${file}`]!()));
  const views = texts.map(
    (text, at) =>
      html`<h2>${names[at]}</h2>
        <pre tabindex="0" role="group" aria-label=${names[at]!}>${shown.exec(text)?.[1] ?? text}</pre>`,
  );
  render(
    html`<details class="source">
      <summary>How it is made</summary>
      ${views}
    </details>`,
    find('main'),
  );
}
