/**
 * Guesses the country before anything is typed, from what the browser says without asking anyone: its time zone, then
 * the region of its languages. A guess only; what a person does outweighs it.
 */
import { allCountries, type CountryCode } from './countries.js';
import { packedTimeZones } from './generated/time-zones.js';
import { countryOfLanguages } from './guess-language.js';

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

/** The country whose prefix of the name is the longest: "America/Bahia" is Brazil's, "America/Bahia_Banderas" Mexico's. */
function countryOfTimeZone(timeZone: string): CountryCode | undefined {
  let country: CountryCode | undefined;
  let longest = 0;
  let area: string | undefined;
  packedTimeZones.split(',').forEach((prefixes, i) => {
    for (const entry of prefixes.split('|')) {
      const [place, changed = area] = entry.split('/').reverse();
      area = changed;
      const prefix = `${area}/${place}`;
      if (place && prefix.length > longest && timeZone.startsWith(prefix)) {
        country = allCountries[i];
        longest = prefix.length;
      }
    }
  });
  return country;
}
