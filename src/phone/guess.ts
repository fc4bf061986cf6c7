/**
 * Guesses the country before anything is typed, from what the browser says without asking anyone: its time zone, then
 * the region of its languages. A guess only; what a person does outweighs it.
 */
import { isCountry, type CountryCode } from './countries.js';
import { packedTimeZones } from './generated/time-zones.js';
import { countryOfLanguages } from './guess-language.js';

/**
 * Time zones under the names that CLDR keeps for good and the ones the time zone database has since given them; Chromium
 * and WebKit say the former, Firefox the latter.
 */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmara': 'Africa/Asmera',
  'America/Argentina/Buenos_Aires': 'America/Buenos_Aires',
  'America/Argentina/Catamarca': 'America/Catamarca',
  'America/Argentina/Cordoba': 'America/Cordoba',
  'America/Argentina/Jujuy': 'America/Jujuy',
  'America/Argentina/Mendoza': 'America/Mendoza',
  'America/Atikokan': 'America/Coral_Harbour',
  'America/Indiana/Indianapolis': 'America/Indianapolis',
  'America/Kentucky/Louisville': 'America/Louisville',
  'America/Nuuk': 'America/Godthab',
  'Asia/Ho_Chi_Minh': 'Asia/Saigon',
  'Asia/Kathmandu': 'Asia/Katmandu',
  'Asia/Kolkata': 'Asia/Calcutta',
  'Asia/Yangon': 'Asia/Rangoon',
  'Atlantic/Faroe': 'Atlantic/Faeroe',
  'Europe/Kyiv': 'Europe/Kiev',
  'Pacific/Chuuk': 'Pacific/Truk',
  'Pacific/Kanton': 'Pacific/Enderbury',
  'Pacific/Pohnpei': 'Pacific/Ponape',
};

export interface Surroundings {
  /** `Intl.DateTimeFormat().resolvedOptions().timeZone` */
  timeZone?: string | undefined;
  /** `navigator.languages` */
  languages?: readonly string[] | undefined;
}

/** The likely country of a person, or undefined where nothing speaks for one. */
export function guessCountry({ timeZone, languages = [] }: Surroundings): CountryCode | undefined {
  return (timeZone && countryOfTimeZone(timeZone)) || countryOfLanguages(languages);
}

function countryOfTimeZone(timeZone: string): CountryCode | undefined {
  const [area = '', ...rest] = (renamed[timeZone] ?? timeZone).split('/');
  const place = rest.join('/');
  const found = packedTimeZones[area]?.split(',').find(entry => entry.slice(2) === place);
  const country = found?.slice(0, 2);
  return isCountry(country) ? country : undefined;
}
