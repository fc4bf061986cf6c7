import { svg } from 'lit';

/** Our few drawings. Decorative, all of them: what they say is said in words beside them. */
const icon = (body: ReturnType<typeof svg>, size = 16) => svg`
  <svg viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
    stroke-linejoin="round" aria-hidden="true">${body}</svg>`;

export const warningIcon = icon(svg`<circle cx="8" cy="8" r="6.6" /><path d="M8 4.6v4.2M8 11.2v.2" />`);
export const checkIcon = icon(svg`<path d="M5 12.5l4.6 4.6L19 7.6" />`, 24);
export const chevronIcon = icon(svg`<path d="M4 6l4 4 4-4" />`);
export const searchIcon = icon(svg`<circle cx="7" cy="7" r="4.6" /><path d="M10.6 10.6L14 14" />`);
export const closeIcon = icon(svg`<path d="M4 4l8 8M12 4l-8 8" />`);
