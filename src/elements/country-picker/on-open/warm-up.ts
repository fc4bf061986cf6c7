import { whenIdle } from '../../../phone/when-idle.js';

/** Lays a closed list out once, unseen, when the page is idle: the first time, names and flags take several times as long. */
export function warmUp(find: () => HTMLElement | false | null): void {
  whenIdle(() => {
    const popup = find();
    if (!popup) return;
    popup.style.cssText = 'display:grid;visibility:hidden';
    popup.getBoundingClientRect();
    popup.style.cssText = '';
  });
}
