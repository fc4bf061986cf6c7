/**
 * All that is needed once a person touches the widget, as one chunk: the flow, the table of adapters, the screens behind
 * the number and the texts of errors. No message is sent whose code could not be entered, because it is all here then.
 */
export { takeOver } from './code-step.js';
export { SignInSteps } from './sign-in-steps.js';
