import { isCountry, type CountryCode } from '../phone/countries.js';
import { guessCountry } from '../phone/guess.js';
import type { NumberFieldParts } from './phone-number-field.js';

/** How long an answer of `detectCountry` counts. */
const detectionLimitMs = 2000;

/** Begins with a likely country, unless the page, the person or the number has named one. */
export async function guessCountryOf({ field, entry, isAllowed }: NumberFieldParts): Promise<void> {
  if (field.country ?? field.defaultCountry) return;
  const [only, ...others] = field.countries;
  const { languages } = navigator;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const guess = (others.length === 0 ? only : undefined) ?? guessCountry({ timeZone, languages });
  if (guess && isAllowed(guess)) entry.chooseCountry(guess);
  const detected = await detectedCountry(field);
  const isUntouched = entry.text === '' && (field.country === undefined || field.country === guess);
  if (detected && isAllowed(detected) && isUntouched) entry.chooseCountry(detected);
}

async function detectedCountry({
  detectCountry,
}: NumberFieldParts['field']): Promise<CountryCode | undefined> {
  if (!detectCountry) return undefined;
  try {
    const signal = AbortSignal.timeout(detectionLimitMs);
    const tooLate = new Promise<undefined>(resolve =>
      signal.addEventListener('abort', () => resolve(undefined)),
    );
    const country = (await Promise.race([detectCountry(signal), tooLate]))?.toUpperCase();
    return isCountry(country) ? country : undefined;
  } catch {
    return undefined;
  }
}
