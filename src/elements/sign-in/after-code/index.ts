/** The chunk that is fetched where a backend asks for more after the code. */
export { renderNextStep } from './next-step.js';
