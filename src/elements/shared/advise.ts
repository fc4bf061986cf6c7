import type * as Advice from './advice/index.js';

/** Tells the page's author what to mend. Nothing waits for that, and nothing ends when the sentence cannot be fetched. */
export function advise(tell: (advice: typeof Advice) => void): void {
  import('./advice/index.js').then(tell).catch(() => undefined);
}
