/** The country of the number last texted from this browser: where the next visit begins. Two letters, and nothing else. */
import { isCountry, type CountryCode } from '../../phone/countries.js';

const key = 'phone-sign-in/country';

export function readLastCountry(): CountryCode | undefined {
  try {
    const country = localStorage.getItem(key);
    return isCountry(country) ? country : undefined;
  } catch {
    return undefined;
  }
}

export function keepLastCountry(country: CountryCode): void {
  try {
    localStorage.setItem(key, country);
  } catch {
    // Forbidden or full: the next visit guesses again.
  }
}
