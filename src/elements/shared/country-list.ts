/** Countries as pages name them: "gb, US" or `['gb', 'us']` → codes. */
import { isCountry, type CountryCode } from '../../phone/countries.js';
import { advise } from './advise.js';

type Countries = string | readonly string[] | null | undefined;

/** ISO 3166-1 alpha-2 codes in any case: a list, or a text with commas or spaces. The page's author is told of others. */
export function countryList(value: Countries): CountryCode[] {
  const codes: string[] =
    [value]
      .join()
      .toUpperCase()
      .match(/[^\s,]+/g) ?? [];
  return codes.filter((code): code is CountryCode => isCountry(code) || tellAuthor(code));
}

/** One ISO code. */
export function oneCountry(value: Countries): CountryCode | undefined {
  return countryList(value)[0];
}

function tellAuthor(code: string): false {
  advise(advice => advice.warnOfCode(code));
  return false;
}
