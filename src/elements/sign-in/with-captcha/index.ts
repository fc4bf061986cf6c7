/** The chunk that is fetched where a page has put a captcha into the slot. */
export { freshToken } from './slotted-captcha.js';
