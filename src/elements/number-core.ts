/** What the number field fetches while it is drawn: reading numbers, and all that it does with what it has read. */
export {
  chooseCountry,
  edit,
  exampleNumber,
  formatInternational,
  hasMetadata,
  loadMetadata,
  readNumber,
  refresh,
  settle,
  startField,
} from '../phone/core.js';
export { checkNumber } from './number-check.js';
export { guessCountryOf } from './number-guess.js';
export { refuseKey } from './number-keys.js';
export { numberProblemText } from '../localization/number-texts.js';
