/** The chunk that is fetched when the list of countries is likely to be wanted. */
export { CountryPopup } from './country-popup.js';
