/** What the page's markup promises to have. */
export function find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new TypeError(`The page has no "${selector}"`);
  return found;
}
