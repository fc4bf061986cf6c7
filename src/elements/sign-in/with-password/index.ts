/** The chunk that is fetched where a number signs in with a password. */
export { renderPasswordStep, renderUsePassword } from './password-step.js';
