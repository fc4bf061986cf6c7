import { svg } from 'lit';

/** A drawing of ours. Decorative, all of them: what they say is said in words beside them. */
export const icon = (body: ReturnType<typeof svg>, size = 16) => svg`
  <svg viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
    stroke-linejoin="round" aria-hidden="true">${body}</svg>`;

export const warningIcon = icon(svg`<circle cx="8" cy="8" r="6.6" /><path d="M8 4.6v4.2M8 11.2v.2" />`);
export const chevronIcon = icon(svg`<path d="M4 6l4 4 4-4" />`);
