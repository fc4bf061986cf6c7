/** The chunk that is fetched where no country is named. */
export { guessCountryOf } from './guess-country.js';
