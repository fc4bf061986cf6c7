/** The chunk that is fetched where a code comes, or can come, otherwise than by SMS: at the latest when the countdown ends. */
export { rewordFor } from './other-words.js';
export { renderLadder, renderLandline } from './ladder.js';
export type { Steps } from './steps.js';
