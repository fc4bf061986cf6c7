/** Under each example: what it is made of. */
import { element, find } from '../dom.js';

const files = import.meta.glob<string>('./*.{html,ts}', { query: '?raw', import: 'default' });
const name = /([\w-]+?)(\.html)?$/.exec(location.pathname)?.[1] ?? '';

async function show(): Promise<void> {
  const details = element('details', { className: 'source' }, element('summary', {}, 'How it is made'));
  for (const file of [`${name}.html`, `${name}.ts`]) {
    const text = await files[`./${file}`]?.();
    if (text === undefined) continue;
    const code = /<main[^>]*>\n?([\s\S]*?)\s*<\/main>/.exec(text)?.[1] ?? text;
    const label = element('h2', {}, file);
    details.append(label, element('pre', { tabIndex: 0, role: 'group', 'aria-label': file }, code));
  }
  find('main').append(details);
}

void show();
