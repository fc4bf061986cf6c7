/** What the page is put together with. */

/** An element with properties; what is no property of it (`aria-…`) becomes an attribute. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  settings: Readonly<Record<string, unknown>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name in made && name !== 'list') Object.assign(made, { [name]: value });
    else made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/** What the page's markup promises to have. */
export function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new TypeError(`The page has no "${selector}"`);
  return found;
}
