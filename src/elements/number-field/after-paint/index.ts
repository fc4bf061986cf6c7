/** What the number field fetches while it is drawn: reading numbers, all that it does with them, and the country's button. */
export { loadMetadata } from '../../../phone/core.js';
export { NumberEditor } from './number-editor.js';
export { inWriting } from './in-writing.js';
