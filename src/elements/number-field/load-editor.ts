import { createLoader } from '../../phone/loader.js';

/** Fetches what reads numbers, and what the number field does with them: one chunk. */
export const loadEditor = createLoader(() => import('./after-paint/index.js'));
